//! From one query to the next: what a link, a chip or a choice leads to.
//!
//! Each function leaves the query as it is and gives a new one. Where the set
//! on the map may lie elsewhere, the place to which the reader had moved the
//! map is dropped, so that the map frames the new set.

use super::{Colour, Layout, MapView, Order, Query};
use crate::Directory;
use crate::facets::FacetId;
use crate::model::MemberId;

impl Query {
    /// Only what decides which results there are and in what order: the same
    /// wherever the reader has moved the map, whatever is selected and while a
    /// filter is typed.
    #[must_use]
    pub fn result_key(&self) -> Self {
        Self {
            words: self.search_text().into_owned(),
            layout: Layout::default(),
            colour: Colour::default(),
            selected: None,
            list: Vec::new(),
            at: None,
            event: None,
            span: None,
            month: None,
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

    /// The value chosen in a facet, or no longer chosen. Chosen, it takes the
    /// place of those that it replaces.
    #[must_use]
    pub fn with_toggled(&self, directory: &Directory, facet: FacetId, value: &str) -> Self {
        let mut query = if facet.is_geographic() {
            self.without_map_view()
        } else {
            self.clone()
        };
        query.filters.toggle(directory, facet, value);
        query
    }

    /// The same results with this list.
    #[must_use]
    pub fn with_list(&self, list: Vec<MemberId>) -> Self {
        Self {
            list,
            ..self.clone()
        }
    }

    /// The same results with a member put onto the list, or taken off it.
    #[must_use]
    pub fn with_toggled_on_list(&self, member: &MemberId) -> Self {
        let mut list = self.list.clone();
        match list.iter().position(|other| other == member) {
            Some(place) => drop(list.remove(place)),
            None => list.push(member.clone()),
        }
        self.with_list(list)
    }

    /// Those on the list and nothing else, with the same list.
    #[must_use]
    pub fn of_list(&self) -> Self {
        let mut query = Self::default().with_list(self.list.clone());
        for member in &self.list {
            query.filters.choose(FacetId::Only, member.as_str());
        }
        query
    }

    /// The same filters at the end of a year, or today, but for those by facts
    /// of today. The map stays where it is, so that two years can be compared on
    /// it.
    #[must_use]
    pub fn with_year(&self, year: Option<u16>) -> Self {
        let query = Self {
            year,
            ..self.clone()
        };
        query.in_its_year()
    }

    /// The same results with this member selected.
    #[must_use]
    pub fn with_selected(&self, id: &MemberId) -> Self {
        let selected = Some(id.clone());
        Self {
            selected,
            ..self.clone()
        }
    }

    /// The same as it was in an edition.
    #[must_use]
    pub fn with_edition(&self, version: &str) -> Self {
        Self {
            edition: version.to_owned(),
            ..self.clone()
        }
    }

    /// The same results in another order.
    #[must_use]
    pub fn with_order(&self, order: Order) -> Self {
        Self {
            order,
            ..self.clone()
        }
    }

    /// The same results laid out otherwise.
    #[must_use]
    pub fn with_layout(&self, layout: Layout) -> Self {
        Self {
            layout,
            ..self.clone()
        }
    }

    /// The same results in other colours.
    #[must_use]
    pub fn with_colour(&self, facet: FacetId) -> Self {
        Self {
            colour: Colour(facet),
            ..self.clone()
        }
    }

    /// The same results with the map moved there; its zoom is brought into
    /// [`MapView::ZOOM`].
    #[must_use]
    pub fn with_map_view(&self, at: MapView) -> Self {
        let at = Some(at.clamped());
        Self { at, ..self.clone() }
    }

    /// The same results with the map as it frames them.
    #[must_use]
    pub fn without_map_view(&self) -> Self {
        Self {
            at: None,
            ..self.clone()
        }
    }

    /// Everything again, in the same order, layout and selection.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            order: self.order,
            layout: self.layout,
            colour: self.colour,
            selected: self.selected.clone(),
            list: self.list.clone(),
            event: self.event.clone(),
            span: self.span,
            month: self.month,
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
            move |query: &Query| query.with_toggled(directory, FacetId::Region, id)
        };
        let sub_region = |id: &'static str| {
            let directory = &directory;
            move |query: &Query| query.with_toggled(directory, FacetId::SubRegion, id)
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
        let north = |query: &Query| query.with_toggled(&directory, FacetId::Region, "north");
        let coast =
            |query: &Query| query.with_toggled(&directory, FacetId::SubRegion, "frost-coast");
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
            |query| query.with_order(Order::Seats),
            "sort=seats&at=1_2_300",
        );
        check(
            at,
            |query| query.with_layout(Layout::Map),
            "view=map&at=1_2_300",
        );
        let id = directory.members[0].id.clone();
        check(
            at,
            |query| query.with_selected(&id),
            "selected=alb&at=1_2_300",
        );
        let view = |zoom| MapView { x: -5, y: 6, zoom };
        check(at, |query| query.with_map_view(view(400)), "at=-5_6_400");
        check(at, |query| query.with_map_view(view(7)), "at=-5_6_100");
        check(
            at,
            |query| query.with_year(Some(1975)),
            "year=1975&at=1_2_300",
        );
        check("year=1975", |query| query.with_year(None), "");
        check(at, Query::without_map_view, "");
    }

    #[test]
    fn members_come_onto_the_list_in_their_order_and_go_off_it() {
        let hal: MemberId = "hal".parse().unwrap();
        let toggle = |query: &Query| query.with_toggled_on_list(&hal);
        check("region=north", toggle, "region=north&members=hal");
        check("members=isk,alb", toggle, "members=isk,alb,hal");
        check("members=isk,hal,alb", toggle, "members=isk,alb");
        check(
            "q=x&members=isk,hal",
            Query::of_list,
            "only=hal,isk&members=isk,hal",
        );
        check("q=x&members=isk", Query::cleared, "members=isk");
    }

    #[test]
    fn a_second_choice_undoes_the_first() {
        let directory = directory();
        for (facet, value, text) in [
            (FacetId::Status, "observer", "status=observer"),
            (FacetId::Structure, "bicameral", "structure=bicameral"),
            (FacetId::Membership, "suspended", "membership=suspended"),
            (FacetId::Joined, "1960s", "joined=1960s"),
            (FacetId::Joined, "unknown", "joined=unknown"),
        ] {
            let change = |query: &Query| query.with_toggled(&directory, facet, value);
            check("", change, text);
            check(text, change, "");
        }
    }

    #[test]
    fn clearing_drops_what_narrows_and_keeps_the_rest() {
        let all = "q=x&region=north&subregion=low-south&status=member&structure=none\
                   &membership=member&joined=1960s&sort=seats&view=table&selected=alb\
                   &at=1_2_300";
        check(all, Query::cleared, "sort=seats&view=table&selected=alb");
        let past = "q=x&region=north&year=1975&sort=joined";
        check(past, Query::cleared, "sort=joined");
    }

    #[test]
    fn a_year_drops_what_asks_for_facts_of_today() {
        let today = "region=north&status=member&structure=none&membership=member&joined=1960s\
                     &contact=email&data=no-seats&sort=seats";
        let then = "region=north&status=member&joined=1960s";
        check(
            today,
            |query| query.with_year(Some(1975)),
            &format!("{then}&year=1975"),
        );
        check(
            &format!("{today}&year=1975"),
            |query| query.with_year(None),
            then,
        );
        check(
            "sort=joined",
            |query| query.with_year(Some(1975)),
            "year=1975&sort=joined",
        );
    }
}
