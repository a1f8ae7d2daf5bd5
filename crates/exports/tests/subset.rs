//! What a page picks from whole exports is what would be written of it alone.

use std::collections::BTreeMap;

use directory::export::subset::{calendar, csv, json, rows};
use directory::fixture::directory;
use directory::model::{Event, LocalizedText};
use exports::events;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::Value;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nNAME:all\r\nBEGIN:VEVENT\r\n\
    SUMMARY:END:VEVENT\r\nUID:a@net\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n\
    DESCRIPTION:UID:a@net\r\n UID:a@net\r\nUID:a-very-long-id-of-an-event-that-\r\n \
    is-folded@net\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn an_event_of_a_calendar_is_known_by_its_uid_alone() {
    let first = calendar(CALENDAR, &["a"]);
    assert_eq!(
        first,
        "BEGIN:VCALENDAR\r\nNAME:all\r\nBEGIN:VEVENT\r\nSUMMARY:END:VEVENT\r\n\
         UID:a@net\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let second = calendar(CALENDAR, &["a-very-long-id-of-an-event-that-is-folded"]);
    assert!(second.contains("is-folded@net") && !second.contains("SUMMARY"));
    let both = ["a", "a-very-long-id-of-an-event-that-is-folded"];
    assert_eq!(calendar(CALENDAR, &both), CALENDAR);
    let none = "BEGIN:VCALENDAR\r\nNAME:all\r\nEND:VCALENDAR\r\n";
    assert_eq!(calendar(CALENDAR, &["very"]), none);
}

#[test]
fn a_table_is_picked_from_with_and_without_its_byte_order_mark() {
    let directory = directory();
    let whole = events::csv(&directory, &directory.events);
    let read = whole.trim_start_matches('\u{FEFF}');
    let picked = csv(&whole, &["lost", "first", "none"]);
    assert_eq!(csv(read, &["lost", "first", "none"]), picked);
    let ids = picked.lines().skip(1).map(|line| &line[1..5]);
    assert_eq!(ids.collect::<Vec<_>>(), ["lost", "firs"]);
}

proptest! {
    #[test]
    fn what_is_picked_is_what_would_be_written_of_these_alone(
        titles in proptest::collection::vec(any::<String>(), 6),
        venue in "[\r\n\",;={}id: first\u{2028}]{0,20}",
        places in subsequence((0..6).collect::<Vec<usize>>(), 0..=6).prop_shuffle(),
    ) {
        let mut directory = directory();
        for (event, title) in directory.events.iter_mut().zip(titles) {
            event.titles = LocalizedText(BTreeMap::from([("en".to_owned(), title)]));
            event.details.venue = Some(venue.clone());
        }
        let chosen: Vec<&Event> = places.iter().map(|&place| &directory.events[place]).collect();
        let ids: Vec<&str> = chosen.iter().map(|event| event.id.as_str()).collect();
        let whole = events::csv(&directory, &directory.events);
        let alone = events::csv(&directory, chosen.iter().copied());
        prop_assert_eq!(csv(&whole, &ids), alone);
        let whole = events::json(&directory, &directory.events);
        let picked: Value = serde_json::from_str(&json(&rows(&whole, &ids), "events", "{}")).unwrap();
        let alone = events::json(&directory, chosen.iter().copied());
        prop_assert_eq!(&picked["events"], &serde_json::from_str::<Value>(&alone).unwrap());
    }
}
