//! The words that fields with a fixed vocabulary may hold, as in the files.

use crate::model::{
    ChamberKind, ContactClass, ContactKind, ElectoralSystem, EventState, MarkShape,
    MembershipStatus, Office, ParliamentStatus, Status, Structure,
};

/// The data files, in the order in which findings name them.
pub const FILES: [&str; 10] = [
    "network.json",
    "sources.json",
    "cities.json",
    "organisations.json",
    "members.json",
    "parliaments.json",
    "contacts.json",
    "events.json",
    "boundaries.json",
    "map.json",
];

/// Each word of a vocabulary with its meaning, in the order of docs/data.md.
pub type Terms<T> = &'static [(&'static str, T)];

/// `status` of a member.
pub const STATUS: Terms<Status> = &[("member", Status::Member), ("observer", Status::Observer)];

/// `status` of a membership.
pub const MEMBERSHIP_STATUS: Terms<MembershipStatus> = &[
    ("member", MembershipStatus::Member),
    ("suspended", MembershipStatus::Suspended),
    ("participant", MembershipStatus::Participant),
    ("unknown", MembershipStatus::Unknown),
];

/// `structure` of a parliament.
pub const STRUCTURE: Terms<Structure> = &[
    ("unicameral", Structure::Unicameral),
    ("bicameral", Structure::Bicameral),
    ("none", Structure::None),
    ("suspended", Structure::Suspended),
];

/// `status` of a parliament.
pub const PARLIAMENT_STATUS: Terms<ParliamentStatus> = &[
    ("functioning", ParliamentStatus::Functioning),
    ("transitional", ParliamentStatus::Transitional),
    ("dissolved", ParliamentStatus::Dissolved),
    ("suspended", ParliamentStatus::Suspended),
];

/// `kind` of a chamber, and `chamber` of a contact.
pub const CHAMBER_KIND: Terms<ChamberKind> = &[
    ("single", ChamberKind::Single),
    ("lower", ChamberKind::Lower),
    ("upper", ChamberKind::Upper),
];

/// `electoral_system` of a chamber.
pub const ELECTORAL_SYSTEM: Terms<ElectoralSystem> = &[
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

/// `kind` of a contact.
pub const CONTACT_KIND: Terms<ContactKind> = &[
    ("website", ContactKind::Website),
    ("email", ContactKind::Email),
    ("phone", ContactKind::Phone),
    ("fax", ContactKind::Fax),
    ("address", ContactKind::Address),
    ("form", ContactKind::Form),
    ("press", ContactKind::Press),
    ("social", ContactKind::Social),
    ("place", ContactKind::Place),
];

/// `class` of a contact.
pub const CONTACT_CLASS: Terms<ContactClass> = &[
    ("own-site", ContactClass::OwnSite),
    ("official-print", ContactClass::OfficialPrint),
    ("directory", ContactClass::Directory),
    ("listing", ContactClass::Listing),
    ("encyclopaedia", ContactClass::Encyclopaedia),
    ("replaced", ContactClass::Replaced),
];

/// `state` of an event.
pub const EVENT_STATE: Terms<EventState> = &[
    ("held", EventState::Held),
    ("planned", EventState::Planned),
    ("postponed", EventState::Postponed),
    ("cancelled", EventState::Cancelled),
];

/// `office` in an organ.
pub const OFFICE: Terms<Office> = &[("chair", Office::Chair), ("vice-chair", Office::ViceChair)];

/// `mark` of a kind of event.
pub const MARK: Terms<MarkShape> = &[
    ("circle", MarkShape::Circle),
    ("ring", MarkShape::Ring),
    ("square", MarkShape::Square),
    ("diamond", MarkShape::Diamond),
    ("triangle", MarkShape::Triangle),
    ("star", MarkShape::Star),
    ("cross", MarkShape::Cross),
    ("pentagon", MarkShape::Pentagon),
];

/// How an organisation stands to the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Related to the network.
    Related,
    /// Observer of the movement.
    Observer,
    /// Observer of the network.
    NetworkObserver,
}

/// `roles` of an organisation.
pub const ROLE: Terms<Role> = &[
    ("related", Role::Related),
    ("observer", Role::Observer),
    ("network-observer", Role::NetworkObserver),
];

/// `licence` of a source: groups of licences that ask the same of a host.
pub const LICENCE: Terms<()> = &[
    ("public-domain", ()),
    ("odc-pddl", ()),
    ("unicode", ()),
    ("cc-by", ()),
    ("cc-by-sa", ()),
    ("cc-by-nc", ()),
    ("cc-by-nc-sa", ()),
    ("odbl", ()),
    ("permissive-code", ()),
    ("gpl-code", ()),
    ("facts-only", ()),
    ("not-stated", ()),
    ("none", ()),
];

/// The words of a vocabulary.
pub fn values<T>(terms: Terms<T>) -> Vec<&'static str> {
    terms.iter().map(|(word, _)| *word).collect()
}

/// The meaning of a text; none where it is no word of the vocabulary.
pub fn parse<T: Copy>(terms: Terms<T>, text: &str) -> Option<T> {
    let term = terms.iter().find(|(word, _)| *word == text);
    term.map(|(_, meaning)| *meaning)
}

/// The word for `meaning`; empty where the vocabulary has none.
pub fn as_str<T: PartialEq>(terms: Terms<T>, meaning: &T) -> &'static str {
    let term = terms.iter().find(|(_, known)| known == meaning);
    term.map_or("", |(word, _)| word)
}
