//! How regions and sub-regions lie in one another.
//!
//! The network draws its own regions, the UN its sub-regions, and the two need
//! not fit: a sub-region may have members in two regions. So that readers see
//! a tree, each sub-region stands under one region, that of most of its members.

use std::cmp::Reverse;
use std::iter::successors;

use crate::model::{Directory, Network, RegionIdx, SubRegionIdx};

/// The region with this id.
pub(crate) fn region_idx(network: &Network, id: &str) -> Option<RegionIdx> {
    RegionIdx::find(network, |region| region.id == id)
}

/// The sub-region with this id.
pub(crate) fn sub_region_idx(network: &Network, id: &str) -> Option<SubRegionIdx> {
    SubRegionIdx::find(network, |sub_region| sub_region.id == id)
}

/// The sub-regions that hold this one, next larger first.
pub(crate) fn ancestors(
    network: &Network,
    sub_region: SubRegionIdx,
) -> impl Iterator<Item = SubRegionIdx> {
    let parent = |sub_region: &SubRegionIdx| network[*sub_region].parent;
    // Parents that run in a circle must not hold up the page.
    successors(parent(&sub_region), parent).take(network.sub_regions.len())
}

/// Whether a sub-region is `ancestor` itself or lies in it.
pub(crate) fn is_within(
    network: &Network,
    sub_region: SubRegionIdx,
    ancestor: SubRegionIdx,
) -> bool {
    sub_region == ancestor || ancestors(network, sub_region).any(|one| one == ancestor)
}

/// The region that most members of a sub-region belong to, the first of
/// equals; none where it has no members.
pub(crate) fn main_region(directory: &Directory, sub_region: SubRegionIdx) -> Option<RegionIdx> {
    let network = &directory.network;
    let mut counts = vec![0_usize; network.regions.len()];
    for member in &directory.members {
        if is_within(network, member.sub_region, sub_region) {
            counts[member.region.get()] += 1;
        }
    }
    let counts = RegionIdx::all(network).zip(counts);
    counts
        .filter(|(_, count)| *count > 0)
        .max_by_key(|&(region, count)| (count, Reverse(region)))
        .map(|(region, _)| region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    #[test]
    fn a_sub_region_stands_under_the_region_of_most_of_its_members() {
        let directory = directory();
        let main_region_id = |id: &str| {
            let sub_region = sub_region_idx(&directory.network, id).unwrap();
            main_region(&directory, sub_region).map(|region| directory.network[region].id.as_str())
        };
        assert_eq!(main_region_id("near-north"), Some("north"));
        assert_eq!(main_region_id("mainland-north"), Some("north"));
        assert_eq!(
            main_region_id("low-south"),
            Some("south"),
            "one of three is in the isles"
        );
        assert_eq!(main_region_id("empty-quarter"), None);
    }

    #[test]
    fn sub_regions_lie_in_their_parents() {
        let network = &directory().network;
        let idx = |id| sub_region_idx(network, id).unwrap();
        assert!(is_within(network, idx("near-north"), idx("mainland-north")));
        assert!(is_within(network, idx("near-north"), idx("near-north")));
        assert!(!is_within(
            network,
            idx("mainland-north"),
            idx("near-north")
        ));
        assert!(!is_within(
            network,
            idx("frost-coast"),
            idx("mainland-north")
        ));
    }
}
