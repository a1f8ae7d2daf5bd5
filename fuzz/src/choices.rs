//! Changes of a JSON document, each chosen by a few bytes of the input: bytes
//! alone would seldom come to a document that is still one.

use serde_json::{Map, Value};

/// The bytes of an input, each of which chooses something; zero from their end on.
pub struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    /// From the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Whether nothing more is chosen.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// What is left.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    /// One byte.
    pub fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        *first
    }

    /// A number below `end`, by two bytes; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let number = u16::from_be_bytes([self.byte(), self.byte()]);
        usize::from(number).checked_rem(end).unwrap_or(0)
    }

    /// One of a list.
    pub fn of<'b, T>(&mut self, list: &'b [T]) -> &'b T {
        &list[self.below(list.len())]
    }

    /// A text: one that is known to be strange, or up to 31 bytes of the input.
    pub fn text(&mut self) -> String {
        let kind = usize::from(self.byte());
        if kind >= 32 {
            return STRANGE[kind % STRANGE.len()].to_owned();
        }
        let (text, rest) = self.bytes.split_at(kind.min(self.bytes.len()));
        self.bytes = rest;
        crate::door::as_text(text)
    }

    /// A value of any kind.
    pub fn value(&mut self) -> Value {
        match self.byte() % 10 {
            0 => Value::Null,
            1 => true.into(),
            2 => self.byte().into(),
            3 => (-1).into(),
            4 => 0.5.into(),
            5 => u64::MAX.into(),
            6 => 1e308.into(),
            7 => Value::Array(Vec::new()),
            8 => Value::Object(Map::new()),
            _ => self.text().into(),
        }
    }
}

/// Texts at the edges of what fields may hold.
const STRANGE: [&str; 40] = [
    "",
    " ",
    "a",
    "en",
    "und",
    "zh-Hant",
    "xaa",
    "xab",
    "constructor",
    "__proto__",
    "2026-02",
    "1000",
    "9999-12-31",
    "2026-02-30",
    "25:00",
    "{",
    "}",
    "{count}",
    "{1}",
    "{0}",
    "\u{0}",
    "\u{feff}",
    "\u{202e}abc",
    "e\u{301}",
    "ｅ",
    "أ",
    "大会",
    "🏛️",
    "https://",
    "https://a.example/",
    "http://[::1]/",
    "mailto:a@b.example",
    "+41220000000",
    "=1+1",
    "<script>",
    "\"",
    "#ffffff",
    "other",
    "lake-gazette",
    "one: n % 10 = 1..2 and v = 0",
];

/// How many values stand in a document, itself among them.
pub fn count(value: &Value) -> usize {
    let within: usize = match value {
        Value::Array(elements) => elements.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    };
    within + 1
}

/// The value that so many others of a document come before.
pub fn at(value: &mut Value, mut before: usize) -> Option<&mut Value> {
    if before == 0 {
        return Some(value);
    }
    before -= 1;
    let within: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Array(elements) => Box::new(elements.iter_mut()),
        Value::Object(fields) => Box::new(fields.values_mut()),
        _ => return None,
    };
    for value in within {
        let size = count(value);
        if before < size {
            return at(value, before);
        }
        before -= size;
    }
    None
}

/// Changes one value of a document.
pub fn edit(document: &mut Value, choices: &mut Choices) {
    let size = count(document);
    let other = choices.below(size);
    let place = choices.below(size);
    let kind = choices.byte();
    let elsewhere = at(document, other).map(|value| value.clone());
    let Some(value) = at(document, place) else {
        return;
    };
    match (kind % 8, value) {
        (0, Value::Object(fields)) if !fields.is_empty() => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            fields.remove(choices.of(&keys));
        }
        (1, Value::Object(fields)) if !fields.is_empty() => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            let moved = fields.remove(choices.of(&keys));
            fields.insert(choices.text(), moved.unwrap_or_default());
        }
        (2, Value::Object(fields)) => {
            fields.insert(choices.text(), choices.value());
        }
        (0, Value::Array(elements)) if !elements.is_empty() => {
            elements.remove(choices.below(elements.len()));
        }
        (1, Value::Array(elements)) if !elements.is_empty() => {
            let element = choices.of(elements).clone();
            elements.push(element);
        }
        (2, Value::Array(elements)) if !elements.is_empty() => {
            let [one, other] = [(); 2].map(|()| choices.below(elements.len()));
            elements.swap(one, other);
        }
        (0, Value::String(text)) => {
            let bounds = text.char_indices().map(|(place, _)| place);
            let bounds: Vec<usize> = bounds.chain([text.len()]).collect();
            let place = *choices.of(&bounds);
            text.insert_str(place, &choices.text());
        }
        (1, Value::String(text)) => {
            let place = choices.below(text.chars().count());
            *text = text
                .chars()
                .enumerate()
                .filter(|(at, _)| *at != place)
                .map(|(_, sign)| sign)
                .collect();
        }
        (2, Value::Number(number)) => {
            let next = number
                .as_i64()
                .map(|number| number.saturating_add(i64::from(choices.byte()) - 128));
            *number = next.map_or_else(|| 1.into(), Into::into);
        }
        (3 | 4, value) => *value = elsewhere.unwrap_or_default(),
        (_, value @ Value::String(_)) if kind < 200 => *value = choices.text().into(),
        (_, value) => *value = choices.value(),
    }
}

/// Changes the text of a file: something comes in, or a part goes.
pub fn edit_text(text: &mut String, choices: &mut Choices) {
    let near = |text: &str, place: usize| text.floor_char_boundary(place);
    let start = near(text, choices.below(text.len() + 1));
    match choices.byte() % 4 {
        0 => text.insert_str(start, &choices.text()),
        1 => text.truncate(start),
        2 => {
            let end = near(text, start + usize::from(choices.byte()));
            text.replace_range(start..end, "");
        }
        _ => {
            let end = near(text, start + usize::from(choices.byte()));
            let again = text[start..end].to_owned();
            text.insert_str(start, &again);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_value_of_a_document_has_one_place() {
        let mut document = json!({"a": [1, {"b": 2}], "c": 3});
        assert_eq!(count(&document), 6);
        let places = [2, 4, 5].map(|place| at(&mut document, place).map(|value| value.clone()));
        assert_eq!(places, [1, 2, 3].map(|number| Some(json!(number))));
        assert_eq!(at(&mut document, 6), None);
    }

    #[test]
    fn the_same_bytes_make_the_same_changes() {
        let changed = |bytes: &[u8]| {
            let mut document = json!({"a": [1, 2], "b": "text"});
            edit(&mut document, &mut Choices::new(bytes));
            document
        };
        assert_eq!(changed(&[0, 0, 0, 0, 0, 0, 1]), json!({"a": [1, 2]}));
        assert_eq!(
            changed(&[0, 0, 0, 1, 0, 0, 0]),
            json!({"a": [2], "b": "text"})
        );
        assert_eq!(
            changed(&[0, 0, 0, 4, 1, 0, 1]),
            json!({"a": [1, 2], "b": "txt"})
        );
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        let mut text = "aé大".to_owned();
        edit_text(&mut text, &mut Choices::new(&[0, 2, 1]));
        assert_eq!(text, "a");
    }
}
