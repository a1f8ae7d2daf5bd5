use std::collections::BTreeSet;
use std::path::PathBuf;

use hemicycle::Page;
use serde_json::{Value, json};

use super::*;
use crate::tests::{THREE, TestSite, options, project};

/// The invented network as it was before a member was renamed and an event came:
/// in a folder of its own, with this number in its network.json.
fn keep(name: &str, folder: &str, version: &str, date: &str) -> PathBuf {
    let keep = std::env::temp_dir().join(format!("hemicycle-keep-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&keep);
    let mut files = kept(&data_files(&project(THREE)).unwrap());
    let newest = number_and_date(&files).unwrap();
    let network = files.get_mut("network.json").unwrap();
    *network = network.replace(&format!("\"{}\"", newest.0), &format!("\"{version}\""));
    *network = network.replace(
        &format!("\"date\": \"{}\"\n  }}", newest.1),
        &format!("\"date\": \"{date}\"\n  }}"),
    );
    let members = files.get_mut("members.json").unwrap();
    *members = members.replace("\"en\": \"Aldermere\"", "\"en\": \"Oldermere\"");
    for (name, text) in files {
        let path = keep.join(folder).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    keep
}

fn published(name: &str) -> TestSite {
    TestSite::publish(crate::Options {
        keep: Some(keep(name, "0.9", "0.9", "2026-03-01")),
        uncompressed: true,
        ..options(THREE, name)
    })
}

#[test]
fn an_earlier_edition_is_published_beside_the_newest() {
    let site = published("editions");
    let files = site.files();
    let json = |address: &str| serde_json::from_slice::<Value>(&files[address]).unwrap();
    let list = json("data/editions/editions.json");
    let [newest, earlier] = list.as_array().unwrap().as_slice() else {
        panic!("two editions: {list}");
    };
    assert_eq!(earlier["version"], "0.9");
    assert_eq!(earlier["changes"], Value::Null);
    for edition in [newest, earlier] {
        for file in edition["files"].as_array().unwrap() {
            let address = format!("data/editions/{}", file.as_str().unwrap());
            assert!(files.contains_key(&address), "{address}");
        }
    }
    let changes = json(&format!(
        "data/editions/{}",
        newest["changes"]["file"].as_str().unwrap()
    ));
    let members = changes
        .as_array()
        .unwrap()
        .iter()
        .find(|file| file["file"] == "members.json");
    let records = members.unwrap()["records"].as_array().unwrap();
    assert_eq!(records.len(), 1, "{records:?}");
    let field = &records[0]["fields"][0];
    assert_eq!(
        (&field["before"], &field["after"]),
        (&json!("Oldermere"), &json!("Aldermere"))
    );

    let page = &site.pages[&format!("data/editions/{}/", newest["version"].as_str().unwrap())];
    assert!(
        page.contains("Oldermere") && page.contains("Aldermere"),
        "{page}"
    );
}

#[test]
fn the_feed_of_changes_is_made_from_editions() {
    let site = published("edition-feed");
    let feed = feed_rs::parser::parse(&*site.files()["feeds/changes.atom"]).unwrap();
    let [edition, noted] = feed.entries.as_slice() else {
        panic!("{:?}", feed.entries);
    };
    let text = |text: &Option<feed_rs::model::Text>| text.clone().unwrap().content;
    assert_eq!(text(&edition.title), "Edition 2026.3.1 of 1 March 2026");
    assert!(
        text(&edition.summary).starts_with("0 records added, 1 record changed, 0 records removed.")
    );
    assert!(
        edition.links[0].href.ends_with("data/editions/2026.3.1/"),
        "{:?}",
        edition.links
    );
    assert_eq!(text(&noted.title), "Events were added.");
    assert!(
        noted.links[0].href.ends_with("data/editions/"),
        "{:?}",
        noted.links
    );
}

#[test]
fn the_program_fetches_an_edition_in_place_of_the_newest() {
    let site = published("edition-files");
    let files = site.files();
    let boot = files
        .iter()
        .find(|(address, _)| address.starts_with("assets/boot-"));
    let boot = String::from_utf8_lossy(boot.unwrap().1);
    let list = boot.split("\"editions/0.9.json\": {").nth(1).unwrap();
    let address = list
        .split("\"address\": \"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let list: Value = serde_json::from_slice(&files[address]).unwrap();
    let list = list.as_object().unwrap();
    for name in [
        "snapshot/core.json",
        "snapshot/events.json",
        "snapshot/fr.json",
        "members/en.csv",
    ] {
        assert!(list.contains_key(name), "{name}");
    }
    let text_at = |name: &str| {
        let address = list[name]["address"].as_str().unwrap();
        String::from_utf8_lossy(&files[address])
    };
    assert!(text_at("snapshot/core.json").contains("Oldermere"));
    assert!(text_at("members/en.csv").contains("Oldermere"));
    let of_newest = list["snapshot/events.json"]["address"].as_str().unwrap();
    assert!(
        of_newest.starts_with("assets/"),
        "what is the same is there once: {of_newest}"
    );
    let worker = String::from_utf8_lossy(&files["sw.js"]);
    let shared = worker.split("const ON_REQUEST").next().unwrap();
    assert!(
        !shared.contains("data/editions/"),
        "nobody saves what nobody asked for"
    );
}

#[test]
fn an_edition_with_the_wrong_number_or_day_is_refused() {
    let newest = number_and_date(&data_files(&project(THREE)).unwrap()).unwrap();
    let refused = |name: &str, folder: &str, version: &str, date: &str| {
        let keep = keep(name, folder, version, date);
        format!(
            "{:#}",
            read(&project(THREE), Some(&keep)).map(drop).unwrap_err()
        )
    };
    let changed = refused("same", &newest.0, &newest.0, &newest.1.to_string());
    assert!(changed.contains("have changed since"), "{changed}");
    let misnamed = refused("name", "0.8", "0.9", "2026-03-01");
    assert!(misnamed.contains("holds edition 0.9"), "{misnamed}");
    let later = refused("later", "9.9", "9.9", "2999-01-01");
    assert!(later.contains("later than the data"), "{later}");
}

#[test]
fn the_newest_alone_is_an_edition_without_a_past() {
    let editions = read(&project(THREE), None).unwrap();
    assert_eq!(editions.listed.len(), 1);
    assert_eq!(editions.listed[0].changes, None);
    let site = crate::localizations::read(&editions, &project("public/locales")).unwrap();
    let directory = site[0].site.directory;
    let pages: BTreeSet<String> = Page::all(directory).map(Page::path).collect();
    assert!(pages.contains("data/editions/"));
}
