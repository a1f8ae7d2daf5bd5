//! The geometry of the map, in pure functions: the projection, the camera,
//! markers for small states, room for names, hit testing, arrow keys.
//!
//! Map units are those of map.json, `y` downwards; pixels are CSS pixels from
//! the top left corner of the drawing. The types say which one they hold.

pub mod projection;
pub mod view;

mod marker_layout;
pub mod markers;
pub mod name_layout;

pub mod arrow_keys;
pub mod hit;

pub use arrow_keys::{Direction, neighbour};
pub use hit::nearest;
pub use markers::{Marker, MemberGeometry, markers};
pub use name_layout::{name_places, name_width};
pub use projection::{MapPoint, project, unproject};
pub use view::{Bounds, Camera, MapTransform, Margins, PxPoint, Viewport};

/// The number nearest to `number` from `low` to `high`, where `low` is not above `high`.
///
/// Not the standard library's `clamp`, which panics with the numbers in words, by
/// 15 KB of code.
fn clamp(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}
