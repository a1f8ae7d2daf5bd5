//! Rules of events, each broken by small edits.

use editing::check;

use crate::{EVENTS, NETWORK, breaks, edited, three};

#[test]
fn an_event_names_what_is_there() {
    breaks(
        "known-reference",
        EVENTS,
        &[
            [
                r#""type": "committee""#,
                r#""type": "council""#,
                "committee-2024 type",
            ],
            ["ice-committee", "fire-committee", "committee-2024 organ"],
            [
                r#""country": "xyy""#,
                r#""country": "xzz""#,
                "lake-day-2026 country",
            ],
            [r#""xoo""#, r#""xzz""#, "lake-day-1955 hosts[1]"],
            [
                r#""members": [
      "xcc""#,
                r#""members": [
      "xzz""#,
                "lake-day-1955 members[0]",
            ],
        ],
    );
    breaks(
        "known-reference",
        NETWORK,
        &[
            [
                r#""within": "council""#,
                r#""within": "senate""#,
                "league-of-lakes organs[1].within",
            ],
            [
                r#""within": "council""#,
                r#""within": "ice-committee""#,
                "league-of-lakes organs[1].within",
            ],
            [
                "lake-day-1955",
                "lake-day-1954",
                "league-of-lakes history[0].event",
            ],
            [
                r#""body": "network""#,
                r#""body": "senate""#,
                "league-of-lakes organs[0].body",
            ],
            [
                r#""member": "xaa""#,
                r#""member": "xzz""#,
                "league-of-lakes organs[0].offices[0].member",
            ],
        ],
    );
    breaks(
        "vocabulary",
        NETWORK,
        &[[
            r#""office": "vice-chair""#,
            r#""office": "king""#,
            "league-of-lakes organs[0].offices[0].office",
        ]],
    );
}

#[test]
fn days_of_an_event_are_in_order_and_what_was_held_is_past() {
    breaks(
        "dates-in-order",
        EVENTS,
        &[
            ["1955-06-03", "1955-05-31", "lake-day-1955 end"],
            ["2025-05-04", "2026-05-04", "committee-online-2025 start"],
        ],
    );
    // What is planned may lie behind or ahead.
    for start in ["2025-01-01", "2031"] {
        assert_eq!(
            check(&edited(EVENTS, r#""2030""#, &format!("{start:?}"))),
            []
        );
    }
}

#[test]
fn an_event_ends_on_a_later_day_of_the_same_weeks() {
    let end = "lake-day-1955 end";
    breaks(
        "event-length",
        EVENTS,
        &[
            ["1955-06-03", "1955-06-01", end],
            ["1955-06-03", "1955-07-02", end],
            ["1955-06-03", "1965-06-03", end],
            ["1955-06-03", "1955-08", end],
        ],
    );
    for known in ["1955-07-01", "1955-07", "1955"] {
        assert_eq!(check(&edited(EVENTS, "1955-06-03", known)), [], "{known}");
    }
    let years = |start: &str, end: &str| {
        let dates = format!("\"start\": \"{start}\",\n    \"end\": \"{end}\"");
        check(&edited(EVENTS, r#""start": "2030""#, &dates))
    };
    assert_eq!(years("2030", "2031"), []);
    let told = years("2030", "2030")[0].to_string();
    assert!(
        told.ends_with(
            "field `end`: holds `2030`, which is the start as well\n  \
             help: correct the date; an event of one day has no `end`"
        ),
        "{told}"
    );
}

#[test]
fn times_are_those_of_clocks_and_zones() {
    let time = |from, to, field| {
        let place = format!("committee-online-2025 times.{field}");
        breaks("time-form", EVENTS, &[[from, to, &place]]);
    };
    time("10:00", "24:00", "start");
    time("10:00", "9:00", "start");
    time("12:30", "12:60", "end");
    time("Europe/Helsinki", "Europe//Helsinki", "zone");
}

#[test]
fn related_events_name_each_other() {
    let alone = edited(
        EVENTS,
        r#""related": [
      "lake-day-1955"
    ],
"#,
        "",
    );
    let found = check(&alone);
    let told = found.iter().map(|one| (one.rule, &*one.record));
    let told: Vec<_> = told.filter(|(_, record)| !record.is_empty()).collect();
    assert_eq!(told, [("related-both-ways", "lake-day-1955")]);
    let missing = edited(EVENTS, "\"committee-online-2025\"\n", "\"nothing\"\n");
    let found = check(&missing);
    assert!(found.iter().any(|one| one.rule == "known-reference"
        && one.record == "committee-2024"
        && one.field == "related[0]"));
}

#[test]
fn no_event_is_there_twice() {
    let twin = edited(EVENTS, "\"2030\"", "\"2026-06-01\"");
    let mut files = twin;
    let text = files.get_mut(EVENTS).unwrap();
    *text = text.replace("3rd Lake Day", "2nd Lake Day");
    // Another place makes another event.
    assert_eq!(check(&files), []);
    let mut events: serde_json::Value = serde_json::from_str(&files[EVENTS]).unwrap();
    let [earlier, later] = [3, 4].map(|place| events[place].clone());
    events[4]["place"] = earlier["place"].clone();
    events[4]["titles"] = earlier["titles"].clone();
    assert_eq!(later["titles"]["en"], earlier["titles"]["en"]);
    let text = serde_json::to_string_pretty(&events).unwrap() + "\n";
    files.insert(EVENTS.to_owned(), text);
    let found = check(&files);
    let told = found.iter().map(|one| (one.rule, &*one.record));
    let told: Vec<_> = told.filter(|(_, record)| !record.is_empty()).collect();
    assert_eq!(told, [("one-event", "lake-day-2030")]);
}

#[test]
fn events_stand_in_the_order_of_time_and_keep_what_sources_say_differently() {
    let (directory, findings) = editing::read(&three()).unwrap();
    assert_eq!(findings, []);
    let ids: Vec<&str> = directory.events.iter().map(|event| &*event.id).collect();
    assert_eq!(
        ids,
        [
            "lake-day-1955",
            "committee-2024",
            "committee-online-2025",
            "lake-day-2026",
            "lake-day-2030"
        ]
    );
    let first = directory.event("lake-day-1955").unwrap();
    let others = &first.details.provenance.origin_of("end").also;
    assert_eq!(others[0].value, "1955-06-04");
    let hosts = first.hosts.iter().map(|host| directory.id_of(*host));
    assert_eq!(hosts.collect::<Vec<_>>(), ["xaa", "xoo"]);
    let names = directory.names_of(first.hosts[1]);
    assert_eq!(names.get("en"), "Old Cinderlake");
    let [before, after] =
        <[_; 2]>::from(directory.neighbours_in_series(directory.event("lake-day-2026").unwrap()));
    let id = |event: Option<&directory::model::Event>| event.map(|event| event.id.clone());
    assert_eq!(id(before).as_deref(), Some("lake-day-1955"));
    assert_eq!(id(after).as_deref(), Some("lake-day-2030"));
    let mut alone = directory.clone();
    for event in alone.events.iter_mut() {
        event.organ = None;
    }
    let event = alone.event("lake-day-2026").unwrap();
    assert_eq!(
        alone.neighbours_in_series(event),
        (None, None),
        "of no organ"
    );
}
