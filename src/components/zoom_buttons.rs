//! Buttons that come closer, go further away and show all.

use directory::Catalogue;

use leptos::prelude::*;

use super::icon::{Icon, IconButton};
use crate::gestures::ZOOM_STEP;

/// They `zoom` by a factor, above 1 to come closer, or `reset`.
#[component]
pub fn ZoomButtons(
    words: &'static Catalogue,
    zoom: impl Fn(f64) + Copy + Send + Sync + 'static,
    reset: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let closer = move || zoom(ZOOM_STEP);
    let further = move || zoom(1.0 / ZOOM_STEP);
    view! {
        <IconButton icon=Icon::Plus name=words.map_zoom_in() class="button" press=closer />
        <IconButton icon=Icon::Minus name=words.map_zoom_out() class="button" press=further />
        <IconButton icon=Icon::Whole name=words.map_whole() class="button" press=reset />
    }
}
