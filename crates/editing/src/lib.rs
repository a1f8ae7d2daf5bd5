//! What those who keep the data need: the files as they are written, reading
//! them into a [`directory::Directory`], rules and findings, the canonical
//! form, licences, correction forms, tables of facts. No browser, no files, no clock.
#![warn(missing_docs)]
#![deny(clippy::unwrap_used)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")
)]

pub mod canonical;
pub mod catalogue;
pub mod check;
pub mod collation;
pub mod correction_form;
pub mod editions;
mod encoding;
mod files;
pub mod finding;
mod han_variants;
pub mod import;
mod json;
pub mod licences;
mod load;
pub mod new_network;
mod positions;
pub mod prune;
mod read;
pub mod records;
pub mod rules;
pub mod schema;
mod signs;
pub mod translatable;

pub use canonical::canonical;
pub use check::check;
pub use encoding::decode;
pub use files::{DataFiles, FILES, FINE_MAP, TEXTS, texts_of};
pub use finding::{Finding, Position};
pub use load::{read, read_fine_map, read_for_language};
