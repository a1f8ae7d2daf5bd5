//! The facets of events. Values that no event has are not offered, but one in
//! an address is chosen all the same: it shows none.

use super::filters::{decade, decade_word};
use super::regions::REGION;
use super::{Facet, FacetId, Item, Special, Value, Vocabulary, each_word, named};
use crate::model::{EventTypeIdx, OrganIdx};
use crate::vocabulary::{EVENT_STATE, meaning, word, words};

/// The facets of events, in the order in which they are shown.
pub static EVENT_FACETS: [&Facet; 6] = [&TYPE, &PERIOD, &REGION, &COUNTRY, &ORGAN, &STATE];

pub(super) static TYPE: Facet = Facet {
    id: FacetId::Type,
    parameter: "type",
    vocabulary: Vocabulary::Ids,
    label: |directory| directory.catalogue.events_type().to_owned(),
    values: |context, _| {
        let types = context.directory.network.event_types.iter();
        let values = types.map(|kind| Value::new(FacetId::Type, kind.id.as_str()));
        values.collect()
    },
    name: |directory, value| {
        let kind = EventTypeIdx::find(&directory.network, |kind| kind.id == value);
        let names = kind.map(|kind| &directory.network[kind].names);
        named(directory, names, value)
    },
    has: |context, item, value| matches!(item, Item::Event(event) if context.directory.network[event.kind].id == value),
    special: Special::NONE,
};

/// The decade in which it begins.
pub(super) static PERIOD: Facet = Facet {
    id: FacetId::Period,
    parameter: "period",
    vocabulary: Vocabulary::Decades,
    label: |directory| directory.catalogue.events_period().to_owned(),
    values: |context, _| {
        let mut decades = Vec::new();
        for event in context.directory.events.iter().rev() {
            let decade = event.start.decade();
            if !decades.contains(&decade) {
                decades.push(decade);
            }
        }
        let values = decades.into_iter();
        values
            .map(|decade| Value::new(FacetId::Period, decade_word(Some(decade))))
            .collect()
    },
    name: |directory, value| directory.catalogue.decade_of_joining(decade(value)),
    has: |_, item, value| matches!(item, Item::Event(event) if Some(event.start.decade()) == decade(value)),
    special: Special::NONE,
};

/// The country where it took place.
pub(super) static COUNTRY: Facet = Facet {
    id: FacetId::Country,
    parameter: "country",
    vocabulary: Vocabulary::Ids,
    label: |directory| directory.catalogue.events_country().to_owned(),
    values: |context, _| {
        let countries = context.directory.event_countries.iter();
        let ids = countries.map(|country| context.directory.id_of(*country));
        ids.map(|id| Value::new(FacetId::Country, id)).collect()
    },
    name: |directory, value| named(directory, directory.state_named(value), value),
    has: |context, item, value| {
        matches!(item, Item::Event(event)
            if event.country.is_some_and(|country| context.directory.id_of(country) == value))
    },
    special: Special::NONE,
};

pub(super) static ORGAN: Facet = Facet {
    id: FacetId::Organ,
    parameter: "organ",
    vocabulary: Vocabulary::Ids,
    label: |directory| directory.catalogue.events_organ().to_owned(),
    values: |context, _| {
        let organs = context.directory.network.organs.iter();
        let values = organs.map(|organ| Value::new(FacetId::Organ, organ.id.as_str()));
        values.collect()
    },
    name: |directory, value| {
        let organ = OrganIdx::find(&directory.network, |organ| organ.id == value);
        let names = organ.map(|organ| &directory.network[organ].names);
        named(directory, names, value)
    },
    has: |context, item, value| {
        matches!(item, Item::Event(event)
            if event.organ.is_some_and(|organ| context.directory.network[organ].id == value))
    },
    special: Special::NONE,
};

/// Whether it took place.
pub(super) static STATE: Facet = Facet {
    id: FacetId::State,
    parameter: "state",
    vocabulary: Vocabulary::Words(|| words(EVENT_STATE)),
    label: |directory| directory.catalogue.events_state().to_owned(),
    values: |_, _| each_word(&STATE),
    name: |directory, value| {
        let state = meaning(EVENT_STATE, value);
        let name = state.map_or(value, |state| directory.catalogue.state_of_event(state));
        name.to_owned()
    },
    has: |_, item, value| matches!(item, Item::Event(event) if word(EVENT_STATE, &event.state) == value),
    special: Special::NONE,
};
