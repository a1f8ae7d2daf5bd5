//! The data files without what rests on one source.
//!
//! Works on JSON rather than on the types of records: where a source is cited,
//! and what depends on it, has the same form in every record.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::canonical::canonical;
use crate::files::{DataFiles, FILES, TEXTS};
use crate::licences::{Citation, cited_ids};
use crate::load::read;
use crate::translatable::translatable_texts;
use crate::{Finding, rules};
use directory::Directory;

/// The data files without a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrunedData {
    /// All files, in canonical form and without findings.
    pub files: DataFiles,
    /// What was taken out, for the host to read; places in a list are those
    /// at the time of taking out.
    pub removed: Vec<Citation>,
}

/// Takes out of `files` the source `id`, and all that rests on it alone.
///
/// A value goes if its source is the only one it has, or if it was derived from
/// several and this is one of them. A record goes if its own sources do, or if
/// it cannot do without a value that goes; and so does what refers to it.
///
/// # Errors
/// The data have findings to begin with, there is no such source, or the
/// network or its map rest on it alone.
pub fn without_source(files: &DataFiles, id: &str) -> Result<PrunedData, Box<Finding>> {
    let (directory, findings) = read(files).map_err(first_of)?;
    if !findings.is_empty() {
        return Err(Box::new(first_of(findings)));
    }
    if !directory.sources.iter().any(|source| source.id == id) {
        let problem = format!("has no source `{id}`");
        let rule = rules::KNOWN_REFERENCE;
        return Err(Box::new(Finding::new(
            "sources.json",
            "",
            rule,
            "",
            problem,
        )));
    }
    let mut removal = Removal {
        original: files,
        source: id,
        values: Vec::new(),
        removed: Vec::new(),
    };
    for file in FILES {
        let text = files.get(file).map_or("", String::as_str);
        let value = serde_json::from_str(text).map_err(|error| {
            let problem = error.to_string();
            Box::new(Finding::new(file, "", rules::FILE_UNREADABLE, "", problem))
        })?;
        removal.values.push((file, value));
    }
    removal.prune_citing()?;
    removal.prune_to_fixpoint()
}

fn first_of(findings: Vec<Finding>) -> Finding {
    let first = findings.into_iter().next();
    first.expect("a directory that cannot be read has a finding")
}

struct Removal<'a> {
    original: &'a DataFiles,
    source: &'a str,
    /// The files in the order of [`FILES`].
    values: Vec<(&'static str, Value)>,
    removed: Vec<Citation>,
}

impl Removal<'_> {
    /// Takes out what rests on the source by its own account.
    fn prune_citing(&mut self) -> Result<(), Box<Finding>> {
        let source = self.source;
        for (file, value) in &mut self.values {
            let mut removed = Vec::new();
            if let Value::Array(records) = value {
                records.retain_mut(|record| {
                    let id = id(record).to_owned();
                    let mut fields = Vec::new();
                    let depends = *file == "sources.json" && id == source
                        || depends_on(record, source, "", &mut fields);
                    if depends {
                        fields = vec![String::new()];
                    }
                    removed.extend(fields.into_iter().map(|field| (id.clone(), field)));
                    !depends
                });
            } else {
                let mut fields = Vec::new();
                if depends_on(value, source, "", &mut fields) {
                    let problem = format!("rests on the source `{source}` alone");
                    let rule = rules::SOURCED;
                    return Err(Box::new(Finding::new(file, "", rule, "sources", problem)));
                }
                let id = id(value).to_owned();
                removed.extend(fields.into_iter().map(|field| (id.clone(), field)));
            }
            let citations = removed.into_iter().map(|(record, field)| Citation {
                file,
                record,
                field,
            });
            self.removed.extend(citations);
        }
        Ok(())
    }

    /// Takes out what cannot stand without what is gone already, until the
    /// data have no findings.
    fn prune_to_fixpoint(mut self) -> Result<PrunedData, Box<Finding>> {
        loop {
            let mut files = DataFiles::new();
            for (file, value) in &self.values {
                files.insert((*file).to_owned(), self.text(file, value));
            }
            let findings = match read(&files) {
                Ok((directory, findings)) if findings.is_empty() => {
                    if self.prune_uncited() {
                        continue;
                    }
                    return self.with_texts(&directory, files);
                }
                Ok((_, findings)) => findings,
                Err(findings) => return Err(Box::new(first_of(findings))),
            };
            let before = self.removed.len();
            // From the end, so that places in lists stay what they are.
            for finding in findings.iter().rev() {
                let is_gone = self.removed[before..].iter().any(|gone| {
                    (gone.file, &gone.record) == (&finding.file, &finding.record)
                        && finding.field.starts_with(&gone.field)
                });
                if !is_gone {
                    self.apply(finding);
                }
            }
            if self.removed.len() == before {
                return Err(Box::new(first_of(findings)));
            }
        }
    }

    /// Takes out the sources that nothing cites any more. Gives whether there were
    /// any.
    fn prune_uncited(&mut self) -> bool {
        let all = self.values.iter().map(|(_, value)| value);
        let cited: BTreeSet<String> = cited_ids(all).into_iter().map(str::to_owned).collect();
        let mut gone = Vec::new();
        for (file, value) in &mut self.values {
            if let ("sources.json", Value::Array(sources)) = (&**file, value) {
                sources.retain(|source| {
                    let is_cited = cited.contains(id(source));
                    if !is_cited {
                        gone.push(id(source).to_owned());
                    }
                    is_cited
                });
            }
        }
        let is_any = !gone.is_empty();
        self.removed.extend(gone.into_iter().map(|record| Citation {
            file: "sources.json",
            record,
            field: String::new(),
        }));
        is_any
    }

    /// What is left, with the translations of what is still said.
    fn with_texts(
        self,
        left: &Directory,
        mut files: DataFiles,
    ) -> Result<PrunedData, Box<Finding>> {
        let wanted = translatable_texts(left);
        let texts = self
            .original
            .iter()
            .filter(|(file, _)| file.starts_with(TEXTS));
        for (file, text) in texts {
            let mut texts: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
            texts.retain(|text, _| wanted.contains(text));
            files.insert(file.clone(), Value::from(texts).to_string());
        }
        for (file, text) in &mut files {
            *text = canonical(file, text)?;
        }
        Ok(PrunedData {
            files,
            removed: self.removed,
        })
    }

    /// The text of a file: as it was given, if nothing in it has changed.
    fn text(&self, file: &str, value: &Value) -> String {
        let unchanged = self.original.get(file).filter(|text| {
            let original = serde_json::from_str::<Value>(text);
            original.is_ok_and(|original| original == *value)
        });
        unchanged.map_or_else(|| value.to_string(), String::clone)
    }

    /// Takes out what is left out because of `finding`, or else its field.
    fn apply(&mut self, finding: &Finding) {
        let mut values = self.values.iter_mut();
        let Some((file, value)) = values.find(|(file, _)| *file == finding.file) else {
            return;
        };
        let field = finding.dropped.as_deref().unwrap_or(&finding.field);
        let removed = match value {
            Value::Array(records) => {
                let found = records
                    .iter()
                    .position(|record| id(record) == finding.record);
                found.and_then(|place| match field {
                    "" => Some(records.remove(place)),
                    field => remove(&mut records[place], field),
                })
            }
            network => remove(network, field),
        };
        if removed.is_some() {
            self.removed.push(Citation {
                file,
                record: finding.record.clone(),
                field: field.to_owned(),
            });
        }
    }
}

fn id(record: &Value) -> &str {
    record.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// Whether `value` as a whole depends on `source`. If not, what within it does
/// is taken out, and the paths of that are added to `removed`.
fn depends_on(value: &mut Value, source: &str, path: &str, removed: &mut Vec<String>) -> bool {
    match value {
        Value::Array(elements) => {
            let mut index = 0;
            elements.retain_mut(|element| {
                let path = format!("{path}[{index}]");
                index += 1;
                let depends = depends_on(element, source, &path, removed);
                if depends {
                    removed.push(path);
                }
                !depends
            });
            false
        }
        Value::Object(object) => object_depends_on(object, source, path, removed),
        _ => false,
    }
}

fn object_depends_on(
    object: &mut Map<String, Value>,
    source: &str,
    path: &str,
    removed: &mut Vec<String>,
) -> bool {
    let cites_source = cites(object, source);
    if cites_source {
        let derived = object.get("derived") == Some(&Value::Bool(true));
        if let Some(Value::Array(sources)) = object.get_mut("sources") {
            sources.retain(|id| id != source);
            if derived || sources.is_empty() {
                return true;
            }
        }
    }
    let path_to = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    let mut dependent = Vec::new();
    for (key, value) in object.iter_mut() {
        let Value::Object(origins) = value else {
            let _ = depends_on(value, source, &path_to(key), removed);
            continue;
        };
        if key != "provenance" {
            let _ = object_depends_on(origins, source, &path_to(key), removed);
            continue;
        }
        for (field, origin) in origins {
            let inherits = cites_source && origin.get("sources").is_none();
            let derived = origin.get("derived") == Some(&Value::Bool(true));
            let path = path_to(&format!("provenance.{field}"));
            if depends_on(origin, source, &path, removed) || inherits && derived {
                dependent.push(field.clone());
            }
        }
    }
    let mut record = Value::Object(std::mem::take(object));
    for field in dependent {
        remove(&mut record, &field);
        removed.push(path_to(&field));
    }
    if let Value::Object(remaining) = record {
        *object = remaining;
    }
    false
}

fn cites(object: &Map<String, Value>, source: &str) -> bool {
    let sources = object.get("sources").and_then(Value::as_array);
    sources.is_some_and(|sources| sources.iter().any(|id| id == source))
}

/// Takes out the value at `path` of a record, with what is said of its origin.
fn remove(record: &mut Value, path: &str) -> Option<Value> {
    let (parent_path, key) = match path.rfind(['.', '[']) {
        Some(end) => (&path[..end], path[end..].trim_matches(['.', '[', ']'])),
        None => ("", path),
    };
    let mut parent = &mut *record;
    for step in parent_path
        .split(['.', '[', ']'])
        .filter(|step| !step.is_empty())
    {
        parent = match parent {
            Value::Array(elements) => elements.get_mut(step.parse::<usize>().ok()?)?,
            other => other.get_mut(step)?,
        };
    }
    match parent {
        Value::Array(elements) => {
            let index = key.parse::<usize>().ok()?;
            (index < elements.len()).then(|| elements.remove(index))
        }
        Value::Object(object) => {
            let value = object.remove(key);
            let origins = object.get_mut("provenance").and_then(Value::as_object_mut);
            let origin = origins.and_then(|origins| origins.remove(key));
            // The origin of a part stands with the record: `codes.wikidata`.
            if !parent_path.is_empty()
                && let Some(Value::Object(origins)) = record.get_mut("provenance")
            {
                origins.remove(path);
            }
            value.or(origin)
        }
        _ => None,
    }
}
