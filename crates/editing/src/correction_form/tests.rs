use proptest::prelude::*;

use super::*;
use directory::fixture::{contact, directory};
use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The first member with a phone number.
fn with_phone() -> Directory {
    let mut directory = directory();
    let mut phone = contact("alb-phone", ContactKind::Phone, "+1 246 426 3712");
    phone.last_verified = Some("2021".parse().unwrap());
    directory.members[0].contacts.to_mut().push(phone);
    directory
}

#[test]
fn a_form_has_a_line_for_all_that_is_published_and_for_what_is_missing() {
    let directory = with_phone();
    let lines = lines(&directory, &directory.members[0]);
    let line = |record: &str, field: &str| {
        let mut found = lines
            .iter()
            .filter(|line| line.record == record && line.field == field);
        let line = found
            .next()
            .unwrap_or_else(|| panic!("no {record} {field}"));
        assert!(found.next().is_none(), "{record} {field} twice");
        (
            line.name.as_str(),
            line.published.as_str(),
            line.as_of.as_str(),
        )
    };
    assert_eq!(line("alb", "names").1, "Albora");
    assert_eq!(line("alb", "joined").1, "1961-09 (September 1961)");
    assert_eq!(line("alb", "memberships.union").1, "member");
    assert_eq!(
        line("alb", "chambers.upper.seats").0,
        "Upper chamber: Seats"
    );
    assert_eq!(line("alb", "chambers.upper.seats").1, "50");
    assert_eq!(
        line("alb-phone", "value"),
        ("Phone", "+1 246 426 3712", "2021")
    );
    assert_eq!(line("alb", "email"), ("E-mail", "", ""));
    assert!(lines.iter().all(|line| line.field != "phone"));
}

#[test]
fn what_only_the_other_chamber_has_can_be_filled_in() {
    let mut directory = with_phone();
    let lines_of = |directory: &Directory| -> Vec<String> {
        let lines = lines(directory, &directory.members[0]).into_iter();
        let lines = lines.filter(|line| line.field == "phone" || line.field == "email");
        let lines = lines.map(|line| format!("{} {}: {}", line.record, line.field, line.name));
        lines.collect()
    };
    assert_eq!(lines_of(&directory), ["alb email: E-mail"]);
    let phone = directory.members[0].contacts.last_mut().unwrap();
    phone.details.chamber = Some(ChamberKind::Upper);
    let phone = "alb-lower phone: Phone, lower chamber";
    assert_eq!(lines_of(&directory), ["alb email: E-mail", phone]);
    assert_eq!(
        findings_of(&directory, "contacts.json,alb-lower,phone,,+1 246 426 9999"),
        [
            "contacts.json, record `alb-lower`, field `phone`: nothing\n  \
             the form: `+1 246 426 9999`"
        ]
    );
}

#[test]
fn an_observer_is_told_since_when_it_observes() {
    let mut directory = directory();
    let line_of_status = |directory: &Directory| {
        let lines = lines(directory, &directory.members[7]).into_iter();
        let mut lines = lines.filter(|line| ["joined", "observing_since"].contains(&&*line.field));
        let line = lines.next().unwrap();
        assert_eq!(lines.next(), None);
        format!("{}: {}", line.name, line.published)
    };
    assert_eq!(
        line_of_status(&directory),
        "Status: Observer; since when is not known"
    );
    directory.members[7].observing_since = Some("1961".parse().unwrap());
    assert_eq!(line_of_status(&directory), "Status: Observer since 1961");
}

#[test]
fn a_form_without_corrections_has_no_differences() {
    let directory = with_phone();
    let form = csv(&directory, &directory.members[0]);
    assert_eq!(differences(&form, &[&directory]), Ok(Vec::new()));
    // A form that was copied by hand has other spaces.
    let copied = form.replace(' ', "\u{a0} ");
    assert_ne!(copied, form);
    assert_eq!(differences(&copied, &[&directory]), Ok(Vec::new()));
}

/// The form with these corrections, as a program for tables writes it that
/// parts cells by `by`.
fn corrected(directory: &Directory, by: u8, corrections: &[(&str, &str)]) -> String {
    let form = csv(directory, &directory.members[0]);
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .from_reader(form.trim_start_matches('\u{feff}').as_bytes());
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.delimiter(by).from_writer(Vec::new());
    for row in reader.records() {
        let row = row.unwrap();
        let correction = corrections.iter().find(|(field, _)| *field == &row[2]);
        let mut cells: Vec<&str> = row.iter().collect();
        if let Some((_, correction)) = correction {
            cells[6] = correction;
        }
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[test]
fn what_was_written_into_it_is_told_beside_what_is_published() {
    let directory = with_phone();
    for by in [b',', b';', b'\t'] {
        let corrections = [
            ("value", "'+1 246 426 9999"),
            ("email", "clerk@albora.example"),
        ];
        let form = corrected(&directory, by, &corrections);
        // The website of the fixture has the field `value` too.
        let messages: Vec<String> = differences(&form, &[&directory])
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            messages[1..],
            [
                "contacts.json, record `alb-phone`, field `value`: `+1 246 426 3712`\n  \
                 the form: `+1 246 426 9999`",
                "contacts.json, record `alb`, field `email`: nothing\n  \
                 the form: `clerk@albora.example`",
            ]
        );
    }
}

#[test]
fn a_date_that_a_program_for_tables_has_written_is_read_where_it_is_one_day_alone() {
    let mut directory = with_phone();
    directory.members[0].joined = Some("1961-09-25".parse().unwrap());
    let of = |correction: &str| {
        let published = "1961-09-25 (25 September 1961)";
        let line = format!("members.json,alb,joined,{published},{correction}");
        findings_of(&directory, &line).join("\n")
    };
    for same in ["25.09.61", "25/9/1961", "09/25/61", "1961-09-25"] {
        assert_eq!(of(same), "", "{same}");
    }
    let place = "members.json, record `alb`, field `joined`: `1961-09-25 (25 September 1961)`";
    assert_eq!(
        of("05.09.61"),
        format!("{place}\n  the form: `05.09.61`\n  note: that is 1961-09-05")
    );
    assert_eq!(
        of("05/09/61"),
        format!(
            "{place}\n  the form: `05/09/61`\n  \
             note: can be 1961-09-05 or 1961-05-09; ask which is meant"
        )
    );
    assert_eq!(
        of("١٤٥١/٠٦/٢٩"),
        format!(
            "{place}\n  the form: `١٤٥١/٠٦/٢٩`\n  \
             note: is no day that can be read; ask for it in words"
        )
    );
}

#[test]
fn a_form_that_is_older_than_the_data_says_so() {
    let before = with_phone();
    let form = corrected(&before, b',', &[("joined", "1960")]);
    let mut now = with_phone();
    now.members[0].joined = Some("1962".parse().unwrap());
    let differences = differences(&form, &[&now]).unwrap();
    assert_eq!(
        differences[0].to_string(),
        "members.json, record `alb`, field `joined`: `1962`\n  the form: `1960`\n  \
         note: `1961-09 (September 1961)` was published when the form was made"
    );
}

#[test]
fn what_is_no_form_is_refused_and_strange_lines_are_told() {
    let directory = directory();
    let refused = differences("a,b\n1,2\n", &[&directory]);
    assert_eq!(refused, Err("has no column `file`".to_owned()));
    let form = "file,record,field,published,correction\ncontacts.json,xyz,value,a,b\n";
    let message = differences(form, &[&directory]).unwrap()[0].to_string();
    assert_eq!(
        message,
        "contacts.json, record `xyz`, field `value`: is no line of what is published\n  \
         the form: `b`"
    );
}

#[test]
fn a_form_in_windows_1252_is_read_where_its_own_texts_prove_it() {
    let mut directory = with_phone();
    directory.members[0]
        .names
        .0
        .insert("en".to_owned(), "République d’Albora".to_owned());
    let correction = "Présidence de l’Assemblée";
    let form = |published: &str| {
        format!(
            "file;record;field;published;correction\n\
             members.json;alb;names;{published};{correction}\n\
             members.json;alb;joined;September\u{a0}1961;\n"
        )
    };
    let read = |bytes: &[u8]| text_of_form(bytes, &[&directory]);
    let known = form("République d’Albora");
    assert_eq!(read(known.as_bytes()), Some(known.clone()));
    let western = |text: &str| WINDOWS_1252.encode(text).0.into_owned();
    assert_eq!(read(&western(&known)), Some(known.clone()));
    // Nothing known has such letters, or one is not known.
    assert_eq!(read(&western(&form("Albora"))), None);
    assert_eq!(read(&western(&form("Royaume d’Alboré"))), None);
    // Another encoding, a byte without a meaning, and no form at all.
    let macintosh = MACINTOSH.encode(&known).0.into_owned();
    assert_eq!(read(&macintosh), None);
    let utf_16: Vec<u8> = known.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf_16), None);
    assert_eq!(read(&[&western(&known), &b"\x81"[..]].concat()), None);
    assert_eq!(read(b"\xe9t\xe9"), None);
}

/// What is reported of a form with this one line.
fn findings_of(directory: &Directory, line: &str) -> Vec<String> {
    let form = format!("sep=,\r\nfile,record,field,published,correction\r\n{line}\r\n");
    let differences = differences(&form, &[directory]).unwrap();
    differences.iter().map(ToString::to_string).collect()
}

#[test]
fn a_correction_in_the_wrong_column_is_not_lost() {
    let directory = with_phone();
    assert_eq!(
        findings_of(&directory, "contacts.json,alb-phone,value,+1 246 426 9999,"),
        [
            "contacts.json, record `alb-phone`, field `value`: `+1 246 426 3712`\n  \
             the form: `+1 246 426 9999` as published, and no correction"
        ]
    );
    let nothing: [&str; 0] = [];
    assert_eq!(
        findings_of(&directory, "contacts.json,alb,email,,"),
        nothing
    );
}

#[test]
fn what_has_come_on_record_since_is_told_beside_a_correction() {
    assert_eq!(
        findings_of(&with_phone(), "contacts.json,alb,phone,,+1 246 426 9999"),
        [
            "contacts.json, record `alb`, field `phone`: `+1 246 426 3712`\n  \
             the form: `+1 246 426 9999`\n  \
             note: nothing was published when the form was made"
        ]
    );
}

proptest! {
    #[test]
    fn no_form_gives_orders_to_a_terminal(cells in prop::collection::vec("[a\u{1b}\u{7}\u{9b}\u{202e}\u{2066}\n]{1,6}|\\PC{0,6}", 5)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["file", "record", "field", "published", "correction"]).unwrap();
        writer.write_record(&cells).unwrap();
        let form = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        for difference in differences(&form, &[&directory()]).unwrap() {
            let message = difference.to_string().replace('\n', "");
            prop_assert!(!message.chars().any(char::is_control), "{message:?}");
            prop_assert!(!message.contains(['\u{202e}', '\u{2066}']), "{message:?}");
        }
    }
}
