//! Dates that may be known to the year, the month or the day only.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
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
    type Error = ParseDateError;

    fn try_from(text: String) -> Result<Self, ParseDateError> {
        text.parse()
    }
}

/// The text is not a date in the form `2021`, `2021-11` or `2021-11-28`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDateError;

impl fmt::Display for ParseDateError {
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

    /// The month, or the year where no more is known.
    #[must_use]
    pub fn to_month(self) -> Self {
        Self { day: None, ..self }
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
    pub fn day_range(self) -> (i32, i32) {
        let month = self.month.unwrap_or(1);
        let first = day_number(self.year, month, self.day.unwrap_or(1));
        let last = match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(12), None) | (None, _) => day_number(self.year, 12, 31),
            (Some(month), None) => day_number(self.year, month + 1, 1) - 1,
        };
        (first, last)
    }

    /// A year, 1000 to 9999.
    pub fn from_year(year: u16) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }

    /// A month of a year, 1 to 12.
    pub fn from_month(year: u16, month: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: None,
        }
    }

    /// The day so many months after the first that it may be, or the last of
    /// that month where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let first = Self::from_day(self.day_range().0);
        let month_before = u32::from(first.month.unwrap_or(1)) - 1;
        let sum = u32::from(first.year) * 12 + month_before + u32::from(months);
        let year = u16::try_from(sum / 12).expect("16 bits of months are few years");
        let month = u8::try_from(sum % 12 + 1).expect("a month is at most 12");
        let later = Self::from_month(year, month);
        let (start, end) = later.day_range();
        let days_before = i32::from(first.day.unwrap_or(1)) - 1;
        Self::from_day((start + days_before).min(end))
    }

    /// The day with this number, counted from 1970-01-01; years outside of
    /// 1000 to 9999 become the nearest of these.
    pub fn from_day(number: i32) -> Self {
        let number = number.clamp(day_number(1000, 1, 1), day_number(9999, 12, 31));
        let day = NaiveDate::from_num_days_from_ce_opt(number + DAYS_BEFORE_1970);
        let day = day.expect("these years lie within those of chrono");
        let part = |number: u32| u8::try_from(number).ok();
        Self {
            year: u16::try_from(day.year()).expect("it has four digits"),
            month: part(day.month()),
            day: part(day.day()),
        }
    }
}

/// The days from 0001-01-01 to 1970-01-01, the first counted as 1.
const DAYS_BEFORE_1970: i32 = 719_163;

/// The days from 1970-01-01 to a day of the Gregorian calendar.
fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let day = day.expect("a date holds no day that there is not");
    day.num_days_from_ce() - DAYS_BEFORE_1970
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
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.split('-');
        let year: u16 = number(parts.next(), 4).ok_or(ParseDateError)?;
        if year < 1000 {
            return Err(ParseDateError);
        }
        let mut two_digits = || match parts.next() {
            None => Ok(None),
            Some(part) => number(Some(part), 2)
                .and_then(|number| u8::try_from(number).ok())
                .map(Some)
                .ok_or(ParseDateError),
        };
        let month = two_digits()?;
        let day = two_digits()?;
        if parts.next().is_some() {
            return Err(ParseDateError);
        }
        let first = |part: Option<u8>| u32::from(part.unwrap_or(1));
        NaiveDate::from_ymd_opt(year.into(), first(month), first(day)).ok_or(ParseDateError)?;
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
        let days = |text: &str| text.parse::<PartialDate>().unwrap().day_range();
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
            assert_eq!(PartialDate::from_day(number).day_range(), (number, number));
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        for (date, months, later) in [
            ("2025-11-26", 0, "2025-11-26"),
            ("2025-11-26", 1, "2025-12-26"),
            ("2025-11-26", 12, "2026-11-26"),
            ("2025-12-31", 2, "2026-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2025-11", 13, "2026-12-01"),
            ("2025", 18, "2026-07-01"),
            ("9999-12-31", u16::MAX, "9999-12-31"),
        ] {
            let found = date.parse::<PartialDate>().unwrap().plus_months(months);
            assert_eq!(found.to_string(), later, "{months} months after {date}");
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
