//! An event as an entry of a calendar.

use anyhow::{Context, Result, anyhow, ensure};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use directory::PartialDate;
use directory::model::{Event, EventState, EventTimes};
use icalendar::{Component, EventLike, EventStatus};

use super::text::{clean, description, place, title};
use crate::editions::Edition;
use crate::links::Links;

/// The entry of an event.
///
/// # Errors
/// It has a time that no clock shows.
pub fn of(edition: &Edition, links: &Links, event: &Event) -> Result<icalendar::Event> {
    let directory = edition.site.directory;
    let network = &directory.network;
    let kind = &network[event.kind];
    let changed = directory.last_change(event);
    let changed = midnight(day(changed.days().0)?);
    let mut entry = icalendar::Event::new();
    entry
        .uid(&format!("{}@{}", event.id, network.id))
        .sequence(event.details.revision)
        .last_modified(changed)
        .timestamp(changed)
        .summary(&title(directory, event))
        .description(&description(directory, event))
        .categories([clean(&directory.told_of(&kind.names.0).text)])
        .status(status(event.state));
    if let Some(place) = place(directory, event) {
        entry.location(&place);
    }
    if let Some(place) = &event.place {
        let position = place.position;
        entry.add_property("GEO", format!("{};{}", position.lat, position.lon));
    }
    if links.are_absolute() {
        let page = edition.at(&format!("events/{}/", event.id));
        entry.url(&links.to(&page, ""));
    }
    match &event.details.times {
        Some(times) if has_days(event) => {
            let span = span(event, times).with_context(|| format!("the event `{}`", event.id));
            let (start, end) = span?;
            entry.starts(start);
            if let Some(end) = end {
                entry.ends(end);
            }
        }
        _ => {
            // The end is the first day that is no longer part of it.
            entry.starts(day(event.start.days().0)?);
            entry.ends(day(event.last().days().1 + 1)?);
            entry.add_property("TRANSP", "TRANSPARENT");
        }
    }
    Ok(entry.done())
}

/// A postponed event may yet be, so that it is as open as a planned one.
fn status(state: EventState) -> EventStatus {
    match state {
        EventState::Held => EventStatus::Confirmed,
        EventState::Planned | EventState::Postponed => EventStatus::Tentative,
        EventState::Cancelled => EventStatus::Cancelled,
    }
}

/// Whether first and last day are known.
fn has_days(event: &Event) -> bool {
    let is_day = |date: PartialDate| date.day().is_some();
    is_day(event.start) && is_day(event.last())
}

/// When it begins and ends. One of several days whose last hour is not known
/// lasts until the end of its last day; of one day, only the start is told.
fn span(event: &Event, times: &EventTimes) -> Result<(DateTime<Utc>, Option<DateTime<Utc>>)> {
    let zone: Tz = times.zone.parse().map_err(|_| {
        let zone = &times.zone;
        anyhow!("names the time zone `{zone}`, which the IANA data base does not have")
    })?;
    let (first, last) = (day(event.start.days().0)?, day(event.last().days().0)?);
    let start = instant(zone, first, times.start)?;
    let end = match times.end {
        Some(end) => Some(instant(zone, last, end)?),
        None if last > first => {
            let next = last.succ_opt().context("ends after the last year")?;
            Some(instant(zone, next, (0, 0))?)
        }
        None => None,
    };
    ensure!(
        end.is_none_or(|end| end > start),
        "ends before it begins, by its `times`"
    );
    Ok((start, end))
}

/// The moment at which the clocks of a zone show a time; the first one, where
/// they show it twice.
fn instant(zone: Tz, day: NaiveDate, (hour, minute): (u8, u8)) -> Result<DateTime<Utc>> {
    let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), 0);
    let time = day.and_time(time.context("has a time that is no time of day")?);
    let moment = zone.from_local_datetime(&time).earliest();
    let moment = moment.with_context(|| format!("is at {time}, which the clocks there skip"))?;
    Ok(moment.with_timezone(&Utc))
}

/// The day with this number, counted from 1970-01-01.
pub fn day(number: i32) -> Result<NaiveDate> {
    NaiveDate::from_epoch_days(number).context("a day of no calendar")
}

/// The start of a day.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
