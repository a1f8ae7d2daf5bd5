//! All members to take away, as CSV and as JSON.
//!
//! Written when publishing, one member a line, so that
//! [`directory::export::subset`] can take any of them from the whole. What is
//! written of a member is the same in both: unknown values are empty in CSV and
//! absent in JSON.

use directory::SortedSet;
use directory::catalogue::Catalogue;
use directory::model::{
    Chamber, ChamberKind, Contact, Directory, Member, Name, Parliament, Provenance, SourceIdx,
};
use directory::vocabulary::{PARLIAMENT_STATUS, STATUS, STRUCTURE, as_str};

use crate::cell::Cell;
use crate::table::{self, Column, Sheet};

/// Gives the cell of a member in one column.
type MemberCell = fn(&Directory, &Member) -> Cell;

/// The columns of the CSV, which are the keys of the JSON.
///
/// Codes and words are those of the data files, names and notes those of the
/// reader's language; dates are as exact as they are known, shares in percent.
const COLUMNS: [Column<MemberCell>; 22] = [
    ("id", |_, member| member.id.as_str().into()),
    ("iso2", |_, member| member.iso2.as_str().into()),
    ("m49", |_, member| member.m49.as_str().into()),
    ("name", |directory, member| {
        member.names.get(directory.language()).into()
    }),
    ("formal_name", |directory, member| {
        member.formal_names.get(directory.language()).into()
    }),
    ("status", |_, member| as_str(STATUS, &member.status).into()),
    ("region", |directory, member| {
        let region = &directory.network[member.region];
        region.names.get(directory.language()).into()
    }),
    ("sub_region", |directory, member| {
        let sub_region = &directory.network[member.sub_region];
        sub_region.names.get(directory.language()).into()
    }),
    ("joined", |_, member| member.joined.into()),
    ("capital", |directory, member| {
        let capital = member.capital.as_ref();
        let capital = capital.map(|capital| capital.city.get(directory.language()));
        capital.into()
    }),
    ("parliament", |directory, member| {
        parliament_cell(member, |parliament| {
            let name = directory.display_name(&parliament.names);
            name.map(|name| name.name.as_str()).into()
        })
    }),
    ("structure", |_, member| {
        parliament_cell(member, |parliament| {
            as_str(STRUCTURE, &parliament.structure).into()
        })
    }),
    ("parliament_status", |_, member| {
        parliament_cell(member, |parliament| {
            as_str(PARLIAMENT_STATUS, &parliament.status).into()
        })
    }),
    ("seat_city", |directory, member| {
        parliament_cell(member, |parliament| {
            parliament.seat.city.get(directory.language()).into()
        })
    }),
    ("website", |_, member| {
        member.website().map(Contact::value).into()
    }),
    ("seats", |_, member| {
        member.seats().map(|seats| Cell::Count(seats.into())).into()
    }),
    ("women_share", |_, member| {
        member.women_share().map(Cell::share).into()
    }),
    ("last_election", |_, member| {
        parliament_cell(member, |parliament| parliament.last_election.into())
    }),
    ("next_election", |_, member| {
        parliament_cell(member, |parliament| parliament.next_election.into())
    }),
    ("notes", |directory, member| {
        notes(directory, member).join(" ").into()
    }),
    ("sources", |directory, member| {
        let mut sources = SortedSet::default();
        add_member_sources(&mut sources, member);
        let ids = sources.iter();
        Cell::Texts(ids.map(|&source| directory[source].id.clone()).collect())
    }),
    ("data_version", |directory, _| {
        directory.network.data_version.as_str().into()
    }),
];

/// These members as CSV for spreadsheets: RFC 4180, UTF-8 with a byte order
/// mark, every cell quoted and on one line.
///
/// A cell that a spreadsheet would take for a formula begins with `'`, as the
/// OWASP advises; the notes that go with it say so to readers. The column
/// `data_version` tells the edition of each row.
pub fn csv<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    table::csv(&COLUMNS, members.into_iter(), |cell, member| {
        cell(directory, member)
    })
}

/// All members as a sheet of the same columns.
pub fn sheet(directory: &Directory) -> Sheet {
    let members = directory.members.iter();
    table::sheet(&COLUMNS, members, |cell, member| cell(directory, member))
}

/// These members as JSON, with the columns of the CSV as keys: a list with one
/// member a line.
pub fn json<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    table::json(&COLUMNS, members.into_iter(), |cell, member| {
        cell(directory, member)
    })
}

/// What is told of the parliament; unknown where there is none on record.
fn parliament_cell(member: &Member, cell: impl FnOnce(&Parliament) -> Cell) -> Cell {
    member.parliament.as_ref().map(cell).into()
}

/// What a reader should know of the row: the notes of its records, and where
/// its figures or its address are older than they look.
fn notes(directory: &Directory, member: &Member) -> Vec<String> {
    let words = &directory.catalogue;
    let translate = |note: &String| directory.translated(note).text.into_owned();
    let mut notes: Vec<String> = member.notes.iter().map(translate).collect();
    if let Some(parliament) = &member.parliament {
        notes.extend(parliament.notes.iter().map(translate));
        let website = member.website();
        notes.extend(website.and_then(|website| unchecked_note(directory, website)));
        for chamber in &parliament.chambers {
            let about = |note: String| match chamber.kind {
                ChamberKind::Single => note,
                kind => words.list_named(words.chamber_kind(kind), &note),
            };
            notes.extend(chamber.notes.iter().map(translate).map(about));
            notes.extend(outdated_note(words, chamber).map(about));
        }
    }
    notes
}

fn outdated_note(words: &Catalogue, chamber: &Chamber) -> Option<String> {
    let vote = words.date(chamber.later_election?);
    Some(words.export_older(&vote))
}

/// An address that is too old to be offered as a link is marked here.
fn unchecked_note(directory: &Directory, website: &Contact) -> Option<String> {
    let words = &directory.catalogue;
    let year = words.year(website.last_verified?.year());
    let may_have_lapsed = website.may_have_lapsed(directory.network.contacts);
    may_have_lapsed.then(|| words.export_unchecked(&year))
}

/// Adds the sources of a member's and its parliament's records, also those of
/// fields that an export leaves out.
fn add_member_sources(used: &mut SortedSet<SourceIdx>, member: &Member) {
    add_provenance_sources(used, &member.provenance);
    add_name_sources(used, &member.native_names);
    add_name_sources(used, &member.aliases);
    for membership in &member.memberships {
        add(used, &membership.origin.sources);
    }
    if let Some(website) = member.website() {
        add(used, &website.details.origin.sources);
    }
    if let Some(parliament) = &member.parliament {
        add_provenance_sources(used, &parliament.provenance);
        add_name_sources(used, &parliament.names);
        for chamber in &parliament.chambers {
            add_provenance_sources(used, &chamber.provenance);
            add_name_sources(used, &chamber.names);
        }
    }
}

/// Adds the sources of a record and of its fields.
pub(crate) fn add_provenance_sources(used: &mut SortedSet<SourceIdx>, provenance: &Provenance) {
    add(used, &provenance.record.sources);
    for (_, origin) in &provenance.fields {
        add(used, &origin.sources);
    }
}

fn add_name_sources(used: &mut SortedSet<SourceIdx>, names: &[Name]) {
    for name in names {
        add(used, &name.sources);
    }
}

fn add(used: &mut SortedSet<SourceIdx>, sources: &[SourceIdx]) {
    for source in sources {
        used.insert(*source);
    }
}

#[cfg(test)]
mod tests;
