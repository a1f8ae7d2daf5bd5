//! One file a route: reads the address, arranges components.

pub mod contacts;
#[cfg(not(target_arch = "wasm32"))]
pub mod data;
pub mod directory;
#[cfg(not(target_arch = "wasm32"))]
pub mod event;
pub mod events;
#[cfg(not(target_arch = "wasm32"))]
pub mod member;
#[cfg(not(target_arch = "wasm32"))]
pub mod network;
pub mod not_found;
#[cfg(not(target_arch = "wasm32"))]
pub mod sources;

use crate::Site;
use crate::address::Page;
use crate::markup::Markup;

/// A page that is read as it was published.
#[cfg(not(target_arch = "wasm32"))]
pub fn published_page(site: &'static Site, page: Page) -> Markup {
    match page {
        Page::Member(member) => member::member_page(site, member),
        Page::Event(event) => event::event_page(site.directory, event),
        Page::Network => network::network_page(site.directory),
        Page::Sources(scope) => sources::sources_page(site.directory, scope),
        _ => data::data_page(site),
    }
}

/// The same in the browser, where the program takes over what stands there;
/// only the way back to the list follows the address.
#[cfg(target_arch = "wasm32")]
pub fn published_page(site: &'static Site, page: Page) -> Markup {
    use crate::browser::adopt_page;
    use crate::components::member_steps::member_steps;
    use crate::markup::el;

    let published = || el("div").class("published");
    match page {
        Page::Member(member) => el("article")
            .class("page member-page")
            .child(member_steps(site, member))
            .child(published().made(|place| adopt_page(place, ":scope > :not(.steps)")))
            .into(),
        _ => published().made(|place| adopt_page(place, ":scope")).into(),
    }
}
