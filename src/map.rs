//! The map as SVG: a view of the same results as the list.
//!
//! Where things are on it is worked out in [`directory::map`]; here it is drawn
//! and moved.

pub mod frame;
pub mod gesture;
pub mod hit_targets;
pub mod image_link;
pub mod legend;
pub mod outlines;
pub mod pan_zoom;
pub mod place_map;
pub mod tooltip;
pub mod world_map;

/// The picture of the map, in the site's folder; the program has its outlines
/// from there.
pub const MAP_SVG: &str = "map.svg";

/// The same at a finer level, for who zooms in.
pub const FINE_MAP_SVG: &str = "fine-map.svg";
