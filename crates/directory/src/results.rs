//! Which members the query lets through, and in which order.
//!
//! A member passes when it passes every facet; it passes a facet when nothing
//! is chosen there or when it has one of the chosen values. Region and
//! sub-region are one facet. What the directory does not know is not chosen.
//! A year leaves those that belonged at its end, and former members with them.

use crate::Ordered;
use crate::facet_counts::Outcome;
use crate::membership::{belonged, may_have_belonged, past_year_of};
use crate::model::{Directory, FormerMember, Member, MembershipStatus, Status};
use crate::model::{FormerMemberIdx, MemberIdx, RegionIdx, SubRegionIdx};
use crate::order::sort;
use crate::query::{MembershipGroup, Order, Query, StructureGroup};
use crate::regions::{lies_in, region_idx, sub_region_idx};

/// The members that pass, in order.
///
/// `found` holds what the search found for the query's words, best match
/// first: only these are considered, and [`Order::Name`] keeps their order.
/// Without it, words are passed over.
pub fn results(
    directory: &Directory,
    query: &Query,
    found: Option<&[MemberIdx]>,
) -> Vec<MemberIdx> {
    let sieve = Sieve::new(directory, query);
    let mut members = search_scope(directory, query, found);
    members.retain(|&member| sieve.passes(&directory[member]) == Outcome::Passes);
    if found.is_none() || query.order != Order::Name {
        sort(directory, query.order, &mut members);
    }
    members
}

/// Which of these former members, in their order, pass. What the directory
/// does not tell of them, such as the structure of a parliament, keeps them
/// out as soon as it is asked for.
pub fn former_results(
    directory: &Directory,
    query: &Query,
    mut former: Vec<FormerMemberIdx>,
) -> Vec<FormerMemberIdx> {
    let sieve = Sieve::new(directory, query);
    former.retain(|&one| sieve.passes_former(&directory.network[one]) == Outcome::Passes);
    former
}

/// How many members pass, and are left out only because it is not known
/// whether they belonged in the query's year.
pub fn left_out(directory: &Directory, query: &Query, found: Option<&[MemberIdx]>) -> usize {
    let Some(year) = past_year_of(directory, query) else {
        return 0;
    };
    let sieve = Sieve::new(directory, query);
    let mut members = matching_text(directory, found);
    members.retain(|&member| {
        let member = &directory[member];
        may_have_belonged(directory, member, year) && sieve.passes(member) == Outcome::Passes
    });
    members.len()
}

/// All members that words and year leave, before any filter.
pub(crate) fn search_scope(
    directory: &Directory,
    query: &Query,
    found: Option<&[MemberIdx]>,
) -> Vec<MemberIdx> {
    let mut members = matching_text(directory, found);
    if let Some(year) = past_year_of(directory, query) {
        members.retain(|&member| belonged(directory, &directory[member], year));
    }
    members
}

/// All members that the words leave.
fn matching_text(directory: &Directory, found: Option<&[MemberIdx]>) -> Vec<MemberIdx> {
    match found {
        Some(found) => {
            let is_there = |member: &MemberIdx| member.get() < directory.members.len();
            found.iter().copied().filter(is_there).collect()
        }
        None => MemberIdx::all(directory).collect(),
    }
}

/// How a member stands to the organisation that the network offers as a
/// filter; unknown as well where it is neither a member nor suspended.
pub fn membership_group(directory: &Directory, member: &Member) -> MembershipGroup {
    let organisation = directory.network.membership_filter;
    let mut memberships = member.memberships.iter();
    let membership = memberships.find(|one| Some(one.organisation) == organisation);
    match membership.map(|membership| membership.status) {
        Some(MembershipStatus::Member) => MembershipGroup::Member,
        Some(MembershipStatus::Suspended) => MembershipGroup::Suspended,
        _ => MembershipGroup::Unknown,
    }
}

/// The structure by which a member is filtered; none where the record of its
/// parliament could not be read.
pub fn structure_group(member: &Member) -> Option<StructureGroup> {
    let parliament = member.parliament.as_ref()?;
    Some(parliament.structure.into())
}

/// The first year of the decade of joining.
pub fn decade(member: &Member) -> Option<u16> {
    member.joined.map(crate::PartialDate::decade)
}

/// The filters of members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MemberFacet {
    /// Region and sub-region.
    Region,
    Status,
    Structure,
    Membership,
    /// The decade of joining.
    Joined,
}

/// The filters of a query, with its ids looked up once.
pub(crate) struct Sieve<'a> {
    directory: &'a Directory,
    query: &'a Query,
    regions: Vec<RegionIdx>,
    sub_regions: Vec<SubRegionIdx>,
}

impl<'a> Sieve<'a> {
    pub(crate) fn new(directory: &'a Directory, query: &'a Query) -> Self {
        let network = &directory.network;
        let regions = query.regions.iter();
        let sub_regions = query.sub_regions.iter();
        Self {
            directory,
            query,
            regions: regions.filter_map(|id| region_idx(network, id)).collect(),
            sub_regions: sub_regions
                .filter_map(|id| sub_region_idx(network, id))
                .collect(),
        }
    }

    /// Which facets the member passes.
    pub(crate) fn passes(&self, member: &Member) -> Outcome<MemberFacet> {
        let Self {
            directory, query, ..
        } = self;
        let standing = membership_group(directory, member);
        let has_filter = directory.network.membership_filter.is_some();
        let structure = structure_group(member);
        Outcome::of([
            (MemberFacet::Region, self.passes_region(member)),
            (
                MemberFacet::Status,
                lets_through(&query.statuses, &member.status),
            ),
            (
                MemberFacet::Structure,
                query.structures.is_empty()
                    || structure.is_some_and(|group| query.structures.contains(&group)),
            ),
            (
                MemberFacet::Membership,
                !has_filter || lets_through(&query.memberships, &standing),
            ),
            (
                MemberFacet::Joined,
                lets_through(&query.decades, &decade(member)),
            ),
        ])
    }

    /// The same of a former member, which was a member.
    pub(crate) fn passes_former(&self, former: &FormerMember) -> Outcome<MemberFacet> {
        let query = self.query;
        let has_filter = self.directory.network.membership_filter.is_some();
        let nothing_chosen = self.regions.is_empty() && self.sub_regions.is_empty();
        Outcome::of([
            (
                MemberFacet::Region,
                nothing_chosen || self.regions.contains(&former.region),
            ),
            (
                MemberFacet::Status,
                lets_through(&query.statuses, &Status::Member),
            ),
            (
                MemberFacet::Structure,
                query.structures.is_empty() && query.contacts.is_empty(),
            ),
            (
                MemberFacet::Membership,
                !has_filter || query.memberships.is_empty(),
            ),
            (
                MemberFacet::Joined,
                lets_through(&query.decades, &Some(former.joined.decade())),
            ),
        ])
    }

    fn passes_region(&self, member: &Member) -> bool {
        let nothing_chosen = self.regions.is_empty() && self.sub_regions.is_empty();
        let lies_in = |&chosen| lies_in(&self.directory.network, member.sub_region, chosen);
        nothing_chosen
            || self.regions.contains(&member.region)
            || self.sub_regions.iter().any(lies_in)
    }
}

fn lets_through<T: Ord>(chosen: &Ordered<T>, value: &T) -> bool {
    chosen.is_empty() || chosen.contains(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    /// The ids that an address shows, in order.
    fn shown(address: &str, found: Option<&[usize]>) -> String {
        let directory = directory();
        let found = found.map(|found| found.iter().copied().map(MemberIdx::new));
        let found: Option<Vec<MemberIdx>> = found.map(Iterator::collect);
        let members = results(&directory, &Query::parse(address), found.as_deref());
        let ids = members.iter().map(|&member| directory[member].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    fn check(address: &str, expected: &str) {
        assert_eq!(shown(address, None), expected, "{address}");
    }

    #[test]
    fn facets_narrow_one_another_and_their_values_widen() {
        check("", "alb bel ela fen gor hal isk jun");
        check("region=north", "alb bel ela");
        check("region=north,isles", "alb bel ela hal isk jun");
        check("subregion=near-north", "alb");
        check("subregion=mainland-north", "alb bel");
        check("subregion=low-south", "fen gor hal");
        check("region=isles&subregion=far-north", "bel hal isk jun");
        check("region=south&subregion=low-south", "fen gor hal");
        check("status=observer", "ela jun");
        check("status=observer,member", "alb bel ela fen gor hal isk jun");
        check("structure=bicameral", "alb gor");
        check("structure=none", "fen");
        check("structure=unicameral,none", "bel ela fen hal isk");
        check("membership=member", "alb gor hal");
        check("membership=suspended", "bel");
        check("membership=unknown", "ela fen isk jun");
        check("joined=1960s", "alb bel isk");
        check("joined=unknown", "ela jun");
        check("joined=1970s,unknown", "ela fen gor jun");
        check("region=north&status=member&structure=bicameral", "alb");
        check("region=north&joined=1970s", "");
    }

    #[test]
    fn what_the_directory_does_not_know_chooses_nothing() {
        check("region=atlantis", "alb bel ela fen gor hal isk jun");
        check("region=atlantis,north", "alb bel ela");
        let mut directory = directory();
        directory.network.membership_filter = None;
        let query = Query::parse("membership=suspended");
        assert_eq!(results(&directory, &query, None).len(), 8);
    }

    #[test]
    fn a_year_leaves_those_that_belonged_at_its_end() {
        check("year=1961", "alb bel isk");
        check("year=1973&region=south", "fen");
        check("year=1979&structure=bicameral", "alb gor");
        check("year=2025", "alb bel fen gor hal isk");
        check("year=2026", "alb bel ela fen gor hal isk jun");
        check("year=1960", "alb bel ela fen gor hal isk jun");
        assert_eq!(shown("q=x&year=1973", Some(&[5, 3, 0, 2])), "fen alb");
    }

    #[test]
    fn a_former_member_passes_by_what_is_known_of_it() {
        let directory = directory();
        for (address, passes) in [
            ("", true),
            ("region=north", true),
            ("region=south", false),
            ("subregion=near-north", false),
            ("status=member", true),
            ("status=observer", false),
            ("structure=unicameral", false),
            ("membership=member", false),
            ("membership=unknown", false),
            ("joined=1960s", true),
            ("joined=unknown", false),
            ("contact=email", false),
        ] {
            let query = Query::parse(&format!("{address}&year=1975"));
            let shown = former_results(&directory, &query, vec![FormerMemberIdx::new(0)]);
            assert_eq!(!shown.is_empty(), passes, "{address}");
        }
    }

    #[test]
    fn those_whose_date_is_not_known_are_counted_by_the_filters_in_force() {
        let directory = directory();
        for (address, count) in [
            ("", 0),
            ("year=2026", 0),
            ("year=1975", 2),
            ("year=1975&region=north", 1),
            ("year=1975&region=south", 0),
            ("year=1975&status=member", 0),
        ] {
            let left_out = left_out(&directory, &Query::parse(address), None);
            assert_eq!(left_out, count, "{address}");
        }
        let query = Query::parse("q=x&year=1975");
        let found = [0, 7].map(MemberIdx::new);
        assert_eq!(left_out(&directory, &query, Some(&found)), 1);
    }

    #[test]
    fn orders_put_the_unknown_last_and_equals_by_name() {
        check("sort=joined", "bel alb isk fen gor hal ela jun");
        check("sort=seats", "alb ela bel hal isk fen gor jun");
        check("sort=women", "hal isk alb ela bel fen gor jun");
    }

    #[test]
    fn what_was_found_keeps_its_rank_until_another_order_is_asked_for() {
        let found = Some([5, 99, 0, 2].as_slice());
        assert_eq!(shown("q=x", found), "hal alb ela");
        assert_eq!(shown("q=x&region=north", found), "alb ela");
        assert_eq!(shown("q=x&sort=seats", found), "alb ela hal");
        assert_eq!(shown("q=x", Some(&[])), "");
    }
}
