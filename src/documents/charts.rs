//! Pictures of figures: SVG that needs no program, every part of it a link to
//! those that it counts, each picture with the same as a table.
//!
//! What lies along an axis is given in percent of the width and the rest in
//! pixels, so that letters keep their size on any screen.

mod bars;
mod dots;
mod figure;
mod table;

use directory::Catalogue;
use directory::catalogue::decimal;

pub use bars::{Bar, BarPart, Bars, bars};
pub use dots::{Dot, DotRow, Dots, dots};
pub use figure::{Figure, figure, figure_of_facts};
pub use table::{Table, TableRow, bar_cell};

/// Puts what is read along an axis in the direction of reading.
#[derive(Clone, Copy)]
struct Axis {
    is_mirrored: bool,
}

impl Axis {
    fn new(words: &Catalogue) -> Self {
        Self {
            is_mirrored: words.language_direction() == "rtl",
        }
    }

    /// The place of a point, given in percent of the way.
    fn at(self, percent: f64) -> String {
        let from_left = if self.is_mirrored {
            100.0 - percent
        } else {
            percent
        };
        format!("{}%", decimal(from_left, 2))
    }

    /// Where a bar begins on the left, given where it begins and how long it is.
    fn left(self, from: f64, length: f64) -> String {
        self.at(if self.is_mirrored {
            from + length
        } else {
            from
        })
    }
}
