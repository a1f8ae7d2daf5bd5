//! The data files that tests read.

use std::fs;
use std::path::{Path, PathBuf};

use domain::directory::{DataFiles, FILES};

/// A folder, given from the folder of this crate.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The data files in `folder`.
pub fn read(folder: &Path) -> DataFiles {
    let text = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    FILES
        .iter()
        .map(|file| ((*file).to_owned(), text(file)))
        .collect()
}
