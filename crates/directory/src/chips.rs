//! The active filters as chips, of which one click takes away one.

use crate::labels::filter_organisation;
use crate::model::Directory;
use crate::query::Query;
use crate::regions::{region_idx, sub_region_idx};

/// An active filter, and the query without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// What readers call it, clear without its facet's name beside it.
    pub label: String,
    /// The query without this filter.
    pub without: Query,
}

/// The active filters: words first, then in the order of the facets. A filter
/// that chooses nothing, such as a region that is not in the directory, is none;
/// nor is the year, which has its own place on the page.
pub fn chips(directory: &Directory, query: &Query) -> Vec<Chip> {
    let network = &directory.network;
    let (language, words) = (directory.language(), &directory.words);
    let mut chips = Vec::new();
    let mut add = |label: String, without: Query| chips.push(Chip { label, without });
    if query.has_words() {
        add(words.list_quoted(query.words.trim()), query.without_words());
    }
    for id in query.regions.iter() {
        if let Some(region) = region_idx(network, id) {
            let name = network[region].names.get(language);
            add(name.to_owned(), query.toggling_region(directory, id));
        }
    }
    for id in query.sub_regions.iter() {
        if let Some(sub_region) = sub_region_idx(network, id) {
            let name = network[sub_region].names.get(language);
            add(name.to_owned(), query.toggling_sub_region(directory, id));
        }
    }
    for &status in query.statuses.iter() {
        add(
            words.status(status).to_owned(),
            query.toggling_status(status),
        );
    }
    for &structure in query.structures.iter() {
        add(
            words.structure_group(structure).to_owned(),
            query.toggling_structure(structure),
        );
    }
    if let Some(organisation) = filter_organisation(directory) {
        for &group in query.memberships.iter() {
            let label = words.filters_chip_membership(&organisation, words.membership_group(group));
            add(label, query.toggling_membership(group));
        }
    }
    for &decade in query.decades.iter() {
        let label = decade.map(|first_year| words.filters_chip_joined(&words.decade(first_year)));
        let label = label.unwrap_or_else(|| words.decade_of_joining(None));
        add(label, query.toggling_decade(decade));
    }
    for &reach in query.contacts.iter() {
        add(words.reach(reach).to_owned(), query.toggling_contact(reach));
    }
    chips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    #[test]
    fn a_chip_takes_away_one_filter() {
        let address = "q=+two+words&region=isles,atlantis&subregion=far-north&status=observer\
            &structure=none&membership=unknown&joined=1960s,unknown&year=1975&sort=seats&view=map";
        let query = Query::parse(address);
        let active = chips(&directory(), &query);
        let labels: Vec<&str> = active.iter().map(|chip| chip.label.as_str()).collect();
        let expected = [
            "“two words”",
            "Isles",
            "Far North",
            "Observer",
            "No sitting parliament",
            "UP: Other or not known",
            "No date of joining",
            "Joined in the 1960s",
        ];
        assert_eq!(labels, expected);
        let first_gone = active[0].without.to_string();
        assert_eq!(format!("q=+two+words&{first_gone}"), query.to_string());
        let mut rest = Query::parse(address);
        while let Some(chip) = chips(&directory(), &rest).into_iter().next() {
            rest = chip.without;
        }
        // What the directory does not know has no chip, and narrows nothing.
        let left = "region=atlantis&year=1975&sort=seats&view=map";
        assert_eq!(rest.to_string(), left);
    }

    #[test]
    fn a_filter_that_chooses_nothing_has_no_chip() {
        let mut directory = directory();
        directory.network.membership_filter = None;
        let query = Query::parse("q=++&region=atlantis&membership=member");
        assert_eq!(chips(&directory, &query), []);
    }
}
