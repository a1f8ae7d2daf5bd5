//! An event as an entry of a calendar.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use directory::model::{Directory, Event, EventState, EventTimes};
use thiserror::Error;

use crate::content_lines::ContentLines;
use crate::days::{first_day, has_days, last_day, midnight};
use crate::event_text::{description, place, title};

/// An event is at a time that no clock shows.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the event `{event}` {problem}")]
pub struct InvalidTime {
    /// Its id.
    pub event: String,
    /// What is wrong with its `times`, as the rest of a sentence.
    pub problem: String,
}

/// Writes the entry of an event, with the address of its page where that is
/// known.
///
/// # Errors
/// It is at a time that no clock shows.
pub(super) fn write(
    lines: &mut ContentLines,
    directory: &Directory,
    event: &Event,
    url: Option<String>,
) -> Result<(), InvalidTime> {
    let network = &directory.network;
    let kind = &network[event.kind];
    let changed = utc(midnight(first_day(directory.last_change(event))));
    lines.line("BEGIN", "VEVENT");
    lines.text_line("DESCRIPTION", &description(directory, event));
    let times = event.details.times.as_ref().filter(|_| has_days(event));
    let (start, end) = match times {
        Some(times) => moments(event, times)?,
        None => whole_days(event),
    };
    if let Some((property, end)) = end {
        lines.line(property, end);
    }
    lines.line("DTSTAMP", &changed);
    lines.line(start.0, start.1);
    if let Some(place) = &event.place {
        let position = place.position;
        lines.line("GEO", format!("{};{}", position.lat, position.lon));
    }
    lines.line("LAST-MODIFIED", &changed);
    if let Some(place) = place(directory, event) {
        lines.text_line("LOCATION", &place);
    }
    lines.line("SEQUENCE", event.details.revision);
    lines.line("STATUS", status(event.state));
    lines.text_line("SUMMARY", &title(directory, event));
    if times.is_none() {
        lines.line("TRANSP", "TRANSPARENT");
    }
    lines.text_line("UID", &format!("{}@{}", event.id, network.id));
    if let Some(url) = url {
        lines.line("URL", url);
    }
    lines.text_line("CATEGORIES", &directory.localized(&kind.names).text);
    lines.line("END", "VEVENT");
    Ok(())
}

/// A line's property and its value.
type Line = (&'static str, String);

/// Start and end of an event without times: the end is the first day that is no
/// longer part of it. One known by month or year has the first day alone that it
/// may be on, so that it does not fill weeks of a calendar; its title says why.
fn whole_days(event: &Event) -> (Line, Option<Line>) {
    let first = first_day(event.start);
    let last = if has_days(event) {
        last_day(event.last())
    } else {
        first
    };
    (
        ("DTSTART;VALUE=DATE", date(first)),
        Some(("DTEND;VALUE=DATE", date(last + Days::new(1)))),
    )
}

/// Start and end of a timed event.
///
/// # Errors
/// It is at a time that no clock shows.
fn moments(event: &Event, times: &EventTimes) -> Result<(Line, Option<Line>), InvalidTime> {
    let (start, end) = span(event, times).map_err(|problem| InvalidTime {
        event: event.id.clone(),
        problem,
    })?;
    let end = end.map(|end| ("DTEND", utc(end)));
    Ok((("DTSTART", utc(start)), end))
}

/// A moment as RFC 5545 writes it (3.3.5).
fn utc(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A day as RFC 5545 writes it (3.3.4).
fn date(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A postponed event may yet be, so that it is as open as a planned one.
fn status(state: EventState) -> &'static str {
    match state {
        EventState::Held => "CONFIRMED",
        EventState::Planned | EventState::Postponed => "TENTATIVE",
        EventState::Cancelled => "CANCELLED",
    }
}

/// The start and the end of a timed event. One of several days whose last hour
/// is not known lasts until the end of its last day; of one day, only the start
/// is told.
///
/// # Errors
/// What is wrong with `times`.
fn span(
    event: &Event,
    times: &EventTimes,
) -> Result<(DateTime<Utc>, Option<DateTime<Utc>>), String> {
    let zone: Tz = times.zone.parse().map_err(|_| {
        let zone = &times.zone;
        format!("names the time zone `{zone}`, which the IANA data base does not have")
    })?;
    let (first, last) = (first_day(event.start), last_day(event.last()));
    let start = instant(zone, first, times.start)?;
    let end = match times.end {
        Some(end) => Some(instant(zone, last, end)?),
        None if last > first => Some(instant(zone, last + Days::new(1), (0, 0))?),
        None => None,
    };
    if end.is_some_and(|end| end <= start) {
        return Err("ends before it begins, by its `times`".to_owned());
    }
    Ok((start, end))
}

/// The moment at which the clocks of a zone show a time; the first one, where
/// they show it twice.
///
/// # Errors
/// They never show it.
fn instant(zone: Tz, day: NaiveDate, (hour, minute): (u8, u8)) -> Result<DateTime<Utc>, String> {
    let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), 0);
    let time = time.ok_or("has a time that is no time of day")?;
    let local = day.and_time(time);
    let moment = zone.from_local_datetime(&local).earliest();
    let moment = moment.ok_or_else(|| format!("is at {local}, which the clocks there skip"))?;
    Ok(moment.with_timezone(&Utc))
}
