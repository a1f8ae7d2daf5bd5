//! What the program fetches of the data: all that it shows by itself.
//!
//! Pages that never change while they are read are not drawn by the program,
//! so what only they tell is left out: docs/decisions/pages-as-published.md.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, anyhow};
use directory::words::Prose;
use editing::translatable::translatable_texts;
use editing::{DataFiles, FILES};
use serde_json::{Value, json};

use crate::read;

/// Fields that only published pages tell, by file; those within the records of
/// a list behind its name.
const LEFT_OUT: [(&str, &[&str]); 7] = [
    ("network.json", &["history", "changes", "organs.text"]),
    ("sources.json", &["covers"]),
    (
        "organisations.json",
        &[
            "founded",
            "seat",
            "country",
            "members_count",
            "notes",
            "provenance",
        ],
    ),
    (
        "members.json",
        &[
            "native_names.sources",
            "aliases.sources",
            "joined_at",
            "memberships.as_of",
            "memberships.note",
            "memberships.also",
            "notes",
            "provenance",
        ],
    ),
    (
        "parliaments.json",
        &[
            "names.sources",
            "wikidata",
            "chambers.names.sources",
            "chambers.term",
            "chambers.electoral_system",
            "chambers.composition",
            "chambers.later_election",
            "chambers.notes",
            "chambers.provenance",
            "notes",
            "provenance",
        ],
    ),
    (
        "contacts.json",
        &["chamber", "label", "value", "lines", "unlinked", "note"],
    ),
    (
        "events.json",
        &[
            "times",
            "venue",
            "organisers",
            "summary",
            "participants",
            "documents",
            "related",
            "notes",
            "revision",
            "changed",
            "provenance",
        ],
    ),
];

/// Knows what is said once these fields are left out.
pub struct Light {
    /// Marks of the texts that the program may show.
    marks: Vec<u32>,
}

impl Light {
    /// Reads the data files in a folder without those fields.
    ///
    /// # Errors
    /// A file cannot be read or is not sound.
    pub fn of(folder: &Path) -> Result<Self> {
        let mut files = DataFiles::new();
        for file in FILES {
            let text = read(&folder.join(file))?;
            files.insert(file.to_owned(), light(file, &text, false)?);
        }
        let directory = editing::read(&files).map_err(|findings| anyhow!("{findings:?}"));
        let said = translatable_texts(&directory?.0);
        // Whatever the translations are, their marks are those of the texts.
        let texts: BTreeMap<&String, &str> = said.iter().map(|text| (text, "")).collect();
        let prose = Prose::read(&serde_json::to_string(&texts)?).map_err(|why| anyhow!(why))?;
        let marks = prose.entries().iter().map(|(mark, _)| *mark);
        Ok(Self {
            marks: marks.collect(),
        })
    }

    /// The translations in a file under `texts/` that the program may show,
    /// each by the mark of its text.
    ///
    /// # Errors
    /// The file is not sound.
    pub fn prose(&self, text: &str) -> Result<String> {
        let prose = Prose::read(text).map_err(|problem| anyhow!(problem))?;
        let shown = prose.entries().iter();
        let shown = shown.filter(|(mark, _)| self.marks.binary_search(mark).is_ok());
        Ok(serde_json::to_string(&shown.collect::<Vec<_>>())?)
    }
}

/// The text of a file as the program takes it.
///
/// # Errors
/// It is no JSON.
pub fn text_of(file: &str, text: &str) -> Result<String> {
    light(file, text, true)
}

/// A file without what is left out; `bare` of sources too, where the program
/// tells none, but for the fields themselves, which every record has.
fn light(file: &str, text: &str, bare: bool) -> Result<String> {
    let Some((_, left_out)) = LEFT_OUT.iter().find(|(name, _)| *name == file) else {
        return Ok(text.to_owned());
    };
    let mut json: Value = serde_json::from_str(text)?;
    match &mut json {
        Value::Array(records) => {
            // Those of organisations stand on a page that is read as published.
            records
                .retain(|record| file != "contacts.json" || record.get("organisation").is_none());
            for record in records {
                for field in *left_out {
                    take(record, field);
                }
                if bare && file == "events.json" {
                    record["as_of"] = json!("");
                }
                if bare && ["events.json", "contacts.json"].contains(&file) {
                    record["sources"] = json!([]);
                }
            }
        }
        record => {
            for field in *left_out {
                take(record, field);
            }
        }
    }
    Ok(json.to_string())
}

/// Takes out a field such as `history`, or `text` of each in `organs.text`.
fn take(record: &mut Value, path: &str) {
    match path.split_once('.') {
        Some((list, field)) => {
            let list = record.get_mut(list).and_then(Value::as_array_mut);
            for element in list.into_iter().flatten() {
                take(element, field);
            }
        }
        None => {
            if let Value::Object(fields) = record {
                fields.remove(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_loses_what_only_published_pages_tell() {
        let event = r#"[{"id": "a", "titles": {"en": "A"}, "summary": "s", "sources": ["x"],
            "as_of": "2026", "provenance": {}}]"#;
        let light = light("events.json", event, true).unwrap();
        assert_eq!(
            light,
            r#"[{"as_of":"","id":"a","sources":[],"titles":{"en":"A"}}]"#
        );
        let network = r#"{"organs": [{"id": "a", "text": "t"}], "history": []}"#;
        let light = super::light("network.json", network, true).unwrap();
        assert_eq!(light, r#"{"organs":[{"id":"a"}]}"#);
        let parliament = r#"[{"chambers": [{"names": [{"name": "n", "sources": ["x"]}]}]}]"#;
        let light = super::light("parliaments.json", parliament, true).unwrap();
        assert_eq!(light, r#"[{"chambers":[{"names":[{"name":"n"}]}]}]"#);
        assert_eq!(super::light("cities.json", "[ ]", true).unwrap(), "[ ]");
    }
}
