//! The days of a month, in weeks.

use crate::PartialDate;
use crate::model::Event;

/// A month as weeks of seven days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthGrid {
    /// Numbers of days, counted from 1970-01-01, in rows of seven; none for what
    /// belongs to another month.
    pub weeks: Vec<[Option<i32>; 7]>,
}

impl MonthGrid {
    /// A month whose weeks begin on `first_weekday`, 1 for Monday to 7 for Sunday.
    pub fn new(month: PartialDate, first_weekday: u8) -> Self {
        let (first, last) = month.to_month().day_range();
        let before = place_in_week(first, first_weekday);
        let mut weeks = Vec::new();
        let mut day = first - before;
        while day <= last {
            let days = [0, 1, 2, 3, 4, 5, 6].map(|ahead| day + ahead);
            weeks.push(days.map(|day| (first <= day && day <= last).then_some(day)));
            day += 7;
        }
        Self { weeks }
    }
}

/// Where a day stands in a week that begins on `first_weekday`, from 0.
pub fn place_in_week(day: i32, first_weekday: u8) -> i32 {
    // 1970 began on a Thursday, the fourth day after Sunday.
    (day + 4 - i32::from(first_weekday)).rem_euclid(7)
}

/// Whether all days of an event are known.
pub fn has_exact_days(event: &Event) -> bool {
    event.start.day().is_some() && event.last().day().is_some()
}

/// Whether an event may have a day in this month.
pub fn touches(event: &Event, month: PartialDate) -> bool {
    let (first, last) = month.to_month().day_range();
    event.start.day_range().0 <= last && first <= event.last().day_range().1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(month: &str, first_weekday: u8) -> Vec<String> {
        let grid = MonthGrid::new(month.parse().unwrap(), first_weekday);
        let weeks = grid.weeks.iter();
        let day = |day: &Option<i32>| match day {
            Some(day) => PartialDate::from_day(*day).day().unwrap().to_string(),
            None => "-".to_owned(),
        };
        weeks
            .map(|week| week.iter().map(day).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn weeks_begin_where_the_language_has_it() {
        // 1 November 2026 is a Sunday.
        assert_eq!(days("2026-11", 1)[0], "- - - - - - 1");
        assert_eq!(days("2026-11", 7)[0], "1 2 3 4 5 6 7");
        assert_eq!(days("2026-11", 6)[0], "- 1 2 3 4 5 6");
        assert_eq!(days("2026-11", 7).len(), 5);
        assert_eq!(
            days("2027-02", 1),
            [
                "1 2 3 4 5 6 7",
                "8 9 10 11 12 13 14",
                "15 16 17 18 19 20 21",
                "22 23 24 25 26 27 28"
            ]
        );
        assert_eq!(days("1961-09", 1)[0], "- - - - 1 2 3");
        assert_eq!(days("2024-02", 1).last().unwrap(), "26 27 28 29 - - -");
    }
}
