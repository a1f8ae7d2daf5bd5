//! The scripts that start and keep the program, with the list that each needs.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::files::Asset;

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

/// boot.js, told where each of `files` is.
///
/// # Errors
/// The script has no place for the list.
pub fn boot<'a>(files: impl IntoIterator<Item = (&'a str, &'a Asset)>) -> Result<String> {
    let list = files.into_iter().map(|(name, file)| {
        let told = json!({
            "address": file.address,
            "bytes": file.bytes,
            "integrity": file.integrity,
        });
        (name.to_owned(), told)
    });
    told(BOOT, list)
}

/// sw.js, told the hash of each of `files`, by address.
///
/// # Errors
/// The script has no place for the list.
pub fn worker<'a>(files: impl IntoIterator<Item = (&'a String, &'a String)>) -> Result<String> {
    let list = files
        .into_iter()
        .map(|(address, hash)| (address.clone(), Value::from(hash.as_str())));
    told(WORKER, list)
}

fn told(script: &str, list: impl Iterator<Item = (String, Value)>) -> Result<String> {
    let (before, after) = script.split_once(PLACE).context(PLACE)?;
    let list = Value::from(list.collect::<Map<_, _>>());
    Ok(format!("{before}const PUBLISHED = {list:#};{after}"))
}
