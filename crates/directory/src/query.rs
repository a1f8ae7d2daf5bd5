//! What the address asks for: words, filters, order, view and selection.

mod events;
mod links;
mod text;

use crate::Ordered;
use crate::model::{MemberId, Status, Structure};
use crate::snapshot::Part;

pub use events::{EventFacet, EventFilters, Span};
pub use text::PARAMETERS;
pub(crate) use text::{CONTACT_FILTERS, MEMBERSHIPS, STATUSES, STRUCTURES, decade_word, escape};

/// What a reader asked for. The default is everything, by name, as a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// `q`: the words of the search box.
    pub words: String,
    /// `region`: ids of network.json.
    pub regions: Ordered<String>,
    /// `subregion`: ids of network.json.
    pub sub_regions: Ordered<String>,
    /// `status`.
    pub statuses: Ordered<Status>,
    /// `structure`.
    pub structures: Ordered<StructureGroup>,
    /// `membership`: standing in the organisation that network.json names.
    pub memberships: Ordered<MembershipGroup>,
    /// `joined`: first years of decades, `None` for unknown or not joined.
    pub decades: Ordered<Option<u16>>,
    /// `contact`: how they can be reached; all of it must hold.
    pub contacts: Ordered<ContactFilter>,
    /// `year`: who belonged at its end; none for today.
    pub year: Option<u16>,
    /// The filters that events alone have.
    pub events: EventFilters,
    /// `sort`.
    pub order: Order,
    /// `view`.
    pub view: View,
    /// `selected`: marked in list and map at once.
    pub selected: Option<MemberId>,
    /// `chosen`: ids of the members whose contacts are taken along.
    pub chosen: Ordered<String>,
    /// `at`: where the reader has moved the map.
    pub at: Option<MapView>,
    /// `event`: marked on the time line and in the list at once.
    pub event: Option<String>,
    /// `span`: the part of the time line that is shown.
    pub span: Option<Span>,
}

impl Query {
    /// The parts of the snapshot that are needed to say what is shown, beside
    /// those of the page.
    pub fn parts(&self) -> Vec<Part> {
        let contacts = (!self.contacts.is_empty()).then_some(Part::Contacts);
        let sources = self.year.map(|_| Part::Sources);
        contacts.into_iter().chain(sources).collect()
    }
}

/// Structures as a reader filters them: `unicameral`, `bicameral`, `none`
/// (no parliament, or a suspended one).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum StructureGroup {
    Unicameral,
    Bicameral,
    NoneOrSuspended,
}

impl From<Structure> for StructureGroup {
    fn from(structure: Structure) -> Self {
        match structure {
            Structure::Unicameral => Self::Unicameral,
            Structure::Bicameral => Self::Bicameral,
            Structure::None | Structure::Suspended => Self::NoneOrSuspended,
        }
    }
}

/// Standing in the organisation that network.json offers as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MembershipGroup {
    Member,
    Suspended,
    Unknown,
}

/// How the parliament of a member can be reached: `email`, `phone`, `address`
/// (by post), not so (`no-email`, `no-phone`, `no-address`), `unverified` (a
/// contact that nobody has verified for twelve months) or `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ContactFilter {
    Email,
    Phone,
    Address,
    NoEmail,
    NoPhone,
    NoAddress,
    Unverified,
    None,
}

/// Order of the results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// By name; best match first while there are words.
    #[default]
    Name,
    /// Earliest first.
    Joined,
    /// Most first.
    Seats,
    /// Largest share first.
    Women,
}

/// How the results are laid out. On a phone `Map` is the second tab; on wide
/// screens list and map stand side by side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum View {
    #[default]
    List,
    Table,
    Map,
}

/// Where the reader has moved the map: a point of the map and a zoom.
///
/// Kept in whole map units and hundredths of zoom, so that the text in the
/// address stands for exactly one view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapView {
    /// Centre, map units.
    pub x: i32,
    /// Centre, map units.
    pub y: i32,
    /// Times the scale at which the whole network fits, in hundredths: 100 to 3200.
    pub zoom: u16,
}
