//! The same page in another language.

use directory::words::Tongue;

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
    let words = &site.directory.words;
    (site.languages.len() > 1).then(|| {
        live(move || {
            let links = site.languages.iter().map(|tongue| {
                let is_current = tongue.code == words.language_code();
                let link = link(here, site, tongue)
                    .class("option")
                    .maybe("aria-current", is_current.then_some("true"))
                    .child(lang_name(&tongue.code, &tongue.name));
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
        let present = site.directory.words.language_code();
        let preferred = browser::preferred_language(SETTING, &codes);
        offered.set(preferred.filter(|place| codes[*place] != present));
    });
    live(move || {
        let tongue: &'static Tongue = &site.languages[offered.get()?];
        let decline = el("button")
            .attr("type", "button")
            .class("button")
            .on("click", move |_| {
                browser::choose(SETTING, site.directory.words.language_code());
                offered.set(None);
            })
            .child(tongue.decline.as_str());
        Some(
            el("aside")
                .class("language-offer")
                .attr("aria-label", tongue.name.as_str())
                .attr("lang", tongue.code.as_str())
                .attr("dir", tongue.direction.as_str())
                .child(link(here, site, tongue).child(tongue.offer.as_str()))
                .child(decline),
        )
    })
}

/// The page that the reader is on in another language; following it is a choice.
fn link(here: Here, site: &'static Site, tongue: &'static Tongue) -> Element {
    let own = site.directory.own_language() == tongue.code;
    let folder = if own { "" } else { tongue.code.as_str() };
    el("a")
        .href(here.in_language(folder))
        .attr("hreflang", tongue.code.as_str())
        .on("click", |_| browser::choose(SETTING, &tongue.code))
}
