//! Strange inputs for each door by which text comes in from outside.
//!
//! A door has one file: what goes in, and what it promises whatever that is.
//! `cargo xtask fuzz` runs them; docs/fuzzing.md tells what to do with what it finds.
#![warn(missing_docs)]

mod address;
mod catalogue;
mod choices;
mod correction_form;
mod data_file;
mod date;
mod door;
mod files;
mod import;
mod search;
mod snapshot;
mod walk;

pub use door::{Door, LONGEST_TIME};

/// All doors.
pub const DOORS: [Door; 8] = [
    data_file::DOOR,
    correction_form::DOOR,
    import::DOOR,
    address::DOOR,
    date::DOOR,
    search::DOOR,
    snapshot::DOOR,
    catalogue::DOOR,
];
