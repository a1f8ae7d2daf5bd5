//! Dates of the data as days of a calendar.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use directory::PartialDate;
use directory::model::Event;

/// Whether the first and the last day of an event are known.
pub(crate) fn has_days(event: &Event) -> bool {
    let is_day = |date: PartialDate| date.day().is_some();
    is_day(event.start) && is_day(event.last())
}

/// The first day that a date may be.
pub(crate) fn first_day(date: PartialDate) -> NaiveDate {
    day(date.day_range().0)
}

/// The last day that a date may be.
pub(crate) fn last_day(date: PartialDate) -> NaiveDate {
    day(date.day_range().1)
}

/// The start of a day in UTC.
pub(crate) fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// The day with this number, counted from 1970-01-01.
fn day(number: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(number).expect("years of the data have four digits")
}
