//! The data files under their own names, which never change: for people and
//! other programs.

use std::path::Path;

use anyhow::Result;
use editing::{FILES, FINE_MAP};

use crate::files::{Files, read};
use crate::localizations::Localization;

/// Writes the files of a folder, and the translations of each localization.
///
/// # Errors
/// One cannot be read or written.
pub fn write(folder: &Path, localizations: &[Localization], files: &mut Files) -> Result<()> {
    for file in FILES {
        files.write(&format!("data/{file}"), read(&folder.join(file))?)?;
    }
    let fine_map = folder.join(FINE_MAP);
    if fine_map.exists() {
        files.write(&format!("data/{FINE_MAP}"), read(&fine_map)?)?;
    }
    for localization in localizations {
        for (file, text) in &localization.texts {
            files.write(&format!("data/{file}"), text)?;
        }
    }
    Ok(())
}
