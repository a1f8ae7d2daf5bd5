//! How regions and sub-regions lie in one another.
//!
//! The network draws its own regions, the UN its sub-regions, and the two need
//! not fit: a sub-region may have members in two regions. So that readers see
//! a tree, each sub-region stands under one region, that of most of its members.

use std::cmp::Reverse;
use std::iter::successors;

use crate::directory::{Directory, Network};

/// The place of the region with this id.
pub(crate) fn region_place(network: &Network, id: &str) -> Option<usize> {
    network.regions.iter().position(|region| region.id == id)
}

/// The place of the sub-region with this id.
pub(crate) fn sub_region_place(network: &Network, id: &str) -> Option<usize> {
    let mut sub_regions = network.sub_regions.iter();
    sub_regions.position(|sub_region| sub_region.id == id)
}

/// Whether the sub-region at `place` is that at `larger` or lies in it.
pub(crate) fn lies_in(network: &Network, place: usize, larger: usize) -> bool {
    let parent = |place: &usize| network.sub_regions.get(*place)?.parent;
    successors(Some(place), parent)
        .take(network.sub_regions.len())
        .any(|place| place == larger)
}

/// The region that most members of the sub-region at `place` belong to, the
/// first of equals; none where it has no members.
pub(crate) fn home_of(directory: &Directory, place: usize) -> Option<usize> {
    let network = &directory.network;
    let count = |region: usize| {
        let members = directory.members.iter();
        members
            .filter(|member| member.region == region)
            .filter(|member| lies_in(network, member.sub_region, place))
            .count()
    };
    (0..network.regions.len())
        .map(|region| (count(region), Reverse(region)))
        .filter(|(count, _)| *count > 0)
        .max()
        .map(|(_, Reverse(region))| region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    #[test]
    fn a_sub_region_stands_under_the_region_of_most_of_its_members() {
        let directory = directory();
        let home = |id: &str| {
            let place = sub_region_place(&directory.network, id).unwrap();
            home_of(&directory, place).map(|region| directory.network.regions[region].id.as_str())
        };
        assert_eq!(home("near-north"), Some("north"));
        assert_eq!(home("mainland-north"), Some("north"));
        assert_eq!(
            home("low-south"),
            Some("south"),
            "one of three is in the isles"
        );
        assert_eq!(home("empty-quarter"), None);
    }

    #[test]
    fn sub_regions_lie_in_their_parents() {
        let network = &directory().network;
        let place = |id| sub_region_place(network, id).unwrap();
        assert!(lies_in(
            network,
            place("near-north"),
            place("mainland-north")
        ));
        assert!(lies_in(network, place("near-north"), place("near-north")));
        assert!(!lies_in(
            network,
            place("mainland-north"),
            place("near-north")
        ));
        assert!(!lies_in(
            network,
            place("frost-coast"),
            place("mainland-north")
        ));
    }
}
