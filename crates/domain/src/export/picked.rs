//! Some of the events to take away, picked from all of them.
//!
//! `publish` writes every event once as CSV, as JSON and as a calendar
//! (`super::events`, and its own calendars). What the page shows is picked
//! here by id: the program needs to know neither how an event is written nor
//! what only published pages tell of it.

use super::object;
use super::quoted;
use crate::Directory;

/// The header of a whole CSV and the lines of the events with these ids, in
/// their order.
pub fn csv(text: &str, ids: &[&str]) -> String {
    // The browser leaves the byte order mark out where it reads a file.
    let text = text.trim_start_matches('\u{FEFF}');
    let header = text.split_inclusive('\n').next().unwrap_or_default();
    let mut table = String::from('\u{FEFF}');
    table += header;
    for line in lines(text, ids, "\"", "\",") {
        table += line;
    }
    table
}

/// The events with these ids of a whole JSON, in their order, and what is to
/// be said `about` them, which is JSON too: that of [`about`].
pub fn json(text: &str, ids: &[&str], about: &str) -> String {
    let mut json = String::from("{\n\"about\": ");
    json += about;
    json += ",\n\"events\": [";
    let mut gap = "\n";
    for line in lines(text, ids, "{\"id\": \"", "\"") {
        json += gap;
        json += line.trim_end().trim_end_matches(',');
        gap = ",\n";
    }
    json += "\n]\n}\n";
    json
}

/// The events with these ids of a whole calendar, in its own order, with what
/// it says of itself.
///
/// A calendar must hold something: with no id there is nothing to take away.
pub fn calendar(text: &str, ids: &[&str]) -> String {
    let mut calendar = String::new();
    let mut event = String::new();
    // A text cannot look like a line: breaks in it are written as `\n`, and a
    // line that goes on begins with a space.
    for line in text.split_inclusive('\n') {
        let starts = line == "BEGIN:VEVENT\r\n";
        if starts || !event.is_empty() {
            event += line;
        } else {
            calendar += line;
        }
        if line == "END:VEVENT\r\n" {
            if ids.contains(&id_of(&event).as_str()) {
                calendar += &event;
            }
            event.clear();
        }
    }
    calendar
}

/// The id of an event of a calendar: its UID up to the `@`.
fn id_of(event: &str) -> String {
    let whole = event.replace("\r\n ", "");
    let (_, uid) = whole.split_once("\r\nUID:").unwrap_or_default();
    uid.split('@').next().unwrap_or_default().to_owned()
}

/// The line of each id, which stands at its start between these.
fn lines<'a>(text: &'a str, ids: &[&str], before: &str, after: &str) -> Vec<&'a str> {
    let line_of = |id: &&str| {
        let mut lines = text.split_inclusive('\n');
        lines.find(|line| {
            let id_on = line.strip_prefix(before);
            let after_id = id_on.and_then(|line| line.strip_prefix(*id));
            after_id.is_some_and(|line| line.starts_with(after))
        })
    };
    ids.iter().filter_map(line_of).collect()
}

/// What stands in JSON under `about`: what is shown, as the page's `sentence`
/// says it, at which `address`, of which edition, and how far it may be used.
pub fn about(directory: &Directory, sentence: &str, address: &str) -> String {
    let network = &directory.network;
    let language = directory.language();
    object([
        ("network", quoted(network.names.get(language))),
        ("sentence", quoted(sentence)),
        ("address", quoted(address)),
        ("data_version", quoted(&network.data_version)),
        ("data_date", quoted(&network.data_date.to_string())),
        ("licence", quoted(network.licence.get(language))),
    ])
}

/// What goes with the events as a text: the same in words. Their sources stand
/// in each row.
pub fn notes_text(directory: &Directory, sentence: &str, address: &str) -> String {
    let mut text = notes_about(directory, sentence, address);
    text += directory.words.export_in_rows();
    text.push('\n');
    text
}

/// The part that all such texts begin with.
pub(super) fn notes_about(directory: &Directory, sentence: &str, address: &str) -> String {
    let (network, words) = (&directory.network, &directory.words);
    let language = directory.language();
    format!(
        "{}\n{sentence}\n{address}\n\n{}\n{}\n\n{}\n{}\n\n",
        network.names.get(language),
        words.export_data(&network.data_version, &words.date(network.data_date)),
        network.licence.get(language),
        words.export_formula(),
        words.export_empty(),
    )
}

#[cfg(test)]
mod tests;
