//! What an address asks of the events.

use super::Query;
use crate::Ordered;
use crate::model::Directory;

/// The filters of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventFacet {
    Type,
    /// The decade in which it begins.
    Period,
    /// That of the country; shared with members.
    Region,
    Country,
    Organ,
    State,
}

impl EventFacet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Type,
        Self::Period,
        Self::Region,
        Self::Country,
        Self::Organ,
        Self::State,
    ];

    /// Its parameter in the address.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Period => "period",
            Self::Region => "region",
            Self::Country => "country",
            Self::Organ => "organ",
            Self::State => "state",
        }
    }
}

/// What is chosen in the filters that events alone have, as an address says it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventFilters {
    /// `type`: ids of network.json.
    pub types: Ordered<String>,
    /// `period`: decades, `1960s`.
    pub periods: Ordered<String>,
    /// `country`: three letters each.
    pub countries: Ordered<String>,
    /// `organ`: ids of network.json.
    pub organs: Ordered<String>,
    /// `state`: words of events.json.
    pub states: Ordered<String>,
}

/// The part of the time line that is shown: numbers of the first and of the
/// last day, counted from 1970-01-01. An address says those of the years 1000
/// to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: i32,
    /// Last day; not before the first.
    pub to: i32,
}

impl Query {
    /// The values chosen in a filter of events.
    pub fn chosen(&self, facet: EventFacet) -> &Ordered<String> {
        match facet {
            EventFacet::Type => &self.events.types,
            EventFacet::Period => &self.events.periods,
            EventFacet::Region => &self.regions,
            EventFacet::Country => &self.events.countries,
            EventFacet::Organ => &self.events.organs,
            EventFacet::State => &self.events.states,
        }
    }

    /// The same, to choose others.
    pub(super) fn chosen_mut(&mut self, facet: EventFacet) -> &mut Ordered<String> {
        match facet {
            EventFacet::Type => &mut self.events.types,
            EventFacet::Period => &mut self.events.periods,
            EventFacet::Region => &mut self.regions,
            EventFacet::Country => &mut self.events.countries,
            EventFacet::Organ => &mut self.events.organs,
            EventFacet::State => &mut self.events.states,
        }
    }

    /// The value chosen in this facet, or no longer chosen.
    #[must_use]
    pub fn toggling_event(&self, directory: &Directory, facet: EventFacet, value: &str) -> Self {
        if facet == EventFacet::Region {
            return self.toggling_region(directory, value);
        }
        let mut query = self.clone();
        query.chosen_mut(facet).toggle(value.to_owned());
        query
    }

    /// Nothing of it but the event that is selected.
    #[must_use]
    pub fn event_alone(&self) -> Self {
        Self {
            event: self.event.clone(),
            ..Self::default()
        }
    }

    /// The same events with this one selected.
    #[must_use]
    pub fn selecting_event(&self, id: &str) -> Self {
        Self {
            event: Some(id.to_owned()),
            ..self.clone()
        }
    }

    /// The same events with the time line showing this span, or as it frames them.
    #[must_use]
    pub fn spanning(&self, span: Option<Span>) -> Self {
        Self {
            span,
            ..self.clone()
        }
    }
}
