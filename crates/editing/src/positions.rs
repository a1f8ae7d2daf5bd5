//! Where in the text of a file a record and its fields stand.

use std::collections::BTreeSet;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::files::{DataFiles, FILES};
use crate::finding::Position;
use crate::{Finding, rules};

/// Gives every finding about a record its line and column, and puts all in the
/// order of [`FILES`] and of their place in them.
pub(crate) fn locate_and_sort(files: &DataFiles, findings: &mut [Finding]) {
    locate(files, findings);
    findings.sort_by_cached_key(|finding| {
        let file = FILES.iter().position(|file| *file == finding.file);
        let file = file.unwrap_or(FILES.len());
        (file, finding.file.clone(), finding.position)
    });
}

/// Gives every finding about a record its line and column.
pub(crate) fn locate(files: &DataFiles, findings: &mut [Finding]) {
    for (name, text) in files {
        let mut unlocated = findings
            .iter_mut()
            .filter(|finding| finding.file == *name && finding.position.is_none())
            .filter(|finding| !finding.record.is_empty() || !finding.field.is_empty())
            .peekable();
        if unlocated.peek().is_none() {
            continue;
        }
        let Some(tree) = tree(text) else { continue };
        for finding in unlocated {
            let start = start_of(&tree, &finding.record, &finding.field);
            finding.position = start.map(|start| position(text, start));
        }
    }
}

/// The keys that stand twice in one object of a file, of which JSON keeps the
/// last.
pub(crate) fn repeated_keys(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut repeated = |record: &str, value: &Value| {
        visit_repeated_keys(value, "", &mut |path, property| {
            let problem = "stands twice in one object";
            let start = property.start();
            findings.push(Finding {
                position: Some(position(text, start)),
                ..Finding::new(file, record, rules::KEY_ONCE, path, problem)
            });
        });
    };
    match tree(text) {
        Some(Value::Array(list)) => {
            for (element, number) in list.elements.iter().zip(1..) {
                let number: usize = number;
                let id = id_of(element).map_or_else(|| format!("#{number}"), str::to_owned);
                repeated(&id, element);
            }
        }
        Some(object) => repeated(id_of(&object).unwrap_or_default(), &object),
        None => {}
    }
    findings
}

/// The parsed text; none where it is no JSON.
fn tree(text: &str) -> Option<Value<'_>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &strict);
    parsed.ok()?.value
}

fn id_of<'a>(record: &'a Value) -> Option<&'a str> {
    let id = record.as_object()?.get_string("id")?;
    (!id.value.is_empty()).then_some(&*id.value)
}

/// The byte at which a field begins, or the last step of its path that is there.
fn start_of(file: &Value, record: &str, field: &str) -> Option<usize> {
    let record = match file {
        Value::Array(list) => {
            let number = record
                .strip_prefix('#')
                .and_then(|text| text.parse::<usize>().ok());
            let by_number = number.and_then(|number| list.elements.get(number.checked_sub(1)?));
            // Of two with one id, the later is told.
            let mut elements = list.elements.iter();
            by_number.or_else(|| elements.rfind(|element| id_of(element) == Some(record)))?
        }
        object => object,
    };
    let mut start = record.start();
    let (mut value, mut rest) = (record, field);
    while !rest.is_empty() {
        match value {
            Value::Object(object) => {
                let Some((property, after)) = step(object, rest.trim_start_matches('.')) else {
                    break;
                };
                (start, value, rest) = (property.start(), &property.value, after);
            }
            Value::Array(list) => {
                let Some((index, after)) = rest[1..].split_once(']') else {
                    break;
                };
                let index = index.parse().unwrap_or(usize::MAX);
                let Some(element) = list.elements.get(index) else {
                    break;
                };
                (start, value, rest) = (element.start(), element, after);
            }
            _ => break,
        }
    }
    Some(start)
}

/// The property that `path` names first, and the path within it. Keys may hold
/// dots themselves, so the longest counts.
fn step<'a, 'b, 'c>(
    object: &'b Object<'a>,
    path: &'c str,
) -> Option<(&'b ObjectProp<'a>, &'c str)> {
    let named = object.properties.iter().filter_map(|property| {
        let rest = path.strip_prefix(property.name.as_str())?;
        let ends = rest.is_empty() || rest.starts_with(['.', '[']);
        ends.then_some((property, rest))
    });
    named.min_by_key(|(_, rest)| rest.len())
}

/// Calls `found` for each key that an earlier one of its object has.
fn visit_repeated_keys(value: &Value, path: &str, found: &mut impl FnMut(&str, &ObjectProp)) {
    match value {
        Value::Object(object) => {
            let mut names = BTreeSet::new();
            for property in &object.properties {
                let name = property.name.as_str();
                let dot = if path.is_empty() { "" } else { "." };
                let path = format!("{path}{dot}{name}");
                if !names.insert(name) {
                    found(&path, property);
                }
                visit_repeated_keys(&property.value, &path, found);
            }
        }
        Value::Array(list) => {
            for (index, element) in list.elements.iter().enumerate() {
                visit_repeated_keys(element, &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

/// Line and column of a byte of `text`.
pub(crate) fn position(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Position {
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[\n  {\"id\": \"xaa\", \"é\": 1, \"b\": [{\"c.d\": 2}]},\n  {\"id\": 7}\n]";

    fn check(record: &str, field: &str, expected: Option<(usize, usize)>) {
        let mut finding = Finding::new("a.json", record, rules::RECORD_FORM, field, "is odd");
        let files = DataFiles::from([("a.json".to_owned(), TEXT.to_owned())]);
        locate(&files, std::slice::from_mut(&mut finding));
        let found = finding.position.map(|found| (found.line, found.column));
        assert_eq!(found, expected, "{record} {field}");
    }

    #[test]
    fn findings_have_the_line_and_column_of_their_field_or_what_is_there_of_it() {
        check("xaa", "", Some((2, 3)));
        check("xaa", "é", Some((2, 17)));
        check("xaa", "b[0].c.d", Some((2, 32)));
        check("xaa", "b[0].x", Some((2, 31)));
        check("xaa", "b[7]", Some((2, 25)));
        check("#2", "id", Some((3, 4)));
        check("xbb", "id", None);
        check("", "", None);
    }

    #[test]
    fn a_key_that_stands_twice_is_found_at_every_depth() {
        let text =
            "[{\"id\": \"xaa\", \"a\": {\"b\": 1,\n\"b\": 1}}, {\"id\": \"xbb\", \"id\": \"x\"}]";
        let findings = repeated_keys("a.json", text);
        let messages: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(
            messages[0].starts_with("a.json:2:1, record `xaa`, field `a.b`: stands twice"),
            "{messages:?}"
        );
        assert_eq!(findings[1].field, "id");
        assert_eq!(findings.len(), 2);
    }
}
