//! Which members and events the query lets through, and in which order.
//!
//! An item matches when it matches every facet; it matches a facet when nothing
//! is chosen there or when it has one of the chosen values, or all of them
//! where the facet asks for that. What the directory does not know is not
//! chosen. A year leaves those that belonged at its end, and former members
//! with them.

use crate::facets::{EVENT_FACETS, Facet, FacetContext, FacetId, Filters, Item, MEMBER_FACETS};
use crate::membership::{belonged, may_have_belonged, past_year_of};
use crate::model::{Directory, EventIdx, FormerMemberIdx, MemberIdx};
use crate::order::sort;
use crate::query::{Order, Query};

/// The members that match, in order.
///
/// `found` holds what the search found for the query's words, best match
/// first: only these are considered, and [`Order::Name`] keeps their order.
/// Without it, words are passed over.
pub fn results(
    context: &FacetContext,
    query: &Query,
    found: Option<&[MemberIdx]>,
) -> Vec<MemberIdx> {
    let directory = context.directory;
    let filter = Filter::new(context, &query.filters, &MEMBER_FACETS);
    let mut members = candidates(directory, query, found);
    members.retain(|&member| filter.matches(Item::Member(&directory[member])));
    if found.is_none() || query.order != Order::Name {
        sort(directory, query.order, &mut members);
    }
    members
}

/// Which of these former members, in their order, match. What the directory
/// does not tell of them, such as the structure of a parliament, keeps them
/// out as soon as it is asked for.
pub fn former_results(
    context: &FacetContext,
    query: &Query,
    mut former: Vec<FormerMemberIdx>,
) -> Vec<FormerMemberIdx> {
    let filter = Filter::new(context, &query.filters, &MEMBER_FACETS);
    let network = &context.directory.network;
    former.retain(|&one| filter.matches(Item::Former(&network[one])));
    former
}

/// How many members match, and are left out only because it is not known
/// whether they belonged in the query's year.
pub fn unknown_membership_count(
    context: &FacetContext,
    query: &Query,
    found: Option<&[MemberIdx]>,
) -> usize {
    let directory = context.directory;
    let Some(year) = past_year_of(directory, query) else {
        return 0;
    };
    let filter = Filter::new(context, &query.filters, &MEMBER_FACETS);
    let mut members = matching_text(directory, found);
    members.retain(|&member| {
        let member = &directory[member];
        may_have_belonged(directory, member, year) && filter.matches(Item::Member(member))
    });
    members.len()
}

/// The events that match, in the order of time; of those that the search
/// `found` where the query has words.
pub fn event_results(
    context: &FacetContext,
    query: &Query,
    found: Option<&[EventIdx]>,
) -> Vec<EventIdx> {
    let directory = context.directory;
    let filter = Filter::new(context, &query.filters, &EVENT_FACETS);
    let mut events = events_matching_text(directory, found);
    events.retain(|&event| filter.matches(Item::Event(&directory[event])));
    events
}

/// All members that words and year leave, before any filter.
pub(crate) fn candidates(
    directory: &Directory,
    query: &Query,
    found: Option<&[MemberIdx]>,
) -> Vec<MemberIdx> {
    let mut members = matching_text(directory, found);
    if let Some(year) = past_year_of(directory, query) {
        members.retain(|&member| belonged(directory, &directory[member], year));
    }
    members
}

/// All members that the words leave.
fn matching_text(directory: &Directory, found: Option<&[MemberIdx]>) -> Vec<MemberIdx> {
    match found {
        Some(found) => {
            let is_there = |member: &MemberIdx| member.get() < directory.members.len();
            found.iter().copied().filter(is_there).collect()
        }
        None => MemberIdx::all(directory).collect(),
    }
}

/// All events that the words leave, in the order of time.
pub(crate) fn events_matching_text(
    directory: &Directory,
    found: Option<&[EventIdx]>,
) -> Vec<EventIdx> {
    let mut is_found = vec![found.is_none(); directory.events.len()];
    for event in found.unwrap_or_default() {
        is_found[event.get()] = true;
    }
    let events = EventIdx::all(directory);
    events.filter(|event| is_found[event.get()]).collect()
}

/// What is chosen in some facets, apart from what the directory does not know.
pub(crate) struct Filter<'a> {
    context: &'a FacetContext<'a>,
    /// By facet: those of one menu stand together.
    chosen: Vec<(&'static Facet, &'a str)>,
}

impl<'a> Filter<'a> {
    pub(crate) fn new(
        context: &'a FacetContext<'a>,
        filters: &'a Filters,
        facets: &[&'static Facet],
    ) -> Self {
        let mut chosen = Vec::new();
        for facet in facets {
            let known = filters.known_values_in(context.directory, facet.id);
            chosen.extend(known.map(|value| (*facet, value)));
        }
        Self { context, chosen }
    }

    /// Whether the item matches every facet.
    pub(crate) fn matches(&self, item: Item) -> bool {
        self.outcome(item) == Outcome::Matches
    }

    /// Which facets the item matches.
    pub(crate) fn outcome(&self, item: Item) -> Outcome {
        let has = |(facet, value): &(&'static Facet, &str)| (facet.has)(self.context, item, value);
        let menus = self
            .chosen
            .chunk_by(|(one, _), (next, _)| one.menu() == next.menu());
        Outcome::new(menus.map(|chosen| {
            let facet = chosen[0].0;
            let matches = if facet.behaviour.all_must_hold {
                chosen.iter().all(has)
            } else {
                chosen.iter().any(has)
            };
            (facet.menu(), matches)
        }))
    }
}

/// Which facets an item matches, as far as counting asks: a value of a facet is
/// counted among what matches all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Every one.
    Matches,
    /// Every one but this.
    FailsOnly(FacetId),
    /// All but two or more.
    Fails,
}

impl Outcome {
    /// From each facet and whether the item matches it.
    fn new(facets: impl IntoIterator<Item = (FacetId, bool)>) -> Self {
        let mut outcome = Self::Matches;
        for (facet, matches) in facets {
            if !matches {
                outcome = match outcome {
                    Self::Matches => Self::FailsOnly(facet),
                    _ => Self::Fails,
                };
            }
        }
        outcome
    }

    /// Whether the item matches every facet but perhaps this one.
    pub(crate) fn matches_all_but(self, facet: FacetId) -> bool {
        self == Self::Matches || self == Self::FailsOnly(facet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{context, directory};
    use crate::model::{ParliamentStatus, Structure};

    /// The ids that an address shows, in order.
    fn shown(address: &str, found: Option<&[usize]>) -> String {
        let directory = directory();
        let found = found.map(|found| found.iter().copied().map(MemberIdx::new));
        let found: Option<Vec<MemberIdx>> = found.map(Iterator::collect);
        let members = results(
            &context(&directory),
            &Query::parse(address),
            found.as_deref(),
        );
        let ids = members.iter().map(|&member| directory[member].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    }

    fn check(address: &str, expected: &str) {
        assert_eq!(shown(address, None), expected, "{address}");
    }

    #[test]
    fn facets_narrow_one_another_and_their_values_widen() {
        check("", "alb bel ela fen gor hal isk jun");
        check("region=north", "alb bel ela");
        check("region=north,isles", "alb bel ela hal isk jun");
        check("subregion=near-north", "alb");
        check("subregion=mainland-north", "alb bel");
        check("subregion=low-south", "fen gor hal");
        check("region=isles&subregion=far-north", "bel hal isk jun");
        check("region=south&subregion=low-south", "fen gor hal");
        check("status=observer", "ela jun");
        check("status=observer,member", "alb bel ela fen gor hal isk jun");
        check("only=gor,alb,zzz", "alb gor");
        check("only=gor,alb&region=south", "gor");
        check("structure=bicameral", "alb gor");
        check("structure=none", "fen");
        check("structure=unicameral,none", "bel ela fen hal isk");
        check("membership=member", "alb gor hal");
        check("membership=suspended", "bel");
        check("membership=unknown", "ela fen isk jun");
        check("joined=1960s", "alb bel isk");
        check("joined=unknown", "ela jun");
        check("joined=1970s,unknown", "ela fen gor jun");
        check("region=north&status=member&structure=bicameral", "alb");
        check("region=north&joined=1970s", "");
    }

    #[test]
    fn what_the_directory_does_not_know_chooses_nothing() {
        check("region=atlantis", "alb bel ela fen gor hal isk jun");
        check("region=atlantis,north", "alb bel ela");
        let mut directory = directory();
        directory.network.membership_filter = None;
        let query = Query::parse("membership=suspended");
        assert_eq!(results(&context(&directory), &query, None).len(), 8);
    }

    #[test]
    fn a_year_leaves_those_that_belonged_at_its_end() {
        check("year=1961", "alb bel isk");
        check("year=1973&region=south", "fen");
        check(
            "year=1979&structure=bicameral&sort=women",
            "alb bel fen gor isk",
        );
        check("year=2025", "alb bel fen gor hal isk");
        check("year=2026", "alb bel ela fen gor hal isk jun");
        check("year=1960", "alb bel ela fen gor hal isk jun");
        assert_eq!(shown("q=x&year=1973", Some(&[5, 3, 0, 2])), "fen alb");
    }

    #[test]
    fn a_former_member_passes_by_what_is_known_of_it() {
        let directory = directory();
        let context = context(&directory);
        for (address, passes) in [
            ("", true),
            ("region=north", true),
            ("region=south", false),
            ("subregion=near-north", false),
            ("status=member", true),
            ("status=observer", false),
            ("joined=1960s", true),
            ("joined=unknown", false),
        ] {
            let query = Query::parse(&format!("{address}&year=1975"));
            let shown = former_results(&context, &query, vec![FormerMemberIdx::new(0)]);
            assert_eq!(!shown.is_empty(), passes, "{address}");
        }
    }

    #[test]
    fn those_whose_date_is_not_known_are_counted_by_the_filters_in_force() {
        let directory = directory();
        let context = context(&directory);
        for (address, count) in [
            ("", 0),
            ("year=2026", 0),
            ("year=1975", 2),
            ("year=1975&region=north", 1),
            ("year=1975&region=south", 0),
            ("year=1975&status=member", 0),
        ] {
            let unknown_membership_count =
                unknown_membership_count(&context, &Query::parse(address), None);
            assert_eq!(unknown_membership_count, count, "{address}");
        }
        let query = Query::parse("q=x&year=1975");
        let found = [0, 7].map(MemberIdx::new);
        assert_eq!(unknown_membership_count(&context, &query, Some(&found)), 1);
    }

    #[test]
    fn orders_put_the_unknown_last_and_equals_by_name() {
        check("sort=joined", "bel alb isk fen gor hal ela jun");
        check("sort=seats", "alb ela bel hal isk fen gor jun");
        check("sort=women", "hal isk alb ela bel fen gor jun");
    }

    #[test]
    fn a_parliament_that_does_not_sit_is_filtered_as_such_and_ranks_nothing() {
        let mut directory = directory();
        let alb = directory.members[0].parliament.as_mut().unwrap();
        assert!(alb.chambers[0].seats.is_some() && alb.structure == Structure::Bicameral);
        alb.status = ParliamentStatus::Suspended;
        let shown = |address: &str| {
            let members = results(&context(&directory), &Query::parse(address), None);
            let ids = members.iter().map(|&member| directory[member].id.as_str());
            ids.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("structure=none"), "alb fen");
        assert_eq!(shown("structure=bicameral"), "gor");
        assert_eq!(shown("sort=seats"), "ela bel hal isk alb fen gor jun");
        assert_eq!(shown("sort=women"), "hal isk ela bel alb fen gor jun");
        let alb = &directory.members[0];
        assert_eq!((alb.seats(), alb.women_share()), (None, None));
    }

    #[test]
    fn what_was_found_keeps_its_rank_until_another_order_is_asked_for() {
        let found = Some([5, 99, 0, 2].as_slice());
        assert_eq!(shown("q=x", found), "hal alb ela");
        assert_eq!(shown("q=x&region=north", found), "alb ela");
        assert_eq!(shown("q=x&sort=seats", found), "alb ela hal");
        assert_eq!(shown("q=x", Some(&[])), "");
    }

    #[test]
    fn an_item_that_fails_one_facet_alone_counts_for_its_other_values() {
        let facets = [FacetId::Region, FacetId::Status, FacetId::Joined];
        let outcome = |matches: [bool; 3]| Outcome::new(facets.into_iter().zip(matches));
        assert_eq!(outcome([true, true, true]), Outcome::Matches);
        assert_eq!(
            outcome([true, false, true]),
            Outcome::FailsOnly(FacetId::Status)
        );
        assert_eq!(outcome([true, false, false]), Outcome::Fails);
        assert_eq!(outcome([false, false, false]), Outcome::Fails);
        let beside = |outcome: Outcome| facets.map(|facet| outcome.matches_all_but(facet));
        assert_eq!(beside(Outcome::Matches), [true, true, true]);
        assert_eq!(
            beside(Outcome::FailsOnly(FacetId::Status)),
            [false, true, false]
        );
        assert_eq!(beside(Outcome::Fails), [false, false, false]);
    }

    fn check_events(address: &str, expected: &str) {
        let directory = directory();
        let events = event_results(&context(&directory), &Query::parse(address), None);
        let ids = events.iter().map(|event| &*directory[*event].id);
        assert_eq!(ids.collect::<Vec<_>>().join(" "), expected, "{address}");
    }

    #[test]
    fn facets_of_events_narrow_one_another_and_their_values_widen() {
        check_events("", "first second talks online third lost");
        check_events("type=summit", "first second third");
        check_events("type=summit&state=held", "first second");
        check_events("period=1960s", "first second talks");
        check_events("period=1960s,2020s&type=meeting", "talks online lost");
        check_events("country=alb,yon", "first talks");
        check_events("organ=congress&country=hal", "third");
        check_events("region=north", "first");
        check_events("only=alb", "first online");
        check_events("only=alb,hal", "first online third lost");
        check_events("region=north,isles", "first third lost");
        check_events("state=cancelled,planned", "third lost");
        check_events("country=atlantis", "");
        check_events("region=atlantis", "first second talks online third lost");
    }

    #[test]
    fn the_best_match_stays_first_among_those_that_can_be_reached() {
        let directory = directory();
        let query = Query::parse("q=x&contact=unverified");
        let [hal, alb, jun] = [5, 0, 7].map(MemberIdx::new);
        let shown = results(&context(&directory), &query, Some(&[hal, alb, jun]));
        assert_eq!(shown, [hal, alb], "the last has no contact");
    }
}
