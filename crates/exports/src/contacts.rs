//! All contacts of members to take away, as CSV and as JSON.
//!
//! Written when publishing, one contact a line, so that
//! [`directory::export::subset`] can take any of them from the whole. What is
//! written of a contact is the same in both: unknown values are empty in CSV and
//! absent in JSON.

use directory::contacts::display_name;
use directory::model::{Contact, ContactKind, Directory, Member, Source};
use directory::vocabulary::{CHAMBER_KIND, CONTACT_CLASS, CONTACT_KIND, PARLIAMENT_STATUS, as_str};

use crate::cell::Cell;
use crate::events::{citation, translated};
use crate::table::{self, Column, Sheet};

/// Gives the cell of a contact of a member in one column.
type ContactCell = fn(&Directory, &Member, &Contact) -> Cell;

/// The columns of the CSV, which are the keys of the JSON: codes and words are
/// those of the data files, the rest is in the reader's language.
const COLUMNS: [Column<ContactCell>; 20] = [
    ("id", |_, _, contact| contact.id.as_str().into()),
    ("member", |_, member, _| member.id.as_str().into()),
    ("name", |directory, member, _| {
        member.names.get(directory.language()).into()
    }),
    ("institution", |directory, member, contact| {
        let name = display_name(directory, member, contact.details.chamber);
        name.map(|name| name.name.as_str()).into()
    }),
    ("parliament_status", |_, member, _| {
        let parliament = member.parliament.as_ref();
        let status = parliament.map(|parliament| as_str(PARLIAMENT_STATUS, &parliament.status));
        status.into()
    }),
    ("chamber", |_, _, contact| {
        let chambers = contact.details.chamber.iter();
        let chambers = chambers.chain(&contact.details.shared_by);
        let chambers: Vec<&str> = chambers.map(|kind| as_str(CHAMBER_KIND, kind)).collect();
        chambers.join("; ").into()
    }),
    ("label", |directory, _, contact| {
        translated(directory, contact.details.label.as_ref())
    }),
    ("kind", |_, _, contact| {
        as_str(CONTACT_KIND, &contact.kind).into()
    }),
    ("value", |_, _, contact| contact.value().into()),
    ("dialled", |_, _, contact| {
        contact.details.e164.as_deref().into()
    }),
    ("outdated_plan", |_, _, contact| {
        let is_number = matches!(contact.kind, ContactKind::Phone | ContactKind::Fax);
        let outdated = is_number.then_some(contact.details.outdated_plan);
        outdated.map_or(Cell::Unknown, Cell::Flag)
    }),
    ("service", |_, _, contact| {
        contact.details.service.as_deref().into()
    }),
    ("class", |_, _, contact| {
        as_str(CONTACT_CLASS, &contact.details.class).into()
    }),
    ("as_of", |_, _, contact| contact.details.origin.as_of.into()),
    ("verified_on", |_, _, contact| {
        contact.details.verified_on.into()
    }),
    ("valid_until", |_, _, contact| contact.valid_until.into()),
    ("notes", |directory, _, contact| {
        translated(directory, contact.details.origin.note.as_ref())
    }),
    ("sources", |directory, _, contact| {
        let sources = sources(directory, contact);
        Cell::Texts(sources.map(|source| citation(directory, source)).collect())
    }),
    ("source_ids", |directory, _, contact| {
        let sources = sources(directory, contact);
        Cell::Texts(sources.map(|source| source.id.clone()).collect())
    }),
    ("data_version", |directory, _, _| {
        directory.network.data_version.as_str().into()
    }),
];

/// The contacts of these members as CSV for spreadsheets, as
/// [`super::members`] has them; a number that begins with `+` is escaped there
/// like a formula.
pub fn csv<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    table::csv(
        &COLUMNS,
        with_contacts(members),
        |cell, (member, contact)| cell(directory, member, contact),
    )
}

/// The contacts of all members as a sheet of the same columns.
pub fn sheet(directory: &Directory) -> Sheet {
    let contacts = with_contacts(&directory.members);
    table::sheet(&COLUMNS, contacts, |cell, (member, contact)| {
        cell(directory, member, contact)
    })
}

/// The same as JSON: a list with one contact a line.
pub fn json<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    table::json(
        &COLUMNS,
        with_contacts(members),
        |cell, (member, contact)| cell(directory, member, contact),
    )
}

/// Each contact with its member.
fn with_contacts<'a>(
    members: impl IntoIterator<Item = &'a Member>,
) -> impl Iterator<Item = (&'a Member, &'a Contact)> {
    let members = members.into_iter();
    members.flat_map(|member| member.contacts.iter().map(move |contact| (member, contact)))
}

/// The sources of a contact.
fn sources<'a>(directory: &'a Directory, contact: &Contact) -> impl Iterator<Item = &'a Source> {
    let sources = contact.details.origin.sources.iter();
    sources.map(|&source| &directory[source])
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::fixture::{contact, directory};
    use directory::model::SourceIdx;

    #[test]
    fn a_contact_is_a_row_and_its_number_no_formula() {
        let mut directory = directory();
        let mut phone = contact("bel-phone", ContactKind::Phone, "+1 246 426 3712");
        phone.details.e164 = Some("+12464263712".to_owned());
        phone.details.origin.sources = vec![SourceIdx::new(0)];
        directory.members[1].contacts = vec![phone].into();
        let written = csv(&directory, &directory.members[1..2]);
        let mut reader =
            csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        let cells: Vec<&str> = rows[0].iter().take(11).collect();
        assert_eq!(
            cells,
            [
                "bel-phone",
                "bel",
                "Belmar",
                "Assembly",
                "functioning",
                "",
                "",
                "phone",
                "'+1 246 426 3712",
                "'+12464263712",
                "false"
            ]
        );
        assert_eq!(&rows[0][12], "own-site");
        assert_eq!(&rows[0][18], "book");
    }

    #[test]
    fn what_is_not_known_is_absent_in_json() {
        let directory = directory();
        let written = json(&directory, &directory.members);
        let rows: Vec<serde_json::Map<_, _>> = serde_json::from_str(&written).unwrap();
        assert_eq!(rows[0]["value"], "https://alb.example/");
        for absent in ["label", "dialled", "as_of", "notes"] {
            assert!(!rows[0].contains_key(absent), "{absent}");
        }
    }
}
