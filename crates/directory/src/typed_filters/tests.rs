use super::*;
use crate::facets::{EVENT_FACETS, MEMBER_FACETS};
use crate::fixture::{context, directory};

/// The address after what was typed is chosen as far as it is finished.
fn chosen(facets: &[&'static Facet], typed: &str, are_all_finished: bool) -> String {
    let directory = directory();
    let filters = TypedFilters {
        context: context(&directory),
        facets,
        fold: &|text| text.to_lowercase(),
    };
    let query = Query::default().with_words(typed);
    filters.chosen(&query, are_all_finished).to_string()
}

/// What helps with what was typed: its text, and what is suggested.
fn help(typed: &str) -> Option<(String, Vec<(String, String)>)> {
    let directory = directory();
    let filters = TypedFilters {
        context: context(&directory),
        facets: &MEMBER_FACETS,
        fold: &|text| text.to_lowercase(),
    };
    let help = filters.help(&Query::default().with_words(typed))?;
    let suggestions = help.suggestions.into_iter();
    let suggestions = suggestions.map(|one| (one.label, one.query.to_string()));
    Some((help.text, suggestions.collect()))
}

#[test]
fn what_is_typed_is_chosen_as_an_address_says_it() {
    for (typed, address) in [
        ("region:north", "region=north"),
        ("Region:North", "region=north"),
        ("region:north,south", "region=north,south"),
        ("region:\"Far North\"", "subregion=far-north"),
        ("seats:>200", "seats=201-"),
        ("seats:>=200 seats:0-49", "seats=0-49,200-"),
        ("seats:<50", "seats=0-49"),
        ("seats:unknown", "seats=unknown"),
        ("women:>=30", "women=30-"),
        ("joined:<1970", "joined=1960s"),
        ("joined:1960s", "joined=1960s"),
        ("structure:bi", "structure=bicameral"),
        ("contact:email,phone", "contact=email,phone"),
        ("data:no-seats", "data=no-seats"),
        ("event:2022", "event-year=2022"),
        ("event:>=2022", "event-year=2022-"),
        (
            "ab region:north seats:>200 cd",
            "q=ab+cd&region=north&seats=201-",
        ),
    ] {
        assert_eq!(chosen(&MEMBER_FACETS, typed, true), address, "{typed}");
    }
    assert_eq!(
        chosen(&EVENT_FACETS, "state:planned", true),
        "state=planned"
    );
}

#[test]
fn what_is_not_understood_stays_among_the_words() {
    for typed in [
        "nothing:here",
        "region:atlantis",
        "region:",
        "region:north,atlantis",
        "seats:many",
        "seats:9-5",
        "women:>30",
        "joined:1961",
        "joined:<1965",
        "event:soon",
        "only:atlantis",
    ] {
        let query = Query::default().with_words(typed);
        assert_eq!(
            chosen(&MEMBER_FACETS, typed, true),
            query.to_string(),
            "{typed}"
        );
        assert!(help(typed).is_some(), "{typed}");
    }
}

#[test]
fn what_is_being_typed_is_not_chosen_before_it_is_finished() {
    let typed = |text| chosen(&MEMBER_FACETS, text, false);
    assert_eq!(typed("seats:2"), "q=seats%3A2");
    assert_eq!(typed("seats:2 "), "seats=2");
    assert_eq!(typed("region:north seats:2"), "q=seats%3A2&region=north");
}

#[test]
fn a_reader_is_helped_with_names_and_values() {
    let (text, suggestions) = help("ab region:").unwrap();
    assert_eq!(text, "Region takes:");
    assert!(
        suggestions.contains(&("Northland".to_owned(), "q=ab+&region=north".to_owned())),
        "{suggestions:?}"
    );
    let (text, suggestions) = help("structure:b").unwrap();
    assert_eq!(text, "Structure takes:");
    let suggested = [("Two chambers".to_owned(), "structure=bicameral".to_owned())];
    assert_eq!(suggestions.len(), suggested.len(), "{suggestions:?}");
    assert_eq!(suggestions[0].1, suggested[0].1);
    let (text, suggestions) = help("regoin:north").unwrap();
    assert_eq!(text, "No filter is called “regoin”. There are:");
    assert_eq!(
        suggestions,
        [("Region".to_owned(), "q=region%3A".to_owned())]
    );
    let (text, suggestions) = help("structure:three ").unwrap();
    assert_eq!(text, "“three” does not fit “Structure”, which takes:");
    assert_eq!(suggestions.len(), 3, "{suggestions:?}");
    let (_, suggestions) = help("seats").unwrap();
    assert_eq!(suggestions, [("Seats".to_owned(), "q=seats%3A".to_owned())]);
    assert_eq!(help("ab cd"), None);
}

#[test]
fn help_is_asked_for_where_a_filter_is_typed_or_named() {
    for (typed, is_typed) in [
        ("region:north ab", true),
        ("ab women", true),
        ("women ", false),
        ("ab", false),
        ("", false),
    ] {
        let query = Query::default().with_words(typed);
        assert_eq!(are_typed(&query, &MEMBER_FACETS), is_typed, "{typed}");
    }
}
