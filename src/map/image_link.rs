//! An `<image>` that links to the map's SVG file, in the place of the outlines:
//! for pages without the program.

use directory::catalogue::decimal;
use directory::model::Map;

use crate::markup::{Element, svg};
use crate::navigation::use_here;

/// Its file, in the site's folder.
pub const FILE: &str = "map.svg";

/// The link, in the place of the outlines.
pub fn image(map: &Map) -> Element {
    let [width, height] = map.size;
    svg("image")
        .class("map-picture")
        .href(use_here().file(FILE))
        .attr("width", decimal(width, 0))
        .attr("height", decimal(height, 0))
}
