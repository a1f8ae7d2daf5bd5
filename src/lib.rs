//! The app: what a reader sees of a [`domain::Directory`].
//!
//! Compiles for the browser, where [`start`] loads the data and mounts it, and
//! natively, where pages are rendered to text.
#![deny(clippy::unwrap_used)]

mod address;
mod app;
mod browser;
mod components;
mod map;
mod markup;
mod pages;
mod site;

#[cfg(target_arch = "wasm32")]
mod load;

pub use app::App;
#[cfg(target_arch = "wasm32")]
pub use load::start;
pub use site::{Problem, Site};
