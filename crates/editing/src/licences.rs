//! Which facts fall under which licence, so that a host can leave some out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use crate::finding::write_place;
use directory::Directory;
use directory::model::{
    Chamber, Contact, Member, Name, Origin, Parliament, Provenance, Source, SourceIdx, SourceScope,
};

/// The sources of one group of licences.
#[derive(Debug, Clone, PartialEq)]
pub struct LicenceGroup<'a> {
    /// Name of the group in docs/data.md: `cc-by`.
    pub licence: &'a str,
    /// Its sources, by id.
    pub sources: Vec<SourceUse<'a>>,
}

/// A source, and what rests on it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceUse<'a> {
    /// The source.
    pub source: &'a Source,
    /// What cites it, in the order of the files.
    pub cited: Vec<Citation>,
}

/// A record or field that rests on a source. Displayed as in a finding:
/// ``members.json, record `xaa`, field `joined` ``.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// `members.json`.
    pub file: &'static str,
    /// Id of the record; empty for the whole file.
    pub record: String,
    /// Path of the field: `chambers[0].women`; empty for the whole record.
    pub field: String,
}

impl fmt::Display for Citation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_place(formatter, self.file, &self.record, &self.field)
    }
}

/// The sources of the directory and all that cites them, by licence.
///
/// A field is named where its sources differ from those of its record.
pub fn by_licence(directory: &Directory) -> Vec<LicenceGroup<'_>> {
    let mut walk = Walk {
        cited: vec![Vec::new(); directory.sources.len()],
        file: "",
        record: "",
    };
    walk.directory(directory);
    let mut groups: BTreeMap<&str, Vec<SourceUse>> = BTreeMap::new();
    for (source, cited) in directory.sources.iter().zip(walk.cited) {
        let group = groups.entry(&source.licence).or_default();
        group.push(SourceUse { source, cited });
    }
    let groups = groups.into_iter();
    groups
        .map(|(licence, sources)| LicenceGroup { licence, sources })
        .collect()
}

/// The ids of all `sources` in these values of data files.
pub(crate) fn cited_ids<'a>(values: impl IntoIterator<Item = &'a Value>) -> BTreeSet<&'a str> {
    let mut cited = BTreeSet::new();
    let mut left: Vec<&Value> = values.into_iter().collect();
    while let Some(value) = left.pop() {
        match value {
            Value::Object(fields) => {
                let sources = fields.get("sources").and_then(Value::as_array);
                let ids = sources.into_iter().flatten().filter_map(Value::as_str);
                cited.extend(ids);
                left.extend(fields.values());
            }
            Value::Array(elements) => left.extend(elements),
            _ => {}
        }
    }
    cited
}

/// Notes at each source what rests on it: [`SourceScope`].
pub fn assign_source_scopes(directory: &mut Directory) {
    let is_of_events = |citation: &Citation| {
        let of_events = ["history", "organs"].map(|list| citation.field.starts_with(list));
        citation.file == "events.json" || of_events.contains(&true)
    };
    let is_of_contacts = |citation: &Citation| citation.file == "contacts.json";
    let is_of_parliaments =
        |citation: &Citation| is_of_contacts(citation) || citation.file == "parliaments.json";
    let uses = by_licence(directory)
        .into_iter()
        .flat_map(|group| group.sources);
    let scopes: BTreeMap<String, SourceScope> = uses
        .map(|source_use| {
            let cited = source_use.cited.as_slice();
            let scope = if cited.is_empty() {
                SourceScope::Facts
            } else if cited.iter().all(is_of_events) {
                SourceScope::Events
            } else if cited.iter().all(is_of_contacts) {
                SourceScope::Contacts
            } else if cited.iter().all(is_of_parliaments) {
                SourceScope::Parliaments
            } else {
                SourceScope::Facts
            };
            (source_use.source.id.clone(), scope)
        })
        .collect();
    for source in directory.sources.iter_mut() {
        source.scope = scopes.get(&source.id).copied().unwrap_or_default();
    }
}

/// Goes through the directory and collects citations.
struct Walk<'a> {
    /// For each source, in their order.
    cited: Vec<Vec<Citation>>,
    file: &'static str,
    record: &'a str,
}

impl<'a> Walk<'a> {
    fn directory(&mut self, directory: &'a Directory) {
        let network = &directory.network;
        self.at("network.json", &network.id);
        self.provenance("", &network.provenance);
        for (place, former) in network.former_members.iter().enumerate() {
            self.provenance(&format!("former_members[{place}]."), &former.provenance);
        }
        for (place, organ) in network.organs.iter().enumerate() {
            self.origin(&format!("organs[{place}]"), &organ.origin);
            for (office, holder) in organ.offices.iter().enumerate() {
                self.origin(
                    &format!("organs[{place}].offices[{office}]"),
                    &holder.origin,
                );
            }
        }
        for (place, step) in network.history.iter().enumerate() {
            self.origin(&format!("history[{place}]"), &step.origin);
        }
        for organisation in &directory.organisations {
            self.at("organisations.json", &organisation.id);
            self.provenance("", &organisation.provenance);
        }
        for member in &directory.members {
            self.at("members.json", member.id.as_str());
            self.member(member);
        }
        for member in &directory.members {
            self.at("parliaments.json", member.id.as_str());
            if let Some(parliament) = &member.parliament {
                self.parliament(parliament);
            }
        }
        let of_members = directory.members.iter().flat_map(|member| &member.contacts);
        let of_organisations = directory.organisations.iter().flat_map(|one| &one.contacts);
        for contact in of_members.chain(of_organisations) {
            self.contact(contact);
        }
        for event in &directory.events {
            self.at("events.json", &event.id);
            self.provenance("", &event.details.provenance);
        }
        for boundary in &directory.boundaries {
            self.at("boundaries.json", &boundary.id);
            self.cite("", &boundary.sources);
        }
        if let Some(map) = directory.map.get() {
            self.at("map.json", "");
            self.cite("", &map.sources);
        }
    }

    fn at(&mut self, file: &'static str, record: &'a str) {
        self.file = file;
        self.record = record;
    }

    fn member(&mut self, member: &Member) {
        self.provenance("", &member.provenance);
        self.names("native_names", &member.native_names);
        self.names("aliases", &member.aliases);
        for (place, membership) in member.memberships.iter().enumerate() {
            self.origin(&format!("memberships[{place}]"), &membership.origin);
        }
    }

    fn parliament(&mut self, parliament: &Parliament) {
        self.provenance("", &parliament.provenance);
        self.names("names", &parliament.names);
        for (
            place,
            Chamber {
                provenance, names, ..
            },
        ) in parliament.chambers.iter().enumerate()
        {
            self.provenance(&format!("chambers[{place}]."), provenance);
            self.names(&format!("chambers[{place}].names"), names);
        }
    }

    fn provenance(&mut self, path: &str, provenance: &Provenance) {
        self.origin(path.trim_end_matches('.'), &provenance.record);
        for (field, origin) in &provenance.fields {
            let field = format!("{path}{field}");
            if origin.sources == provenance.record.sources {
                self.alternatives(&field, origin);
            } else {
                self.origin(&field, origin);
            }
        }
    }

    fn names(&mut self, field: &str, names: &[Name]) {
        for (place, name) in names.iter().enumerate() {
            self.cite(&format!("{field}[{place}]"), &name.sources);
        }
    }

    fn contact(&mut self, contact: &'a Contact) {
        self.at("contacts.json", &contact.id);
        self.origin("", &contact.details.origin);
    }

    fn origin(&mut self, field: &str, origin: &Origin) {
        self.cite(field, &origin.sources);
        self.alternatives(field, origin);
    }

    /// What others say of a field, named like the field.
    fn alternatives(&mut self, field: &str, origin: &Origin) {
        for other in &origin.also {
            self.cite(field, &other.sources);
        }
    }

    fn cite(&mut self, field: &str, sources: &[SourceIdx]) {
        for &source in sources {
            let citation = Citation {
                file: self.file,
                record: self.record.to_owned(),
                field: field.to_owned(),
            };
            let cited = &mut self.cited[source.get()];
            if !cited.contains(&citation) {
                cited.push(citation);
            }
        }
    }
}
