//! The folder of the data that a command works on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use editing::DataFiles;

use crate::paths;

/// The project's own data, from the root of the workspace.
const OWN: &str = "public/data";

/// The project's own data, or those of another network.
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct DataFolder {
    /// The folder of the data of another network
    #[arg(long = "data", value_name = "FOLDER")]
    data_folder: Option<PathBuf>,
}

impl DataFolder {
    /// The project's own.
    pub const OWN: Self = Self { data_folder: None };

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        let folder = self.data_folder.clone();
        folder.unwrap_or_else(|| paths::root().join(OWN))
    }

    /// As messages name it.
    pub fn shown(&self) -> String {
        let folder = self.data_folder.as_ref();
        folder.map_or_else(|| OWN.to_owned(), |folder| folder.display().to_string())
    }
}

/// Writes data files into `folder`, which may be missing.
///
/// # Errors
/// One cannot be written.
pub fn write(folder: &Path, files: &DataFiles) -> Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        let parent = path.parent().context("a file lies in a folder")?;
        fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}
