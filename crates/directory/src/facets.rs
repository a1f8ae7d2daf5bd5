//! What members and events are filtered by: each facet is declared once.
//!
//! A declaration says which values of an address it accepts, what readers call
//! them and which item has which. Addresses, results, counts, chips and the
//! sentence follow from it. Those of members stand in `members`, those of
//! events in `events`, what both have in `regions`.

mod event_year;
mod events;
mod facts;
mod figures;
mod filters;
mod members;
mod only;
mod record;
mod regions;

use crate::Directory;
use crate::model::{Event, FormerMember, LocalizedText, Member};
use crate::snapshot::Part;

pub use events::EVENT_FACETS;
pub use filters::UNKNOWN;
pub use filters::{AllowedValues, Choice, Filters, Unit};
pub(crate) use filters::{is_id, parse_decade};
pub use members::{CONTACT_FILTERS, MEMBERSHIP_GROUPS, STRUCTURE_GROUPS};
pub use members::{ContactFilter, MEMBER_FACETS, MembershipGroup, StructureGroup};
pub use record::{RECORD_FIELDS, RecordField, record_fields};

/// What a facet may ask besides the item itself.
#[derive(Clone, Copy)]
pub struct FacetContext<'a> {
    /// What the item is a part of.
    pub directory: &'a Directory,
    /// The number of the present day, counted from 1970-01-01.
    pub today: i32,
}

/// Which facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FacetId {
    Only,
    EventYear,
    Region,
    SubRegion,
    Status,
    Structure,
    Membership,
    Joined,
    Seats,
    Women,
    UpperWomen,
    Term,
    System,
    LastElection,
    NextElection,
    Election,
    Belongs,
    Hosted,
    Outdated,
    Contact,
    Data,
    Type,
    Period,
    Country,
    Organ,
    State,
}

impl FacetId {
    /// Its declaration.
    pub fn facet(self) -> &'static Facet {
        match self {
            Self::Only => &only::ONLY,
            Self::EventYear => &event_year::EVENT_YEAR,
            Self::Region => &regions::REGION,
            Self::SubRegion => &regions::SUB_REGION,
            Self::Status => &members::STATUS,
            Self::Structure => &members::STRUCTURE,
            Self::Membership => &members::MEMBERSHIP,
            Self::Joined => &members::JOINED,
            Self::Seats => &figures::SEATS,
            Self::Women => &figures::WOMEN,
            Self::UpperWomen => &figures::UPPER_WOMEN,
            Self::Term => &figures::TERM,
            Self::System => &facts::SYSTEM,
            Self::LastElection => &figures::LAST_ELECTION,
            Self::NextElection => &figures::NEXT_ELECTION,
            Self::Election => &facts::ELECTION,
            Self::Belongs => &facts::BELONGS,
            Self::Hosted => &figures::HOSTED,
            Self::Outdated => &figures::OUTDATED,
            Self::Contact => &members::CONTACT,
            Self::Data => &record::DATA,
            Self::Type => &events::TYPE,
            Self::Period => &events::PERIOD,
            Self::Country => &events::COUNTRY,
            Self::Organ => &events::ORGAN,
            Self::State => &events::STATE,
        }
    }

    /// Whether it chooses by where something lies, so that the map frames what
    /// is chosen.
    pub fn is_geographic(self) -> bool {
        matches!(self, Self::Region | Self::SubRegion)
    }

    /// Whether it chooses by facts that are known for today alone.
    pub fn is_of_today(self) -> bool {
        let is_event_facet = EVENT_FACETS.iter().any(|facet| facet.id == self);
        !is_event_facet && !matches!(self, Self::SubRegion | Self::Status | Self::Joined)
    }
}

/// The declaration of a facet.
pub struct Facet {
    /// Which one it is.
    pub id: FacetId,
    /// Its name in an address.
    pub parameter: &'static str,
    /// The values that an address may choose.
    pub allowed_values: AllowedValues,
    /// What readers call it.
    pub label: fn(&Directory) -> String,
    /// The values that readers may choose, in the order shown. Some stand there
    /// because they are chosen.
    pub values: fn(&FacetContext, &Filters) -> Vec<FacetValue>,
    /// What readers call a value.
    pub name: fn(&Directory, &str) -> String,
    /// Whether an item has a value; of a former member only what is known.
    pub has: fn(&FacetContext, Item, &str) -> bool,
    /// In what it differs from most facets.
    pub behaviour: FacetBehaviour,
}

/// How a facet behaves: as [`FacetBehaviour::DEFAULT`] but for what some need.
pub struct FacetBehaviour {
    /// The facet inside whose values its own stand, and which they widen.
    pub parent: Option<FacetId>,
    /// The part of the snapshot that tells what an item has.
    pub part: Option<Part>,
    /// Whether it is offered only where it is chosen or colours what is shown.
    pub on_request: bool,
    /// Whether all that is chosen must hold, rather than any of it.
    pub all_must_hold: bool,
    /// Whether the directory knows a value. What it does not know is not chosen.
    pub knows: fn(&Directory, &str) -> bool,
    /// Whether a value, once chosen, takes the place of another choice.
    pub replaces: fn(&Directory, &str, &Choice) -> bool,
    /// What a value is called as a chip, where its name needs that of the facet
    /// beside it.
    pub chip: Option<fn(&Directory, &str) -> String>,
    /// Its clause in the sentence for so many members; none where nothing is
    /// chosen that would say something.
    pub clause: fn(&Directory, &Filters, usize) -> Option<String>,
}

impl FacetBehaviour {
    /// As most facets do.
    pub const DEFAULT: Self = Self {
        parent: None,
        part: None,
        on_request: false,
        all_must_hold: false,
        knows: |_, _| true,
        replaces: |_, _, _| false,
        chip: None,
        clause: |_, _, _| None,
    };
}

impl Facet {
    /// What a value is called as a chip, clear without the facet's name.
    pub fn chip(&self, directory: &Directory, value: &str) -> String {
        self.behaviour.chip.unwrap_or(self.name)(directory, value)
    }

    /// "Seats: 50–99": a chip of a facet whose names need its label.
    fn named_chip(&self, directory: &Directory, value: &str) -> String {
        let (label, name) = ((self.label)(directory), (self.name)(directory, value));
        directory.catalogue.list_named(&label, &name)
    }

    /// "Seats: 50–99 or 400 or more": the clause of such a facet.
    fn named_clause(&self, directory: &Directory, filters: &Filters) -> Option<String> {
        let words = &directory.catalogue;
        let chosen = filters.known_values_in(directory, self.id);
        let names: Vec<_> = chosen.map(|value| (self.name)(directory, value)).collect();
        let joined = if self.behaviour.all_must_hold {
            words.join(&names)
        } else {
            words.join_or(&names)
        };
        (!names.is_empty()).then(|| words.list_named(&(self.label)(directory), &joined))
    }

    /// The facet in whose menu its values stand, its own or one that holds it.
    pub fn menu(&self) -> FacetId {
        self.behaviour.parent.unwrap_or(self.id)
    }
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetValue {
    /// The facet.
    pub facet: FacetId,
    /// As an address says it.
    pub value: String,
    /// Those that stand inside it.
    pub children: Vec<Self>,
}

impl FacetValue {
    /// A value that holds no others.
    fn new(facet: FacetId, value: impl Into<String>) -> Self {
        Self {
            facet,
            value: value.into(),
            children: Vec::new(),
        }
    }
}

/// The values of a facet whose values do not depend on the data.
fn fixed_values(facet: &Facet) -> Vec<FacetValue> {
    let values = facet.allowed_values.fixed().into_iter();
    values
        .map(|value| FacetValue::new(facet.id, value))
        .collect()
}

/// A name for the reader; the value itself where the data have none for it.
fn named(directory: &Directory, names: Option<&LocalizedText>, value: &str) -> String {
    let name = names.map(|names| directory.localized(names).text.into_owned());
    name.unwrap_or_else(|| value.to_owned())
}

/// What is filtered.
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Item<'a> {
    Member(&'a Member),
    Former(&'a FormerMember),
    Event(&'a Event),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Query;
    use crate::chips::chips;
    use crate::fixture::{context, directory};

    #[test]
    fn every_facet_is_declared_with_a_parameter_a_label_and_chips() {
        let directory = directory();
        let context = context(&directory);
        let mut parameters = BTreeSet::new();
        for facets in [&MEMBER_FACETS[..], &EVENT_FACETS] {
            for facet in facets {
                let name = facet.parameter;
                assert!(std::ptr::eq(facet.id.facet(), *facet), "{name}");
                assert!(!(facet.label)(&directory).is_empty(), "{name}");
                parameters.insert(name);
                // No menu offers these before they are chosen.
                if [FacetId::Data, FacetId::Only, FacetId::EventYear].contains(&facet.id) {
                    continue;
                }
                let menu = facet.menu().facet();
                let values = (menu.values)(&context, &Filters::default());
                let children = values.iter().flat_map(|value| &value.children);
                let own = |value: &&FacetValue| value.facet == facet.id;
                let values: Vec<&FacetValue> = values.iter().chain(children).filter(own).collect();
                assert!(!values.is_empty(), "{name}");
                for FacetValue { value, .. } in values {
                    let query = Query::default().with_toggled(&directory, facet.id, value);
                    assert_eq!(query.to_string(), format!("{name}={value}"));
                    assert_eq!(Query::parse(&query.to_string()), query);
                    let [chip] = &chips(&directory, &query, facets)[..] else {
                        panic!("{name}={value} has one chip");
                    };
                    assert!(!chip.label.is_empty(), "{name}={value}");
                    assert_eq!(chip.without, Query::default());
                }
            }
        }
        // Regions, single members and years of events are of members and of events.
        let declared = MEMBER_FACETS.len() + EVENT_FACETS.len() - 3;
        assert_eq!(parameters.len(), declared, "a name for each");
    }
}
