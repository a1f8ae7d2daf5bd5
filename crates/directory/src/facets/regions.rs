//! The facet of regions, which members and events share, and that of the
//! sub-regions inside them, which is of members alone.

use super::{AllowedValues, Choice, Facet, FacetBehaviour, FacetId, FacetValue, Item, named};
use crate::model::{Directory, RegionIdx, SubRegionIdx};
use crate::regions::{ancestors, is_within, main_region, region_idx, sub_region_idx};

pub(super) static REGION: Facet = Facet {
    id: FacetId::Region,
    parameter: "region",
    allowed_values: AllowedValues::Ids,
    label: |directory| directory.catalogue.filters_region().to_owned(),
    values: |context, _| regions(context.directory),
    name: |directory, value| {
        let region = region_idx(&directory.network, value);
        let names = region.map(|region| &directory.network[region].names);
        named(directory, names, value)
    },
    has: |context, item, value| {
        let region = match item {
            Item::Member(member) => Some(member.region),
            Item::Former(former) => Some(former.region),
            Item::Event(event) => context.directory.event_region(event),
        };
        region.is_some_and(|region| context.directory.network[region].id == value)
    },
    behaviour: FacetBehaviour {
        knows: |directory, value| region_idx(&directory.network, value).is_some(),
        replaces: |directory, value, other| {
            let region = region_idx(&directory.network, value);
            region.is_some() && main_region_of_choice(directory, other) == region
        },
        ..FacetBehaviour::DEFAULT
    },
};

/// Its values stand inside those of [`REGION`], and widen them.
pub(super) static SUB_REGION: Facet = Facet {
    id: FacetId::SubRegion,
    parameter: "subregion",
    allowed_values: AllowedValues::Ids,
    label: REGION.label,
    values: |_, _| Vec::new(),
    name: |directory, value| {
        let sub_region = sub_region_idx(&directory.network, value);
        let names = sub_region.map(|sub_region| &directory.network[sub_region].names);
        named(directory, names, value)
    },
    has: |context, item, value| {
        let Item::Member(member) = item else {
            return false;
        };
        let network = &context.directory.network;
        network[member.sub_region].id == value
            || ancestors(network, member.sub_region).any(|ancestor| network[ancestor].id == value)
    },
    behaviour: FacetBehaviour {
        parent: Some(FacetId::Region),
        knows: |directory, value| sub_region_idx(&directory.network, value).is_some(),
        replaces: |directory, value, other| {
            let network = &directory.network;
            sub_region_idx(network, value).is_some_and(|chosen| match other.facet {
                FacetId::Region => main_region(directory, chosen)
                    .is_some_and(|region| network[region].id == other.value),
                FacetId::SubRegion => sub_region_idx(network, &other.value).is_some_and(|other| {
                    is_within(network, chosen, other) || is_within(network, other, chosen)
                }),
                _ => false,
            })
        },
        ..FacetBehaviour::DEFAULT
    },
};

/// The regions in the order of network.json, each with its sub-regions.
fn regions(directory: &Directory) -> Vec<FacetValue> {
    let network = &directory.network;
    let main_regions: Vec<_> = SubRegionIdx::all(network)
        .map(|sub_region| main_region(directory, sub_region))
        .collect();
    let regions = RegionIdx::each(network).map(|(region_idx, region)| FacetValue {
        children: sub_regions(directory, &main_regions, region_idx, None),
        ..FacetValue::new(FacetId::Region, region.id.as_str())
    });
    regions.collect()
}

/// The sub-regions under `region` that lie directly in `parent`, by name;
/// `main_regions` tells the region under which each stands.
fn sub_regions(
    directory: &Directory,
    main_regions: &[Option<RegionIdx>],
    region: RegionIdx,
    parent: Option<SubRegionIdx>,
) -> Vec<FacetValue> {
    let children = children_of(directory, main_regions, region, parent);
    let value = |sub_region: SubRegionIdx| FacetValue {
        children: sub_regions(directory, main_regions, region, Some(sub_region)),
        ..FacetValue::new(
            FacetId::SubRegion,
            directory.network[sub_region].id.as_str(),
        )
    };
    let by_name = directory.sub_regions_by_name.iter();
    let by_name = by_name.filter(|sub_region| children.contains(sub_region));
    by_name.map(|sub_region| value(*sub_region)).collect()
}

/// These sub-regions. One that is the region by another name would say the
/// same twice: those in it take its place.
fn children_of(
    directory: &Directory,
    main_regions: &[Option<RegionIdx>],
    region: RegionIdx,
    parent: Option<SubRegionIdx>,
) -> Vec<SubRegionIdx> {
    let network = &directory.network;
    let is_in_region = |one: SubRegionIdx| main_regions[one.get()] == Some(region);
    let mut children = Vec::new();
    for sub_region in SubRegionIdx::all(network) {
        let next_ancestor = ancestors(network, sub_region).find(|&ancestor| is_in_region(ancestor));
        if !is_in_region(sub_region) || next_ancestor != parent {
            continue;
        }
        let is_region = directory.members.iter().all(|member| {
            (member.region == region) == is_within(network, member.sub_region, sub_region)
        });
        if is_region {
            children.extend(children_of(
                directory,
                main_regions,
                region,
                Some(sub_region),
            ));
        } else {
            children.push(sub_region);
        }
    }
    children
}

/// The region under which a chosen sub-region stands; none for other choices.
fn main_region_of_choice(directory: &Directory, choice: &Choice) -> Option<RegionIdx> {
    let is_sub_region = choice.facet == FacetId::SubRegion;
    let sub_region = is_sub_region.then(|| sub_region_idx(&directory.network, &choice.value))??;
    main_region(directory, sub_region)
}
