//! What stands in a published page, where the program takes it over: the
//! browser's side of `documents`.

use domain::Directory;

use crate::Site;
use crate::address::Page;
use crate::browser::adopt_page;
use crate::components::member_steps::member_steps;
use crate::markup::{Element, Markup, el};

/// A page that is read as it was published; only the way back to the list
/// follows the address.
pub fn published_page(site: &'static Site, page: Page) -> Markup {
    match page {
        Page::Member(member) => el("article")
            .class("page member-page")
            .child(member_steps(site, member))
            .child(published(":scope > :not(.steps)"))
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
        .made(move |place| adopt_page(place, selector))
}
