//! Contacts, from the rows of contacts.csv.

use super::export::{CONTACT_COLUMNS, from_row};
use super::marks::ClassMarks;
use super::{Importer, Row, add_exact, add_new, remarks};
use crate::records::Contact;
use directory::vocabulary;

/// Services by whose name the kind of a row calls an account.
const SERVICES: [(&str, &str); 6] = [
    ("facebook", "Facebook"),
    ("instagram", "Instagram"),
    ("linkedin", "LinkedIn"),
    ("telegram", "Telegram"),
    ("x", "X"),
    ("youtube", "YouTube"),
];

/// Whose contact it is, as fields of a record.
#[derive(Clone, PartialEq)]
pub(super) struct Holder {
    pub(super) member: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) chamber: Option<String>,
}

impl Importer {
    pub(super) fn contact(&mut self, row: &Row) -> Result<(), String> {
        if let Some(more) = row.more()? {
            let contact: Contact = from_row(row, more, &CONTACT_COLUMNS, &self.language)?;
            self.holder(row.get("iso3"), row.get("chamber"))?;
            self.sources_of(row.get("source_ids"))?;
            let id = contact.id.clone();
            if add_exact(&mut self.contacts, contact)? {
                self.has_changed("contacts.json", &id);
            }
            return Ok(());
        }
        let contact = self.contact_of_row(row)?;
        self.add_contact(contact)
    }

    fn contact_of_row(&self, row: &Row) -> Result<Contact, String> {
        let holder = self.holder(row.get("iso3"), row.get("chamber"))?;
        let remark = remarks::read(row.get("label"), &self.marks);
        let mut notes = remark.notes;
        let given = row.get("kind");
        let service = SERVICES.iter().find(|(kind, _)| *kind == given);
        let service = service.map(|(_, name)| (*name).to_owned());
        let kind = match given {
            _ if service.is_some() => "social",
            "address" if remark.place_only => "place",
            "website" if remark.is_form => "form",
            kind if vocabulary::parse(vocabulary::CONTACT_KIND, kind).is_some() => kind,
            kind => return Err(format!("has the kind `{kind}`, which is not known")),
        };
        let value = row.get("value");
        if value.is_empty() {
            return Err("has no value".to_owned());
        }
        let (value, lines) = if matches!(kind, "address" | "place") {
            let lines = value.split(',').map(|line| line.trim().to_owned());
            (None, lines.collect())
        } else {
            let (value, is_http) = secure(value);
            if is_http {
                notes.push("Listed with http.".to_owned());
            }
            (Some(value), Vec::new())
        };
        let sources = self.sources_of(row.get("source_ids"))?;
        let as_of = row.known("as_of");
        Ok(Contact {
            member: holder.member,
            organisation: holder.organisation,
            chamber: holder.chamber,
            label: remark.label.map(|label| self.known_label(label, kind)),
            kind: kind.to_owned(),
            service,
            value,
            lines,
            outdated_plan: remark.outdated_plan && matches!(kind, "phone" | "fax"),
            class: remark
                .class
                .or_else(|| self.class_of(&sources, as_of.as_deref()).map(str::to_owned)),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
            sources,
            undated: as_of.is_none(),
            as_of,
            ..Contact::default()
        })
    }

    /// Whose contact a row gives: a state's by its code, or an organisation's.
    pub(super) fn holder(&self, id: &str, chamber: &str) -> Result<Holder, String> {
        let code = id.to_lowercase();
        let mut holder = Holder {
            member: None,
            organisation: None,
            chamber: None,
        };
        if self.organisations.iter().any(|known| known.id == id) {
            holder.organisation = Some(id.to_owned());
            return Ok(holder);
        }
        if !self.members.iter().any(|member| member.id == code) {
            return Err(format!(
                "names `{id}`, which is no member and no organisation"
            ));
        }
        let parliament = self.parliaments.iter().find(|known| known.id == code);
        let kinds = parliament.iter().flat_map(|known| &known.chambers);
        let kinds: Vec<&str> = kinds.map(|chamber| chamber.kind.as_str()).collect();
        holder.member = Some(code);
        holder.chamber = match chamber {
            "" | "single" | "parliament" => None,
            // The only chamber there is, by another name.
            "lower" if kinds == ["single"] => None,
            chamber if kinds.contains(&chamber) => Some(chamber.to_owned()),
            chamber => {
                return Err(format!(
                    "names the chamber `{chamber}`, which `{id}` does not have"
                ));
            }
        };
        Ok(holder)
    }

    /// A label as the data write it, where they have it already.
    fn known_label(&self, label: String, kind: &str) -> String {
        if label == "General" && kind == "email" {
            return "General address".to_owned();
        }
        let lower = label.to_lowercase();
        let known = self.contacts.iter().filter_map(|one| one.label.as_ref());
        let same = known
            .into_iter()
            .find(|known| known.to_lowercase() == lower);
        same.cloned().unwrap_or(label)
    }

    /// The class of a contact by its sources; none where one of them is the
    /// institution itself.
    fn class_of(&self, sources: &[String], as_of: Option<&str>) -> Option<&str> {
        let year = as_of.and_then(|date| date.get(..4));
        let class_of = |id: &String| {
            let source = self.sources.iter().find(|source| source.id == *id);
            let publisher = source.and_then(|source| source.publisher.as_deref());
            let is_of = |marks: &&ClassMarks| {
                let publisher = publisher.unwrap_or_default();
                let is_named = marks.sources.iter().any(|begin| id.starts_with(begin))
                    || marks.publishers.iter().any(|name| publisher.contains(name));
                let until = marks.until.as_deref();
                is_named && until.is_none_or(|until| year.is_some_and(|year| year <= until))
            };
            let marks = self.marks.classes.iter().find(is_of)?;
            Some(marks.class.as_str())
        };
        let classes: Option<Vec<&str>> = sources.iter().map(class_of).collect();
        classes?.first().copied()
    }

    /// Adds a contact, or to one that stands the sources that name it as well.
    pub(super) fn add_contact(&mut self, contact: Contact) -> Result<(), String> {
        let Some(place) = self.place_of(&contact) else {
            let id = self.new_id(&contact);
            self.has_changed("contacts.json", &id);
            self.contacts.push(Contact { id, ..contact });
            return Ok(());
        };
        let mut standing = self.contacts[place].clone();
        add_new(&mut standing.sources, contact.sources);
        let mut problems = Vec::new();
        for (field, stands, given) in [
            ("label", &mut standing.label, contact.label),
            ("note", &mut standing.note, contact.note),
            ("as_of", &mut standing.as_of, contact.as_of),
        ] {
            match (&stands, given) {
                (_, None) => {}
                (None, given) => *stands = given,
                (Some(stands), Some(given)) if **stands == given => {}
                (Some(stands), Some(given)) => {
                    problems.push(format!("`{field}` is `{stands}`, not `{given}`"));
                }
            }
        }
        standing.undated &= standing.as_of.is_none();
        let id = standing.id.clone();
        if standing != self.contacts[place] {
            self.contacts[place] = standing;
            self.has_changed("contacts.json", &id);
        }
        if problems.is_empty() {
            return Ok(());
        }
        Err(format!("of `{id}` {}", problems.join(", ")))
    }

    /// Where the same contact of the same institution stands; what two chambers
    /// share is one of each.
    fn place_of(&self, contact: &Contact) -> Option<usize> {
        let mut contacts = self.contacts.iter();
        contacts.position(|other| {
            let shares = contact
                .chamber
                .as_ref()
                .is_some_and(|chamber| other.chambers.contains(chamber));
            other.member == contact.member
                && other.organisation == contact.organisation
                && (other.chamber == contact.chamber || shares)
                && other.kind == contact.kind
                && same_value(other) == same_value(contact)
        })
    }

    /// An id of the form of all: `brb-phone`, `brb-lower-phone-2`.
    fn new_id(&self, contact: &Contact) -> String {
        let holder = contact.member.as_ref().or(contact.organisation.as_ref());
        let parts = [holder, contact.chamber.as_ref(), Some(&contact.kind)];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let first = parts.join("-");
        let is_taken = |id: &String| self.contacts.iter().any(|other| other.id == *id);
        let numbered = (2..).map(|number| format!("{first}-{number}"));
        let mut ids = std::iter::once(first.clone()).chain(numbered);
        ids.find(|id| !is_taken(id)).unwrap_or(first)
    }
}

/// An address that begins with `https`, and whether it was given with `http`.
pub(super) fn secure(value: &str) -> (String, bool) {
    match value.strip_prefix("http://") {
        Some(rest) => (format!("https://{rest}"), true),
        None => (value.to_owned(), false),
    }
}

/// The value without what makes no other contact.
pub(super) fn same_value(contact: &Contact) -> String {
    let value = contact.value.clone().unwrap_or_default() + &contact.lines.join(", ");
    let value = value.to_lowercase();
    if matches!(contact.kind.as_str(), "phone" | "fax") {
        return value.chars().filter(char::is_ascii_digit).collect();
    }
    let value = value
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let value = value.trim_start_matches("www.");
    value.trim_end_matches('/').to_owned()
}
