//! The app: what a reader sees of a [`directory::Directory`].
//!
//! Compiles for the browser, where [`start`] loads the data and mounts it, and
//! natively, where pages are rendered to text.
#![deny(clippy::unwrap_used)]

mod address;
mod app;
mod browser;
mod components;
mod head;
mod map;
mod markup;
mod pages;
mod prelude;
mod site;
mod timeline;

#[cfg(target_arch = "wasm32")]
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod written;

pub use address::Page;
#[cfg(target_arch = "wasm32")]
pub use load::start;
pub use site::{Problem, Site};
#[cfg(not(target_arch = "wasm32"))]
pub use written::{MAP_PICTURE, Written, map_picture, page_at, written_at};
