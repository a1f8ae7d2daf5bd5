//! The data files: their names, and their texts.

use std::collections::BTreeMap;

pub use directory::vocabulary::FILES;

/// The folder of the translations of the data.
pub const TEXTS: &str = "texts";

/// The map for who zooms in; a network need not have it.
pub const FINE_MAP: &str = "fine-map.json";

/// The text of the data files that could be fetched, by file name.
pub type DataFiles = BTreeMap<String, String>;

/// The files with the translations of the data into a language: of the
/// directory, and of the events.
pub fn texts_of(language: &str) -> [String; 2] {
    ["", "-events"].map(|part| format!("{TEXTS}/{language}{part}.json"))
}
