//! What stands in a published page, where the program takes it over: the
//! browser's side of `documents`.

use directory::Directory;

use crate::Site;
use crate::address::Page;
use crate::browser::reuse_published;
use crate::components::pager::pager;
use crate::markup::{Element, Markup, el};

/// A page that is read as it was published; only the way back to the list
/// follows the address.
pub fn published_page(site: &'static Site, page: Page) -> Markup {
    match page {
        Page::Member(member) => el("article")
            .class("page member-page")
            .child(pager(site, member))
            .child(published(":scope > :not(.pager)"))
            .into(),
        _ => published(":scope").into(),
    }
}

/// The rows of contacts, which the program arranges.
pub fn contact_table(_: &'static Directory) -> Element {
    published("#contacts")
}

/// Who has no contact.
pub fn contact_coverage(_: &'static Directory) -> Element {
    published(".contact-coverage")
}

/// What `selector` finds in the page that was read until now.
fn published(selector: &'static str) -> Element {
    el("div")
        .class("published")
        .made(move |place| reuse_published(place, selector))
}
