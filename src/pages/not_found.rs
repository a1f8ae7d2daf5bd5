//! An address that leads nowhere.

use domain::Query;

use crate::address::{Page, use_here};
use crate::head::describe;
use crate::markup::{Markup, el};

/// Says so, and leads back.
pub fn not_found_page() -> Markup {
    let here = use_here();
    describe(
        || "Not found".to_owned(),
        "There is no page at this address.",
    );
    let back = el("a")
        .class("button")
        .href(here.to(Page::Directory, &Query::default()))
        .child("Go to the directory");

    el("div")
        .class("page not-found")
        .key("not-found")
        .child(el("h1").child("There is no page at this address"))
        .child(el("p").child("It may have been mistyped, or the page has moved."))
        .child(el("p").child(back))
        .into()
}
