//! `cargo xtask import`: takes facts from CSV files into the data, and writes
//! the data as such files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use editing::import::{CsvFiles, TABLES, export, import};

use crate::check;

/// What to take, or to write.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
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
    let data = check::data_dir();
    let files = check::read(&data)?.texts;
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
fn read_tables(folder: &Path) -> Result<CsvFiles> {
    let mut tables = CsvFiles::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".csv") {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            tables.insert(name.into_owned(), text);
        }
    }
    if tables.is_empty() {
        let names = TABLES.join(", ");
        return Err(anyhow!("{} has none of {names}", folder.display()));
    }
    Ok(tables)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}
