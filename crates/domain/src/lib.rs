//! What a directory of a parliamentary network knows: types, findings,
//! search, facets, geometry. No browser, no files, no clock.
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

#[cfg(not(target_arch = "wasm32"))]
pub mod canonical;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod chips;
#[cfg(not(target_arch = "wasm32"))]
pub mod collation;
pub mod contacts;
pub mod date;
pub mod directory;
pub mod export;
pub mod facets;
pub mod finding;
pub mod labels;
mod letters;
#[cfg(not(target_arch = "wasm32"))]
pub mod licences;
pub mod map;
pub mod membership;
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
#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;
mod sorted;
pub mod timeline;
mod turned;
pub mod vocabulary;
pub mod words;

#[cfg(test)]
mod fixture;

#[cfg(not(target_arch = "wasm32"))]
pub use canonical::canonical;
#[cfg(not(target_arch = "wasm32"))]
pub use check::check;
pub use date::PartialDate;
pub use directory::Directory;
pub use finding::Finding;
pub use ordered::Ordered;
pub use query::Query;
pub use words::Words;
