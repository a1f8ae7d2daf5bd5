//! Corrections: what stands, and what should, from the rows of corrections.csv.

use super::contacts::{Holder, same_value, secure};
use super::fields::{Correction, correct, text_of};
use super::{Importer, Row, add_new, sentence};
use crate::records::{AlternativeValue, Contact, Membership, Origin};

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
