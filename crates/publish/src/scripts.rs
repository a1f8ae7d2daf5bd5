//! The scripts that start and keep the program, with the list that each needs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::editions::Edition;
use crate::files::{Asset, Files};

/// Starts the program.
const BOOT: &str = include_str!("../../../js/boot.js");
/// Keeps the site for reading without a network.
pub const OFFLINE: &str = include_str!("../../../js/offline.js");
/// The service worker.
const WORKER: &str = include_str!("../../../js/sw.js");
/// What takes its place where nothing shall be kept any more.
pub const WORKER_OFF: &str = include_str!("../../../js/sw-off.js");

/// What stands in a script for the list that is put into it.
const PLACE: &str = "const PUBLISHED = {};";
/// The same for the languages.
const LANGUAGES: &str = "const LANGUAGES = {};";

/// A file that the program fetches.
#[derive(Debug)]
pub struct Fetched {
    /// What it is asked for by: its plain address below the site's folder.
    pub name: String,
    /// The one language that needs it, if not all do.
    pub language: Option<String>,
    /// Whether it is fetched only when a reader asks for it.
    pub later: bool,
    /// Where it is.
    pub asset: Asset,
}

/// boot.js, told where each of `files` is.
///
/// # Errors
/// The script has no place for the list.
pub fn boot(files: &[Fetched]) -> Result<String> {
    let list = files.iter().map(|file| {
        let mut told = json!({
            "address": file.asset.address,
            "bytes": file.asset.bytes,
            "integrity": file.asset.integrity,
        });
        if let Some(language) = &file.language {
            told["language"] = json!(language);
        }
        if file.later {
            told["later"] = json!(true);
        }
        (file.name.clone(), told)
    });
    told(BOOT, list)
}

/// sw.js, told the hash of each file by address: of those that all readers
/// need, and where the list of each language's pages is.
///
/// # Errors
/// The script has no place for the lists, or one cannot be written.
pub fn worker(editions: &[Edition], fetched: &[Fetched], files: &mut Files) -> Result<String> {
    let mut lists: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for (address, hash) in files.hashes() {
        let of_one = fetched
            .iter()
            .find(|file| file.asset.address == *address || file.name == *address);
        let of_one = of_one.and_then(|file| file.language.as_deref());
        let language = of_one.or_else(|| language_of(editions, address));
        let list = lists.entry(language.unwrap_or_default()).or_default();
        list.insert(address.clone(), json!(hash));
    }
    let shared = lists.remove("").unwrap_or_default();
    let mut pages = Map::new();
    for edition in editions {
        let language = edition.language();
        let list = serde_json::to_string(&lists.remove(language).unwrap_or_default())?;
        let list = files.asset(&format!("pages-{language}.json"), list)?;
        let told = json!({
            "folder": edition.folder,
            "address": list.address,
            "hash": list.integrity,
        });
        pages.insert(language.to_owned(), told);
    }
    let (before, after) = told(WORKER, shared.into_iter())?
        .split_once(LANGUAGES)
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .context(LANGUAGES)?;
    let pages = Value::from(pages);
    Ok(format!("{before}const LANGUAGES = {pages:#};{after}"))
}

/// The language of a page; none of what is no page.
fn language_of(editions: &[Edition], address: &str) -> Option<&'static str> {
    let is_page = address.is_empty() || address.ends_with('/');
    let mut inside = editions.iter().filter(|edition| !edition.folder.is_empty());
    let inside = inside.find(|edition| address.starts_with(&edition.folder));
    let own = || editions.first().filter(|_| is_page);
    inside.or_else(own).map(Edition::language)
}

fn told(script: &str, list: impl Iterator<Item = (String, Value)>) -> Result<String> {
    let (before, after) = script.split_once(PLACE).context(PLACE)?;
    let list = Value::from(list.collect::<Map<_, _>>());
    Ok(format!("{before}const PUBLISHED = {list:#};{after}"))
}
