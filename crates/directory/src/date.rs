//! Dates that may be known to the year, the month or the day only.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar date of which the day, or the month and day, may be unknown.
///
/// Ordered by time; `2021` comes before `2021-01`, which comes before
/// `2021-01-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

/// The text is not a date in the form `2021`, `2021-11` or `2021-11-28`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("is no date")
    }
}

impl PartialDate {
    /// The year, 1000 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first year of the decade: 1960 for 1961.
    pub fn decade(self) -> u16 {
        self.year / 10 * 10
    }

    /// Whether this date is surely after `other`, given how much is known of
    /// both: `2026-07` is neither before nor after `2026`.
    pub fn is_surely_after(self, other: Self) -> bool {
        if self.year != other.year {
            return self.year > other.year;
        }
        let (Some(month), Some(other_month)) = (self.month, other.month) else {
            return false;
        };
        if month != other_month {
            return month > other_month;
        }
        matches!((self.day, other.day), (Some(day), Some(other_day)) if day > other_day)
    }
}

impl PartialDate {
    /// The numbers of the first and of the last day that it may be, counted
    /// from 1970-01-01.
    pub fn days(self) -> (i32, i32) {
        let month = self.month.unwrap_or(1);
        let first = day_number(self.year, month, self.day.unwrap_or(1));
        let last = match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(month), None) => first + i32::from(days_in(self.year, month)) - 1,
            (None, _) => day_number(self.year, 12, 31),
        };
        (first, last)
    }

    /// A year, 1000 to 9999.
    pub fn of_year(year: u16) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }

    /// A month of a year, 1 to 12.
    pub fn of_month(year: u16, month: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: None,
        }
    }

    /// The day with this number, counted from 1970-01-01; years outside of
    /// 1000 to 9999 become the nearest of these.
    pub fn of_day(number: i32) -> Self {
        // 400 years have 146 097 days; then on from at most a year too early.
        let years = (i64::from(number) * 400).div_euclid(146_097);
        let about = (years + 1969).clamp(1000, 9998);
        let mut year = u16::try_from(about).unwrap_or(9998);
        while year < 9999 && day_number(year + 1, 1, 1) <= number {
            year += 1;
        }
        let mut month = 12;
        while month > 1 && day_number(year, month, 1) > number {
            month -= 1;
        }
        let day = number - day_number(year, month, 1) + 1;
        let day = u8::try_from(day.max(1)).unwrap_or(31).min(31);
        Self {
            year,
            month: Some(month),
            day: Some(day),
        }
    }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar.
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let before = i32::from(year) - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let months = (1..month).map(|month| i32::from(days_in(year, month)));
    before * 365 + leap_days + months.sum::<i32>() + i32::from(day) - 719_163
}

impl Default for PartialDate {
    /// The earliest date that can be written.
    fn default() -> Self {
        Self {
            year: 1000,
            month: None,
            day: None,
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year: u16 = number(parts.next(), 4).ok_or(NotADate)?;
        if year < 1000 {
            return Err(NotADate);
        }
        let mut two_digits = || match parts.next() {
            None => Ok(None),
            Some(part) => number(Some(part), 2)
                .and_then(|number| u8::try_from(number).ok())
                .map(Some)
                .ok_or(NotADate),
        };
        let month = two_digits()?;
        let day = two_digits()?;
        let month_holds = month.is_none_or(|month| (1..=12).contains(&month));
        if parts.next().is_some() || !month_holds {
            return Err(NotADate);
        }
        if let (Some(month), Some(day)) = (month, day)
            && !(1..=days_in(year, month)).contains(&day)
        {
            return Err(NotADate);
        }
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        Ok(())
    }
}

/// Exactly `digits` ASCII digits as a number.
fn number(part: Option<&str>, digits: usize) -> Option<u16> {
    let part = part?;
    let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| part.parse().ok()).flatten()
}

/// Days of a month in the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, holds: bool) {
        let date = text.parse::<PartialDate>();
        assert_eq!(date.is_ok(), holds, "{text}");
        if let Ok(date) = date {
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn years_months_and_days_are_read_and_written_alike() {
        for text in ["1961", "2021-11", "2021-11-28", "2024-02-29", "2000-02-29"] {
            check(text, true);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "61",
            "2021-13",
            "2021-1",
            "2023-02-29",
            "1900-02-29",
            "2021-11-28-1",
            "2021-11-",
            "0999",
            "２０２１",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn days_are_counted_from_the_epoch_and_back() {
        let days = |text: &str| text.parse::<PartialDate>().unwrap().days();
        assert_eq!(days("1970-01-01"), (0, 0));
        // 11,017 days lie between the epoch and this one: 30 years with 7 leap days, 60 days.
        assert_eq!(days("2000-03-01"), (11_017, 11_017));
        assert_eq!(days("1969-12-31").0, -1);
        assert_eq!(
            days("2024-02"),
            (days("2024-02-01").0, days("2024-02-29").0)
        );
        assert_eq!(days("2023").1 - days("2023").0, 364);
        for number in (-200_000..200_000).step_by(37) {
            assert_eq!(PartialDate::of_day(number).days(), (number, number));
        }
    }

    #[test]
    fn after_is_said_only_when_it_is_sure() {
        let after = |later: &str, earlier: &str| {
            let date = |text: &str| text.parse::<PartialDate>().unwrap();
            date(later).is_surely_after(date(earlier))
        };
        assert!(after("2026-07-02", "2025-12-31"));
        assert!(after("2026-07-02", "2026-07-01"));
        assert!(!after("2026-07", "2026"));
        assert!(!after("2026-07-02", "2026-07-02"));
    }
}
