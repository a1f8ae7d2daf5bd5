//! Buttons that come closer, go further away and show all.

use directory::Catalogue;

use super::icon::{Icon, icon_button};
use crate::gestures::ZOOM_STEP;
use crate::markup::Element;

/// They `zoom` by a factor, above 1 to come closer, or `reset`.
pub fn zoom_buttons(
    words: &'static Catalogue,
    zoom: impl Fn(f64) + Copy + Send + Sync + 'static,
    reset: impl Fn() + Send + Sync + 'static,
) -> [Element; 3] {
    let closer = icon_button(Icon::Plus, words.map_zoom_in(), "button");
    let further = icon_button(Icon::Minus, words.map_zoom_out(), "button");
    let whole = icon_button(Icon::Whole, words.map_whole(), "button");
    [
        closer.on("click", move |_| zoom(ZOOM_STEP)),
        further.on("click", move |_| zoom(1.0 / ZOOM_STEP)),
        whole.on("click", move |_| reset()),
    ]
}
