//! Members, contacts and events as a workbook for spreadsheets, in one language.

use anyhow::{Context, Result};
use directory::PartialDate;
use directory::catalogue::Catalogue;
use exports::cell::Cell;
use exports::columns::{Form, title};
use exports::events::source_title;
use exports::table::Sheet;
use exports::{contacts, events, members};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Url, Workbook, Worksheet};

use crate::localizations::Localization;

/// A spreadsheet takes no longer address for a link.
const MAX_LINK: usize = 2000;

/// The workbook of a localization: the bytes of its file, the same each time.
///
/// # Errors
/// A spreadsheet cannot hold what is to be written.
pub fn bytes(localization: &Localization) -> Result<Vec<u8>> {
    let directory = localization.site.directory;
    let words = localization.words();
    let network = &directory.network;
    let sheets = [
        (words.formats_members(), members::sheet(directory)),
        (words.formats_contacts(), contacts::sheet(directory)),
        (words.formats_events(), events::sheet(directory)),
    ];
    let mut workbook = Workbook::new();
    let (year, date) = (network.data_date.year(), network.data_date);
    // The day of the data, as a workbook would else tell when it was written.
    let day = ExcelDateTime::from_ymd(year, date.month().unwrap_or(1), date.day().unwrap_or(1))?;
    let title = network.names.get(directory.language());
    let properties = DocProperties::new().set_title(title);
    workbook.set_properties(&properties.set_creation_datetime(&day));
    for (name, sheet) in &sheets {
        let worksheet = add_sheet(&mut workbook, name, words)?;
        write_sheet(worksheet, sheet).with_context(|| (*name).to_owned())?;
    }
    let worksheet = add_sheet(&mut workbook, words.formats_notes(), words)?;
    write_notes(worksheet, localization, &sheets)?;
    Ok(workbook.save_to_buffer()?)
}

fn add_sheet<'a>(
    workbook: &'a mut Workbook,
    name: &str,
    words: &Catalogue,
) -> Result<&'a mut Worksheet> {
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(name)?;
    worksheet.set_right_to_left(words.language_direction() == "rtl");
    Ok(worksheet)
}

/// Writes a table: its header stays in sight, each column has a filter and one
/// type.
fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<()> {
    let header = Format::new().set_bold();
    let text = Format::new().set_num_format("@");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let share = Format::new().set_num_format("0.0##");
    for ((place, name), at) in sheet.columns.iter().enumerate().zip(0..) {
        worksheet.write_with_format(0, at, *name, &header)?;
        let cells = || sheet.rows.iter().map(|row| &row[place]);
        let days = days(name, cells());
        for (cell, row) in cells().zip(1..) {
            match cell {
                Cell::Unknown => continue,
                Cell::Count(count) => worksheet.write_number(row, at, u32::try_from(*count)?)?,
                Cell::Share(percent) => {
                    worksheet.write_number_with_format(row, at, *percent, &share)?
                }
                Cell::Flag(flag) => worksheet.write_boolean(row, at, *flag)?,
                Cell::Text(date) if days => {
                    let date = ExcelDateTime::parse_from_str(date)?;
                    worksheet.write_datetime_with_format(row, at, date, &day)?
                }
                Cell::Text(link) if is_link(link) => {
                    worksheet.write_url(row, at, Url::new(link).set_text(link))?
                }
                cell => {
                    let cell = cell.clone().into_text();
                    worksheet.write_string_with_format(row, at, cell, &text)?
                }
            };
        }
        let longest = cells().map(|cell| cell.clone().into_text().chars().count());
        let longest = longest.chain([name.len() + 3]).max().unwrap_or_default();
        // Of long texts the beginning is seen.
        worksheet.set_column_width(at, u32::try_from(longest.min(40))?)?;
    }
    let (rows, columns) = (sheet.rows.len(), sheet.columns.len() - 1);
    worksheet.autofilter(0, 0, u32::try_from(rows)?, u16::try_from(columns)?)?;
    worksheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Whether all dates of a column are days, and none is from before 1900, where
/// the calendar of spreadsheets begins: only such a column holds dates to count
/// with, and any other holds texts.
fn days<'a>(column: &str, cells: impl Iterator<Item = &'a Cell>) -> bool {
    let mut dates = cells.filter(|cell| **cell != Cell::Unknown).peekable();
    let is_day = |cell: &Cell| match cell {
        Cell::Text(date) => date
            .parse::<PartialDate>()
            .is_ok_and(|date| date.day().is_some() && date.year() >= 1900),
        _ => false,
    };
    Form::of(column) == Form::Date && dates.peek().is_some() && dates.all(is_day)
}

fn is_link(text: &str) -> bool {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    is_web && text.len() <= MAX_LINK && !text.contains(char::is_whitespace)
}

/// Writes what a reader should know: edition, licence, what is in which column,
/// and the sources.
fn write_notes(
    worksheet: &mut Worksheet,
    localization: &Localization,
    sheets: &[(&str, Sheet)],
) -> Result<()> {
    let directory = localization.site.directory;
    let words = localization.words();
    let network = &directory.network;
    let bold = Format::new().set_bold();
    let edition = words.data_version(&network.data_version, &words.date(network.data_date));
    let licence = directory.localized(&network.licence).text;
    let mut row = 0;
    for line in [
        network.names.get(directory.language()),
        &edition,
        &*licence,
        words.export_empty(),
    ] {
        worksheet.write_string(row, 0, line)?;
        row += 1;
    }
    for (name, sheet) in sheets {
        row += 1;
        worksheet.write_string_with_format(row, 0, *name, &bold)?;
        for column in &sheet.columns {
            row += 1;
            worksheet.write_string(row, 0, *column)?;
            worksheet.write_string(row, 1, title(words, column).unwrap_or_default())?;
            worksheet.write_string(row, 2, meaning(words, column))?;
        }
        row += 1;
    }
    row += 1;
    worksheet.write_string_with_format(row, 0, words.export_sources(), &bold)?;
    for source in &directory.sources {
        row += 1;
        worksheet.write_string(row, 0, &source.id)?;
        worksheet.write_string(row, 1, source_title(directory, source))?;
        worksheet.write_string(row, 2, words.licence(&source.licence))?;
        match &source.url {
            Some(url) if is_link(url) => {
                worksheet.write_url(row, 3, Url::new(url).set_text(url))?;
            }
            url => {
                worksheet.write_string(row, 3, url.as_deref().unwrap_or_default())?;
            }
        }
    }
    for (column, width) in [(0, 24), (1, 48), (2, 40), (3, 60)] {
        worksheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// What a column holds, in words.
fn meaning(words: &Catalogue, column: &str) -> String {
    match Form::of(column) {
        Form::Text => words.formats_text().to_owned(),
        Form::Date => words.formats_date().to_owned(),
        Form::Words(one_of) => words.formats_words(&one_of.join(", ")),
        Form::Count => words.formats_count().to_owned(),
        Form::Share => words.formats_share().to_owned(),
        Form::Flag => words.formats_flag().to_owned(),
        Form::Texts => words.formats_texts().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::*;
    use crate::tests::{lakes, localizations};

    /// A file of the workbook.
    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        let mut part = archive.by_name(name).unwrap();
        part.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_same_data_give_the_same_bytes() {
        let localization = &lakes()[0];
        assert!(bytes(localization).unwrap() == bytes(localization).unwrap());
    }

    #[test]
    fn the_header_stays_in_sight_and_arabic_runs_from_the_right() {
        for localization in lakes() {
            let sheet = part(&bytes(localization).unwrap(), "xl/worksheets/sheet1.xml");
            assert!(sheet.contains("state=\"frozen\""), "{sheet}");
            assert!(sheet.contains("<autoFilter ref=\"A1:V"), "{sheet}");
            let is_rtl = localization.language() == "ar";
            assert_eq!(sheet.contains("rightToLeft=\"1\""), is_rtl);
        }
    }

    #[test]
    fn a_column_holds_days_only_where_all_are_days() {
        let cells = |dates: &[&str]| -> Vec<Cell> {
            let cells = dates.iter().map(|date| Cell::from(*date));
            cells.chain([Cell::Unknown]).collect()
        };
        let days = |column, dates: &[&str]| days(column, cells(dates).iter());
        assert!(days("as_of", &["2024-05-01", "1999-12-31"]));
        assert!(!days("as_of", &["2024-05-01", "1999-12"]));
        assert!(!days("as_of", &["2024-05-01", "1889-06-30"]));
        assert!(!days("as_of", &[]));
        assert!(!days("name", &["2024-05-01"]));
    }

    #[test]
    fn codes_are_texts_and_every_sheet_has_a_name_of_its_own() {
        for localization in localizations() {
            let bytes = bytes(localization).unwrap();
            let texts = part(&bytes, "xl/sharedStrings.xml");
            assert!(texts.contains("<t>004</t>") && texts.contains("<t>NA</t>"));
            let book = part(&bytes, "xl/workbook.xml");
            assert_eq!(book.matches("<sheet name=").count(), 4, "{book}");
        }
    }
}
