//! Where values come from: sources, dates, notes, differing values.

use super::reader::Reader;
use crate::{records, rules};
use directory::PartialDate;
use directory::model::{Origin, Other, Provenance, SourceIdx};

impl Reader {
    /// The sources with these ids.
    pub(super) fn sources(&mut self, field: &str, ids: &[String]) -> Vec<SourceIdx> {
        let mut sources = Vec::new();
        for id in ids {
            match self.sources.binary_search(id) {
                Ok(index) => sources.push(SourceIdx::new(index)),
                Err(_) => self.report_missing(field, "sources.json", id),
            }
        }
        sources
    }

    /// The sources with these ids, of which there must be one.
    pub(super) fn required_sources(&mut self, ids: &[String]) -> Vec<SourceIdx> {
        if ids.is_empty() {
            self.report(rules::SOURCED, "sources", "names no source");
        }
        self.sources("sources", ids)
    }

    /// The origin of what has sources and no date of its own.
    pub(super) fn sources_alone(&mut self, ids: &[String]) -> Origin {
        Origin {
            sources: self.required_sources(ids),
            ..Origin::default()
        }
    }

    /// The origin of an element of a record.
    pub(super) fn origin(
        &mut self,
        sources: &[String],
        as_of: Option<&str>,
        note: Option<&str>,
    ) -> Origin {
        Origin {
            sources: self.required_sources(sources),
            as_of: self.past_date("as_of", as_of),
            note: self.text("note", note),
            ..Origin::default()
        }
    }

    /// Values of other sources.
    pub(super) fn alternatives(
        &mut self,
        alternatives: &[records::AlternativeValue],
    ) -> Vec<Other> {
        self.each("also", alternatives, |reader, other| {
            let value = reader.safe_text("value", &other.value);
            Some(Other {
                sources: reader.required_sources(&other.sources),
                note: reader.text("note", other.note.as_deref()),
                value: value?,
            })
        })
    }

    /// The origins of a record, those of its fields completed from its own.
    pub(super) fn provenance(
        &mut self,
        sources: &[String],
        as_of: &str,
        fields: &records::Provenance,
    ) -> Provenance {
        let record = Origin {
            as_of: self.past_date("as_of", Some(as_of)),
            ..self.sources_alone(sources)
        };
        let fields = fields.iter().map(|(field, origin)| {
            let path = format!("provenance.{field}");
            (field.clone(), self.origin_of_field(&path, origin, &record))
        });
        Provenance {
            fields: fields.collect(),
            record,
        }
    }

    fn origin_of_field(&mut self, path: &str, origin: &records::Origin, record: &Origin) -> Origin {
        let sources = if origin.sources.is_empty() {
            record.sources.clone()
        } else {
            self.sources(path, &origin.sources)
        };
        let as_of: Option<PartialDate> = self.past_date(path, origin.as_of.as_deref());
        Origin {
            sources,
            as_of: as_of.or(record.as_of),
            derived: origin.derived,
            note: self.text(path, origin.note.as_deref()),
            also: self.alternatives(&origin.also),
        }
    }
}
