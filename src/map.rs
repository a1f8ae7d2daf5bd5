//! The map as SVG: a view of the same results as the list.
//!
//! Where things are on it is worked out in [`domain::map`]; here it is drawn
//! and moved.

pub mod frame;
pub mod gesture;
pub mod legend;
pub mod members;
pub mod moving;
pub mod picture;
pub mod place_map;
pub mod shapes;
pub mod tip;
pub mod world_map;
