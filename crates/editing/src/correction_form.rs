//! What is published about a member, line by line, for its parliament to check;
//! and what it wrote into the form that comes back.

mod submission;
mod table_date;

pub use submission::{Difference, differences, text_of_form};

use directory::contacts::{institution_id, institutions};
use directory::model::{
    Chamber, ChamberKind, Contact, ContactKind, Directory, Member, Name, Parliament, Provenance,
    Status,
};
use directory::vocabulary::{CHAMBER_KIND, CONTACT_KIND, as_str};
use directory::{Catalogue, PartialDate};
use exports::csv::{on_one_line, table};

/// A line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormLine {
    /// The file in which the fact stands.
    pub file: &'static str,
    /// Id of its record; for a contact that is not on record that of the
    /// member, or `tha-lower` for a chamber.
    pub record: String,
    /// The field, or for a contact that is not on record its kind.
    pub field: String,
    /// What readers call it.
    pub name: String,
    /// The language of a name, BCP 47; empty where the fact is none.
    pub lang: String,
    /// What is published; empty where nothing is known.
    pub published: String,
    /// The date that the fact describes; empty where that is not known.
    pub as_of: String,
}

/// The lines about a member, in the reader's language.
pub fn lines(directory: &Directory, member: &Member) -> Vec<FormLine> {
    let words = &directory.catalogue;
    let language = directory.language();
    let mut form = CorrectionForm {
        directory,
        lines: Vec::new(),
    };
    let (file, id) = ("members.json", member.id.as_str());
    let provenance = &member.provenance;
    form.add(
        file,
        id,
        provenance,
        "names",
        words.table_name(),
        Some(member.names.get(language)),
    );
    let formal = member.formal_names.get(language);
    form.add(
        file,
        id,
        provenance,
        "formal_names",
        words.names_formal(),
        Some(formal),
    );
    let native = &member.native_names;
    form.names(file, id, provenance, "native_", words.names_own(), native);
    let capital = member.capital.as_ref();
    let capital = capital.map(|capital| capital.city.get(language));
    form.add(
        file,
        id,
        provenance,
        "capital",
        words.sheet_capital(),
        capital,
    );
    let (field, name, since) = match member.status {
        Status::Member => {
            let joined = member.joined.map(|date| date_with_words(words, date));
            ("joined", words.table_joined(), joined)
        }
        Status::Observer => {
            let since = member.observing_since;
            let since = since.map(|since| words.movement_observing(&words.date(since)));
            let since = since.unwrap_or_else(|| words.movement_observing_unknown().to_owned());
            ("observing_since", words.fact_status(), Some(since))
        }
    };
    form.add(file, id, provenance, field, name, since.as_deref());
    for membership in &member.memberships {
        let organisation = &directory[membership.organisation];
        form.lines.push(FormLine {
            file,
            record: id.to_owned(),
            field: format!("memberships.{}", organisation.id),
            name: directory.localized(&organisation.names).text.into_owned(),
            lang: String::new(),
            published: words.membership_inside(membership.status).to_owned(),
            as_of: date_text(membership.origin.as_of),
        });
    }
    if let Some(parliament) = &member.parliament {
        form.parliament(id, parliament);
    }
    form.contacts(member);
    form.lines
}

/// The header of the table; the last column is for corrections.
const COLUMNS: [&str; 7] = [
    "file",
    "record",
    "field",
    "what",
    "published",
    "as_of",
    "correction",
];

/// The fields that are dates.
const DATES: [&str; 4] = [
    "joined",
    "observing_since",
    "last_election",
    "next_election",
];

/// The form as CSV; cells that a spreadsheet would take for formulas are
/// escaped.
pub fn csv(directory: &Directory, member: &Member) -> String {
    let rows = lines(directory, member).into_iter().map(|line| {
        let name = match line.lang.as_str() {
            "" => line.name,
            lang => format!("{} ({lang})", line.name),
        };
        let cells = [
            line.file.to_owned(),
            line.record,
            line.field,
            name,
            line.published,
            line.as_of,
            String::new(),
        ];
        cells.map(|cell| on_one_line(&cell))
    });
    table([COLUMNS.map(str::to_owned)].into_iter().chain(rows))
}

/// A date as the data have it, then in words. Programs for tables turn words
/// alone, `November 2029`, into a date of their own form, which would come back
/// as another text; numbers that follow Arabic letters are shown in another order.
fn date_with_words(words: &Catalogue, date: PartialDate) -> String {
    let in_words = words.date(date);
    match date.month() {
        None => in_words,
        Some(_) => format!("{date} ({in_words})"),
    }
}

/// A date as the data have it; empty where there is none.
fn date_text(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

struct CorrectionForm<'a> {
    directory: &'a Directory,
    lines: Vec<FormLine>,
}

impl CorrectionForm<'_> {
    fn add(
        &mut self,
        file: &'static str,
        record: &str,
        provenance: &Provenance,
        field: &str,
        name: &str,
        published: Option<&str>,
    ) {
        // The name of a language has no origin of its own.
        let part = field.rsplit('.').find(|part| provenance.has(part));
        let origin = part.map_or(&provenance.record, |part| provenance.origin_of(part));
        let is_known = published.is_some_and(|text| !text.is_empty());
        let as_of = origin.as_of.filter(|_| is_known);
        self.lines.push(FormLine {
            file,
            record: record.to_owned(),
            field: field.to_owned(),
            name: name.to_owned(),
            lang: String::new(),
            published: published.unwrap_or_default().to_owned(),
            as_of: date_text(as_of),
        });
    }

    fn names(
        &mut self,
        file: &'static str,
        id: &str,
        provenance: &Provenance,
        path: &str,
        name: &str,
        names: &[Name],
    ) {
        for language_name in names {
            let field = format!("{path}names.{}", language_name.lang);
            let published = Some(language_name.name.as_str());
            self.add(file, id, provenance, &field, name, published);
            if let Some(line) = self.lines.last_mut() {
                line.lang.clone_from(&language_name.lang);
            }
        }
    }

    fn parliament(&mut self, id: &str, parliament: &Parliament) {
        let words = &self.directory.catalogue;
        let language = self.directory.language();
        let provenance = &parliament.provenance;
        let date = |date: Option<PartialDate>| date.map(|date| date_with_words(words, date));
        let names = &parliament.names;
        self.names(
            PARLIAMENTS,
            id,
            provenance,
            "",
            words.table_parliament(),
            names,
        );
        let facts = [
            (
                "structure",
                words.table_structure(),
                Some(words.structure(parliament.structure).to_owned()),
            ),
            (
                "status",
                words.fact_state(),
                Some(words.parliament_status(parliament.status).to_owned()),
            ),
            (
                "seat",
                words.fact_seat(),
                Some(parliament.seat.city.get(language).to_owned()),
            ),
            (
                "last_election",
                words.fact_last_election(),
                date(parliament.last_election),
            ),
            (
                "next_election",
                words.fact_next_election(),
                date(parliament.next_election),
            ),
        ];
        for (field, name, published) in facts {
            self.add(
                PARLIAMENTS,
                id,
                provenance,
                field,
                name,
                published.as_deref(),
            );
        }
        for chamber in &parliament.chambers {
            self.chamber(id, chamber);
        }
    }

    fn chamber(&mut self, id: &str, chamber: &Chamber) {
        let words = &self.directory.catalogue;
        let path = format!("chambers.{}.", as_str(CHAMBER_KIND, &chamber.kind));
        let provenance = &chamber.provenance;
        let chamber_name = words.chamber_kind(chamber.kind);
        self.names(
            PARLIAMENTS,
            id,
            provenance,
            &path,
            chamber_name,
            &chamber.names,
        );
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let system = chamber
            .electoral_system
            .map(|system| words.electoral_system(system).to_owned());
        let composition = chamber.composition.as_deref();
        let composition = composition.map(|text| self.directory.translated(text).text.into_owned());
        let facts = [
            ("seats", words.chamber_seats(), number(chamber.seats)),
            ("filled", words.sheet_filled(), number(chamber.filled)),
            ("women", words.chamber_women(), number(chamber.women)),
            ("term", words.sheet_term(), number(chamber.term)),
            ("electoral_system", words.chamber_elected_by(), system),
            ("composition", words.chamber_composition(), composition),
        ];
        for (field, name, published) in facts {
            let name = words.list_named(chamber_name, name);
            let field = format!("{path}{field}");
            self.add(
                PARLIAMENTS,
                id,
                provenance,
                &field,
                &name,
                published.as_deref(),
            );
        }
    }

    /// What is on record, then a line for each kind of which nothing is: of
    /// nobody, or of one chamber alone.
    fn contacts(&mut self, member: &Member) {
        let words = &self.directory.catalogue;
        for institution in institutions(self.directory, member) {
            for contact in institution.contacts {
                let kind = words.contact_kind(contact.kind).to_owned();
                let chamber = contact.details.chamber;
                let chamber = chamber.map(|kind| words.chamber_kind_inside(kind).to_owned());
                let owners = contact.owners(words);
                let label = contact.details.label.as_deref();
                let label = label.map(|label| self.directory.translated(label).text.into_owned());
                let parts = [Some(kind), chamber, owners, label, contact.caution(words)];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                self.lines.push(FormLine {
                    file: CONTACTS,
                    record: contact.id.clone(),
                    field: contact.kind.field().to_owned(),
                    name: words.join(&parts),
                    lang: String::new(),
                    published: contact.value(),
                    as_of: date_text(contact.last_verified),
                });
            }
        }
        for kind in ContactKind::EXPECTED {
            let line = line_of_kind(self.directory, member, None, kind);
            if line.published.is_empty() {
                self.lines.push(line);
                continue;
            }
            let of_chambers =
                chambers(member).map(|chamber| line_of_kind(self.directory, member, chamber, kind));
            let mut of_chambers: Vec<FormLine> = of_chambers.collect();
            if of_chambers.iter().any(|line| !line.published.is_empty()) {
                of_chambers.retain(|line| line.published.is_empty());
                self.lines.append(&mut of_chambers);
            }
        }
    }
}

/// The chambers of its parliament.
fn chambers(member: &Member) -> impl Iterator<Item = Option<ChamberKind>> {
    let parliament = member.parliament.iter();
    let chambers = parliament.flat_map(|parliament| &parliament.chambers);
    chambers.map(|chamber| Some(chamber.kind))
}

/// A line for the contacts of a kind, of all or of one chamber, as the form
/// has one where there are none.
fn line_of_kind(
    directory: &Directory,
    member: &Member,
    chamber: Option<ChamberKind>,
    kind: ContactKind,
) -> FormLine {
    let words = &directory.catalogue;
    let contacts = member.contacts.iter().filter(|contact| {
        contact.kind == kind && (chamber.is_none() || contact.details.chamber == chamber)
    });
    let values: Vec<String> = contacts.map(Contact::value).collect();
    let chamber_name = chamber.map(|kind| words.chamber_kind_inside(kind));
    let parts = [Some(words.contact_kind(kind)), chamber_name];
    let parts: Vec<String> = parts.into_iter().flatten().map(str::to_owned).collect();
    FormLine {
        file: CONTACTS,
        record: institution_id(member, chamber),
        field: as_str(CONTACT_KIND, &kind).to_owned(),
        name: words.join(&parts),
        lang: String::new(),
        published: values.join("; "),
        as_of: String::new(),
    }
}

const CONTACTS: &str = "contacts.json";
const PARLIAMENTS: &str = "parliaments.json";

#[cfg(test)]
mod tests;
