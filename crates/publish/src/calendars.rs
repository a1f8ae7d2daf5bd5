//! Which calendars a localization has, and where they stand.
//!
//! docs/decisions/calendars.md tells why these are files.

use anyhow::Result;
use directory::model::{Event, EventTypeIdx, OrganIdx, RegionIdx};
use exports::calendars::{InvalidTime, calendar, full_calendar};

use crate::base_url::BaseUrl;
use crate::files::Files;
use crate::localizations::Localization;
use crate::page_urls::LocalizationUrls;

/// The folder of calendars in that of a localization.
pub const CALENDARS: &str = "calendars";

/// Writes the calendars of a localization: all, upcoming, by kind, organ, region
/// and member, and one for each event; gives their number.
///
/// A build has no clock: what is upcoming is told by the day of the data. Where
/// nothing is to come, what ended last stays in that calendar: a program that
/// finds it emptied may stop asking.
///
/// # Errors
/// One cannot be written, or an event has a time that no clock shows.
pub fn write(localization: &Localization, base_url: &BaseUrl, files: &mut Files) -> Result<usize> {
    let directory = localization.site.directory;
    let language = directory.language();
    let words = localization.words();
    let network = &directory.network;
    let network_name = network.short_names.get(language);
    let mut count = 0;
    let mut write = |address: &str, name: &str, events: &[&Event]| {
        count += 1;
        let text = calendar_of(localization, base_url, name, events)?;
        files.write(&localization.at(address), text)
    };
    let mut write_group = |group: &str, id: &str, name: &str, events: &[&Event]| {
        let address = format!("{CALENDARS}/{group}/{id}.ics");
        write(&address, &words.calendar_of(network_name, name), events)
    };
    let events_where = |is_in: &dyn Fn(&Event) -> bool| -> Vec<&Event> {
        let events = directory.events.iter();
        events.filter(|event| is_in(event)).collect()
    };
    for (idx, kind) in EventTypeIdx::each(network) {
        let name = directory.localized(&kind.names).text;
        let events = events_where(&|event| event.kind == idx);
        write_group("type", &kind.id, &name, &events)?;
    }
    for (idx, organ) in OrganIdx::each(network) {
        let name = directory.localized(&organ.names).text;
        let events = events_where(&|event| event.organ == Some(idx));
        if !events.is_empty() {
            write_group("organ", &organ.id, &name, &events)?;
        }
    }
    for (idx, region) in RegionIdx::each(network) {
        let name = region.names.get(language);
        let events = events_where(&|event| directory.event_region(event) == Some(idx));
        write_group("region", &region.id, name, &events)?;
    }
    for member in &directory.members {
        let name = member.names.get(language);
        let events: Vec<&Event> = directory.events_of(member).collect();
        write_group("member", &member.slug, name, &events)?;
    }
    let today = network.data_date.day_range().0;
    let last_days = directory
        .events
        .iter()
        .map(|event| event.last().day_range().1);
    let from = last_days.max().map_or(today, |latest| latest.min(today));
    let upcoming = events_where(&|event| !event.has_ended(from));
    let name = words.calendar_upcoming(network_name);
    write(&format!("{CALENDARS}/upcoming.ics"), &name, &upcoming)?;
    let name = words.calendar_name(network_name);
    for event in &directory.events {
        write(&format!("events/{}/event.ics", event.id), &name, &[event])?;
    }
    let everything = full_calendar(
        directory,
        &LocalizationUrls {
            localization,
            base_url,
        },
    )?;
    files.write(
        &localization.at(&format!("{CALENDARS}/all.ics")),
        everything,
    )?;
    Ok(count + 1)
}

/// A calendar of some events.
fn calendar_of(
    localization: &Localization,
    base_url: &BaseUrl,
    name: &str,
    events: &[&Event],
) -> Result<String, InvalidTime> {
    let events = events.iter().copied();
    let urls = LocalizationUrls {
        localization,
        base_url,
    };
    calendar(localization.site.directory, name, events, &urls)
}

#[cfg(test)]
mod tests;
