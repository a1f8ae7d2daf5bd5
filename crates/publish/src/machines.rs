//! Small files that machines look for: the manifest of the web app, robots.txt,
//! sitemap.xml.

use std::fmt::Write;

use hemicycle::Page;
use serde_json::{Value, json};

use crate::editions::Edition;
use crate::files::Asset;
use crate::links::Links;
use crate::pictures::{ACCENT, PAPER};

/// Where the manifest stands in the folder of an edition.
pub const MANIFEST: &str = "manifest.webmanifest";

/// What a device needs to know to install the site as an app.
pub fn manifest(edition: &Edition, icons: &[(u32, Asset)]) -> Value {
    let directory = edition.site.directory;
    let to_root = if edition.folder.is_empty() {
        "./"
    } else {
        "../"
    };
    let network = &directory.network;
    let language = directory.language();
    let icons: Vec<_> = icons
        .iter()
        .map(|(size, icon)| {
            json!({
                "src": format!("{to_root}{}", icon.address),
                "sizes": format!("{size}x{size}"),
                "type": "image/png",
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
        "dir": edition.words().language_direction(),
        "id": "./",
        "start_url": "./",
        "scope": to_root,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": icons,
    })
}

/// Everything may be read by machines.
pub fn robots(links: &Links) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if links.are_absolute() {
        text.extend(["Sitemap: ", &links.to("sitemap.xml", ""), "\n"]);
    }
    text
}

/// Every page that is not another address of one; none where the site's own
/// address is not known, since the form has absolute addresses alone.
pub fn sitemap(editions: &[Edition], links: &Links) -> Option<String> {
    if !links.are_absolute() {
        return None;
    }
    let mut text = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"#
    .to_owned();
    for edition in editions {
        let directory = edition.site.directory;
        let date = directory.network.data_date;
        for page in Page::all(directory).filter(|page| !matches!(page, Page::Folder(_))) {
            let address = links.to(&edition.address(page), "");
            writeln!(
                text,
                "<url><loc>{address}</loc><lastmod>{date}</lastmod></url>"
            )
            .expect("text takes all that is written to it");
        }
    }
    text += "</urlset>\n";
    Some(text)
}
