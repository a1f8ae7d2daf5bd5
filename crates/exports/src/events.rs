//! All events to take away, as CSV and as JSON.
//!
//! Written when publishing, one event a line, so that [`directory::export::picked`] can
//! take any of them from the whole. What is written of an event is the same in
//! both: unknown values are empty in CSV and absent in JSON.

use super::csv::{on_one_line, table};
use super::fact::Fact;
use super::members::{add_provenance, text, written};
use directory::export::json::{list, object};
use directory::model::{Directory, Event, Other, Source, StateIdx};
use directory::vocabulary::{EVENT_STATE, word};
use directory::{Ordered, PartialDate};

/// The columns of the CSV and the keys of the JSON.
const COLUMNS: [&str; 27] = [
    "id",
    "type",
    "type_name",
    "state",
    "title",
    "start",
    "end",
    "city",
    "country",
    "country_name",
    "venue",
    "online",
    "hosts",
    "members",
    "organisers",
    "theme",
    "summary",
    "participants",
    "documents",
    "related",
    "organ",
    "organ_name",
    "notes",
    "sources",
    "source_ids",
    "as_of",
    "data_version",
];

/// These events as CSV for spreadsheets, as [`super::members`] has them; no
/// cell has a line break.
pub fn csv<'a>(directory: &Directory, events: impl IntoIterator<Item = &'a Event>) -> String {
    let header = COLUMNS.map(str::to_owned);
    let rows = events.into_iter().map(|event| {
        let row = row(directory, event);
        row.map(|fact| on_one_line(&fact.cell()))
    });
    table([header].into_iter().chain(rows))
}

/// These events as JSON: a list with one event a line.
pub fn json<'a>(directory: &Directory, events: impl IntoIterator<Item = &'a Event>) -> String {
    let lines = events.into_iter().map(|event| {
        let facts = COLUMNS.into_iter().zip(row(directory, event));
        object(facts.filter_map(|(column, fact)| Some((column, fact.json()?))))
    });
    format!("{}\n", list(lines))
}

/// What a reader should know of an event, in the reader's language: its notes,
/// those of its record and its fields, and what other sources say. How exactly
/// its place is known matters to maps alone and is left out.
pub fn notes(directory: &Directory, event: &Event) -> Vec<String> {
    let told = |text: &String| directory.told(text).text.into_owned();
    let details = &event.details;
    let provenance = &details.provenance;
    let mut notes: Vec<String> = Vec::new();
    let mut add = |note: String| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    details.notes.iter().map(told).for_each(&mut add);
    provenance.record.note.iter().map(told).for_each(&mut add);
    for (field, origin) in &provenance.fields {
        if field == "place" {
            continue;
        }
        origin.note.iter().map(told).for_each(&mut add);
        for other in &origin.also {
            let note = other.note.iter().map(told);
            let said = [another(directory, event, field, other)];
            add(said.into_iter().chain(note).collect::<Vec<_>>().join(". "));
        }
    }
    notes
}

/// What another source says of a field; of an end with the beginning.
fn another(directory: &Directory, event: &Event, field: &str, other: &Other) -> String {
    let words = &directory.words;
    let value = match (field, other.value.parse::<PartialDate>()) {
        ("end", Ok(end)) => words.dates(event.start, Some(end)),
        (_, Ok(date)) => words.date(date),
        _ => directory.told(&other.value).text.into_owned(),
    };
    words.source_another(&value)
}

/// The sources of an event: of its record and of its fields, by id.
pub fn sources<'a>(directory: &'a Directory, event: &Event) -> Vec<&'a Source> {
    let mut used = Ordered::default();
    add_provenance(&mut used, &event.details.provenance);
    used.iter().map(|&source| &directory[source]).collect()
}

/// The title of a source in the reader's language, where it is no title of a
/// work.
pub fn title_of(directory: &Directory, source: &Source) -> String {
    if source.unverified {
        return directory.told(&source.title).text.into_owned();
    }
    source.title.clone()
}

/// The facts under [`COLUMNS`]: codes and words are those of the data files,
/// the rest is in the reader's language.
fn row(directory: &Directory, event: &Event) -> [Fact; 27] {
    let network = &directory.network;
    let details = &event.details;
    let told = |fact: &str| directory.told(fact).text.into_owned();
    let known = |fact: Option<&String>| fact.map_or(Fact::Unknown, |fact| text(&told(fact)));
    let each = |facts: &[String]| texts(facts.iter().map(|fact| told(fact)));
    let states = |states: &[StateIdx]| {
        let ids = states.iter().map(|state| directory.id_of(*state));
        texts(ids.map(str::to_owned))
    };
    let kind = &network[event.kind];
    let organ = event.organ.map(|organ| &network[organ]);
    let country_name = |country| text(directory.names_of(country).get(directory.language()));
    let sources = sources(directory, event);
    let cited = sources.iter().map(|source| {
        let title = title_of(directory, source);
        let url = source.url.iter().map(|url| format!(" ({url})"));
        title + &url.collect::<String>()
    });
    [
        text(&event.id),
        text(&kind.id),
        text(&directory.told_of(&kind.names.0).text),
        text(word(EVENT_STATE, &event.state)),
        text(&directory.told_of(&event.titles.0).text),
        written(Some(event.start)),
        written(event.end),
        event.place.as_ref().map_or(Fact::Unknown, |place| {
            text(&directory.told_of(&place.city.0).text)
        }),
        event
            .country
            .map_or(Fact::Unknown, |country| text(directory.id_of(country))),
        event.country.map_or(Fact::Unknown, country_name),
        known(details.venue.as_ref()),
        Fact::Holds(event.online),
        states(&event.hosts),
        states(&event.concerned),
        each(&details.organisers),
        known(event.theme.as_ref()),
        known(details.summary.as_ref()),
        known(details.participants.as_ref()),
        each(&details.documents),
        texts(details.related.iter().cloned()),
        organ.map_or(Fact::Unknown, |organ| text(&organ.id)),
        organ.map_or(Fact::Unknown, |organ| {
            text(&directory.told_of(&organ.names.0).text)
        }),
        text(&notes(directory, event).join(" ")),
        texts(cited),
        texts(sources.iter().map(|source| source.id.clone())),
        written(details.provenance.record.as_of),
        text(&network.data_version),
    ]
}

/// The texts, or unknown where there is none.
fn texts(texts: impl Iterator<Item = String>) -> Fact {
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() {
        Fact::Unknown
    } else {
        Fact::Texts(texts)
    }
}

#[cfg(test)]
mod tests;
