//! Editions of the data: what is kept of each, and what changed from one to the
//! next.

use std::collections::{BTreeMap, BTreeSet};

use directory::PartialDate;
use directory::model::{ChangeKind, Edition, FieldChange, FileChanges, RecordChange};
use serde_json::Value;

use crate::files::{DataFiles, TEXTS};

/// The folder of the editions beside the data files: in it one for each, which
/// has its number as name.
pub const EDITIONS: &str = "editions";

/// The files that an edition does not keep.
const MAP: &str = "map.json";
const BOUNDARIES: &str = "boundaries.json";

/// Fields of the network that tell of the edition itself.
const OF_EDITION: [&str; 2] = ["data", "changes"];

/// What tells the elements of a list apart, where each has its own.
const NAMES_OF_ELEMENTS: [&str; 5] = ["id", "kind", "organisation", "event", "member"];

/// The number and the day of an edition, as its network.json has them; none
/// where that cannot be read.
pub fn number_and_date(files: &DataFiles) -> Option<(String, PartialDate)> {
    let network = json(files, "network.json")?;
    let data = &network["data"];
    let version = data["version"].as_str()?.to_owned();
    Some((version, data["date"].as_str()?.parse().ok()?))
}

/// What is kept of the data as an edition: the facts and their translations.
/// Boundaries and map go with what is drawn, which is the newest.
pub fn kept(files: &DataFiles) -> DataFiles {
    let is_kept = |name: &str| Edition::FILES.contains(&name) || name.starts_with(TEXTS);
    let kept = files.iter().filter(|(name, _)| is_kept(name));
    kept.map(|(name, text)| (name.clone(), text.clone()))
        .collect()
}

/// A kept edition with the map of the `newest` data, so that it can be read as
/// these are. The register of boundaries tells of the map and is read with the
/// newest alone: its cases may be later than the edition.
pub fn completed(edition: &DataFiles, newest: &DataFiles) -> DataFiles {
    let map = newest.get(MAP).cloned();
    let drawn = map.into_iter().map(|map| (MAP.to_owned(), map));
    let boundaries = (BOUNDARIES.to_owned(), "[]".to_owned());
    edition
        .clone()
        .into_iter()
        .chain(drawn)
        .chain([boundaries])
        .collect()
}

/// What `after` has otherwise than `before`, by file and record; files that
/// cannot be read have no records.
pub fn changes(before: &DataFiles, after: &DataFiles) -> Vec<FileChanges> {
    let files = Edition::FILES.iter().map(|file| FileChanges {
        file: (*file).to_owned(),
        records: record_changes(&records(before, file), &records(after, file)),
    });
    files.filter(|file| !file.records.is_empty()).collect()
}

/// The fields of a record, by path.
type Fields = BTreeMap<String, Value>;

/// The records of a file by id, each with its fields.
fn records(files: &DataFiles, file: &str) -> BTreeMap<String, Fields> {
    let records = match json(files, file) {
        Some(Value::Array(records)) => records,
        Some(mut network @ Value::Object(_)) => {
            for field in OF_EDITION {
                network
                    .as_object_mut()
                    .and_then(|network| network.remove(field));
            }
            vec![network]
        }
        _ => Vec::new(),
    };
    let records = records.into_iter().filter_map(|record| {
        let id = record["id"].as_str()?.to_owned();
        let mut fields = Fields::new();
        add_fields(record, String::new(), &mut fields);
        Some((id, fields))
    });
    records.collect()
}

fn json(files: &DataFiles, file: &str) -> Option<Value> {
    serde_json::from_str(files.get(file)?).ok()
}

/// Adds the values in `value` to `fields`, each under its path.
fn add_fields(value: Value, path: String, fields: &mut Fields) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let gap = if path.is_empty() { "" } else { "." };
                add_fields(value, format!("{path}{gap}{name}"), fields);
            }
        }
        Value::Array(elements) => match names_of(&elements) {
            Some(names) => {
                for (name, element) in names.into_iter().zip(elements) {
                    add_fields(element, format!("{path}[{name}]"), fields);
                }
            }
            None => drop(fields.insert(path, Value::Array(elements))),
        },
        value => drop(fields.insert(path, value)),
    }
}

/// What each element of a list is named by; none where they are not told apart.
fn names_of(elements: &[Value]) -> Option<Vec<String>> {
    NAMES_OF_ELEMENTS.iter().find_map(|field| {
        let names = elements.iter().map(|element| element[field].as_str());
        let names: Vec<String> = names
            .map(|name| name.map(str::to_owned))
            .collect::<Option<_>>()?;
        let different: BTreeSet<&String> = names.iter().collect();
        (!names.is_empty() && different.len() == names.len()).then_some(names)
    })
}

fn record_changes(
    before: &BTreeMap<String, Fields>,
    after: &BTreeMap<String, Fields>,
) -> Vec<RecordChange> {
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changes = ids.into_iter().filter_map(|id| {
        let kind = match (before.get(id), after.get(id)) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            (Some(before), Some(after)) => ChangeKind::Changed(field_changes(before, after)?),
        };
        let id = id.clone();
        Some(RecordChange { id, kind })
    });
    changes.collect()
}

/// The fields that differ; none where all are the same.
fn field_changes(before: &Fields, after: &Fields) -> Option<Vec<FieldChange>> {
    let fields: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = fields
        .into_iter()
        .filter(|field| before.get(*field) != after.get(*field));
    let changed = changed.map(|field| FieldChange {
        field: field.clone(),
        before: before.get(field).cloned(),
        after: after.get(field).cloned(),
    });
    let changed: Vec<_> = changed.collect();
    (!changed.is_empty()).then_some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> DataFiles {
        let files = of
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        files.collect()
    }

    fn changed(before: &str, after: &str) -> Vec<(String, Option<Value>, Option<Value>)> {
        let [before, after] = [before, after]
            .map(|record| files(&[("parliaments.json", &format!(r#"[{{"id": "a", {record}}}]"#))]));
        let changes = changes(&before, &after);
        let fields = changes.into_iter().flat_map(|file| file.records);
        let fields = fields.flat_map(|record| match record.kind {
            ChangeKind::Changed(fields) => fields,
            kind => panic!("{kind:?}"),
        });
        fields
            .map(|field| (field.field, field.before, field.after))
            .collect()
    }

    #[test]
    fn records_are_told_apart_by_id_in_whatever_order_they_stand() {
        let before = files(&[
            (
                "members.json",
                r#"[{"id": "b", "slug": "b"}, {"id": "a", "slug": "a"}]"#,
            ),
            ("events.json", r#"[{"id": "e"}]"#),
        ]);
        let after = files(&[
            (
                "members.json",
                r#"[{"id": "a", "slug": "a"}, {"id": "c", "slug": "c"}]"#,
            ),
            ("events.json", r#"[{"id": "e"}]"#),
        ]);
        let changes = changes(&before, &after);
        assert_eq!(changes.len(), 1, "events are the same: {changes:?}");
        let of: Vec<_> = changes[0]
            .records
            .iter()
            .map(|one| (&*one.id, &one.kind))
            .collect();
        assert_eq!(of, [("b", &ChangeKind::Removed), ("c", &ChangeKind::Added)]);
    }

    #[test]
    fn fields_are_named_by_their_path_and_elements_by_what_tells_them_apart() {
        let before = r#""chambers": [{"kind": "lower", "seats": 5}, {"kind": "upper", "seats": 2}], "notes": ["x"]"#;
        let after = r#""chambers": [{"kind": "upper", "seats": 3}, {"kind": "lower", "seats": 5}], "notes": ["x", "y"]"#;
        assert_eq!(
            changed(before, after),
            [
                (
                    "chambers[upper].seats".to_owned(),
                    Some(2.into()),
                    Some(3.into())
                ),
                (
                    "notes".to_owned(),
                    Some(["x"].into()),
                    Some(["x", "y"].into())
                ),
            ]
        );
        assert_eq!(
            changed(
                r#""status": "dissolved""#,
                r#""names": [{"lang": "en", "name": "A"}, {"lang": "en", "name": "B"}]"#
            )
            .into_iter()
            .map(|(field, before, after)| (field, before.is_some(), after.is_some()))
            .collect::<Vec<_>>(),
            [
                ("names".to_owned(), false, true),
                ("status".to_owned(), true, false)
            ],
            "names that share a language are one list"
        );
    }

    #[test]
    fn what_a_network_says_of_the_edition_itself_is_no_change() {
        let network = |version: &str, name: &str| {
            let network = format!(
                r#"{{"id": "n", "names": {{"en": "{name}"}}, "data": {{"version": "{version}", "date": "2026-11"}}, "changes": ["{version}"]}}"#
            );
            files(&[("network.json", &network)])
        };
        assert_eq!(changes(&network("1", "N"), &network("2", "N")), []);
        let renamed = changes(&network("1", "N"), &network("2", "M"));
        assert_eq!(renamed[0].records[0].id, "n");
        let of = number_and_date(&network("2", "N")).unwrap();
        assert_eq!(of, ("2".to_owned(), "2026-11".parse().unwrap()));
    }

    #[test]
    fn an_edition_keeps_facts_and_texts_and_is_drawn_on_the_newest_map() {
        let all = files(&[
            ("members.json", "1"),
            ("map.json", "1"),
            ("texts/fr.json", "1"),
            ("fine-map.json", "1"),
        ]);
        let edition = kept(&all);
        assert_eq!(
            edition.keys().collect::<Vec<_>>(),
            ["members.json", "texts/fr.json"]
        );
        let newest = files(&[
            ("members.json", "2"),
            ("map.json", "2"),
            ("boundaries.json", "2"),
        ]);
        let whole = completed(&edition, &newest);
        assert_eq!(whole["members.json"], "1");
        assert_eq!([&whole["map.json"], &whole["boundaries.json"]], ["2", "[]"]);
    }
}
