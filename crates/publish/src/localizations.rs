//! The site in each of its languages.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, ensure};
use directory::Catalogue;
use directory::catalogue::SiteLanguage;
use editing::Finding;
use editing::catalogue;
use editing::collation::collator_for;
use editing::{DataFiles, FILES, texts_of};
use hemicycle::{Page, Site};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

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

/// The site of the data in a folder, in each language that network.json names,
/// with the catalogues of another.
///
/// # Errors
/// A file cannot be read or is not valid.
pub fn read(data: &Path, locales: &Path) -> Result<Vec<Localization>> {
    let mut files = DataFiles::new();
    for file in FILES {
        files.insert(file.to_owned(), text_of(&data.join(file))?);
    }
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
        catalogues.push(words.with_context(|| path.display().to_string())?);
    }
    let site_languages: Vec<SiteLanguage> = catalogues
        .iter()
        .map(SiteLanguage::from_catalogue)
        .collect();
    let localizations = catalogues.into_iter().enumerate().map(|(place, words)| {
        let language = words.language_code().to_owned();
        let mut files = files.clone();
        let mut texts = DataFiles::new();
        for file in texts_of(&language) {
            let path = data.join(&file);
            if path.is_file() {
                texts.insert(file, text_of(&path)?);
            }
        }
        files.extend(texts.clone());
        Ok(Localization {
            site: site(words, &files, site_languages.clone())?,
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

/// The site in the language of `words`.
fn site(
    words: Catalogue,
    files: &DataFiles,
    site_languages: Vec<SiteLanguage>,
) -> Result<&'static Site> {
    let compare = collator_for(words.language_locale());
    let (directory, findings) = editing::read_for_language(&Arc::new(words), &compare, files)
        .map_err(|findings| anyhow!(joined(&findings)))?;
    ensure!(findings.is_empty(), joined(&findings));
    let directory = Box::leak(Box::new(directory));
    let nfkd_lowercase = |text: &str| text.nfkd().collect::<String>().to_lowercase();
    let site = Site::new(directory, nfkd_lowercase, site_languages, Vec::new());
    Ok(Box::leak(Box::new(site)))
}
