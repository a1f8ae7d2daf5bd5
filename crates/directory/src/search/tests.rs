//! Searches in small directories of invented states.

mod states;

use std::cell::Cell;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::fixture;
use crate::model::LocalizedText;
use states::{directory, member, name, named, parliament};

fn nfkd_lowercase(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// What a search for `typed` shows: for each hit the id of the member, the
/// kind of the text, and the text with its marks in square brackets.
fn shown(directory: &Directory, typed: &str) -> Vec<String> {
    let hits = SearchIndex::of_members(directory, nfkd_lowercase).search(typed);
    hits.iter().map(|hit| line(directory, hit)).collect()
}

fn line(directory: &Directory, hit: &Hit<MemberIdx>) -> String {
    told(directory, directory[hit.item].id.as_str(), hit)
}

fn told<I>(directory: &Directory, id: &str, hit: &Hit<I>) -> String {
    let mut text = hit.text.clone();
    for mark in hit.marks.iter().rev() {
        text.insert(mark.end, ']');
        text.insert(mark.start, '[');
    }
    format!(
        "{id} {} {text}",
        directory.catalogue.match_reason(hit.reason)
    )
}

fn check(directory: &Directory, typed: &str, expected: &[&str]) {
    assert_eq!(shown(directory, typed), expected, "{typed}");
}

#[test]
fn every_kind_of_text_is_found_and_named() {
    let mut state = member("abc", "Émeraude", &[]);
    state.names.0.insert("ar".into(), "الزمردة".into());
    state.names.0.insert("zh".into(), "翡翠王国".into());
    state.common_names = LocalizedText([("en".into(), "St. Emerald".into())].into());
    state.formal_names = LocalizedText([("en".into(), "Free State of l'Émeraude".into())].into());
    state.native_names = vec![name("mi", "Motu Karā")];
    state.aliases = vec![name("en", "Green Island")];
    state.capital.as_mut().unwrap().city = named("Port-Straße");
    let parliament = parliament("Tower of Voices", "Upper Loft", "Bay Town");
    state.parliament = Some(parliament);
    let directory = directory(vec![state]);
    check(&directory, "emer", &["abc name: [Émer]aude"]);
    check(
        &directory,
        "الزمرده",
        &["abc name in another language: [الزمردة]"],
    );
    check(
        &directory,
        "زمرد",
        &["abc name in another language: ال[زمرد]ة"],
    );
    check(
        &directory,
        "王",
        &["abc name in another language: 翡翠[王]国"],
    );
    check(
        &directory,
        "saint emerald",
        &["abc also known as: [St]. [Emerald]"],
    );
    check(
        &directory,
        "stemerald",
        &["abc also known as: [St. Emerald]"],
    );
    check(
        &directory,
        "free l'Em",
        &["abc formal name: [Free] State of [l'Ém]eraude"],
    );
    check(&directory, "motu kara", &["abc own name: [Motu] [Karā]"]);
    check(
        &directory,
        "ISLAND, green",
        &["abc former or other name: [Green] [Island]"],
    );
    check(
        &directory,
        "strasse port",
        &["abc capital: [Port]-[Straße]"],
    );
    check(&directory, "stras", &["abc capital: Port-[Straß]e"]);
    check(
        &directory,
        "bay t",
        &["abc seat of parliament: [Bay] [T]own"],
    );
    check(&directory, "voices", &["abc parliament: Tower of [Voices]"]);
    check(&directory, "loft emeraude", &["abc name: [Émeraude]"]);
    check(&directory, "loft", &["abc chamber: Upper [Loft]"]);
    check(&directory, "ＡＢＣ", &["abc code: [ABC]"]);
    check(&directory, "q7", &["abc code: [Q7]"]);
    check(&directory, "007", &["abc code: [007]"]);
}

/// What a search for `typed` among the events of the fixture shows, as for
/// members.
fn check_events(typed: &str, expected: &[&str]) {
    let directory = fixture::directory();
    let hits = SearchIndex::of_events(&directory, nfkd_lowercase).search(typed);
    let lines = hits
        .iter()
        .map(|hit| told(&directory, &directory[hit.item].id, hit));
    assert_eq!(lines.collect::<Vec<_>>(), expected, "{typed}");
}

#[test]
fn every_kind_of_text_of_an_event_is_found_and_named() {
    check_events("third", &["third title: The [third] event"]);
    check_events("yonder", &["talks country: [Yonder]"]);
    check_events("2027", &["third year: [2027]"]);
    check_events("event yonder", &["talks title: The talks [event]"]);
    check_events(
        "congress",
        &[
            "first organ: [Congress]",
            "second organ: [Congress]",
            "third organ: [Congress]",
        ],
    );
}

#[test]
fn typos_in_words_about_events_are_forgiven_only_where_nothing_is_as_typed() {
    check_events("thirt", &["third title: The [third] event"]);
    check_events("yondre", &["talks country: [Yonder]"]);
    check_events("talk", &["talks title: The [talk]s event"]);
    // A year is another year, and not a typo.
    check_events("1965", &[]);
    check_events("2028", &[]);
}

#[test]
fn former_members_are_found_by_their_names_with_and_without_typos() {
    let directory = fixture::directory();
    let index = SearchIndex::of_former_members(&directory, nfkd_lowercase);
    let name = directory.network.former_members.first().unwrap();
    let name = name.names.get("en");
    let typo = format!("x{name}");
    assert_eq!(index.search(name).len(), 1);
    assert_eq!(index.search(&typo).len(), 1);
    assert_eq!(index.search_exact(name).len(), 1);
    assert_eq!(index.search_exact(&typo), []);
}

#[test]
fn traditional_and_simplified_characters_find_each_other_and_the_stored_ones_are_marked() {
    let mut state = member("abc", "Ox", &[]);
    state.names.0.insert("zh".into(), "东方共和国".into());
    state.aliases = vec![name("zh-Hant", "東土國")];
    let mut directory = directory(vec![state]);
    check(&directory, "東方", &[]);
    directory.letter_variants = "國国東东".into();
    let name = "abc name in another language: [东方]共和国";
    check(&directory, "東方", &[name]);
    check(&directory, "东方", &[name]);
    check(
        &directory,
        "东土国",
        &["abc former or other name: [東土國]"],
    );
    check(
        &directory,
        "東方共和西國",
        &["abc name in another language: [东方共和国]"],
    );
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    let nearest = index.nearest("國東方", 1);
    assert_eq!(
        line(&directory, &nearest[0]),
        "abc name in another language: [东方]共和国"
    );
}

#[test]
fn words_begin_beside_scripts_without_spaces_too() {
    let mut state = member("abc", "Ox", &[]);
    state.names.0.insert("zh".into(), "第151届大会".into());
    let directory = directory(vec![state]);
    for (typed, marked) in [
        ("151", "第[151]届大会"),
        ("大会", "第151届[大会]"),
        ("第151", "[第151]届大会"),
    ] {
        let expected = format!("abc name in another language: {marked}");
        check(&directory, typed, &[&expected]);
    }
    check(&directory, "51", &[]);
}

#[test]
fn typos_are_forgiven_by_the_length_of_the_word() {
    let directory = directory(vec![
        member("abc", "Marchland", &[]),
        member("def", "Orvo", &[]),
    ]);
    check(&directory, "marhcland", &["abc name: [Marchland]"]);
    check(&directory, "marshlant", &["abc name: [Marchland]"]);
    check(&directory, "marcl", &["abc name: [March]land"]);
    check(&directory, "urvo", &["def name: [Orvo]"]);
    check(&directory, "urva", &[]);
    check(&directory, "ovr", &[]);
}

#[test]
fn names_come_before_beginnings_before_other_texts_before_typos() {
    let mut capital = member("cap", "Fourth", &[]);
    capital.capital.as_mut().unwrap().city = named("Norland");
    let directory = directory(vec![
        member("ali", "First", &["Norland Coast"]),
        member("beg", "Norlandia", &[]),
        capital,
        member("exa", "Norland", &[]),
        member("ins", "New Norland", &[]),
        member("sli", "Norlant", &[]),
    ]);
    let hits = shown(&directory, "norland");
    let ids: Vec<&str> = hits.iter().map(|line| &line[..3]).collect();
    assert_eq!(ids, ["exa", "beg", "cap", "ins", "ali"]);
    let hits = shown(&directory, "norlanr");
    let ids: Vec<&str> = hits.iter().map(|line| &line[..3]).collect();
    assert_eq!(ids, ["exa", "sli", "beg", "cap", "ins", "ali"]);
}

#[test]
fn a_code_comes_first_in_capitals_and_after_names_that_begin_with_it_otherwise() {
    let directory = directory(vec![
        member("abc", "Xenia", &[]),
        member("def", "Abcoria", &[]),
    ]);
    let name = "def name: [Abc]oria";
    let code = "abc code: [ABC]";
    check(&directory, "ABC", &[code, name]);
    check(&directory, "abc", &[name, code]);
}

#[test]
fn stop_words_do_not_decide() {
    let directory = directory(vec![member("abc", "Union of the Isles", &[])]);
    check(
        &directory,
        "isles and union",
        &["abc name: [Union] of the [Isles]"],
    );
    check(
        &directory,
        "l'union des isles",
        &["abc name: [Union] of the [Isles]"],
    );
    check(&directory, "of the", &["abc name: Union [of] [the] Isles"]);
    check(
        &directory,
        "isles of",
        &["abc name: Union [of] the [Isles]"],
    );
    check(&directory, "isles el", &["abc name: Union of the [Isles]"]);
}

#[test]
fn a_reader_sees_the_text_in_the_own_language_where_several_fit() {
    let mut state = member("abc", "Nord", &[]);
    state.names.0.insert("fr".into(), "Nord".into());
    let directory = directory(vec![state]);
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    for language in ["en", "fr"] {
        let hit = &index.search_in("nord", language)[0];
        assert_eq!(
            (hit.lang.as_str(), hit.reason),
            (language, MatchReason::Name)
        );
    }
    assert_eq!(
        index.search_in("nord", "es")[0].reason,
        MatchReason::OtherLanguage
    );
}

#[test]
fn nothing_typed_finds_nothing() {
    let directory = directory(vec![member("abc", "Norland", &[])]);
    for typed in ["", "  ", "—", "'", "\u{301}"] {
        check(&directory, typed, &[]);
        let index = SearchIndex::of_members(&directory, nfkd_lowercase);
        assert_eq!(index.nearest(typed, 3), [], "{typed}");
    }
}

#[test]
fn the_nearest_names_are_offered_where_nothing_is_found() {
    let directory = directory(vec![
        member("abc", "Sunderland", &[]),
        member("def", "Norwestria", &[]),
        member("ghi", "Ulm", &[]),
    ]);
    let index = SearchIndex::of_members(&directory, nfkd_lowercase);
    assert_eq!(index.search("norvastera"), []);
    let nearest = index.nearest("norvastera", 1);
    assert_eq!(line(&directory, &nearest[0]), "def name: [Norwestria]");
    assert_eq!(nearest.len(), 1);
    assert_eq!(index.nearest("ωωωω", 3), []);
}

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

#[test]
fn decomposition_is_asked_for_once_and_only_where_it_is_needed() {
    fn counted(text: &str) -> String {
        CALLS.set(CALLS.get() + 1);
        nfkd_lowercase(text)
    }
    let directory = directory(vec![member("abc", "Émeraude", &["Île", "Åland"])]);
    let index = SearchIndex::of_members(&directory, counted);
    assert_eq!(CALLS.get(), 1);
    let _ = index.search("emeraude");
    assert_eq!(CALLS.get(), 1);
    let _ = index.search("émeraude");
    assert_eq!(CALLS.get(), 2);
}

/// Text that gives folding something to do.
const TEXT: &str = "\\PC{0,16}|[a-cß½ﬁæéا-ي،'’ \u{301}\u{64B}\u{5B0}\u{E01}-\u{E4B}阿-陀-]{0,16}";

proptest! {
    #[test]
    fn marks_stand_on_the_bounds_of_characters_apart_and_in_order(
        names in prop::collection::vec(TEXT, 1..6),
        typed in TEXT,
        end in 0_usize..16,
    ) {
        let aliases: Vec<&str> = names.iter().map(String::as_str).collect();
        let directory = directory(vec![member("abc", aliases[0], &aliases[1..])]);
        let index = SearchIndex::of_members(&directory, nfkd_lowercase);
        let part: String = aliases[0].chars().take(end).collect();
        for typed in [&typed, &part] {
            for hit in index.search(typed).into_iter().chain(index.nearest(typed, 3)) {
                for mark in &hit.marks {
                    prop_assert!(hit.text.get(mark.clone()).is_some_and(|part| !part.is_empty()), "{:?}", hit);
                }
                prop_assert!(hit.marks.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", hit);
            }
        }
    }

    #[test]
    fn typing_on_never_loses_the_name(
        names in prop::collection::vec("[a-d]{1,6}( [a-dé]{1,6}){0,3}", 1..12),
        wanted in any::<prop::sample::Index>(),
    ) {
        let id = |index: usize| format!("aa{}", char::from(b'a' + u8::try_from(index).unwrap()));
        let members = names.iter().enumerate();
        let directory = directory(members.map(|(at, name)| member(&id(at), name, &[])).collect());
        let index = SearchIndex::of_members(&directory, nfkd_lowercase);
        let wanted = wanted.index(names.len());
        let name = &names[wanted];
        for (end, _) in name.char_indices().skip(1) {
            let hits = index.search(&name[..end]);
            prop_assert!(hits.iter().any(|hit| hit.item.get() == wanted), "{} at {}", name, &name[..end]);
        }
        let first = &index.search(name)[0];
        let shown = NfkdTable::new([&*first.text, name].into_iter(), "", nfkd_lowercase);
        let mut words = [shown.fold(&first.text), shown.fold(name)];
        for words in &mut words {
            words.retain(|word| !is_stop_word(&word.letters));
            words.sort_by(|one, other| one.letters.cmp(&other.letters));
        }
        let letters = |words: &[Word]| -> Vec<Vec<char>> { words.iter().map(|word| word.letters.clone()).collect() };
        // "cc a" matches "cca" as well as "cca" does.
        let joined = |text: &str| shown.fold(text).into_iter().flat_map(|word| word.letters).collect::<Vec<_>>();
        if joined(&first.text) != joined(name) {
            prop_assert_eq!(letters(&words[0]), letters(&words[1]), "{}", name);
        }
    }
}

#[test]
fn a_text_of_any_length_may_be_typed() {
    let long = "Nor lan di a ".repeat(40);
    let directory = directory(vec![member("abc", &long, &[&"x".repeat(300)])]);
    check(&directory, &"y".repeat(500), &[]);
    assert_eq!(shown(&directory, &long).len(), 1);
    assert_eq!(shown(&directory, &"x".repeat(300)).len(), 1);
}
