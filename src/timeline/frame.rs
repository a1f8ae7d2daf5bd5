//! What the time line shows, and where everything then stands in pixels.

use domain::query::Span;
use domain::timeline::{Extent, Placed, Scale, Tick, Widths, place, place_down, rows, ticks};

use crate::Site;

/// A panel narrower than this, pixels, has a line that runs down.
const NARROW: f64 = 600.0;
/// How long the line is where it runs down.
const DOWN: f64 = 460.0;
/// Room for the years above the rows, or beside them where the line runs down.
const YEARS: f64 = 26.0;
const YEARS_DOWN: f64 = 46.0;
/// From row to row.
pub const ROW: f64 = 18.0;
/// As wide as letters of the labels are at most, pixels.
const WIDTHS: Widths = Widths {
    letter: 7.0,
    sign: 13.0,
};
/// The same of letters where they are larger for the eye, as Arabic ones.
const WIDE: Widths = Widths {
    letter: 8.0,
    sign: 13.0,
};

/// One position of the time line in a panel of one width.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Width of the panel, pixels.
    pub width: f64,
    /// Whether the line runs down.
    pub down: bool,
    /// Whether what comes later stands further left, or where the line runs
    /// down the labels do.
    pub mirrored: bool,
    /// Days and pixels.
    pub scale: Scale,
    /// How far the line goes.
    pub extent: Extent,
    /// Lines across.
    pub ticks: Vec<Tick>,
    /// The events in view.
    pub placed: Vec<Placed>,
    /// How many rows there are.
    pub rows: usize,
}

impl Frame {
    /// Works out where the events at these places stand.
    pub fn new(
        site: &'static Site,
        shown: &[usize],
        width: f64,
        extent: Extent,
        span: Span,
    ) -> Self {
        let directory = site.directory;
        let words = &directory.words;
        let down = width < NARROW;
        let length = if down { DOWN } else { width };
        let scale = Scale { span, length };
        let home = Scale {
            span: extent.home,
            length,
        };
        let rows = rows(directory, shown, &home);
        let count: usize = rows.iter().sum();
        let labels = |event: usize| {
            let event = &directory.events[event];
            let city = event.place.as_ref();
            let city = city.map(|place| directory.told_of(&place.city.0).text.into_owned());
            [directory.titled(event), city.unwrap_or_default()]
        };
        let widths = match words.language_direction() {
            "rtl" => WIDE,
            _ => WIDTHS,
        };
        let placed = if down {
            let room = width - YEARS_DOWN - across(count) - 12.0;
            place_down(directory, shown, &scale, &rows, widths, room, &labels)
        } else {
            place(directory, shown, &scale, &rows, widths, &labels)
        };
        Self {
            width,
            down,
            mirrored: words.language_direction() == "rtl",
            scale,
            extent,
            ticks: ticks(words, &scale),
            placed,
            rows: count,
        }
    }

    /// Height of the panel, pixels.
    pub fn height(&self) -> f64 {
        if self.down {
            DOWN
        } else {
            YEARS + across(self.rows) + 8.0
        }
    }

    /// Where a point stands that is so far along the line and in this row, or
    /// so many rows down; pixels from the top left corner.
    pub fn point(&self, along: f64, row: f64) -> (f64, f64) {
        let (x, y) = if self.down {
            (YEARS_DOWN + across_to(row), along)
        } else {
            (along, YEARS + across_to(row))
        };
        (if self.mirrored { self.width - x } else { x }, y)
    }

    /// Where the labels begin if the line runs down.
    pub fn label_column(&self) -> f64 {
        YEARS_DOWN + across(self.rows) + 4.0
    }

    /// How far along the line a point of the panel is, 0 to 1.
    pub fn share(&self, x: f64, y: f64) -> f64 {
        let along = match (self.down, self.mirrored) {
            (true, _) => y,
            (false, true) => self.width - x,
            (false, false) => x,
        };
        (along / self.scale.length).max(0.0).min(1.0)
    }
}

/// How much room so many rows take.
#[expect(clippy::cast_precision_loss, reason = "rows are few")]
fn across(rows: usize) -> f64 {
    rows as f64 * ROW
}

/// Where the middle of a row is.
fn across_to(row: f64) -> f64 {
    (row + 0.5) * ROW
}
