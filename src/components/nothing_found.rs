//! What to do when nothing is found.

use directory::{Catalogue, Query};

use super::lang_name::localized;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, el};
use crate::navigation::use_here;

/// The names nearest to the words of `query`, and a way out.
pub fn nothing_found(site: &'static Site, query: &Query) -> Element {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let all = query.cleared();
    let nearest = site.search.nearest(&query.words, 5);
    let links = nearest.iter().map(|hit| {
        let member = &directory[hit.item];
        let name = localized(directory.localized(&member.names));
        // The list of contacts selects nobody.
        let href = match here.listing() {
            Page::Contacts => here.to(Page::Member(member), &Query::default()),
            listing => here.to(listing, &all.with_selected(&member.id)),
        };
        el("li").child(el("a").href(href).flag("data-noscroll", true).child(name))
    });
    let meant = (!nearest.is_empty()).then(|| {
        [
            el("p").child(words.nothing_meant()),
            el("ul").children(links),
        ]
    });
    nothing(
        words.nothing_title(),
        meant.into_iter().flatten(),
        words,
        &all,
    )
}

/// The same of events, which are called by too many words to be near.
pub fn no_event_found(words: &'static Catalogue, query: &Query) -> Element {
    nothing(words.events_nothing(), [], words, &query.cleared())
}

/// Says so, with `help`, and leads to `all`.
fn nothing(
    title: &'static str,
    help: impl IntoIterator<Item = Element>,
    words: &'static Catalogue,
    all: &Query,
) -> Element {
    let here = use_here();
    let clear = el("a")
        .class("button")
        .href(here.to_listing(all))
        .flag("data-noscroll", true);
    el("div")
        .class("nothing-found")
        .child(el("p").class("nothing-found__title").child(title))
        .children(help)
        .child(el("p").child(clear.child(words.nothing_clear())))
}
