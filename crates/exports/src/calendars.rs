//! Calendars of events: iCalendar (RFC 5545).
//!
//! There is no clock: the same data give the same bytes.

mod entry;

use directory::model::{Directory, Event};

use crate::content_lines::ContentLines;
use crate::page_urls::PageUrls;
pub use entry::InvalidTime;

/// How often those who subscribe shall ask again.
const ONE_DAY: &str = "P1D";

/// The calendar of all events.
///
/// # Errors
/// An event has a time that no clock shows.
pub fn full_calendar(directory: &Directory, urls: &dyn PageUrls) -> Result<String, InvalidTime> {
    let network = directory.network.short_names.get(directory.language());
    let name = directory.catalogue.calendar_name(network);
    calendar(directory, &name, &directory.events, urls)
}

/// The calendar of these events in the order given, under a `name`.
///
/// # Errors
/// An event has a time that no clock shows.
pub fn calendar<'a>(
    directory: &Directory,
    name: &str,
    events: impl IntoIterator<Item = &'a Event>,
    urls: &dyn PageUrls,
) -> Result<String, InvalidTime> {
    let (network, words) = (&directory.network, &directory.catalogue);
    let data = words.export_data(&network.data_version, &words.date(network.data_date));
    let licence = directory.localized(&network.licence).text;
    let description = format!("{data}\n{licence}");
    let language = directory.language().to_uppercase();
    let version = env!("CARGO_PKG_VERSION");
    let mut lines = ContentLines::default();
    lines.line("BEGIN", "VCALENDAR");
    lines.line("VERSION", "2.0");
    lines.text_line(
        "PRODID",
        &format!("-//Hemicycle//Hemicycle {version}//{language}"),
    );
    lines.line("CALSCALE", "GREGORIAN");
    // RFC 7986 has these names; most programs know those of before.
    for property in ["NAME", "X-WR-CALNAME"] {
        lines.text_line(property, name);
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        lines.text_line(property, &description);
    }
    lines.line("REFRESH-INTERVAL;VALUE=DURATION", ONE_DAY);
    lines.line("X-PUBLISHED-TTL", ONE_DAY);
    let mut is_empty = true;
    for event in events {
        entry::write(&mut lines, directory, event, urls.event_url(event))?;
        is_empty = false;
    }
    if is_empty {
        for (property, value) in UTC {
            lines.line(property, value);
        }
    }
    lines.line("END", "VCALENDAR");
    Ok(lines.into_text())
}

/// What a calendar without events holds, since RFC 5545 wants one component at
/// least in each (3.4): the time zone UTC.
const UTC: [(&str, &str); 8] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", "UTC"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19700101T000000"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0000"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];
