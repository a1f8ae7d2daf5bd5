//! `cargo xtask import`: takes facts from CSV files into the data, and writes
//! the data as such files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use editing::decode;
use editing::import::{CsvFiles, TABLES, export, import};
use editing::rules::BYTE_ORDER_MARK;

use crate::check;
use crate::data_folder::DataFolder;

/// What to take, or to write.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
    /// The folder of the CSV files
    pub folder: PathBuf,
    /// Write the data there as CSV files instead, in the form that is taken
    #[arg(long)]
    pub export: bool,
}

/// Takes the tables of the folder into the data, or writes them there.
///
/// # Errors
/// A file cannot be read or written, or is no text.
pub fn run(options: &Options) -> Result<()> {
    let folder = &options.folder;
    let data = options.data.path();
    let files = check::readable(&options.data)?;
    if options.export {
        let tables = export(&files).map_err(|finding| anyhow!("{finding}"))?;
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        for (name, text) in &tables {
            write(&folder.join(name), text)?;
        }
        println!("{}: {} tables", folder.display(), tables.len());
        return Ok(());
    }
    let tables = read_tables(folder)?;
    let imported = import(&files, &tables).map_err(|finding| anyhow!("{finding}"))?;
    for (name, text) in &imported.files {
        if files.get(name) != Some(text) {
            write(&data.join(name), text)?;
        }
    }
    for record in &imported.changed {
        println!("taken: {record}");
    }
    for conflict in &imported.conflicts {
        println!("left: {conflict}");
    }
    let (taken, left) = (imported.changed.len(), imported.conflicts.len());
    println!("{taken} records taken or changed, {left} rows left");
    Ok(())
}

/// The CSV files of a folder.
///
/// # Errors
/// There is none, or one is not UTF-8: what it probably says is not taken.
fn read_tables(folder: &Path) -> Result<CsvFiles> {
    let mut tables = CsvFiles::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".csv") {
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            let text = table_text(&name, &bytes)?;
            tables.insert(name.into_owned(), text);
        }
    }
    if tables.is_empty() {
        let names = TABLES.join(", ");
        return Err(anyhow!("{} has none of {names}", folder.display()));
    }
    Ok(tables)
}

/// The text of a table, which programs for tables begin with a byte order mark.
fn table_text(name: &str, bytes: &[u8]) -> Result<String> {
    let (text, saved) = decode(name, bytes);
    match saved.filter(|saved| saved.rule != BYTE_ORDER_MARK.name) {
        Some(finding) => Err(anyhow!("{finding}")),
        None => Ok(text),
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_taken_as_programs_save_it_or_told_with_its_remedy() {
        let marked = table_text("contacts.csv", b"\xef\xbb\xbfiso3,kind\n");
        assert_eq!(marked.unwrap(), "iso3,kind\n");
        let latin = table_text("contacts.csv", b"iso3,value\nCIV,Assembl\xe9e nationale\n");
        let said = latin.unwrap_err().to_string();
        let problem = "contacts.csv:2:12: is not UTF-8 at line 2, but probably windows-1252";
        for part in [problem, "save it as UTF-8"] {
            assert!(said.contains(part), "{said}");
        }
    }
}
