//! The sentence above the results, which is also the page's title:
//! "47 of 138: bicameral parliaments in the region, by seats".

use std::fmt;

use crate::Directory;
use crate::directory::{Names, Status};
use crate::labels::filter_organisation;
use crate::query::{MembershipGroup, Order, Query, StructureGroup};
use crate::regions::sub_region_place;
use crate::words::{in_quotes, list_in_words, plural};

/// What is shown, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// `47 of 138`, `All 138` or `None of 138`.
    pub count: String,
    /// `bicameral parliaments in the region, by seats`.
    pub rest: String,
}

impl fmt::Display for Sentence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.count, self.rest)
    }
}

/// Says in English what the query asks for, where `shown` members pass it.
///
/// The order is left out where there are not two results to put in order.
pub fn sentence(directory: &Directory, query: &Query, shown: usize) -> Sentence {
    let total = directory.members.len();
    let count = match shown {
        0 => format!("None of {total}"),
        _ if shown == total && total > 1 => format!("All {total}"),
        _ => format!("{shown} of {total}"),
    };
    let matching = query.has_words();
    let what = [
        Some(parliaments(query, shown)),
        places(directory, query).map(|places| format!("in {places}")),
        matching.then(|| format!("matching {}", in_quotes(&query.words))),
    ];
    let what: Vec<String> = what.into_iter().flatten().collect();
    let clauses = [
        Some(what.join(" ")),
        standing(directory, query, shown),
        joined(query),
        (shown > 1).then(|| order(query).to_owned()),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let rest = clauses.join(", ");
    Sentence { count, rest }
}

/// "unicameral or bicameral member parliaments or member states without a
/// sitting parliament", as much of it as is chosen.
fn parliaments(query: &Query, shown: usize) -> String {
    let mut statuses = query.statuses.iter();
    let status = match (statuses.next(), statuses.next()) {
        (Some(Status::Member), None) => "member ",
        (Some(Status::Observer), None) => "observer ",
        _ => "",
    };
    let chosen = |group| query.structures.contains(&group);
    let mut chambers = Vec::new();
    if chosen(StructureGroup::Unicameral) {
        chambers.push("unicameral");
    }
    if chosen(StructureGroup::Bicameral) {
        chambers.push("bicameral");
    }
    let mut kinds = Vec::new();
    if !chambers.is_empty() || query.structures.is_empty() {
        let noun = plural(shown, "parliament", "parliaments");
        let chambers = list_in_words(&chambers, "or");
        let gap = if chambers.is_empty() { "" } else { " " };
        kinds.push(format!("{chambers}{gap}{status}{noun}"));
    }
    if chosen(StructureGroup::NoneOrSuspended) {
        let noun = plural(shown, "state", "states");
        kinds.push(format!("{status}{noun} without a sitting parliament"));
    }
    kinds.join(" or ")
}

/// The chosen regions in the network's order, then the chosen sub-regions.
fn places(directory: &Directory, query: &Query) -> Option<String> {
    let network = &directory.network;
    let name = |names: &Names, in_sentence: &Names| {
        let names = if in_sentence.0.is_empty() {
            names
        } else {
            in_sentence
        };
        names.get(directory.language()).to_owned()
    };
    let regions = network.regions.iter();
    let regions = regions.filter(|region| query.regions.contains(&region.id));
    let regions = regions.map(|region| name(&region.names, &region.names_in_sentence));
    let sub_regions = query.sub_regions.iter();
    let sub_regions = sub_regions.filter_map(|id| sub_region_place(network, id));
    let sub_regions = sub_regions.map(|place| &network.sub_regions[place]);
    let sub_regions = sub_regions.map(|one| name(&one.names, &one.names_in_sentence));
    let names: Vec<String> = regions.chain(sub_regions).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| list_in_words(&names, "or"))
}

/// "members or suspended members of the union", as much of it as is chosen;
/// all that may be chosen together says nothing.
fn standing(directory: &Directory, query: &Query, shown: usize) -> Option<String> {
    let organisation = filter_organisation(directory)?;
    let chosen = |group| query.memberships.contains(&group);
    let mut kinds = Vec::new();
    if chosen(MembershipGroup::Member) {
        kinds.push(plural(shown, "member", "members"));
    }
    if chosen(MembershipGroup::Suspended) {
        kinds.push(plural(shown, "suspended member", "suspended members"));
    }
    let known = format!("{} of the {organisation}", list_in_words(&kinds, "or"));
    match (kinds.len(), chosen(MembershipGroup::Unknown)) {
        (0, false) | (2, true) => None,
        (_, false) => Some(known),
        (0, true) => Some(format!("without known membership of the {organisation}")),
        (_, true) => Some(format!("{known} or without known membership")),
    }
}

/// "joined in the 1960s or 1970s, or without a date of joining".
fn joined(query: &Query) -> Option<String> {
    let decades = query.decades.iter().flatten();
    let decades: Vec<String> = decades.map(|first_year| format!("{first_year}s")).collect();
    let decades: Vec<&str> = decades.iter().map(String::as_str).collect();
    let joined = format!("joined in the {}", list_in_words(&decades, "or"));
    let undated = "without a date of joining";
    match (decades.len(), query.decades.contains(&None)) {
        (0, false) => None,
        (0, true) => Some(undated.to_owned()),
        (_, false) => Some(joined),
        (_, true) => Some(format!("{joined}, or {undated}")),
    }
}

fn order(query: &Query) -> &'static str {
    match query.order {
        Order::Name if query.has_words() => "best match first",
        Order::Name => "by name",
        Order::Joined => "by date of joining",
        Order::Seats => "by seats",
        Order::Women => "by share of women",
    }
}

#[cfg(test)]
mod tests;
