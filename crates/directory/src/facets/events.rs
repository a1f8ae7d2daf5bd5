//! The facets of events. Values that no event has are not offered, but one in
//! an address is chosen all the same: it shows none.

use super::event_year::EVENT_YEAR;
use super::filters::{format_decade, parse_decade};
use super::only::ONLY;
use super::regions::REGION;
use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Item, fixed_values, named};
use crate::model::{EventTypeIdx, OrganIdx};
use crate::vocabulary::{EVENT_STATE, as_str, parse, values};

/// The facets of events, in the order in which they are shown.
pub static EVENT_FACETS: [&Facet; 8] = [
    &ONLY,
    &EVENT_YEAR,
    &TYPE,
    &PERIOD,
    &REGION,
    &COUNTRY,
    &ORGAN,
    &STATE,
];

pub(super) static TYPE: Facet = Facet {
    id: FacetId::Type,
    parameter: "type",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.events_type().to_owned(),
    values: |context, _| {
        let types = context.directory.network.event_types.iter();
        let values = types.map(|kind| FacetValue::new(FacetId::Type, kind.id.as_str()));
        values.collect()
    },
    name: |directory, value| {
        let kind = EventTypeIdx::find(&directory.network, |kind| kind.id == value);
        let names = kind.map(|kind| &directory.network[kind].names);
        named(directory, names, value)
    },
    has: |context, item, value| matches!(item, Item::Event(event) if context.directory.network[event.kind].id == value),
    behaviour: FacetBehaviour::DEFAULT,
};

/// The decade in which it begins.
pub(super) static PERIOD: Facet = Facet {
    id: FacetId::Period,
    parameter: "period",
    allowed_values: AllowedValues::Decades,
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
            .map(|decade| FacetValue::new(FacetId::Period, format_decade(Some(decade))))
            .collect()
    },
    name: |directory, value| directory.catalogue.decade_of_joining(parse_decade(value)),
    has: |_, item, value| matches!(item, Item::Event(event) if Some(event.start.decade()) == parse_decade(value)),
    behaviour: FacetBehaviour::DEFAULT,
};

/// The country where it took place.
pub(super) static COUNTRY: Facet = Facet {
    id: FacetId::Country,
    parameter: "country",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.events_country().to_owned(),
    values: |context, _| {
        let countries = context.directory.event_countries.iter();
        let ids = countries.map(|country| context.directory.id_of(*country));
        ids.map(|id| FacetValue::new(FacetId::Country, id))
            .collect()
    },
    name: |directory, value| named(directory, directory.state_names(value), value),
    has: |context, item, value| {
        matches!(item, Item::Event(event)
            if event.country.is_some_and(|country| context.directory.id_of(country) == value))
    },
    behaviour: FacetBehaviour::DEFAULT,
};

pub(super) static ORGAN: Facet = Facet {
    id: FacetId::Organ,
    parameter: "organ",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.events_organ().to_owned(),
    values: |context, _| {
        let organs = context.directory.network.organs.iter();
        let values = organs.map(|organ| FacetValue::new(FacetId::Organ, organ.id.as_str()));
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
    behaviour: FacetBehaviour::DEFAULT,
};

/// Whether it took place.
pub(super) static STATE: Facet = Facet {
    id: FacetId::State,
    parameter: "state",
    allowed_values: AllowedValues::Fixed(|| values(EVENT_STATE)),
    label: |directory| directory.catalogue.events_state().to_owned(),
    values: |_, _| fixed_values(&STATE),
    name: |directory, value| {
        let state = parse(EVENT_STATE, value);
        let name = state.map_or(value, |state| directory.catalogue.state_of_event(state));
        name.to_owned()
    },
    has: |_, item, value| matches!(item, Item::Event(event) if as_str(EVENT_STATE, &event.state) == value),
    behaviour: FacetBehaviour::DEFAULT,
};
