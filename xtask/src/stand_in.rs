//! Stands in for the rules of the domain until they are there.

#![expect(clippy::result_large_err, reason = "as the functions it stands for")]

use domain::directory::DataFiles;
use domain::{Directory, Finding};

/// The records under one licence.
pub struct LicenceGroup {
    /// Group of the licence.
    pub licence: String,
    /// The records.
    pub records: Vec<String>,
}

/// As `domain::check`.
pub fn check(_: &DataFiles) -> Vec<Finding> {
    Vec::new()
}

/// As `domain::canonical::canonical`.
#[expect(clippy::unnecessary_wraps, reason = "as the function it stands for")]
pub fn canonical(_: &str, text: &str) -> Result<String, Finding> {
    Ok(text.to_owned())
}

/// As `domain::licences::by_licence`.
pub fn by_licence(_: &Directory) -> Vec<LicenceGroup> {
    Vec::new()
}

/// As `domain::licences::without_source`.
#[expect(clippy::unnecessary_wraps, reason = "as the function it stands for")]
pub fn without_source(_: &str, text: &str, _: &str) -> Result<String, Finding> {
    Ok(text.to_owned())
}
