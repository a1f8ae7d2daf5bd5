//! Every calendar is read back by a library that did not write it.

use std::collections::{BTreeMap, BTreeSet};

use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendarComponentType, ICalendarEntry, ICalendarValue};
use calcard::{Entry, Parser};
use directory::Directory;
use directory::PartialDate;
use directory::export::subset;
use directory::model::{EventState, EventTimes, LocalizedText, StateIdx};
use exports::page_urls::NoUrls;
use exports::plain_text::strip_controls;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::*;
use crate::tests::{LAKES, SITE, TestSite, changed, lakes, localizations, nam};

/// Properties by name, their values as text.
type Properties = BTreeMap<String, String>;

/// What the other library reads.
#[derive(Debug)]
struct Read {
    calendar: Properties,
    events: Vec<Properties>,
    zones: usize,
}

/// Reads the one calendar that `text` has to be.
fn read(text: &str) -> Read {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else {
        panic!("no calendar: {text}");
    };
    assert!(
        matches!(parser.entry(), Entry::Eof),
        "more than one: {text}"
    );
    let mut read = Read {
        calendar: Properties::new(),
        events: Vec::new(),
        zones: 0,
    };
    for component in &calendar.components {
        // What UTC is: its clocks need no zone to be told.
        if component.component_type == ICalendarComponentType::Standard {
            continue;
        }
        let mut properties = Properties::new();
        for entry in &component.entries {
            let name = entry.name.as_str().to_owned();
            let before = properties.insert(name, value(entry));
            assert_eq!(before, None, "{entry:?} is there twice");
        }
        match component.component_type {
            ICalendarComponentType::VCalendar => read.calendar = properties,
            ICalendarComponentType::VEvent => read.events.push(properties),
            ICalendarComponentType::VTimezone => read.zones += 1,
            ref other => panic!("a component {other:?}: {text}"),
        }
    }
    read
}

fn value(entry: &ICalendarEntry) -> String {
    let values = entry.values.iter().map(|value| match value {
        ICalendarValue::PartialDateTime(moment) => written(moment),
        ICalendarValue::Integer(number) => number.to_string(),
        ICalendarValue::Float(number) => number.to_string(),
        ICalendarValue::Duration(duration) => duration.to_string(),
        value => value.as_text().expect("a text").to_owned(),
    });
    values.collect::<Vec<_>>().join("|")
}

/// `20250504`, or `20250504T070000Z`.
fn written(moment: &PartialDateTime) -> String {
    let part = |part: Option<u8>| part.expect("a part of a date");
    let year = moment.year.expect("a year");
    let day = format!("{year:04}{:02}{:02}", part(moment.month), part(moment.day));
    let Some(hour) = moment.hour else { return day };
    assert_eq!(moment.tz_hour, Some(0), "in UTC");
    let [minute, second] = [moment.minute, moment.second].map(part);
    format!("{day}T{hour:02}{minute:02}{second:02}Z")
}

/// What RFC 5545 asks of every line (3.1).
fn lines_are_sound(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

fn base_url() -> BaseUrl {
    BaseUrl::new(None).unwrap()
}

/// Every calendar of a site with its address.
fn calendars(site: &TestSite) -> Vec<(String, String)> {
    let files = site.files().into_iter();
    let calendars = files.filter(|(name, _)| name.rsplit('.').next() == Some("ics"));
    let calendars = calendars.filter(|(name, _)| !name.starts_with("assets/"));
    calendars
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

fn compact(day: i32) -> String {
    PartialDate::from_day(day).to_string().replace('-', "")
}

#[test]
fn every_calendar_is_read_alike_by_another_library() {
    for (site, localizations) in [(&*SITE, localizations()), (&*LAKES, lakes())] {
        let mut read_of = BTreeMap::new();
        for (address, text) in calendars(site) {
            lines_are_sound(&text);
            let read = read(&text);
            assert_eq!(read.events.is_empty(), read.zones == 1, "{address}");
            assert_eq!(read.calendar["VERSION"], "2.0", "{address}");
            assert_eq!(read.calendar["NAME"], read.calendar["X-WR-CALNAME"]);
            assert_eq!(read.calendar["REFRESH-INTERVAL"], "P1D", "{address}");
            read_of.insert(address, read);
        }
        for localization in localizations {
            of_localization(localization, &mut read_of);
        }
        assert!(
            read_of.is_empty(),
            "{:?} of no localization",
            read_of.keys()
        );
    }
}

/// Compares the calendars of a localization with its events, and takes them out.
fn of_localization(localization: &Localization, read_of: &mut BTreeMap<String, Read>) {
    let directory = localization.site.directory;
    let network = &directory.network;
    let own: Vec<String> = read_of
        .keys()
        .filter(|address| match localization.folder.as_str() {
            "" => address.starts_with("calendars/") || address.starts_with("events/"),
            folder => address.starts_with(folder),
        })
        .cloned()
        .collect();
    let expected: BTreeMap<String, &Event> = directory
        .events
        .iter()
        .map(|event| (format!("{}@{}", event.id, network.id), event))
        .collect();
    for address in own {
        let read = read_of.remove(&address).unwrap();
        let inside = address.strip_prefix(&localization.folder).unwrap();
        let data = localization.words().date(network.data_date);
        let told = &read.calendar["DESCRIPTION"];
        assert!(told.contains(&data), "{address}: {told}");
        let uids = read.events.iter().map(|event| event["UID"].as_str());
        let uids: Vec<&str> = uids.collect();
        let chosen = expected
            .iter()
            .filter(|(_, event)| is_in(directory, inside, event));
        let chosen: BTreeSet<&str> = chosen.map(|(uid, _)| uid.as_str()).collect();
        assert_eq!(uids.len(), chosen.len(), "{address}");
        assert_eq!(
            uids.iter().copied().collect::<BTreeSet<_>>(),
            chosen,
            "{address}"
        );
        for entry in &read.events {
            is_told(localization, expected[&entry["UID"]], entry);
        }
    }
}

/// Whether an event belongs to the calendar at an address, worked out from
/// what the data say.
fn is_in(directory: &Directory, address: &str, event: &Event) -> bool {
    let network = &directory.network;
    let id = address.rsplit('/').next().unwrap().trim_end_matches(".ics");
    let region = |state: &StateIdx| {
        let region = directory.region_of(*state);
        region.is_some_and(|region| network[region].id == id)
    };
    match address.split('/').collect::<Vec<_>>().as_slice() {
        ["calendars", "all.ics"] => true,
        ["calendars", "upcoming.ics"] => {
            let last_day = |event: &Event| PartialDate::from_day(event.last().day_range().1);
            let is_to_come = |event: &Event| last_day(event) >= network.data_date;
            let latest = directory.events.iter().map(last_day).max().unwrap();
            is_to_come(event)
                || !directory.events.iter().any(is_to_come) && last_day(event) == latest
        }
        ["calendars", "type", _] => network[event.kind].id == id,
        ["calendars", "organ", _] => event.organ.is_some_and(|organ| network[organ].id == id),
        ["calendars", "region", _] => event.country.iter().any(region),
        ["calendars", "member", _] => {
            let member = directory.member_at(id).unwrap().id.as_str();
            let states = event.country.iter().chain(&event.hosts);
            states
                .chain(&event.concerned)
                .any(|state| directory.id_of(*state) == member)
        }
        ["events", folder, "event.ics"] => event.id == *folder,
        _ => panic!("an unknown calendar {address}"),
    }
}

/// Compares an entry that was read with the event.
fn is_told(localization: &Localization, event: &Event, entry: &Properties) {
    let directory = localization.site.directory;
    let id = &event.id;
    if event.details.times.is_none() {
        assert_eq!(entry["DTSTART"], compact(event.start.day_range().0), "{id}");
        let has_days = event.start.day().is_some() && event.last().day().is_some();
        let last = if has_days { event.last() } else { event.start };
        let last = last.day_range();
        let after = if has_days { last.1 } else { last.0 } + 1;
        assert_eq!(entry["DTEND"], compact(after), "{id}");
        assert_eq!(entry["TRANSP"], "TRANSPARENT", "{id}");
    }
    let status = match event.state {
        EventState::Held => "CONFIRMED",
        EventState::Planned | EventState::Postponed => "TENTATIVE",
        EventState::Cancelled => "CANCELLED",
    };
    assert_eq!(entry["STATUS"], status, "{id}");
    assert_eq!(
        entry["SEQUENCE"],
        event.details.revision.to_string(),
        "{id}"
    );
    let stamp = format!(
        "{}T000000Z",
        compact(directory.last_change(event).day_range().0)
    );
    assert_eq!(entry["DTSTAMP"], stamp, "{id}");
    assert_eq!(entry["LAST-MODIFIED"], stamp, "{id}");
    let title = directory.localized(&event.titles).text;
    assert!(entry["SUMMARY"].contains(&*title), "{id}: {entry:?}");
    if let Some(place) = &event.place {
        let city = directory.localized(&place.city).text;
        assert!(entry["SUMMARY"].contains(&*city), "{id}");
        assert!(entry["LOCATION"].contains(&*city), "{id}");
        let geo = format!("{}|{}", place.position.lat, place.position.lon);
        assert_eq!(entry["GEO"], geo, "{id}");
    }
    let kind = &directory.network[event.kind];
    assert_eq!(
        entry["CATEGORIES"],
        directory.localized(&kind.names).text,
        "{id}"
    );
    assert!(
        !entry.contains_key("URL"),
        "{id}: only where the site is known"
    );
}

fn entry_of(localization: &Localization, base_url: &BaseUrl, id: &str) -> Properties {
    let event = localization.site.directory.event(id).unwrap();
    let text = calendar_of(localization, base_url, "name", &[event]).unwrap();
    read(&text).events.remove(0)
}

#[test]
fn states_and_dates_are_carried_through() {
    let [english, french] = lakes() else {
        panic!("two languages");
    };
    let held = entry_of(english, &base_url(), "lake-day-1955");
    assert_eq!(held["UID"], "lake-day-1955@league-of-lakes");
    assert_eq!(held["SUMMARY"], "1st Lake Day, Aldermere");
    assert_eq!(held["LOCATION"], "The frozen bay, Aldermere, Aldermere");
    assert_eq!(
        (&*held["DTSTART"], &*held["DTEND"]),
        ("19550601", "19550604")
    );
    assert_eq!(
        held["DESCRIPTION"],
        "The League was founded; all hosts came by boat.\nTheme: One lake, many shores\n\
         another source: 1–4 June 1955. With the journey home.\n\
         Sources: Gazette of the Lakes; Atlas of the Shores"
    );
    // The last of its sources was read then, whatever has changed elsewhere.
    assert_eq!(held["LAST-MODIFIED"], "20260228T000000Z");
    let held = entry_of(french, &base_url(), "lake-day-1955");
    assert!(
        held["SUMMARY"].starts_with("1re Journée des lacs"),
        "{held:?}"
    );

    let postponed = entry_of(english, &base_url(), "lake-day-2030");
    assert_eq!(
        postponed["SUMMARY"],
        "Postponed: 3rd Lake Day, Ashford (2030, exact days not known)"
    );
    // One day and not the whole year.
    assert_eq!(
        (&*postponed["DTSTART"], &*postponed["DTEND"]),
        ("20300101", "20300102")
    );
    let unknown = "The exact days are not known; on record: 2030.";
    assert!(
        postponed["DESCRIPTION"].starts_with(unknown),
        "{postponed:?}"
    );

    let cancelled = entry_of(english, &base_url(), "committee-2024");
    assert_eq!(cancelled["STATUS"], "CANCELLED");
    assert_eq!(
        (&*cancelled["DTSTART"], &*cancelled["DTEND"]),
        ("20240201", "20240202")
    );

    // Summer in Helsinki: three hours ahead.
    let online = entry_of(english, &base_url(), "committee-online-2025");
    assert_eq!(online["DTSTART"], "20250504T070000Z");
    assert_eq!(online["DTEND"], "20250504T093000Z");
    assert_eq!(
        (&*online["SEQUENCE"], &*online["LOCATION"]),
        ("2", "Online")
    );
    assert_eq!(online["LAST-MODIFIED"], "20250501T000000Z");
    assert!(!online.contains_key("TRANSP") && !online.contains_key("GEO"));
}

#[test]
fn a_page_is_named_where_the_site_is_known() {
    let base_url = BaseUrl::new(Some("https://lakes.example".to_owned())).unwrap();
    let french = entry_of(&lakes()[1], &base_url, "lake-day-2026");
    let page = "https://lakes.example/fr/events/lake-day-2026/";
    assert_eq!(french["URL"], page);
}

/// The first timed event of the invented network.
const TIMED: usize = 2;

fn timed(times: EventTimes, end: Option<&str>) -> Result<Properties> {
    let localization = changed(TIMED, |event| {
        event.details.times = Some(times);
        event.end = end.map(|end| end.parse().unwrap());
    });
    let directory = localization.site.directory;
    let text = calendar_of(
        &localization,
        &base_url(),
        "name",
        &[&directory.events[TIMED]],
    )?;
    Ok(read(&text).events.remove(0))
}

fn times(start: (u8, u8), end: Option<(u8, u8)>, zone: &str) -> EventTimes {
    EventTimes {
        start,
        end,
        zone: zone.to_owned(),
    }
}

#[test]
fn times_are_those_of_the_place() {
    let one = timed(times((23, 30), None, "America/Sao_Paulo"), None).unwrap();
    assert_eq!(one["DTSTART"], "20250505T023000Z");
    assert!(!one.contains_key("DTEND"), "{one:?}");
    let several = timed(times((9, 0), None, "Asia/Kathmandu"), Some("2025-05-06")).unwrap();
    assert_eq!(several["DTSTART"], "20250504T031500Z");
    assert_eq!(several["DTEND"], "20250506T181500Z");
}

#[test]
fn a_time_that_no_clock_shows_is_refused_by_name_of_the_event() {
    for (times, why) in [
        (times((9, 0), None, "Asia/Atlantis"), "`Asia/Atlantis`"),
        (times((9, 0), Some((8, 0)), "UTC"), "before it begins"),
        (times((25, 0), None, "UTC"), "no time of day"),
    ] {
        let error = format!("{:#}", timed(times, None).unwrap_err());
        assert!(error.contains("`committee-online-2025`"), "{error}");
        assert!(error.contains(why), "{error}");
    }
}

/// Texts that try everything that a calendar writes in its own way.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<String>(),
        "[\r\n\\\\,;:\"^= \tNn]{1,12}",
        "[\\x{80}-\\x{ffff}😀]{1,200}",
        "[ a-z]{60,90}",
        Just("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x@y\r\n".to_owned()),
        Just("\nATTACH:https://x.example/\n".to_owned()),
        Just("\r BEGIN:VALARM\u{2028}\u{85}".to_owned()),
    ];
    let texts = proptest::collection::vec(pieces, 1..5);
    texts.prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_comes_back_and_adds_nothing(
        title in any_text(), venue in any_text(), summary in any_text(), theme in any_text(),
    ) {
        let plain = entry_of(&lakes()[0], &base_url(), "lake-day-1955");
        let place = lakes()[0].site.directory.events.iter();
        let place = place.take_while(|event| event.id != "lake-day-1955").count();
        let localization = changed(place, |event| {
            event.titles = LocalizedText([("en".to_owned(), title.clone())].into());
            event.theme = Some(theme.clone());
            event.details.venue = Some(venue.clone());
            event.details.summary = Some(summary.clone());
        });
        let event = &localization.site.directory.events[place];
        let text = calendar_of(&localization, &base_url(), &title, &[event]).unwrap();
        lines_are_sound(&text);
        let read = read(&text);
        prop_assert_eq!(read.events.len(), 1);
        let entry = &read.events[0];
        prop_assert!(entry.keys().eq(plain.keys()), "{:?}", entry);
        for name in ["UID", "DTSTART", "DTEND", "STATUS", "GEO"] {
            prop_assert_eq!(&entry[name], &plain[name]);
        }
        prop_assert_eq!(&read.calendar["NAME"], &strip_controls(&title));
        prop_assert_eq!(&entry["SUMMARY"], &format!("{}, Aldermere", strip_controls(&title)));
        let location = format!("{}, Aldermere, Aldermere", strip_controls(&venue));
        prop_assert_eq!(&entry["LOCATION"], &location);
        let told = format!("{}\nTheme: {}\nanother source: ", strip_controls(&summary), strip_controls(&theme));
        prop_assert!(entry["DESCRIPTION"].starts_with(&told), "{:?}", entry);
    }

    #[test]
    fn what_is_picked_is_the_calendar_of_these_alone(
        places in subsequence((0..150).collect::<Vec<usize>>(), 1..150),
    ) {
        let directory = nam().site.directory;
        let chosen: Vec<&Event> = places.iter().map(|&place| &directory.events[place]).collect();
        let network = directory.network.short_names.get("en");
        let name = nam().words().calendar_name(network);
        let alone = calendar_of(nam(), &base_url(), &name, &chosen).unwrap();
        let mut ids: Vec<&str> = chosen.iter().map(|event| event.id.as_str()).collect();
        ids.reverse();
        let whole = full_calendar(directory, &NoUrls).unwrap();
        prop_assert!(subset::calendar(&whole, &ids) == alone);
    }
}
