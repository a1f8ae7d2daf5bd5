//! The facet of single members, which members and events share: what a reader's
//! list shows where nothing else is wanted.

use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Item};
use crate::model::{Directory, Member, StateIdx};

/// Members by their ids, and the events that they hosted or that concern them.
pub(super) static ONLY: Facet = Facet {
    id: FacetId::Only,
    parameter: "only",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.contacts_state().to_owned(),
    values: |_, filters| {
        let chosen = filters.values_in(FacetId::Only);
        chosen
            .map(|value| FacetValue::new(FacetId::Only, value))
            .collect()
    },
    name: |directory, value| {
        let names = member(directory, value).map(|member| &member.names);
        super::named(directory, names, value)
    },
    has: |context, item, value| match item {
        Item::Member(member) => member.id.as_str() == value,
        Item::Former(_) => false,
        Item::Event(event) => {
            let directory = context.directory;
            let state = member(directory, value)
                .and_then(|member| directory.member_idx(&member.id))
                .map(StateIdx::Member);
            state.is_some_and(|state| event.names(state))
        }
    },
    behaviour: FacetBehaviour {
        on_request: true,
        knows: |directory, value| member(directory, value).is_some(),
        clause: |directory, filters, _| {
            let chosen = filters.known_values_in(directory, FacetId::Only);
            let names: Vec<String> = chosen.map(|id| (ONLY.name)(directory, id)).collect();
            (!names.is_empty()).then(|| directory.catalogue.join_or(&names))
        },
        ..FacetBehaviour::DEFAULT
    },
};

fn member<'a>(directory: &'a Directory, id: &str) -> Option<&'a Member> {
    directory.member(&id.parse().ok()?)
}
