//! The facets of members. Former members have of them what is known of these:
//! a region, the status and the decade of joining.

use super::event_year::EVENT_YEAR;
use super::facts::{BELONGS, ELECTION, SYSTEM};
use super::figures::{HOSTED, LAST_ELECTION, NEXT_ELECTION, OUTDATED, SEATS};
use super::figures::{TERM, UPPER_WOMEN, WOMEN};
use super::filters::{format_decade, parse_decade};
use super::fixed_values;
use super::only::ONLY;
use super::record::DATA;
use super::regions::{REGION, SUB_REGION};
use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Filters, Item};
use crate::model::{Directory, Member, MembershipStatus, Organisation};
use crate::model::{Parliament, Status, Structure};
use crate::snapshot::Part;
use crate::vocabulary::{STATUS as STATUSES, Terms, as_str, parse, values};
use crate::{PartialDate, SortedSet};

/// The facets of members, in the order in which they are shown.
pub static MEMBER_FACETS: [&Facet; 21] = [
    &ONLY,
    &EVENT_YEAR,
    &REGION,
    &SUB_REGION,
    &STATUS,
    &STRUCTURE,
    &MEMBERSHIP,
    &JOINED,
    &SEATS,
    &WOMEN,
    &UPPER_WOMEN,
    &TERM,
    &SYSTEM,
    &LAST_ELECTION,
    &NEXT_ELECTION,
    &ELECTION,
    &BELONGS,
    &HOSTED,
    &OUTDATED,
    &CONTACT,
    &DATA,
];

pub(super) static STATUS: Facet = Facet {
    id: FacetId::Status,
    parameter: "status",
    allowed_values: AllowedValues::Fixed(|| values(STATUSES)),
    label: |directory| directory.catalogue.filters_status().to_owned(),
    values: |_, _| fixed_values(&STATUS),
    name: |directory, value| {
        let status = parse(STATUSES, value);
        let name = status.map_or(value, |status| directory.catalogue.status(status));
        name.to_owned()
    },
    has: |_, item, value| {
        let status = match item {
            Item::Member(member) => member.status,
            Item::Former(_) => Status::Member,
            Item::Event(_) => return false,
        };
        as_str(STATUSES, &status) == value
    },
    behaviour: FacetBehaviour::DEFAULT,
};

pub(super) static STRUCTURE: Facet = Facet {
    id: FacetId::Structure,
    parameter: "structure",
    allowed_values: AllowedValues::Fixed(|| values(STRUCTURE_GROUPS)),
    label: |directory| directory.catalogue.filters_structure().to_owned(),
    values: |_, _| fixed_values(&STRUCTURE),
    name: |directory, value| {
        let words = &directory.catalogue;
        let name = match parse(STRUCTURE_GROUPS, value) {
            Some(StructureGroup::Unicameral) => words.structure_unicameral(),
            Some(StructureGroup::Bicameral) => words.structure_bicameral(),
            Some(StructureGroup::NotSitting) => words.structure_not_sitting(),
            None => value,
        };
        name.to_owned()
    },
    has: |_, item, value| {
        let Item::Member(member) = item else {
            return false;
        };
        let parliament = member.parliament.as_ref();
        parliament.is_some_and(|parliament| as_str(STRUCTURE_GROUPS, &parliament.into()) == value)
    },
    behaviour: FacetBehaviour::DEFAULT,
};

pub(super) static MEMBERSHIP: Facet = Facet {
    id: FacetId::Membership,
    parameter: "membership",
    allowed_values: AllowedValues::Fixed(|| values(MEMBERSHIP_GROUPS)),
    label: membership_label,
    values: |context, _| match context.directory.network.membership_filter {
        Some(_) => fixed_values(&MEMBERSHIP),
        None => Vec::new(),
    },
    name: |directory, value| {
        let words = &directory.catalogue;
        let name = match parse(MEMBERSHIP_GROUPS, value) {
            Some(MembershipGroup::Member) => words.membership_member(),
            Some(MembershipGroup::Suspended) => words.membership_suspended(),
            Some(MembershipGroup::Unknown) => words.membership_unknown(),
            None => value,
        };
        name.to_owned()
    },
    has: |context, item, value| {
        let Item::Member(member) = item else {
            return false;
        };
        let group = membership_group(context.directory, member);
        as_str(MEMBERSHIP_GROUPS, &group) == value
    },
    behaviour: FacetBehaviour {
        knows: |directory, _| directory.network.membership_filter.is_some(),
        chip: Some(|directory, value| {
            let organisation = organisation(directory).unwrap_or_default();
            let name = (MEMBERSHIP.name)(directory, value);
            directory
                .catalogue
                .filters_chip_membership(&organisation, &name)
        }),
        clause: membership_clause,
        ..FacetBehaviour::DEFAULT
    },
};

/// The decade of joining. Observers have not joined.
pub(super) static JOINED: Facet = Facet {
    id: FacetId::Joined,
    parameter: "joined",
    allowed_values: AllowedValues::DecadesOrUnknown,
    label: |directory| directory.catalogue.filters_joined().to_owned(),
    values: |context, filters| {
        let mut decades: Vec<Option<u16>> = filters
            .values_in(FacetId::Joined)
            .map(parse_decade)
            .collect();
        for member in &context.directory.members {
            let decade = member.joined.map(PartialDate::decade);
            if !decades.contains(&decade) {
                decades.push(decade);
            }
        }
        // The earliest first; the unknown last, as letters come after digits.
        let values: SortedSet<String> = decades.into_iter().map(format_decade).collect();
        let facet_value = |value: &String| FacetValue::new(FacetId::Joined, value.as_str());
        values.iter().map(facet_value).collect()
    },
    name: |directory, value| directory.catalogue.decade_of_joining(parse_decade(value)),
    has: |_, item, value| {
        let joined = match item {
            Item::Member(member) => member.joined,
            Item::Former(former) => Some(former.joined),
            Item::Event(_) => return false,
        };
        joined.map(PartialDate::decade) == parse_decade(value)
    },
    behaviour: FacetBehaviour {
        chip: Some(|directory, value| {
            let words = &directory.catalogue;
            let decade = parse_decade(value);
            let chip =
                decade.map(|first_year| words.filters_chip_joined(&words.decade(first_year)));
            chip.unwrap_or_else(|| words.decade_of_joining(decade))
        }),
        clause: joined_clause,
        ..FacetBehaviour::DEFAULT
    },
};

pub(super) static CONTACT: Facet = Facet {
    id: FacetId::Contact,
    parameter: "contact",
    allowed_values: AllowedValues::Fixed(|| values(CONTACT_FILTERS)),
    label: |directory| directory.catalogue.filters_contact().to_owned(),
    values: |_, _| fixed_values(&CONTACT),
    name: |directory, value| {
        let words = &directory.catalogue;
        let name = match parse(CONTACT_FILTERS, value) {
            Some(ContactFilter::Email) => words.reach_email(),
            Some(ContactFilter::Phone) => words.reach_phone(),
            Some(ContactFilter::Address) => words.reach_address(),
            Some(ContactFilter::NoEmail) => words.reach_no_email(),
            Some(ContactFilter::NoPhone) => words.reach_no_phone(),
            Some(ContactFilter::NoAddress) => words.reach_no_address(),
            Some(ContactFilter::Unverified) => {
                return words.reach_unverified(fresh_months(directory));
            }
            Some(ContactFilter::None) => words.reach_none(),
            None => value,
        };
        name.to_owned()
    },
    has: |context, item, value| {
        let filter = parse(CONTACT_FILTERS, value);
        matches!((item, filter), (Item::Member(member), Some(filter))
            if member.matches_contact(filter, context.directory.network.contacts, context.today))
    },
    behaviour: FacetBehaviour {
        part: Some(Part::Contacts),
        all_must_hold: true,
        clause: contact_clause,
        ..FacetBehaviour::DEFAULT
    },
};

/// Structures as a reader filters them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum StructureGroup {
    Unicameral,
    Bicameral,
    NotSitting,
}

/// `structure`: `none` is no parliament, or one that does not sit.
pub const STRUCTURE_GROUPS: Terms<StructureGroup> = &[
    ("unicameral", StructureGroup::Unicameral),
    ("bicameral", StructureGroup::Bicameral),
    ("none", StructureGroup::NotSitting),
];

impl From<&Parliament> for StructureGroup {
    fn from(parliament: &Parliament) -> Self {
        match parliament.structure {
            _ if !parliament.status.sits() => Self::NotSitting,
            Structure::Unicameral => Self::Unicameral,
            Structure::Bicameral => Self::Bicameral,
            Structure::None | Structure::Suspended => Self::NotSitting,
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

/// `membership`.
pub const MEMBERSHIP_GROUPS: Terms<MembershipGroup> = &[
    ("member", MembershipGroup::Member),
    ("suspended", MembershipGroup::Suspended),
    ("unknown", MembershipGroup::Unknown),
];

/// How the parliament of a member can be reached, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ContactFilter {
    Email,
    Phone,
    Address,
    NoEmail,
    NoPhone,
    NoAddress,
    /// A contact that nobody has verified while it would be fresh.
    Unverified,
    None,
}

/// `contact`: `address` is by post.
pub const CONTACT_FILTERS: Terms<ContactFilter> = &[
    ("email", ContactFilter::Email),
    ("phone", ContactFilter::Phone),
    ("address", ContactFilter::Address),
    ("no-email", ContactFilter::NoEmail),
    ("no-phone", ContactFilter::NoPhone),
    ("no-address", ContactFilter::NoAddress),
    ("unverified", ContactFilter::Unverified),
    ("none", ContactFilter::None),
];

/// How a member stands to the organisation that the network offers as a
/// filter; unknown as well where it is neither a member nor suspended.
fn membership_group(directory: &Directory, member: &Member) -> MembershipGroup {
    let organisation = directory.network.membership_filter;
    let mut memberships = member.memberships.iter();
    let membership = memberships.find(|one| Some(one.organisation) == organisation);
    match membership.map(|membership| membership.status) {
        Some(MembershipStatus::Member) => MembershipGroup::Member,
        Some(MembershipStatus::Suspended) => MembershipGroup::Suspended,
        _ => MembershipGroup::Unknown,
    }
}

/// What readers call membership of that organisation.
pub(super) fn membership_label(directory: &Directory) -> String {
    let organisation = organisation(directory).unwrap_or_default();
    directory.catalogue.filters_membership(&organisation)
}

/// Abbreviation, or else name, of that organisation; none where the network
/// offers no such filter.
fn organisation(directory: &Directory) -> Option<String> {
    let organisation = &directory[directory.network.membership_filter?];
    Some(directory.short_name_of(organisation))
}

impl Directory {
    /// Abbreviation, or else name, of an organisation in the reader's language.
    pub(super) fn short_name_of(&self, organisation: &Organisation) -> String {
        let short = organisation.abbreviation.as_deref();
        let told = short.map_or_else(
            || self.localized(&organisation.names),
            |short| self.translated(short),
        );
        told.text.into_owned()
    }
}

/// "members or suspended members of the union", as much of it as is chosen;
/// all that may be chosen together says nothing.
fn membership_clause(directory: &Directory, filters: &Filters, shown: usize) -> Option<String> {
    let words = &directory.catalogue;
    let of = &organisation(directory)?;
    let chosen = |group| filters.contains(FacetId::Membership, as_str(MEMBERSHIP_GROUPS, &group));
    let groups = (
        chosen(MembershipGroup::Member),
        chosen(MembershipGroup::Suspended),
        chosen(MembershipGroup::Unknown),
    );
    let one = shown == 1;
    Some(match groups {
        (true, false, false) if one => words.one_standing_member(of),
        (true, false, false) => words.several_standing_member(of),
        (false, true, false) if one => words.one_standing_suspended(of),
        (false, true, false) => words.several_standing_suspended(of),
        (true, true, false) if one => words.one_standing_both(of),
        (true, true, false) => words.several_standing_both(of),
        (false, false, true) => words.sentence_standing_unknown(of),
        (true, false, true) if one => words.one_standing_member_or_unknown(of),
        (true, false, true) => words.several_standing_member_or_unknown(of),
        (false, true, true) if one => words.one_standing_suspended_or_unknown(of),
        (false, true, true) => words.several_standing_suspended_or_unknown(of),
        (true, true, true) | (false, false, false) => return None,
    })
}

/// "joined in the 1960s or 1970s, or without a date of joining".
fn joined_clause(directory: &Directory, filters: &Filters, _: usize) -> Option<String> {
    let words = &directory.catalogue;
    let chosen = filters.values_in(FacetId::Joined).count();
    let decades = filters.values_in(FacetId::Joined).filter_map(parse_decade);
    let decades: Vec<String> = decades.map(|first_year| words.decade(first_year)).collect();
    let joined = words.join_or(&decades);
    match (decades.len(), chosen > decades.len()) {
        (0, false) => None,
        (0, true) => Some(words.sentence_undated().to_owned()),
        (_, false) => Some(words.sentence_joined(&joined)),
        (_, true) => Some(words.sentence_joined_or_undated(&joined)),
    }
}

/// "with an e-mail address, with a phone number": all of it holds.
fn contact_clause(directory: &Directory, filters: &Filters, _: usize) -> Option<String> {
    let words = &directory.catalogue;
    let inside = |value| {
        let clause = match parse(CONTACT_FILTERS, value)? {
            ContactFilter::Email => words.reach_email_inside(),
            ContactFilter::Phone => words.reach_phone_inside(),
            ContactFilter::Address => words.reach_address_inside(),
            ContactFilter::NoEmail => words.reach_no_email_inside(),
            ContactFilter::NoPhone => words.reach_no_phone_inside(),
            ContactFilter::NoAddress => words.reach_no_address_inside(),
            ContactFilter::Unverified => {
                return Some(words.reach_unverified_inside(fresh_months(directory)));
            }
            ContactFilter::None => words.reach_none_inside(),
        };
        Some(clause.to_owned())
    };
    let clauses: Vec<String> = filters
        .values_in(FacetId::Contact)
        .filter_map(inside)
        .collect();
    (!clauses.is_empty()).then(|| clauses.join(words.sentence_clauses()))
}

/// The months for which the network takes a contact to be fresh.
pub(super) fn fresh_months(directory: &Directory) -> usize {
    directory.network.contacts.fresh_months.into()
}
