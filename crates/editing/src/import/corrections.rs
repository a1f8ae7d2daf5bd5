//! Corrections: what stands, and what should, from the rows of corrections.csv.

use serde_json::Value;

use super::contacts::{Holder, same_value, secure};
use super::{Importer, Row, add_new, capitalized, sentence};
use crate::records::{AlternativeValue, Contact, Membership, Origin, Provenance};

/// A correction with sources that are known.
struct Correction {
    field: &'static str,
    old: String,
    new: String,
    origin: Origin,
}

/// Fields that tables call otherwise than the data, by their names in both.
const FIELDS: [(&str, &str); 17] = [
    ("last_election_date", "last_election"),
    ("next_election_expected", "next_election"),
    ("seats_statutory", "seats"),
    ("seats_filled", "filled"),
    ("women", "women"),
    ("women_pct", "women_share"),
    ("term_years", "term"),
    ("later_election", "later_election"),
    ("as_of", "as_of"),
    ("notes", "notes"),
    ("members_count", "members_count"),
    ("summary", "summary"),
    ("participants_note", "participants"),
    ("source_ids", "sources"),
    ("venue", "venue"),
    ("motto_or_theme", "theme"),
    ("status", "status"),
];

/// What of a file can be corrected by its fields.
const PARLIAMENT_FIELDS: [&str; 3] = ["last_election_date", "next_election_expected", "notes"];
const CHAMBER_FIELDS: [&str; 8] = [
    "seats_statutory",
    "seats_filled",
    "women",
    "women_pct",
    "term_years",
    "as_of",
    "later_election",
    "notes",
];
const ORGANISATION_FIELDS: [&str; 1] = ["members_count"];

impl Importer {
    pub(super) fn correction(&mut self, row: &Row) -> Result<(), String> {
        let (file, id, field) = (row.get("file"), row.get("id"), row.get("field"));
        let new = row.get("new");
        if new.is_empty() || is_website(row) {
            return Ok(());
        }
        let sources = self.sources_of(row.get("source"))?;
        let origin = Origin {
            as_of: Some(self.day_of_reading(&sources)),
            note: row.known("note").map(|note| sentence(&note)),
            sources,
            ..Origin::default()
        };
        match (file, field) {
            ("contacts.csv", "value") => {
                return self.contact_value(id, row.get("old"), new, origin.sources);
            }
            ("members.csv", "ipu_member") => return self.membership(id, row, origin),
            _ => {}
        }
        let known = FIELDS.iter().find(|(name, _)| *name == field);
        let (_, field) = known
            .ok_or_else(|| format!("names the field `{field}`, which cannot be corrected so"))?;
        let correction = Correction {
            field,
            old: row.get("old").to_owned(),
            new: new.to_owned(),
            origin,
        };
        let (key, kind) = id.split_once(' ').unwrap_or((id, ""));
        let code = key.to_lowercase();
        let missing = || format!("names `{id}`, which {file} does not have");
        let (file, id, is_changed) = match file {
            "parliaments.csv" => {
                let found = self.parliaments.iter_mut().find(|one| one.id == code);
                let one = found.ok_or_else(missing)?;
                ("parliaments.json", code, correct(one, &correction)?)
            }
            "chambers.csv" => {
                let found = self.parliaments.iter_mut().find(|one| one.id == code);
                let chambers = found.map(|one| &mut one.chambers);
                let found = chambers.and_then(|all| all.iter_mut().find(|one| one.kind == kind));
                let one = found.ok_or_else(missing)?;
                ("parliaments.json", code, correct(one, &correction)?)
            }
            "related_organisations.csv" => {
                let found = self.organisations.iter_mut().find(|one| one.id == key);
                let one = found.ok_or_else(missing)?;
                ("organisations.json", code, correct(one, &correction)?)
            }
            "events.csv" => {
                let found = self.events.iter_mut().find(|one| one.id == key);
                let one = found.ok_or_else(missing)?;
                ("events.json", code, correct(one, &correction)?)
            }
            file => {
                return Err(format!(
                    "names `{file}`, whose facts cannot be corrected so"
                ));
            }
        };
        if is_changed {
            self.has_changed(file, &id);
        }
        Ok(())
    }

    /// The site of a parliament or an organisation that had none; one that stands
    /// for a chamber counts.
    pub(super) fn website(&mut self, row: &Row) -> Result<(), String> {
        if !is_website(row) || row.get("new").is_empty() {
            return Ok(());
        }
        let holder = self.holder(row.get("id"), "")?;
        let sources = self.sources_of(row.get("source"))?;
        let (value, is_http) = secure(row.get("new"));
        let contact = Contact {
            member: holder.member,
            organisation: holder.organisation,
            kind: "website".to_owned(),
            value: Some(value),
            note: is_http.then(|| "Listed with http.".to_owned()),
            undated: true,
            sources,
            ..Contact::default()
        };
        let is_it = |other: &&mut Contact| {
            other.member == contact.member
                && other.organisation == contact.organisation
                && other.kind == "website"
                && same_value(other) == same_value(&contact)
        };
        let Some(standing) = self.contacts.iter_mut().find(is_it) else {
            return self.add_contact(contact);
        };
        let before = standing.sources.len();
        add_new(&mut standing.sources, contact.sources);
        if standing.sources.len() > before {
            let id = standing.id.clone();
            self.has_changed("contacts.json", &id);
        }
        Ok(())
    }

    /// Another value of a contact, known by whose it is and its kind; the one that
    /// stood stays as what another source says.
    fn contact_value(
        &mut self,
        id: &str,
        old: &str,
        new: &str,
        sources: Vec<String>,
    ) -> Result<(), String> {
        let mut parts = id.split(' ');
        let [code, chamber, kind] = [(); 3].map(|()| parts.next().unwrap_or_default());
        let Holder {
            member, chamber, ..
        } = self.holder(code, chamber)?;
        let with = |value: &str| Contact {
            kind: kind.to_owned(),
            value: Some(value.to_owned()),
            ..Contact::default()
        };
        let (old, new) = (secure(old).0, secure(new).0);
        let is_one = |other: &&mut Contact, value: &str| {
            let shares = chamber
                .as_ref()
                .is_some_and(|one| other.chambers.contains(one));
            other.member == member
                && (other.chamber == chamber || shares)
                && other.kind == kind
                && same_value(other) == same_value(&with(value))
        };
        if self
            .contacts
            .iter_mut()
            .any(|other| is_one(&&mut *other, &new))
        {
            return Ok(());
        }
        let Some(standing) = self.contacts.iter_mut().find(|other| is_one(other, &old)) else {
            return Err(format!("`{old}` is no {kind} of `{code}` that stands"));
        };
        standing.also.push(AlternativeValue {
            value: standing.value.replace(new).unwrap_or_default(),
            sources: std::mem::replace(&mut standing.sources, sources),
            note: standing.as_of.take().map(|date| format!("As of {date}.")),
        });
        (standing.note, standing.undated) = (None, true);
        let id = standing.id.clone();
        self.has_changed("contacts.json", &id);
        Ok(())
    }

    /// What is known of a membership in the organisation that is filtered by.
    fn membership(&mut self, id: &str, row: &Row, origin: Origin) -> Result<(), String> {
        let code = id.to_lowercase();
        let organisation = self.membership.clone().unwrap_or_default();
        let member = self.members.iter_mut().find(|member| member.id == code);
        let member = member.ok_or_else(|| format!("names `{id}`, which is no member"))?;
        let (old, new) = (row.get("old"), row.get("new"));
        let mut memberships = member.memberships.iter_mut();
        let standing = memberships.find(|one| one.organisation == organisation);
        let Some(standing) = standing else {
            member.memberships.push(Membership {
                organisation,
                status: new.to_owned(),
                as_of: origin.as_of,
                note: origin.note,
                sources: origin.sources,
                also: Vec::new(),
            });
            self.has_changed("members.json", &code);
            return Ok(());
        };
        if standing.status != old && standing.status != new {
            return Err(format!(
                "of `{id}` `ipu_member` is `{}`, not `{old}`",
                standing.status
            ));
        }
        let before = standing.clone();
        new.clone_into(&mut standing.status);
        standing.note = standing.note.take().or(origin.note);
        let told = standing.also.iter().flat_map(|other| &other.sources);
        let told: Vec<String> = told.cloned().collect();
        let new = origin.sources.into_iter();
        add_new(
            &mut standing.sources,
            new.filter(|source| !told.contains(source)),
        );
        if *standing != before {
            self.has_changed("members.json", &code);
        }
        Ok(())
    }
}

/// Whether the row names the site of a parliament or an organisation, which is a
/// contact of theirs.
fn is_website(row: &Row) -> bool {
    let files = ["parliaments.csv", "related_organisations.csv"];
    files.contains(&row.get("file")) && row.get("field") == "website"
}

/// What stands of each field that can be corrected: file, id, field and value.
pub(super) fn standing(data: &Importer) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for parliament in &data.parliaments {
        let id = parliament.id.to_uppercase();
        add_rows(
            &mut rows,
            "parliaments.csv",
            &id,
            parliament,
            &PARLIAMENT_FIELDS,
        );
        for chamber in &parliament.chambers {
            let id = format!("{id} {}", chamber.kind);
            add_rows(&mut rows, "chambers.csv", &id, chamber, &CHAMBER_FIELDS);
        }
    }
    let file = "related_organisations.csv";
    for organisation in &data.organisations {
        let id = &organisation.id;
        add_rows(&mut rows, file, id, organisation, &ORGANISATION_FIELDS);
    }
    rows
}

fn add_rows(
    rows: &mut Vec<Vec<String>>,
    file: &str,
    id: &str,
    record: &impl serde::Serialize,
    fields: &[&str],
) {
    let record = serde_json::to_value(record).expect("a record was read from JSON");
    for name in fields {
        let known = FIELDS.iter().find(|(known, _)| known == name);
        let value = known.and_then(|(_, field)| record.get(field));
        let stands = value.map(text_of).unwrap_or_default();
        rows.push([file, id, name, &stands].map(str::to_owned).to_vec());
    }
}

/// A value as text; several texts after one another.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(texts) => {
            let texts: Vec<&str> = texts.iter().filter_map(Value::as_str).collect();
            texts.join(" ")
        }
        Value::Null => String::new(),
        number => number.to_string(),
    }
}

/// Makes a field of a record what the correction says, if it is what that takes
/// it to be; the old value stays as what another source says. Gives whether the
/// record is another then.
fn correct<R>(record: &mut R, correction: &Correction) -> Result<bool, String>
where
    R: serde::Serialize + serde::de::DeserializeOwned + PartialEq,
{
    let mut value = serde_json::to_value(&*record).expect("a record was read from JSON");
    correct_value(&mut value, correction)?;
    let corrected: R = serde_json::from_value(value)
        .map_err(|error| format!("`{}` cannot be that: {error}", correction.field))?;
    let is_changed = corrected != *record;
    *record = corrected;
    Ok(is_changed)
}

fn correct_value(record: &mut Value, correction: &Correction) -> Result<(), String> {
    let Correction {
        field,
        old,
        new,
        origin,
    } = correction;
    let standing = record.get(field).cloned().unwrap_or_default();
    let stands = text_of(&standing);
    match *field {
        // Sources are added, and none is taken away.
        "sources" => {
            let mut added = super::row::ids(new);
            added.retain(|id| !super::row::ids(old).contains(id));
            add_sources(record, &added);
        }
        "notes" => {
            let notes = corrected_notes(&standing, old, new)?;
            if notes != standing {
                record[field] = notes;
                add_sources(record, &origin.sources);
            }
        }
        _ if stands == capitalized(new) || stands == *new => {}
        _ if stands != capitalized(old) && stands != *old => {
            let stands = if stands.is_empty() {
                "not known"
            } else {
                &stands
            };
            return Err(format!(
                "`{field}` is {stands}, where the row takes it for `{old}`"
            ));
        }
        "as_of" => {
            record[field] = new.as_str().into();
            add_sources(record, &origin.sources);
        }
        "later_election" if text_of(&record["as_of"]) > *new => {
            let as_of = text_of(&record["as_of"]);
            return Err(format!(
                "`{field}` would be {new}, before the figures of {as_of}"
            ));
        }
        _ => {
            let before = origin_before(record, field);
            if before.also.iter().any(|other| other.value == *new) {
                return Err(format!(
                    "`{field}` is {stands}, and {new} is told beside it"
                ));
            }
            record[field] = typed(field, new);
            if PROSE.contains(field) {
                let mut origin = origin.clone();
                if !stands.is_empty() {
                    origin.sources.splice(0..0, before.sources);
                }
                put_origin(record, field, &origin);
                return Ok(());
            }
            let date = before.as_of.map(|date| format!("As of {date}."));
            let also = (!stands.is_empty()).then_some(AlternativeValue {
                value: stands,
                sources: before.sources,
                note: before.note.or(date),
            });
            let origin = Origin {
                also: also.into_iter().chain(before.also).collect(),
                ..origin.clone()
            };
            put_origin(record, field, &origin);
        }
    }
    Ok(())
}

/// What is told in words of our own: an earlier wording is no other value.
const PROSE: [&str; 3] = ["summary", "participants", "venue"];

fn put_origin(record: &mut Value, field: &str, origin: &Origin) {
    let origin = serde_json::to_value(origin).expect("an origin can be written");
    record["provenance"][field] = origin;
}

/// Where a field came from until now.
fn origin_before(record: &Value, field: &str) -> Origin {
    let provenance = record.get("provenance").cloned().unwrap_or_default();
    let provenance: Option<Provenance> = serde_json::from_value(provenance).ok();
    let origin = provenance.and_then(|mut fields| fields.remove(field));
    let mut origin = origin.unwrap_or_default();
    if origin.sources.is_empty() {
        let sources = record.get("sources").cloned().unwrap_or_default();
        origin.sources = serde_json::from_value(sources).unwrap_or_default();
    }
    origin
}

fn add_sources(record: &mut Value, ids: &[String]) {
    if let Some(Value::Array(sources)) = record.get_mut("sources") {
        for id in ids {
            let id = Value::from(id.as_str());
            if !sources.contains(&id) {
                sources.push(id);
            }
        }
    }
}

/// The value in the type of its field.
fn typed(field: &str, text: &str) -> Value {
    match field {
        "seats" | "filled" | "women" | "term" | "members_count" => text
            .parse::<u32>()
            .map_or_else(|_| text.into(), Value::from),
        "women_share" => text
            .parse::<f64>()
            .map_or_else(|_| text.into(), Value::from),
        _ if PROSE.contains(&field) => capitalized(text).into(),
        _ => text.into(),
    }
}

/// The notes with `new` for `old`, which is one of them, or several that follow
/// one another; what `new` says of them anew stays a note of its own.
fn corrected_notes(standing: &Value, old: &str, new: &str) -> Result<Value, String> {
    let notes = standing.as_array().into_iter().flatten();
    let notes: Vec<&str> = notes.filter_map(Value::as_str).collect();
    let whole = notes.join(" ");
    let added = match new.split_once(old).filter(|_| !old.is_empty()) {
        Some((before, after)) => [before.trim(), after.trim()],
        None => [new, ""],
    };
    let is_kept = added != [new, ""];
    let added: Vec<&str> = added.into_iter().filter(|text| !text.is_empty()).collect();
    if added.iter().all(|text| whole.contains(text)) {
        return Ok(standing.clone());
    }
    if old.is_empty() || is_kept && whole.contains(old) {
        let all: Vec<&str> = added.into_iter().chain(notes).collect();
        return Ok(all.into());
    }
    for start in 0..notes.len() {
        for end in start + 1..=notes.len() {
            if notes[start..end].join(" ") == old {
                let mut all = notes.clone();
                all.splice(start..end, added);
                return Ok(all.into());
            }
        }
    }
    Err(format!(
        "`notes` are `{whole}`, where the row takes them for `{old}`"
    ))
}
