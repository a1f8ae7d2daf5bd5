//! What an export says of a member.

use super::add_member;
use super::fact::Fact;
use crate::Ordered;
use crate::directory::{
    Chamber, ChamberKind, Directory, Member, Parliament, ParliamentStatus, Status, Structure,
    Website,
};
use crate::words::date_in_words;

/// The columns of the CSV and the keys of the JSON.
pub(super) const COLUMNS: [&str; 22] = [
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

/// The facts under [`COLUMNS`].
///
/// Codes and words are those of the data files, names those of the default
/// language; dates are as exact as they are known, shares in percent.
pub(super) fn row(directory: &Directory, member: &Member) -> [Fact; 22] {
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
        text(&member.capital.city),
        from_parliament(&|parliament| text(parliament_name(parliament, language))),
        from_parliament(&|parliament| text(structure_word(parliament.structure))),
        from_parliament(&|parliament| text(parliament_word(parliament.status))),
        from_parliament(&|parliament| text(&parliament.seat.city)),
        from_parliament(&|parliament| {
            let website = parliament.websites.first();
            website.map_or(Fact::Unknown, |website| text(&website.url))
        }),
        member
            .seats()
            .map_or(Fact::Unknown, |seats| Fact::Number(seats.to_string())),
        member.women_share().map_or(Fact::Unknown, Fact::share),
        from_parliament(&|parliament| written(parliament.last_election)),
        from_parliament(&|parliament| written(parliament.next_election)),
        text(&notes(member).join(" ")),
        Fact::Texts(source_ids.collect()),
        text(&network.data_version),
    ]
}

/// What a reader should know of the row: the notes of its records, and where
/// its figures or its address are older than they look.
fn notes(member: &Member) -> Vec<String> {
    let mut notes = member.notes.clone();
    if let Some(parliament) = &member.parliament {
        notes.extend_from_slice(&parliament.notes);
        notes.extend(parliament.websites.first().and_then(unchecked));
        for chamber in &parliament.chambers {
            let about = |note: &str| match chamber.kind {
                ChamberKind::Single => note.to_owned(),
                kind => format!("{}: {note}", kind.label()),
            };
            notes.extend(chamber.notes.iter().map(|note| about(note)));
            notes.extend(outdated(chamber).map(|note| about(&note)));
        }
    }
    notes
}

fn outdated(chamber: &Chamber) -> Option<String> {
    let vote = date_in_words(chamber.later_election?);
    Some(format!("Figures from before the vote of {vote}."))
}

/// An address from a list before 2018 is not offered as a link, and so is
/// marked here.
fn unchecked(website: &Website) -> Option<String> {
    let year = website.origin.as_of?.year();
    (year < 2018).then(|| format!("Website not checked since {year}."))
}

fn parliament_name<'a>(parliament: &'a Parliament, language: &str) -> &'a str {
    let mut names = parliament.names.iter();
    let name = names.find(|name| name.lang == language);
    let name = name.or(parliament.names.first());
    name.map_or("", |name| name.name.as_str())
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
fn text(text: &str) -> Fact {
    if text.is_empty() {
        Fact::Unknown
    } else {
        Fact::Text(text.to_owned())
    }
}

fn written(date: Option<crate::PartialDate>) -> Fact {
    date.map_or(Fact::Unknown, |date| Fact::Text(date.to_string()))
}
