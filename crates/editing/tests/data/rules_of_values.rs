//! Rules of text, dates, numbers and words, each broken by small edits.

use std::collections::BTreeMap;

use directory::catalogue::ENGLISH;
use editing::{DataFiles, catalogue, check};
use serde_json::Value;

use crate::{
    BOUNDARIES, CONTACTS, MAP, MEMBERS, NETWORK, ORGANISATIONS, PARLIAMENTS, SOURCES, breaks,
    edited, three,
};

#[test]
fn languages_are_tags() {
    let rule = "language-tag";
    breaks(
        rule,
        MEMBERS,
        &[
            [r#""fr": "Ruiss"#, r#""fr_FR": "Ruiss"#, "xbb names.fr_FR"],
            [r#""und""#, r#""unknown""#, "xaa native_names[0].lang"],
            [r#""und""#, r#""en-aa-bb-cc""#, "xaa native_names[0].lang"],
            [r#""und""#, r#""pt-pt""#, "xaa native_names[0].lang"],
        ],
    );
    let languages = [
        "    \"fr\"\n",
        "    \"f\"\n",
        "league-of-lakes languages[1]",
    ];
    breaks(rule, NETWORK, &[languages]);
}

#[test]
fn every_text_has_the_first_language_of_the_network() {
    let rule = "default-language";
    breaks(
        rule,
        MEMBERS,
        &[[r#""en": "Brook"#, r#""de": "Brook"#, "xbb names"]],
    );
    let name = "\"lang\": \"en\",\n        \"name\": \"Moot of";
    breaks(
        rule,
        PARLIAMENTS,
        &[[name, &name.replace("en", "fr"), "xbb names"]],
    );
    let note = [r#""en": "Both"#, r#""fr": "Both"#, "reed-islands footnote"];
    breaks(rule, BOUNDARIES, &[note]);
}

#[test]
fn positions_are_on_earth() {
    let rule = "position-on-earth";
    breaks(rule, MEMBERS, &[["50.25", "90.25", "xaa capital.position"]]);
    breaks(
        rule,
        PARLIAMENTS,
        &[["-170.25", "-190.25", "xcc seat.position"]],
    );
    breaks(
        rule,
        ORGANISATIONS,
        &[["10.5", "1000.5", "lake-union seat.position"]],
    );
}

#[test]
fn dates_are_dates() {
    let rule = "date-form";
    breaks(
        rule,
        MEMBERS,
        &[
            ["1961-09", "1961-9", "xaa joined"],
            ["2026-02-27", "2026-02-30", "xaa as_of"],
        ],
    );
    breaks(
        rule,
        SOURCES,
        &[["2026-02-28", "28 February", "shore-atlas retrieved"]],
    );
}

#[test]
fn what_comes_later_is_later() {
    let rule = "dates-in-order";
    breaks(
        rule,
        MEMBERS,
        &[
            [r#""joined": "1974""#, r#""joined": "2027""#, "xbb joined"],
            ["2026-02-27", "2026-03-02", "xaa as_of"],
            [r#""1991""#, r#""2026-04""#, "xcc observing_since"],
            [
                r#""joined": "1974","#,
                "\"joined\": \"1974\",\n    \"absent_from\": \"1973\",",
                "xbb absent_from",
            ],
            [
                r#""joined": "1974","#,
                "\"joined\": \"1974\",\n    \"absent_from\": \"1980\",\n    \"absent_until\": \"1979\",",
                "xbb absent_until",
            ],
            [
                r#""joined": "1974","#,
                "\"joined\": \"1974\",\n    \"part_of\": {\n      \"member\": \"xaa\",\n      \"until\": \"2027\"\n    },",
                "xbb part_of.until",
            ],
        ],
    );
    breaks(
        rule,
        ORGANISATIONS,
        &[["1955-06-01", "2026-06-01", "lake-union founded"]],
    );
    breaks(
        rule,
        SOURCES,
        &[["2026-02-28", "2026-03-02", "shore-atlas retrieved"]],
    );
    breaks(
        rule,
        PARLIAMENTS,
        &[
            ["2028-05", "2024-04", "xaa next_election"],
            ["2024-05-12", "2026-05-12", "xaa last_election"],
            ["2026-01-18", "2025-12-30", "xbb chambers[0].later_election"],
        ],
    );
    let left = "league-of-lakes former_members[0].left";
    breaks(rule, NETWORK, &[["1990-10", "1961", left]]);
}

#[test]
fn numbers_of_a_chamber_fit_each_other() {
    let women = [r#""women": 47"#, r#""women": 119"#, "xaa chambers[0].women"];
    breaks("women-within-filled", PARLIAMENTS, &[women]);
    let filled = [
        r#""filled": 118"#,
        r#""filled": 121"#,
        "xaa chambers[0].filled",
    ];
    breaks("filled-within-seats", PARLIAMENTS, &[filled]);
    for share in ["39.9", "39.7", "139.8", "-1.0"] {
        let share = ["39.8", share, "xaa chambers[0].women_share"];
        breaks("share-fits-counts", PARLIAMENTS, &[share]);
    }
}

#[test]
fn chambers_are_those_of_the_structure() {
    breaks(
        "chambers-fit-structure",
        PARLIAMENTS,
        &[
            [r#""unicameral""#, r#""bicameral""#, "xbb chambers"],
            [r#""bicameral""#, r#""unicameral""#, "xaa chambers"],
            [r#""none""#, r#""unicameral""#, "xcc chambers"],
            [r#""kind": "upper""#, r#""kind": "lower""#, "xaa chambers"],
        ],
    );
    // What was dissolved may keep the record of its chambers.
    assert_eq!(
        check(&edited(PARLIAMENTS, r#""bicameral""#, r#""suspended""#)),
        []
    );
}

#[test]
fn words_are_those_of_the_vocabulary() {
    let rule = "vocabulary";
    breaks(
        rule,
        MEMBERS,
        &[
            [
                r#""status": "observer""#,
                r#""status": "guest""#,
                "xcc status",
            ],
            [r#""unknown""#, r#""none""#, "xbb memberships[0].status"],
        ],
    );
    breaks(
        rule,
        PARLIAMENTS,
        &[
            [r#""transitional""#, r#""busy""#, "xbb status"],
            [r#""none""#, r#""tricameral""#, "xcc structure"],
            [
                r#""kind": "upper""#,
                r#""kind": "high""#,
                "xaa chambers[1].kind",
            ],
            [
                r#""mixed""#,
                r#""lottery""#,
                "xbb chambers[0].electoral_system",
            ],
        ],
    );
    breaks(
        rule,
        CONTACTS,
        &[
            [
                r#""chamber": "upper""#,
                r#""chamber": "top""#,
                "xaa-upper-website chamber",
            ],
            [r#""kind": "fax""#, r#""kind": "telex""#, "xaa-fax kind"],
        ],
    );
    breaks(
        rule,
        SOURCES,
        &[[r#""cc-by""#, r#""free""#, "shore-atlas licence"]],
    );
    breaks(
        rule,
        ORGANISATIONS,
        &[[r#""observer""#, r#""guest""#, "reed-council roles[0]"]],
    );
}

#[test]
fn addresses_are_safe_to_follow() {
    let rule = "https-only";
    breaks(
        rule,
        CONTACTS,
        &[
            ["https://parl", "http://parl", "xaa-website value"],
            [
                "https://reeds.example/write",
                "javascript:alert(1)",
                "xbb-form value",
            ],
        ],
    );
    let report = [
        "mailto:data@lakes",
        "javascript://lakes",
        "league-of-lakes report",
    ];
    breaks(rule, NETWORK, &[report]);
    breaks(
        rule,
        SOURCES,
        &[["http://atlas", "ftp://atlas", "shore-atlas url"]],
    );
    for url in [
        "https://me@parliament.example/",
        "https://parliament/",
        "https://",
        "https://parliament.example/a list",
        r"https://parliament.example\\/",
    ] {
        let edit = ["https://parliament.example/", url, "xaa-website value"];
        breaks("website-host", CONTACTS, &[edit]);
    }
    let site = edited(
        NETWORK,
        "mailto:data@lakes.example",
        "https://lakes.example/report",
    );
    assert_eq!(check(&site), []);
}

#[test]
fn text_is_safe_to_show() {
    let rule = "safe-text";
    for city in [
        "",
        " Ashford",
        "Ashford\u{a0}",
        "Ash\u{202e}ford",
        "Ash\u{2066}ford",
        "\u{200f}A",
        "\u{feff}A",
    ] {
        breaks(rule, MEMBERS, &[["Ashford", city, "xcc capital.city"]]);
    }
    breaks(
        rule,
        MEMBERS,
        &[
            ["Alder Lake", r"Alder\tLake", "xaa aliases[0].name"],
            [r#""Ruisselande""#, r#""""#, "xbb names.fr"],
            [r#""Brookmoor""#, r#""""#, "xbb names.en"],
            ["seasons.", "seasons. ", "xbb notes[0]"],
            [
                "Printed",
                "\u{200e}Printed",
                "xaa memberships[0].also[0].note",
            ],
        ],
    );
}

#[test]
fn no_text_of_any_file_has_signs_that_nobody_sees() {
    let files = three();
    // A program writes the map.
    for (file, text) in files.iter().filter(|(file, _)| *file != MAP) {
        let value: Value = serde_json::from_str(text).unwrap();
        for (path, spoilt) in with_a_text_spoilt(&value) {
            let mut files = files.clone();
            files.insert(file.clone(), format!("{spoilt:#}\n"));
            let told = check(&files);
            let told = told.iter().filter(|one| one.position.is_some());
            let mut told = told.map(ToString::to_string);
            let found = told.any(|one| one.starts_with(file) && one.contains("<U+200B>"));
            assert!(found, "{file} {path}");
        }
    }
    let english: Value = serde_json::from_str(ENGLISH).unwrap();
    for (path, spoilt) in with_a_text_spoilt(&english) {
        let told = catalogue::check("en.json", &spoilt.to_string());
        let told: Vec<String> = told.iter().map(ToString::to_string).collect();
        assert!(told.concat().contains("<U+200B>"), "{path} {told:?}");
    }
}

/// `value` with a zero-width space in one of its texts, for one text of each
/// path.
fn with_a_text_spoilt(value: &Value) -> BTreeMap<String, Value> {
    let spoilt_within = |step: &str, value: &Value, put: &dyn Fn(Value) -> Value| {
        let spoilt = with_a_text_spoilt(value).into_iter();
        let spoilt = spoilt.map(|(path, value)| (format!("{step}{path}"), put(value)));
        spoilt.collect::<Vec<_>>()
    };
    match value {
        Value::String(text) => {
            let middle = text.ceil_char_boundary(text.len() / 2);
            let (before, after) = text.split_at(middle);
            let spoilt = format!("{before}\u{200b}{after}").into();
            BTreeMap::from([(String::new(), spoilt)])
        }
        Value::Array(elements) => {
            let all = elements.iter().enumerate().flat_map(|(place, element)| {
                spoilt_within("[]", element, &|spoilt| {
                    let mut elements = elements.clone();
                    elements[place] = spoilt;
                    elements.into()
                })
            });
            all.collect()
        }
        Value::Object(fields) => {
            let all = fields.iter().flat_map(|(key, field)| {
                spoilt_within(&format!(".{key}"), field, &|spoilt| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), spoilt);
                    fields.into()
                })
            });
            all.collect()
        }
        _ => BTreeMap::new(),
    }
}

#[test]
fn text_is_composed_and_addresses_are_of_one_script() {
    let names = |name| ["\"Ruisselande\"", name, "xbb names.fr"];
    breaks("composed-text", MEMBERS, &[names("\"Ruisse\u{301}lande\"")]);
    let mail = [
        "clerk@parliament.example",
        "clеrk@parliament.example",
        "xaa-email value",
    ];
    breaks("one-script", CONTACTS, &[mail]);
    let mut files = edited(
        CONTACTS,
        "clerk@parliament.example",
        "clerk@\u{ad}parliament.example",
    );
    let texts = files.get_mut("texts/fr.json").unwrap();
    *texts = texts.replacen("Standard", "Stan\u{2060}dard", 1);
    let told: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    let expected = [
        "value`: holds `clerk@<U+00AD>parliament.example`, with U+00AD, which nobody sees\n",
        "field `Switchboard`: holds `Stan<U+2060>dard`, with U+2060, which nobody sees\n",
    ];
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.contains(expected), "{told}");
    }
    assert_eq!(told.len(), 2);
}

#[test]
fn colours_are_colours_and_can_be_seen() {
    let light = "league-of-lakes regions[0].colours.light";
    let dark = "league-of-lakes regions[0].colours.dark";
    breaks(
        "colour-form",
        NETWORK,
        &[
            ["#1d5b8f", "#1d5b8", light],
            ["#1d5b8f", "blue", light],
            ["#1d5b8f", "#1d5b8g", light],
        ],
    );
    breaks(
        "colour-contrast",
        NETWORK,
        &[["#1d5b8f", "#9dc8e8", light], ["#7db8e8", "#1d5b8f", dark]],
    );
}

#[test]
fn a_next_election_comes_within_the_term() {
    let late = [
        "\"next_election\": \"2028-05\"",
        "\"next_election\": \"2030-05\"",
        "xaa next_election",
    ];
    breaks("term-fits-dates", PARLIAMENTS, &[late]);
    let year_after = edited(PARLIAMENTS, late[0], "\"next_election\": \"2029-12-31\"");
    assert_eq!(check(&year_after), [], "the term ends after the election");
    let suspended = edited(PARLIAMENTS, late[0], late[1]);
    let suspended = with(&suspended, "\"functioning\"", "\"suspended\"");
    assert_eq!(check(&suspended), [], "nobody is elected to it");
    let note = "    \"as_of\": \"2026-02-27\",
    \"provenance\": {
      \"next_election\": {
        \"note\": \"The term was made longer.\"
      }
    }
  },";
    let explained = edited(PARLIAMENTS, late[0], late[1]);
    let explained = with(&explained, "    \"as_of\": \"2026-02-27\"\n  },", note);
    assert_eq!(check(&explained), []);
}

/// The same with `from` made `to` in the parliaments, once.
fn with(files: &DataFiles, from: &str, to: &str) -> DataFiles {
    let mut files = files.clone();
    let text = files.get_mut(PARLIAMENTS).unwrap();
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    files
}

#[test]
fn a_last_election_is_not_to_come() {
    let edit = [
        "\"last_election\": \"2024-05-12\"",
        "\"last_election\": \"2027-05-12\"",
        "xaa last_election",
    ];
    breaks("dates-in-order", PARLIAMENTS, &[edit]);
}

#[test]
fn memberships_fit_their_organisation() {
    let members = edited(
        ORGANISATIONS,
        "\"members_count\": 2",
        "\"members_count\": 0",
    );
    let found = check(&members);
    let found: Vec<_> = found.iter().map(|one| (one.rule, &*one.field)).collect();
    assert_eq!(found, [("membership-fits-organisation", "members_count")]);
    let once = "      {
        \"organisation\": \"lake-union\",
        \"status\": \"unknown\",";
    let twice = "      {
        \"organisation\": \"lake-union\",
        \"status\": \"member\",
        \"sources\": [
          \"lake-gazette\"
        ]
      },
      {
        \"organisation\": \"lake-union\",
        \"status\": \"unknown\",";
    let edit = [once, twice, "xbb memberships[1]"];
    breaks("membership-fits-organisation", MEMBERS, &[edit]);
}

#[test]
fn every_source_is_cited() {
    let unused = "[
  {
    \"id\": \"idle-print\",
    \"title\": \"A print\",
    \"licence\": \"cc-by\",
    \"terms\": \"CC BY 4.0\",
    \"retrieved\": \"2026-02-28\"
  },
  {
    \"id\": \"lake-gazette\"";
    let edit = [
        "[\n  {\n    \"id\": \"lake-gazette\"",
        unused,
        "idle-print ",
    ];
    breaks("used-source", SOURCES, &[edit]);
}
