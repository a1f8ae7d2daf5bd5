//! The app: what a reader sees of a [`directory::Directory`].
//!
//! Compiles for the browser, where `start` loads the data and mounts it, and
//! natively, where pages are rendered to text.
#![deny(clippy::unwrap_used)]

mod address;
mod app;
mod browser;
mod components;
mod distinct;
#[cfg_attr(target_arch = "wasm32", path = "reused.rs")]
mod documents;
mod dynamic;
mod gestures;
mod head;
#[cfg(target_arch = "wasm32")]
mod load;
mod map;
mod navigation;
mod opening;
mod pages;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
mod problem;
mod site;
mod target;
mod timeline;
mod turns;

pub use address::Page;
#[cfg(not(target_arch = "wasm32"))]
pub use documents::embeds::{EMBED_FOLDER, Embed};
#[cfg(target_arch = "wasm32")]
pub use load::start;
pub use map::{FINE_MAP_SVG, MAP_SVG};
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::{RenderedPage, map_svg, render, render_at, render_builder, render_embed};
pub use problem::Problem;
pub use site::Site;
