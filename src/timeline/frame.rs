//! What the time line shows, and where everything then stands in pixels.

use directory::map::Viewport;
use directory::model::EventIdx;
use directory::query::Span;
use directory::timeline::{Extent, PlacedEvent, Scale, Widths, layout_across, layout_down, rows};

use crate::{Site, browser};

/// A panel narrower than this, pixels, has a line that runs down.
const NARROW: f64 = 600.0;
/// How long the line is where it runs down.
const DOWN: f64 = 460.0;
/// Room for the years above the rows, or beside them where the line runs down.
const YEARS: f64 = 26.0;
const YEARS_DOWN: f64 = 58.0;
/// From row to row.
pub const ROW: f64 = 17.0;
/// The same where the line runs down, and each type has one row.
const ROW_DOWN: f64 = 15.0;
/// As wide as letters of the labels are at most, pixels.
const WIDTHS: Widths = Widths {
    letter: 7.0,
    cjk: 13.0,
};
/// The same of letters where they are larger for the eye, as Arabic ones.
const WIDE: Widths = Widths {
    letter: 8.0,
    cjk: 13.0,
};

/// One position of the time line in a panel of one width.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineFrame {
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
    /// How many rows each lane has.
    rows: Vec<usize>,
}

impl TimelineFrame {
    /// The line in a panel of this size, for the events at these places.
    pub fn new(
        site: &'static Site,
        shown: &[EventIdx],
        panel: Viewport,
        extent: Extent,
        span: Option<Span>,
    ) -> Self {
        let width = panel.width;
        let down = width < NARROW;
        let length = if down { DOWN } else { width };
        let home = Scale {
            span: extent.home,
            length,
        };
        let mut rows = rows(site.directory, shown, &home);
        if down {
            for rows in &mut rows {
                *rows = (*rows).min(1);
            }
        }
        Self {
            width,
            down,
            mirrored: site.directory.catalogue.language_direction() == "rtl",
            scale: Scale {
                span: extent.clamped(span),
                length,
            },
            extent,
            rows,
        }
    }

    /// Where these events stand, as far as they are in view.
    pub fn placed_events(&self, site: &'static Site, shown: &[EventIdx]) -> Vec<PlacedEvent> {
        let directory = site.directory;
        let labels = |event: EventIdx| {
            let event = &directory[event];
            let city = event.place.as_ref();
            let city = city.map(|place| directory.localized(&place.city).text.into_owned());
            [directory.short_title(event), city.unwrap_or_default()]
        };
        let widths = if self.mirrored { WIDE } else { WIDTHS };
        let (scale, rows) = (&self.scale, &self.rows);
        if self.down {
            let room = self.width - self.label_column() - 8.0;
            layout_down(directory, shown, scale, rows, widths, room, &labels)
        } else {
            layout_across(directory, shown, scale, rows, widths, &labels)
        }
    }

    /// Room for all rows.
    #[expect(clippy::cast_precision_loss, reason = "rows are few")]
    fn across(&self) -> f64 {
        self.rows.iter().sum::<usize>() as f64 * self.row()
    }

    /// From row to row.
    fn row(&self) -> f64 {
        if self.down { ROW_DOWN } else { ROW }
    }

    /// Height of the panel, pixels.
    pub fn height(&self) -> f64 {
        if self.down {
            DOWN
        } else {
            YEARS + self.across() + 8.0
        }
    }

    /// Where a point stands that is so far along the line and in this row, or
    /// so many rows down; pixels from the top left corner.
    pub fn point(&self, along: f64, row: f64) -> (f64, f64) {
        let (x, y) = if self.down {
            (YEARS_DOWN + (row + 0.5) * self.row(), along)
        } else {
            (along, YEARS + (row + 0.5) * self.row())
        };
        (if self.mirrored { self.width - x } else { x }, y)
    }

    /// Where the labels begin if the line runs down.
    pub fn label_column(&self) -> f64 {
        YEARS_DOWN + self.across() + 4.0
    }

    /// How far along the line a point of the panel is, 0 to 1.
    pub fn share(&self, x: f64, y: f64) -> f64 {
        let along = match (self.down, self.mirrored) {
            (true, _) => y,
            (false, true) => self.width - x,
            (false, false) => x,
        };
        browser::share(along, self.scale.length)
    }
}
