use serde_json::Value;

use super::*;
use crate::tests::{LAKES, SITE, known, localizations};

/// The frame at an address of the site of the committed data.
fn frame(address: &str) -> &'static str {
    &SITE.frames[address]
}

#[test]
fn a_frame_has_facts_and_links_without_scripts_and_every_link_leads_out_of_it() {
    for (address, texts) in [
        (
            "embed/members/jordan/",
            &["Jordan", "Amman", "Bicameral", "seat-chart"][..],
        ),
        (
            "embed/map/",
            &[
                "121 members, 17 observers",
                "do not imply official endorsement",
            ],
        ),
        (
            "embed/list/europe/",
            &["National Assembly", "../../../members/belarus/"],
        ),
        ("embed/events/", &["20th NAM Summit", "Latest"]),
        ("ar/embed/map/africa/", &["54 عضواً", "dir=\"rtl\""]),
    ] {
        for text in texts {
            assert!(frame(address).contains(text), "{address}: {text}");
        }
    }
    for (address, html) in SITE
        .frames
        .iter()
        .filter(|(address, _)| !address.ends_with("embed/"))
    {
        let (_, body) = html.split_once("<body").unwrap();
        let links = body.matches("href=\"").count() - body.matches("<image").count();
        let outward = body.matches("target=\"_blank\" rel=\"noopener\"").count();
        assert!(links > 1, "{address}");
        assert_eq!(links, outward, "{address}");
    }
}

#[test]
fn a_frame_names_the_page_that_it_shows_a_part_of_and_no_machine_lists_it() {
    for (address, canonical) in [
        ("embed/members/chad/", "../../../members/chad/"),
        ("embed/map/africa/", "../../../region/africa/"),
        ("embed/list/", "../../"),
        ("fr/embed/events/", "../../../fr/events/"),
    ] {
        let link = format!("<link rel=\"canonical\" href=\"{canonical}\">");
        assert!(frame(address).contains(&link), "{address}: {link}");
    }
    for (address, html) in &SITE.frames {
        let is_listed = !html.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(is_listed, address.ends_with("embed/"), "{address}");
    }
    let worker = String::from_utf8(SITE.files()["sw.js"].clone()).unwrap();
    assert!(
        !worker.contains("embed"),
        "none is kept without being asked for"
    );
    let files = known().files();
    let sitemap = String::from_utf8_lossy(&files["sitemap.xml"]);
    assert!(!sitemap.contains("embed/"), "{sitemap}");
}

#[test]
fn frames_need_no_inline_script_or_style_and_not_the_program() {
    for (address, html) in &SITE.frames {
        for inline in ["<style", " style=", " onclick=", "javascript:", "boot-"] {
            let html = html.replace("&lt;", "").replace("&quot;", "");
            assert!(!html.contains(inline), "{address} has {inline}");
        }
        assert_eq!(
            html.matches("<script").count(),
            2,
            "{address}: its slash, and its own"
        );
    }
}

#[test]
fn each_page_leads_to_the_code_for_it() {
    assert!(
        SITE.pages["fr/members/chad/"].contains("\"../../embed/?what=members&amp;member=chad\"")
    );
    assert!(SITE.pages["data/"].contains("\"../embed/\""));
    for localization in localizations() {
        let builder = frame(&localization.at(EMBED_FOLDER));
        for member in &localization.site.directory.members {
            let link = format!("href=\"../embed/members/{}/\"", member.slug);
            assert!(
                builder.contains(&link),
                "{}: {link}",
                localization.language()
            );
        }
    }
}

#[test]
fn the_map_names_a_class_for_each_member_by_each_colour() {
    let html = frame("embed/map/");
    let legends: Vec<&str> = html.split("data-colour=\"").skip(1).collect();
    let rows = html.split("data-classes=\"").skip(1);
    let mut count = 0;
    for row in rows {
        let classes: Vec<&str> = row.split('"').next().unwrap().split(',').collect();
        assert_eq!(classes.len(), legends.len(), "{row}");
        assert_eq!(classes[0], "", "that of a region is its own");
        for (class, legend) in classes.iter().zip(&legends).skip(1) {
            let (legend, _) = legend.split_once("</ul>").unwrap();
            let class: usize = class.parse().expect("every member is in a class");
            assert!(class < legend.matches("<li").count(), "{legend}");
        }
        count += 1;
    }
    assert_eq!(count, 138);
}

#[test]
fn programs_find_the_frame_of_a_page_where_the_site_is_known() {
    assert!(
        !LAKES.pages[""].contains("oembed"),
        "they take absolute addresses alone"
    );
    assert!(!LAKES.files().keys().any(|name| name.ends_with(OEMBED)));
    let site = known();
    let files = site.files();
    let mut found = 0;
    for (address, html) in &site.pages {
        let Some((_, link)) = html.split_once("type=\"application/json+oembed\"") else {
            continue;
        };
        found += 1;
        let (_, link) = link.split_once("href=\"https://lakes.example/").unwrap();
        let link = link.split('"').next().unwrap();
        let told: Value = serde_json::from_slice(&files[link]).unwrap();
        assert_eq!(told["version"], "1.0");
        assert_eq!(told["type"], "rich", "{address}");
        let html = told["html"].as_str().unwrap();
        let (_, frame) = html.split_once("src=\"https://lakes.example/").unwrap();
        let frame = frame.split('"').next().unwrap();
        assert_eq!(link, format!("{frame}{OEMBED}"));
        assert!(site.frames.contains_key(frame), "{frame}");
        for side in ["width", "height"] {
            let named = format!("{side}=\"{}\"", told[side]);
            assert!(html.contains(&named), "{named} in {html}");
        }
    }
    let localization = &crate::tests::lakes()[0];
    let directory = localization.site.directory;
    let each = directory.members.len() + directory.network.regions.len() + 2;
    assert_eq!(
        found,
        each * crate::tests::lakes().len(),
        "members, regions, all, events"
    );
}
