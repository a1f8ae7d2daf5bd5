//! What the address asks for: words, filters, order, layout and selection.

mod events;
mod links;
mod text;
mod words;

use crate::facets::{FacetId, Filters, MEMBER_FACETS};
use crate::model::{Member, MemberId};
use crate::snapshot::Part;
use crate::{Directory, PartialDate};

pub use events::Span;
pub(crate) use text::ESCAPED;
pub use text::{QueryText, parameters};
pub(crate) use words::kept;
pub use words::{TypedFilter, words};

/// What a reader asked for. The default is everything, by name, as a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// `q`: what stands in the search box.
    pub words: String,
    /// What is chosen in the facets, of members and of events.
    pub filters: Filters,
    /// `year`: who belonged at its end; none for today.
    pub year: Option<u16>,
    /// `sort`.
    pub order: Order,
    /// `view`.
    pub layout: Layout,
    /// `colour`: what members are coloured by, one of [`crate::colouring::COLOURINGS`].
    pub colour: Colour,
    /// `selected`: marked in list and map at once.
    pub selected: Option<MemberId>,
    /// `members`: those on the reader's list, in the order in which they came
    /// onto it: what is compared and taken along.
    pub list: Vec<MemberId>,
    /// `at`: where the reader has moved the map.
    pub at: Option<MapView>,
    /// `event`: marked on the time line and in the list at once.
    pub event: Option<String>,
    /// `span`: the part of the time line that is shown.
    pub span: Option<Span>,
    /// `month`: the month that is shown.
    pub month: Option<PartialDate>,
    /// `edition`: the number of the edition whose data are shown, as it was
    /// written; empty for the newest.
    pub edition: String,
}

impl Query {
    /// The members on the reader's list, in its order; who is not in the
    /// directory is nobody.
    pub fn listed<'a>(&self, directory: &'a Directory) -> Vec<&'a Member> {
        let members = self.list.iter();
        members.filter_map(|id| directory.member(id)).collect()
    }

    /// The parts of the snapshot that are needed to say what is shown, beside
    /// those of the page.
    pub fn parts(&self) -> Vec<Part> {
        let chosen = MEMBER_FACETS
            .iter()
            .filter(|facet| self.filters.any_in(facet.id));
        let of_filters = chosen.filter_map(|facet| facet.behaviour.part);
        let of_colour = self.colour.0.facet().behaviour.part;
        let of_filters = of_filters.chain(of_colour);
        of_filters.chain(self.year.map(|_| Part::Sources)).collect()
    }

    /// Without what asks for facts of today, where it has a year: the directory
    /// does not know how a parliament was then.
    fn in_its_year(mut self) -> Self {
        if self.year.is_some() {
            self.filters.retain(|facet| !facet.is_of_today());
            if self.order.is_of_today() {
                self.order = Order::default();
            }
            if self.colour.0.is_of_today() {
                self.colour = Colour::default();
            }
        }
        self
    }
}

/// What members are coloured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub FacetId);

impl Default for Colour {
    fn default() -> Self {
        Self(FacetId::Region)
    }
}

/// Order of the results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// By name; best match first while there are words.
    #[default]
    Name,
    /// Earliest first.
    Joined,
    /// Most first.
    Seats,
    /// Largest share first.
    Women,
}

impl Order {
    /// Whether it is by figures that are known for today alone.
    pub fn is_of_today(self) -> bool {
        matches!(self, Self::Seats | Self::Women)
    }
}

/// How the results are laid out. On a phone `Map` is the second tab; on wide
/// screens list and map stand side by side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Layout {
    #[default]
    List,
    Table,
    Map,
    /// Of events: month by month.
    Month,
}

/// Where the reader has moved the map: a point of the map and a zoom.
///
/// Kept in whole map units and hundredths of zoom, so that the text in the
/// address stands for exactly one view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MapView {
    /// Centre, map units.
    pub x: i32,
    /// Centre, map units.
    pub y: i32,
    /// Times the scale at which the whole network fits, in hundredths: 100 to 3200.
    pub zoom: u16,
}
