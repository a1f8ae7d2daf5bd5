//! Calendars of the events in each language, made when publishing.
//!
//! A build has no clock: what is upcoming is told by the day of the data, and
//! the same data give the same bytes. docs/decisions/calendars.md tells why
//! these are files.

mod entry;
pub mod text;

use anyhow::Result;
use directory::model::{Event, EventTypeIdx, OrganIdx, RegionIdx};
use directory::timeline;
use icalendar::{Calendar, Parameter, Property};

use crate::editions::Edition;
use crate::files::Files;
use crate::links::Links;
pub use entry::{day, midnight};
use text::clean;

/// The folder of calendars in that of an edition.
pub const CALENDARS: &str = "calendars";

/// Writes the calendars of an edition: all, upcoming, by kind, organ, region
/// and member, and one for each event; gives their number.
///
/// # Errors
/// One cannot be written, or an event has a time that no clock shows.
pub fn write(edition: &Edition, links: &Links, files: &mut Files) -> Result<usize> {
    let directory = edition.site.directory;
    let words = edition.words();
    let network = directory.network.short_names.get(directory.language());
    let mut count = 0;
    let mut write = |address: &str, name: &str, events: &[&Event]| {
        count += 1;
        let calendar = calendar(edition, links, name, events)?;
        files.write(&edition.at(address), calendar)
    };
    let mut one_of = |kind: &str, id: &str, name: &str, events: &[&Event]| {
        let address = format!("{CALENDARS}/{kind}/{id}.ics");
        write(&address, &words.calendar_of(network, name), events)
    };
    let chosen = |choice: &dyn Fn(&Event) -> bool| -> Vec<&Event> {
        let events = directory.events.iter();
        events.filter(|event| choice(event)).collect()
    };
    for (kind_idx, kind) in EventTypeIdx::each(&directory.network) {
        let name = directory.told_of(&kind.names.0).text;
        one_of(
            "type",
            &kind.id,
            &name,
            &chosen(&|event| event.kind == kind_idx),
        )?;
    }
    for (organ_idx, organ) in OrganIdx::each(&directory.network) {
        let name = directory.told_of(&organ.names.0).text;
        let events = chosen(&|event| event.organ == Some(organ_idx));
        if !events.is_empty() {
            one_of("organ", &organ.id, &name, &events)?;
        }
    }
    for (region_idx, region) in RegionIdx::each(&directory.network) {
        let name = region.names.get(directory.language());
        let events = chosen(&|event| timeline::region(directory, event) == Some(region_idx));
        one_of("region", &region.id, name, &events)?;
    }
    for member in &directory.members {
        let name = member.names.get(directory.language());
        let events: Vec<&Event> = directory.events_of(member).collect();
        one_of("member", &member.slug, name, &events)?;
    }
    let today = directory.network.data_date.days().0;
    let upcoming = chosen(&|event| !event.is_over(today));
    let all = words.calendar_name(network);
    write(
        &format!("{CALENDARS}/upcoming.ics"),
        &words.calendar_upcoming(network),
        &upcoming,
    )?;
    for event in &directory.events {
        write(&format!("events/{}/event.ics", event.id), &all, &[event])?;
    }
    write(&format!("{CALENDARS}/all.ics"), &all, &chosen(&|_| true))?;
    Ok(count)
}

/// The calendar of all events of an edition.
///
/// # Errors
/// An event has a time that no clock shows.
pub fn all(edition: &Edition, links: &Links) -> Result<String> {
    let directory = edition.site.directory;
    let network = directory.network.short_names.get(directory.language());
    let name = edition.words().calendar_name(network);
    let events: Vec<&Event> = directory.events.iter().collect();
    calendar(edition, links, &name, &events)
}

/// The text of a calendar.
fn calendar(edition: &Edition, links: &Links, name: &str, events: &[&Event]) -> Result<String> {
    let directory = edition.site.directory;
    let (network, words) = (&directory.network, edition.words());
    let data = words.export_data(&network.data_version, &words.date(network.data_date));
    let licence = directory.told_of(&network.licence.0).text;
    let language = edition.language().to_uppercase();
    let version = env!("CARGO_PKG_VERSION");
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(Property::new(
            "PRODID",
            format!("-//Hemicycle//Hemicycle {version}//{language}"),
        ))
        .append_property(("CALSCALE", "GREGORIAN"))
        // The library does not know that this one is text.
        .append_property(Property::new("NAME", escaped(&clean(name))))
        .append_property(Property::new("X-WR-CALNAME", clean(name)))
        .description(&clean(&format!("{data}\n{licence}")))
        .append_property(
            Property::new("REFRESH-INTERVAL", DAY)
                .append_parameter(Parameter::new("VALUE", "DURATION"))
                .done(),
        )
        .append_property(("X-PUBLISHED-TTL", DAY));
    for event in events {
        calendar.push(entry::of(edition, links, event)?);
    }
    let text = folded(&calendar.to_string());
    match text.strip_suffix(END) {
        Some(text) if events.is_empty() => Ok(format!("{text}{UTC}{END}")),
        _ => Ok(text),
    }
}

/// How often those who subscribe shall ask again.
const DAY: &str = "P1D";

/// The last line of a calendar.
const END: &str = "END:VCALENDAR\r\n";

/// What a calendar without events holds, since RFC 5545 wants one thing at
/// least in each. The library would stamp it with the time of the build.
const UTC: &str = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\n\
    DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\n";

/// A calendar with its lines folded anew: the library leaves up to 76 octets on
/// the last part of a line, where RFC 5545 allows 75 (3.1).
fn folded(calendar: &str) -> String {
    let mut folded = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for sign in line.chars() {
            if octets + sign.len_utf8() > 75 {
                folded.push_str("\r\n ");
                octets = 1;
            }
            folded.push(sign);
            octets += sign.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// A text as RFC 5545 writes it (3.3.11).
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n");
    text.replace(',', "\\,").replace(';', "\\;")
}

#[cfg(test)]
mod tests;
