//! The data files that inputs are made from.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use directory::{Catalogue, Directory};
use editing::collation::collator_for;
use editing::{DataFiles, FILES, TEXTS, texts_of};

/// The invented network of three members, whose files can be read thousands of
/// times while those of the real one would be once.
pub static THREE: LazyLock<DataFiles> =
    LazyLock::new(|| data_files(&at("crates/editing/tests/three"), "fr"));

/// The three members, in English.
pub static THREE_IN_ENGLISH: LazyLock<Directory> = LazyLock::new(|| directory_in("en", &THREE));

/// The three members, in French.
pub static THREE_IN_FRENCH: LazyLock<Directory> = LazyLock::new(|| directory_in("fr", &THREE));

/// The published directory, in English.
pub static PUBLISHED: LazyLock<Directory> =
    LazyLock::new(|| directory_in("en", &data_files(&at("public/data"), "fr")));

/// A catalogue of texts.
pub fn catalogue(language: &str) -> String {
    read(&at(&format!("public/locales/{language}.json")))
}

fn directory_in(language: &str, files: &DataFiles) -> Directory {
    let words = Catalogue::read(&catalogue(language)).expect("the catalogues are sound");
    let words = Arc::new(words);
    let collator = collator_for(words.language_locale());
    let read = editing::read_for_language(&words, &collator, files);
    read.expect("the committed data are sound").0
}

fn data_files(folder: &Path, language: &str) -> DataFiles {
    let texts = texts_of(language).into_iter();
    let texts = texts.filter(|file| folder.join(file).exists());
    let files = FILES.into_iter().map(str::to_owned).chain(texts);
    files
        .map(|file| (file.clone(), read(&folder.join(file))))
        .collect()
}

/// Whether a data file is one of translations.
pub fn is_of_texts(file: &str) -> bool {
    file.starts_with(TEXTS)
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
