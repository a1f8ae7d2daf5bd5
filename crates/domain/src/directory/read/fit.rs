//! From JSON to shapes.
//!
//! Serde would do this too, but what it derives for these shapes costs the
//! browser some 70 KB of program before compression. Natively the canonical
//! form goes through serde, and a test holds both to the same.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::shapes::{
    Boundary, Chamber, Codes, Colours, DataVersion, FormerMember, Map as WorldMap, Member,
    Membership, Name, Network, Organisation, Origin, Other, Parliament, Place, Region, Shape,
    Source, SubRegion, Website,
};

/// A value that JSON can be fitted into.
pub(crate) trait Fit: Default {
    /// The value, or its default where `misfits` has got the reason.
    fn fit(json: Value, misfits: &mut Misfits) -> Self;
}

/// What does not fit, each with the path of its field.
#[derive(Debug, Default)]
pub(crate) struct Misfits {
    /// The field that is being fitted: `chambers[0].women`.
    path: String,
    /// Paths and problems, in the order of the shape.
    pub(crate) found: Vec<(String, String)>,
}

/// The record in its shape, or what does not fit.
pub(crate) fn fit<S: Fit>(record: Value) -> Result<S, Vec<(String, String)>> {
    let mut misfits = Misfits::default();
    let shape = S::fit(record, &mut misfits);
    if misfits.found.is_empty() {
        Ok(shape)
    } else {
        Err(misfits.found)
    }
}

impl Misfits {
    fn note(&mut self, problem: String) {
        self.found.push((self.path.clone(), problem));
    }

    /// Notes that `json` stands where something else is asked for.
    fn wants(&mut self, asked: &str, json: &Value) {
        let found = match json {
            Value::Null => "`null`".to_owned(),
            Value::Bool(yes) => format!("`{yes}`"),
            Value::Number(number) => format!("`{}`", number.as_f64().unwrap_or_default()),
            Value::String(text) => format!("`\"{text}\"`"),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        self.note(format!("holds {found}, where {asked} is asked for"));
    }

    /// Fits the element of a list or map.
    fn within<T: Fit>(&mut self, step: &str, json: Value) -> T {
        let outside = self.path.len();
        if !self.path.is_empty() && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        let value = T::fit(json, self);
        self.path.truncate(outside);
        value
    }
}

/// The fields of an object that are not yet fitted.
struct Fields<'a> {
    json: Map<String, Value>,
    misfits: &'a mut Misfits,
}

impl<'a> Fields<'a> {
    /// The fields of `json`; none, after a note, where it is no object.
    fn of(json: Value, misfits: &'a mut Misfits) -> Option<Self> {
        match json {
            Value::Object(json) => Some(Self { json, misfits }),
            other => {
                misfits.wants("an object", &other);
                None
            }
        }
    }

    fn needed<T: Fit>(&mut self, name: &str) -> T {
        // Taken out of its place: removing would rebalance the tree.
        let Some(json) = self.json.get_mut(name).map(Value::take) else {
            let outside = self.misfits.path.len();
            let dot = if outside == 0 { "" } else { "." };
            self.misfits.path.extend([dot, name]);
            self.misfits.note("is missing".to_owned());
            self.misfits.path.truncate(outside);
            return T::default();
        };
        self.misfits.within(name, json)
    }

    fn optional<T: Fit>(&mut self, name: &str) -> T {
        let json = self.json.get_mut(name).map(Value::take);
        json.map_or_else(T::default, |json| self.misfits.within(name, json))
    }
}

/// Fits objects into shapes: first the fields that a record must have, after
/// the semicolon those that it may leave out.
macro_rules! shapes {
    ($($shape:ident { $($needed:ident),*; $($optional:ident),* })+) => {$(
        impl Fit for $shape {
            fn fit(json: Value, misfits: &mut Misfits) -> Self {
                let Some(mut fields) = Fields::of(json, misfits) else {
                    return Self::default();
                };
                Self {
                    $($needed: fields.needed(name(stringify!($needed))),)*
                    $($optional: fields.optional(name(stringify!($optional))),)*
                }
            }
        }
    )+};
}

/// The name of a field in the files.
fn name(field: &'static str) -> &'static str {
    match field {
        // A word of Rust cannot name a field in Rust.
        "bounds" => "box",
        other => other,
    }
}

shapes! {
    Network {
        id, names, short_names, taglines, purpose, languages, movement, regions, sub_regions,
        disclaimer, data, licence, files, sources, as_of;
        membership_filter, report, former_members, provenance
    }
    DataVersion { version, date; }
    Region { id, names, colours; names_in_sentence }
    Colours { light, dark; }
    SubRegion { id, m49, names; parent, names_in_sentence }
    FormerMember { id, names, joined, left, how, sources; successor }
    Member {
        id, slug, codes, names, status, region, sub_region, capital, sources, as_of;
        common_names, formal_names, native_names, aliases, joined, joined_at, observing_since,
        memberships, notes, provenance
    }
    Codes { iso2, m49; wikidata }
    Place { city, position; }
    Membership { organisation, status, sources; as_of, note, also }
    Parliament {
        id, names, structure, status, seat, chambers, sources, as_of;
        websites, wikidata, last_election, next_election, notes, provenance
    }
    Website { url, sources; chamber, as_of, note }
    Chamber {
        kind, names, sources, as_of;
        seats, filled, women, women_share, term, electoral_system, composition, later_election,
        notes, provenance
    }
    Organisation {
        id, names, roles, sources, as_of;
        abbreviation, founded, seat, country, websites, members_count, observing_since, notes,
        provenance
    }
    Source { id, title, licence, terms, retrieved; publisher, url, covers, unverified }
    Boundary {
        id, names, drawn, shapes, footnote, authority, sources, as_of;
        drawn_with, dashed, hatched
    }
    WorldMap { size, shapes, sources; dashed }
    Shape { id, path, point, bounds, area; hatched }
    Name { lang, name; sources }
    Origin { ; sources, as_of, derived, note, also }
    Other { ; value, sources, note }
}

impl Fit for String {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        match json {
            Value::String(text) => text,
            other => {
                misfits.wants("text", &other);
                Self::new()
            }
        }
    }
}

impl Fit for bool {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        json.as_bool().unwrap_or_else(|| {
            misfits.wants("`true` or `false`", &json);
            false
        })
    }
}

impl Fit for u32 {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        let number = json.as_u64().and_then(|number| number.try_into().ok());
        number.unwrap_or_else(|| {
            misfits.wants("a whole number", &json);
            0
        })
    }
}

impl Fit for f64 {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        json.as_f64().unwrap_or_else(|| {
            misfits.wants("a number", &json);
            0.0
        })
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        (!json.is_null()).then(|| T::fit(json, misfits))
    }
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        let Value::Array(elements) = json else {
            misfits.wants("a list", &json);
            return Self::new();
        };
        let mut list = Self::with_capacity(elements.len());
        for json in elements {
            list.push(misfits.within(&format!("[{}]", list.len()), json));
        }
        list
    }
}

impl<T: Fit, const N: usize> Fit for [T; N]
where
    Self: Default,
{
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        let elements = Vec::fit(json, misfits);
        elements.try_into().unwrap_or_else(|elements: Vec<T>| {
            let length = elements.len();
            misfits.note(format!("holds {length} elements, where {N} are asked for"));
            Self::default()
        })
    }
}

impl<T: Fit> Fit for BTreeMap<String, T> {
    fn fit(json: Value, misfits: &mut Misfits) -> Self {
        let Value::Object(entries) = json else {
            misfits.wants("an object", &json);
            return Self::new();
        };
        let mut map = Self::new();
        for (key, json) in entries {
            let value = misfits.within(&key, json);
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests;
