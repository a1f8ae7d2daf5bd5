//! The line itself: its ticks, and how many events each year has.

use super::view::Scale;
use crate::PartialDate;
use crate::catalogue::Catalogue;
use crate::model::{Directory, EventIdx};
use crate::query::Span;

/// Pixels that a tick with a year, and one with a month, needs for its text.
const YEAR_ROOM: f64 = 52.0;
const MONTH_ROOM: f64 = 74.0;

/// A line across time with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The day whose morning it marks.
    pub day: i32,
    /// The year, or the month with its year.
    pub label: String,
}

/// The ticks of a line, as many as their texts have room for: years that can
/// be divided by 50, 20, 10, 5, 2 or 1, or months.
pub fn ticks(words: &Catalogue, scale: &Scale) -> Vec<Tick> {
    let month = scale.per_day() * 30.4;
    let months = [1_u8, 3]
        .into_iter()
        .find(|step| month * f64::from(*step) >= MONTH_ROOM);
    let years = [1_u16, 2, 5, 10, 20, 50];
    let years = years
        .into_iter()
        .find(|step| month * 12.0 * f64::from(*step) >= YEAR_ROOM);
    let Span { from, to } = scale.span;
    let first = PartialDate::from_day(from).year();
    let last = PartialDate::from_day(to).year();
    let mut ticks = Vec::new();
    for year in first..=last {
        let mut add = |date: PartialDate, label: String| {
            let day = date.day_range().0;
            if (from..=to).contains(&day) {
                ticks.push(Tick { day, label });
            }
        };
        match months {
            Some(step) => {
                for month in (1..=12).step_by(step.into()) {
                    let date = PartialDate::from_month(year, month);
                    add(date, words.short_date(date));
                }
            }
            None if year.is_multiple_of(years.unwrap_or(100)) => {
                add(PartialDate::from_year(year), words.year(year));
            }
            None => {}
        }
    }
    ticks
}

/// How many of these events begin in each year of `span`.
pub fn density(directory: &Directory, events: &[EventIdx], span: Span) -> Vec<usize> {
    let first = PartialDate::from_day(span.from).year();
    let last = PartialDate::from_day(span.to).year();
    let mut counts = vec![0; usize::from(last - first) + 1];
    for event in events {
        let year = directory[*event].start.year();
        if (first..=last).contains(&year) {
            counts[usize::from(year - first)] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    fn check(from: &str, to: &str, length: f64, expected: &str) {
        let day = |text: &str| text.parse::<PartialDate>().unwrap().day_range();
        let span = Span {
            from: day(from).0,
            to: day(to).1,
        };
        let ticks = ticks(&Catalogue::english(), &Scale { span, length });
        let labels: Vec<&str> = ticks.iter().map(|tick| &*tick.label).collect();
        assert_eq!(labels.join(" "), expected, "{from} to {to}");
    }

    #[test]
    fn ticks_are_as_many_as_have_room() {
        check(
            "1955",
            "2026",
            1000.0,
            "1955 1960 1965 1970 1975 1980 1985 1990 1995 2000 2005 2010 2015 2020 2025",
        );
        check("1955", "2026", 500.0, "1960 1970 1980 1990 2000 2010 2020");
        check("1889", "2026", 300.0, "1900 1950 2000");
        check("2019", "2023", 1000.0, "2019 2020 2021 2022 2023");
        check(
            "2021-10",
            "2022-07",
            1000.0,
            "Oct 2021 Nov 2021 Dec 2021 Jan 2022 Feb 2022 Mar 2022 Apr 2022 May 2022 Jun 2022 Jul 2022",
        );
        check(
            "2020",
            "2022",
            1000.0,
            "Jan 2020 Apr 2020 Jul 2020 Oct 2020 Jan 2021 Apr 2021 Jul 2021 Oct 2021 Jan 2022 Apr 2022 Jul 2022 Oct 2022",
        );
    }

    #[test]
    fn density_counts_beginnings_by_year() {
        let directory = directory();
        let day = |text: &str| text.parse::<PartialDate>().unwrap().day_range();
        let span = Span {
            from: day("1961").0,
            to: day("1965").1,
        };
        let all: Vec<EventIdx> = EventIdx::all(&directory).collect();
        assert_eq!(density(&directory, &all, span), [1, 0, 0, 2, 0]);
        assert_eq!(density(&directory, &all[..1], span), [1, 0, 0, 0, 0]);
    }
}
