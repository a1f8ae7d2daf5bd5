//! The sentence above the results, which is also the page's title:
//! "47 of 138: bicameral parliaments in the region, by seats".

use crate::Directory;
use crate::catalogue::Catalogue;
use crate::chips::chips;
use crate::facets::StructureGroup;
use crate::facets::{EVENT_FACETS, FacetId, Filters, MEMBER_FACETS, STRUCTURE_GROUPS};
use crate::membership::{count, past_year_of};
use crate::model::{LocalizedText, Status};
use crate::query::{Order, Query};
use crate::regions::sub_region_idx;
use crate::vocabulary::{STATUS, as_str, parse};

/// What is shown, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// `47 of 138`, `All 138` or `None of 138`.
    pub count: String,
    /// `bicameral parliaments in the region, by seats`.
    pub rest: String,
    /// Both together.
    pub whole: String,
}

/// Says what the query asks for, where `shown` members pass it, of all that
/// belong, or belonged at the end of its year.
///
/// The order is left out where there are not two results to put in order.
pub fn sentence(directory: &Directory, query: &Query, shown: usize) -> Sentence {
    let words = &directory.catalogue;
    let past_year = past_year_of(directory, query);
    let all = count(directory, past_year);
    let mut clauses = vec![subject(directory, query, shown)];
    for facet in MEMBER_FACETS {
        clauses.extend((facet.behaviour.clause)(directory, &query.filters, shown));
    }
    clauses.extend(past_year.map(|year| words.sentence_year(&words.year(year))));
    clauses.extend((shown > 1).then(|| order(words, query).to_owned()));
    Sentence::new(words, shown, all, clauses.join(words.sentence_clauses()))
}

/// Says which events are shown: "12 of 150: events: Summit, Africa".
pub fn event_sentence(directory: &Directory, query: &Query, shown: usize) -> Sentence {
    let words = &directory.catalogue;
    let searched = query
        .has_words()
        .then(|| words.list_quoted(query.search_text().trim()));
    let chips = chips(directory, query, &EVENT_FACETS).into_iter();
    let filters = searched.into_iter().chain(chips.map(|chip| chip.label));
    let filters: Vec<String> = filters.collect();
    let rest = if filters.is_empty() {
        words.events_what().to_owned()
    } else {
        words.events_what_of(&filters.join(words.list_separator()))
    };
    Sentence::new(words, shown, directory.events.len(), rest)
}

impl Sentence {
    fn new(words: &Catalogue, shown: usize, all: usize, rest: String) -> Self {
        let total = words.number(all);
        let count = match shown {
            0 => words.sentence_none(&total),
            _ if shown == all && all > 1 => words.sentence_all(&total),
            _ => words.sentence_some(&words.number(shown), &total),
        };
        let whole = words.sentence_whole(&count, &rest);
        Self { count, rest, whole }
    }
}

/// "bicameral parliaments in the region matching “x”".
fn subject(directory: &Directory, query: &Query, shown: usize) -> String {
    let words = &directory.catalogue;
    let parliaments = match past_year_of(directory, query) {
        Some(_) => states(words, &query.filters, shown).to_owned(),
        None => parliaments(words, &query.filters, shown),
    };
    let regions = regions_phrase(directory, query);
    let quoted = query
        .has_words()
        .then(|| words.list_quoted(query.search_text().trim()));
    match (&regions, &quoted) {
        (None, None) => words.sentence_what(&parliaments),
        (Some(regions), None) => words.sentence_what_in(&parliaments, regions),
        (None, Some(quoted)) => words.sentence_what_matching(&parliaments, quoted),
        (Some(regions), Some(quoted)) => {
            words.sentence_what_in_matching(&parliaments, regions, quoted)
        }
    }
}

/// "member states": of a past year it is known which belonged, and of no
/// parliament how it was.
fn states<'a>(words: &'a Catalogue, filters: &Filters, shown: usize) -> &'a str {
    match (only_status(filters), shown) {
        (Some(Status::Member), 1) => words.one_member_state(),
        (Some(Status::Member), _) => words.several_member_state(),
        (Some(Status::Observer), 1) => words.one_observer_state(),
        (Some(Status::Observer), _) => words.several_observer_state(),
        (None, 1) => words.one_state(),
        (None, _) => words.several_state(),
    }
}

/// The status that alone is chosen, if one is.
fn only_status(filters: &Filters) -> Option<Status> {
    let mut statuses = filters
        .values_in(FacetId::Status)
        .filter_map(|value| parse(STATUS, value));
    statuses.next().filter(|_| statuses.next().is_none())
}

/// "unicameral or bicameral member parliaments or member states without a
/// sitting parliament", as much of it as is chosen.
fn parliaments(words: &Catalogue, filters: &Filters, shown: usize) -> String {
    let one = shown == 1;
    let pick = |singular, plural| if one { singular } else { plural };
    let [any, unicameral, bicameral, either, not_sitting] = match only_status(filters) {
        Some(Status::Member) => [
            pick(
                words.one_member_parliament(),
                words.several_member_parliament(),
            ),
            pick(
                words.one_member_unicameral(),
                words.several_member_unicameral(),
            ),
            pick(
                words.one_member_bicameral(),
                words.several_member_bicameral(),
            ),
            pick(words.one_member_either(), words.several_member_either()),
            pick(
                words.one_member_not_sitting(),
                words.several_member_not_sitting(),
            ),
        ],
        Some(Status::Observer) => [
            pick(
                words.one_observer_parliament(),
                words.several_observer_parliament(),
            ),
            pick(
                words.one_observer_unicameral(),
                words.several_observer_unicameral(),
            ),
            pick(
                words.one_observer_bicameral(),
                words.several_observer_bicameral(),
            ),
            pick(words.one_observer_either(), words.several_observer_either()),
            pick(
                words.one_observer_not_sitting(),
                words.several_observer_not_sitting(),
            ),
        ],
        None => [
            pick(words.one_parliament(), words.several_parliament()),
            pick(words.one_unicameral(), words.several_unicameral()),
            pick(words.one_bicameral(), words.several_bicameral()),
            pick(words.one_either(), words.several_either()),
            pick(words.one_not_sitting(), words.several_not_sitting()),
        ],
    };
    let chosen = |group| filters.contains(FacetId::Structure, as_str(STRUCTURE_GROUPS, &group));
    let sitting = match (
        chosen(StructureGroup::Unicameral),
        chosen(StructureGroup::Bicameral),
    ) {
        (true, true) => Some(either),
        (true, false) => Some(unicameral),
        (false, true) => Some(bicameral),
        (false, false) if !filters.any_in(FacetId::Structure) => Some(any),
        (false, false) => None,
    };
    let not_sitting = chosen(StructureGroup::NotSitting).then_some(not_sitting);
    let kinds = [sitting, not_sitting].into_iter().flatten();
    let kinds: Vec<String> = kinds.map(str::to_owned).collect();
    words.join_or(&kinds)
}

/// The chosen regions in the network's order, then the chosen sub-regions:
/// "in the north or in the isles".
fn regions_phrase(directory: &Directory, query: &Query) -> Option<String> {
    let (network, words) = (&directory.network, &directory.catalogue);
    let phrase = |names: &LocalizedText, in_sentence: &LocalizedText| {
        let own = in_sentence.0.get(directory.language()).cloned();
        own.unwrap_or_else(|| words.sentence_place(names.get(directory.language())))
    };
    let regions = network
        .regions
        .iter()
        .filter(|region| query.filters.contains(FacetId::Region, &region.id))
        .map(|region| phrase(&region.names, &region.in_sentence));
    let sub_regions = query
        .filters
        .values_in(FacetId::SubRegion)
        .filter_map(|id| sub_region_idx(network, id))
        .map(|sub_region| &network[sub_region])
        .map(|sub_region| phrase(&sub_region.names, &sub_region.in_sentence));
    let phrases: Vec<String> = regions.chain(sub_regions).collect();
    (!phrases.is_empty()).then(|| words.join_or(&phrases))
}

fn order<'a>(words: &'a Catalogue, query: &Query) -> &'a str {
    match query.order {
        Order::Name if query.has_words() => words.sentence_by_match(),
        Order::Name => words.sentence_by_name(),
        Order::Joined => words.sentence_by_joined(),
        Order::Seats => words.sentence_by_seats(),
        Order::Women => words.sentence_by_women(),
    }
}

#[cfg(test)]
mod tests;
