//! Everything as one `SQLite` file, with foreign keys and views
//! (docs/decisions/formats.md).

mod events;
mod members;
mod network;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use directory::PartialDate;
use directory::model::{
    ChamberKind, Contact, Directory, EventTypeIdx, Locality, LocalizedText, Name, Origin,
    Provenance, Source, SourceIdx,
};
use directory::vocabulary::{
    CHAMBER_KIND, CONTACT_CLASS, CONTACT_KIND, ELECTORAL_SYSTEM, EVENT_STATE, LICENCE,
    MEMBERSHIP_STATUS, OFFICE, PARLIAMENT_STATUS, STATUS, STRUCTURE, as_str, values,
};
use rusqlite::{Connection, MAIN_DB, ToSql, params_from_iter};

use crate::localizations::Localization;

const TABLES: &str = include_str!("database/tables.sql");
const VIEWS: &str = include_str!("database/views.sql");

/// The records that notes and origins are about: the column of each, which is
/// called like the record, and its table.
const RECORDS: [(&str, &str, &str); 12] = [
    ("network", "TEXT", "network"),
    ("member", "TEXT", "members"),
    ("former_member", "TEXT", "former_members"),
    ("parliament", "TEXT", "parliaments"),
    ("chamber", "TEXT", "chambers"),
    ("organisation", "TEXT", "organisations"),
    ("membership", "TEXT", "memberships"),
    ("contact", "TEXT", "contacts"),
    ("organ", "TEXT", "organs"),
    ("office", "INTEGER", "offices"),
    ("event", "TEXT", "events"),
    ("history_step", "INTEGER", "history_steps"),
];

/// The database of a site: the bytes of its file, the same each time.
///
/// # Errors
/// The data break what the tables ask for.
pub fn bytes(localizations: &[Localization]) -> Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    // Nothing of what a page held before is left in it.
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; BEGIN")?;
    connection.execute_batch(&sql(TABLES))?;
    connection.execute_batch(&sql(VIEWS))?;
    let directories: Vec<&Directory> = localizations.iter().map(|one| one.site.directory).collect();
    let mut writer = Writer {
        connection: &connection,
        directories: &directories,
        sentences: BTreeSet::new(),
    };
    writer.write_all()?;
    connection.execute_batch("COMMIT; VACUUM")?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// The statements with what stands in braces, and with dates as texts of their
/// three forms.
fn sql(statements: &str) -> String {
    let words = |words: Vec<&str>| format!("('{}')", words.join("', '"));
    let records = RECORDS.iter();
    let columns = records.clone().map(|(column, kind, table)| {
        format!("{column} {kind} REFERENCES {table} DEFERRABLE INITIALLY DEFERRED,\n  ")
    });
    let each = |form: &dyn Fn(&str) -> String, between: &str| {
        let each = RECORDS.iter().map(|(column, ..)| form(column));
        each.collect::<Vec<_>>().join(between)
    };
    let is_one = each(&|column| format!("({column} IS NOT NULL)"), " + ");
    let kind = each(
        &|column| format!("WHEN {column} IS NOT NULL THEN '{column}'"),
        " ",
    );
    let statements = statements
        .replace("{STATUS}", &words(values(STATUS)))
        .replace("{STRUCTURE}", &words(values(STRUCTURE)))
        .replace("{PARLIAMENT_STATUS}", &words(values(PARLIAMENT_STATUS)))
        .replace("{CHAMBER_KIND}", &words(values(CHAMBER_KIND)))
        .replace("{ELECTORAL_SYSTEM}", &words(values(ELECTORAL_SYSTEM)))
        .replace("{MEMBERSHIP_STATUS}", &words(values(MEMBERSHIP_STATUS)))
        .replace("{CONTACT_KIND}", &words(values(CONTACT_KIND)))
        .replace("{CONTACT_CLASS}", &words(values(CONTACT_CLASS)))
        .replace("{EVENT_STATE}", &words(values(EVENT_STATE)))
        .replace("{OFFICE}", &words(values(OFFICE)))
        .replace("{LICENCE}", &words(values(LICENCE)))
        .replace(
            "{RECORD}",
            &format!("{}CHECK ({is_one} = 1)", columns.collect::<String>()),
        )
        .replace("{RECORD_KIND}", &format!("CASE {kind} END"))
        .replace(
            "{RECORD_ID}",
            &format!(
                "coalesce({})",
                each(&|column| format!("origins.{column}"), ", ")
            ),
        );
    let lines = statements.lines().map(|line| {
        let column = line.trim_start().split(' ').next().unwrap_or_default();
        let forms = ["", "-??", "-??-??"].map(|rest| format!("{column} GLOB '[0-9]???{rest}'"));
        line.replace(
            " PARTIAL_DATE",
            &format!(" TEXT CHECK ({})", forms.join(" OR ")),
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What a row holds: columns and their values.
type Row<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// Writes records, those first that others name.
struct Writer<'a> {
    connection: &'a Connection,
    /// In each language, the network's own first.
    directories: &'a [&'a Directory],
    /// Sentences that have been written, to be translated.
    sentences: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    fn write_all(&mut self) -> Result<()> {
        let directory = self.directories[0];
        self.languages()?;
        for source in &directory.sources {
            self.source(source)?;
        }
        self.network()?;
        self.states()?;
        for organisation in &directory.organisations {
            self.organisation(organisation)?;
        }
        for member in &directory.members {
            self.member(member)?;
        }
        self.former_members()?;
        self.organs()?;
        for kind in EventTypeIdx::all(&directory.network) {
            let id = directory.network[kind].id.as_str();
            self.insert("event_types", &[("id", &id)])?;
            self.names("event_type_names", id, |each| &each.network[kind].names)?;
        }
        for event in &directory.events {
            self.event(event)?;
        }
        self.history()?;
        self.boundaries()?;
        self.translations()
    }

    /// Writes a row; gives its number.
    fn insert(&self, table: &str, row: Row) -> Result<i64> {
        let columns: Vec<&str> = row.iter().map(|(column, _)| *column).collect();
        let places = vec!["?"; row.len()].join(", ");
        let statement = format!(
            "INSERT INTO {table} ({}) VALUES ({places})",
            columns.join(", ")
        );
        let mut insert = self.connection.prepare_cached(&statement)?;
        let values = row.iter().map(|(_, value)| value);
        let inserted = insert.execute(params_from_iter(values));
        inserted.with_context(|| format!("a row of {table}"))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Writes a record whose table has its id alone, once.
    fn insert_id(&self, table: &str, id: &str) -> Result<()> {
        let insert = format!("INSERT OR IGNORE INTO {table} (id) VALUES (?)");
        self.connection.prepare_cached(&insert)?.execute([id])?;
        Ok(())
    }

    /// Writes the names of a record in each language.
    fn names(
        &self,
        table: &str,
        id: &str,
        names: impl Fn(&'a Directory) -> &'a LocalizedText,
    ) -> Result<()> {
        for &directory in self.directories {
            let language = directory.language();
            let name = directory.localized(names(directory)).text;
            self.insert(
                table,
                &[("id", &id), ("language", &language), ("name", &name)],
            )?;
        }
        Ok(())
    }

    /// A sentence in the network's own language, of which the others are to be
    /// written.
    fn sentence(&mut self, text: impl Into<String>) -> String {
        let text = text.into();
        self.sentences.insert(text.clone());
        text
    }

    fn optional_sentence(&mut self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.sentence(text))
    }

    /// A text by language, as its sentence in the network's own; the others are
    /// written beside it.
    fn localized(&self, text: impl Fn(&'a Directory) -> &'a LocalizedText) -> Result<String> {
        let own = self.directories[0]
            .localized(text(self.directories[0]))
            .text;
        for &directory in &self.directories[1..] {
            let translation = directory.localized(text(directory));
            if translation.lang.is_none() {
                self.translation(&own, directory, &translation.text)?;
            }
        }
        Ok(own.into_owned())
    }

    fn translation(&self, text: &str, directory: &Directory, translation: &str) -> Result<()> {
        let insert = "INSERT OR IGNORE INTO translations VALUES (?, ?, ?)";
        let mut insert = self.connection.prepare_cached(insert)?;
        insert.execute([text, directory.language(), translation])?;
        Ok(())
    }

    fn translations(&self) -> Result<()> {
        for &directory in &self.directories[1..] {
            for text in &self.sentences {
                let translation = directory.translated(text);
                if translation.lang.is_none() && translation.text != *text {
                    self.translation(text, directory, &translation.text)?;
                }
            }
        }
        Ok(())
    }

    /// Writes the city of a place, if it is new; gives its id.
    fn city(&self, place: impl Fn(&'a Directory) -> &'a Locality) -> Result<String> {
        let name_in = |directory| place(directory).city.get(directory.language());
        let id = name_in(self.directories[0]);
        self.insert_id("cities", id)?;
        let insert = "INSERT OR IGNORE INTO city_names VALUES (?, ?, ?)";
        for &directory in self.directories {
            let mut insert = self.connection.prepare_cached(insert)?;
            insert.execute([id, directory.language(), name_in(directory)])?;
        }
        Ok(id.to_owned())
    }

    fn languages(&self) -> Result<()> {
        for &directory in self.directories {
            let language = directory.language();
            let row: Row = &[
                ("id", &language),
                ("name", &directory.catalogue.language_name()),
                ("is_own", &(language == directory.own_language())),
            ];
            self.insert("languages", row)?;
        }
        let language = self.directories[0].language();
        self.insert("reader", &[("id", &1), ("language", &language)])?;
        Ok(())
    }

    fn source(&mut self, source: &Source) -> Result<()> {
        let row: Row = &[
            ("id", &source.id),
            ("title", &source.title),
            ("publisher", &source.publisher),
            ("url", &source.url),
            ("licence", &source.licence),
            ("terms", &self.sentence(&source.terms)),
            ("covers", &self.optional_sentence(source.covers.as_ref())),
            ("retrieved", &source.retrieved.to_string()),
            ("unverified", &source.unverified),
        ];
        self.insert("sources", row)?;
        Ok(())
    }

    /// Writes names that stand in their own language.
    fn institution_names(
        &self,
        column: &str,
        id: &str,
        names: &[Name],
        is_alias: bool,
    ) -> Result<()> {
        for name in names {
            let row: Row = &[
                (column, &id),
                ("is_alias", &is_alias),
                ("language", &name.lang),
                ("name", &name.name),
            ];
            let number = self.insert("names", row)?;
            self.sources("name_sources", "name", number, &name.sources)?;
        }
        Ok(())
    }

    fn contact(
        &mut self,
        contact: &Contact,
        member: Option<&str>,
        organisation: Option<&str>,
    ) -> Result<()> {
        let details = &contact.details;
        let chamber = |kind| member.map(|member| chamber_id(member, kind));
        let row: Row = &[
            ("id", &contact.id),
            ("member", &member),
            ("organisation", &organisation),
            ("chamber", &details.chamber.and_then(chamber)),
            ("label", &self.optional_sentence(details.label.as_ref())),
            ("kind", &as_str(CONTACT_KIND, &contact.kind)),
            ("service", &details.service),
            ("value", &contact.value()),
            ("dialled", &details.e164),
            ("unlinked", &details.unlinked),
            ("outdated_plan", &details.outdated_plan),
            ("class", &as_str(CONTACT_CLASS, &details.class)),
            ("verified_on", &date(details.verified_on)),
            ("valid_until", &date(contact.valid_until)),
        ];
        self.insert("contacts", row)?;
        for &kind in &details.shared_by {
            let chamber = chamber(kind);
            let row: Row = &[("contact", &contact.id), ("chamber", &chamber)];
            self.insert("contact_chambers", row)?;
        }
        self.origin(("contact", &contact.id), None, &details.origin)
    }

    /// Writes what is said about a record: its notes, and where it comes from.
    fn about(
        &mut self,
        record: (&str, &dyn ToSql),
        notes: &[String],
        provenance: &Provenance,
    ) -> Result<()> {
        for note in notes {
            let note = self.sentence(note);
            self.insert("notes", &[("note", &note), record])?;
        }
        self.provenance(record, provenance)
    }

    fn provenance(&mut self, record: (&str, &dyn ToSql), provenance: &Provenance) -> Result<()> {
        self.origin(record, None, &provenance.record)?;
        for (field, origin) in &provenance.fields {
            self.origin(record, Some(field), origin)?;
        }
        Ok(())
    }

    /// Writes where a record or one of its fields comes from.
    fn origin(
        &mut self,
        record: (&str, &dyn ToSql),
        field: Option<&str>,
        origin: &Origin,
    ) -> Result<()> {
        let row: Row = &[
            ("field", &field),
            ("as_of", &date(origin.as_of)),
            ("derived", &origin.derived),
            ("note", &self.optional_sentence(origin.note.as_ref())),
            record,
        ];
        let number = self.insert("origins", row)?;
        self.sources("origin_sources", "origin", number, &origin.sources)?;
        for other in &origin.also {
            let row: Row = &[
                ("origin", &number),
                ("value", &self.sentence(&other.value)),
                ("note", &self.optional_sentence(other.note.as_ref())),
            ];
            let number = self.insert("alternatives", row)?;
            self.sources("alternative_sources", "alternative", number, &other.sources)?;
        }
        Ok(())
    }

    /// Writes the sources of what has this number.
    fn sources(&self, table: &str, column: &str, of: i64, sources: &[SourceIdx]) -> Result<()> {
        let sources: BTreeSet<_> = sources.iter().collect();
        for &source in sources {
            let source = &self.directories[0][source].id;
            self.insert(table, &[(column, &of), ("source", source)])?;
        }
        Ok(())
    }
}

/// As exact as it is known: `2024-05`.
fn date(date: Option<PartialDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// The text; none where it is empty.
fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// A chamber by its parliament and its kind (docs/decisions/chamber-ids.md).
fn chamber_id(parliament: &str, kind: ChamberKind) -> String {
    format!("{parliament}-{}", as_str(CHAMBER_KIND, &kind))
}

#[cfg(test)]
mod tests;
