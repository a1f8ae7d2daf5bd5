//! What the figures of many members say together: averages, ranks, spans.
//!
//! Whatever is counted here is counted of a [`Group`], which is what a query
//! shows, so that each number has a link to exactly those it counts. A
//! parliament that does not sit has no figures and is in no average
//! ([`crate::model::ParliamentStatus::sits`]).

mod averages;
mod ranking;
mod scale;

use crate::facets::{FacetContext, FacetId};
use crate::model::{Directory, Member, MemberIdx, Status};
use crate::query::Query;
use crate::results::results;
use crate::vocabulary::{STATUS, as_str};

pub use averages::{Average, ChamberGroup};
pub use ranking::{Rank, median, ranking};
pub use scale::{LogScale, ticks};

/// Some members, and the query that shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Shows exactly these.
    pub query: Query,
    /// By name.
    pub members: Vec<MemberIdx>,
}

impl Group {
    /// All that have one of the values chosen in each facet.
    pub fn new(context: &FacetContext, choices: &[(FacetId, &str)]) -> Self {
        Self::default_of(context, Query::default()).narrowed(context, choices)
    }

    /// The states of a status.
    pub fn of_status(context: &FacetContext, status: Status) -> Self {
        Self::new(context, &[(FacetId::Status, as_str(STATUS, &status))])
    }

    /// Those of it that have one of the values chosen in each facet.
    #[must_use]
    pub fn narrowed(&self, context: &FacetContext, choices: &[(FacetId, &str)]) -> Self {
        let mut query = self.query.clone();
        for (facet, value) in choices {
            query.filters.choose(*facet, value);
        }
        Self::default_of(context, query)
    }

    fn default_of(context: &FacetContext, query: Query) -> Self {
        Self {
            members: results(context, &query, None),
            query,
        }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.members.len()
    }

    /// They themselves.
    pub fn each<'a>(&self, directory: &'a Directory) -> impl Iterator<Item = &'a Member> {
        self.members.iter().map(|member| &directory[*member])
    }
}
