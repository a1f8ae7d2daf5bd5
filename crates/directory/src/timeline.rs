//! Events in time: which part of time is shown, and where on the time line they
//! stand.

mod axis;
mod event_layout;
mod month;
mod upcoming;
mod view;

pub use axis::{Tick, density, ticks};
pub use event_layout::{Bar, PlacedEvent, Widths, layout_across, layout_down, rows};
pub use month::{MonthGrid, has_exact_days, place_in_week, touches};
pub use upcoming::{is_upcoming, next_event, upcoming_events};
pub use view::{Extent, Scale};
