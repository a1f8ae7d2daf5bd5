//! The data files that tests read.

use std::fs;
use std::path::{Path, PathBuf};

use editing::{DataFiles, FILES, TEXTS};

/// A folder, given from the folder of this crate.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The data files in `folder`, with their translations.
pub fn read(folder: &Path) -> DataFiles {
    let text = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let texts = fs::read_dir(folder.join(TEXTS)).into_iter().flatten();
    let texts = texts.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let texts = texts.map(|name| format!("{TEXTS}/{name}"));
    let files = FILES.into_iter().map(str::to_owned).chain(texts);
    files.map(|file| (file.clone(), text(&file))).collect()
}
