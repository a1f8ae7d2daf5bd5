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
pub mod date;
pub mod directory;
pub mod finding;
pub mod licences;
pub mod query;
pub mod rules;
pub mod shapes;
pub mod words;

pub use canonical::canonical;
pub use check::check;
pub use date::PartialDate;
pub use directory::Directory;
pub use finding::Finding;
pub use query::Query;
