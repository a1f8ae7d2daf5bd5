//! The parts of a snapshot.
//!
//! Each file is proved by its hash before it is read, so that a number or a
//! word in it is what `publish` wrote, and the reader takes it so. What may come
//! is a part of another version of the site, or something else in its place.

use std::sync::LazyLock;

use directory::Directory;
use directory::snapshot::{self, LanguagePart, Part, SnapshotError};
use serde_json::Value;

use crate::choices::{Choices, at, count, edit_text};
use crate::door::Door;
use crate::files::{THREE_IN_ENGLISH, THREE_IN_FRENCH};
use crate::walk::walk;

/// Two bytes choose the part, others what becomes of it.
pub const DOOR: Door = Door {
    name: "snapshot",
    longest: 200,
    seeds: || {
        let seeds = (0..u8::MAX).map(|byte| vec![byte % 12, byte, byte.wrapping_mul(37), byte, 7]);
        seeds.collect()
    },
    words: Vec::new,
    shown: |input| {
        let (kind, changed) = changed(input);
        format!("{kind:?}, {:?}\n{}", changed.change, changed.text)
    },
    try_input,
};

/// A part, which of a language or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Language,
    Shared(Part),
}

const KINDS: [Kind; 6] = [
    Kind::Language,
    Kind::Shared(Part::Core),
    Kind::Shared(Part::Contacts),
    Kind::Shared(Part::Events),
    Kind::Shared(Part::Sources),
    Kind::Shared(Part::Map),
];

/// What was done to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// It is no JSON any more, or another document.
    Text,
    /// A value is of another kind, or not there.
    Kind,
    /// A list or record is shorter.
    Shorter,
    /// A list or record is longer.
    Longer,
    /// The version is another.
    Version,
}

struct Changed {
    change: Change,
    text: String,
}

struct Parts {
    texts: Vec<String>,
    documents: Vec<Value>,
}

/// The parts of one directory, in the order of [`KINDS`].
fn parts(directory: &Directory) -> Parts {
    let texts = KINDS.map(|kind| match kind {
        Kind::Language => LanguagePart::write(directory, &directory.translations, &[]),
        Kind::Shared(part) => snapshot::write(directory, part),
    });
    let documents = texts.each_ref().map(|text| serde_json::from_str(text));
    Parts {
        documents: documents
            .map(|document| document.expect("it is JSON"))
            .to_vec(),
        texts: texts.to_vec(),
    }
}

static PARTS: LazyLock<[Parts; 2]> =
    LazyLock::new(|| [parts(&THREE_IN_ENGLISH), parts(&THREE_IN_FRENCH)]);

fn changed(input: &[u8]) -> (usize, Changed) {
    let mut choices = Choices::new(input);
    let chosen = usize::from(choices.byte());
    let kind = chosen % KINDS.len();
    let parts = &PARTS[chosen / KINDS.len() % PARTS.len()];
    let document = &parts.documents[kind];
    let change = match choices.byte() % 6 {
        0 => {
            let mut text = parts.texts[kind].clone();
            // After the version, which is a change of its own.
            let version = text.find(',').unwrap_or(0) + 1;
            let mut rest = text.split_off(version);
            edit_text(&mut rest, &mut choices);
            let is_same = text.clone() + &rest == parts.texts[kind];
            let is_json = serde_json::from_str::<Value>(&(text.clone() + &rest)).is_ok();
            // A word or number may be another now.
            let text = if is_json && !is_same {
                String::new()
            } else {
                text + &rest
            };
            return (
                kind,
                Changed {
                    change: Change::Text,
                    text,
                },
            );
        }
        1 | 2 => Change::Kind,
        3 => Change::Shorter,
        4 => Change::Longer,
        _ => Change::Version,
    };
    let mut document = document.clone();
    let place = choices.below(count(&document));
    if change == Change::Version {
        document[0] = choices.value();
    } else if let Some(value) = at(&mut document, place) {
        match (change, value) {
            // At the end: what stands behind keeps its place.
            (Change::Shorter, Value::Array(elements)) => {
                elements.pop();
            }
            (Change::Longer, Value::Array(elements)) => {
                let last = elements.last().cloned();
                elements.push(last.unwrap_or_else(|| choices.value()));
            }
            (Change::Kind, value) => {
                let other = choices.value();
                // What may be missing may be a date, or stand for a word.
                let may_be_other = match value {
                    Value::Null => !other.is_string() && !other.is_number(),
                    _ => std::mem::discriminant(&other) != std::mem::discriminant(value),
                };
                if may_be_other {
                    *value = other;
                }
            }
            _ => {}
        }
    }
    let text = document.to_string();
    (kind, Changed { change, text })
}

/// What has not the form of its part is refused, or tells that it is of another
/// version; what is read beside the parts of its own version can be shown.
fn try_input(input: &[u8]) {
    let (kind, Changed { change, text }) = changed(input);
    let sound = &PARTS[0].texts;
    let text_of = |other: usize| if other == kind { &text } else { &sound[other] };
    let directory = LanguagePart::read(text_of(0)).and_then(|part| part.directory(text_of(1)));
    let (directory, kind) = match (directory, KINDS[kind]) {
        (Err(error), Kind::Language | Kind::Shared(Part::Core)) => {
            assert!(!error.to_string().is_empty());
            return;
        }
        (directory, kind) => (directory.expect("the other parts are sound"), kind),
    };
    if let Kind::Shared(part) = kind
        && part != Part::Core
    {
        match directory.add(part, &text) {
            Ok(()) => assert!(change != Change::Version || text == sound[0]),
            Err(SnapshotError::OtherVersion | SnapshotError::Unreadable) => {
                assert!(!directory.has(part) || directory.members.is_empty());
            }
        }
    }
    // What is shorter may lack what the others name, and only the hash proves that.
    if change != Change::Shorter {
        for part in Part::ALL {
            if !directory.has(part) && Kind::Shared(part) != kind {
                let place = KINDS.iter().position(|other| *other == Kind::Shared(part));
                let added = directory.add(part, &sound[place.expect("it is one of them")]);
                assert!(
                    added.is_ok() || kind == Kind::Shared(Part::Core),
                    "{}",
                    part.name()
                );
            }
        }
        walk(&directory);
    }
}
