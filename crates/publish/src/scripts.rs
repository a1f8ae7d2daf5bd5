//! The scripts that start and keep the program; boot.js with the list that it needs.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::files::{Asset, ClientFile};

/// Starts the program.
const BOOT: &str = include_str!("../../../js/boot.js");
/// Keeps the site for reading without a network.
pub const OFFLINE: &str = include_str!("../../../js/offline.js");

/// What runs in the frames of others.
pub const EMBED: &str = concat!(
    include_str!("../../../js/embed-options.js"),
    include_str!("../../../js/embed.js")
);
/// Gives the code for them.
pub const EMBED_BUILDER: &str = concat!(
    include_str!("../../../js/embed-options.js"),
    include_str!("../../../js/embed-builder.js")
);

/// boot.js with the list of where each of the files is, and each of the style
/// sheets that not all pages name.
///
/// # Errors
/// The script has no place for the list.
pub fn boot(client_files: &[ClientFile], style_sheets: &[(&str, &Asset)]) -> Result<String> {
    let style_sheets = style_sheets.iter().map(|(name, asset)| {
        let entry = json!({
            "address": asset.address,
            "bytes": asset.bytes,
            "integrity": asset.integrity,
            "later": true,
        });
        ((*name).to_owned(), entry)
    });
    let entries = entries(client_files).chain(style_sheets);
    with_list(BOOT, "PUBLISHED", entries.collect())
}

/// What boot.js has to know of each file, by the name under which it is asked for.
pub fn entries(client_files: &[ClientFile]) -> impl Iterator<Item = (String, Value)> {
    client_files.iter().map(|file| {
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
        if !file.program_parts.is_empty() {
            entry["parts"] = json!(file.program_parts);
        }
        (file.name.clone(), entry)
    })
}

/// A script with a list in place of the empty one that its constant holds as
/// it is written.
///
/// # Errors
/// The script has no such constant.
pub fn with_list(script: &str, constant: &str, list: Map<String, Value>) -> Result<String> {
    let empty = format!("const {constant} = {{}};");
    let (before, after) = script.split_once(&empty).context(empty.clone())?;
    let list = Value::from(list);
    Ok(format!("{before}const {constant} = {list:#};{after}"))
}
