//! Everything as one `SQLite` file, with foreign keys and views
//! (docs/decisions/formats.md).

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use directory::PartialDate;
use directory::model::{
    Body, ChamberKind, Contact, CountryIdx, Directory, Event, EventIdx, EventTypeIdx,
    FormerMemberIdx, Locality, LocalizedText, Member, MemberIdx, Name, OrganIdx, Organisation,
    OrganisationIdx, Origin, Parliament, Provenance, RegionIdx, Source, SourceIdx, StateIdx,
    SubRegion, SubRegionIdx,
};
use directory::vocabulary::{
    CHAMBER_KIND, CONTACT_CLASS, CONTACT_KIND, ELECTORAL_SYSTEM, EVENT_STATE, LICENCE,
    MEMBERSHIP_STATUS, OFFICE, PARLIAMENT_STATUS, STATUS, STRUCTURE, as_str, values,
};
use rusqlite::{Connection, MAIN_DB, ToSql, params_from_iter};

use crate::editions::Edition;

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
pub fn bytes(editions: &[Edition]) -> Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    // Nothing of what a page held before is left in it.
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; BEGIN")?;
    connection.execute_batch(&sql(TABLES))?;
    connection.execute_batch(&sql(VIEWS))?;
    let directories: Vec<&Directory> = editions.iter().map(|one| one.site.directory).collect();
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

    fn network(&mut self) -> Result<()> {
        let network = &self.directories[0].network;
        let row: Row = &[
            ("id", &network.id),
            ("name", &self.localized(|each| &each.network.names)?),
            (
                "short_name",
                &self.localized(|each| &each.network.short_names)?,
            ),
            ("purpose", &self.localized(|each| &each.network.purpose)?),
            ("movement", &self.localized(|each| &each.network.movement)?),
            (
                "disclaimer",
                &self.localized(|each| &each.network.disclaimer)?,
            ),
            ("licence", &self.localized(|each| &each.network.licence)?),
            ("data_version", &network.data_version),
            ("data_date", &network.data_date.to_string()),
        ];
        self.insert("network", row)?;
        self.provenance(("network", &network.id), &network.provenance)?;
        for region in RegionIdx::all(network) {
            let id = network[region].id.as_str();
            self.insert("regions", &[("id", &id)])?;
            self.names("region_names", id, |each| &each.network[region].names)?;
        }
        for sub_region in SubRegionIdx::all(network) {
            let SubRegion {
                id, m49, parent, ..
            } = &network[sub_region];
            let parent = parent.map(|parent| &network[parent].id);
            self.insert(
                "sub_regions",
                &[("id", id), ("m49", m49), ("parent", &parent)],
            )?;
            self.names("sub_region_names", id, |each| {
                &each.network[sub_region].names
            })?;
        }
        for change in &network.changes {
            let text = self.sentence(&change.text);
            let date = change.date.to_string();
            self.insert("changes", &[("date", &date), ("text", &text)])?;
        }
        Ok(())
    }

    /// Writes all states that are named, each once: a former member may be an
    /// observer today.
    fn states(&self) -> Result<()> {
        let directory = self.directories[0];
        let members = MemberIdx::all(directory).map(StateIdx::Member);
        let former = FormerMemberIdx::all(&directory.network).map(StateIdx::Former);
        let countries = CountryIdx::all(&directory.network).map(StateIdx::Country);
        let mut written = BTreeSet::new();
        for state in members.chain(former).chain(countries) {
            let id = directory.id_of(state);
            if !written.insert(id) {
                continue;
            }
            self.insert_id("states", id)?;
            for each in self.directories {
                let language = each.language();
                let further = |names: fn(&Member) -> &LocalizedText| match state {
                    StateIdx::Member(member) => names(&each[member]).0.get(language),
                    StateIdx::Former(_) | StateIdx::Country(_) => None,
                };
                let row: Row = &[
                    ("id", &id),
                    ("language", &language),
                    ("name", &each.localized(each.names_of(state)).text),
                    ("common_name", &further(|member| &member.common_names)),
                    ("formal_name", &further(|member| &member.formal_names)),
                ];
                self.insert("state_names", row)?;
            }
        }
        Ok(())
    }

    fn organisation(&mut self, organisation: &'a Organisation) -> Result<()> {
        let id = &organisation.id;
        let idx = OrganisationIdx::find(self.directories[0], |one| one.id == *id)
            .expect("it is one of the list");
        let seat = organisation.seat.as_ref();
        let city = seat.map(|_| {
            self.city(|each| {
                each[idx]
                    .seat
                    .as_ref()
                    .expect("all languages have the same places")
            })
        });
        if let Some(country) = &organisation.country {
            self.insert_id("states", country)?;
        }
        let row: Row = &[
            ("id", id),
            ("abbreviation", &organisation.abbreviation),
            ("founded", &date(organisation.founded)),
            ("seat", &city.transpose()?),
            ("longitude", &seat.map(|seat| seat.position.lon)),
            ("latitude", &seat.map(|seat| seat.position.lat)),
            ("country", &organisation.country),
            ("members_count", &organisation.members_count),
            ("related", &organisation.related),
            ("observer", &organisation.observer),
            ("network_observer", &organisation.network_observer),
            ("observing_since", &date(organisation.observing_since)),
        ];
        self.insert("organisations", row)?;
        self.names("organisation_names", id, |each| &each[idx].names)?;
        self.about(
            ("organisation", id),
            &organisation.notes,
            &organisation.provenance,
        )?;
        for contact in &organisation.contacts {
            self.contact(contact, None, Some(id))?;
        }
        Ok(())
    }

    fn member(&mut self, member: &'a Member) -> Result<()> {
        let directory = self.directories[0];
        let id = member.id.as_str();
        let idx = directory
            .member_idx(&member.id)
            .expect("it is one of the list");
        let part_of = member.part_of.as_ref();
        let capital = member.capital.as_ref().map(|capital| {
            let city = self.city(|each| {
                let capital = each[idx].capital.as_ref();
                capital.expect("all languages have the same capitals")
            });
            city.map(|city| (city, capital.position))
        });
        let (capital, position) = capital.transpose()?.unzip();
        let row: Row = &[
            ("id", &id),
            ("slug", &member.slug),
            ("iso2", &known(&member.iso2)),
            ("m49", &known(&member.m49)),
            ("wikidata", &member.wikidata),
            ("status", &as_str(STATUS, &member.status)),
            ("region", &directory.network[member.region].id),
            ("sub_region", &directory.network[member.sub_region].id),
            ("joined", &date(member.joined)),
            (
                "joined_at",
                &self.optional_sentence(member.joined_at.as_ref()),
            ),
            ("absent_from", &date(member.absent_from)),
            ("absent_until", &date(member.absent_until)),
            ("observing_since", &date(member.observing_since)),
            ("part_of", &part_of.map(|part| part.member.as_str())),
            ("part_of_until", &part_of.map(|part| part.until.to_string())),
            ("capital", &capital),
            ("longitude", &position.map(|position| position.lon)),
            ("latitude", &position.map(|position| position.lat)),
        ];
        self.insert("members", row)?;
        self.institution_names("member", id, &member.native_names, false)?;
        self.institution_names("member", id, &member.aliases, true)?;
        self.about(("member", &id), &member.notes, &member.provenance)?;
        for membership in &member.memberships {
            let organisation = &directory[membership.organisation].id;
            let key = format!("{id}-{organisation}");
            let status = as_str(MEMBERSHIP_STATUS, &membership.status);
            let row: Row = &[
                ("id", &key),
                ("member", &id),
                ("organisation", organisation),
                ("status", &status),
            ];
            self.insert("memberships", row)?;
            self.origin(("membership", &key), None, &membership.origin)?;
        }
        if let Some(parliament) = &member.parliament {
            self.parliament(id, idx, parliament)?;
        }
        for contact in &member.contacts {
            self.contact(contact, Some(id), None)?;
        }
        Ok(())
    }

    fn parliament(&mut self, id: &str, idx: MemberIdx, parliament: &'a Parliament) -> Result<()> {
        let seat = self.city(|each| {
            let parliament = each[idx].parliament.as_ref();
            &parliament
                .expect("all languages have the same parliaments")
                .seat
        })?;
        let row: Row = &[
            ("id", &id),
            ("structure", &as_str(STRUCTURE, &parliament.structure)),
            ("status", &as_str(PARLIAMENT_STATUS, &parliament.status)),
            ("seat", &seat),
            ("longitude", &parliament.seat.position.lon),
            ("latitude", &parliament.seat.position.lat),
            ("wikidata", &parliament.wikidata),
            ("last_election", &date(parliament.last_election)),
            ("next_election", &date(parliament.next_election)),
        ];
        self.insert("parliaments", row)?;
        self.institution_names("parliament", id, &parliament.names, false)?;
        self.about(
            ("parliament", &id),
            &parliament.notes,
            &parliament.provenance,
        )?;
        for chamber in &parliament.chambers {
            let key = chamber_id(id, chamber.kind);
            let system = chamber.electoral_system;
            let row: Row = &[
                ("id", &key),
                ("parliament", &id),
                ("kind", &as_str(CHAMBER_KIND, &chamber.kind)),
                ("seats", &chamber.seats),
                ("filled", &chamber.filled),
                ("women", &chamber.women),
                ("women_share", &chamber.women_share),
                ("term", &chamber.term),
                (
                    "electoral_system",
                    &system.map(|system| as_str(ELECTORAL_SYSTEM, &system)),
                ),
                (
                    "composition",
                    &self.optional_sentence(chamber.composition.as_ref()),
                ),
                ("later_election", &date(chamber.later_election)),
            ];
            self.insert("chambers", row)?;
            self.institution_names("chamber", &key, &chamber.names, false)?;
            self.about(("chamber", &key), &chamber.notes, &chamber.provenance)?;
        }
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

    fn former_members(&mut self) -> Result<()> {
        let directory = self.directories[0];
        for idx in FormerMemberIdx::all(&directory.network) {
            let former = &directory.network[idx];
            let successor = former.successor.map(|member| directory[member].id.as_str());
            let row: Row = &[
                ("id", &former.id),
                ("region", &directory.network[former.region].id),
                ("joined", &former.joined.to_string()),
                ("left", &former.left.to_string()),
                ("how", &self.localized(|each| &each.network[idx].how)?),
                ("successor", &successor),
            ];
            self.insert("former_members", row)?;
            self.provenance(("former_member", &former.id), &former.provenance)?;
        }
        Ok(())
    }

    fn organs(&mut self) -> Result<()> {
        let directory = self.directories[0];
        let network = &directory.network;
        for idx in OrganIdx::all(network) {
            let organ = &network[idx];
            let (body, organisation) = match organ.body {
                Some(Body::Network) => (Some("network"), None),
                Some(Body::Movement) => (Some("movement"), None),
                Some(Body::Organisation(idx)) => (Some("organisation"), Some(&directory[idx].id)),
                None => (None, None),
            };
            let row: Row = &[
                ("id", &organ.id),
                ("body", &body),
                ("organisation", &organisation),
                ("within", &organ.within.map(|within| &network[within].id)),
                ("text", &self.optional_sentence(organ.text.as_ref())),
            ];
            self.insert("organs", row)?;
            self.names("organ_names", &organ.id, |each| &each.network[idx].names)?;
            self.origin(("organ", &organ.id), None, &organ.origin)?;
            for office in &organ.offices {
                let row: Row = &[
                    ("organ", &organ.id),
                    ("member", &office.member.as_str()),
                    ("office", &as_str(OFFICE, &office.office)),
                    ("since", &date(office.since)),
                ];
                let number = self.insert("offices", row)?;
                self.origin(("office", &number), None, &office.origin)?;
            }
        }
        Ok(())
    }

    fn event(&mut self, event: &'a Event) -> Result<()> {
        let directory = self.directories[0];
        let (id, details) = (&event.id, &event.details);
        // Events stand in the same order in every language.
        let idx = EventIdx::find(directory, |one| one.id == *id).expect("it is one of the list");
        let place = event.place.as_ref();
        let city = place.map(|_| {
            self.city(|each| {
                each[idx]
                    .place
                    .as_ref()
                    .expect("all languages have the same places")
            })
        });
        let times = details.times.as_ref();
        let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
        let row: Row = &[
            ("id", id),
            ("type", &directory.network[event.kind].id),
            (
                "organ",
                &event.organ.map(|organ| &directory.network[organ].id),
            ),
            ("state", &as_str(EVENT_STATE, &event.state)),
            ("start_date", &event.start.to_string()),
            ("end_date", &date(event.end)),
            ("start_time", &times.map(|times| clock(times.start))),
            ("end_time", &times.and_then(|times| times.end).map(clock)),
            ("time_zone", &times.map(|times| &times.zone)),
            ("city", &city.transpose()?),
            ("longitude", &place.map(|place| place.position.lon)),
            ("latitude", &place.map(|place| place.position.lat)),
            (
                "country",
                &event.country.map(|country| directory.id_of(country)),
            ),
            ("venue", &self.optional_sentence(details.venue.as_ref())),
            ("online", &event.online),
            ("theme", &self.optional_sentence(event.theme.as_ref())),
            ("summary", &self.optional_sentence(details.summary.as_ref())),
            (
                "participants",
                &self.optional_sentence(details.participants.as_ref()),
            ),
            ("revision", &details.revision),
            ("changed", &date(details.changed)),
        ];
        self.insert("events", row)?;
        self.names("event_titles", id, |each| &each[idx].titles)?;
        for (part, states) in [("host", &event.hosts), ("concerned", &event.concerned)] {
            for (position, &state) in states.iter().enumerate() {
                let row: Row = &[
                    ("event", id),
                    ("state", &directory.id_of(state)),
                    ("part", &part),
                    ("position", &position),
                ];
                self.insert("event_states", row)?;
            }
        }
        let lists = [
            ("event_organisers", "name", &details.organisers),
            ("event_documents", "title", &details.documents),
        ];
        for (table, column, texts) in lists {
            for (position, text) in texts.iter().enumerate() {
                let text = self.sentence(text);
                self.insert(
                    table,
                    &[("event", id), ("position", &position), (column, &text)],
                )?;
            }
        }
        for related in &details.related {
            self.insert("related_events", &[("event", id), ("related", related)])?;
        }
        self.about(("event", id), &details.notes, &details.provenance)
    }

    fn history(&mut self) -> Result<()> {
        for step in &self.directories[0].network.history {
            let text = self.sentence(&step.text);
            let row: Row = &[("event", &step.event), ("text", &text)];
            let number = self.insert("history_steps", row)?;
            self.origin(("history_step", &number), None, &step.origin)?;
        }
        Ok(())
    }

    fn boundaries(&self) -> Result<()> {
        for (place, boundary) in self.directories[0].boundaries.iter().enumerate() {
            let row: Row = &[
                ("id", &boundary.id),
                (
                    "name",
                    &self.localized(|each| &each.boundaries[place].names)?,
                ),
                (
                    "drawn",
                    &self.localized(|each| &each.boundaries[place].drawn)?,
                ),
                (
                    "footnote",
                    &self.localized(|each| &each.boundaries[place].footnote)?,
                ),
                (
                    "authority",
                    &self.localized(|each| &each.boundaries[place].authority)?,
                ),
                ("as_of", &boundary.as_of.to_string()),
            ];
            self.insert("boundaries", row)?;
            for &source in &boundary.sources {
                let source = &self.directories[0][source].id;
                let row: Row = &[("boundary", &boundary.id), ("source", source)];
                self.insert("boundary_sources", row)?;
            }
        }
        Ok(())
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
