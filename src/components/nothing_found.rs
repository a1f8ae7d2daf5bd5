//! What to do when nothing is found.

use directory::Query;

use super::lang_name::told;
use crate::Site;
use crate::address::{Page, use_here};
use crate::markup::{Element, el};

/// The names nearest to the words of `query`, and a way out.
pub fn nothing_found(site: &'static Site, query: &Query) -> Element {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.words;
    let all = query.cleared();
    let nearest = site.search.nearest(&query.words, 5);
    let links = nearest.iter().map(|hit| {
        let member = &directory[hit.member];
        let name = told(directory.told_of(&member.names.0));
        // The list of contacts selects nobody.
        let href = match here.listing() {
            Page::Contacts => here.to(Page::Member(member), &Query::default()),
            listing => here.to(listing, &all.selecting(&member.id)),
        };
        el("li").child(el("a").href(href).flag("data-noscroll", true).child(name))
    });
    let page = el("div").class("nothing-found").child(
        el("p")
            .class("nothing-found__title")
            .child(words.nothing_title()),
    );
    let page = if nearest.is_empty() {
        page
    } else {
        page.child(el("p").child(words.nothing_meant()))
            .child(el("ul").children(links))
    };
    let clear = el("a")
        .class("button")
        .href(here.to(here.listing(), &all))
        .flag("data-noscroll", true);
    page.child(el("p").child(clear.child(words.nothing_clear())))
}
