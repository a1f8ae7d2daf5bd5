//! Events in time: which part of time is shown, and where on the time line they
//! stand.

mod axis;
mod placing;
mod results;
mod view;

pub use axis::{Tick, density, ticks};
pub use placing::{Bar, Placed, Widths, place, place_down, rows};
pub use results::{is_upcoming, region};
pub use view::{Extent, Scale};
