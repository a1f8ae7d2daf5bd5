//! The words that fields with a fixed vocabulary may hold, as in the files.

use crate::directory::{
    ChamberKind, ElectoralSystem, MembershipStatus, ParliamentStatus, Status, Structure,
};

/// Each word of a vocabulary with its meaning, in the order of docs/data.md.
pub type Words<T> = &'static [(&'static str, T)];

/// `status` of a member.
pub const STATUS: Words<Status> = &[("member", Status::Member), ("observer", Status::Observer)];

/// `status` of a membership.
pub const MEMBERSHIP_STATUS: Words<MembershipStatus> = &[
    ("member", MembershipStatus::Member),
    ("suspended", MembershipStatus::Suspended),
    ("participant", MembershipStatus::Participant),
    ("unknown", MembershipStatus::Unknown),
];

/// `structure` of a parliament.
pub const STRUCTURE: Words<Structure> = &[
    ("unicameral", Structure::Unicameral),
    ("bicameral", Structure::Bicameral),
    ("none", Structure::None),
    ("suspended", Structure::Suspended),
];

/// `status` of a parliament.
pub const PARLIAMENT_STATUS: Words<ParliamentStatus> = &[
    ("functioning", ParliamentStatus::Functioning),
    ("transitional", ParliamentStatus::Transitional),
    ("dissolved", ParliamentStatus::Dissolved),
    ("suspended", ParliamentStatus::Suspended),
];

/// `kind` of a chamber, and `chamber` of a website.
pub const CHAMBER_KIND: Words<ChamberKind> = &[
    ("single", ChamberKind::Single),
    ("lower", ChamberKind::Lower),
    ("upper", ChamberKind::Upper),
];

/// `electoral_system` of a chamber.
pub const ELECTORAL_SYSTEM: Words<ElectoralSystem> = &[
    ("plurality-majority", ElectoralSystem::PluralityMajority),
    (
        "proportional-representation",
        ElectoralSystem::ProportionalRepresentation,
    ),
    ("mixed", ElectoralSystem::Mixed),
    ("appointed", ElectoralSystem::Appointed),
    ("indirect-election", ElectoralSystem::IndirectElection),
    (
        "indirect-election-and-appointment",
        ElectoralSystem::IndirectElectionAndAppointment,
    ),
    ("other", ElectoralSystem::Other),
];

/// How an organisation stands to the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Related to the network.
    Related,
    /// Observer of the movement.
    Observer,
}

/// `roles` of an organisation.
pub const ROLE: Words<Role> = &[("related", Role::Related), ("observer", Role::Observer)];

/// `licence` of a source: groups of licences that ask the same of a host, with
/// what readers call them.
pub const LICENCE: Words<&str> = &[
    ("public-domain", "Public domain"),
    ("odc-pddl", "Open Data Commons Public Domain Dedication"),
    ("unicode", "Unicode licence"),
    ("cc-by", "Creative Commons Attribution"),
    ("cc-by-sa", "Creative Commons Attribution-ShareAlike"),
    ("cc-by-nc", "Creative Commons Attribution-NonCommercial"),
    (
        "cc-by-nc-sa",
        "Creative Commons Attribution-NonCommercial-ShareAlike",
    ),
    ("odbl", "Open Database Licence"),
    ("permissive-code", "Permissive licences (MIT, BSD, ISC)"),
    ("gpl-code", "GNU licences"),
    (
        "facts-only",
        "Facts only: no text or collection was taken over",
    ),
    ("not-stated", "Licence not stated"),
    ("none", "No source to be licensed"),
];

/// The meaning of `word` in `words`.
pub fn meaning<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    let found = words.iter().find(|(known, _)| *known == word);
    found.map(|(_, meaning)| *meaning)
}

/// The word for `meaning` in `words`; empty where it has none.
pub fn word<T: PartialEq>(words: Words<T>, meaning: &T) -> &'static str {
    let found = words.iter().find(|(_, known)| known == meaning);
    found.map_or("", |(word, _)| word)
}
