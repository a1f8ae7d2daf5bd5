//! From one query to the next: what a link, a chip or a choice leads to.
//!
//! Each function leaves the query as it is and gives a new one. Where the set
//! on the map may lie elsewhere, the place to which the reader had moved the
//! map is dropped, so that the map frames the new set.

use super::{ContactFilter, MapView, MembershipGroup, Order, Query, StructureGroup, View};
use crate::model::{MemberId, Status};
use crate::regions::{home_of, lies_in, region_idx, sub_region_idx};
use crate::{Directory, Ordered};

impl Query {
    /// Whether there is anything to search for; blanks alone are nothing.
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// Only what decides which results there are and in what order: the same
    /// wherever the reader has moved the map and whatever is selected.
    #[must_use]
    pub fn result_key(&self) -> Self {
        Self {
            view: View::default(),
            selected: None,
            chosen: Ordered::default(),
            at: None,
            event: None,
            span: None,
            ..self.clone()
        }
    }

    /// The same filters with other words, kept as they were typed.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Self {
        let at = self.at.filter(|_| words == self.words);
        let words = words.to_owned();
        Self {
            words,
            at,
            ..self.clone()
        }
    }

    /// The same filters without words.
    #[must_use]
    pub fn without_words(&self) -> Self {
        self.with_words("")
    }

    /// The region with this id chosen, or no longer chosen. Chosen, it takes
    /// the place of the sub-regions under it.
    #[must_use]
    pub fn toggling_region(&self, directory: &Directory, id: &str) -> Self {
        let mut query = self.reset_view();
        if query.regions.toggle(id.to_owned()) {
            let region = region_idx(&directory.network, id);
            query.sub_regions.retain(|id| {
                let sub_region = sub_region_idx(&directory.network, id);
                sub_region.and_then(|one| home_of(directory, one)) != region
            });
        }
        query
    }

    /// The sub-region with this id chosen, or no longer chosen. Chosen, it
    /// takes the place of the region above it, and of the sub-regions that
    /// hold it or lie in it.
    #[must_use]
    pub fn toggling_sub_region(&self, directory: &Directory, id: &str) -> Self {
        let network = &directory.network;
        let mut query = self.reset_view();
        if query.sub_regions.toggle(id.to_owned())
            && let Some(sub_region) = sub_region_idx(network, id)
        {
            if let Some(home) = home_of(directory, sub_region) {
                query.regions.retain(|id| *id != network[home].id);
            }
            query.sub_regions.retain(|other_id| {
                let other = sub_region_idx(network, other_id);
                let overlaps = other.is_some_and(|other| {
                    lies_in(network, sub_region, other) || lies_in(network, other, sub_region)
                });
                other_id == id || !overlaps
            });
        }
        query
    }

    /// The status chosen, or no longer chosen.
    #[must_use]
    pub fn toggling_status(&self, status: Status) -> Self {
        let mut query = self.clone();
        query.statuses.toggle(status);
        query
    }

    /// The structure chosen, or no longer chosen.
    #[must_use]
    pub fn toggling_structure(&self, structure: StructureGroup) -> Self {
        let mut query = self.clone();
        query.structures.toggle(structure);
        query
    }

    /// The standing chosen, or no longer chosen.
    #[must_use]
    pub fn toggling_membership(&self, membership: MembershipGroup) -> Self {
        let mut query = self.clone();
        query.memberships.toggle(membership);
        query
    }

    /// The decade chosen, or no longer chosen; none for members without a
    /// date of joining.
    #[must_use]
    pub fn toggling_decade(&self, decade: Option<u16>) -> Self {
        let mut query = self.clone();
        query.decades.toggle(decade);
        query
    }

    /// The way of reaching chosen, or no longer chosen.
    #[must_use]
    pub fn toggling_contact(&self, reach: ContactFilter) -> Self {
        let mut query = self.clone();
        query.contacts.toggle(reach);
        query
    }

    /// The same results with the contacts of these members taken along.
    #[must_use]
    pub fn choosing(&self, chosen: Ordered<String>) -> Self {
        Self {
            chosen,
            ..self.clone()
        }
    }

    /// The same filters at the end of a year, or today. The map stays where it
    /// is, so that two years can be compared on it.
    #[must_use]
    pub fn in_year(&self, year: Option<u16>) -> Self {
        Self {
            year,
            ..self.clone()
        }
    }

    /// The same results with this member selected.
    #[must_use]
    pub fn selecting(&self, id: &MemberId) -> Self {
        let selected = Some(id.clone());
        Self {
            selected,
            ..self.clone()
        }
    }

    /// The same results in another order.
    #[must_use]
    pub fn sorted(&self, order: Order) -> Self {
        Self {
            order,
            ..self.clone()
        }
    }

    /// The same results laid out otherwise.
    #[must_use]
    pub fn viewed_as(&self, view: View) -> Self {
        Self {
            view,
            ..self.clone()
        }
    }

    /// The same results with the map moved there; its zoom is brought into
    /// [`MapView::ZOOM`].
    #[must_use]
    pub fn moved_to(&self, at: MapView) -> Self {
        let at = Some(at.clamped());
        Self { at, ..self.clone() }
    }

    /// The same results with the map as it frames them.
    #[must_use]
    pub fn reset_view(&self) -> Self {
        Self {
            at: None,
            ..self.clone()
        }
    }

    /// Everything again, in the same order, view and selection.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            order: self.order,
            view: self.view,
            selected: self.selected.clone(),
            chosen: self.chosen.clone(),
            event: self.event.clone(),
            span: self.span,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    /// `change` leads from one address to the other.
    fn check(from: &str, change: impl Fn(&Query) -> Query, to: &str) {
        assert_eq!(change(&Query::parse(from)).to_string(), to, "from {from}");
    }

    #[test]
    fn a_region_takes_the_place_of_its_sub_regions_and_the_other_way_round() {
        let directory = directory();
        let region = |id: &'static str| {
            let directory = &directory;
            move |query: &Query| query.toggling_region(directory, id)
        };
        let sub_region = |id: &'static str| {
            let directory = &directory;
            move |query: &Query| query.toggling_sub_region(directory, id)
        };
        check("", region("north"), "region=north");
        check("region=north", region("north"), "");
        check("region=isles", region("north"), "region=isles,north");
        check(
            "subregion=near-north,low-south",
            region("north"),
            "region=north&subregion=low-south",
        );
        check(
            "subregion=low-south",
            region("isles"),
            "region=isles&subregion=low-south",
        );
        check(
            "region=north",
            sub_region("far-north"),
            "subregion=far-north",
        );
        check(
            "region=north,south",
            sub_region("far-north"),
            "region=south&subregion=far-north",
        );
        check("subregion=far-north", sub_region("far-north"), "");
        check(
            "subregion=mainland-north,low-south",
            sub_region("far-north"),
            "subregion=far-north,low-south",
        );
        check(
            "subregion=far-north,frost-coast,near-north",
            sub_region("mainland-north"),
            "subregion=frost-coast,mainland-north",
        );
    }

    #[test]
    fn the_map_moves_freely_only_where_the_set_may_lie_elsewhere() {
        let directory = directory();
        let at = "at=1_2_300";
        let north = |query: &Query| query.toggling_region(&directory, "north");
        let coast = |query: &Query| query.toggling_sub_region(&directory, "frost-coast");
        check(at, north, "region=north");
        check(at, coast, "subregion=frost-coast");
        check(at, |query| query.with_words("x"), "q=x");
        check("q=x&at=1_2_300", Query::without_words, "");
        check(
            "q=x&at=1_2_300",
            |query| query.with_words("x"),
            "q=x&at=1_2_300",
        );
        check(
            at,
            |query| query.sorted(Order::Seats),
            "sort=seats&at=1_2_300",
        );
        check(
            at,
            |query| query.viewed_as(View::Map),
            "view=map&at=1_2_300",
        );
        let id = directory.members[0].id.clone();
        check(at, |query| query.selecting(&id), "selected=alb&at=1_2_300");
        let view = |zoom| MapView { x: -5, y: 6, zoom };
        check(at, |query| query.moved_to(view(400)), "at=-5_6_400");
        check(at, |query| query.moved_to(view(7)), "at=-5_6_100");
        check(
            at,
            |query| query.in_year(Some(1975)),
            "year=1975&at=1_2_300",
        );
        check("year=1975", |query| query.in_year(None), "");
        check(at, Query::reset_view, "");
    }

    #[test]
    fn a_second_choice_undoes_the_first() {
        let status = |query: &Query| query.toggling_status(Status::Observer);
        let structure = |query: &Query| query.toggling_structure(StructureGroup::Bicameral);
        let membership = |query: &Query| query.toggling_membership(MembershipGroup::Suspended);
        let decade = |query: &Query| query.toggling_decade(Some(1960));
        let undated = |query: &Query| query.toggling_decade(None);
        for (change, text) in [
            (&status as &dyn Fn(&Query) -> Query, "status=observer"),
            (&structure, "structure=bicameral"),
            (&membership, "membership=suspended"),
            (&decade, "joined=1960s"),
            (&undated, "joined=unknown"),
        ] {
            check("", change, text);
            check(text, change, "");
        }
    }

    #[test]
    fn clearing_drops_what_narrows_and_keeps_the_rest() {
        let all = "q=x&region=north&subregion=low-south&status=member&structure=none\
                   &membership=member&joined=1960s&year=1975&sort=seats&view=table&selected=alb\
                   &at=1_2_300";
        check(all, Query::cleared, "sort=seats&view=table&selected=alb");
    }
}
