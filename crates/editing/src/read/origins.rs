//! Where values come from: sources, dates, notes, differing values.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{Origin, Other, Provenance};

impl Reader {
    /// Places of the sources with these ids.
    pub(super) fn sources(&mut self, json: &Json, field: &str) -> Vec<usize> {
        self.source_places(field, json.at(field))
    }

    fn source_places(&mut self, field: &str, ids: &Json) -> Vec<usize> {
        let mut places = Vec::new();
        for id in ids.elements().iter().filter_map(Json::text) {
            match self.source_at(id) {
                Some(place) => places.push(place),
                None => self.report_missing(field, "sources.json", id),
            }
        }
        places
    }

    fn source_at(&self, id: &str) -> Option<usize> {
        let place = self
            .sources
            .binary_search_by(|known| known.as_str().cmp(id));
        place.ok()
    }

    /// Places of the sources with these ids, of which there must be one.
    pub(super) fn required_sources(&mut self, json: &Json) -> Vec<usize> {
        if json.at("sources").elements().is_empty() {
            let problem = "names no source".to_owned();
            self.report(rules::SOURCED, "sources", problem);
        }
        self.sources(json, "sources")
    }

    /// The origin of an element of a record.
    pub(super) fn origin(&mut self, json: &Json) -> Origin {
        Origin {
            sources: self.required_sources(json),
            as_of: self.past(json, "as_of"),
            note: self.text(json, "note"),
            ..Origin::default()
        }
    }

    /// Values of other sources.
    pub(super) fn others(&mut self, json: &Json) -> Vec<Other> {
        self.each(json, "also", |reader, other| {
            let value = reader.safe_text("value", other.at("value").text().unwrap_or_default());
            Some(Other {
                sources: reader.required_sources(other),
                note: reader.text(other, "note"),
                value: value?,
            })
        })
    }

    /// The origins of a record, those of its fields completed from its own.
    pub(super) fn provenance(&mut self, json: &Json) -> Provenance {
        let record = Origin {
            sources: self.required_sources(json),
            as_of: self.past(json, "as_of"),
            ..Origin::default()
        };
        Provenance {
            fields: self.origins_of_fields(json, &record),
            record,
        }
    }

    fn origins_of_fields(&mut self, json: &Json, record: &Origin) -> Vec<(String, Origin)> {
        let mut fields = Vec::new();
        for (field, origin) in json.at("provenance").entries() {
            let path = format!("provenance.{field}");
            let mut sources = self.source_places(&path, origin.at("sources"));
            if origin.at("sources").elements().is_empty() {
                sources.clone_from(&record.sources);
            }
            let as_of = origin.at("as_of").text();
            let as_of = as_of.and_then(|as_of| self.past_date(&path, as_of));
            let note = origin.at("note").text();
            let own = Origin {
                sources,
                as_of: as_of.or(record.as_of),
                derived: origin.at("derived").is_true(),
                note: note.and_then(|note| self.safe_text(&path, note)),
                also: self.others(origin),
            };
            fields.push((field.clone(), own));
        }
        fields
    }
}
