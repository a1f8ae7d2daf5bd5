//! The facets beside the results: every value, what choosing it would give,
//! and where the link to it leads.

use crate::facets::{
    EVENT_FACETS, Facet, FacetContext, FacetId, FacetValue, Filters, Item, MEMBER_FACETS,
};
use crate::model::{EventIdx, FormerMemberIdx, MemberIdx};
use crate::query::Query;
use crate::results::{Filter, Outcome, candidates, events_matching_text};
use crate::snapshot::Part;

/// Facets with their counts, in the order in which they are shown.
pub type CountedFacets = Vec<CountedFacet>;

/// A facet as readers choose from it.
#[derive(Debug, Clone, PartialEq)]
pub struct CountedFacet {
    /// Which one; the sub-regions inside the regions are another.
    pub id: FacetId,
    /// What readers call it.
    pub label: String,
    /// Its values.
    pub options: Vec<FacetOption>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetOption {
    /// As in the address.
    pub value: String,
    /// What readers call it.
    pub label: String,
    /// How many results there would be if this value alone were chosen in its
    /// facet, with the words and the other facets as they are; or this value
    /// besides what is chosen, where all of that must hold.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The query with this value chosen, or no longer chosen.
    pub link: Query,
    /// The sub-regions of a region, by name, each holding its own; else empty.
    pub children: Vec<FacetOption>,
}

/// The facets of members for this query, counted among the `found` of the
/// search where the query has words, and those former members that words and
/// year leave.
///
/// A value that gives nothing stays, with a count of zero. Facets that decide
/// nothing are left out, since they have one value or none, or no value that
/// tells members apart. One that rests on
/// a further part of the snapshot is there only where it is this `part`, and
/// comes first; a figure, where it is chosen or colours what is shown.
pub fn facets(
    context: &FacetContext,
    query: &Query,
    found: Option<&[MemberIdx]>,
    former: &[FormerMemberIdx],
    part: Option<Part>,
) -> CountedFacets {
    let directory = context.directory;
    let members = candidates(directory, query, found)
        .into_iter()
        .map(|member| Item::Member(&directory[member]));
    let former = former
        .iter()
        .map(|one| Item::Former(&directory.network[*one]));
    let items = members.chain(former).collect();
    let counts = Counts::new(context, query, &MEMBER_FACETS, items, |_, _| true);
    let (first, others): (Vec<&Facet>, Vec<&Facet>) = MEMBER_FACETS
        .iter()
        .filter(|facet| {
            if facet.behaviour.on_request {
                query.colour.0 == facet.id || query.filters.any_in(facet.id)
            } else {
                facet.behaviour.part.is_none() || facet.behaviour.part == part
            }
        })
        .filter(|facet| query.year.is_none() || !facet.id.is_of_today())
        .filter(|facet| {
            let is_in_use = query.colour.0 == facet.id || query.filters.any_in(facet.id);
            is_in_use || tells_apart(context, facet.id)
        })
        .partition(|facet| facet.behaviour.part.is_some() && facet.behaviour.part == part);
    counts.counted(first.into_iter().chain(others))
}

/// Whether some member or former member has a value of this facet that another
/// has not; true of what a part of the snapshot tells that may not have come.
pub fn tells_apart(context: &FacetContext, facet: FacetId) -> bool {
    if facet.facet().behaviour.part.is_some() {
        return true;
    }
    let network = &context.directory.network;
    let members = context.directory.members.iter().map(Item::Member);
    let former = network.former_members.iter().map(Item::Former);
    let items: Vec<Item> = members.chain(former).collect();
    let mut values = (facet.facet().values)(context, &Filters::default());
    while let Some(FacetValue {
        facet,
        value,
        children,
    }) = values.pop()
    {
        let has = |item: &Item| (facet.facet().has)(context, *item, &value);
        if items.iter().any(has) && !items.iter().all(has) {
            return true;
        }
        values.extend(children);
    }
    false
}

/// The facets of events likewise. A value that no event has at all is left out.
pub fn event_facets(
    context: &FacetContext,
    query: &Query,
    found: Option<&[EventIdx]>,
) -> CountedFacets {
    let directory = context.directory;
    let items = events_matching_text(directory, found)
        .into_iter()
        .map(|event| Item::Event(&directory[event]))
        .collect();
    let occurs = |context: &FacetContext, value: &FacetValue| {
        let has = value.facet.facet().has;
        let mut events = context.directory.events.iter();
        events.any(|event| has(context, Item::Event(event), &value.value))
    };
    let counts = Counts::new(context, query, &EVENT_FACETS, items, occurs);
    counts.counted(EVENT_FACETS.into_iter())
}

/// What the words leave, each item with the facets that it matches.
struct Counts<'a> {
    context: &'a FacetContext<'a>,
    query: &'a Query,
    items: Vec<(Item<'a>, Outcome)>,
    /// Whether a value is there to choose.
    is_offered: fn(&FacetContext, &FacetValue) -> bool,
}

impl<'a> Counts<'a> {
    fn new(
        context: &'a FacetContext<'a>,
        query: &'a Query,
        facets: &[&'static Facet],
        items: Vec<Item<'a>>,
        is_offered: fn(&FacetContext, &FacetValue) -> bool,
    ) -> Self {
        let filter = Filter::new(context, &query.filters, facets);
        let outcome = |item| (item, filter.outcome(item));
        Self {
            context,
            query,
            items: items.into_iter().map(outcome).collect(),
            is_offered,
        }
    }

    /// These facets, without those of which nothing can be chosen.
    fn counted(&self, facets: impl Iterator<Item = &'static Facet>) -> CountedFacets {
        let counted = facets.map(|facet| CountedFacet {
            id: facet.id,
            label: (facet.label)(self.context.directory),
            options: self.options((facet.values)(self.context, &self.query.filters)),
        });
        counted.filter(|facet| facet.options.len() > 1).collect()
    }

    fn options(&self, mut values: Vec<FacetValue>) -> Vec<FacetOption> {
        values.retain(|value| (self.is_offered)(self.context, value));
        values.into_iter().map(|value| self.option(value)).collect()
    }

    fn option(&self, value: FacetValue) -> FacetOption {
        let FacetValue {
            facet,
            value,
            children,
        } = value;
        let Self { context, query, .. } = self;
        FacetOption {
            label: (facet.facet().name)(context.directory, &value),
            count: self.count(facet.facet(), &value),
            chosen: query.filters.contains(facet, &value),
            link: query.with_toggled(context.directory, facet, &value),
            children: self.options(children),
            value,
        }
    }

    /// How many items have the value and match every other facet; this one as
    /// well where all that is chosen in it must hold.
    fn count(&self, facet: &Facet, value: &str) -> usize {
        let matches = |outcome: Outcome| {
            if facet.behaviour.all_must_hold {
                outcome == Outcome::Matches
            } else {
                outcome.matches_all_but(facet.menu())
            }
        };
        let counted = self
            .items
            .iter()
            .filter(|(item, outcome)| matches(*outcome) && (facet.has)(self.context, *item, value));
        counted.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PartialDate;
    use crate::fixture::{contact, context, directory};
    use crate::model::{ContactKind, SubRegionIdx};
    use crate::results::results;

    /// `[x] Label 3` for each value, indented as it is nested.
    fn drawn(options: &[FacetOption], depth: usize) -> String {
        let lines = options.iter().map(|option| {
            let mark = if option.chosen { 'x' } else { ' ' };
            let (indent, label, count) = ("  ".repeat(depth), &option.label, option.count);
            let children = drawn(&option.children, depth + 1);
            format!("{indent}[{mark}] {label} {count}\n{children}")
        });
        lines.collect()
    }

    fn parameter(facet: &CountedFacet) -> &'static str {
        facet.id.facet().parameter
    }

    fn check(address: &str, name: &str, expected: &str) {
        let directory = directory();
        let facets = facets(
            &context(&directory),
            &Query::parse(address),
            None,
            &[],
            None,
        );
        let facet = facets.iter().find(|facet| parameter(facet) == name);
        let drawn = drawn(&facet.unwrap().options, 0);
        assert_eq!(drawn, expected, "{name} at {address}");
    }

    #[test]
    fn sub_regions_stand_inside_their_regions_by_name() {
        let tree = "[ ] Northland 3\n  [ ] Frost Coast 1\n  [ ] Mainland North 2\n    \
            [ ] Far North 1\n    [ ] Near North 1\n[ ] Southland 2\n  [ ] Low South 3\n\
            [ ] Isles 3\n  [ ] Outer Isles 2\n";
        check("", "region", tree);
    }

    #[test]
    fn a_sub_region_that_is_the_region_by_another_name_gives_way_to_those_in_it() {
        let mut directory = directory();
        directory.network.sub_regions[3].parent = Some(SubRegionIdx::new(2));
        let facets = facets(&context(&directory), &Query::default(), None, &[], None);
        let northland = &facets[0].options[0];
        let names: Vec<_> = northland.children.iter().map(|one| &one.label).collect();
        assert_eq!(names, ["Far North", "Frost Coast", "Near North"]);
    }

    #[test]
    fn counts_say_what_choosing_would_give() {
        let statuses = "[x] Member 6\n[ ] Observer 2\n";
        check("status=member", "status", statuses);
        check(
            "region=north&status=member",
            "structure",
            "[ ] Unicameral 1\n[ ] Bicameral 1\n[ ] No sitting parliament 0\n",
        );
        check(
            "region=south",
            "membership",
            "[ ] Member 1\n[ ] Suspended 0\n[ ] Other or not known 1\n",
        );
        check(
            "joined=1960s,2010s",
            "joined",
            "[x] 1960s 3\n[ ] 1970s 2\n[ ] 1990s 1\n[x] 2010s 0\n[ ] No date of joining 2\n",
        );
    }

    #[test]
    fn each_count_is_the_number_of_results_behind_the_value_alone() {
        let directory = directory();
        let context = context(&directory);
        let found = [0, 2, 4, 5, 7].map(MemberIdx::new);
        for address in ["", "region=north", "status=member&joined=1960s,unknown"] {
            let query = Query::parse(address);
            for facet in facets(&context, &query, Some(&found), &[], None) {
                let name = parameter(&facet);
                let starts = format!("{name}=");
                let others: Vec<&str> = address.split('&').collect();
                let others = others.into_iter().filter(|pair| !pair.starts_with(&starts));
                let others: Vec<&str> = others.collect();
                for option in facet.options {
                    let alone = format!("{}&{name}={}", others.join("&"), option.value);
                    let shown = results(&context, &Query::parse(&alone), Some(&found));
                    assert_eq!(option.count, shown.len(), "{alone} from {address}");
                }
            }
        }
    }

    #[test]
    fn a_year_counts_those_that_belonged_and_former_members_with_them() {
        let directory = directory();
        let query = Query::parse("region=north&year=1975");
        let former = [FormerMemberIdx::new(0)];
        let facets = facets(&context(&directory), &query, None, &former, None);
        let facet = |name: &str| {
            let mut facets = facets.iter();
            facets.find(|facet| parameter(facet) == name).unwrap()
        };
        let counts = |name: &str| {
            let options = facet(name).options.iter();
            options.map(|option| option.count).collect::<Vec<_>>()
        };
        assert_eq!(counts("region"), [3, 1, 1]);
        assert_eq!(counts("status"), [3, 0]);
        let is_there = |name: &str| facets.iter().any(|facet| parameter(facet) == name);
        assert!(
            !is_there("structure") && !is_there("membership"),
            "of today"
        );
        assert_eq!(counts("joined"), [3, 0, 0, 0]);
        assert_eq!(
            facet("status").options[0].link.to_string(),
            "region=north&status=member&year=1975"
        );
    }

    #[test]
    fn a_link_leads_to_the_query_with_the_value_toggled() {
        let directory = directory();
        let query = Query::parse("region=north&sort=seats");
        let facets = facets(&context(&directory), &query, None, &[], None);
        let regions = &facets[0].options;
        assert_eq!(regions[0].link.to_string(), "sort=seats");
        assert_eq!(
            regions[0].children[0].link.to_string(),
            "subregion=frost-coast&sort=seats"
        );
        assert_eq!(
            facets[4].options[0].link.to_string(),
            "region=north&joined=1960s&sort=seats"
        );
    }

    #[test]
    fn facets_that_decide_nothing_are_left_out() {
        let mut directory = directory();
        directory.network.membership_filter = None;
        for member in &mut directory.members {
            member.joined = None;
        }
        let facets = facets(&context(&directory), &Query::default(), None, &[], None);
        let parameters: Vec<_> = facets.iter().map(parameter).collect();
        assert_eq!(parameters, ["region", "status", "structure"]);
    }

    #[test]
    fn every_value_of_events_tells_what_choosing_it_would_give() {
        let directory = directory();
        let told = |address: &str| {
            let facets = event_facets(&context(&directory), &Query::parse(address), None);
            let facets = facets.iter().map(|facet| {
                let options = facet.options.iter();
                let options = options.map(|one| format!("{} {}", one.label, one.count));
                format!(
                    "{}: {}",
                    facet.label,
                    options.collect::<Vec<_>>().join(", ")
                )
            });
            facets.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            told(""),
            "Type: Summit 3, Meeting 3; Period: 2020s 3, 1960s 3; \
             Region: Northland 1, Southland 1, Isles 2; \
             Country: Albora 1, Fen-Aru 1, Halu 2, Yonder 1; \
             State: Held 4, Planned 1, Cancelled 1"
        );
        assert!(
            told("type=summit").starts_with("Type: Summit 3, Meeting 3; Period: 2020s 1, 1960s 2")
        );
    }

    #[test]
    fn all_that_is_asked_for_must_hold_and_counts_say_what_would_be_left() {
        let mut directory = directory();
        let mail = || contact("m", ContactKind::Email, "a@b.example");
        let phone = || contact("p", ContactKind::Phone, "+1 246 426 3712");
        directory.members[0].contacts.to_mut().push(mail());
        let contacts = directory.members[1].contacts.to_mut();
        contacts.extend([mail(), phone()]);
        directory.members[7].contacts.to_mut().clear();
        let today: PartialDate = "2026-11-26".parse().unwrap();
        let context = FacetContext {
            today: today.day_range().0,
            ..context(&directory)
        };
        for (address, ids) in [
            ("contact=email", "alb bel"),
            ("contact=email,phone", "bel"),
            ("contact=none", "jun"),
            ("contact=email,no-phone", "alb"),
            ("contact=email,none", ""),
            ("contact=email&sort=joined", "bel alb"),
            ("contact=email&region=south", ""),
        ] {
            let query = Query::parse(address);
            let shown = results(&context, &query, None);
            let members = shown.iter().map(|member| &directory[*member]);
            let ids_shown: Vec<&str> = members.map(|member| member.id.as_str()).collect();
            assert_eq!(ids_shown.join(" "), ids, "{address}");
            let mut facets = facets(&context, &query, None, &[], Some(Part::Contacts)).into_iter();
            let facet = facets.next().unwrap();
            assert_eq!(facet.id, FacetId::Contact);
            for option in facet.options {
                let behind = results(&context, &option.link, None);
                let count = if option.chosen {
                    shown.len()
                } else {
                    behind.len()
                };
                assert_eq!(option.count, count, "{} at {address}", option.value);
            }
        }
    }
}
