//! Rules of contacts, each broken by small edits.

use directory::model::ContactSettings;
use editing::{DataFiles, check, read};

use crate::{CONTACTS, NETWORK, breaks, edited, three};

#[test]
fn a_contact_has_the_form_of_its_kind() {
    for address in [
        "clerk",
        "clerk@",
        "Clerk <clerk@parliament.example>",
        "a b@c.example",
    ] {
        let edit = ["clerk@parliament.example", address, "xaa-email value"];
        breaks("email-form", CONTACTS, &[edit]);
    }
    breaks(
        "phone-form",
        CONTACTS,
        &[
            ["+999 55 1235", "999 55 1235", "xaa-fax value"],
            ["+999 55 1235", "+999 55", "xaa-fax value"],
        ],
    );
    // A note explains what cannot be brought into the international form.
    assert_eq!(check(&edited(CONTACTS, "+999 (55) 1234", "55 1234")), []);
    let both = [
        r#""value": "+999 55 1235""#,
        "\"value\": \"+999 55 1235\",\n    \"lines\": [\n      \"x\"\n    ]",
    ];
    breaks(
        "contact-value",
        CONTACTS,
        &[[both[0], both[1], "xaa-fax value"]],
    );
    let outdated = [
        r#""kind": "form","#,
        "\"kind\": \"form\",\n    \"service\": \"Pond\",",
        "xbb-form service",
    ];
    let service = ["    \"service\": \"Pond\",\n", "", "xbb-social service"];
    let no_number = [
        "\"value\": \"https://reeds.example/write\",",
        "\"value\": \"https://reeds.example/write\",\n    \"outdated_plan\": true,",
        "xbb-form outdated_plan",
    ];
    breaks("contact-value", CONTACTS, &[outdated, service, no_number]);
    let lines = [
        r#""kind": "address""#,
        r#""kind": "phone""#,
        "xaa-address value",
    ];
    breaks("contact-value", CONTACTS, &[lines]);
}

#[test]
fn a_contact_belongs_to_one_institution_that_is_there() {
    let holder = r#""member": "xbb",
    "kind": "form""#;
    let two = r#""member": "xbb",
    "organisation": "lake-union",
    "kind": "form""#;
    breaks(
        "contact-holder",
        CONTACTS,
        &[[holder, two, "xbb-form member"]],
    );
    breaks(
        "contact-holder",
        CONTACTS,
        &[[holder, r#""kind": "form""#, "xbb-form member"]],
    );
    let gone = r#""member": "xzz",
    "kind": "form""#;
    breaks(
        "known-reference",
        CONTACTS,
        &[[holder, gone, "xbb-form member"]],
    );
    let chamber = r#""member": "xbb",
    "chamber": "upper",
    "kind": "form""#;
    breaks(
        "known-reference",
        CONTACTS,
        &[[holder, chamber, "xbb-form chamber"]],
    );
    let union = r#""organisation": "lake-union",
    "kind": "email""#;
    let upper = r#""organisation": "lake-union",
    "chamber": "upper",
    "kind": "email""#;
    breaks(
        "contact-holder",
        CONTACTS,
        &[[union, upper, "lake-union-email chamber"]],
    );
    let twin = [
        "https://reeds.example/press",
        "https://www.Reeds.example/write/",
    ];
    let kind = edited(CONTACTS, r#""kind": "press""#, r#""kind": "form""#);
    let mut files = kind;
    let text = files.get_mut(CONTACTS).expect("the contacts");
    *text = text.replace(twin[0], twin[1]);
    let found = check(&files);
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["one-contact"]);
}

#[test]
fn chambers_share_a_contact_or_one_of_them_has_it() {
    let form = "\"member\": \"xaa\",\n    \"kind\": \"website\",";
    let with = |fields: &str| form.replace("    \"kind\"", &format!("    {fields},\n    \"kind\""));
    let shared = r#""chambers": [
      "lower",
      "upper"
    ]"#;
    assert_eq!(check(&edited(CONTACTS, form, &with(shared))), []);
    let one = "\"chambers\": [\n      \"lower\"\n    ]";
    let both = format!("\"chamber\": \"lower\",\n    {shared}");
    let single = shared.replace("lower", "single");
    breaks(
        "contact-holder",
        CONTACTS,
        &[
            [form, &with(one), "xaa-website chambers"],
            [form, &with(&both), "xaa-website chambers"],
        ],
    );
    let other = [form, &with(&single), "xaa-website chamber"];
    breaks("known-reference", CONTACTS, &[other]);
}

#[test]
fn a_contact_is_dated_or_says_that_it_is_not() {
    let undated = "    ],\n    \"undated\": true\n";
    let print = "    \"class\": \"official-print\",\n    \"note\": \"Not checked since 2015.\",";
    breaks(
        "contact-dated",
        CONTACTS,
        &[
            [undated, "    ]\n", "xaa-upper-website as_of"],
            [
                "    \"as_of\": \"2026-02\"\n",
                "    \"as_of\": \"2026-02\",\n    \"undated\": true\n",
                "xaa-website as_of",
            ],
            [
                "    \"note\": \"Not checked since 2015.\",",
                print,
                "xaa-upper-website as_of",
            ],
        ],
    );
    let class = print.replace("official-print", "rumour");
    let edit = [
        "    \"note\": \"Not checked since 2015.\",",
        &class,
        "xaa-upper-website class",
    ];
    breaks("vocabulary", CONTACTS, &[edit]);
}

#[test]
fn a_contact_is_verified_after_its_source_and_holds_until_later() {
    breaks(
        "dates-in-order",
        CONTACTS,
        &[
            ["2026-02-10", "2024-02-10", "xaa-email verified_on"],
            ["2026-02-10", "2027-02-10", "xaa-email verified_on"],
            [
                r#""valid_until": "2022""#,
                r#""valid_until": "2018""#,
                "xaa-fax valid_until",
            ],
        ],
    );
}

#[test]
fn a_network_says_in_sound_numbers_when_its_contacts_are_old() {
    for months in ["0", "121", "70000"] {
        let place = "league-of-lakes contacts.fresh_months";
        breaks("fresh-months", NETWORK, &[["18", months, place]]);
    }
    let since = "league-of-lakes contacts.links_since";
    breaks(
        "date-form",
        NETWORK,
        &[[r#""links_since": "2020""#, r#""links_since": "20""#, since]],
    );
    let settings = |files: DataFiles| read(&files).unwrap().0.network.contacts;
    let own = settings(three());
    assert_eq!(own.fresh_months, 18);
    assert_eq!(own.links_since.unwrap().to_string(), "2020");
    let none = edited(
        NETWORK,
        "    \"fresh_months\": 18,\n    \"links_since\": \"2020\"\n",
        "",
    );
    assert_eq!(settings(none), ContactSettings::default());
}
