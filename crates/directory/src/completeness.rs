//! What the directory has on record of a member, and how old that is.
//!
//! The dates themselves are told by published pages alone; [`RecordState`] is
//! worked out from them once, so that a list can be filtered by it.

use crate::PartialDate;
use crate::contacts::is_stale;
use crate::facets::{RECORD_FIELDS, RecordField};
use crate::model::{Chamber, ContactKind, Directory, Member, MembershipStatus};
use crate::model::{Provenance, RecordState};

/// The dates of what is on record of a field, none where one is not dated.
type Dates = Vec<Option<PartialDate>>;

impl RecordField {
    /// The dates of what is on record of a member; empty where that is nothing.
    pub fn dates(self, directory: &Directory, member: &Member) -> Dates {
        let parliament = member.parliament.as_ref();
        let chambers = |field: &str, is_known: fn(&Chamber) -> bool| -> Dates {
            let sitting = member.sitting_parliament().into_iter();
            let chambers = sitting.flat_map(|parliament| &parliament.chambers);
            let known = chambers.filter(|chamber| is_known(chamber));
            known
                .map(|chamber| date_of(&chamber.provenance, field))
                .collect()
        };
        let election = |field: &str, date: Option<PartialDate>| -> Dates {
            let known = parliament.filter(|_| date.is_some()).into_iter();
            known
                .map(|parliament| date_of(&parliament.provenance, field))
                .collect()
        };
        let contacts = |kind: ContactKind| -> Dates {
            let contacts = member.contacts.iter();
            let contacts = contacts.filter(|contact| contact.kind == kind);
            contacts.map(|contact| contact.last_verified).collect()
        };
        match self {
            Self::Names => {
                let own = parliament.map(|parliament| date_of(&parliament.provenance, "names"));
                let chambers = parliament
                    .iter()
                    .flat_map(|parliament| &parliament.chambers);
                let chambers = chambers.map(|chamber| date_of(&chamber.provenance, "names"));
                own.into_iter().chain(chambers).collect()
            }
            Self::Seats if member.seats().is_none() => Vec::new(),
            Self::Seats => chambers("seats", |_| true),
            Self::Women if member.women_share().is_none() => Vec::new(),
            Self::Women => chambers("women_share", |chamber| chamber.women_share.is_some()),
            Self::Term => chambers("term", |chamber| chamber.term.is_some()),
            Self::ElectoralSystem => chambers("electoral_system", |chamber| {
                chamber.electoral_system.is_some()
            }),
            Self::LastElection => {
                let date = parliament.and_then(|parliament| parliament.last_election);
                election("last_election", date)
            }
            Self::NextElection => {
                let date = parliament.and_then(|parliament| parliament.next_election);
                election("next_election", date)
            }
            Self::Membership => {
                let filter = directory.network.membership_filter;
                let memberships = member.memberships.iter();
                let known = memberships.filter(|membership| {
                    Some(membership.organisation) == filter
                        && membership.status != MembershipStatus::Unknown
                });
                known.map(|membership| membership.origin.as_of).collect()
            }
            Self::Website => contacts(ContactKind::Website),
            Self::Email => contacts(ContactKind::Email),
            Self::Phone => contacts(ContactKind::Phone),
            Self::Address => contacts(ContactKind::Address),
        }
    }

    /// How it stands on the date of the data. Of several contacts the newest
    /// counts, of several chambers the oldest.
    fn state(self, directory: &Directory, member: &Member) -> RecordState {
        let dates = self.dates(directory, member);
        let today = directory.network.data_date.day_range().1;
        let months = directory.network.contacts.fresh_months;
        let is_old =
            |date: &Option<PartialDate>| date.is_none_or(|date| is_stale(date, months, today));
        let is_contact = matches!(
            self,
            Self::Website | Self::Email | Self::Phone | Self::Address
        );
        if dates.is_empty() {
            RecordState::Missing
        } else if is_contact && !dates.iter().all(is_old) || !dates.iter().any(is_old) {
            RecordState::Fresh
        } else {
            RecordState::Old
        }
    }
}

fn date_of(provenance: &Provenance, field: &str) -> Option<PartialDate> {
    provenance.origin_of(field).as_of
}

impl Directory {
    /// The directory with how each field of each member stands.
    #[must_use]
    pub fn with_record_states(mut self) -> Self {
        let states = |member| -> Vec<RecordState> {
            let fields = RECORD_FIELDS.iter();
            fields
                .map(|(_, field)| field.state(&self, member))
                .collect()
        };
        let states: Vec<_> = self.members.iter().map(states).collect();
        for (member, states) in self.members.iter_mut().zip(states) {
            member.record_states = states;
        }
        self
    }
}

/// What is oldest of all that is on record of a member, and the fields of which
/// something is not dated.
pub fn oldest(
    directory: &Directory,
    member: &Member,
) -> (Option<(RecordField, PartialDate)>, Vec<RecordField>) {
    let fields = RECORD_FIELDS.iter().map(|(_, field)| *field);
    let by_field = fields.map(|field| (field, field.dates(directory, member)));
    let by_field: Vec<(RecordField, Dates)> = by_field.collect();
    let dated = by_field.iter().flat_map(|(field, dates)| {
        let dated = dates.iter().flatten();
        dated.map(|date| (*field, *date))
    });
    let undated = by_field.iter().filter(|(_, dates)| dates.contains(&None));
    (
        dated.min_by_key(|(_, date)| date.day_range().1),
        undated.map(|(field, _)| *field).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use crate::fixture::{contact, context, directory};
    use crate::results::results;
    use crate::sentence::sentence;

    /// The ids that an address shows.
    fn shown(directory: &Directory, address: &str) -> String {
        let members = results(&context(directory), &Query::parse(address), None);
        let ids = members.iter().map(|&member| directory[member].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_field_is_missing_fresh_or_old_and_what_is_old_is_on_record() {
        let mut directory = directory();
        directory.network.data_date = "2026-11-28".parse().unwrap();
        let chamber = |directory: &mut Directory, member: usize, date: Option<&str>| {
            let parliament = directory.members[member].parliament.as_mut().unwrap();
            for chamber in &mut parliament.chambers {
                chamber.provenance.record.as_of = date.map(|date| date.parse().unwrap());
            }
        };
        for member in 0..directory.members.len() {
            if directory.members[member].seats().is_some() {
                chamber(&mut directory, member, Some("2026-01"));
            }
        }
        chamber(&mut directory, 0, Some("2015-03"));
        chamber(&mut directory, 1, None);
        let directory = directory.with_record_states();
        assert_eq!(shown(&directory, "data=seats"), "alb bel ela hal isk");
        assert_eq!(shown(&directory, "data=old-seats"), "alb bel");
        assert_eq!(shown(&directory, "data=no-seats"), "fen gor jun");
        assert_eq!(shown(&directory, "data=old-seats,women"), "alb bel");
        assert_eq!(shown(&directory, "data=shoes").split(' ').count(), 8);
        let query = Query::parse("data=old-seats");
        let told = sentence(&directory, &query, 2).whole;
        assert_eq!(
            told,
            "2 of 8: parliaments, Seats: older than 12 months, or not dated, by name"
        );
    }

    #[test]
    fn of_several_contacts_the_newest_counts_and_the_oldest_is_told() {
        let mut directory = directory();
        directory.network.data_date = "2026-11-28".parse().unwrap();
        let mut contacts = Vec::new();
        for (id, date) in [("a", Some("2026-05")), ("b", Some("2004")), ("c", None)] {
            let mut one = contact(id, ContactKind::Email, "a@b.example");
            one.last_verified = date.map(|date| date.parse().unwrap());
            contacts.push(one);
        }
        directory.members[0].contacts = contacts.into();
        let directory = directory.with_record_states();
        assert_eq!(
            RecordField::Email.state(&directory, &directory.members[0]),
            RecordState::Fresh
        );
        assert_eq!(
            RecordField::Email.state(&directory, &directory.members[1]),
            RecordState::Missing
        );
        let (oldest, undated) = oldest(&directory, &directory.members[0]);
        let year = oldest.filter(|(field, _)| *field == RecordField::Email);
        assert_eq!(year.map(|(_, date)| date.year()), Some(2004));
        assert!(undated.contains(&RecordField::Email), "{undated:?}");
    }
}
