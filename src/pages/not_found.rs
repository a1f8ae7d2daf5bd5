//! An address that leads nowhere.

use directory::{Catalogue, Query};

use crate::address::Page;
use crate::head::describe;
use crate::markup::{Markup, el};
use crate::navigation::use_here;

/// Says so, and leads back.
pub fn not_found_page(words: &'static Catalogue) -> Markup {
    let here = use_here();
    describe(
        || words.not_found_title().to_owned(),
        words.not_found_heading(),
    );
    let back = el("a")
        .class("button")
        .href(here.to(Page::Directory, &Query::default()))
        .child(words.not_found_back());

    el("div")
        .class("page not-found")
        .key("not-found")
        .child(el("h1").child(words.not_found_heading()))
        .child(el("p").child(words.not_found_text()))
        .child(el("p").child(back))
        .into()
}
