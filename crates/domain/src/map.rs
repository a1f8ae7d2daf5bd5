//! The geometry of the map, in pure functions: the projection, the camera,
//! markers for small states, walking by arrow keys, hitting.
//!
//! Map units are those of map.json, `y` downwards; pixels are CSS pixels from
//! the top left corner of the drawing. The types say which one they hold.

pub mod projection;
pub mod view;

pub mod markers;
mod placing;

pub mod hit;
pub mod walk;

pub use hit::nearest;
pub use markers::{Marker, Site, markers};
pub use projection::{MapPoint, project, unproject};
pub use view::{Bounds, Camera, Margins, PxPoint, Stage, Viewport};
pub use walk::{Direction, neighbour};
