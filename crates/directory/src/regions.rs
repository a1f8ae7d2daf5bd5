//! How regions and sub-regions lie in one another.
//!
//! The network draws its own regions, the UN its sub-regions, and the two need
//! not fit: a sub-region may have members in two regions. So that readers see
//! a tree, each sub-region stands under one region, that of most of its members.

use std::cmp::Reverse;
use std::iter::successors;

use crate::model::{Directory, Network};

/// The place of the region with this id.
pub(crate) fn region_place(network: &Network, id: &str) -> Option<usize> {
    network.regions.iter().position(|region| region.id == id)
}

/// The place of the sub-region with this id.
pub(crate) fn sub_region_place(network: &Network, id: &str) -> Option<usize> {
    let mut sub_regions = network.sub_regions.iter();
    sub_regions.position(|sub_region| sub_region.id == id)
}

/// The sub-regions that hold the one at `place`, next larger first.
pub(crate) fn larger_than(network: &Network, place: usize) -> impl Iterator<Item = usize> {
    let parent = |place: &usize| network.sub_regions.get(*place)?.parent;
    // Parents that run in a circle must not hold up the page.
    successors(parent(&place), parent).take(network.sub_regions.len())
}

/// Whether the sub-region at `place` is that at `larger` or lies in it.
pub(crate) fn lies_in(network: &Network, place: usize, larger: usize) -> bool {
    place == larger || larger_than(network, place).any(|place| place == larger)
}

/// The region that most members of the sub-region at `place` belong to, the
/// first of equals; none where it has no members.
pub(crate) fn home_of(directory: &Directory, place: usize) -> Option<usize> {
    let network = &directory.network;
    let mut counts = vec![0_usize; network.regions.len()];
    for member in &directory.members {
        if lies_in(network, member.sub_region, place) {
            counts[member.region] += 1;
        }
    }
    let counts = counts.into_iter().enumerate();
    counts
        .filter(|(_, count)| *count > 0)
        .max_by_key(|&(region, count)| (count, Reverse(region)))
        .map(|(region, _)| region)
}

/// For each sub-region, the region under which it stands.
pub(crate) fn homes(directory: &Directory) -> Vec<Option<usize>> {
    let places = 0..directory.network.sub_regions.len();
    places.map(|place| home_of(directory, place)).collect()
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
