//! All contacts of members to take away, as CSV and as JSON.
//!
//! Written when publishing, one contact a line, so that [`directory::export::picked`] can
//! take any of them from the whole. What is written of a contact is the same
//! in both: unknown values are empty in CSV and absent in JSON.

use super::csv::{on_one_line, table};
use super::events::title_of;
use super::fact::Fact;
use super::members::{text, written};
use directory::contacts::called;
use directory::export::json::{list, object};
use directory::model::{Contact, Directory, Member};
use directory::vocabulary::{CHAMBER_KIND, CONTACT_KIND, word};

/// The columns of the CSV and the keys of the JSON.
const COLUMNS: [&str; 16] = [
    "id",
    "member",
    "name",
    "institution",
    "chamber",
    "label",
    "kind",
    "value",
    "dialled",
    "as_of",
    "verified_on",
    "valid_until",
    "notes",
    "sources",
    "source_ids",
    "data_version",
];

/// The contacts of these members as CSV for spreadsheets, as
/// [`super::members`] has them; a number that begins with `+` is guarded there
/// like a formula.
pub fn csv<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    let header = COLUMNS.map(str::to_owned);
    let rows = of(members).map(|(member, contact)| {
        let row = row(directory, member, contact);
        row.map(|fact| on_one_line(&fact.cell()))
    });
    table([header].into_iter().chain(rows))
}

/// The same as JSON: a list with one contact a line.
pub fn json<'a>(directory: &Directory, members: impl IntoIterator<Item = &'a Member>) -> String {
    let lines = of(members).map(|(member, contact)| {
        let facts = COLUMNS.into_iter().zip(row(directory, member, contact));
        object(facts.filter_map(|(column, fact)| Some((column, fact.json()?))))
    });
    format!("{}\n", list(lines))
}

/// Each contact with its member.
fn of<'a>(
    members: impl IntoIterator<Item = &'a Member>,
) -> impl Iterator<Item = (&'a Member, &'a Contact)> {
    let members = members.into_iter();
    members.flat_map(|member| member.contacts.iter().map(move |contact| (member, contact)))
}

/// The facts under [`COLUMNS`]: codes and words are those of the data files,
/// the rest is in the reader's language.
fn row(directory: &Directory, member: &Member, contact: &Contact) -> [Fact; 16] {
    let details = &contact.details;
    let told = |fact: &String| text(&directory.told(fact).text);
    let sources = details.origin.sources.iter();
    let sources: Vec<_> = sources.map(|source| &directory[*source]).collect();
    let cited = sources.iter().map(|source| {
        let url = source.url.iter().map(|url| format!(" ({url})"));
        title_of(directory, source) + &url.collect::<String>()
    });
    let chamber = details.chamber;
    [
        text(&contact.id),
        text(member.id.as_str()),
        text(member.names.get(directory.language())),
        text(called(directory, member, chamber).map_or("", |name| &name.name)),
        chamber.map_or(Fact::Unknown, |kind| text(word(CHAMBER_KIND, &kind))),
        details.label.as_ref().map_or(Fact::Unknown, told),
        text(word(CONTACT_KIND, &contact.kind)),
        text(&contact.value()),
        details.dialled.as_deref().map_or(Fact::Unknown, text),
        written(details.origin.as_of),
        written(details.verified_on),
        written(contact.valid_until),
        details.origin.note.as_ref().map_or(Fact::Unknown, told),
        Fact::Texts(cited.collect()),
        Fact::Texts(sources.iter().map(|source| source.id.clone()).collect()),
        text(&directory.network.data_version),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::fixture::{contact, directory};
    use directory::model::{ContactKind, SourceIdx};

    #[test]
    fn a_contact_is_a_row_and_its_number_no_formula() {
        let mut directory = directory();
        let mut phone = contact("bel-phone", ContactKind::Phone, "+1 246 426 3712");
        phone.details.dialled = Some("+12464263712".to_owned());
        phone.details.origin.sources = vec![SourceIdx::new(0)];
        directory.members[1].contacts = vec![phone].into();
        let written = csv(&directory, &directory.members[1..2]);
        let mut reader =
            csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        let cells: Vec<&str> = rows[0].iter().take(9).collect();
        assert_eq!(
            cells,
            [
                "bel-phone",
                "bel",
                "Belmar",
                "Assembly",
                "",
                "",
                "phone",
                "'+1 246 426 3712",
                "'+12464263712"
            ]
        );
        assert_eq!(&rows[0][14], "book");
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
