//! What was written into a correction form that comes back.

use std::fmt;

use directory::PartialDate;
use directory::model::{ContactKind, Directory};
use encoding_rs::WINDOWS_1252;
use exports::csv::unescape_formula;

use super::table_date::readings;
use super::{DATES, FormLine, chambers, line_of_kind, lines};
use crate::encoding::guess;
use crate::finding::write_place;
use crate::signs;

/// A correction on a form that came back; or a text as published that is not,
/// since it may be one in the wrong column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line as it is published today; none where the form has a line that
    /// is not published.
    pub line: Option<FormLine>,
    /// What the form says was published.
    pub published: String,
    /// What was written as correct; empty where nothing was.
    pub correction: String,
    /// File, record and field, as the form has them.
    place: [String; 3],
    /// The days that the text of the form can be, where it is a date in numbers.
    days: Option<Vec<PartialDate>>,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [file, record, field] = self.place.each_ref().map(|part| signs::shown(part));
        write_place(formatter, &file, &record, &field)?;
        let published = self.line.as_ref().map(|line| line.published.as_str());
        let shown = |text: &str| match text {
            "" => "nothing".to_owned(),
            // Which spaces they are makes no difference.
            text => {
                let words: Vec<&str> = text.split_whitespace().collect();
                format!("`{}`", signs::shown(&words.join(" ")))
            }
        };
        match published {
            None => write!(formatter, ": is no line of what is published")?,
            Some(published) => write!(formatter, ": {}", shown(published))?,
        }
        if self.correction.is_empty() {
            let read = shown(&self.published);
            write!(
                formatter,
                "\n  the form: {read} as published, and no correction"
            )?;
            return self.write_days(formatter);
        }
        write!(formatter, "\n  the form: {}", shown(&self.correction))?;
        if published.is_some_and(|published| !is_same(published, &self.published)) {
            let then = shown(&self.published);
            write!(
                formatter,
                "\n  note: {then} was published when the form was made"
            )?;
        }
        self.write_days(formatter)
    }
}

impl Difference {
    /// What a date in numbers means; and what to do where that is open.
    fn write_days(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(days) = &self.days else {
            return Ok(());
        };
        let texts: Vec<String> = days.iter().map(ToString::to_string).collect();
        let texts = texts.join(" or ");
        match days.len() {
            0 => formatter.write_str("\n  note: is no day that can be read; ask for it in words"),
            1 => write!(formatter, "\n  note: that is {texts}"),
            _ => write!(formatter, "\n  note: can be {texts}; ask which is meant"),
        }
    }
}

/// The text of a form that came back: UTF-8, or windows-1252, which programs
/// for tables save on many desks, where that is beyond doubt: each byte has a
/// meaning in it, it is what the letters look like, and each published text
/// with such letters is read as it is published, one at least.
///
/// None where it may be another encoding, and a letter another one.
pub fn text_of_form(bytes: &[u8], directories: &[&Directory]) -> Option<String> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // Bytes without a meaning become controls.
    let is_defined = !text.contains(|sign| ('\u{80}'..='\u{9f}').contains(&sign));
    let mut rows = rows(&text).ok()?;
    rows.retain(|row| {
        row.published
            .contains(|sign: char| !sign.is_ascii() && sign.is_alphabetic())
    });
    let is_known = |row: &Row| {
        let line = line_at(&row.place, &row.published, directories);
        line.is_some_and(|line| is_same(&line.published, &row.published))
    };
    let holds = is_defined
        && guess([bytes]) == WINDOWS_1252
        && !rows.is_empty()
        && rows.iter().all(is_known);
    holds.then(|| text.into_owned())
}

/// A line of a form that came back.
struct Row {
    /// File, record and field.
    place: [String; 3],
    published: String,
    correction: String,
}

/// The lines of a form. Commas, semicolons and tabs may part its cells, as
/// programs for tables like to choose.
fn rows(form: &str) -> Result<Vec<Row>, String> {
    let text = form.trim_start_matches('\u{feff}');
    // Some programs name the separator in a line of its own.
    let table = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => rest,
        _ => text,
    };
    let header = table.lines().next().unwrap_or_default();
    let delimiters = [b',', b';', b'\t'].into_iter();
    let delimiter =
        delimiters.max_by_key(|delimiter| header.bytes().filter(|byte| byte == delimiter).count());
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder
        .delimiter(delimiter.unwrap_or(b','))
        .flexible(true)
        .from_reader(table.as_bytes());
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let index_of = |column: &str| {
        let index = headers.iter().position(|header| header.trim() == column);
        index.ok_or_else(|| format!("has no column `{column}`"))
    };
    let [file, id, field] = [index_of("file")?, index_of("record")?, index_of("field")?];
    let [published, correction] = [index_of("published")?, index_of("correction")?];
    let rows = reader.records().map(|record| {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |column: usize| {
            let cell = record.get(column).unwrap_or_default().trim();
            unescape_formula(cell).to_owned()
        };
        Ok(Row {
            place: [cell(file), cell(id), cell(field)],
            published: cell(published),
            correction: cell(correction),
        })
    });
    rows.collect()
}

/// The corrections of a form, compared with the directory in each language
/// that one may be in; then what stands as published and is not.
///
/// # Errors
/// What keeps it from being read, as the rest of a sentence that begins with
/// the name of its file.
pub fn differences(form: &str, directories: &[&Directory]) -> Result<Vec<Difference>, String> {
    let mut differences = Vec::new();
    for row in rows(form)? {
        let Row {
            place,
            published,
            correction,
        } = row;
        let line = line_at(&place, &published, directories);
        let published_today = line.as_ref().map_or("", |line| &line.published);
        let (text, expected) = if correction.is_empty() {
            (&published, published_today)
        } else {
            (&correction, published.as_str())
        };
        let today = directories
            .first()
            .map(|directory| directory.network.data_date);
        let today = today.filter(|_| DATES.contains(&place[2].as_str()));
        let days = today.and_then(|today| readings(text, today));
        let is_expected_day = match days.as_deref() {
            Some([day]) => expected.split(' ').next() == Some(&day.to_string()),
            _ => false,
        };
        let differs = !text.is_empty() && !is_same(text, expected) && !is_expected_day;
        if differs {
            differences.push(Difference {
                line,
                published,
                correction,
                place,
                days,
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

/// The published line at this place: in the language whose text the form has,
/// or else in the first. Of a kind of contact that was not on record when the
/// form was made, what is now.
fn line_at(place: &[String; 3], published: &str, directories: &[&Directory]) -> Option<FormLine> {
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
        let holders = [None].into_iter().chain(chambers(member));
        let kinds = holders.flat_map(|chamber| ContactKind::EXPECTED.map(|kind| (chamber, kind)));
        let of_kinds = kinds.map(|(chamber, kind)| line_of_kind(directory, member, chamber, kind));
        let mut lines = lines(directory, member).into_iter().chain(of_kinds);
        let line =
            lines.find(|line| line.file == file && line.record == *record && line.field == *field);
        let has_text = |line: &FormLine| is_same(&line.published, published);
        if line.as_ref().is_some_and(has_text) {
            return line;
        }
        found = found.or(line);
    }
    found
}
