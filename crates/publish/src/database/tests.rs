use std::io::Cursor;

use directory::model::{Event, Member, MemberIdx, Status};
use rusqlite::types::FromSql;

use super::*;
use crate::tests::{lakes, localizations};

fn open(localizations: &[Localization]) -> Connection {
    let bytes = bytes(localizations).unwrap();
    let mut connection = Connection::open_in_memory().unwrap();
    let length = bytes.len();
    connection
        .deserialize_read_exact(MAIN_DB, Cursor::new(bytes), length, false)
        .unwrap();
    connection
}

/// The first value of each row.
fn column<T: FromSql>(connection: &Connection, query: &str) -> Vec<T> {
    let mut statement = connection.prepare(query).unwrap();
    let values = statement.query_map([], |row| row.get(0)).unwrap();
    values.map(Result::unwrap).collect()
}

#[test]
fn the_file_is_sound_and_every_view_can_be_read() {
    for localizations in [localizations(), lakes()] {
        let connection = open(localizations);
        assert_eq!(
            column::<String>(&connection, "PRAGMA integrity_check"),
            ["ok"]
        );
        assert!(column::<String>(&connection, "PRAGMA foreign_key_check").is_empty());
        let views = "SELECT name FROM sqlite_master WHERE type = 'view'";
        let views: Vec<String> = column(&connection, views);
        assert_eq!(views.len(), 8);
        for view in views {
            let counts: Vec<i64> = column(&connection, &format!("SELECT count(*) FROM {view}"));
            assert!(counts[0] > 0, "{view}");
        }
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    assert!(bytes(lakes()).unwrap() == bytes(lakes()).unwrap());
}

#[test]
fn views_say_of_members_events_and_hosts_what_the_directory_says() {
    let connection = open(localizations());
    let directory = localizations()[0].site.directory;
    let seats: Vec<Option<u32>> = directory.members.iter().map(Member::seats).collect();
    let women: Vec<Option<f64>> = directory.members.iter().map(Member::women_share).collect();
    let query = |figure| format!("SELECT {figure} FROM member_list ORDER BY id");
    assert_eq!(column::<Option<u32>>(&connection, &query("seats")), seats);
    assert_eq!(
        column::<Option<f64>>(&connection, &query("women_share")),
        women
    );
    let hosted: Vec<u32> = column(
        &connection,
        "SELECT coalesce(host_list.events, 0) FROM members LEFT JOIN host_list USING (id) \
         ORDER BY members.id",
    );
    let of_directory = MemberIdx::all(directory);
    let of_directory =
        of_directory.map(|member| u32::try_from(directory.events_hosted(member).count()).unwrap());
    assert_eq!(hosted, of_directory.collect::<Vec<_>>());
    let observers = "SELECT id FROM members WHERE status = 'observer' ORDER BY id";
    let expected = directory.members.iter();
    let expected = expected.filter(|member| member.status == Status::Observer);
    let expected: Vec<&str> = expected.map(|member| member.id.as_str()).collect();
    assert_eq!(column::<String>(&connection, observers), expected);
}

#[test]
fn titles_belong_to_their_events_and_views_follow_the_reader() {
    let connection = open(localizations());
    for localization in localizations() {
        let directory = localization.site.directory;
        let language = directory.language();
        let update = "UPDATE reader SET language = ?";
        connection.execute(update, [language]).unwrap();
        let titles: Vec<String> = column(&connection, "SELECT title FROM event_list ORDER BY id");
        let mut events: Vec<&Event> = directory.events.iter().collect();
        events.sort_by_key(|event| &event.id);
        let expected: Vec<_> = events
            .iter()
            .map(|one| directory.title_of(one).text)
            .collect();
        assert_eq!(titles, expected, "{language}");
        let themes: Vec<Option<String>> =
            column(&connection, "SELECT theme FROM event_list ORDER BY id");
        let expected = events.iter().map(|event| event.theme.as_ref());
        let expected = expected.map(|theme| Some(directory.translated(theme?).text.into_owned()));
        assert_eq!(themes, expected.collect::<Vec<_>>(), "{language}");
        let hosts: Vec<String> = column(&connection, "SELECT name FROM host_list WHERE id = 'aze'");
        let azerbaijan = directory.member(&"aze".parse().unwrap()).unwrap();
        assert_eq!(hosts, [azerbaijan.names.get(language)]);
    }
}

#[test]
fn each_field_has_its_sources_and_codes_are_texts() {
    let connection = open(localizations());
    let seats = "SELECT source FROM fact_sources WHERE record = 'dza-lower' AND field = 'seats'";
    let sources: Vec<String> = column(&connection, seats);
    let directory = localizations()[0].site.directory;
    let algeria = directory.member(&"dza".parse().unwrap()).unwrap();
    let lower = &algeria.parliament.as_ref().unwrap().chambers[0];
    let expected = lower.provenance.origin_of("seats").sources.iter();
    let mut expected: Vec<&str> = expected.map(|&one| &*directory[one].id).collect();
    expected.sort_unstable();
    assert_eq!(sources, expected);
    let codes = "SELECT iso2 || m49 || typeof(m49) FROM members WHERE id IN ('afg', 'nam')";
    assert_eq!(
        column::<String>(&connection, codes),
        ["AF004text", "NA516text"]
    );
}

#[test]
fn what_no_rule_allows_is_refused() {
    let connection = open(lakes());
    connection
        .execute_batch("PRAGMA foreign_keys = ON")
        .unwrap();
    for change in [
        "UPDATE members SET region = 'nowhere'",
        "UPDATE members SET joined = 'May 1961'",
        "UPDATE members SET status = 'friend'",
        "UPDATE chambers SET women = filled + 1 WHERE filled IS NOT NULL",
        "UPDATE origins SET event = (SELECT id FROM events), member = (SELECT id FROM members)",
    ] {
        assert!(connection.execute(change, []).is_err(), "{change}");
    }
}
