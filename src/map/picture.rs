//! A picture in the place of the outlines, for pages without the program.

use domain::shapes::Map;
use domain::words::decimal;

use crate::address::use_here;
use crate::markup::{Element, svg};

/// Its file, in the site's folder.
pub const FILE: &str = "map.svg";

/// The picture, in the place of the outlines; `fades` where a part of it stands out.
pub fn of(map: &Map, fades: bool) -> Element {
    let [width, height] = map.size;
    svg("image")
        .maybe("class", fades.then_some("map-picture--faded"))
        .href(use_here().file(FILE))
        .attr("width", decimal(width, 0))
        .attr("height", decimal(height, 0))
}
