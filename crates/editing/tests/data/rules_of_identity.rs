//! Rules of ids, codes and references, each broken by small edits.

use editing::check;

use crate::{BOUNDARIES, MAP, MEMBERS, NETWORK, ORGANISATIONS, PARLIAMENTS, breaks, edited};

#[test]
fn ids_are_well_formed_and_unique() {
    let rule = "unique-id";
    let council = r#""id": "reed-council""#;
    breaks(
        rule,
        ORGANISATIONS,
        &[
            [council, r#""id": "lake-union""#, "lake-union id"],
            [council, r#""id": "reed_council""#, "reed_council id"],
        ],
    );
    breaks(
        rule,
        PARLIAMENTS,
        &[[r#""id": "xcc""#, r#""id": "xbb""#, "xbb id"]],
    );
    let double = edited(NETWORK, r#""id": "south-shore""#, r#""id": "north-shore""#);
    assert_eq!(check(&double)[0].field, "regions[1].id");
    // Each list has ids of its own: a region may be called like a sub-region.
    let alike = edited(NETWORK, r#""id": "north-shore""#, r#""id": "lakes""#);
    assert!(check(&alike).iter().all(|finding| finding.rule != rule));
}

#[test]
fn slugs_are_well_formed_and_unique() {
    for slug in ["aldermere", "brook--moor", "Brookmoor", "-brook", ""] {
        let slug = format!(r#""slug": "{slug}""#);
        let edit = [r#""slug": "brookmoor""#, &slug, "xbb slug"];
        breaks("unique-slug", MEMBERS, &[edit]);
    }
}

#[test]
fn the_number_of_the_edition_can_stand_in_an_address() {
    for number in ["", "2026/3", "..", "März", "2026 3"] {
        let version = format!(r#""version": "{number}""#);
        let edit = [
            r#""version": "2026.3.1""#,
            &version,
            "league-of-lakes data.version",
        ];
        breaks("edition-number", NETWORK, &[edit]);
    }
}

#[test]
fn references_name_what_is_there() {
    let rule = "known-reference";
    breaks(
        rule,
        MEMBERS,
        &[
            [
                r#""region": "north-shore""#,
                r#""region": "east""#,
                "xaa region",
            ],
            [r#""upper-lakes""#, r#""rivers""#, "xaa sub_region"],
            [
                "lake-union",
                "lake-onion",
                "xaa memberships[0].organisation",
            ],
            ["shore-atlas", "shore-map", "xaa aliases[1].sources"],
            [
                r#""joined": "1974","#,
                "\"joined\": \"1974\",\n    \"part_of\": {\n      \"member\": \"zzz\",\n      \"until\": \"1970\"\n    },",
                "xbb part_of.member",
            ],
            [
                r#""joined": "1974","#,
                "\"joined\": \"1974\",\n    \"part_of\": {\n      \"member\": \"xbb\",\n      \"until\": \"1970\"\n    },",
                "xbb part_of.member",
            ],
        ],
    );
    breaks(
        rule,
        NETWORK,
        &[
            [
                r#""lake-union""#,
                r#""lake""#,
                "league-of-lakes membership_filter",
            ],
            [
                r#""xcc""#,
                r#""xdd""#,
                "league-of-lakes former_members[0].successor",
            ],
        ],
    );
    breaks(
        rule,
        PARLIAMENTS,
        &[[r#""id": "xcc""#, r#""id": "xdd""#, "xdd id"]],
    );
    breaks(
        rule,
        BOUNDARIES,
        &[["lake-gazette", "gazette", "reed-islands sources"]],
    );
    breaks(rule, MAP, &[["shore-atlas", "shore-map", " sources"]]);
}

#[test]
fn no_sub_region_lies_within_itself() {
    let place = "league-of-lakes sub_regions[1].parent";
    let parent = r#""parent": "lakes""#;
    breaks(
        "known-reference",
        NETWORK,
        &[
            [parent, r#""parent": "rivers""#, place],
            [parent, r#""parent": "upper-lakes""#, place],
        ],
    );
    let circle = edited(
        NETWORK,
        r#""m49": "990","#,
        r#""m49": "990", "parent": "upper-lakes","#,
    );
    let mut findings = check(&circle).into_iter();
    let finding = findings.find(|finding| finding.rule == "known-reference");
    assert_eq!(
        finding.unwrap().problem,
        "names `lakes`, which lies within it"
    );
}

#[test]
fn codes_of_states_are_those_of_iso_3166() {
    let rule = "iso-codes";
    let place = "xbb codes.iso2";
    breaks(
        rule,
        MEMBERS,
        &[
            [r#""XB""#, r#""XBB""#, place],
            [r#""XB""#, r#""xb""#, place],
            [r#""XB""#, r#""XA""#, place],
        ],
    );
    breaks(
        rule,
        ORGANISATIONS,
        &[[r#""xaa""#, r#""XA""#, "lake-union country"]],
    );
    let former = "league-of-lakes former_members[0].id";
    // An event that it hosted then names no state.
    let found = check(&edited(NETWORK, r#""xoo""#, r#""old lake""#));
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [rule, "known-reference"]);
    assert_eq!(found[0].field, former.split_once(' ').unwrap().1);
}

#[test]
fn codes_of_other_lists_have_their_form() {
    let place = "xbb codes.m49";
    breaks(
        "m49-code",
        MEMBERS,
        &[
            [r#""902""#, r#""92""#, place],
            [r#""902""#, r#""90a""#, place],
            [r#""902""#, r#""901""#, place],
        ],
    );
    let double = edited(NETWORK, r#""991""#, r#""990""#);
    assert_eq!(check(&double)[0].field, "sub_regions[1].m49");
    let place = "xcc codes.wikidata";
    breaks(
        "wikidata-id",
        MEMBERS,
        &[
            ["Q903", "903", place],
            ["Q903", "Q", place],
            ["Q903", "Q09", place],
            ["Q903", "Q9a", place],
        ],
    );
    breaks(
        "wikidata-id",
        PARLIAMENTS,
        &[["Q911", "L911", "xaa wikidata"]],
    );
}

#[test]
fn every_record_is_sourced() {
    let one = "\"sources\": [\n      \"shore-atlas\"\n    ],";
    let none = "\"sources\": [],";
    breaks(
        "sourced",
        ORGANISATIONS,
        &[[one, none, "reed-council sources"]],
    );
    let other = "\"sources\": [\n              \"shore-atlas\"\n            ]";
    let none = "\"sources\": []";
    let place = "xaa memberships[0].also[0].sources";
    breaks("sourced", MEMBERS, &[[other, none, place]]);
}
