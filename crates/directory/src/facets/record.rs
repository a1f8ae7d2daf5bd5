//! The facet of what is on record of members, for those who keep the data.

use super::members::{fresh_months, membership_label};
use super::{AllowedValues, Facet, FacetBehaviour, FacetId, FacetValue, Item};
use crate::model::{Directory, RecordState};
use crate::vocabulary::Terms;

/// What may be on record of a member and changes with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RecordField {
    Names,
    Seats,
    Women,
    Term,
    ElectoralSystem,
    LastElection,
    NextElection,
    Membership,
    Website,
    Email,
    Phone,
    Address,
}

/// `data`, as [`crate::vocabulary`] has words; in the order shown, which is that
/// of [`Member::record_states`].
pub const RECORD_FIELDS: Terms<RecordField> = &[
    ("names", RecordField::Names),
    ("seats", RecordField::Seats),
    ("women", RecordField::Women),
    ("term", RecordField::Term),
    ("electoral-system", RecordField::ElectoralSystem),
    ("last-election", RecordField::LastElection),
    ("next-election", RecordField::NextElection),
    ("membership", RecordField::Membership),
    ("website", RecordField::Website),
    ("email", RecordField::Email),
    ("phone", RecordField::Phone),
    ("address", RecordField::Address),
];

/// Those that are asked for: membership only where the network names the
/// organisation.
pub fn record_fields(
    directory: &Directory,
) -> impl Iterator<Item = &'static (&'static str, RecordField)> {
    let has_filter = directory.network.membership_filter.is_some();
    let fields = RECORD_FIELDS.iter();
    fields.filter(move |(_, field)| has_filter || *field != RecordField::Membership)
}

impl RecordField {
    /// What readers call it.
    pub fn label(self, directory: &Directory) -> String {
        let words = &directory.catalogue;
        let label = match self {
            Self::Names => words.table_parliament(),
            Self::Seats => words.table_seats(),
            Self::Women => words.table_women(),
            Self::Term => words.chamber_term(),
            Self::ElectoralSystem => words.chamber_elected_by(),
            Self::LastElection => words.table_last_election(),
            Self::NextElection => words.fact_next_election(),
            Self::Membership => return membership_label(directory),
            Self::Website => words.contact_kind_website(),
            Self::Email => words.contact_kind_email(),
            Self::Phone => words.contact_kind_phone(),
            Self::Address => words.contact_kind_address(),
        };
        label.to_owned()
    }
}

/// What is on record, for editors: the links of the page of data choose it, and
/// no menu offers what is not chosen.
pub(super) static DATA: Facet = Facet {
    id: FacetId::Data,
    parameter: "data",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.record_title().to_owned(),
    values: |_, filters| {
        let chosen = filters.values_in(FacetId::Data);
        let chosen = chosen.filter(|value| record_filter(value).is_some());
        chosen
            .map(|value| FacetValue::new(FacetId::Data, value))
            .collect()
    },
    name: |directory, value| {
        let words = &directory.catalogue;
        let Some((field, state)) = record_filter(value) else {
            return value.to_owned();
        };
        let label = RECORD_FIELDS[field].1.label(directory);
        match state {
            RecordState::Missing => words.record_missing(&label),
            RecordState::Fresh => words.record_known(&label),
            RecordState::Old => words.record_old(fresh_months(directory), &label),
        }
    },
    has: |_, item, value| match (item, record_filter(value)) {
        (Item::Member(member), Some((field, state))) => {
            let own = member.record_states.get(field).copied();
            let own = own.unwrap_or(RecordState::Missing);
            // What is old is on record too.
            own == state || state == RecordState::Fresh && own == RecordState::Old
        }
        _ => false,
    },
    behaviour: FacetBehaviour {
        all_must_hold: true,
        knows: |_, value| record_filter(value).is_some(),
        clause: |directory, filters, _| {
            let chosen = filters.known_values_in(directory, FacetId::Data);
            let names: Vec<String> = chosen.map(|value| (DATA.name)(directory, value)).collect();
            let separator = directory.catalogue.sentence_clauses();
            (!names.is_empty()).then(|| names.join(separator))
        },
        ..FacetBehaviour::DEFAULT
    },
};

/// Where a field of `seats`, `no-seats` or `old-seats` stands, and what is asked
/// of it; [`RecordState::Fresh`] for anything on record.
fn record_filter(value: &str) -> Option<(usize, RecordState)> {
    let states = [("no-", RecordState::Missing), ("old-", RecordState::Old)];
    let asked = states
        .iter()
        .find_map(|(prefix, state)| Some((value.strip_prefix(prefix)?, *state)));
    let (name, state) = asked.unwrap_or((value, RecordState::Fresh));
    let mut names = RECORD_FIELDS.iter();
    Some((names.position(|(known, _)| *known == name)?, state))
}
