//! The map as a picture of its own, for pages without the program.

use std::fmt::Write;

use domain::Directory;
use domain::shapes::Map;
use domain::words::decimal;

use crate::map::shapes::{hatching, outlines};
use crate::markup::{Element, svg};

/// Map units for a pixel where the whole world is about 1,000 pixels wide.
const UNIT: f64 = 10.0;

/// What is the same in all colours. A picture is apart from the page and its
/// style sheets: these rules repeat those of `styles/components/map.css`.
const RULES: &str = ".map-shape{stroke-width:.7px;stroke-linejoin:round;vector-effect:non-scaling-stroke}\
    .map-dispute{fill:none;stroke-width:1px;stroke-dasharray:3 3;vector-effect:non-scaling-stroke}\
    .map-hatch path{stroke-width:1.6}";

/// All outlines in their colours, on light and on dark ground.
pub fn whole(directory: &'static Directory, map: &'static Map) -> Element {
    let [width, height] = map.size;
    let all: Vec<usize> = (0..directory.members.len()).collect();
    let light = colours(directory, "#e3dfd6", "#f1efe9", "#5c6672", "#1b2430", false);
    let dark = colours(directory, "#2b343d", "#0e1318", "#9aa5b1", "#e9e6df", true);
    let style = format!("{RULES}{light}@media(prefers-color-scheme:dark){{{dark}}}");
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr(
            "viewBox",
            format!("0 0 {} {}", decimal(width, 0), decimal(height, 0)),
        )
        .child(svg("style").child(style))
        .child(hatching(directory.network.regions.len(), UNIT))
        .child(outlines(directory, map, &all))
}

/// The rules for one ground: `styles/tokens.css` has the same colours.
fn colours(
    directory: &Directory,
    land: &str,
    sea: &str,
    muted: &str,
    ink: &str,
    is_dark: bool,
) -> String {
    let mut rules = format!(
        ".map-shape{{stroke:{sea}}}.map-shape:not([fill]){{fill:{land}}}.map-hatch rect{{fill:{land}}}\
         .map-hatch path{{stroke:{muted}}}.map-dispute{{stroke:{ink}}}"
    );
    for (number, region) in (1..).zip(&directory.network.regions) {
        let colour = if is_dark {
            &region.colours.dark
        } else {
            &region.colours.light
        };
        let _ = write!(
            rules,
            ".map-shape--region-{number}:not([fill]){{fill:{colour}}}\
             .map-shape--observer.map-shape--region-{number}{{stroke:{colour}}}\
             .map-hatch--region-{number} path{{stroke:{colour}}}"
        );
    }
    rules
}
