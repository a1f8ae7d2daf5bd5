//! The scripts that start and keep the program, with the list that each needs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::editions::Edition;
use crate::files::{ClientFile, Files};

/// Starts the program.
const BOOT: &str = include_str!("../../../js/boot.js");
/// Keeps the site for reading without a network.
pub const OFFLINE: &str = include_str!("../../../js/offline.js");
/// The service worker.
const WORKER: &str = include_str!("../../../js/sw.js");
/// What takes its place where nothing shall be kept any more.
pub const WORKER_OFF: &str = include_str!("../../../js/sw-off.js");

/// boot.js with the list of where each of the files is.
///
/// # Errors
/// The script has no place for the list.
pub fn boot(client_files: &[ClientFile]) -> Result<String> {
    let entries = client_files.iter().map(|file| {
        let mut entry = json!({
            "address": file.asset.address,
            "bytes": file.asset.bytes,
            "integrity": file.asset.integrity,
        });
        if let Some(language) = &file.language {
            entry["language"] = json!(language);
        }
        if file.is_lazy {
            entry["later"] = json!(true);
        }
        (file.name.clone(), entry)
    });
    with_list(BOOT, "PUBLISHED", entries.collect())
}

/// sw.js with the hash of each file by address: of those that all readers
/// need, and where the list of each language's pages is.
///
/// # Errors
/// The script has no place for the lists, or one cannot be written.
pub fn worker(
    editions: &[Edition],
    client_files: &[ClientFile],
    files: &mut Files,
) -> Result<String> {
    let mut hashes: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for (address, hash) in files.hashes() {
        let client_file = client_files
            .iter()
            .find(|file| file.asset.address == *address);
        let language = client_file
            .and_then(|file| file.language.as_deref())
            .or_else(|| language_of(editions, address));
        let hashes = hashes.entry(language.unwrap_or_default()).or_default();
        hashes.insert(address.clone(), json!(hash));
    }
    let shared = hashes.remove("").unwrap_or_default();
    let mut languages = Map::new();
    for edition in editions {
        let language = edition.language();
        let pages = serde_json::to_string(&hashes.remove(language).unwrap_or_default())?;
        let pages = files.asset(&format!("pages-{language}.json"), pages)?;
        let entry = json!({
            "folder": edition.folder,
            "address": pages.address,
            "hash": pages.integrity,
        });
        languages.insert(language.to_owned(), entry);
    }
    let script = with_list(WORKER, "PUBLISHED", shared)?;
    with_list(&script, "LANGUAGES", languages)
}

/// The language of a page, or of translations of the data; none of what is
/// neither.
fn language_of(editions: &[Edition], address: &str) -> Option<&'static str> {
    let data_file = address.strip_prefix("data/").unwrap_or_default();
    let of_texts = editions
        .iter()
        .find(|edition| edition.texts.contains_key(data_file));
    let is_page = address.is_empty() || address.ends_with('/');
    let mut translated = editions.iter().filter(|edition| !edition.folder.is_empty());
    let translated = translated.find(|edition| address.starts_with(&edition.folder));
    let untranslated = || editions.first().filter(|_| is_page);
    of_texts
        .or(translated)
        .or_else(untranslated)
        .map(Edition::language)
}

/// A script with a list in place of the empty one that its constant holds as
/// it is written.
fn with_list(script: &str, constant: &str, list: Map<String, Value>) -> Result<String> {
    let empty = format!("const {constant} = {{}};");
    let (before, after) = script.split_once(&empty).context(empty.clone())?;
    let list = Value::from(list);
    Ok(format!("{before}const {constant} = {list:#};{after}"))
}
