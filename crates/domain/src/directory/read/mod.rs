//! From the text of the data files to a [`Directory`].
//!
//! A bad record costs only itself, a bad value only itself where the record
//! can do without; everything that is left out is named in a finding.

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

#[cfg(test)]
pub(crate) use self::network::GREY;

use self::form::Form;
use self::json::{Json, Record};
use self::reader::Reader;
use super::{Directory, Member, Network};
use crate::shapes::{Map, Shape};
use crate::{Finding, rules};

/// The data files, in the order in which findings name them.
pub const FILES: [&str; 7] = [
    "network.json",
    "sources.json",
    "organisations.json",
    "members.json",
    "parliaments.json",
    "boundaries.json",
    "map.json",
];

/// The text of the data files that could be fetched, by file name.
pub type DataFiles = BTreeMap<String, String>;

impl Directory {
    /// Builds the directory out of all sound records, and names what is wrong
    /// with the others, in the order of [`FILES`] and of the ids.
    ///
    /// # Errors
    /// Only where nothing can be shown: network.json or members.json is
    /// missing from `files` or is no JSON of the right form.
    pub fn read(files: &DataFiles) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let mut reader = Reader::default();
        let directory = reader.directory(files);
        // Files are read in another order: sources before what cites them.
        let mut found = reader.findings;
        let mut findings = Vec::with_capacity(found.len());
        for file in FILES {
            findings.extend(found.extract_if(.., |finding| finding.file == file));
        }
        match directory {
            Some(directory) => Ok((directory, findings)),
            None => Err(findings),
        }
    }
}

impl Reader {
    fn directory(&mut self, files: &DataFiles) -> Option<Directory> {
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
        let organisations = self.list(files, "organisations.json");
        let members = self.list(files, "members.json");
        let parliaments = self.list(files, "parliaments.json");
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
        self.open("organisations.json");
        let organisations = organisations.unwrap_or_default();
        let organisations = self.records(&organisations, &form::ORGANISATION, |reader, json| {
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
        self.open("boundaries.json");
        let boundaries = boundaries.unwrap_or_default();
        let boundaries = self.records(&boundaries, &form::BOUNDARY, Self::boundary);
        self.open("map.json");
        let map = map.map(|map| self.map(&map));
        Some(Directory {
            network,
            members,
            organisations,
            sources,
            boundaries,
            map,
        })
    }

    /// The map is made by a program, and trusted beyond its form.
    fn map(&mut self, json: &Json) -> Map {
        self.needed_sources(json);
        let shapes = json.at("shapes").elements().iter().map(|shape| Shape {
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
            sources: self.known_sources(json),
        }
    }

    /// The text of `file`, or a finding.
    fn text_of<'a>(&mut self, files: &'a DataFiles, file: &'static str) -> Option<&'a str> {
        self.open(file);
        let text = files.get(file);
        if text.is_none() {
            self.fault(rules::FILE_MISSING, "", "is missing".to_owned());
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
        read.map_err(|problem| self.fault(rules::FILE_UNREADABLE, "", problem))
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

/// Takes out successors whose own record was left out.
fn forget_unsound_successors(network: &mut Network, members: &[Member]) {
    for former in &mut network.former_members {
        former.successor = former.successor.take().filter(|id| {
            let place = members.binary_search_by(|member| member.id.cmp(id));
            place.is_ok()
        });
    }
}
