//! What a directory of a parliamentary network knows: types, findings,
//! search, facets, geometry. No browser, no files, no clock.
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

pub mod canonical;
pub mod check;
pub mod chips;
pub mod date;
pub mod directory;
pub mod export;
pub mod facets;
pub mod finding;
pub mod labels;
mod letters;
pub mod licences;
pub mod map;
pub mod order;
pub mod ordered;
pub mod query;
mod regions;
pub mod results;
pub mod rules;
pub mod search;
pub mod seats;
pub mod sentence;
pub mod shapes;
mod sorted;
mod turned;
pub mod vocabulary;
pub mod words;

#[cfg(test)]
mod fixture;

pub use canonical::canonical;
pub use check::check;
pub use date::PartialDate;
pub use directory::Directory;
pub use finding::Finding;
pub use ordered::Ordered;
pub use query::Query;
