//! Some of the members, events or contacts to take away, picked from all of them.
//!
//! `publish` writes every one once as CSV and as JSON, events also as a calendar
//! and contacts as cards, all by the crate `exports`. What the page shows is
//! picked here by id: the program needs to know neither how a member or an event
//! is written nor what only published pages tell of it.

/// The header of a whole CSV and the lines with these ids, in their order.
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

/// These rows of a JSON under `name`, and what is to be said `about` them,
/// which is JSON too: that of [`super::notes`].
pub fn json(rows: &[&str], name: &str, about: &str) -> String {
    let rows = rows.join(",\n");
    format!("{{\n\"about\": {about},\n\"{name}\": [\n{rows}\n]\n}}\n")
}

/// These rows of a whole `GeoJSON`, and what is to be said `about` them, as [`json`] takes it.
pub fn geojson(rows: &[&str], about: &str) -> String {
    let kind = "{\"type\": \"FeatureCollection\", ";
    json(rows, "features", about).replacen('{', kind, 1)
}

/// The rows with these ids of a whole JSON, in their order.
pub fn rows<'a>(text: &'a str, ids: &[&str]) -> Vec<&'a str> {
    let mut rows = lines(text, ids, "{\"id\": \"", "\"");
    for row in &mut rows {
        *row = row.trim_end().trim_end_matches(',');
    }
    rows
}

/// The events with these ids of a whole calendar, in its own order, with what
/// it says of itself.
///
/// A calendar must hold something: with no id there is nothing to take away.
pub fn calendar(text: &str, ids: &[&str]) -> String {
    blocks(text, "VEVENT", &|id| ids.contains(&id))
}

/// The cards of the members with these ids, those of their chambers included,
/// in the order of the whole.
pub fn cards(text: &str, ids: &[&str]) -> String {
    blocks(text, "VCARD", &|id| {
        ids.contains(&id.split('-').next().unwrap_or_default())
    })
}

/// A text in lines of RFC 5545 or RFC 6350 with those of its `blocks` whose id
/// is wanted, which is their UID up to the `@`.
fn blocks(text: &str, block: &str, is_wanted: &dyn Fn(&str) -> bool) -> String {
    let (begin, end) = (format!("BEGIN:{block}\r\n"), format!("END:{block}\r\n"));
    let mut kept = String::new();
    let mut open = String::new();
    // A text cannot look like a line: breaks in it are written as `\n`, and a
    // line that goes on begins with a space.
    for line in text.split_inclusive('\n') {
        if line == begin || !open.is_empty() {
            open += line;
        } else {
            kept += line;
        }
        if line == end {
            if is_wanted(&id_of(&open)) {
                kept += &open;
            }
            open.clear();
        }
    }
    kept
}

/// The UID of a block up to the `@`.
fn id_of(block: &str) -> String {
    let whole = block.replace("\r\n ", "");
    let (_, uid) = whole.split_once("\r\nUID").unwrap_or_default();
    let (_, uid) = uid.split_once(':').unwrap_or_default();
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
