//! From JSON without field names to values.
//!
//! `serde_json::from_value` reads the same, but with code at every field that
//! stops there and gives up what was read so far, 9 KB of the program
//! (docs/decisions/snapshot.md). Here a default stands in for a value that does
//! not fit, and the whole is refused at the end.

use std::cell::Cell;
use std::convert::Infallible;
use std::fmt;
use std::vec;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};

/// The value in `json`; none where it has another form.
///
/// # Panics
/// Where a number or a text has the right form and stands for nothing, such as
/// the number of an unknown word: the writer of the snapshot has none.
pub(super) fn value_of<T: DeserializeOwned>(json: Value) -> Option<T> {
    let mismatch = Cell::new(false);
    let Ok(value) = T::deserialize(Positional {
        json,
        mismatch: &mismatch,
    });
    (!mismatch.get()).then_some(value)
}

/// JSON that is being read.
struct Positional<'a> {
    json: Value,
    /// Whether anything did not fit so far.
    mismatch: &'a Cell<bool>,
}

impl Positional<'_> {
    /// What `take` finds, or a default.
    fn or_default<T: Default>(self, take: impl FnOnce(Value) -> Option<T>) -> T {
        take(self.json).unwrap_or_else(|| {
            self.mismatch.set(true);
            T::default()
        })
    }

    fn unsigned(self) -> u64 {
        self.or_default(|json| json.as_u64())
    }

    fn elements(self) -> vec::IntoIter<Value> {
        let list = self.or_default(|json| match json {
            Value::Array(list) => Some(list),
            _ => None,
        });
        list.into_iter()
    }

    fn entries(self) -> map::IntoIter {
        let entries = self.or_default(|json| match json {
            Value::Object(entries) => Some(entries),
            _ => None,
        });
        entries.into_iter()
    }
}

impl<'de> Deserializer<'de> for Positional<'_> {
    type Error = NoError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        match self.json {
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
            _ => self.deserialize_string(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_bool(self.or_default(|json| json.as_bool()))
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_u64(self.unsigned())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_u64(self.unsigned())
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_u64(self.unsigned())
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_u64(self.unsigned())
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        visitor.visit_f64(self.or_default(|json| json.as_f64()))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let text = if let Value::String(text) = self.json {
            text
        } else {
            self.mismatch.set(true);
            // It may be a date that is missing, and an empty text is none.
            "1000".to_owned()
        };
        visitor.visit_string(text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        match self.json {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NoError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let mismatch = self.mismatch;
        let elements = self.elements();
        visitor.visit_seq(Elements { elements, mismatch })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        fields: usize,
        visitor: V,
    ) -> Result<V::Value, NoError> {
        let mismatch = self.mismatch;
        let elements = self.elements();
        mismatch.set(mismatch.get() || elements.len() != fields);
        visitor.visit_seq(Fields { elements, mismatch })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: usize,
        visitor: V,
    ) -> Result<V::Value, NoError> {
        self.deserialize_tuple(fields, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NoError> {
        let mismatch = self.mismatch;
        let rest = self.entries();
        visitor.visit_map(Entries {
            rest,
            value: Value::Null,
            mismatch,
        })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 f32 char str bytes byte_buf unit unit_struct struct enum identifier
        ignored_any
    }
}

/// The elements of a list of any length.
struct Elements<'a> {
    elements: vec::IntoIter<Value>,
    mismatch: &'a Cell<bool>,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = NoError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NoError> {
        let Some(json) = self.elements.next() else {
            return Ok(None);
        };
        let mismatch = self.mismatch;
        seed.deserialize(Positional { json, mismatch }).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.len())
    }
}

/// The fields of a record, which does not ask for more than it has.
struct Fields<'a> {
    elements: vec::IntoIter<Value>,
    mismatch: &'a Cell<bool>,
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = NoError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NoError> {
        let json = self.elements.next().unwrap_or_default();
        let mismatch = self.mismatch;
        seed.deserialize(Positional { json, mismatch }).map(Some)
    }
}

/// The entries of an object with keys of its own choice.
struct Entries<'a> {
    rest: map::IntoIter,
    /// Of the entry whose key was read last.
    value: Value,
    mismatch: &'a Cell<bool>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = NoError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NoError> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = value;
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NoError> {
        let (json, mismatch) = (self.value.take(), self.mismatch);
        seed.deserialize(Positional { json, mismatch })
    }
}

/// Reading never stops, so there is no error to return.
#[derive(Debug)]
struct NoError(Infallible);

impl fmt::Display for NoError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {}
    }
}

impl std::error::Error for NoError {}

impl Error for NoError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        panic!("the snapshot holds what its writer does not write")
    }
}
