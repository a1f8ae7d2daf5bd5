//! What stands in a published page, where the program takes it over: the
//! browser's side of `documents`.

use leptos::html::Div;
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::browser::{at_takeover, reuse_published};
use crate::components::contact_age::refresh_contact_ages;
use crate::components::pager::Pager;

/// A page that is read as it was published; only the way back to the list
/// follows the address.
pub fn published_page(site: &'static Site, page: Page) -> AnyView {
    match page {
        Page::Member(member) => view! {
            <article class="page member-page">
                <Pager site member />
                {published(site, ":scope > :not(.pager)")}
            </article>
        }
        .into_any(),
        _ => published(site, ":scope"),
    }
}

/// The rows of contacts, which the program arranges.
pub fn contact_table(site: &'static Site) -> AnyView {
    published(site, "#contacts")
}

/// Who has no contact.
pub fn contact_coverage(site: &'static Site) -> AnyView {
    published(site, ".contact-coverage")
}

/// What `selector` finds in the page that was read until now, or was fetched.
fn published(site: &'static Site, selector: &'static str) -> AnyView {
    let place = NodeRef::<Div>::new();
    place.on_load(move |place| {
        at_takeover(move || {
            reuse_published(&place, selector);
            refresh_contact_ages(site);
        });
    });
    view! { <div class="published" node_ref=place></div> }.into_any()
}
