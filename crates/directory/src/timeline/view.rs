//! Which part of time is on screen, and how a reader moves through it.

use crate::PartialDate;
use crate::model::Directory;
use crate::query::Span;

/// The shortest span that is shown, days: about two months.
const CLOSEST: f64 = 62.0;

/// A lone event so long before or after the others that it would take more
/// than this share of the line waits outside of the first view.
const OUTLYING: f64 = 0.25;

/// How far the time line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// What a reader sees first: whole years, without events that lie far off.
    pub home: Span,
    /// All of it, whole years.
    pub whole: Span,
}

impl Extent {
    /// From the year before the first event to the one after the last, or after
    /// the day with the number `today`.
    pub fn new(directory: &Directory, today: i32) -> Self {
        let year = PartialDate::from_day(today).year();
        let mut years = directory.events.iter().map(|event| event.start.year());
        let first = years.next().unwrap_or(year).min(year);
        let last = directory.events.iter().map(|event| event.last().year());
        let last = last.fold(year, u16::max);
        let mut before = first;
        let mut home = first;
        for next in years {
            let share = f64::from(next - before) / f64::from(last - first + 1);
            if share > OUTLYING {
                home = next;
            }
            before = next;
        }
        // A year of room on both sides, for marks and words at the ends.
        Self {
            home: years_between(home - 1, last + 1),
            whole: years_between(first - 1, last + 1),
        }
    }

    /// The span that `asked` for, brought inside; the first view where none is.
    pub fn clamped(&self, asked: Option<Span>) -> Span {
        asked.map_or(self.home, |span| {
            let length = f64::from(span.to) - f64::from(span.from) + 1.0;
            self.clamp_to_extent(f64::from(span.from), length)
        })
    }

    /// `factor` times as close, while the day at this share of the span, 0 to
    /// 1, stays where it is.
    pub fn zoomed(&self, span: Span, factor: f64, share: f64) -> Span {
        let length = day_count(span);
        let closer = (length / factor).max(CLOSEST);
        self.clamp_to_extent(f64::from(span.from) + (length - closer) * share, closer)
    }

    /// Moved on by a share of the span, towards later days if positive.
    pub fn panned(&self, span: Span, share: f64) -> Span {
        let length = day_count(span);
        self.clamp_to_extent(f64::from(span.from) + length * share, length)
    }

    /// Moved as little as needed for a day to be seen: not at all where it is
    /// in view.
    pub fn scrolled_to(&self, span: Span, day: i32) -> Span {
        if span.from <= day && day <= span.to {
            return span;
        }
        let edge = day_count(span) * 0.08;
        let (from, to) = (f64::from(span.from) + edge, f64::from(span.to) - edge);
        let day = f64::from(day);
        let by = (day - to).max(0.0) + (day - from).min(0.0);
        self.clamp_to_extent(f64::from(span.from) + by, day_count(span))
    }

    fn clamp_to_extent(&self, from: f64, length: f64) -> Span {
        let (first, last) = (f64::from(self.whole.from), f64::from(self.whole.to));
        let length = length.max(CLOSEST).min(last - first + 1.0);
        let from = from.min(last + 1.0 - length).max(first);
        Span {
            from: round_days(from),
            to: round_days(from + length - 1.0),
        }
    }
}

/// The number of days in a span.
fn day_count(span: Span) -> f64 {
    f64::from(span.to - span.from) + 1.0
}

/// The nearest whole number of days.
fn round_days(days: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "days of years with four digits"
    )]
    let rounded = days.round() as i32;
    rounded
}

fn years_between(first: u16, last: u16) -> Span {
    let day = |year: u16| PartialDate::from_year(year).day_range();
    Span {
        from: day(first).0,
        to: day(last).1,
    }
}

/// Where days stand on a line of so many pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The days.
    pub span: Span,
    /// Length of the line, pixels.
    pub length: f64,
}

impl Scale {
    /// Where the morning of a day stands, pixels from the beginning of the line.
    pub fn at(&self, day: i32) -> f64 {
        f64::from(day - self.span.from) * self.per_day()
    }

    /// Pixels for a day.
    pub fn per_day(&self) -> f64 {
        self.length / day_count(self.span)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture::directory;

    fn day(text: &str) -> i32 {
        text.parse::<PartialDate>().unwrap().day_range().0
    }

    fn extent() -> Extent {
        Extent::new(&directory(), day("2026-11-25"))
    }

    #[test]
    fn the_first_view_is_whole_years_around_all_but_outlying_events() {
        let extent = extent();
        assert_eq!(extent.whole.from, day("1960-01-01"));
        assert_eq!(extent.whole.to, day("2028-12-31"));
        // The years from 1964 to 2020 are more than a quarter.
        assert_eq!(extent.home.from, day("2019-01-01"));
        let later = Extent::new(&directory(), day("2040-05-05"));
        assert_eq!(later.whole.to, day("2041-12-31"));
    }

    #[test]
    fn a_day_that_is_asked_for_comes_into_view() {
        let extent = extent();
        let span = Span {
            from: day("1961-01-01"),
            to: day("1970-12-31"),
        };
        let moved = extent.scrolled_to(span, day("1980-06-01"));
        assert!(moved.from > span.from && moved.to > day("1980-06-01"));
        for seen in ["1961-01-01", "1965-06-01", "1970-12-31"] {
            assert_eq!(extent.scrolled_to(span, day(seen)), span, "{seen}");
        }
    }

    proptest! {
        #[test]
        fn no_gesture_leaves_the_line(
            moves in proptest::collection::vec((0.2..5.0, 0.0..1.0, -2.0..2.0), 1..20),
        ) {
            let extent = extent();
            let mut span = extent.home;
            for (factor, share, pan) in moves {
                span = extent.panned(extent.zoomed(span, factor, share), pan);
                prop_assert!(span.from >= extent.whole.from && span.to <= extent.whole.to);
                prop_assert!(day_count(span) >= CLOSEST - 1.0);
                prop_assert_eq!(extent.clamped(Some(span)), span);
            }
        }

        #[test]
        fn zooming_keeps_the_day_under_the_pointer(factor in 1.0..4.0, share in 0.0..1.0) {
            let extent = extent();
            let span = Span { from: day("1990-01-01"), to: day("2009-12-31") };
            let under = |span: Span| f64::from(span.from) + day_count(span) * share;
            let zoomed = extent.zoomed(span, factor, share);
            prop_assert!((under(zoomed) - under(span)).abs() <= 2.0);
        }
    }
}
