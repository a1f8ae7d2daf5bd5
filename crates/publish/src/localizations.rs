//! The site in each of its languages.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, ensure};
use directory::catalogue::SiteLanguage;
use directory::model::Edition;
use directory::{Catalogue, Directory};
use editing::Finding;
use editing::catalogue;
use editing::collation::collator_for;
use editing::{DataFiles, texts_of};
use hemicycle::{Page, Site};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::editions::Editions;
use crate::files::read as text_of;

/// The site in one language.
pub struct Localization {
    /// What its pages are made from; lives as long as this program.
    pub site: &'static Site,
    /// Its folder below the site's: empty for the network's own language,
    /// `fr/` for another.
    pub folder: String,
    /// The files with the translations of the data, by name.
    pub texts: DataFiles,
}

impl Localization {
    /// Its language, BCP 47.
    pub fn language(&self) -> &'static str {
        self.site.directory.language()
    }

    /// What it says beside the data.
    pub fn words(&self) -> &'static Catalogue {
        &self.site.directory.catalogue
    }

    /// An address in it, below the site's folder.
    pub fn at(&self, address: &str) -> String {
        format!("{}{address}", self.folder)
    }

    /// The address of a page in it, below the site's folder.
    pub fn address(&self, page: Page) -> String {
        self.at(&page.path())
    }

    /// What the program has to know to lead to it.
    pub fn site_language(&self) -> SiteLanguage {
        SiteLanguage::from_catalogue(self.words())
    }
}

/// The site of the newest edition, in each language that its network.json names,
/// with the catalogues of a folder.
///
/// # Errors
/// A file cannot be read or is not valid.
pub fn read(editions: &Editions, locales: &Path) -> Result<Vec<Localization>> {
    let files = &editions.newest;
    let network: Value = serde_json::from_str(&files["network.json"]).context("network.json")?;
    let languages = network["languages"].as_array();
    let languages = languages.context("network.json names no languages")?;
    let languages: Vec<&str> = languages.iter().filter_map(Value::as_str).collect();
    let mut catalogues = Vec::new();
    for language in &languages {
        let path = locales.join(format!("{language}.json"));
        let catalogue = text_of(&path)?;
        let findings = catalogue::check(&path.to_string_lossy(), &catalogue);
        ensure!(findings.is_empty(), joined(&findings));
        let words = Catalogue::read(&catalogue).map_err(|problem| anyhow!(problem));
        let words = words.with_context(|| path.display().to_string())?;
        catalogues.push(Arc::new(words));
    }
    in_languages(files, catalogues, &languages, &editions.listed)
}

/// The site of another edition, which has all its files, in the languages of the
/// `newest`.
///
/// # Errors
/// A file is missing, or not valid as the newest has to be.
pub fn of_edition(files: &DataFiles, newest: &[Localization]) -> Result<Vec<Localization>> {
    let network = &newest[0].site.directory.network;
    let languages: Vec<&str> = network.languages.iter().map(String::as_str).collect();
    let catalogues = newest
        .iter()
        .map(|one| Arc::clone(&one.site.directory.catalogue))
        .collect();
    in_languages(files, catalogues, &languages, &network.editions)
}

/// The site of these data with each of the catalogues, those of `languages`.
fn in_languages(
    files: &DataFiles,
    catalogues: Vec<Arc<Catalogue>>,
    languages: &[&str],
    editions: &[Edition],
) -> Result<Vec<Localization>> {
    let site_languages: Vec<SiteLanguage> = catalogues
        .iter()
        .map(|words| SiteLanguage::from_catalogue(words))
        .collect();
    let localizations = catalogues.into_iter().enumerate().map(|(place, words)| {
        let language = words.language_code().to_owned();
        let texts = texts_of(&language);
        let texts = texts.iter().filter_map(|file| files.get_key_value(file));
        let texts: DataFiles = texts
            .map(|(file, text)| (file.clone(), text.clone()))
            .collect();
        let mut directory = directory(&words, files)?;
        let network = &mut directory.network;
        network.languages = languages.iter().map(|&code| code.to_owned()).collect();
        network.editions = editions.to_vec();
        Ok(Localization {
            site: site(directory, site_languages.clone()),
            folder: if place == 0 {
                String::new()
            } else {
                format!("{language}/")
            },
            texts,
        })
    });
    localizations.collect()
}

/// All findings, one below the other.
fn joined(findings: &[Finding]) -> String {
    let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
    findings.join("\n")
}

/// The directory in the language of `words`.
fn directory(words: &Arc<Catalogue>, files: &DataFiles) -> Result<Directory> {
    let compare = collator_for(words.language_locale());
    let (directory, findings) = editing::read_for_language(words, &compare, files)
        .map_err(|findings| anyhow!(joined(&findings)))?;
    ensure!(findings.is_empty(), joined(&findings));
    Ok(directory)
}

/// The site of a directory, which lives as long as this program.
fn site(directory: Directory, site_languages: Vec<SiteLanguage>) -> &'static Site {
    let directory = Box::leak(Box::new(directory));
    let nfkd_lowercase = |text: &str| text.nfkd().collect::<String>().to_lowercase();
    let site = Site::new(directory, nfkd_lowercase, site_languages, Vec::new());
    Box::leak(Box::new(site))
}
