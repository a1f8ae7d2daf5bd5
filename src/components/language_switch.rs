//! The same page in another language.

use directory::catalogue::SiteLanguage;
use leptos::prelude::*;

use super::icon::Icon;
use super::lang_name::lang_name;
use super::menu::Menu;
use crate::Site;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// What is kept of a reader's choice.
const SETTING: &str = "language";

/// A menu of the languages that the site has, where there are several. Each is
/// a link to this page in it, with everything that the address asks for.
#[component]
pub fn LanguageSwitch(site: &'static Site) -> impl IntoView {
    let words = &site.directory.catalogue;
    let link = move |site_language: &'static SiteLanguage| {
        let is_current = site_language.code == words.language_code();
        view! {
            <li>
                <LanguageLink
                    site
                    site_language
                    {..}
                    class="option"
                    aria-current=is_current.then_some("true")
                >
                    {lang_name(&site_language.code, &site_language.name)}
                </LanguageLink>
            </li>
        }
    };
    let content = move || view! { <ul>{site.languages.iter().map(link).collect_view()}</ul> };
    (site.languages.len() > 1).then(|| {
        view! {
            <Menu panel="menu__panel--end" content {..} class:language-switch=true>
                {Icon::Globe.view()}
                <span class="visually-hidden">{words.header_language()} " "</span>
                <span class="language-switch__name">{words.language_name()}</span>
                <bdi translate="no" class="language-switch__code">
                    {words.language_code()}
                </bdi>
            </Menu>
        }
    })
}

/// Offers the language that the reader has chosen before, or else the one that
/// the browser prefers, where the page is in another; once declined, never again.
#[component]
pub fn LanguageOffer(site: &'static Site) -> impl IntoView {
    let offered = RwSignal::new(None);
    browser::follow_choices(move || {
        let codes: Vec<&str> = site.languages.iter().map(|one| &*one.code).collect();
        let present = site.directory.catalogue.language_code();
        let preferred = browser::preferred_language(SETTING, &codes);
        offered.set(preferred.filter(|place| codes[*place] != present));
    });
    let decline = move |_| {
        browser::choose(SETTING, site.directory.catalogue.language_code());
        offered.set(None);
    };
    dynamic(move || {
        let site_language: &'static SiteLanguage = &site.languages[offered.get()?];
        Some(view! {
            <aside
                class="language-offer"
                aria-label=site_language.name.as_str()
                lang=site_language.code.as_str()
                dir=site_language.direction.as_str()
            >
                <LanguageLink site site_language>{site_language.offer.as_str()}</LanguageLink>
                <button type="button" class="button" on:click=decline>
                    {site_language.decline.as_str()}
                </button>
            </aside>
        })
    })
}

/// The page that the reader is on in another language; following it is a choice.
#[component]
fn LanguageLink(
    site: &'static Site,
    site_language: &'static SiteLanguage,
    children: Children,
) -> impl IntoView {
    let here = use_here();
    let own = site.directory.own_language() == site_language.code;
    let folder = if own { "" } else { site_language.code.as_str() };
    view! {
        <a
            href=move || here.in_language(folder)
            hreflang=site_language.code.as_str()
            on:click=move |_| browser::choose(SETTING, &site_language.code)
        >
            {children()}
        </a>
    }
}
