//! Where values come from: sources, dates, notes, differing values.

use super::reader::Reader;
use crate::directory::{Origin, Other, Provenance, Website};
use crate::{rules, shapes, vocabulary};

impl Reader {
    /// Places of the sources with these ids.
    pub(super) fn sources(&mut self, field: &str, ids: Vec<String>) -> Vec<usize> {
        let mut places = Vec::with_capacity(ids.len());
        for id in ids {
            match self.sources.binary_search(&id) {
                Ok(place) => places.push(place),
                Err(_) => self.missing(field, "sources.json", &id),
            }
        }
        places
    }

    /// Places of the sources with these ids, of which there must be one.
    pub(super) fn needed_sources(&mut self, field: &str, ids: Vec<String>) -> Vec<usize> {
        if ids.is_empty() {
            let problem = "names no source".to_owned();
            self.fault(rules::SOURCED, field, problem);
        }
        self.sources(field, ids)
    }

    /// The origin of a whole record or of an element of one.
    pub(super) fn origin(
        &mut self,
        sources: Vec<String>,
        as_of: Option<String>,
        note: Option<String>,
    ) -> Origin {
        Origin {
            sources: self.needed_sources("sources", sources),
            as_of: as_of.and_then(|as_of| self.past("as_of", &as_of)),
            note: note.and_then(|note| self.text("note", note)),
            ..Origin::default()
        }
    }

    /// Values of other sources.
    pub(super) fn others(&mut self, others: Vec<shapes::Other>) -> Vec<Other> {
        self.each("also", others, |reader, other| {
            let value = reader.text("value", other.value);
            let sources = reader.needed_sources("sources", other.sources);
            let note = other.note.and_then(|note| reader.text("note", note));
            Some(Other {
                value: value?,
                sources,
                note,
            })
        })
    }

    /// The origins of a record, those of its fields completed from its own.
    pub(super) fn provenance(
        &mut self,
        sources: Vec<String>,
        as_of: Option<String>,
        fields: shapes::Provenance,
    ) -> Provenance {
        let record = self.origin(sources, as_of, None);
        let mut completed = Provenance {
            record,
            ..Provenance::default()
        };
        for (field, origin) in fields {
            let path = format!("provenance.{field}");
            let named = !origin.sources.is_empty();
            let sources = self.sources(&path, origin.sources);
            let as_of = origin.as_of.and_then(|as_of| self.past(&path, &as_of));
            let note = origin.note.and_then(|note| self.text(&path, note));
            let own = Origin {
                sources: if named {
                    sources
                } else {
                    completed.record.sources.clone()
                },
                as_of: as_of.or(completed.record.as_of),
                derived: origin.derived,
                note,
                also: self.others(origin.also),
            };
            completed.fields.insert(field, own);
        }
        completed
    }

    /// The addresses of an institution's sites.
    pub(super) fn websites(&mut self, websites: Vec<shapes::Website>) -> Vec<Website> {
        self.each("websites", websites, |reader, website| {
            let url = reader.address("url", website.url, &["https://"]);
            let chamber = website
                .chamber
                .map(|kind| reader.word("chamber", &kind, vocabulary::CHAMBER_KIND));
            let origin = reader.origin(website.sources, website.as_of, website.note);
            Some(Website {
                url: url?,
                // A site of a chamber that is not known is not that of the whole.
                chamber: chamber.map_or(Some(None), |kind| kind.map(Some))?,
                origin,
            })
        })
    }
}
