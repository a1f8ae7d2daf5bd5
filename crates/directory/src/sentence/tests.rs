use super::*;
use crate::fixture::directory;

fn check(address: &str, shown: usize, expected: &str) {
    let sentence = sentence(&directory(), &Query::parse(address), shown);
    assert_eq!(sentence.whole, expected, "{address}");
}

#[test]
fn the_count_says_how_many_of_all() {
    check("", 8, "All 8: parliaments, by name");
    check("status=member", 6, "6 of 8: member parliaments, by name");
    check("status=member,observer", 8, "All 8: parliaments, by name");
    check("q=zzz", 0, "None of 8: parliaments matching “zzz”");
    check(
        "region=isles&sort=seats",
        0,
        "None of 8: parliaments in the Isles",
    );
    check(
        "subregion=near-north",
        1,
        "1 of 8: parliament in Near North",
    );
    check(
        "selected=alb&view=map&at=1_2_300",
        8,
        "All 8: parliaments, by name",
    );
    let mut lone = directory();
    lone.members.truncate(1);
    let sentence = sentence(&lone, &Query::default(), 1);
    assert_eq!(sentence.whole, "1 of 1: parliament");
}

#[test]
fn status_and_structure_make_the_noun() {
    check(
        "status=observer",
        2,
        "2 of 8: observer parliaments, by name",
    );
    check(
        "structure=unicameral",
        4,
        "4 of 8: unicameral parliaments, by name",
    );
    check(
        "structure=bicameral",
        2,
        "2 of 8: bicameral parliaments, by name",
    );
    check(
        "structure=bicameral,unicameral",
        6,
        "6 of 8: unicameral or bicameral parliaments, by name",
    );
    check(
        "structure=none",
        1,
        "1 of 8: state without a sitting parliament",
    );
    check(
        "structure=none",
        2,
        "2 of 8: states without a sitting parliament, by name",
    );
    check(
        "structure=none,bicameral",
        3,
        "3 of 8: bicameral parliaments or states without a sitting parliament, by name",
    );
    check(
        "structure=none&status=observer",
        0,
        "None of 8: observer states without a sitting parliament",
    );
    check(
        "structure=unicameral&status=member",
        1,
        "1 of 8: unicameral member parliament",
    );
    check(
        "structure=unicameral,bicameral,none&status=member",
        6,
        "6 of 8: unicameral or bicameral member parliaments or member states without a \
         sitting parliament, by name",
    );
}

#[test]
fn places_stand_in_the_order_of_the_network() {
    check(
        "region=north",
        3,
        "3 of 8: parliaments in the Northland, by name",
    );
    check(
        "region=south",
        2,
        "2 of 8: parliaments in Southland, by name",
    );
    check(
        "region=isles,south",
        5,
        "5 of 8: parliaments in Southland or in the Isles, by name",
    );
    check(
        "region=isles,south,north",
        8,
        "All 8: parliaments in the Northland, in Southland or in the Isles, by name",
    );
    check(
        "subregion=low-south,far-north",
        4,
        "4 of 8: parliaments in the Far North or in Low South, by name",
    );
    check(
        "region=isles&subregion=near-north",
        4,
        "4 of 8: parliaments in the Isles or in Near North, by name",
    );
    check("region=atlantis", 8, "All 8: parliaments, by name");
}

#[test]
fn membership_names_the_organisation() {
    check(
        "membership=member",
        3,
        "3 of 8: parliaments, members of the UP, by name",
    );
    check(
        "membership=member",
        1,
        "1 of 8: parliament, member of the UP",
    );
    check(
        "membership=suspended",
        1,
        "1 of 8: parliament, suspended member of the UP",
    );
    check(
        "membership=suspended,member",
        4,
        "4 of 8: parliaments, members or suspended members of the UP, by name",
    );
    check(
        "membership=unknown",
        4,
        "4 of 8: parliaments, without known membership of the UP, by name",
    );
    check(
        "membership=unknown,member",
        7,
        "7 of 8: parliaments, members of the UP or without known membership, by name",
    );
    check(
        "membership=unknown,member,suspended",
        8,
        "All 8: parliaments, by name",
    );
}

#[test]
fn decades_are_listed() {
    check(
        "joined=1960s",
        3,
        "3 of 8: parliaments, joined in the 1960s, by name",
    );
    check(
        "joined=1990s,1960s,1970s",
        6,
        "6 of 8: parliaments, joined in the 1960s, 1970s or 1990s, by name",
    );
    check(
        "joined=unknown",
        2,
        "2 of 8: parliaments, without a date of joining, by name",
    );
    check(
        "joined=unknown,1960s",
        5,
        "5 of 8: parliaments, joined in the 1960s, or without a date of joining, by name",
    );
}

#[test]
fn a_past_year_has_its_own_total_former_members_included() {
    check("year=1973", 5, "All 5: states, at the end of 1973, by name");
    check(
        "year=1973&region=north&joined=1960s",
        3,
        "3 of 5: states in the Northland, joined in the 1960s, at the end of 1973, by name",
    );
    check("year=2026", 8, "All 8: parliaments, by name");
    check("year=1900", 8, "All 8: parliaments, by name");
}

#[test]
fn words_and_order_end_the_sentence() {
    check(
        "q=+bel+",
        2,
        "2 of 8: parliaments matching “bel”, best match first",
    );
    check("q=bel", 1, "1 of 8: parliament matching “bel”");
    check(
        "q=bel&sort=women",
        2,
        "2 of 8: parliaments matching “bel”, by share of women",
    );
    check("q=+++", 8, "All 8: parliaments, by name");
    check("sort=joined", 8, "All 8: parliaments, by date of joining");
    check("sort=seats", 8, "All 8: parliaments, by seats");
    check(
        "q=a&region=north&status=member&structure=bicameral&membership=member&joined=1960s\
         &sort=seats",
        2,
        "2 of 8: bicameral member parliaments in the Northland matching “a”, members of the \
         UP, joined in the 1960s, by seats",
    );
}

#[test]
fn the_filters_of_events_are_named_by_their_chips() {
    let directory = directory();
    let query = Query::parse("q=peace&type=summit&period=1960s&region=north&state=held");
    let said = event_sentence(&directory, &query, 1).whole;
    assert_eq!(
        said,
        "1 of 6: events: “peace”, Summit, 1960s, Northland, Held"
    );
    assert_eq!(
        event_sentence(&directory, &Query::default(), 6).whole,
        "All 6: events"
    );
}
