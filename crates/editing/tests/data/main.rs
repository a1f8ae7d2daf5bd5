//! The data files: what is found wrong with them, and what is left of them.

#[path = "../files/mod.rs"]
mod files;

mod importing;
mod reading;
mod rules_of_contacts;
mod rules_of_events;
mod rules_of_form;
mod rules_of_identity;
mod rules_of_values;
mod writing;

use editing::DataFiles;
use editing::check;

const NETWORK: &str = "network.json";
const SOURCES: &str = "sources.json";
const ORGANISATIONS: &str = "organisations.json";
const MEMBERS: &str = "members.json";
const PARLIAMENTS: &str = "parliaments.json";
const CONTACTS: &str = "contacts.json";
const EVENTS: &str = "events.json";
const BOUNDARIES: &str = "boundaries.json";
const MAP: &str = "map.json";

/// An invented network of three members, which keeps every rule.
fn three() -> DataFiles {
    files::read(&files::folder("tests/three"))
}

/// The network of three with `from` made `to`, once, in `file`.
fn edited(file: &str, from: &str, to: &str) -> DataFiles {
    let mut files = three();
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    files
}

/// Checks of each edit `[from, to, place]` of `file` that it breaks the rule
/// of that name and no other, once, in the record and field of `place`.
fn breaks(rule: &str, file: &str, edits: &[[&str; 3]]) {
    for [from, to, place] in edits {
        let found = check(&edited(file, from, to));
        let found = found.iter().map(|finding| {
            let place = format!("{} {}", finding.record, finding.field);
            (finding.rule, finding.file.clone(), place)
        });
        let found: Vec<_> = found.collect();
        let expected = [(rule, file.to_owned(), (*place).to_owned())];
        assert_eq!(found, expected, "{from} made {to}");
    }
}
