//! What a directory of a parliamentary network knows: the sound model, and
//! what is asked of it: queries, facets, search, timeline, map, words. No
//! browser, no files, no clock.
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

pub mod catalogue;
pub mod chips;
pub mod citation;
pub mod colouring;
pub mod completeness;
pub mod contacts;
pub mod date;
pub mod export;
pub mod facet_counts;
pub mod facets;
pub mod insights;
pub mod labels;
pub mod map;
pub mod membership;
pub mod model;
pub mod order;
pub mod query;
mod regions;
pub mod results;
pub mod search;
pub mod seats;
pub mod sentence;
mod sin_cos;
pub mod snapshot;
pub mod sorted_set;
pub mod timeline;
pub mod typed_filters;
pub mod vocabulary;

#[cfg(any(test, feature = "fixture"))]
pub mod fixture;

pub use catalogue::Catalogue;
pub use date::PartialDate;
pub use model::Directory;
pub use query::Query;
pub use sorted_set::SortedSet;
