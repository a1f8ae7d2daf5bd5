//! Facets by facts that pictures of the insights count; no menu offers them until
//! one is chosen.

use super::filters::UNKNOWN;
use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Item, fixed_values};
use crate::model::{Directory, Member, MembershipStatus, OrganisationIdx};
use crate::vocabulary::{ELECTORAL_SYSTEM, as_str, parse, values};
use crate::{PartialDate, SortedSet};

/// How the lower or single chamber is elected.
pub(super) static SYSTEM: Facet = Facet {
    id: FacetId::System,
    parameter: "system",
    allowed_values: AllowedValues::Fixed(|| {
        let mut systems = values(ELECTORAL_SYSTEM);
        systems.push(UNKNOWN);
        systems
    }),
    label: |directory| directory.catalogue.chamber_elected_by().to_owned(),
    values: |_, _| fixed_values(&SYSTEM),
    name: |directory, value| {
        let words = &directory.catalogue;
        let system = parse(ELECTORAL_SYSTEM, value);
        let name = system.map_or(words.figure_none(), |system| words.electoral_system(system));
        name.to_owned()
    },
    has: |_, item, value| {
        let Item::Member(member) = item else {
            return false;
        };
        let chamber = member.first_chamber();
        let system = chamber.and_then(|chamber| chamber.electoral_system);
        system.map_or(UNKNOWN, |system| as_str(ELECTORAL_SYSTEM, &system)) == value
    },
    behaviour: FacetBehaviour {
        on_request: true,
        chip: Some(|directory, value| SYSTEM.named_chip(directory, value)),
        clause: |directory, filters, _| SYSTEM.named_clause(directory, filters),
        ..FacetBehaviour::DEFAULT
    },
};

/// The month of the next election: `2027-03`, or `2027` where no more is known.
pub(super) static ELECTION: Facet = Facet {
    id: FacetId::Election,
    parameter: "election",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.fact_next_election().to_owned(),
    values: |context, filters| {
        let members = context.directory.members.iter();
        let months = members.filter_map(election_month);
        let chosen = filters.values_in(FacetId::Election);
        let chosen = chosen.filter_map(|value| value.parse().ok());
        let months: SortedSet<PartialDate> = months.chain(chosen).collect();
        let value = |month: &PartialDate| FacetValue::new(FacetId::Election, month.to_string());
        months.iter().map(value).collect()
    },
    name: |directory, value| match value.parse() {
        Ok(month) => directory.catalogue.date(month),
        Err(_) => value.to_owned(),
    },
    has: |_, item, value| {
        let Item::Member(member) = item else {
            return false;
        };
        election_month(member).is_some_and(|month| month.to_string() == value)
    },
    behaviour: FacetBehaviour {
        on_request: true,
        knows: |_, value| {
            let month = value.parse::<PartialDate>();
            month.is_ok_and(|month| month == month.to_month())
        },
        chip: Some(|directory, value| ELECTION.named_chip(directory, value)),
        clause: |directory, filters, _| ELECTION.named_clause(directory, filters),
        ..FacetBehaviour::DEFAULT
    },
};

/// The organisations of which it is a full member.
pub(super) static BELONGS: Facet = Facet {
    id: FacetId::Belongs,
    parameter: "belongs",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.figure_belongs().to_owned(),
    values: |context, _| {
        let directory = context.directory;
        let all = OrganisationIdx::each(directory);
        let with_members = all.filter(|(organisation, _)| {
            let mut members = directory.members.iter();
            members.any(|member| member.belongs_to(*organisation))
        });
        let values = with_members.map(|(_, one)| FacetValue::new(FacetId::Belongs, &*one.id));
        values.collect()
    },
    name: |directory, value| {
        let organisation = organisation(directory, value);
        organisation.map_or_else(
            || value.to_owned(),
            |organisation| directory.short_name_of(&directory[organisation]),
        )
    },
    has: |context, item, value| match (item, organisation(context.directory, value)) {
        (Item::Member(member), Some(organisation)) => member.belongs_to(organisation),
        _ => false,
    },
    behaviour: FacetBehaviour {
        on_request: true,
        all_must_hold: true,
        knows: |directory, value| organisation(directory, value).is_some(),
        chip: Some(|directory, value| BELONGS.named_chip(directory, value)),
        clause: |directory, filters, _| BELONGS.named_clause(directory, filters),
        ..FacetBehaviour::DEFAULT
    },
};

/// When the next election of a parliament that sits is expected, to the month.
fn election_month(member: &Member) -> Option<PartialDate> {
    let date = member.sitting_parliament()?.next_election?;
    Some(date.to_month())
}

fn organisation(directory: &Directory, id: &str) -> Option<OrganisationIdx> {
    OrganisationIdx::find(directory, |organisation| organisation.id == id)
}

impl Member {
    /// Whether it is a full member of an organisation.
    pub fn belongs_to(&self, organisation: OrganisationIdx) -> bool {
        let mut memberships = self.memberships.iter();
        memberships.any(|membership| {
            membership.organisation == organisation && membership.status == MembershipStatus::Member
        })
    }
}
