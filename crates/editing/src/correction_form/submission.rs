//! What was written into a sheet of corrections that comes back.

use std::fmt;

use super::{Line, chambers, lines, of_kind};
use crate::finding::{escape_invisible, write_place};
use directory::model::{ContactKind, Directory};
use exports::csv::unguarded;

/// A correction on a sheet that came back; or a text as published that is not,
/// since it may be one in the wrong column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line as it is published today; none where the sheet has a line that
    /// is not published.
    pub line: Option<Line>,
    /// What the sheet says was published.
    pub published: String,
    /// What was written as correct; empty where nothing was.
    pub correction: String,
    /// File, record and field, as the sheet has them.
    place: [String; 3],
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [file, record, field] = self.place.each_ref().map(|part| escape_invisible(part));
        write_place(formatter, &file, &record, &field)?;
        let published = self.line.as_ref().map(|line| line.published.as_str());
        let shown = |text: &str| match text {
            "" => "nothing".to_owned(),
            text => format!("`{}`", escape_invisible(text)),
        };
        match published {
            None => write!(formatter, ": is no line of what is published")?,
            Some(published) => write!(formatter, ": {}", shown(published))?,
        }
        if self.correction.is_empty() {
            let read = shown(&self.published);
            return write!(
                formatter,
                "\n  the sheet: {read} as published, and no correction"
            );
        }
        write!(formatter, "\n  the sheet: {}", shown(&self.correction))?;
        if published.is_some_and(|published| !is_same(published, &self.published)) {
            let then = shown(&self.published);
            write!(
                formatter,
                "\n  note: {then} was published when the sheet was made"
            )?;
        }
        Ok(())
    }
}

/// The corrections of a sheet, compared with the directory in each language
/// that one may be in; then what stands as published and is not. Commas,
/// semicolons and tabs may part its cells, as programs for tables like to choose.
///
/// # Errors
/// What keeps it from being read, as the rest of a sentence that begins with
/// the name of its file.
pub fn differences(sheet: &str, directories: &[&Directory]) -> Result<Vec<Difference>, String> {
    let sheet = sheet.trim_start_matches('\u{feff}');
    // Some programs name the separator in a line of its own.
    let sheet = match sheet.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => rest,
        _ => sheet,
    };
    let header = sheet.lines().next().unwrap_or_default();
    let by = [b',', b';', b'\t'].into_iter();
    let by = by.max_by_key(|by| header.bytes().filter(|byte| byte == by).count());
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .delimiter(by.unwrap_or(b','))
        .flexible(true)
        .from_reader(sheet.as_bytes());
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let place = |column: &str| {
        let place = headers.iter().position(|header| header.trim() == column);
        place.ok_or_else(|| format!("has no column `{column}`"))
    };
    let [file, id, field] = [place("file")?, place("record")?, place("field")?];
    let [published, correction] = [place("published")?, place("correction")?];
    let mut differences = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |column: usize| {
            let cell = record.get(column).unwrap_or_default().trim();
            unguarded(cell).to_owned()
        };
        let (published, correction) = (cell(published), cell(correction));
        let place = [cell(file), cell(id), cell(field)];
        let line = line_at(&place, &published, directories);
        let published_today = line.as_ref().map_or("", |line| &line.published);
        let tells = if correction.is_empty() {
            !published.is_empty() && !is_same(&published, published_today)
        } else {
            !is_same(&correction, &published)
        };
        if tells {
            differences.push(Difference {
                line,
                published,
                correction,
                place,
            });
        }
    }
    differences.sort_by_key(|difference| difference.correction.is_empty());
    Ok(differences)
}

/// Whether two texts are the same, whatever their spaces.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// The published line at this place: in the language whose text the sheet has,
/// or else in the first. Of a kind of contact that was not on record when the
/// sheet was made, what is now.
fn line_at(place: &[String; 3], published: &str, directories: &[&Directory]) -> Option<Line> {
    let [file, record, field] = place;
    let mut found = None;
    for directory in directories {
        let members = directory.members.iter();
        let mut members = members.filter(|member| {
            let id = member.id.as_str();
            record.split('-').next() == Some(id)
                || member.contacts.iter().any(|contact| contact.id == *record)
        });
        let Some(member) = members.next() else {
            continue;
        };
        let of = [None].into_iter().chain(chambers(member));
        let kinds = of.flat_map(|of| ContactKind::EXPECTED.map(|kind| (of, kind)));
        let of_kinds = kinds.map(|(of, kind)| of_kind(directory, member, of, kind));
        let mut lines = lines(directory, member).into_iter().chain(of_kinds);
        let line =
            lines.find(|line| line.file == file && line.record == *record && line.field == *field);
        let has_text = |line: &Line| is_same(&line.published, published);
        if line.as_ref().is_some_and(has_text) {
            return line;
        }
        found = found.or(line);
    }
    found
}
