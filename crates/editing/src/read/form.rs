//! The form of records: which fields they have, and what each holds.
//!
//! Serde would check this too, but the code that it derives costs the browser
//! some 70 KB of program before compression, and any code for each shape its
//! share of that. So the form is a table, and one function walks it. Natively
//! the canonical form goes through serde, and a test holds both to the same.

use super::json::Json;

/// What a value may hold.
#[derive(Debug)]
pub(crate) enum Form {
    Text,
    Flag,
    Whole,
    Number,
    /// Any number of elements.
    List(&'static Form),
    /// So many elements.
    Exactly(usize, &'static Form),
    /// An object with keys of its own choice.
    ByKey(&'static Form),
    /// An object with these fields.
    Fields(&'static [Field]),
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) form: &'static Form,
    /// Whether an object must have it.
    needed: bool,
    /// Whether it may hold `null`.
    null: bool,
}

/// First the fields that an object must have, after the semicolon those that
/// it may leave out.
macro_rules! fields {
    ($($object:ident {
        $($needed:ident: $required_form:ident),*;
        $($optional:ident: $form:ident $(or $null:ident)?),*
    })+) => {$(
        pub(crate) static $object: Form = Form::Fields(&[
            $(Field {
                name: stringify!($needed),
                form: &$required_form,
                needed: true,
                null: false,
            },)*
            $(Field {
                name: stringify!($optional),
                form: &$form,
                needed: false,
                null: !<[&str]>::is_empty(&[$(stringify!($null))?]),
            },)*
        ]);
    )+};
}

static TEXT: Form = Form::Text;
static TEXTS: Form = Form::List(&TEXT);
static PAIRS: Form = Form::List(&Form::Exactly(2, &TEXT));
static FLAG: Form = Form::Flag;
static WHOLE: Form = Form::Whole;
static NUMBER: Form = Form::Number;
static POINT: Form = Form::Exactly(2, &NUMBER);
static BOX: Form = Form::Exactly(4, &NUMBER);
static NAMES: Form = Form::ByKey(&TEXT);
static NAME_LIST: Form = Form::List(&NAME);
static REGIONS: Form = Form::List(&REGION);
static SUB_REGIONS: Form = Form::List(&SUB_REGION);
static EVENT_TYPES: Form = Form::List(&EVENT_TYPE);
static ORGANS: Form = Form::List(&ORGAN);
static HISTORY: Form = Form::List(&HISTORY_STEP);
static COUNTRIES: Form = Form::List(&COUNTRY);
static CHANGES: Form = Form::List(&CHANGE);
static FORMER_MEMBERS: Form = Form::List(&FORMER_MEMBER);
static MEMBERSHIPS: Form = Form::List(&MEMBERSHIP);
static CHAMBERS: Form = Form::List(&CHAMBER);
static SHAPES: Form = Form::List(&SHAPE);
static PROVENANCE: Form = Form::ByKey(&ORIGIN);
static OTHERS: Form = Form::List(&OTHER);

fields! {
    NETWORK {
        id: TEXT, names: NAMES, short_names: NAMES, taglines: NAMES, purpose: NAMES,
        languages: TEXTS, movement: NAMES, regions: REGIONS, sub_regions: SUB_REGIONS,
        disclaimer: NAMES, data: DATA_VERSION, licence: NAMES, files: TEXTS, sources: TEXTS,
        as_of: TEXT;
        membership_filter: TEXT or null, event_types: EVENT_TYPES, organs: ORGANS,
        history: HISTORY, countries: COUNTRIES, report: TEXT or null, changes: CHANGES,
        former_members: FORMER_MEMBERS, provenance: PROVENANCE
    }
    DATA_VERSION { version: TEXT, date: TEXT; }
    REGION { id: TEXT, names: NAMES, colours: COLOURS; in_sentence: NAMES }
    COLOURS { light: TEXT, dark: TEXT; }
    SUB_REGION {
        id: TEXT, m49: TEXT, names: NAMES;
        parent: TEXT or null, in_sentence: NAMES
    }
    FORMER_MEMBER {
        id: TEXT, names: NAMES, region: TEXT, joined: TEXT, left: TEXT, how: NAMES,
        sources: TEXTS;
        shapes: TEXTS, successor: TEXT or null
    }
    EVENT_TYPE { id: TEXT, names: NAMES, mark: TEXT, colours: COLOURS; }
    ORGAN {
        id: TEXT, names: NAMES, body: TEXT, sources: TEXTS;
        within: TEXT or null, text: TEXT or null
    }
    HISTORY_STEP { event: TEXT, text: TEXT, sources: TEXTS; }
    COUNTRY { id: TEXT, names: NAMES, sources: TEXTS; region: TEXT or null }
    CHANGE { date: TEXT, text: TEXT; }
    EVENT {
        id: TEXT, type: TEXT, titles: NAMES, state: TEXT, start: TEXT, sources: TEXTS,
        as_of: TEXT;
        organ: TEXT or null, end: TEXT or null, times: TIMES or null, place: PLACE or null,
        country: TEXT or null, venue: TEXT or null, online: FLAG, hosts: TEXTS,
        organisers: TEXTS, theme: TEXT or null, summary: TEXT or null,
        participants: TEXT or null, documents: TEXTS, related: TEXTS, members: TEXTS,
        notes: TEXTS, revision: WHOLE or null, changed: TEXT or null, provenance: PROVENANCE
    }
    TIMES { start: TEXT, zone: TEXT; end: TEXT or null }
    MEMBER {
        id: TEXT, slug: TEXT, codes: CODES, names: NAMES, status: TEXT, region: TEXT,
        sub_region: TEXT, capital: PLACE, sources: TEXTS, as_of: TEXT;
        common_names: NAMES, formal_names: NAMES, native_names: NAME_LIST, aliases: NAME_LIST,
        joined: TEXT or null, joined_at: TEXT or null, absent_from: TEXT or null,
        absent_until: TEXT or null, observing_since: TEXT or null,
        memberships: MEMBERSHIPS, notes: TEXTS, provenance: PROVENANCE
    }
    CODES { iso2: TEXT, m49: TEXT; wikidata: TEXT or null }
    PLACE { city: TEXT, position: POINT; }
    MEMBERSHIP {
        organisation: TEXT, status: TEXT, sources: TEXTS;
        as_of: TEXT or null, note: TEXT or null, also: OTHERS
    }
    PARLIAMENT {
        id: TEXT, names: NAME_LIST, structure: TEXT, status: TEXT, seat: PLACE,
        chambers: CHAMBERS, sources: TEXTS, as_of: TEXT;
        wikidata: TEXT or null, last_election: TEXT or null,
        next_election: TEXT or null, notes: TEXTS, provenance: PROVENANCE
    }
    CONTACT {
        id: TEXT, kind: TEXT, sources: TEXTS;
        member: TEXT or null, organisation: TEXT or null, chamber: TEXT or null,
        label: TEXT or null, value: TEXT or null, lines: TEXTS, unlinked: FLAG,
        note: TEXT or null, as_of: TEXT or null, verified_on: TEXT or null,
        valid_until: TEXT or null
    }
    CHAMBER {
        kind: TEXT, names: NAME_LIST, sources: TEXTS, as_of: TEXT;
        seats: WHOLE or null, filled: WHOLE or null, women: WHOLE or null,
        women_share: NUMBER or null, term: WHOLE or null, electoral_system: TEXT or null,
        composition: TEXT or null, later_election: TEXT or null, notes: TEXTS,
        provenance: PROVENANCE
    }
    ORGANISATION {
        id: TEXT, names: NAMES, roles: TEXTS, sources: TEXTS, as_of: TEXT;
        abbreviation: TEXT or null, founded: TEXT or null, seat: PLACE or null,
        country: TEXT or null, members_count: WHOLE or null,
        observing_since: TEXT or null, notes: TEXTS, provenance: PROVENANCE
    }
    SOURCE {
        id: TEXT, title: TEXT, licence: TEXT, terms: TEXT, retrieved: TEXT;
        publisher: TEXT or null, url: TEXT or null, covers: TEXT or null, unverified: FLAG
    }
    CITY { id: TEXT, names: NAMES, sources: TEXTS; }
    BOUNDARY {
        id: TEXT, names: NAMES, drawn: NAMES, shapes: TEXTS, footnote: NAMES, authority: NAMES,
        sources: TEXTS, as_of: TEXT;
        drawn_with: TEXT or null, dashed: PAIRS, hatched: FLAG
    }
    MAP { size: POINT, shapes: SHAPES, sources: TEXTS; dashed: TEXTS }
    SHAPE { id: TEXT, path: TEXT, point: POINT, box: BOX, area: NUMBER; hatched: FLAG }
    NAME { lang: TEXT, name: TEXT; sources: TEXTS }
    ORIGIN {
        ;
        sources: TEXTS, as_of: TEXT or null, derived: FLAG, note: TEXT or null, also: OTHERS
    }
    OTHER { ; value: TEXT, sources: TEXTS, note: TEXT or null }
}

/// What does not fit: the path of each such field, and what is wrong with it,
/// in the order of the form.
pub(crate) fn misfits(record: &Json, form: &Form) -> Vec<(String, String)> {
    let mut misfits = Misfits::default();
    misfits.compare(record, form);
    misfits.found
}

#[derive(Default)]
struct Misfits {
    /// The field that is compared: `chambers[0].women`.
    path: String,
    found: Vec<(String, String)>,
}

impl Misfits {
    fn compare(&mut self, json: &Json, form: &Form) {
        let asked = match (form, json) {
            (Form::Text, Json::Text(_))
            | (Form::Flag, Json::Flag(_))
            | (Form::Number, Json::Number(_)) => return,
            (Form::Whole, _) if json.whole().is_some() => return,
            (Form::List(form), Json::List(elements)) => return self.elements(elements, form),
            (Form::Exactly(length, form), Json::List(elements)) => {
                self.elements(elements, form);
                return self.wants_length(*length, elements.len());
            }
            (Form::ByKey(form), Json::Object(entries)) => {
                for (key, json) in entries {
                    self.within(&[".", key], |misfits| misfits.compare(json, form));
                }
                return;
            }
            (Form::Fields(fields), Json::Object(_)) => {
                for field in *fields {
                    self.field(json, field);
                }
                return;
            }
            (Form::Text, _) => "text",
            (Form::Flag, _) => "`true` or `false`",
            (Form::Whole, _) => "a whole number",
            (Form::Number, _) => "a number",
            (Form::List(_) | Form::Exactly(..), _) => "a list",
            (Form::ByKey(_) | Form::Fields(_), _) => "an object",
        };
        let found = match json {
            Json::Null => "`null`".to_owned(),
            Json::Flag(flag) => format!("`{flag}`"),
            Json::Number(number) => format!("`{number}`"),
            Json::Text(text) => format!("`\"{text}\"`"),
            Json::List(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        };
        self.note(format!("holds {found}, where {asked} is asked for"));
        if let Form::Exactly(length, _) = form {
            self.wants_length(*length, 0);
        }
    }

    fn elements(&mut self, elements: &[Json], form: &Form) {
        for (place, json) in elements.iter().enumerate() {
            let step = ["[", &place.to_string(), "]"];
            self.within(&step, |misfits| misfits.compare(json, form));
        }
    }

    fn wants_length(&mut self, asked: usize, length: usize) {
        if length != asked {
            self.note(format!(
                "holds {length} elements, where {asked} are asked for"
            ));
        }
    }

    fn field(&mut self, object: &Json, field: &Field) {
        self.within(&[".", field.name], |misfits| {
            match object.entry(field.name) {
                None if field.needed => misfits.note("is missing".to_owned()),
                None => {}
                Some(Json::Null) if field.null => {}
                Some(json) => misfits.compare(json, field.form),
            }
        });
    }

    fn note(&mut self, problem: String) {
        let path = self.path.trim_start_matches('.').to_owned();
        self.found.push((path, problem));
    }

    /// Goes a step further in the path.
    fn within(&mut self, step: &[&str], compare: impl FnOnce(&mut Self)) {
        let outside = self.path.len();
        self.path.extend(step.iter().copied());
        compare(self);
        self.path.truncate(outside);
    }
}

#[cfg(test)]
mod tests;
