//! One file a route: reads the address, arranges components.

#[cfg(not(target_arch = "wasm32"))]
pub mod data;
pub mod directory;
#[cfg(not(target_arch = "wasm32"))]
pub mod event;
pub mod events;
pub mod member;
#[cfg(not(target_arch = "wasm32"))]
pub mod network;
pub mod not_found;
#[cfg(not(target_arch = "wasm32"))]
pub mod sources;

use domain::Directory;

use crate::address::Page;
use crate::markup::Markup;

/// A page on which nothing changes: written when the site is published.
#[cfg(not(target_arch = "wasm32"))]
pub fn published_page(directory: &'static Directory, page: Page) -> Markup {
    match page {
        Page::Event(event) => event::event_page(directory, event),
        Page::Network => network::network_page(directory),
        Page::Sources => sources::sources_page(directory),
        _ => data::data_page(directory),
    }
}

/// The same in the browser, where the program takes over what stands there.
#[cfg(target_arch = "wasm32")]
pub fn published_page(_: &'static Directory, _: Page) -> Markup {
    let page = crate::markup::el("div").class("published");
    page.made(crate::browser::adopt_page).into()
}
