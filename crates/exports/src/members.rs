//! All members to take away, as CSV and as JSON.
//!
//! Written when publishing, one member a line, so that [`directory::export::picked`] can
//! take any of them from the whole. What is written of a member is the same in
//! both: unknown values are empty in CSV and absent in JSON.

use super::csv::{on_one_line, table};
use super::fact::Fact;
use directory::Ordered;
use directory::export::json::{list, object};
use directory::model::{
    Chamber, ChamberKind, Contact, Directory, Member, Name, Parliament, ParliamentStatus,
    Provenance, Status, Structure,
};
use directory::words::Words;

/// The columns of the CSV and the keys of the JSON.
const COLUMNS: [&str; 22] = [
    "id",
    "iso2",
    "m49",
    "name",
    "formal_name",
    "status",
    "region",
    "sub_region",
    "joined",
    "capital",
    "parliament",
    "structure",
    "parliament_status",
    "seat_city",
    "website",
    "seats",
    "women_share",
    "last_election",
    "next_election",
    "notes",
    "sources",
    "data_version",
];

/// These members as CSV for spreadsheets: RFC 4180, UTF-8 with a byte order
/// mark, every cell quoted and on one line.
///
/// A cell that a spreadsheet would take for a formula begins with `'`, as the
/// OWASP advises; the notes that go with it say so to readers. The column
/// `data_version` tells the edition of each row.
pub fn csv<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    let header = COLUMNS.map(str::to_owned);
    let rows = members.into_iter().map(|member| {
        let row = row(directory, member);
        row.map(|fact| on_one_line(&fact.cell()))
    });
    table([header].into_iter().chain(rows))
}

/// These members as JSON, with the columns of the CSV as keys: a list with one
/// member a line.
pub fn json<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    let lines = members.into_iter().map(|member| {
        let facts = COLUMNS.into_iter().zip(row(directory, member));
        object(facts.filter_map(|(column, fact)| Some((column, fact.json()?))))
    });
    format!("{}\n", list(lines))
}

/// The facts under [`COLUMNS`].
///
/// Codes and words are those of the data files, names and notes those of the
/// reader's language; dates are as exact as they are known, shares in percent.
fn row(directory: &Directory, member: &Member) -> [Fact; 22] {
    let network = &directory.network;
    let language = directory.language();
    let parliament = member.parliament.as_ref();
    let from_parliament =
        |fact: &dyn Fn(&Parliament) -> Fact| parliament.map_or(Fact::Unknown, fact);
    let mut sources = Ordered::default();
    add_member(&mut sources, member);
    let source_ids = sources.iter();
    let source_ids = source_ids.map(|&place| directory.sources[place].id.clone());
    [
        text(member.id.as_str()),
        text(&member.iso2),
        text(&member.m49),
        text(member.names.get(language)),
        text(member.formal_names.get(language)),
        text(status_word(member.status)),
        text(network.regions[member.region].names.get(language)),
        text(network.sub_regions[member.sub_region].names.get(language)),
        written(member.joined),
        text(member.capital.city.get(language)),
        from_parliament(&|parliament| {
            text(
                directory
                    .called(&parliament.names)
                    .map_or("", |name| &name.name),
            )
        }),
        from_parliament(&|parliament| text(structure_word(parliament.structure))),
        from_parliament(&|parliament| text(parliament_word(parliament.status))),
        from_parliament(&|parliament| text(parliament.seat.city.get(language))),
        member
            .website()
            .map_or(Fact::Unknown, |website| text(&website.value())),
        member
            .seats()
            .map_or(Fact::Unknown, |seats| Fact::Number(seats.to_string())),
        member.women_share().map_or(Fact::Unknown, Fact::share),
        from_parliament(&|parliament| written(parliament.last_election)),
        from_parliament(&|parliament| written(parliament.next_election)),
        text(&notes(directory, member).join(" ")),
        Fact::Texts(source_ids.collect()),
        text(&network.data_version),
    ]
}

/// What a reader should know of the row: the notes of its records, and where
/// its figures or its address are older than they look.
fn notes(directory: &Directory, member: &Member) -> Vec<String> {
    let words = &directory.words;
    let told = |note: &String| directory.told(note).text.into_owned();
    let mut notes: Vec<String> = member.notes.iter().map(told).collect();
    if let Some(parliament) = &member.parliament {
        notes.extend(parliament.notes.iter().map(told));
        let website = member.website();
        notes.extend(website.and_then(|website| unchecked(directory, website)));
        for chamber in &parliament.chambers {
            let about = |note: String| match chamber.kind {
                ChamberKind::Single => note,
                kind => words.list_named(words.chamber_kind(kind), &note),
            };
            notes.extend(chamber.notes.iter().map(told).map(about));
            notes.extend(outdated(words, chamber).map(about));
        }
    }
    notes
}

fn outdated(words: &Words, chamber: &Chamber) -> Option<String> {
    let vote = words.date(chamber.later_election?);
    Some(words.export_older(&vote))
}

/// An address that is too old to be offered as a link is marked here.
fn unchecked(directory: &Directory, website: &Contact) -> Option<String> {
    let words = &directory.words;
    let year = words.year(website.checked?.year());
    let is_unchecked = website.is_unchecked(directory.network.contacts);
    is_unchecked.then(|| words.export_unchecked(&year))
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Member => "member",
        Status::Observer => "observer",
    }
}

fn structure_word(structure: Structure) -> &'static str {
    match structure {
        Structure::Unicameral => "unicameral",
        Structure::Bicameral => "bicameral",
        Structure::None => "none",
        Structure::Suspended => "suspended",
    }
}

fn parliament_word(status: ParliamentStatus) -> &'static str {
    match status {
        ParliamentStatus::Functioning => "functioning",
        ParliamentStatus::Transitional => "transitional",
        ParliamentStatus::Dissolved => "dissolved",
        ParliamentStatus::Suspended => "suspended",
    }
}

/// The text, or unknown where there is none.
pub(crate) fn text(text: &str) -> Fact {
    if text.is_empty() {
        Fact::Unknown
    } else {
        Fact::Text(text.to_owned())
    }
}

pub(crate) fn written(date: Option<directory::PartialDate>) -> Fact {
    date.map_or(Fact::Unknown, |date| Fact::Text(date.to_string()))
}

/// Adds the sources of a member's and its parliament's records, also those of
/// fields that an export leaves out.
fn add_member(used: &mut Ordered<usize>, member: &Member) {
    add_provenance(used, &member.provenance);
    add_names(used, &member.native_names);
    add_names(used, &member.aliases);
    for membership in &member.memberships {
        add(used, &membership.origin.sources);
    }
    if let Some(website) = member.website() {
        add(used, &website.details.origin.sources);
    }
    if let Some(parliament) = &member.parliament {
        add_provenance(used, &parliament.provenance);
        add_names(used, &parliament.names);
        for chamber in &parliament.chambers {
            add_provenance(used, &chamber.provenance);
            add_names(used, &chamber.names);
        }
    }
}

/// Adds the sources of a record and of its fields.
pub(crate) fn add_provenance(used: &mut Ordered<usize>, provenance: &Provenance) {
    add(used, &provenance.record.sources);
    for (_, origin) in &provenance.fields {
        add(used, &origin.sources);
    }
}

fn add_names(used: &mut Ordered<usize>, names: &[Name]) {
    for name in names {
        add(used, &name.sources);
    }
}

fn add(used: &mut Ordered<usize>, sources: &[usize]) {
    for source in sources {
        used.insert(*source);
    }
}

#[cfg(test)]
mod tests;
