//! Where a record stands in its list: one type a list.
//!
//! A list is in its final order once the directory is made, so an index holds
//! as long as the directory, and indexing it cannot fail.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::{Country, Directory, EventType, FormerMember, Network, Organ, Region, SubRegion};
use super::{Event, Member, Organisation, Source};

macro_rules! index_types {
    ($($name:ident: $record:ident in $owner:ident.$list:ident;)*) => {$(
        #[doc = concat!("Where one of [`", stringify!($owner), "::", stringify!($list), "`] stands.")]
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The index of the record that this many others come before.
            pub const fn new(before: usize) -> Self {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "no list holds four billion records"
                )]
                Self(before as u32)
            }

            /// How many records come before it.
            pub const fn get(self) -> usize {
                self.0 as usize
            }

            /// The indices of all records, in their order.
            pub fn all(owner: &$owner) -> impl DoubleEndedIterator<Item = Self> + use<> {
                (0..owner.$list.len()).map(Self::new)
            }

            /// All records with their indices, in their order.
            pub fn each(owner: &$owner) -> impl Iterator<Item = (Self, &$record)> {
                Self::all(owner).zip(&owner.$list)
            }

            /// The index of the first record for which `is` holds.
            pub fn find(owner: &$owner, is: impl FnMut(&$record) -> bool) -> Option<Self> {
                owner.$list.iter().position(is).map(Self::new)
            }
        }

        impl Index<$name> for $owner {
            type Output = $record;

            fn index(&self, index: $name) -> &$record {
                &self.$list[index.get()]
            }
        }

        impl IndexMut<$name> for $owner {
            fn index_mut(&mut self, index: $name) -> &mut $record {
                &mut self.$list[index.get()]
            }
        }
    )*};
}

index_types! {
    MemberIdx: Member in Directory.members;
    EventIdx: Event in Directory.events;
    OrganisationIdx: Organisation in Directory.organisations;
    SourceIdx: Source in Directory.sources;
    RegionIdx: Region in Network.regions;
    SubRegionIdx: SubRegion in Network.sub_regions;
    FormerMemberIdx: FormerMember in Network.former_members;
    CountryIdx: Country in Network.countries;
    EventTypeIdx: EventType in Network.event_types;
    OrganIdx: Organ in Network.organs;
}

/// A state, whether it belongs, belonged or is only named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "StateRepr", from = "StateRepr")]
#[expect(missing_docs, reason = "the names say it")]
pub enum StateIdx {
    Member(MemberIdx),
    Former(FormerMemberIdx),
    Country(CountryIdx),
}

/// Which list it is in, and where it stands in that.
type StateRepr = (u8, u32);

impl From<StateIdx> for StateRepr {
    fn from(state: StateIdx) -> Self {
        match state {
            StateIdx::Member(MemberIdx(at)) => (0, at),
            StateIdx::Former(FormerMemberIdx(at)) => (1, at),
            StateIdx::Country(CountryIdx(at)) => (2, at),
        }
    }
}

impl From<StateRepr> for StateIdx {
    fn from((list, at): StateRepr) -> Self {
        match list {
            0 => Self::Member(MemberIdx(at)),
            1 => Self::Former(FormerMemberIdx(at)),
            _ => Self::Country(CountryIdx(at)),
        }
    }
}

/// For each member, how many come before it by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NameRanks(Vec<u32>);

impl NameRanks {
    /// The ranks of members that stand in this order, each of them once.
    pub fn from_order(by_name: &[MemberIdx]) -> Self {
        let mut ranks = vec![0; by_name.len()];
        for (rank, member) in (0..).zip(by_name) {
            ranks[member.get()] = rank;
        }
        Self(ranks)
    }

    /// How many members have one.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The members in the order of their ranks.
    pub fn in_order(&self) -> Vec<MemberIdx> {
        let mut by_name = vec![MemberIdx::default(); self.0.len()];
        for (member, rank) in self.0.iter().enumerate() {
            by_name[*rank as usize] = MemberIdx::new(member);
        }
        by_name
    }
}

impl Index<MemberIdx> for NameRanks {
    type Output = u32;

    fn index(&self, member: MemberIdx) -> &u32 {
        &self.0[member.get()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    #[test]
    fn ranks_and_their_order_are_each_other_s_inverse() {
        let by_name = [2, 0, 1].map(MemberIdx::new);
        let ranks = NameRanks::from_order(&by_name);
        assert_eq!(by_name.map(|member| ranks[member]), [0, 1, 2]);
        assert_eq!(ranks.in_order(), by_name);
    }

    #[test]
    fn an_index_is_written_as_a_number() {
        let state = StateIdx::Former(FormerMemberIdx::new(3));
        let text = serde_json::to_string(&(MemberIdx::new(7), state)).unwrap();
        assert_eq!(text, "[7,[1,3]]");
        let read: (MemberIdx, StateIdx) = serde_json::from_str(&text).unwrap();
        assert_eq!(read, (MemberIdx::new(7), state));
    }

    #[test]
    fn records_are_found_where_they_stand() {
        let directory = directory();
        for (index, member) in MemberIdx::each(&directory) {
            assert_eq!(directory[index].id, member.id);
            assert_eq!(directory.member_idx(&member.id), Some(index));
        }
        let hal = MemberIdx::find(&directory, |member| member.slug == "hal");
        assert_eq!(hal, Some(MemberIdx::new(5)));
        assert_eq!(MemberIdx::find(&directory, |_| false), None);
    }
}
