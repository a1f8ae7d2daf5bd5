//! The active filters as chips, of which one click takes away one.

use crate::facets::Facet;
use crate::model::Directory;
use crate::query::Query;

/// An active filter, and the query without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// What readers call it, clear without its facet's name beside it.
    pub label: String,
    /// The query without this filter.
    pub without: Query,
}

/// The active filters in the order of these facets. A filter that chooses
/// nothing, such as a region that is not in the directory, is none; nor are the
/// words of the search, which their box clears, and the year, which has its own
/// place on the page.
pub fn chips(directory: &Directory, query: &Query, facets: &[&Facet]) -> Vec<Chip> {
    let mut chips = Vec::new();
    for facet in facets {
        for value in query.filters.known_values_in(directory, facet.id) {
            chips.push(Chip {
                label: facet.chip(directory, value),
                without: query.with_toggled(directory, facet.id, value),
            });
        }
    }
    chips
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::{EVENT_FACETS, MEMBER_FACETS};
    use crate::fixture::directory;

    #[test]
    fn a_chip_takes_away_one_filter() {
        let address = "q=+two+words&region=isles,atlantis&subregion=far-north&status=observer\
            &structure=none&membership=unknown&joined=1960s,unknown&sort=seats&view=map";
        let query = Query::parse(address);
        let active = chips(&directory(), &query, &MEMBER_FACETS);
        let labels: Vec<&str> = active.iter().map(|chip| chip.label.as_str()).collect();
        let expected = [
            "Isles",
            "Far North",
            "Observer",
            "No sitting parliament",
            "UP: Other or not known",
            "No date of joining",
            "Joined in the 1960s",
        ];
        assert_eq!(labels, expected);
        let mut rest = Query::parse(address);
        while let Some(chip) = chips(&directory(), &rest, &MEMBER_FACETS)
            .into_iter()
            .next()
        {
            rest = chip.without;
        }
        // What the directory does not know has no chip, and narrows nothing.
        let left = "q=+two+words&region=atlantis&sort=seats&view=map";
        assert_eq!(rest.to_string(), left);
    }

    #[test]
    fn a_filter_that_chooses_nothing_has_no_chip() {
        let mut directory = directory();
        directory.network.membership_filter = None;
        let query = Query::parse("q=++&region=atlantis&membership=member");
        assert_eq!(chips(&directory, &query, &MEMBER_FACETS), []);
    }

    #[test]
    fn a_chip_takes_away_one_filter_of_events() {
        let directory = directory();
        let query = Query::parse("q=peace&type=summit&period=1960s&region=north&state=held");
        let chips = chips(&directory, &query, &EVENT_FACETS);
        let labels: Vec<&str> = chips.iter().map(|chip| &*chip.label).collect();
        assert_eq!(labels, ["Summit", "1960s", "Northland", "Held"]);
        let without = chips[0].without.to_string();
        assert_eq!(without, "q=peace&region=north&period=1960s&state=held");
    }

    #[test]
    fn filters_that_only_the_other_page_has_are_kept_out_of_the_way() {
        let query = Query::parse("status=observer&region=north&country=atlantis");
        let labels = |facets: &[&Facet]| {
            let chips = chips(&directory(), &query, facets).into_iter();
            chips.map(|chip| chip.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(&MEMBER_FACETS), ["Northland", "Observer"]);
        assert_eq!(labels(&EVENT_FACETS), ["Northland", "atlantis"]);
    }
}
