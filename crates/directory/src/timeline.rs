//! Events in time: which of them a query shows, their filters, and the time
//! line that they stand on.

mod axis;
mod placing;
mod results;
mod view;

pub use axis::{Tick, density, ticks};
pub use placing::{Bar, Placed, Widths, place, place_down, rows};
pub use results::{EventWords, is_upcoming, region};
pub use view::{Extent, Scale};
