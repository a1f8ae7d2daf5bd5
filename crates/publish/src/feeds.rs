//! News of the events and of the data, as Atom.

use anyhow::Result;
use atom_syndication::{Category, Entry, Feed, Link, Person, Text};
use chrono::{DateTime, FixedOffset};
use directory::model::{Change, Event};
use directory::{Directory, PartialDate};
use hemicycle::Page;
use sha2::{Digest, Sha256};

use crate::calendars::text::{clean, description, title};
use crate::calendars::{day, midnight};
use crate::editions::Edition;
use crate::files::Files;
use crate::links::Links;

/// Where the events are told.
pub const EVENTS: &str = "feeds/events.atom";
/// Where the changes of the data are told.
pub const CHANGES: &str = "feeds/changes.atom";

/// Writes the feeds of an edition.
///
/// # Errors
/// One cannot be written.
pub fn write(edition: &Edition, links: &Links, files: &mut Files) -> Result<()> {
    for (address, feed) in [
        (EVENTS, events(edition, links)?),
        (CHANGES, changes(edition, links)?),
    ] {
        let mut text = feed.write_to(Vec::new())?;
        text.push(b'\n');
        files.write(&edition.at(address), text)?;
    }
    Ok(())
}

/// The title of a feed, by which pages name it too.
pub fn title_of(directory: &Directory, feed: &str) -> String {
    let words = &directory.words;
    let network = directory.network.short_names.get(directory.language());
    if feed == CHANGES {
        words.calendar_changes(network)
    } else {
        words.calendar_name(network)
    }
}

/// All events, the newest first.
fn events(edition: &Edition, links: &Links) -> Result<Feed> {
    let directory = edition.site.directory;
    let mut newest: Vec<&Event> = directory.events.iter().collect();
    newest.sort_by(|one, other| (other.start, &one.id).cmp(&(one.start, &other.id)));
    let entries = newest.into_iter().map(|event| {
        let kind = &directory.network[event.kind];
        let address = edition.at(&format!("events/{}/", event.id));
        Ok(Entry {
            title: Text::plain(title(directory, event)),
            id: id(edition, &["event", &event.id]),
            updated: moment(directory.last_change(event))?,
            links: vec![link("alternate", links.to(&address, &edition.at(EVENTS)))],
            categories: vec![Category {
                term: kind.id.clone(),
                label: Some(clean(&directory.told_of(&kind.names.0).text)),
                ..Category::default()
            }],
            summary: Some(Text::plain(description(directory, event))),
            ..Entry::default()
        })
    });
    let entries = entries.collect::<Result<Vec<Entry>>>()?;
    feed(edition, links, EVENTS, edition.at("events/"), entries)
}

/// What changed in the data, the newest first.
fn changes(edition: &Edition, links: &Links) -> Result<Feed> {
    let directory = edition.site.directory;
    let changes = &directory.network.changes;
    let page = edition.address(Page::Data);
    let to_page = links.to(&page, &edition.at(CHANGES));
    let entries = changes.iter().enumerate().map(|(place, change)| {
        // Counted from the oldest, so that a further one of its day changes no id.
        let is_older = |other: &&Change| other.date == change.date;
        let number = changes[place + 1..].iter().filter(is_older).count();
        let date = change.date.to_string();
        let text = clean(&directory.told(&change.text).text);
        Ok(Entry {
            title: Text::plain(text.clone()),
            id: id(edition, &["change", &date, &number.to_string()]),
            updated: moment(change.date)?,
            links: vec![link("alternate", to_page.clone())],
            summary: Some(Text::plain(text)),
            ..Entry::default()
        })
    });
    let entries = entries.collect::<Result<Vec<Entry>>>()?;
    feed(edition, links, CHANGES, page, entries)
}

/// The feed at `address` in an edition, which stands for a `page`.
fn feed(
    edition: &Edition,
    links: &Links,
    address: &str,
    page: String,
    entries: Vec<Entry>,
) -> Result<Feed> {
    let directory = edition.site.directory;
    let network = &directory.network;
    let own = edition.at(address);
    let updated = moment(network.data_date)?;
    let newest = entries.iter().map(|entry| entry.updated).max();
    let author = Person {
        name: clean(network.names.get(directory.language())),
        ..Person::default()
    };
    Ok(Feed {
        title: Text::plain(clean(&title_of(directory, address))),
        id: id(edition, &[address]),
        updated: newest.unwrap_or(updated),
        authors: vec![author],
        links: vec![
            Link {
                mime_type: Some("application/atom+xml".to_owned()),
                ..link("self", links.to(&own, &own))
            },
            link("alternate", links.to(&page, &own)),
        ],
        rights: Some(Text::plain(clean(
            &directory.told_of(&network.licence.0).text,
        ))),
        entries,
        lang: Some(edition.language().to_owned()),
        ..Feed::default()
    })
}

fn link(rel: &str, href: String) -> Link {
    Link {
        rel: rel.to_owned(),
        href,
        ..Link::default()
    }
}

/// The start of a day as Atom writes moments.
fn moment(date: PartialDate) -> Result<DateTime<FixedOffset>> {
    Ok(midnight(day(date.days().0)?).fixed_offset())
}

/// What stays the same wherever the site stands, and is another one in each
/// language: a UUID made of names by SHA-256, as RFC 9562 shows it (B.2).
fn id(edition: &Edition, names: &[&str]) -> String {
    let network = &edition.site.directory.network.id;
    let mut text = format!("{network}/{}", edition.language());
    for name in names {
        text.extend(["/", name]);
    }
    let hash = Sha256::digest(text.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    // Version 8, and the variant of all UUIDs.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let number = format!("{:032x}", u128::from_be_bytes(bytes));
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &number[..8],
        &number[8..12],
        &number[12..16],
        &number[16..20],
        &number[20..]
    )
}

#[cfg(test)]
mod tests;
