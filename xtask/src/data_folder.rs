//! The folder of the data that a command works on.

use std::path::PathBuf;

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
