//! The editions of the data: the newest, which is published, and those that were
//! kept of earlier ones.
//!
//! An earlier edition is published as its files and as what the program fetches
//! of them, so that `edition=` in an address shows it
//! (docs/decisions/editions.md).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use directory::PartialDate;
use directory::model::Edition;
use editing::editions::{changes, kept, number_and_date};
use editing::{DataFiles, FILES, TEXTS};

use crate::files;

/// Where editions stand in the site.
pub const FOLDER: &str = "data/editions";

/// The data of every edition.
pub struct Editions {
    /// Those that are published, each file by its name.
    pub newest: DataFiles,
    /// Number, day and changes of all, the newest first.
    pub listed: Vec<Edition>,
    /// The files of the earlier ones, in the order of `listed`.
    pub earlier: Vec<DataFiles>,
}

/// Reads the data in a folder, and the editions in another: in it a folder for
/// each, named by its number.
///
/// # Errors
/// A file cannot be read; an edition has not the number of its folder, or the
/// number or a later day of the newest with other data.
pub fn read(folder: &Path, keep: Option<&Path>) -> Result<Editions> {
    let newest = data_files(folder)?;
    let number =
        number_and_date(&newest).context("network.json has no data.version and data.date")?;
    let mut earlier: Vec<(String, PartialDate, DataFiles)> = Vec::new();
    for folder in keep.map(folders).transpose()?.unwrap_or_default() {
        let shown = folder.display();
        let files = data_files(&folder)?;
        let (version, date) = number_and_date(&files)
            .with_context(|| format!("{shown}: network.json has no data.version and data.date"))?;
        ensure!(
            folder.ends_with(&version),
            "{shown} holds edition {version}, and has not its name"
        );
        if version == number.0 {
            if kept(&files) != kept(&newest) {
                bail!(
                    "{shown}: the data have changed since this edition was kept; they need a \
                     number of their own in network.json"
                );
            }
            continue;
        }
        ensure!(
            date <= number.1,
            "{shown}: is of {date}, later than the data, which are of {}",
            number.1
        );
        earlier.push((version, date, files));
    }
    earlier.sort_by(|(one, day, _), (other, other_day, _)| (other_day, other).cmp(&(day, one)));

    let newest_kept = kept(&newest);
    let mut listed = Vec::new();
    let mut after = (number.0, number.1, &newest_kept);
    for (version, date, files) in &earlier {
        listed.push(Edition {
            version: after.0,
            date: after.1,
            changes: Some(changes(files, after.2)),
        });
        after = (version.clone(), *date, files);
    }
    listed.push(Edition {
        version: after.0,
        date: after.1,
        changes: None,
    });
    let earlier = earlier.into_iter().map(|(.., files)| files).collect();
    Ok(Editions {
        newest,
        listed,
        earlier,
    })
}

/// The folders in a folder.
fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    Ok(folders)
}

/// The data files of a folder, and all translations in it.
fn data_files(folder: &Path) -> Result<DataFiles> {
    let mut read = DataFiles::new();
    for file in FILES {
        let path = folder.join(file);
        // An edition has no map; where others are missing, reading them tells.
        if path.exists() {
            read.insert(file.to_owned(), files::read(&path)?);
        }
    }
    let texts = folder.join(TEXTS);
    if texts.is_dir() {
        for path in files::all(&texts)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            read.insert(format!("{TEXTS}/{name}"), files::read(&path)?);
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests;
