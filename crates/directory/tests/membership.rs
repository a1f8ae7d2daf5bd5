//! Who belonged in which year, by the data files of this repository.

#[path = "../../editing/tests/files/mod.rs"]
mod files;

use std::sync::LazyLock;

use directory::membership::{belonged, count, former_members, growth, may_have_belonged, years};
use directory::model::Member;
use directory::{Directory, PartialDate};

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| {
    let files = files::read(&files::folder("../../public/data"));
    editing::read(&files).expect("the data can be read").0
});

/// The number of member states at the end of a year.
fn members_in(year: u16) -> usize {
    let (first, _) = years(&DIRECTORY).expect("states have joined");
    growth(&DIRECTORY)[usize::from(year - first)]
}

/// The ids of the former members that belonged in a year.
fn former_in(year: u16) -> Vec<&'static str> {
    let mut ids: Vec<&str> = former_members(&DIRECTORY, year)
        .into_iter()
        .map(|former| DIRECTORY.network[former].id.as_str())
        .collect();
    ids.sort_unstable();
    ids
}

#[test]
fn the_numbers_are_those_that_the_movement_gave_at_the_time() {
    for (year, members) in [
        (1961, 25), // Belgrade: 25 participating countries.
        (2008, 118),
        (2012, 120),
        (2024, 121),
        (2026, 121),
    ] {
        assert_eq!(members_in(year), members, "{year}");
    }
    let mut events = DIRECTORY.events.iter();
    let belgrade = events.find(|event| event.id == "nam-summit-01-belgrade-1961");
    let belgrade = belgrade.expect("the first summit is among the events");
    let told = belgrade.details.participants.as_deref().unwrap_or_default();
    assert!(told.starts_with("25 participating countries"), "{told}");
}

#[test]
fn those_that_left_belonged_until_then() {
    for (year, former) in [
        (1961, vec!["cyp", "ymn", "yug"]),
        (1972, vec!["cyp", "ymd", "ymn", "yug"]),
        (1973, vec!["arg", "cyp", "mlt", "ymd", "ymn", "yug"]),
        (1989, vec!["arg", "cyp", "mlt", "ymd", "ymn", "yug"]),
        (1990, vec!["arg", "cyp", "mlt", "yug"]),
        (1991, vec!["cyp", "mlt", "yug"]),
        (1992, vec!["cyp", "mlt"]),
        (2003, vec!["cyp", "mlt"]),
        (2004, vec![]),
        (2025, vec![]),
    ] {
        assert_eq!(former_in(year), former, "{year}");
    }
}

#[test]
fn the_two_yemens_give_way_to_one() {
    let id = "yem".parse().expect("an id");
    let yemen = DIRECTORY.member(&id).expect("Yemen is a member");
    let belonged = |year| belonged(&DIRECTORY, yemen, year);
    assert_eq!([1989, 1990].map(belonged), [false, true]);
}

#[test]
fn a_state_stands_once_though_it_observes_today() {
    let id = "arg".parse().expect("an id");
    let argentina = DIRECTORY.member(&id).expect("Argentina is an observer");
    for year in 1961..2026 {
        let as_observer = belonged(&DIRECTORY, argentina, year);
        let as_member = former_in(year).contains(&"arg");
        let left_out = may_have_belonged(&DIRECTORY, argentina, year);
        let told = [as_observer, as_member, left_out];
        let times = told.into_iter().filter(|holds| *holds).count();
        assert_eq!(times, 1, "{year}");
        assert_eq!(as_member, (1973..=1990).contains(&year), "{year}");
    }
}

#[test]
fn who_was_absent_belonged_before_and_after() {
    for (id, [before, first, last, after]) in [
        ("chl", [1973, 1974, 1989, 1990]),
        ("khm", [1979, 1980, 1991, 1992]),
        ("mmr", [1979, 1980, 1991, 1992]),
    ] {
        let member = DIRECTORY.member(&id.parse().expect("an id"));
        let member = member.expect("it is a member");
        let told = [before, first, last, after].map(|year| belonged(&DIRECTORY, member, year));
        assert_eq!(told, [true, false, false, true], "{id}");
    }
}

#[test]
fn every_joining_and_leaving_moves_the_line_of_growth_and_nothing_else_does() {
    let members = DIRECTORY.members.iter().filter_map(|member| member.joined);
    let former = &DIRECTORY.network.former_members;
    let joined: Vec<u16> = members
        .chain(former.iter().map(|former| former.joined))
        .map(PartialDate::year)
        .collect();
    let in_year = |years: &[u16], year: u16| years.iter().filter(|one| **one == year).count();
    let left = former.iter().map(|former| former.left);
    // Who is absent leaves and comes back.
    let absent = |date: fn(&Member) -> Option<PartialDate>| {
        DIRECTORY
            .members
            .iter()
            .filter_map(date)
            .map(PartialDate::year)
    };
    let left: Vec<u16> = left
        .map(PartialDate::year)
        .chain(absent(|member| member.absent_from))
        .collect();
    let back = absent(|member| member.absent_until).map(|last| last + 1);
    let joined: Vec<u16> = joined.into_iter().chain(back).collect();
    let (first, last) = years(&DIRECTORY).expect("states have joined");
    for year in first + 1..=last {
        let expected = members_in(year - 1) + in_year(&joined, year) - in_year(&left, year);
        assert_eq!(members_in(year), expected, "{year}");
    }
}

#[test]
fn observers_count_from_a_known_year_and_all_of_them_today() {
    // Of the observers, Brazil alone is known to have observed in 1975.
    assert_eq!(count(&DIRECTORY, Some(1975)), members_in(1975) + 1);
    assert_eq!(count(&DIRECTORY, None), DIRECTORY.members.len());
}
