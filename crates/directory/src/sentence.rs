//! The sentence above the results, which is also the page's title:
//! "47 of 138: bicameral parliaments in the region, by seats".

use crate::Directory;
use crate::labels::filter_organisation;
use crate::membership::{count, past_year_of};
use crate::model::{Names, Status};
use crate::query::{MembershipGroup, Order, Query, StructureGroup};
use crate::regions::sub_region_idx;
use crate::words::Words;

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
    let words = &directory.words;
    let past_year = past_year_of(directory, query);
    let all = count(directory, past_year);
    let total = words.number(all);
    let counted = match shown {
        0 => words.sentence_none(&total),
        _ if shown == all && all > 1 => words.sentence_all(&total),
        _ => words.sentence_some(&words.number(shown), &total),
    };
    let clauses = [
        Some(what(directory, query, shown)),
        standing(directory, query, shown),
        joined(words, query),
        reached(directory, query),
        past_year.map(|year| words.sentence_year(&words.year(year))),
        (shown > 1).then(|| order(words, query).to_owned()),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let rest = clauses.join(words.sentence_clauses());
    let whole = words.sentence_whole(&counted, &rest);
    Sentence {
        count: counted,
        rest,
        whole,
    }
}

/// "bicameral parliaments in the region matching “x”".
fn what(directory: &Directory, query: &Query, shown: usize) -> String {
    let words = &directory.words;
    let parliaments = parliaments(words, query, shown);
    let places = places(directory, query);
    let quoted = query
        .has_words()
        .then(|| words.list_quoted(query.words.trim()));
    match (&places, &quoted) {
        (None, None) => words.sentence_what(&parliaments),
        (Some(places), None) => words.sentence_what_in(&parliaments, places),
        (None, Some(quoted)) => words.sentence_what_matching(&parliaments, quoted),
        (Some(places), Some(quoted)) => {
            words.sentence_what_in_matching(&parliaments, places, quoted)
        }
    }
}

/// "unicameral or bicameral member parliaments or member states without a
/// sitting parliament", as much of it as is chosen.
fn parliaments(words: &Words, query: &Query, shown: usize) -> String {
    let one = shown == 1;
    let pick = |singular, plural| if one { singular } else { plural };
    let mut statuses = query.statuses.iter();
    let [any, unicameral, bicameral, either, not_sitting] = match (statuses.next(), statuses.next())
    {
        (Some(Status::Member), None) => [
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
        (Some(Status::Observer), None) => [
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
        _ => [
            pick(words.one_parliament(), words.several_parliament()),
            pick(words.one_unicameral(), words.several_unicameral()),
            pick(words.one_bicameral(), words.several_bicameral()),
            pick(words.one_either(), words.several_either()),
            pick(words.one_not_sitting(), words.several_not_sitting()),
        ],
    };
    let chosen = |group| query.structures.contains(&group);
    let sitting = match (
        chosen(StructureGroup::Unicameral),
        chosen(StructureGroup::Bicameral),
    ) {
        (true, true) => Some(either),
        (true, false) => Some(unicameral),
        (false, true) => Some(bicameral),
        (false, false) if query.structures.is_empty() => Some(any),
        (false, false) => None,
    };
    let not_sitting = chosen(StructureGroup::NoneOrSuspended).then_some(not_sitting);
    let kinds = [sitting, not_sitting].into_iter().flatten();
    let kinds: Vec<String> = kinds.map(str::to_owned).collect();
    words.either(&kinds)
}

/// The chosen regions in the network's order, then the chosen sub-regions:
/// "in the north or in the isles".
fn places(directory: &Directory, query: &Query) -> Option<String> {
    let (network, words) = (&directory.network, &directory.words);
    let place = |names: &Names, in_sentence: &Names| {
        let own = in_sentence.0.get(directory.language()).cloned();
        own.unwrap_or_else(|| words.sentence_place(names.get(directory.language())))
    };
    let regions = network.regions.iter();
    let regions = regions.filter(|region| query.regions.contains(&region.id));
    let regions = regions.map(|region| place(&region.names, &region.in_sentence));
    let sub_regions = query.sub_regions.iter();
    let sub_regions = sub_regions.filter_map(|id| sub_region_idx(network, id));
    let sub_regions = sub_regions.map(|sub_region| &network[sub_region]);
    let sub_regions = sub_regions.map(|one| place(&one.names, &one.in_sentence));
    let places: Vec<String> = regions.chain(sub_regions).collect();
    (!places.is_empty()).then(|| words.either(&places))
}

/// "members or suspended members of the union", as much of it as is chosen;
/// all that may be chosen together says nothing.
fn standing(directory: &Directory, query: &Query, shown: usize) -> Option<String> {
    let words = &directory.words;
    let of = &filter_organisation(directory)?;
    let chosen = |group| query.memberships.contains(&group);
    let groups = (
        chosen(MembershipGroup::Member),
        chosen(MembershipGroup::Suspended),
        chosen(MembershipGroup::Unknown),
    );
    let one = shown == 1;
    Some(match groups {
        (true, false, false) if one => words.one_standing_member(of),
        (true, false, false) => words.several_standing_member(of),
        (false, true, false) if one => words.one_standing_suspended(of),
        (false, true, false) => words.several_standing_suspended(of),
        (true, true, false) if one => words.one_standing_both(of),
        (true, true, false) => words.several_standing_both(of),
        (false, false, true) => words.sentence_standing_unknown(of),
        (true, false, true) if one => words.one_standing_member_or_unknown(of),
        (true, false, true) => words.several_standing_member_or_unknown(of),
        (false, true, true) if one => words.one_standing_suspended_or_unknown(of),
        (false, true, true) => words.several_standing_suspended_or_unknown(of),
        (true, true, true) | (false, false, false) => return None,
    })
}

/// "joined in the 1960s or 1970s, or without a date of joining".
fn joined(words: &Words, query: &Query) -> Option<String> {
    let decades = query.decades.iter().flatten();
    let decades: Vec<String> = decades
        .map(|first_year| words.decade(*first_year))
        .collect();
    match (decades.len(), query.decades.contains(&None)) {
        (0, false) => None,
        (0, true) => Some(words.sentence_undated().to_owned()),
        (_, false) => Some(words.sentence_joined(&words.either(&decades))),
        (_, true) => Some(words.sentence_joined_or_undated(&words.either(&decades))),
    }
}

/// "with an e-mail address, with a phone number": all of it holds.
fn reached(directory: &Directory, query: &Query) -> Option<String> {
    let (words, settings) = (&directory.words, directory.network.contacts);
    let clauses = query.contacts.iter();
    let clauses = clauses.map(|reach| words.reach_inside(*reach, settings.fresh_months));
    let clauses: Vec<String> = clauses.collect();
    (!clauses.is_empty()).then(|| clauses.join(words.sentence_clauses()))
}

fn order<'a>(words: &'a Words, query: &Query) -> &'a str {
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
