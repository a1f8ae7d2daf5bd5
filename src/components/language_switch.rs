//! The same page in another language.

use directory::catalogue::SiteLanguage;

use super::icon::Icon;
use super::lang_name::{lang_name, no_translate};
use super::visually_hidden::visually_hidden;
use crate::Site;
use crate::browser;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;

/// What is kept of a reader's choice.
const SETTING: &str = "language";

/// A menu of the languages that the site has, where there are several. Each is
/// a link to this page in it, with everything that the address asks for.
pub fn language_switch(site: &'static Site) -> Option<Markup> {
    let here = use_here();
    let words = &site.directory.catalogue;
    (site.languages.len() > 1).then(|| {
        live(move || {
            let links = site.languages.iter().map(|site_language| {
                let is_current = site_language.code == words.language_code();
                let link = link(here, site, site_language)
                    .class("option")
                    .maybe("aria-current", is_current.then_some("true"))
                    .child(lang_name(&site_language.code, &site_language.name));
                el("li").child(link)
            });
            let summary = el("summary")
                .class("button")
                .child(Icon::Globe.view())
                .child(visually_hidden(words.header_language()).child(" "))
                .child(
                    el("span")
                        .class("language-switch__name")
                        .child(words.language_name()),
                )
                .child(no_translate(words.language_code()).class("language-switch__code"))
                .child(Icon::Down.view());
            el("details")
                .class("menu language-switch")
                .attr("name", "menus")
                .child(summary)
                .child(
                    el("div")
                        .class("menu__panel menu__panel--end")
                        .child(el("ul").children(links)),
                )
        })
    })
}

/// Offers the language that the reader has chosen before, or else the one that
/// the browser prefers, where the page is in another; once declined, never again.
pub fn language_offer(site: &'static Site) -> Markup {
    let here = use_here();
    let offered = RwSignal::new(None);
    browser::effect(move || {
        let codes: Vec<&str> = site.languages.iter().map(|one| &*one.code).collect();
        let present = site.directory.catalogue.language_code();
        let preferred = browser::preferred_language(SETTING, &codes);
        offered.set(preferred.filter(|place| codes[*place] != present));
    });
    live(move || {
        let site_language: &'static SiteLanguage = &site.languages[offered.get()?];
        let decline = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| {
                browser::choose(SETTING, site.directory.catalogue.language_code());
                offered.set(None);
            })
            .child(site_language.decline.as_str());
        Some(
            el("aside")
                .class("language-offer")
                .attr("aria-label", site_language.name.as_str())
                .attr("lang", site_language.code.as_str())
                .attr("dir", site_language.direction.as_str())
                .child(link(here, site, site_language).child(site_language.offer.as_str()))
                .child(decline),
        )
    })
}

/// The page that the reader is on in another language; following it is a choice.
fn link(here: Here, site: &'static Site, site_language: &'static SiteLanguage) -> Element {
    let own = site.directory.own_language() == site_language.code;
    let folder = if own { "" } else { site_language.code.as_str() };
    el("a")
        .href(here.in_language(folder))
        .attr("hreflang", site_language.code.as_str())
        .on("click", |_| browser::choose(SETTING, &site_language.code))
}
