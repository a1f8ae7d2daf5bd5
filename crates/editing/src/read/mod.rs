//! From the text of the data files to a [`Directory`].
//!
//! A bad record costs only itself, a bad value only itself where the record
//! can do without; everything that is left out is named in a finding.

mod contacts;
mod events;
mod members;
mod network;
mod origins;
mod parliaments;
mod reader;
mod references;
mod values;

use std::sync::{Arc, OnceLock};

#[cfg(test)]
pub(crate) use self::network::GREY;

use self::reader::Reader;
use crate::files::{DataFiles, texts_of};
use crate::json::{self, Record};
use crate::positions::locate_and_sort;
use crate::schema::FileRecord;
use crate::{Finding, records, rules};
use directory::Directory;
use directory::catalogue::{Catalogue, ContentTranslations};
use directory::model::Collation;
use directory::model::{
    Contact, ContactHolder, CountryIdx, Event, FormerMemberIdx, Map, Member, MemberIdx, NameRanks,
    Network, Organisation, StateIdx,
};

/// The directory in the language of `words`, all sources in the scope of facts,
/// or none where nothing can be shown; and all findings, in the order of
/// [`crate::FILES`] and of their place in them.
pub(crate) fn read_records(
    words: &Arc<Catalogue>,
    collation: &Collation,
    files: &DataFiles,
) -> (Option<Directory>, Vec<Finding>) {
    let mut reader = Reader::default();
    let directory = reader.directory(words, collation, files);
    let mut findings = reader.findings;
    locate_and_sort(files, &mut findings);
    (directory, findings)
}

impl Reader {
    fn directory(
        &mut self,
        words: &Arc<Catalogue>,
        collation: &Collation,
        files: &DataFiles,
    ) -> Option<Directory> {
        let network: Option<records::Network> = self.object(files, "network.json");
        let has_network = network.is_some();
        let network = network.unwrap_or_default();
        // What all other records are read by.
        self.language = network.languages.first().cloned().unwrap_or_default();
        self.data_date = network.data.date.parse().ok();
        let sources = self.list(files, "sources.json");
        let cities = self.list(files, "cities.json");
        let organisations = self.list(files, "organisations.json");
        let members = self.list(files, "members.json");
        let parliaments = self.list(files, "parliaments.json");
        let contacts = self.list(files, "contacts.json");
        let events = self.list(files, "events.json");
        let boundaries = self.list(files, "boundaries.json");
        let map: Option<records::Map> = self.object(files, "map.json");
        let is_readable = has_network && members.is_some() && !self.language.is_empty();

        self.open("sources.json");
        let sources = self.records(&sources.unwrap_or_default(), |reader, source| {
            Some(reader.source(source))
        });
        self.sources = sources.iter().map(|source| source.id.clone()).collect();
        self.open("cities.json");
        self.cities = self.records(&cities.unwrap_or_default(), |reader, city| {
            Some(reader.city_names(city))
        });
        self.open("organisations.json");
        let mut organisations = self.records(
            &organisations.unwrap_or_default(),
            |reader, organisation| Some(reader.organisation(organisation)),
        );
        let ids = organisations.iter();
        self.organisations = ids.map(|organisation| organisation.id.clone()).collect();

        self.open("network.json");
        self.record.clone_from(&network.id);
        let found = self.findings.len();
        let mut network = self.network(&network);
        let is_valid = !self.invalid;
        if !has_network {
            self.findings.truncate(found);
        }
        self.open("members.json");
        let mut members = self.records(&members.unwrap_or_default(), |reader, member| {
            reader.member(&network, member)
        });
        self.find_successors(&mut network, &members);
        self.open("parliaments.json");
        for (id, parliament) in self.records(&parliaments.unwrap_or_default(), Self::parliament) {
            if let Ok(place) = members.binary_search_by(|member| member.id.cmp(&id)) {
                members[place].parliament = Some(parliament);
            }
        }
        self.open("contacts.json");
        for (holder, contact) in self.records(&contacts.unwrap_or_default(), Self::contact) {
            add_contact(&mut members, &mut organisations, &holder, contact);
        }
        let events = self.events(&network, &members, &events.unwrap_or_default());
        self.open("boundaries.json");
        let boundaries = self.records(&boundaries.unwrap_or_default(), |reader, boundary| {
            Some(reader.boundary(boundary))
        });
        self.open("map.json");
        let map = map.map(|map| self.map(map));
        let translations = self.translations(words, files);
        if !is_readable {
            // Without them, nobody knows what is missing in the other files.
            let unknown = [rules::KNOWN_REFERENCE.name, rules::DEFAULT_LANGUAGE.name];
            self.findings.retain(|finding| {
                finding.file == "network.json" || !unknown.contains(&finding.rule)
            });
        }
        if !is_readable || !is_valid {
            return None;
        }
        let directory = Directory {
            name_ranks: NameRanks::default(),
            sub_regions_by_name: Vec::new(),
            event_countries: Vec::new(),
            former_by_name: Vec::new(),
            letter_variants: String::new(),
            catalogue: Arc::clone(words),
            translations,
            network,
            members,
            organisations,
            events: events.into(),
            sources: sources.into(),
            boundaries,
            map: map.map(OnceLock::from).unwrap_or_default(),
        };
        Some(directory.with_name_order(collation).with_record_states())
    }

    /// The events, in the order of time.
    fn events(&mut self, network: &Network, members: &[Member], events: &[Record]) -> Vec<Event> {
        let mut states = Vec::new();
        for (at, member) in members.iter().enumerate() {
            states.push((member.id.as_str(), StateIdx::Member(MemberIdx::new(at))));
        }
        for (index, former) in FormerMemberIdx::each(network) {
            states.push((&former.id, StateIdx::Former(index)));
        }
        for (index, country) in CountryIdx::each(network) {
            states.push((&country.id, StateIdx::Country(index)));
        }
        self.open("events.json");
        let mut events = self.records(events, |reader, event| {
            Some(reader.event(network, &states, event))
        });
        events.sort_by_key(|event: &Event| event.start);
        events
    }

    /// Finds the successors of former members; one whose own record was left
    /// out is none.
    fn find_successors(&mut self, network: &mut Network, members: &[Member]) {
        let successors = std::mem::take(&mut self.successors);
        for (former, successor) in network.former_members.iter_mut().zip(successors) {
            let found = successor.and_then(|id| {
                let found = members.binary_search_by(|member| member.id.cmp(&id));
                found.ok()
            });
            former.successor = found.map(MemberIdx::new);
        }
    }

    /// The translations of the data into the reader's language, where the
    /// network has that.
    fn translations(&mut self, words: &Catalogue, files: &DataFiles) -> ContentTranslations {
        let mut translations = ContentTranslations::default();
        for file in texts_of(words.language_code()) {
            if let Some(text) = files.get(&file) {
                let read = ContentTranslations::read(text);
                let read = read.map_err(|problem| json::unreadable(&file, problem));
                translations.add(self.readable(read).unwrap_or_default());
            }
        }
        translations
    }

    /// The map is made by a program, and trusted beyond its form.
    fn map(&mut self, map: records::Map) -> Map {
        let sources = self.required_sources(&map.sources);
        Map {
            sources,
            ..map.into()
        }
    }

    /// The text of `file`, or a finding.
    fn text_of<'a>(&mut self, files: &'a DataFiles, file: &'static str) -> Option<&'a str> {
        self.open(file);
        let text = files.get(file);
        if text.is_none() {
            self.report(rules::FILE_MISSING, "", "is missing");
        }
        text.map(String::as_str)
    }

    /// The records of `file`, not yet read, in the order of their ids; these
    /// are known from here on.
    fn list(&mut self, files: &DataFiles, file: &'static str) -> Option<Vec<Record>> {
        let records = json::records(file, self.text_of(files, file)?);
        let mut records = self.readable(records)?;
        records.sort_by(|one, other| one.id.cmp(&other.id));
        let ids = records.iter().map(|record| record.id.clone()).collect();
        self.ids.push((file, ids));
        Some(records)
    }

    /// What could be read of a file, or a finding.
    fn readable<T>(&mut self, read: Result<T, Box<Finding>>) -> Option<T> {
        read.map_err(|finding| self.findings.push(*finding)).ok()
    }

    /// The one record of `file`, if it has its form.
    fn object<R: FileRecord>(&mut self, files: &DataFiles, file: &'static str) -> Option<R> {
        let record = json::object(file, self.text_of(files, file)?);
        let record = self.readable(record)?;
        self.record.clone_from(&record.id);
        self.typed(&record)
    }
}

/// Gives a contact to its holder, in the order in which they are shown; where
/// that was left out, nobody asks for it.
fn add_contact(
    members: &mut [Member],
    organisations: &mut [Organisation],
    holder: &ContactHolder,
    contact: Contact,
) {
    let contacts = match holder {
        ContactHolder::Member(id) => {
            let mut members = members.iter_mut();
            let member = members.find(|member| member.id == *id);
            member.map(|member| member.contacts.to_mut())
        }
        ContactHolder::Organisation(id) => {
            let mut organisations = organisations.iter_mut();
            let organisation = organisations.find(|organisation| organisation.id == *id);
            organisation.map(|organisation| &mut organisation.contacts)
        }
    };
    if let Some(contacts) = contacts {
        let place = contacts.partition_point(|before| before.rank() <= contact.rank());
        contacts.insert(place, contact);
    }
}
