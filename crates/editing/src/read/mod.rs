//! From the text of the data files to a [`Directory`].
//!
//! A bad record costs only itself, a bad value only itself where the record
//! can do without; everything that is left out is named in a finding.

mod contacts;
mod events;
pub(crate) mod form;
pub(crate) mod json;
mod members;
mod network;
mod origins;
mod parliaments;
mod reader;
mod registers;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

#[cfg(test)]
pub(crate) use self::network::GREY;

use self::form::Form;
use self::json::{Json, Record};
use self::reader::Reader;
pub use directory::vocabulary::FILES;

use crate::{Finding, rules};
use directory::Directory;
use directory::model::{
    Contact, ContactHolder, Event, Map, Member, Network, Organisation, Outline,
};
use directory::sorted::Compare;
use directory::words::{Prose, Words};

/// The folder of the translations of the data.
pub const TEXTS: &str = "texts";

/// The files with the translations of the data into a language: of the
/// directory, and of the events.
pub fn texts_of(language: &str) -> [String; 2] {
    ["", "-events"].map(|part| format!("{TEXTS}/{language}{part}.json"))
}

/// The text of the data files that could be fetched, by file name.
pub type DataFiles = BTreeMap<String, String>;

/// Builds the directory out of all sound records, and names what is wrong
/// with the others, in the order of [`FILES`] and of the ids.
///
/// # Errors
/// Only where nothing can be shown: network.json or members.json is
/// missing from `files` or is no JSON of the right form.
pub fn read(files: &DataFiles) -> Result<(Directory, Vec<Finding>), Vec<Finding>> {
    let words = Arc::new(Words::english());
    let compare = crate::collation::in_order_of(words.language_locale());
    read_in(&words, &compare, files)
}

/// The same for readers of another language, who sort by `compare`; `files`
/// may hold the translations of the data, `texts/{code}.json`.
///
/// # Errors
/// As for [`read`].
pub fn read_in(
    words: &Arc<Words>,
    compare: &Compare,
    files: &DataFiles,
) -> Result<(Directory, Vec<Finding>), Vec<Finding>> {
    let mut reader = Reader::default();
    let directory = reader.directory(words, compare, files);
    // Files are read in another order: sources before what cites them.
    let mut found = reader.findings;
    let mut findings = Vec::with_capacity(found.len());
    for file in FILES {
        findings.extend(found.extract_if(.., |finding| finding.file == file));
    }
    findings.extend(found);
    match directory {
        Some(directory) => Ok((directory, findings)),
        None => Err(findings),
    }
}

impl Reader {
    fn directory(
        &mut self,
        words: &Arc<Words>,
        compare: &Compare,
        files: &DataFiles,
    ) -> Option<Directory> {
        let network = self.object(files, "network.json", &form::NETWORK);
        if let Some(network) = &network {
            // What all other records are read by.
            let language = network.at("languages").elements().first();
            let language = language.and_then(Json::text).unwrap_or_default();
            language.clone_into(&mut self.language);
            let date = network.at("data.date").text().unwrap_or_default();
            self.data_date = date.parse().ok();
        }
        let sources = self.list(files, "sources.json");
        let cities = self.list(files, "cities.json");
        let organisations = self.list(files, "organisations.json");
        let members = self.list(files, "members.json");
        let parliaments = self.list(files, "parliaments.json");
        let contacts = self.list(files, "contacts.json");
        let events = self.list(files, "events.json");
        let boundaries = self.list(files, "boundaries.json");
        let map = self.object(files, "map.json", &form::MAP);
        // Without the network, neither language nor regions are known.
        let network = network?;

        self.open("sources.json");
        let sources = sources.unwrap_or_default();
        let sources = self.records(&sources, &form::SOURCE, |reader, json| {
            Some(reader.source(json))
        });
        self.sources = sources.iter().map(|source| source.id.clone()).collect();
        self.open("cities.json");
        let cities = cities.unwrap_or_default();
        self.cities = self.records(&cities, &form::CITY, |reader, json| {
            Some(reader.city_names(json))
        });
        self.open("organisations.json");
        let organisations = organisations.unwrap_or_default();
        let mut organisations =
            self.records(&organisations, &form::ORGANISATION, |reader, json| {
                Some(reader.organisation(json))
            });
        let ids = organisations.iter();
        self.organisations = ids.map(|organisation| organisation.id.clone()).collect();

        self.open("network.json");
        self.record = json::id_of(&network).unwrap_or_default();
        let mut network = self.network(&network)?;
        self.open("members.json");
        let mut members = self.records(&members?, &form::MEMBER, |reader, json| {
            reader.member(&network, json)
        });
        forget_unsound_successors(&mut network, &members);
        self.open("parliaments.json");
        let parliaments = parliaments.unwrap_or_default();
        for (id, parliament) in self.records(&parliaments, &form::PARLIAMENT, Self::parliament) {
            if let Ok(place) = members.binary_search_by(|member| member.id.cmp(&id)) {
                members[place].parliament = Some(parliament);
            }
        }
        self.open("contacts.json");
        let contacts = contacts.unwrap_or_default();
        for (holder, contact) in self.records(&contacts, &form::CONTACT, Self::contact) {
            add_contact(&mut members, &mut organisations, &holder, contact);
        }
        let events = self.events(&network, &members, &events.unwrap_or_default());
        self.open("boundaries.json");
        let boundaries = boundaries.unwrap_or_default();
        let boundaries = self.records(&boundaries, &form::BOUNDARY, Self::boundary);
        self.open("map.json");
        let map = map.map(|map| self.map(&map));
        let prose = self.prose(words, files);
        let mut directory = Directory {
            ranks: Vec::new(),
            sub_regions_by_name: Vec::new(),
            event_countries: Vec::new(),
            former_by_name: Vec::new(),
            words: Arc::clone(words),
            prose,
            network,
            members,
            organisations,
            events,
            sources,
            boundaries,
            map,
        };
        crate::licences::mark_sources(&mut directory);
        Some(directory.ordered(compare))
    }

    /// The events, in the order of time.
    fn events(&mut self, network: &Network, members: &[Member], events: &[Record]) -> Vec<Event> {
        let former = network.former_members.iter().map(|state| state.id.as_str());
        let others = network.countries.iter().map(|state| state.id.as_str());
        let states = members.iter().map(|member| member.id.as_str());
        let states: Vec<&str> = states.chain(former).chain(others).collect();
        self.open("events.json");
        let events = self.records(events, &form::EVENT, |reader, json| {
            Some(reader.event(network, &states, json))
        });
        let mut ordered: Vec<Event> = Vec::with_capacity(events.len());
        for event in events {
            let place = ordered.partition_point(|before| before.start <= event.start);
            ordered.insert(place, event);
        }
        ordered
    }

    /// The translations of the data into the reader's language, where the
    /// network has that.
    fn prose(&mut self, words: &Words, files: &DataFiles) -> Prose {
        let mut prose = Prose::default();
        self.open(TEXTS);
        for file in texts_of(words.language_code()) {
            if let Some(text) = files.get(&file) {
                prose.add(self.readable(Prose::read(text)).unwrap_or_default());
            }
        }
        prose
    }

    /// The map is made by a program, and trusted beyond its form.
    fn map(&mut self, json: &Json) -> Map {
        let sources = self.required_sources(json);
        let shapes = json.at("shapes").elements().iter().map(|shape| Outline {
            id: shape.at("id").text().unwrap_or_default().to_owned(),
            path: shape.at("path").text().unwrap_or_default().to_owned(),
            point: shape.at("point").numbers(),
            bounds: shape.at("box").numbers(),
            area: shape.at("area").number().unwrap_or_default(),
            hatched: shape.at("hatched").is_true(),
        });
        Map {
            size: json.at("size").numbers(),
            shapes: shapes.collect(),
            dashed: json.at("dashed").texts(),
            sources,
        }
    }

    /// The text of `file`, or a finding.
    fn text_of<'a>(&mut self, files: &'a DataFiles, file: &'static str) -> Option<&'a str> {
        self.open(file);
        let text = files.get(file);
        if text.is_none() {
            self.report(rules::FILE_MISSING, "", "is missing".to_owned());
        }
        text.map(String::as_str)
    }

    /// The records of `file`, not yet read, in the order of their ids; these
    /// are known from here on.
    fn list(&mut self, files: &DataFiles, file: &'static str) -> Option<Vec<Record>> {
        let records = json::records(self.text_of(files, file)?);
        let records = self.readable(records)?;
        // Files are in order but for slips, so each record is put in its place.
        let mut ordered: Vec<Record> = Vec::with_capacity(records.len());
        for record in records {
            let place = ordered.partition_point(|before| before.id <= record.id);
            ordered.insert(place, record);
        }
        let ids = ordered.iter().map(|record| record.id.clone()).collect();
        self.ids.push((file, ids));
        Some(ordered)
    }

    /// What could be read of a file, or a finding.
    fn readable<T>(&mut self, read: Result<T, String>) -> Option<T> {
        read.map_err(|problem| self.report(rules::FILE_UNREADABLE, "", problem))
            .ok()
    }

    /// The one record of `file`, if it has this form.
    fn object(&mut self, files: &DataFiles, file: &'static str, form: &Form) -> Option<Json> {
        let record = json::object(self.text_of(files, file)?);
        let record = self.readable(record)?;
        self.record = record.id;
        self.has_form(&record.json, form).then_some(record.json)
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
            member.map(|member| &mut member.contacts)
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

/// Takes out successors whose own record was left out.
fn forget_unsound_successors(network: &mut Network, members: &[Member]) {
    for former in &mut network.former_members {
        former.successor = former.successor.take().filter(|id| {
            let place = members.binary_search_by(|member| member.id.cmp(id));
            place.is_ok()
        });
    }
}
