//! The facet of the years in which events began, which members and events share:
//! of members, those that hosted such an event or that it concerns.

use super::figures::Range;
use super::filters::Unit;
use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Item};
use crate::model::{Event, StateIdx};
use crate::snapshot::Part;

/// A range of years, `2022` or `2015-`.
pub(super) static EVENT_YEAR: Facet = Facet {
    id: FacetId::EventYear,
    parameter: "event-year",
    allowed_values: AllowedValues::Ranges(Unit::Year),
    label: |directory| directory.catalogue.figure_event_year().to_owned(),
    values: |_, filters| {
        let chosen = filters.values_in(FacetId::EventYear);
        chosen
            .map(|value| FacetValue::new(FacetId::EventYear, value))
            .collect()
    },
    name: |directory, value| {
        let range = Range::parse(value);
        let name = range.map(|range| range.name_in(&directory.catalogue, Unit::Year));
        name.unwrap_or_else(|| value.to_owned())
    },
    has: |context, item, value| {
        let directory = context.directory;
        let begins = |event: &Event| {
            let year = u32::from(event.start.year());
            Range::parse(value).is_some_and(|range| range.contains(year))
        };
        match item {
            Item::Event(event) => begins(event),
            Item::Member(member) => {
                let state = directory.member_idx(&member.id).map(StateIdx::Member);
                let mut events = directory.events.iter();
                state.is_some_and(|state| events.any(|event| event.names(state) && begins(event)))
            }
            Item::Former(_) => false,
        }
    },
    behaviour: FacetBehaviour {
        part: Some(Part::Events),
        on_request: true,
        // A year is always known.
        knows: |_, value| Range::parse(value).is_some(),
        chip: Some(|directory, value| EVENT_YEAR.named_chip(directory, value)),
        clause: |directory, filters, _| EVENT_YEAR.named_clause(directory, filters),
        ..FacetBehaviour::DEFAULT
    },
};
