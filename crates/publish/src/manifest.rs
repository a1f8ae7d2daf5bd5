//! The manifest by which a device installs the site as an app.

use exports::media_types::media_type_by_ending;
use serde_json::{Value, json};

use crate::files::Asset;
use crate::localizations::Localization;
use crate::pictures::{ACCENT, PAPER};

/// Where it stands in the folder of a localization.
pub const PATH: &str = "manifest.webmanifest";

/// What a device needs to know to install the site as an app.
pub fn json(localization: &Localization, icons: &[(u32, Asset)]) -> Value {
    let directory = localization.site.directory;
    let to_root = if localization.folder.is_empty() {
        "./"
    } else {
        "../"
    };
    let network = &directory.network;
    let language = directory.language();
    let icons: Vec<Value> = icons
        .iter()
        .map(|(size, icon)| {
            json!({
                "src": format!("{to_root}{}", icon.address),
                "sizes": format!("{size}x{size}"),
                "type": media_type_by_ending("png").map(|png| png.name),
                // The drawing keeps to the middle, so that any mask fits.
                "purpose": "any maskable",
            })
        })
        .collect();
    json!({
        "name": network.names.get(language),
        "short_name": network.short_names.get(language),
        "description": network.taglines.get(language),
        "lang": language,
        "dir": localization.words().language_direction(),
        "id": "./",
        "start_url": "./",
        "scope": to_root,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": icons,
    })
}
