//! English words for the model's own vocabulary, in one place.
//!
//! Labels stand alone, as in a table or beside a box to tick, and so begin
//! with a capital.

use crate::directory::{
    ChamberKind, Directory, ElectoralSystem, MembershipStatus, ParliamentStatus, Status, Structure,
};
use crate::query::{MembershipGroup, Order, StructureGroup, View};
use crate::vocabulary;

impl Status {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Observer => "Observer",
        }
    }
}

impl Structure {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unicameral => "Unicameral",
            Self::Bicameral => "Bicameral",
            Self::None => "No parliament",
            Self::Suspended => "Suspended",
        }
    }
}

impl StructureGroup {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Unicameral => "Unicameral",
            Self::Bicameral => "Bicameral",
            Self::NoneOrSuspended => "No sitting parliament",
        }
    }
}

impl ParliamentStatus {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Functioning => "Functioning",
            Self::Transitional => "Transitional",
            Self::Dissolved => "Dissolved",
            Self::Suspended => "Suspended",
        }
    }
}

impl ChamberKind {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Single => "Single chamber",
            Self::Lower => "Lower chamber",
            Self::Upper => "Upper chamber",
        }
    }
}

impl ElectoralSystem {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::PluralityMajority => "Plurality or majority",
            Self::ProportionalRepresentation => "Proportional representation",
            Self::Mixed => "Mixed system",
            Self::Appointed => "Appointed",
            Self::IndirectElection => "Indirect election",
            Self::IndirectElectionAndAppointment => "Indirect election and appointment",
            Self::Other => "Other",
        }
    }
}

impl MembershipStatus {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Suspended => "Suspended",
            Self::Participant => "Participant",
            Self::Unknown => "Not known",
        }
    }
}

impl MembershipGroup {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Member => "Member",
            Self::Suspended => "Suspended",
            Self::Unknown => "Other or not known",
        }
    }
}

impl Order {
    /// What readers call it, after "sort by".
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Joined => "Date of joining",
            Self::Seats => "Seats",
            Self::Women => "Share of women",
        }
    }
}

impl View {
    /// What readers call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Table => "Table",
            Self::Map => "Map",
        }
    }
}

/// What readers call a decade of joining: `1960s`. Observers have not joined,
/// and so have no date either.
pub fn decade_label(decade: Option<u16>) -> String {
    decade.map_or_else(
        || "No date of joining".to_owned(),
        |first_year| format!("{first_year}s"),
    )
}

/// What readers call a group of licences of sources.json.
pub fn licence_label(group: &str) -> &str {
    vocabulary::meaning(vocabulary::LICENCE, group).unwrap_or(group)
}

/// Abbreviation, or else name, of the organisation whose membership is a
/// filter; none where the network offers no such filter.
pub fn filter_organisation(directory: &Directory) -> Option<&str> {
    let organisation = directory
        .organisations
        .get(directory.network.membership_filter?)?;
    let name = organisation.names.get(directory.language());
    Some(organisation.abbreviation.as_deref().unwrap_or(name))
}
