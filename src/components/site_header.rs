//! The head of every page.

use directory::model::MemberId;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::language_switch::LanguageSwitch;
use super::theme_switch::ThemeSwitch;
use crate::Site;
use crate::address::Page;
use crate::navigation::use_here;

/// The network's name, the main pages and the theme.
#[component]
pub fn SiteHeader(site: &'static Site) -> impl IntoView {
    let directory = site.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let here = use_here();
    let pages = [
        (Page::Directory, words.header_directory()),
        (Page::Events, words.header_events()),
        (Page::Contacts, words.header_contacts()),
        (Page::Insights, words.header_insights()),
        (Page::Network, words.header_network()),
        (Page::Data, words.header_data()),
    ];
    // The list goes along; the links follow nothing else that is asked for.
    let list = Memo::new(move |_| here.query.read().list.clone());
    let pages = pages.map(|(page, name)| view! { <PageLink directory page name list /> });
    view! {
        <header class="site-header">
            <a
                class="site-header__brand"
                href=move || here.to(Page::Directory, &Query::default())
            >
                {emblem()}
                <span>
                    <b class="site-header__name" title=network.names.get(language)>
                        {network.short_names.get(language)}
                    </b>
                    <span class="site-header__tagline">{network.taglines.get(language)}</span>
                </span>
            </a>
            <nav class="site-header__pages" aria-label=words.header_main()>
                {pages.collect_view()}
            </nav>
            <div class="site-header__switches">
                <LanguageSwitch site />
                <ThemeSwitch words />
            </div>
        </header>
    }
}

/// A link to one of the main pages.
#[component]
fn PageLink(
    directory: &'static Directory,
    page: Page,
    name: &'static str,
    list: Memo<Vec<MemberId>>,
) -> impl IntoView {
    let here = use_here();
    let is_current = move || here.page(directory) == Some(page);
    view! {
        <a
            href=move || here.to(page, &Query::default().with_list(list.get()))
            aria-current=move || is_current().then_some("page")
        >
            {name}
        </a>
    }
}

/// Three rows of seats: lines of no length with round ends.
fn emblem() -> AnyView {
    let rows = [
        "M16 26h0M18.9 18.9h0M26 16h0M33.1 18.9h0M36 26h0",
        "M10 26h0M12.1 18h0M18 12.1h0M26 10h0M34 12.1h0M39.9 18h0M42 26h0",
        "M4 26h0M5.3 18.5h0M9.1 11.9h0M15 6.9h0M22.2 4.3h0M29.8 4.3h0M37 6.9h0M42.9 11.9h0M46.7 18.5h0M48 26h0",
    ];
    let rows = rows.map(|row| view! { <path d=row></path> });
    view! {
        <svg
            class="site-header__emblem"
            viewBox="0 0 52 30"
            width="40"
            height="23"
            aria-hidden="true"
        >
            {rows.collect_view()}
        </svg>
    }
    .into_any()
}
