//! The filters beside the results: every value, what choosing it would give,
//! and where the link to it leads.

use crate::Ordered;
use crate::labels::filter_organisation;
use crate::model::{Directory, FormerMember, FormerMemberIdx, Member, MemberIdx, RegionIdx};
use crate::model::{Status, SubRegionIdx};
use crate::query::{MEMBERSHIPS, Query, STATUSES, STRUCTURES, decade_word};
use crate::regions::{home_of, larger_than, lies_in};
use crate::results::{MemberFacet, Sieve, decade, membership_group, search_scope, structure_group};

/// The facets that the directory offers, in the order in which they are shown.
pub type Facets = Vec<Facet>;

/// A group of filters of which any may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// Its parameter in the address; the sub-regions inside `region` have their own.
    pub parameter: &'static str,
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
    /// facet, with the words and the other facets as they are.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The query with this value chosen, or no longer chosen.
    pub link: Query,
    /// The sub-regions of a region, by name, each holding its own; else empty.
    pub inside: Vec<FacetOption>,
}

/// Which facets of one kind a record passes, as far as counting asks: a value
/// of a facet is counted among what passes all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome<F> {
    /// Every one.
    Passes,
    /// Every one but this.
    FailsOnly(F),
    /// All but two or more.
    Fails,
}

impl<F: Copy + PartialEq> Outcome<F> {
    /// From each facet and whether the record passes it.
    pub(crate) fn of(facets: impl IntoIterator<Item = (F, bool)>) -> Self {
        let mut outcome = Self::Passes;
        for (facet, passes) in facets {
            if !passes {
                outcome = match outcome {
                    Self::Passes => Self::FailsOnly(facet),
                    _ => Self::Fails,
                };
            }
        }
        outcome
    }

    /// Whether the record passes every facet but perhaps this one.
    pub(crate) fn passes_beside(self, facet: F) -> bool {
        self == Self::Passes || self == Self::FailsOnly(facet)
    }
}

/// The facets for this query, counted among the `found` of the search where
/// the query has words, and those former members that words and year leave.
///
/// A value that gives nothing stays, with a count of zero. The membership
/// facet is left out where the network names no organisation for it, that of
/// decades where all members would be in one.
pub fn facets(
    directory: &Directory,
    query: &Query,
    found: Option<&[MemberIdx]>,
    former: &[FormerMemberIdx],
) -> Facets {
    let tally = Tally::new(directory, query, found, former);
    let mut facets = vec![
        tally.regions(),
        tally.statuses(),
        tally.structures(),
        tally.memberships(),
        tally.decades(),
    ];
    facets.retain(|facet| facet.options.len() > 1);
    facets
}

/// The members that words and year leave, each with the facets that it passes.
struct Tally<'a> {
    directory: &'a Directory,
    query: &'a Query,
    candidates: Vec<(&'a Member, Outcome<MemberFacet>)>,
    /// The former members likewise.
    former: Vec<(&'a FormerMember, Outcome<MemberFacet>)>,
    /// The region under which each sub-region stands.
    homes: Vec<Option<RegionIdx>>,
}

impl<'a> Tally<'a> {
    fn new(
        directory: &'a Directory,
        query: &'a Query,
        found: Option<&[MemberIdx]>,
        former: &[FormerMemberIdx],
    ) -> Self {
        let sieve = Sieve::new(directory, query);
        let former = former.iter();
        let former = former.map(|one| &directory.network[*one]);
        let members = search_scope(directory, query, found).into_iter();
        let members = members.map(|member| &directory[member]);
        Self {
            directory,
            query,
            candidates: members
                .map(|member| (member, sieve.passes(member)))
                .collect(),
            former: former
                .map(|former| (former, sieve.passes_former(former)))
                .collect(),
            homes: SubRegionIdx::all(&directory.network)
                .map(|sub_region| home_of(directory, sub_region))
                .collect(),
        }
    }

    /// How many pass every facet but this one and have the value.
    fn count(&self, facet: MemberFacet, has: &dyn Fn(&Member) -> bool) -> usize {
        let candidates = self.candidates.iter();
        candidates
            .filter(|(member, passes)| passes.passes_beside(facet) && has(member))
            .count()
    }

    /// The same of former members.
    fn count_former(&self, facet: MemberFacet, has: &dyn Fn(&FormerMember) -> bool) -> usize {
        let former = self.former.iter();
        former
            .filter(|(former, passes)| passes.passes_beside(facet) && has(former))
            .count()
    }

    fn regions(&self) -> Facet {
        let Self {
            directory, query, ..
        } = self;
        let regions = RegionIdx::each(&directory.network);
        let options = regions.map(|(region_idx, region)| FacetOption {
            value: region.id.clone(),
            label: region.names.get(directory.language()).to_owned(),
            count: self.count(MemberFacet::Region, &|member| member.region == region_idx)
                + self.count_former(MemberFacet::Region, &|former| former.region == region_idx),
            chosen: query.regions.contains(&region.id),
            link: query.toggling_region(directory, &region.id),
            inside: self.sub_regions(region_idx, None),
        });
        facet(
            "region",
            directory.words.filters_region().to_owned(),
            options.collect(),
        )
    }

    /// The sub-regions under `region` that lie directly in `larger`, by name.
    fn sub_regions(&self, region: RegionIdx, larger: Option<SubRegionIdx>) -> Vec<FacetOption> {
        let Self {
            directory, query, ..
        } = self;
        let inside = self.directly_in(region, larger);
        let by_name = directory.sub_regions_by_name.iter().copied();
        let by_name = by_name.filter(|sub_region| inside.contains(sub_region));
        let options = by_name.map(|sub_region_idx| {
            let sub_region = &directory.network[sub_region_idx];
            FacetOption {
                value: sub_region.id.clone(),
                label: sub_region.names.get(directory.language()).to_owned(),
                count: self.count(MemberFacet::Region, &|member| {
                    lies_in(&directory.network, member.sub_region, sub_region_idx)
                }),
                chosen: query.sub_regions.contains(&sub_region.id),
                link: query.toggling_sub_region(directory, &sub_region.id),
                inside: self.sub_regions(region, Some(sub_region_idx)),
            }
        });
        options.collect()
    }

    /// These sub-regions. One that is the region by another name
    /// would say the same twice: those in it stand in its stead.
    fn directly_in(&self, region: RegionIdx, larger: Option<SubRegionIdx>) -> Vec<SubRegionIdx> {
        let (members, network) = (&self.directory.members, &self.directory.network);
        let at_home = |one: SubRegionIdx| self.homes[one.get()] == Some(region);
        let mut inside = Vec::new();
        for sub_region in SubRegionIdx::all(network) {
            let next_larger = larger_than(network, sub_region).find(|&larger| at_home(larger));
            if !at_home(sub_region) || next_larger != larger {
                continue;
            }
            let is_region = members.iter().all(|member| {
                (member.region == region) == lies_in(network, member.sub_region, sub_region)
            });
            if is_region {
                inside.extend(self.directly_in(region, Some(sub_region)));
            } else {
                inside.push(sub_region);
            }
        }
        inside
    }

    fn statuses(&self) -> Facet {
        let words = &self.directory.words;
        let options = STATUSES.map(|(status, word)| FacetOption {
            value: word.to_owned(),
            label: words.status(status).to_owned(),
            count: self.count(MemberFacet::Status, &|member| member.status == status)
                + self.count_former(MemberFacet::Status, &|_| status == Status::Member),
            chosen: self.query.statuses.contains(&status),
            link: self.query.toggling_status(status),
            inside: Vec::new(),
        });
        facet("status", words.filters_status().to_owned(), options.into())
    }

    fn structures(&self) -> Facet {
        let words = &self.directory.words;
        let options = STRUCTURES.map(|(structure, word)| FacetOption {
            value: word.to_owned(),
            label: words.structure_group(structure).to_owned(),
            count: self.count(MemberFacet::Structure, &|member| {
                structure_group(member) == Some(structure)
            }),
            chosen: self.query.structures.contains(&structure),
            link: self.query.toggling_structure(structure),
            inside: Vec::new(),
        });
        facet(
            "structure",
            words.filters_structure().to_owned(),
            options.into(),
        )
    }

    fn memberships(&self) -> Facet {
        let Some(organisation) = filter_organisation(self.directory) else {
            return facet("membership", String::new(), Vec::new());
        };
        let words = &self.directory.words;
        let options = MEMBERSHIPS.map(|(group, word)| FacetOption {
            value: word.to_owned(),
            label: words.membership_group(group).to_owned(),
            count: self.count(MemberFacet::Membership, &|member| {
                membership_group(self.directory, member) == group
            }),
            chosen: self.query.memberships.contains(&group),
            link: self.query.toggling_membership(group),
            inside: Vec::new(),
        });
        let label = words.filters_membership(&organisation);
        facet("membership", label, options.into())
    }

    fn decades(&self) -> Facet {
        let words = &self.directory.words;
        let members = self.directory.members.iter().map(decade);
        let decades: Ordered<Option<u16>> =
            members.chain(self.query.decades.iter().copied()).collect();
        let known = decades.iter().filter(|decade| decade.is_some());
        let unknown = decades.iter().filter(|decade| decade.is_none());
        let options = known.chain(unknown).map(|&one| FacetOption {
            value: decade_word(one),
            label: words.decade_of_joining(one),
            count: self.count(MemberFacet::Joined, &|member| decade(member) == one)
                + self.count_former(MemberFacet::Joined, &|former| {
                    Some(former.joined.decade()) == one
                }),
            chosen: self.query.decades.contains(&one),
            link: self.query.toggling_decade(one),
            inside: Vec::new(),
        });
        facet(
            "joined",
            words.filters_joined().to_owned(),
            options.collect(),
        )
    }
}

fn facet(parameter: &'static str, label: String, options: Vec<FacetOption>) -> Facet {
    Facet {
        parameter,
        label,
        options,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;
    use crate::results::results;

    /// `[x] Label 3` for each value, indented as it is nested.
    fn drawn(options: &[FacetOption], depth: usize) -> String {
        let lines = options.iter().map(|option| {
            let mark = if option.chosen { 'x' } else { ' ' };
            let (indent, label, count) = ("  ".repeat(depth), &option.label, option.count);
            let inside = drawn(&option.inside, depth + 1);
            format!("{indent}[{mark}] {label} {count}\n{inside}")
        });
        lines.collect()
    }

    fn check(address: &str, parameter: &str, expected: &str) {
        let facets = facets(&directory(), &Query::parse(address), None, &[]);
        let facet = facets.iter().find(|facet| facet.parameter == parameter);
        let drawn = drawn(&facet.unwrap().options, 0);
        assert_eq!(drawn, expected, "{parameter} at {address}");
    }

    #[test]
    fn a_record_that_fails_one_facet_alone_counts_for_its_other_values() {
        let outcome = |passes: [bool; 3]| Outcome::of((0..).zip(passes));
        assert_eq!(outcome([true, true, true]), Outcome::Passes);
        assert_eq!(outcome([true, false, true]), Outcome::FailsOnly(1));
        assert_eq!(outcome([true, false, false]), Outcome::Fails);
        assert_eq!(outcome([false, false, false]), Outcome::Fails);
        let beside = |outcome: Outcome<i32>| [0, 1, 2].map(|facet| outcome.passes_beside(facet));
        assert_eq!(beside(Outcome::Passes), [true, true, true]);
        assert_eq!(beside(Outcome::FailsOnly(1)), [false, true, false]);
        assert_eq!(beside(Outcome::Fails), [false, false, false]);
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
        let facets = facets(&directory, &Query::default(), None, &[]);
        let northland = &facets[0].options[0];
        let names: Vec<_> = northland.inside.iter().map(|one| &one.label).collect();
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
        let found = [0, 2, 4, 5, 7].map(MemberIdx::new);
        for address in ["", "region=north", "status=member&joined=1960s,unknown"] {
            let query = Query::parse(address);
            for facet in facets(&directory, &query, Some(&found), &[]) {
                let (name, starts) = (facet.parameter, format!("{}=", facet.parameter));
                let others: Vec<&str> = address.split('&').collect();
                let others = others.into_iter().filter(|pair| !pair.starts_with(&starts));
                let others: Vec<&str> = others.collect();
                for option in facet.options {
                    let alone = format!("{}&{name}={}", others.join("&"), option.value);
                    let shown = results(&directory, &Query::parse(&alone), Some(&found));
                    assert_eq!(option.count, shown.len(), "{alone} from {address}");
                }
            }
        }
    }

    #[test]
    fn a_year_counts_those_that_belonged_and_former_members_with_them() {
        let query = Query::parse("region=north&year=1975");
        let facets = facets(&directory(), &query, None, &[FormerMemberIdx::new(0)]);
        let facet = |parameter: &str| {
            let mut facets = facets.iter();
            facets.find(|facet| facet.parameter == parameter).unwrap()
        };
        let counts = |parameter: &str| {
            let options = facet(parameter).options.iter();
            options.map(|option| option.count).collect::<Vec<_>>()
        };
        assert_eq!(counts("region"), [3, 1, 1]);
        assert_eq!(counts("status"), [3, 0]);
        assert_eq!(counts("structure"), [1, 1, 0]);
        assert_eq!(counts("joined"), [3, 0, 0, 0]);
        assert_eq!(
            facet("status").options[0].link.to_string(),
            "region=north&status=member&year=1975"
        );
    }

    #[test]
    fn a_link_leads_to_the_query_with_the_value_toggled() {
        let facets = facets(
            &directory(),
            &Query::parse("region=north&sort=seats"),
            None,
            &[],
        );
        let regions = &facets[0].options;
        assert_eq!(regions[0].link.to_string(), "sort=seats");
        assert_eq!(
            regions[0].inside[0].link.to_string(),
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
        let facets = facets(&directory, &Query::default(), None, &[]);
        let parameters: Vec<_> = facets.iter().map(|facet| facet.parameter).collect();
        assert_eq!(parameters, ["region", "status", "structure"]);
    }
}
