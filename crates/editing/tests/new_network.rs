//! A new network from the codes of its members.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use directory::catalogue::Catalogue;
use editing::new_network::{NewNetwork, Refusal, Territories, new_network, slug};
use editing::{DataFiles, check, records};
use serde::de::DeserializeOwned;

/// The ten of the Western Mediterranean, five to the north and five to the south.
const TEN: [&str; 10] = [
    "prt", "esp", "fra", "ita", "mlt", "mrt", "mar", "dza", "tun", "LBY",
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// An excerpt of CLDR, in the form of its files.
fn territories() -> Territories {
    let file = |name: &str| read(&format!("crates/editing/tests/cldr/{name}.json"));
    let names = ["en", "fr"].map(|language| (language.to_owned(), file(language)));
    let names = BTreeMap::from(names);
    Territories::read(&file("codeMappings"), &file("territoryContainment"), &names).unwrap()
}

fn project() -> DataFiles {
    let files = [
        "boundaries.json",
        "map.json",
        "network.json",
        "fine-map.json",
        "sources.json",
        "texts/fr.json",
    ];
    let files = files.map(|file| (file.to_owned(), read(&format!("public/data/{file}"))));
    files.into()
}

fn made(members: &[&str], languages: &[&str]) -> Result<DataFiles, Refusal> {
    let members: Vec<String> = members.iter().map(ToString::to_string).collect();
    let words = |language: &&str| read(&format!("public/locales/{language}.json"));
    let words = languages.iter().map(words);
    let languages: Vec<Catalogue> = words.map(|text| Catalogue::read(&text).unwrap()).collect();
    let wanted = NewNetwork {
        name: "Dialogue 5+5",
        members: &members,
        languages: &languages,
        date: "2026-02-28".parse().unwrap(),
    };
    new_network(&wanted, &territories(), &project())
}

fn list<R: DeserializeOwned>(files: &DataFiles, file: &str) -> Vec<R> {
    serde_json::from_str(&files[file]).unwrap()
}

#[test]
fn ten_codes_make_a_network_without_findings_in_any_language_and_the_same_each_time() {
    for languages in [&["en"][..], &["fr"], &["fr", "en"], &["en", "fr"]] {
        let files = made(&TEN, languages).unwrap();
        assert_eq!(check(&files), [], "{languages:?}");
        assert_eq!(files, made(&TEN, languages).unwrap());
        for (file, text) in &files {
            assert_eq!(editing::canonical(file, text).as_ref(), Ok(text), "{file}");
        }
    }
}

#[test]
fn every_text_is_in_each_language_that_is_asked_for_and_in_no_other() {
    let files = made(&TEN, &["fr", "en"]).unwrap();
    let (directory, _) = editing::read(&files).unwrap();
    let english: BTreeMap<String, String> = serde_json::from_str(&files["texts/en.json"]).unwrap();
    for text in editing::translatable::translatable_texts(&directory) {
        assert!(english.contains_key(&text), "{text}");
    }
    assert_eq!(
        english["Ceci est un exemple et non un événement réel ; un événement du réseau doit le remplacer."],
        "This is an example and no real event; an event of the network is to take its place."
    );
    let boundaries: Vec<records::Boundary> = list(&files, "boundaries.json");
    for case in &boundaries {
        let languages: Vec<&String> = case.footnote.keys().collect();
        assert_eq!(languages, ["en", "fr"], "{}", case.id);
    }
    let members: Vec<records::Member> = list(&made(&TEN, &["fr"]).unwrap(), "members.json");
    let names: Vec<&str> = members.iter().map(|member| &*member.names["fr"]).collect();
    assert_eq!(names[..3], ["Algérie", "Espagne", "France"]);
    assert!(members.iter().all(|member| member.names.len() == 1));
}

#[test]
fn regions_are_the_continents_or_the_parts_of_the_only_one() {
    let regions = |members: &[&str]| {
        let files = made(members, &["en"]).unwrap();
        let network: records::Network = serde_json::from_str(&files["network.json"]).unwrap();
        let regions = network.regions.into_iter().map(|region| region.id);
        regions.collect::<Vec<_>>()
    };
    assert_eq!(regions(&TEN), ["africa", "europe"]);
    assert_eq!(
        regions(&["mrt", "dza"]),
        ["western-africa", "northern-africa"]
    );
}

#[test]
fn nothing_is_said_that_codes_do_not_tell() {
    let files = made(&TEN, &["en"]).unwrap();
    for file in ["parliaments.json", "contacts.json", "organisations.json"] {
        assert_eq!(files[file], "[]\n", "{file}");
    }
    for member in list::<records::Member>(&files, "members.json") {
        assert_eq!(member.joined, None);
        assert_eq!(member.capital, None);
        assert_eq!(member.provenance["status"].sources, ["named"]);
    }
    for event in list::<records::Event>(&files, "events.json") {
        assert!(event.titles["en"].starts_with("Example: "), "{event:?}");
    }
}

#[test]
fn a_code_that_is_unknown_or_there_twice_is_refused_with_what_to_do() {
    for (code, problem, help) in [
        ("dzd", "`dzd` is no code", "the nearest: dza (Algeria)"),
        ("MT", "`MT` is no code", "the nearest: mlt (Malta)"),
        ("Spain", "`Spain` is no code", "the nearest: esp (Spain)"),
        ("PRT", "`PRT` is named twice", "name each member once"),
    ] {
        let refusal = made(&[&TEN[..], &[code]].concat(), &["en"]).unwrap_err();
        assert!(refusal.problem.starts_with(problem), "{refusal:?}");
        assert_eq!(refusal.help, help);
    }
}

#[test]
fn a_slug_has_no_accents_and_single_hyphens() {
    for (name, expected) in [
        ("Côte d’Ivoire", "cote-divoire"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("الشبكة", ""),
    ] {
        assert_eq!(slug(name), expected);
    }
}
