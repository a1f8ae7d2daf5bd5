//! What readers keep for reading without a network: the service worker with
//! its lists, and what a language needs as one file.

use std::collections::BTreeMap;

use anyhow::Result;
use exports::media_types::MEDIA_TYPES;
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::cache::Cache;
use crate::editions;
use crate::files::{Asset, ClientFile, Files};
use crate::localizations::Localization;
use crate::manifest;
use crate::pack::pack;
use crate::scripts::with_list;

/// The service worker, behind what it unpacks with.
const WORKER: &str = concat!(
    include_str!("../../../js/unpack.js"),
    include_str!("../../../js/sw.js")
);
/// What takes its place where nothing shall be kept any more.
const WORKER_OFF: &str = include_str!("../../../js/sw-off.js");

/// How much is fetched for each language, in bytes: offline.js asks for it
/// before it offers to keep one. No page can name it, since the page is packed.
const SIZES: &str = "offline.json";

/// Address and hash of each file.
type Hashes = Vec<(String, String)>;

/// Writes all of it, of the files that have been written so far; languages are
/// packed where there is a cache, from which comes what has not changed.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(
    localizations: &[Localization],
    client_files: &[ClientFile],
    cache: Option<&Cache>,
    files: &mut Files,
) -> Result<()> {
    let mut shared = Map::new();
    let mut on_request = Map::new();
    let mut by_language: BTreeMap<&str, Hashes> = BTreeMap::new();
    // Which status the page of unknown addresses has is each host's own affair.
    let hashes = files.hashes().iter();
    for (address, hash) in hashes.filter(|(address, _)| *address != "404.html") {
        if is_on_request(address) {
            on_request.insert(address.clone(), json!(hash));
        } else if let Some(language) = language_of(localizations, client_files, address) {
            let hashes = by_language.entry(language).or_default();
            hashes.push((address.clone(), hash.clone()));
        } else {
            shared.insert(address.clone(), json!(hash));
        }
    }
    let snapshot = shared
        .keys()
        .filter(|address| matches!(ending(address), Some("json" | "svg")));
    let snapshot = snapshot.map(|address| files.read(address));
    let snapshot = snapshot.collect::<Result<Vec<_>>>()?.concat();
    let contents = by_language
        .into_par_iter()
        .map(|(language, hashes)| Content::read(language, hashes, &snapshot, files, cache))
        .collect::<Result<Vec<_>>>()?;

    let mut languages = Map::new();
    let mut sizes = Map::new();
    for content in contents {
        let language = content.language;
        let list = files.asset(&format!("pages-{language}.json"), content.list)?;
        let pack = content.pack.map(|pack| {
            // No host takes this ending for anything that it should interpret.
            files.asset(&format!("pages-{language}.bin"), pack)
        });
        let pack = pack.transpose()?;
        let bytes = pack.as_ref().map_or(content.bytes, |pack| pack.bytes);
        sizes.insert(language.to_owned(), json!(list.bytes + bytes));
        let folder = localizations
            .iter()
            .find(|localization| localization.language() == language)
            .map(|localization| &localization.folder);
        let entry = json!({
            "folder": folder,
            "list": entry(&list),
            "pack": pack.as_ref().map(entry),
        });
        languages.insert(language.to_owned(), entry);
    }
    let media_types = MEDIA_TYPES
        .iter()
        .map(|known| (known.ending.to_owned(), json!(known.with_charset())));
    let mut worker = WORKER.to_owned();
    for (constant, list) in [
        ("PUBLISHED", shared),
        ("ON_REQUEST", on_request),
        ("LANGUAGES", languages),
        ("MEDIA_TYPES", media_types.collect()),
    ] {
        worker = with_list(&worker, constant, list)?;
    }
    files.write("sw.js", worker)?;
    files.write("sw-off.js", WORKER_OFF)?;
    files.write(SIZES, format!("{:#}\n", Value::from(sizes)))
}

/// What a language needs beside what all do.
struct Content<'a> {
    language: &'a str,
    /// Address, hash and length of each file, as JSON.
    list: String,
    /// Bytes of all of them.
    bytes: usize,
    pack: Option<Vec<u8>>,
}

impl<'a> Content<'a> {
    /// Reads it, and packs it for readers who have the `snapshot`.
    fn read(
        language: &'a str,
        hashes: Hashes,
        snapshot: &[u8],
        files: &Files,
        cache: Option<&Cache>,
    ) -> Result<Self> {
        let mut list = Vec::new();
        let mut content = Vec::new();
        for (address, hash) in hashes {
            let bytes = files.read(&address)?;
            list.push(json!([address, hash, bytes.len()]));
            content.extend(bytes);
        }
        let pack = cache.map(|cache| pack(snapshot, &content, cache));
        let pack = pack.transpose()?;
        Ok(Self {
            language,
            list: serde_json::to_string(&list)?,
            bytes: content.len(),
            pack,
        })
    }
}

fn entry(asset: &Asset) -> Value {
    json!({
        "address": asset.address,
        "hash": asset.integrity,
        "bytes": asset.bytes,
    })
}

/// Whether no page needs a file: the data under their own names, those of
/// editions, outlines to take away or to zoom in on, and the icons that devices
/// ask for. It is kept once a reader has asked for it.
fn is_on_request(address: &str) -> bool {
    if address.starts_with(editions::FOLDER) && !address.ends_with('/') {
        return true;
    }
    match ending(address) {
        Some("json") => address.starts_with("data/"),
        Some("svg") => address.contains("/fine-map-"),
        ending => matches!(ending, Some("geojson" | "ico" | "png")),
    }
}

/// What follows the last dot of an address.
fn ending(address: &str) -> Option<&str> {
    address.rsplit_once('.').map(|(_, ending)| ending)
}

/// The one language that needs a file, if not all do.
fn language_of(
    localizations: &[Localization],
    client_files: &[ClientFile],
    address: &str,
) -> Option<&'static str> {
    let client_file = client_files
        .iter()
        .find(|file| file.asset.address == *address);
    let named = client_file.and_then(|file| file.language.as_deref());
    let is_page = address.is_empty() || address.ends_with('/') || address == manifest::PATH;
    let in_folder = |localization: &&Localization| {
        !localization.folder.is_empty() && address.starts_with(&localization.folder)
    };
    let localization = match named {
        Some(language) => localizations
            .iter()
            .find(|localization| localization.language() == language),
        None => localizations
            .iter()
            .find(in_folder)
            .or_else(|| localizations.first().filter(|_| is_page)),
    };
    localization.map(Localization::language)
}
