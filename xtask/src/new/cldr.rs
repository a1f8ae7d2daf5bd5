//! Names, codes and regions of states, from two packages of npm.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use directory::Catalogue;
use editing::new_network::{CLDR_VERSION, Territories};

use crate::npm_package::NpmPackage;

const CORE: NpmPackage = NpmPackage {
    name: "cldr-core",
    version: CLDR_VERSION,
    integrity: "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==",
};

const NAMES: NpmPackage = NpmPackage {
    name: "cldr-localenames-full",
    version: CLDR_VERSION,
    integrity: "sha512-4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==",
};

/// The states of CLDR with their names in these languages, and in English, in
/// which they stand in addresses.
///
/// # Errors
/// A package cannot be fetched, or lacks a language.
pub fn territories(languages: &[Catalogue]) -> Result<Territories> {
    let (core, names) = (CORE.fetch()?, NAMES.fetch()?);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).context("a file of CLDR is not UTF-8");
    let supplemental = |name: &str| text(core.read_known(&format!("supplemental/{name}.json"))?);
    let mut texts = BTreeMap::new();
    let wanted = languages.iter();
    let wanted = wanted.map(|words| (words.language_code(), words.language_locale()));
    for (language, locale) in [("en", "en")].into_iter().chain(wanted) {
        let file = |locale: &str| format!("main/{locale}/territories.json");
        // pt-PT has names of its own, fr-FR has not.
        let found = match names.read(&file(locale))? {
            Some(bytes) => bytes,
            None => names.read_known(&file(language))?,
        };
        texts.insert(language.to_owned(), text(found)?);
    }
    let [codes, regions] = ["codeMappings", "territoryContainment"].map(supplemental);
    Territories::read(&codes?, &regions?, &texts).context("CLDR has another form than expected")
}
