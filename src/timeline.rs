//! The time line as SVG: a view of the same events as the list.
//!
//! Where things are on it is worked out in [`directory::timeline`]; here it is
//! drawn and moved.

mod drawing;
mod frame;
mod legend;
mod overview;
mod pan_zoom;
mod panel;

pub use panel::Timeline;
