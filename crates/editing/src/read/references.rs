//! What other records refer to: sources, organisations, boundaries.

use std::sync::Arc;

use super::reader::Reader;
use crate::records;
use directory::model::{Boundary, LocalizedText, Organisation, Source, SourceScope};
use directory::vocabulary::{self, Role};

impl Reader {
    pub(super) fn source(&mut self, source: &records::Source) -> Source {
        Source {
            id: self.id(&source.id),
            title: self.required_text("title", &source.title),
            publisher: self.text("publisher", source.publisher.as_deref()),
            url: self.address("url", source.url.as_deref(), &["https://", "http://"]),
            licence: {
                // The group of a licence, as the word that stands for it.
                self.required_word("licence", &source.licence, vocabulary::LICENCE);
                source.licence.clone()
            },
            terms: self.required_text("terms", &source.terms),
            covers: self.text("covers", source.covers.as_deref()),
            retrieved: self.required_past_date("retrieved", &source.retrieved),
            unverified: source.unverified,
            scope: SourceScope::Facts,
        }
    }

    pub(super) fn organisation(&mut self, organisation: &records::Organisation) -> Organisation {
        let roles = self.each("roles", &organisation.roles, |reader, word| {
            reader.word("", word, vocabulary::ROLE)
        });
        let seat = organisation.seat.as_ref();
        Organisation {
            id: self.id(&organisation.id),
            names: self.required_names("names", &organisation.names),
            abbreviation: self.text("abbreviation", organisation.abbreviation.as_deref()),
            founded: self.past_date("founded", organisation.founded.as_deref()),
            seat: seat.and_then(|seat| self.locality("seat", seat)),
            country: self.country_code("country", organisation.country.as_deref()),
            contacts: Vec::new(),
            members_count: organisation.members_count,
            related: roles.contains(&Role::Related),
            observer: roles.contains(&Role::Observer),
            network_observer: roles.contains(&Role::NetworkObserver),
            observing_since: self
                .past_date("observing_since", organisation.observing_since.as_deref()),
            notes: self.texts("notes", &organisation.notes),
            provenance: self.provenance(
                &organisation.sources,
                &organisation.as_of,
                &organisation.provenance,
            ),
        }
    }

    /// The names of a city.
    pub(super) fn city_names(&mut self, city: &records::City) -> Arc<LocalizedText> {
        self.id(&city.id);
        self.required_sources(&city.sources);
        Arc::new(self.required_names("names", &city.names))
    }

    /// How the map treats a sensitive case.
    pub(super) fn boundary(&mut self, boundary: &records::Boundary) -> Boundary {
        Boundary {
            id: self.id(&boundary.id),
            names: self.required_names("names", &boundary.names),
            drawn: self.required_names("drawn", &boundary.drawn),
            shapes: self.texts("shapes", &boundary.shapes),
            footnote: self.required_names("footnote", &boundary.footnote),
            authority: self.required_names("authority", &boundary.authority),
            drawn_with: self.text("drawn_with", boundary.drawn_with.as_deref()),
            dashed: self.each("dashed", &boundary.dashed, |reader, pair| {
                Some(pair.each_ref().map(|shape| reader.required_text("", shape)))
            }),
            hatched: boundary.hatched,
            sources: self.required_sources(&boundary.sources),
            as_of: self.required_past_date("as_of", &boundary.as_of),
        }
    }
}
