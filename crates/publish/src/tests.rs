//! The pages of the committed data, and of an invented network of three members.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;

const FRAME: &str = r#"<!doctype html>
<html lang="en"><head><title>Directory</title></head><body><main id="app"></main></body></html>"#;

/// The pages of the data in a folder of the project, by address.
fn pages(data: &str, name: &str) -> (PathBuf, BTreeMap<String, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder =
        std::env::temp_dir().join(format!("hemicycle-publish-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("data")).unwrap();
    fs::write(folder.join("index.html"), FRAME).unwrap();
    for file in FILES {
        fs::copy(root.join(data).join(file), folder.join("data").join(file)).unwrap();
    }
    let count = publish(&folder).unwrap();
    let site = site(&folder).unwrap();
    let read = |page: Page| {
        let address = page.path();
        let html = read(&folder.join(&address).join("index.html")).unwrap();
        (address, html)
    };
    let pages: BTreeMap<_, _> = Page::all(site.directory).map(read).collect();
    assert_eq!(pages.len(), count, "each page has an address of its own");
    (folder, pages)
}

/// What stands in every `attribute` of `html`.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let values = html.split(&start).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

/// The address that a relative link leads to, seen from `address`.
fn resolved(address: &str, link: &str) -> String {
    let mut parts: Vec<&str> = address.split_terminator('/').collect();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => {
                assert!(parts.pop().is_some(), "{link} leaves the site");
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_to_a_page_or_file_and_to_a_place_on_it() {
    let (folder, pages) = pages("public/data", "links");
    for (address, html) in &pages {
        for link in values(html, "href") {
            if link.starts_with("https://") {
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap_or_default();
            let target = if path.is_empty() {
                address.clone()
            } else {
                resolved(address, path)
            };
            let page = pages.get(&target);
            let exists = page.is_some() || folder.join(&target).is_file();
            assert!(exists, "{address}: {link} leads to {target}");
            if !place.is_empty() {
                let id = format!(" id=\"{place}\"");
                assert!(
                    page.is_some_and(|page| page.contains(&id)),
                    "{address}: {link}"
                );
            }
        }
    }
}

#[test]
fn a_page_is_whole_without_the_program() {
    let (_, pages) = pages("public/data", "whole");
    let home = &pages[""];
    assert_eq!(home.matches("class=\"member-list__row\"").count(), 138);
    assert!(
        home.contains("<title>All 138: parliaments, by name"),
        "{}",
        &home[..300]
    );
    let africa = &pages["region/africa/"];
    assert_eq!(africa.matches("class=\"member-list__row\"").count(), 54);
    assert!(africa.contains("<title>54 of 138: parliaments in Africa, by name"));
    assert!(
        home.contains("href=\"region/africa/\""),
        "the legend leads there"
    );
    let algeria = &pages["members/algeria/"];
    for text in [
        "National People's Assembly",
        "407",
        "before the vote of 2 July 2026",
        "seat-chart",
    ] {
        assert!(algeria.contains(text), "{text}");
    }
}

#[test]
fn no_page_needs_an_inline_script_or_style() {
    let (folder, pages) = pages("public/data", "inline");
    for (address, html) in &pages {
        for inline in ["<script", "<style", " style=", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{address} has {inline}");
        }
        let ids = values(html, "id");
        let once: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{address}: an id stands once");
    }
    assert!(folder.join(MAP_PICTURE).is_file());
}

#[test]
fn any_network_is_written_and_twice_the_same() {
    let data = "crates/domain/tests/three";
    let (_, first) = pages(data, "first");
    let (_, second) = pages(data, "second");
    assert_eq!(first, second);
    let home = &first[""];
    assert!(
        !home.contains("Non-Aligned"),
        "no name stands in the program"
    );
}
