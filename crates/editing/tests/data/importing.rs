//! Tables of facts: taken into the data, and written from them.

use editing::check;
use editing::import::{CsvFiles, Imported, export, import};
use editing::{DataFiles, FILES};

use crate::{CONTACTS, EVENTS, ORGANISATIONS, PARLIAMENTS, SOURCES, files, three};

const SOURCE: &str = "id,title,publisher,url,licence,retrieved,what_it_covers
pond-print,Houses and clerks,Pond Press,https://pond.example/,copyright of the publisher; only facts taken,2026-03-01,Numbers of the houses
";
const CONTACT_HEAD: &str = "iso3,institution,chamber,kind,value,label,as_of,source_ids";
const EVENT_HEAD: &str = "id,title,type,start_date,end_date,city,country_iso3,lat,lon,venue,host_institution,motto_or_theme,summary,participants_note,outcome_documents,related_event_ids,source_ids";
const CORRECTION_HEAD: &str = "file,id,field,old,new,source,note";

/// What becomes of the network of three by a table, with a source beside it.
fn taken(table: &str, text: &str) -> Imported {
    taken_into(&three(), table, text)
}

fn taken_into(files: &DataFiles, table: &str, text: &str) -> Imported {
    let mut tables = CsvFiles::from([("sources.csv".to_owned(), SOURCE.to_owned())]);
    tables.insert(table.to_owned(), text.to_owned());
    import(files, &tables).unwrap()
}

/// The record of a file as JSON.
fn record(files: &DataFiles, file: &str, id: &str) -> serde_json::Value {
    let records: serde_json::Value = serde_json::from_str(&files[file]).unwrap();
    let records = records.as_array().unwrap().iter();
    let mut found = records.filter(|record| record["id"] == id);
    found.next().cloned().unwrap_or_default()
}

/// What was left, as it is told.
fn left(imported: &Imported) -> Vec<String> {
    let conflicts = imported.conflicts.iter();
    conflicts.map(ToString::to_string).collect()
}

/// Taking the same in again changes nothing.
fn is_settled(imported: &Imported, table: &str, text: &str) {
    let again = taken_into(&imported.files, table, text);
    assert_eq!(again.changed, [""; 0]);
    assert_eq!(again.files, imported.files);
}

#[test]
fn a_contact_has_what_its_remark_tells() {
    let rows = format!(
        "{CONTACT_HEAD}
XAA,Senate,upper,phone,+999 55 7777,\"office of the clerk; to 7780\",2018,pond-print
XAA,Senate,upper,phone,+999 55 8888,older numbering plan,2004,pond-print
XBB,Moot,single,facebook,https://pond.example/moot,,2026,pond-print
XBB,Moot,single,address,\"Moot Hill, Moorgate\",\"seat only, no street or box given; encyclopaedia copy\",,pond-print
lake-union,Lake Union,parliament,website,http://pond.example/union,third-party listing,2019,pond-print
"
    );
    let imported = taken("contacts.csv", &rows);
    assert_eq!(left(&imported), [""; 0]);
    let of = |id| record(&imported.files, CONTACTS, id);
    let phone = of("xaa-upper-phone");
    assert_eq!(
        phone["label"], "Office of the Clerk",
        "as the data write it"
    );
    let note = "The first of several numbers, the last of which ends in 7780.";
    assert_eq!(phone["note"], note);
    assert_eq!(of("xaa-upper-phone-2")["outdated_plan"], true);
    let account = of("xbb-social-2");
    assert_eq!(account["service"], "Facebook");
    let place = of("xbb-place");
    assert_eq!(place["lines"], serde_json::json!(["Moot Hill", "Moorgate"]));
    assert_eq!(place["class"], "encyclopaedia");
    assert_eq!(place["undated"], true);
    let site = of("lake-union-website-2");
    assert_eq!(site["value"], "https://pond.example/union");
    assert_eq!(site["note"], "Listed with http.");
    assert_eq!(site["class"], "listing");
    assert_eq!(check(&imported.files), []);
    is_settled(&imported, "contacts.csv", &rows);
}

#[test]
fn a_class_follows_from_the_sources() {
    let source = "parline-pond,Houses,Pond Union,,public domain,2026-03-01,Numbers";
    let rows = format!(
        "{CONTACT_HEAD}
XBB,Moot,single,fax,+999 55 9998,,1998,parline-pond
XBB,Moot,single,fax,+999 55 9999,,2024,parline-pond
XAA,Senate,upper,fax,+999 55 7777,,1998,parline-pond; pond-print
"
    );
    let tables = [
        ("sources.csv", format!("{SOURCE}{source}\n")),
        ("contacts.csv", rows),
    ];
    let tables = tables.map(|(name, text)| (name.to_owned(), text));
    let imported = import(&three(), &tables.into()).unwrap();
    let class = |id| record(&imported.files, CONTACTS, id)["class"].clone();
    assert_eq!(class("xbb-fax"), "official-print");
    assert_eq!(class("xbb-fax-2"), "directory", "prints end in 2018");
    assert!(class("xaa-upper-fax").is_null(), "also by its own source");
}

#[test]
fn what_stands_is_named_and_left() {
    let rows = format!(
        "{CONTACT_HEAD}
XAA,Parliament,parliament,email,Clerk@parliament.example,registry office,2025-06,pond-print
XQQ,None,single,phone,+999 55 1,,2018,pond-print
XBB,Moot,upper,phone,+999 55 1,,2018,pond-print
XBB,Moot,single,phone,+999 55 1,,2018,rumour
XBB,Moot,single,pigeon,grey,,2018,pond-print
XBB,Moot,single,fax,+999 55 2222,,2018,pond-print
"
    );
    let imported = taken("contacts.csv", &rows);
    assert_eq!(
        left(&imported),
        [
            "contacts.csv, row 3: names `XQQ`, which is no member and no organisation",
            "contacts.csv, row 4: names the chamber `upper`, which `XBB` does not have",
            "contacts.csv, row 5: names the source `rumour`, which is not known",
            "contacts.csv, row 6: has the kind `pigeon`, which is not known",
        ]
    );
    // The rest is taken, and a further source of what stands is added.
    assert_eq!(
        record(&imported.files, CONTACTS, "xbb-fax")["value"],
        "+999 55 2222"
    );
    let mail = record(&imported.files, CONTACTS, "xaa-email");
    assert_eq!(mail["value"], "clerk@parliament.example");
    assert_eq!(
        mail["sources"],
        serde_json::json!(["lake-gazette", "pond-print"])
    );
    let other = format!(
        "{CONTACT_HEAD}
XAA,Parliament,parliament,phone,+999 55 1234,library,2018,pond-print
"
    );
    assert_eq!(
        left(&taken("contacts.csv", &other)),
        [
            "contacts.csv, row 2: of `xaa-phone` `label` is `Switchboard`, not `Library`, `as_of` is `2025-12`, not `2018`"
        ]
    );
}

#[test]
fn a_correction_leaves_what_stood_beside_what_stands() {
    let rows = format!(
        "{CORRECTION_HEAD}
chambers.csv,XAA lower,seats_filled,118,,,
chambers.csv,XAA lower,seats_filled,118,119,pond-print,one more was elected
parliaments.csv,XAA,last_election_date,2020-01-01,2024-06-01,pond-print,
parliaments.csv,XQQ,last_election_date,2020-01-01,2024-06-01,pond-print,
parliaments.csv,XAA,colour,blue,green,pond-print,
chambers.csv,XAA upper,notes,The Speaker sits beyond the number set by law.,\"The Speaker sits beyond the number set by law. One seat is empty.\",pond-print,
contacts.csv,XAA upper website,value,http://www.senate.example/en/,http://senate.pond.example/,pond-print,
"
    );
    let imported = taken("corrections.csv", &rows);
    assert_eq!(
        left(&imported),
        [
            "corrections.csv, row 4: `last_election` is 2024-05-12, where the row takes it for `2020-01-01`",
            "corrections.csv, row 5: names `XQQ`, which parliaments.csv does not have",
            "corrections.csv, row 6: names the field `colour`, which cannot be corrected so",
        ]
    );
    let parliament = record(&imported.files, PARLIAMENTS, "xaa");
    let lower = &parliament["chambers"][0];
    assert_eq!(lower["filled"], 119);
    let origin = &lower["provenance"]["filled"];
    assert_eq!(origin["sources"], serde_json::json!(["pond-print"]));
    assert_eq!(origin["as_of"], "2026-03-01", "the day of reading");
    assert_eq!(origin["note"], "One more was elected.");
    assert_eq!(origin["also"][0]["value"], "118");
    let old = serde_json::json!(["lake-gazette", "shore-atlas"]);
    assert_eq!(origin["also"][0]["sources"], old);
    let notes = [
        "One seat is empty.",
        "The Speaker sits beyond the number set by law.",
    ];
    assert_eq!(parliament["chambers"][1]["notes"], serde_json::json!(notes));
    let site = record(&imported.files, CONTACTS, "xaa-upper-website");
    assert_eq!(site["value"], "https://senate.pond.example/");
    assert_eq!(site["also"][0]["value"], "https://www.senate.example/en/");
    is_settled(&imported, "corrections.csv", &rows);
}

#[test]
fn a_meeting_without_a_day_is_planned() {
    let rows = "id,title,type,planned_date,place,country_iso3,status_on_2026_11_28,note,source_ids
council-2031,Council of the Lakes,committee,2031,Aldermere,XAA,planned,the day is open,pond-print
";
    let imported = taken("planned.csv", rows);
    assert_eq!(left(&imported), [""; 0]);
    let event = record(&imported.files, EVENTS, "council-2031");
    assert_eq!(event["state"], "planned");
    assert_eq!(event["start"], "2031");
    assert_eq!(event["place"]["city"], "Aldermere", "which the data know");
    assert_eq!(event["notes"], serde_json::json!(["The day is open."]));
    assert_eq!(check(&imported.files), []);
    is_settled(&imported, "planned.csv", rows);
}

#[test]
fn an_event_is_named_by_those_that_it_names() {
    let rows = format!(
        "{EVENT_HEAD}
council-2025,\"Council of the Lakes, Aldermere\",committee,2025-02-01,2025-02-01,Aldermere,XAA,50.25,10.5,,Senate of Aldermere; Lake Union,,it met,,,lake-day-1955,pond-print
"
    );
    let imported = taken("events.csv", &rows);
    assert_eq!(left(&imported), [""; 0]);
    let event = record(&imported.files, EVENTS, "council-2025");
    assert_eq!(event["titles"]["en"], "Council of the Lakes");
    assert_eq!(event["state"], "held");
    assert_eq!(event.get("end"), None, "one day");
    assert_eq!(event["hosts"], serde_json::json!(["xaa"]));
    let other = record(&imported.files, EVENTS, "lake-day-1955");
    assert!(
        other["related"]
            .as_array()
            .unwrap()
            .contains(&"council-2025".into())
    );
    assert_eq!(check(&imported.files), []);
    is_settled(&imported, "events.csv", &rows);
    let unknown = rows.replace("committee", "regatta");
    let problem = "events.csv, row 2: names the type `regatta`, which is not known";
    assert_eq!(left(&taken("events.csv", &unknown)), [problem]);
    let unknown = rows.replace(",XAA,", ",XQQ,");
    let problem = "events.csv, row 2: names the state `xqq`, which is not known";
    assert_eq!(left(&taken("events.csv", &unknown)), [problem]);
}

/// Of the invented network and of the committed data.
#[test]
fn what_is_written_as_tables_comes_back_whole() {
    let committed = files::read(&files::folder("../../public/data"));
    for data in [three(), committed] {
        let tables = export(&data).unwrap();
        let same = import(&data, &tables).unwrap();
        assert_eq!(left(&same), [""; 0]);
        assert_eq!(same.files, data);
        // All of it, from nothing.
        let mut bare = data.clone();
        for file in [SOURCES, CONTACTS, EVENTS] {
            bare.insert(file.to_owned(), "[]\n".to_owned());
        }
        let whole = import(&bare, &tables).unwrap();
        assert_eq!(left(&whole), [""; 0]);
        for file in FILES {
            assert_eq!(whole.files[file], data[file], "{file}");
        }
        assert!(!data[ORGANISATIONS].is_empty());
    }
}
