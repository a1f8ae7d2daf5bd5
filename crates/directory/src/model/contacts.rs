//! Channels by which institutions are reached.

use serde_repr::{Deserialize_repr, Serialize_repr};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::MemberId;
use super::{ChamberKind, Origin};
use crate::PartialDate;

/// A channel of an institution: never one of a person.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Contact {
    /// Stable id.
    pub id: String,
    /// What is reached by it.
    pub kind: ContactKind,
    /// When it was last found to be right: the day on which it was verified,
    /// else the date of its source.
    pub last_verified: Option<PartialDate>,
    /// The last date on which it holds, where that is known.
    pub valid_until: Option<PartialDate>,
    /// What the browser does without, since published pages tell it.
    #[serde(skip)]
    pub details: ContactDetails,
}

/// What only published pages, cards and exports say of a contact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactDetails {
    /// The chamber that is reached; none for a whole parliament.
    pub chamber: Option<ChamberKind>,
    /// The chambers that share it, which then is one of the whole.
    pub shared_by: Vec<ChamberKind>,
    /// The office or the use, as the institution calls it.
    pub label: Option<String>,
    /// Of an account: whose service it is, as that calls itself.
    pub service: Option<String>,
    /// The lines of an address or a place; of other kinds the one value, as given.
    pub lines: Vec<String>,
    /// A number in the form of E.164, where it can be dialled from anywhere.
    pub e164: Option<String>,
    /// Whether it is told but not offered as a link.
    pub unlinked: bool,
    /// Whether it is a number of a plan that has been replaced, which nobody
    /// should dial as it stands.
    pub outdated_plan: bool,
    /// Where it was read.
    pub class: ContactClass,
    /// The day on which someone made sure of it.
    pub verified_on: Option<PartialDate>,
    /// Source, date and note.
    pub origin: Origin,
}

/// What kind of channel it is, in the order in which they are shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ContactKind {
    Website,
    Email,
    Phone,
    Fax,
    Address,
    Form,
    Press,
    Social,
    /// Where it sits, which is no address by post.
    Place,
}

/// Where a contact was read, and what that says of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ContactClass {
    /// With the institution itself or its state; of a website also a list of
    /// official sites.
    #[default]
    OwnSite,
    /// In what an organisation of parliaments printed of its members: official then.
    OfficialPrint,
    /// In another directory.
    Directory,
    /// In a listing of someone else.
    Listing,
    /// In a copy of an encyclopaedia.
    Encyclopaedia,
    /// It was that of a body that has been replaced since.
    Replaced,
}

impl ContactKind {
    /// What one expects of an institution: what lacks is worth saying.
    pub const EXPECTED: [Self; 5] = [
        Self::Website,
        Self::Email,
        Self::Phone,
        Self::Fax,
        Self::Address,
    ];

    /// The field in which its value stands in contacts.json.
    pub fn field(self) -> &'static str {
        match self {
            Self::Address | Self::Place => "lines",
            _ => "value",
        }
    }
}

/// Whose contact it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactHolder {
    /// The parliament of a member, or a chamber of it.
    Member(MemberId),
    /// The organisation with this id.
    Organisation(String),
}

impl Contact {
    /// By what contacts of one holder are ordered: the whole parliament, then
    /// the lower and the upper chamber, each by kind.
    pub fn rank(&self) -> impl Ord + use<> {
        (self.details.chamber, self.kind)
    }
}

impl Contact {
    /// The value in one line.
    pub fn value(&self) -> String {
        self.details.lines.join(", ")
    }
}
