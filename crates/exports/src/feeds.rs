//! News of the events and of the data: Atom (RFC 4287).

use atom_syndication::{Category, Entry, Feed as Atom, Link, Person, Text};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use directory::model::{Change, Edition, Event};
use directory::{Directory, PartialDate};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::days::{first_day, midnight};
use crate::edition_text;
use crate::event_text::{description, title};
use crate::media_types::media_type_by_ending;
use crate::plain_text::strip_controls;

/// A feed of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// What happened and will happen.
    Events,
    /// What changed in the data.
    Changes,
}

/// The addresses that a feed names, absolute or as links from it.
pub struct Addresses<'a> {
    /// That of the feed itself.
    pub feed: String,
    /// The page that tells the same.
    pub page: String,
    /// The page of an event.
    pub event: &'a dyn Fn(&Event) -> String,
    /// The page of an edition.
    pub edition: &'a dyn Fn(&Edition) -> String,
}

impl Feed {
    /// All feeds.
    pub const ALL: [Self; 2] = [Self::Events, Self::Changes];

    /// Where it stands in the folder of its language. Its id is made of this,
    /// so that it must never change.
    pub fn path(self) -> &'static str {
        match self {
            Self::Events => "feeds/events.atom",
            Self::Changes => "feeds/changes.atom",
        }
    }

    /// Its title, by which pages name it too.
    pub fn title(self, directory: &Directory) -> String {
        let words = &directory.catalogue;
        let network = directory.network.short_names.get(directory.language());
        match self {
            Self::Events => words.calendar_name(network),
            Self::Changes => words.calendar_changes(network),
        }
    }

    /// The feed as XML, the newest entry first.
    pub fn xml(self, directory: &Directory, addresses: &Addresses) -> String {
        let entries = match self {
            Self::Events => events(directory, addresses),
            Self::Changes => changes(directory, addresses),
        };
        let network = &directory.network;
        let language = directory.language();
        let newest = entries.iter().map(|entry| entry.updated).max();
        let author = Person {
            name: strip_controls(network.names.get(language)),
            ..Person::default()
        };
        let atom = Atom {
            title: Text::plain(strip_controls(&self.title(directory))),
            id: id(directory, &[self.path()]),
            updated: newest.unwrap_or_else(|| moment(network.data_date)),
            authors: vec![author],
            // Some readers take the first link for that of the page.
            links: vec![
                link("alternate", addresses.page.clone()),
                Link {
                    mime_type: media_type_by_ending("atom")
                        .map(|media_type| media_type.name.to_owned()),
                    ..link("self", addresses.feed.clone())
                },
            ],
            rights: Some(Text::plain(strip_controls(
                &directory.localized(&network.licence).text,
            ))),
            entries,
            lang: Some(language.to_owned()),
            ..Atom::default()
        };
        format!("{}\n", atom.to_string())
    }
}

/// An entry for each event.
fn events(directory: &Directory, addresses: &Addresses) -> Vec<Entry> {
    let mut events: Vec<&Event> = directory.events.iter().collect();
    events.sort_by(|one, other| (other.start, &one.id).cmp(&(one.start, &other.id)));
    let entries = events.into_iter().map(|event| {
        let kind = &directory.network[event.kind];
        Entry {
            title: Text::plain(title(directory, event)),
            id: id(directory, &["event", &event.id]),
            updated: moment(directory.last_change(event)) + order_in_day(event.start),
            links: vec![link("alternate", (addresses.event)(event))],
            categories: vec![Category {
                term: kind.id.clone(),
                label: Some(strip_controls(&directory.localized(&kind.names).text)),
                ..Category::default()
            }],
            summary: Some(Text::plain(description(directory, event))),
            ..Entry::default()
        }
    });
    entries.collect()
}

/// An entry for each edition that changed something, and for each change that was
/// noted before the first that is kept; the newest first, as they stand in the
/// file.
fn changes(directory: &Directory, addresses: &Addresses) -> Vec<Entry> {
    let network = &directory.network;
    let editions = network
        .editions
        .iter()
        .filter(|edition| edition.changes.is_some());
    let entries = editions.map(|edition| edition_entry(directory, edition, addresses));
    let earliest = network.editions.last().map(|edition| edition.date);
    let is_before = |change: &Change| earliest.is_none_or(|earliest| change.date <= earliest);
    let changes = &network.changes;
    let noted = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| is_before(change));
    let noted = noted.map(|(index, change)| {
        // Counted from the oldest, so that a further one of its day changes no id.
        let is_of_its_day = |other: &&Change| other.date == change.date;
        let number = changes[index + 1..].iter().filter(is_of_its_day).count();
        let date = change.date.to_string();
        let text = strip_controls(&directory.translated(&change.text).text);
        Entry {
            title: Text::plain(text.clone()),
            id: id(directory, &["change", &date, &number.to_string()]),
            updated: moment(change.date) + number_in_day(number),
            links: vec![link("alternate", addresses.page.clone())],
            summary: Some(Text::plain(text)),
            ..Entry::default()
        }
    });
    entries.chain(noted).collect()
}

/// An entry for an edition: how much it changed, and what was noted of it.
fn edition_entry(directory: &Directory, edition: &Edition, addresses: &Addresses) -> Entry {
    let words = &directory.catalogue;
    let notes = directory.network.notes_of(edition);
    let notes = notes.map(|change| directory.translated(&change.text).text.into_owned());
    let texts: Vec<String> = [edition_text::changes(words, edition)]
        .into_iter()
        .chain(notes)
        .collect();
    let name = words.editions_name(&edition.version, &words.date(edition.date));
    Entry {
        title: Text::plain(strip_controls(&name)),
        id: id(directory, &["edition", &edition.version]),
        updated: moment(edition.date),
        links: vec![link("alternate", (addresses.edition)(edition))],
        summary: Some(Text::plain(strip_controls(&texts.join("\n")))),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link {
        rel: rel.to_owned(),
        href,
        ..Link::default()
    }
}

/// The start of a day as Atom writes moments.
fn moment(date: PartialDate) -> DateTime<FixedOffset> {
    midnight(first_day(date)).fixed_offset()
}

/// How long after the start of its day an entry of an event is said to have
/// changed: the longer, the later the event began. Many changed on one day, and
/// readers sort by this alone; it stays the same when further events come. A day
/// has seconds for the days of 236 years.
fn order_in_day(start: PartialDate) -> TimeDelta {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day of the calendar");
    let days = (first_day(start) - first).num_days();
    TimeDelta::seconds(days.clamp(0, 86_399))
}

/// The same for the changes of a day, which are counted from the oldest.
fn number_in_day(number: usize) -> TimeDelta {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    TimeDelta::seconds(number.min(86_399))
}

/// What stays the same wherever the site stands, and is another one in each
/// language: a UUID made of names by SHA-256, as RFC 9562 shows it (B.2).
fn id(directory: &Directory, names: &[&str]) -> String {
    let path = [directory.network.id.as_str(), directory.language()];
    let path = [&path, names].concat().join("/");
    let hash = Sha256::digest(path.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Uuid::new_v8(bytes).urn().to_string()
}
