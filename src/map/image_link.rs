//! An `<image>` that links to the map's SVG file, in the place of the outlines:
//! for pages without the program.

use directory::catalogue::decimal;
use directory::model::Map;
use leptos::prelude::*;

use super::MAP_SVG;
use crate::navigation::use_here;

/// The link, in the place of the outlines.
pub fn image(map: &Map) -> AnyView {
    let file = use_here().file(MAP_SVG);
    let [width, height] = map.size.map(|side| decimal(side, 0));
    view! { <image class="map-picture" href=file width=width height=height></image> }.into_any()
}
