//! A data file as an editor may write it.

use directory::Directory;
use directory::snapshot::{self, LanguagePart, Part};
use editing::canonical;
use editing::{DataFiles, check, decode, read};
use exports::formats::FORMATS;
use exports::page_urls::NoUrls;
use serde_json::Value;

use crate::choices::{Choices, edit, edit_text};
use crate::door::Door;
use crate::files::{THREE, is_of_texts};
use crate::walk::walk;

/// Two bytes choose the file, one what is done with it: changes of its values,
/// then of its text, or other bytes in its place.
pub const DOOR: Door = Door {
    name: "data-file",
    longest: 600,
    seeds: || {
        let bytes = |file: u8, kind: u8, rest: &[u8]| [&[0, file, kind], rest].concat();
        let files = u8::try_from(THREE.len()).expect("there are few files");
        let ways = [
            (0, &b"\0\0\0\x07\x04\x40"[..]),
            (1, b"\0\x05\x00"),
            (2, b"[{\"id\": \"xaa\"}]"),
        ];
        let seeds = (0..files).flat_map(|file| ways.map(|(kind, rest)| bytes(file, kind, rest)));
        seeds.collect()
    },
    words: Vec::new,
    shown: |input| {
        let (file, bytes) = changed_file(input);
        format!("{file}\n{}", decode(&file, &bytes).0)
    },
    try_input,
};

/// The name of a file and what it holds.
fn changed_file(input: &[u8]) -> (String, Vec<u8>) {
    let mut choices = Choices::new(input);
    let names: Vec<&String> = THREE.keys().collect();
    let file = (*choices.of(&names)).clone();
    let text = &THREE[&file];
    let kind = choices.byte();
    if kind % 4 == 2 {
        return (file, choices.rest().to_vec());
    }
    let mut document: Value = serde_json::from_str(text).expect("the committed data are JSON");
    for _ in 0..8 {
        if choices.is_empty() || kind % 4 == 1 {
            break;
        }
        edit(&mut document, &mut choices);
        if kind % 4 == 3 {
            break;
        }
    }
    let mut text = serde_json::to_string_pretty(&document).expect("a document can be written");
    text.push('\n');
    while !choices.is_empty() {
        edit_text(&mut text, &mut choices);
    }
    (file, text.into_bytes())
}

/// Findings are told instead of a panic; the canonical form is the same however
/// often it is made, and says what the file said; what is read can be
/// published and shown.
fn try_input(input: &[u8]) {
    let (file, bytes) = changed_file(input);
    let (text, saved) = decode(&file, &bytes);
    assert!(saved.is_none_or(|finding| !finding.to_string().is_empty()));
    let mut files: DataFiles = THREE.clone();
    files.insert(file.clone(), text.clone());
    let findings = check(&files);
    for finding in &findings {
        assert!(!finding.to_string().is_empty());
        assert!(!finding.problem.is_empty(), "{finding}");
    }
    let directory = read(&files);
    if let Ok(canonical_text) = canonical(&file, &text) {
        assert_eq!(
            canonical(&file, &canonical_text).as_ref(),
            Ok(&canonical_text)
        );
        assert!(!findings.is_empty() || canonical_text == text);
        if canonical_text != text && !is_of_texts(&file) {
            files.insert(file, canonical_text);
            let again = read(&files);
            let one = directory.as_ref().map(|(directory, _)| directory);
            let other = again.as_ref().map(|(directory, _)| directory);
            assert_eq!(
                one.ok(),
                other.ok(),
                "the canonical form says something else"
            );
        }
    }
    if let Ok((directory, _)) = directory {
        walk(&directory);
        walk(&read_back(&directory));
        if findings.is_empty() {
            for format in FORMATS {
                let written = (format.write)(&directory, &NoUrls);
                assert!(
                    written.is_ok(),
                    "{}.{}: {written:?}",
                    format.name,
                    format.ending
                );
            }
        }
    }
}

/// The directory as the program reads it.
fn read_back(directory: &Directory) -> Directory {
    let language = LanguagePart::write(directory, &directory.translations, &[]);
    let language = LanguagePart::read(&language).expect("what was written can be read");
    let read = language.directory(&snapshot::write(directory, Part::Core));
    let read = read.expect("what was written can be read");
    for part in Part::ALL {
        let added = read.add(part, &snapshot::write(directory, part));
        assert_eq!(added, Ok(()), "{}", part.name());
    }
    read
}
