//! From the text of the data files to a [`Directory`].
//!
//! A bad record costs only itself, a bad value only itself where the record
//! can do without; everything that is left out is named in a finding.

pub(crate) mod fit;
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

use self::fit::Fit;
use self::json::Record;
use self::reader::Reader;
use super::{Directory, Member, Network};
use crate::{Finding, rules, shapes};

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
        let network = self.network_shape(files);
        let sources = self.list(files, "sources.json");
        let organisations = self.list(files, "organisations.json");
        let members = self.list(files, "members.json");
        let parliaments = self.list(files, "parliaments.json");
        let boundaries = self.list(files, "boundaries.json");
        // The map is made by a program, and trusted beyond its shape.
        let map: Option<shapes::Map> = self.object(files, "map.json");
        // Without the network, neither language nor regions are known.
        let network = network?;

        self.open("sources.json");
        let sources = self.records(sources.unwrap_or_default(), Self::source);
        self.sources = sources.iter().map(|source| source.id.clone()).collect();
        self.open("organisations.json");
        let organisations = self.records(organisations.unwrap_or_default(), Self::organisation);
        let ids = organisations.iter();
        self.organisations = ids.map(|organisation| organisation.id.clone()).collect();

        self.open("network.json");
        self.record.clone_from(&network.id);
        let mut network = self.network(network)?;
        self.open("members.json");
        let mut members = self.records(members?, |reader, shape| reader.member(&network, shape));
        forget_unsound_successors(&mut network, &members);
        self.open("parliaments.json");
        for (id, parliament) in self.records(parliaments.unwrap_or_default(), Self::parliament) {
            if let Ok(place) = members.binary_search_by(|member| member.id.cmp(&id)) {
                members[place].parliament = Some(parliament);
            }
        }
        self.open("boundaries.json");
        let boundaries = self.records(boundaries.unwrap_or_default(), Self::boundary);
        self.open("map.json");
        let map = map.map(|mut map| {
            self.needed_sources("sources", map.sources.clone());
            map.sources
                .retain(|id| self.sources.binary_search(id).is_ok());
            map
        });
        Some(Directory {
            network,
            members,
            organisations,
            sources,
            boundaries,
            map,
        })
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

    /// The network as in its file, and what all other records are read by.
    fn network_shape(&mut self, files: &DataFiles) -> Option<shapes::Network> {
        let shape: shapes::Network = self.object(files, "network.json")?;
        self.language = shape.languages.first().cloned().unwrap_or_default();
        self.data_date = shape.data.date.parse().ok();
        Some(shape)
    }

    /// The one record of `file`, in its shape.
    fn object<S: Fit>(&mut self, files: &DataFiles, file: &'static str) -> Option<S> {
        let record = json::object(self.text_of(files, file)?);
        let record = self.readable(record)?;
        self.record = record.id;
        self.shape(record.json)
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
