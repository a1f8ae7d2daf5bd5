//! All events to take away, as CSV and as JSON.
//!
//! Written when publishing, one event a line, so that
//! [`directory::export::subset`] can take any of them from the whole. What is
//! written of an event is the same in both: unknown values are empty in CSV and
//! absent in JSON.

use directory::model::{Directory, Event, Organ, Other, Source, StateIdx};
use directory::vocabulary::{EVENT_STATE, as_str};
use directory::{PartialDate, SortedSet};

use crate::cell::Cell;
use crate::members::add_provenance_sources;
use crate::table::{self, Column, Sheet};

/// Gives the cell of an event in one column.
type EventCell = fn(&Directory, &Event) -> Cell;

/// The columns of the CSV, which are the keys of the JSON: codes and words are
/// those of the data files, the rest is in the reader's language.
const COLUMNS: [Column<EventCell>; 27] = [
    ("id", |_, event| event.id.as_str().into()),
    ("type", |directory, event| {
        let kind = &directory.network[event.kind];
        kind.id.as_str().into()
    }),
    ("type_name", |directory, event| {
        let kind = &directory.network[event.kind];
        directory.localized(&kind.names).text.into()
    }),
    ("state", |_, event| as_str(EVENT_STATE, &event.state).into()),
    ("title", |directory, event| {
        directory.localized(&event.titles).text.into()
    }),
    ("start", |_, event| event.start.into()),
    ("end", |_, event| event.end.into()),
    ("city", |directory, event| {
        let place = event.place.as_ref();
        place
            .map(|place| directory.localized(&place.city).text)
            .into()
    }),
    ("country", |directory, event| {
        event.country.map(|country| directory.id_of(country)).into()
    }),
    ("country_name", |directory, event| {
        let names = event.country.map(|country| directory.names_of(country));
        names.map(|names| names.get(directory.language())).into()
    }),
    ("venue", |directory, event| {
        translated(directory, event.details.venue.as_ref())
    }),
    ("online", |_, event| Cell::Flag(event.online)),
    ("hosts", |directory, event| {
        state_ids(directory, &event.hosts)
    }),
    ("members", |directory, event| {
        state_ids(directory, &event.concerned)
    }),
    ("organisers", |directory, event| {
        each_translated(directory, &event.details.organisers)
    }),
    ("theme", |directory, event| {
        translated(directory, event.theme.as_ref())
    }),
    ("summary", |directory, event| {
        translated(directory, event.details.summary.as_ref())
    }),
    ("participants", |directory, event| {
        translated(directory, event.details.participants.as_ref())
    }),
    ("documents", |directory, event| {
        each_translated(directory, &event.details.documents)
    }),
    ("related", |_, event| {
        Cell::texts(event.details.related.clone())
    }),
    ("organ", |directory, event| {
        organ(directory, event)
            .map(|organ| organ.id.as_str())
            .into()
    }),
    ("organ_name", |directory, event| {
        let organ = organ(directory, event);
        organ
            .map(|organ| directory.localized(&organ.names).text)
            .into()
    }),
    ("notes", |directory, event| {
        notes(directory, event).join(" ").into()
    }),
    ("sources", |directory, event| {
        let sources = sources(directory, event).into_iter();
        Cell::texts(sources.map(|source| citation(directory, source)))
    }),
    ("source_ids", |directory, event| {
        let sources = sources(directory, event).into_iter();
        Cell::texts(sources.map(|source| source.id.clone()))
    }),
    ("as_of", |_, event| {
        event.details.provenance.record.as_of.into()
    }),
    ("data_version", |directory, _| {
        directory.network.data_version.as_str().into()
    }),
];

/// These events as CSV for spreadsheets, as [`super::members`] has them; no
/// cell has a line break.
pub fn csv<'a>(directory: &Directory, events: impl IntoIterator<Item = &'a Event>) -> String {
    table::csv(&COLUMNS, events.into_iter(), |cell, event| {
        cell(directory, event)
    })
}

/// All events as a sheet of the same columns.
pub fn sheet(directory: &Directory) -> Sheet {
    let events = directory.events.iter();
    table::sheet(&COLUMNS, events, |cell, event| cell(directory, event))
}

/// These events as JSON: a list with one event a line.
pub fn json<'a>(directory: &Directory, events: impl IntoIterator<Item = &'a Event>) -> String {
    table::json(&COLUMNS, events.into_iter(), |cell, event| {
        cell(directory, event)
    })
}

/// What a reader should know of an event, in the reader's language: its notes,
/// those of its record and its fields, and what other sources say. How exactly
/// its place is known matters to maps alone and is left out.
pub fn notes(directory: &Directory, event: &Event) -> Vec<String> {
    let translate = |text: &String| directory.translated(text).text.into_owned();
    let details = &event.details;
    let provenance = &details.provenance;
    let mut notes: Vec<String> = Vec::new();
    let mut add = |note: String| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    details.notes.iter().map(translate).for_each(&mut add);
    provenance
        .record
        .note
        .iter()
        .map(translate)
        .for_each(&mut add);
    for (field, origin) in &provenance.fields {
        if field == "place" {
            continue;
        }
        origin.note.iter().map(translate).for_each(&mut add);
        for other in &origin.also {
            let note = other.note.iter().map(translate);
            let said = [alternative_note(directory, event, field, other)];
            add(said.into_iter().chain(note).collect::<Vec<_>>().join(". "));
        }
    }
    notes
}

/// What another source says of a field; of an end with the beginning.
fn alternative_note(directory: &Directory, event: &Event, field: &str, other: &Other) -> String {
    let words = &directory.catalogue;
    let value = match (field, other.value.parse::<PartialDate>()) {
        ("end", Ok(end)) => words.dates(event.start, Some(end)),
        (_, Ok(date)) => words.date(date),
        _ => directory.translated(&other.value).text.into_owned(),
    };
    words.source_another(&value)
}

/// The sources of an event: of its record and of its fields, by id.
pub fn sources<'a>(directory: &'a Directory, event: &Event) -> Vec<&'a Source> {
    let mut used = SortedSet::default();
    add_provenance_sources(&mut used, &event.details.provenance);
    used.iter().map(|&source| &directory[source]).collect()
}

/// The title of a source in the reader's language, where it is no title of a
/// work.
pub fn source_title(directory: &Directory, source: &Source) -> String {
    if source.unverified {
        return directory.translated(&source.title).text.into_owned();
    }
    source.title.clone()
}

/// A source as a table names it: its title and its address.
pub(crate) fn citation(directory: &Directory, source: &Source) -> String {
    let title = source_title(directory, source);
    match &source.url {
        Some(url) => format!("{title} ({url})"),
        None => title,
    }
}

/// The ids of states.
fn state_ids(directory: &Directory, states: &[StateIdx]) -> Cell {
    let ids = states.iter().map(|&state| directory.id_of(state));
    Cell::texts(ids.map(str::to_owned))
}

/// The organ that met.
fn organ<'a>(directory: &'a Directory, event: &Event) -> Option<&'a Organ> {
    event.organ.map(|organ| &directory.network[organ])
}

/// A text of the data in the reader's language.
pub(crate) fn translated(directory: &Directory, text: Option<&String>) -> Cell {
    text.map(|text| directory.translated(text).text).into()
}

/// Texts of the data in the reader's language.
fn each_translated(directory: &Directory, texts: &[String]) -> Cell {
    Cell::texts(
        texts
            .iter()
            .map(|text| directory.translated(text).text.into_owned()),
    )
}

#[cfg(test)]
mod tests;
