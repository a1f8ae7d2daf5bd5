//! A network of another shape: ten members in two regions, of which no more is
//! on record than their codes tell. No observers, no parliaments, no contacts, no
//! organisations, no organs; one language.

mod site;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use directory::catalogue::Catalogue;
use editing::new_network::{NewNetwork, Territories, new_network};
use hemicycle::{Page, Site};
use site::{between, leak, page_at, text};

/// The states of the Western Mediterranean, five to the north and five to the
/// south.
static TEN: LazyLock<&'static Site> = LazyLock::new(|| {
    let file = |path: &str| {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("a file of the project")
    };
    let cldr = |name: &str| file(&format!("crates/editing/tests/cldr/{name}.json"));
    let names = BTreeMap::from([("en".to_owned(), cldr("en"))]);
    let territories =
        Territories::read(&cldr("codeMappings"), &cldr("territoryContainment"), &names);
    let members = [
        "prt", "esp", "fra", "ita", "mlt", "mrt", "mar", "dza", "tun", "lby",
    ];
    let wanted = NewNetwork {
        name: "5+5 Dialogue",
        members: &members.map(str::to_owned),
        languages: &[Catalogue::english()],
        date: "2026-11-28".parse().expect("a date"),
    };
    let files = new_network(&wanted, &territories.unwrap(), &site::files("public/data")).unwrap();
    let (directory, findings) = editing::read(&files).expect("the data can be read");
    assert_eq!(findings, []);
    leak(directory, Vec::new())
});

/// What is read on the page at an address.
fn read_at(address: &str) -> String {
    text(between(&page_at(address, *TEN), "<main", "</main>"))
}

#[test]
fn filters_colours_and_legend_offer_what_tells_members_apart() {
    let html = page_at("/", *TEN);
    let filters = text(between(&html, r#"class="filters__menus""#, "All 10:"));
    assert!(filters.contains("Region Africa 5"), "{filters}");
    let legend = text(between(&html, r#"class="legend""#, "</ul>"));
    assert!(legend.ends_with("Africa 5 Europe 5"), "{legend}");
    let colours = read_at("/");
    let colours = between(&colours, "Colour: ", "Africa 5 Europe 5");
    for name in ["Status", "Structure", "Observer", "Seats", "Women"] {
        assert!(!filters.contains(name), "{filters}");
        assert!(!colours.contains(name), "{colours}");
    }
    let chosen = page_at("/?status=observer", *TEN);
    assert!(
        chosen.contains("Observer"),
        "what is chosen can be taken back"
    );
}

#[test]
fn insights_have_no_figure_of_facts_that_are_not_on_record() {
    let html = page_at("/insights/", *TEN);
    assert_eq!(html.matches(r#"class="insight""#).count(), 1);
    let contents = between(&html, "insights-page__contents", "</ul>");
    assert_eq!(contents.matches("<li>").count(), 1, "{contents}");
    let read = read_at("/insights/");
    assert!(read.contains("No figure"), "{read}");
    assert!(
        !between(&html, "<main", "</main>").contains("<svg"),
        "{read}"
    );
    assert!(!read.to_lowercase().contains("membership"), "{read}");
}

#[test]
fn the_page_of_the_network_has_no_heading_without_a_text_below() {
    let html = page_at("/network/", *TEN);
    assert!(!html.contains("<h2"), "{html}");
}

#[test]
fn a_member_of_which_codes_alone_are_known_says_what_is_missing() {
    let html = page_at("/members/malta/", *TEN);
    let read = read_at("/members/malta/");
    for told in ["The record of the parliament is missing.", "MT · MLT · 470"] {
        assert!(read.contains(told), "{read}");
    }
    for empty in ["memberships", "member-events__line"] {
        assert!(!html.contains(&format!(r#"class="{empty}""#)), "{empty}");
    }
    let two = read_at("/compare/?members=malta,tunisia");
    assert!(two.contains("Malta") && two.contains("Tunisia"), "{two}");
}

#[test]
fn no_page_speaks_of_another_network() {
    for page in Page::all(TEN.directory) {
        let html = page_at(&format!("/{}", page.path()), *TEN);
        for foreign in ["Non-Aligned", "NAM ", "Movement"] {
            assert!(!html.contains(foreign), "{}: {foreign}", page.path());
        }
    }
}
