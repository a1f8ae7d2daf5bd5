//! What other records refer to: sources, organisations, boundaries.

use super::reader::Reader;
use crate::directory::{Organisation, Source};
use crate::shapes::{self, Boundary};
use crate::vocabulary::{self, Role};

impl Reader {
    pub(super) fn source(&mut self, shape: shapes::Source) -> Option<Source> {
        let id = self.id(shape.id);
        let title = self.text("title", shape.title);
        let title = self.vital(title);
        let publisher = shape
            .publisher
            .and_then(|text| self.text("publisher", text));
        let url = shape
            .url
            .and_then(|url| self.address("url", url, &["https://", "http://"]));
        let known = self.word("licence", &shape.licence, vocabulary::LICENCE);
        let licence = self.vital(known.map(|_| shape.licence));
        let terms = self.text("terms", shape.terms);
        let terms = self.vital(terms);
        let covers = shape.covers.and_then(|text| self.text("covers", text));
        let retrieved = self.past("retrieved", &shape.retrieved);
        let retrieved = self.vital(retrieved);
        Some(Source {
            id: id?,
            title: title?,
            publisher,
            url,
            licence: licence?,
            terms: terms?,
            covers,
            retrieved: retrieved?,
            unverified: shape.unverified,
        })
    }

    pub(super) fn organisation(&mut self, shape: shapes::Organisation) -> Option<Organisation> {
        let id = self.id(shape.id);
        let names = self.needed_names("names", shape.names);
        let abbreviation = shape
            .abbreviation
            .and_then(|text| self.text("abbreviation", text));
        let founded = shape.founded.and_then(|date| self.past("founded", &date));
        let seat = shape.seat.and_then(|place| self.place("seat", place));
        let country = shape.country.and_then(|code| self.state("country", code));
        let websites = self.websites(shape.websites);
        let roles = self.each("roles", shape.roles, |reader, word| {
            reader.word("", &word, vocabulary::ROLE)
        });
        let observing_since = shape
            .observing_since
            .and_then(|date| self.past("observing_since", &date));
        let notes = self.texts("notes", shape.notes);
        let provenance = self.provenance(shape.sources, Some(shape.as_of), shape.provenance);
        Some(Organisation {
            id: id?,
            names: names?,
            abbreviation,
            founded,
            seat,
            country,
            websites,
            members_count: shape.members_count,
            related: roles.contains(&Role::Related),
            observer: roles.contains(&Role::Observer),
            observing_since,
            notes,
            provenance,
        })
    }

    /// A boundary keeps its shape: the map draws from it as it is written.
    pub(super) fn boundary(&mut self, mut shape: Boundary) -> Option<Boundary> {
        shape.id = self.id(shape.id)?;
        let names = self.needed_names("names", shape.names);
        let drawn = self.needed_names("drawn", shape.drawn);
        let footnote = self.needed_names("footnote", shape.footnote);
        let authority = self.needed_names("authority", shape.authority);
        self.needed_sources("sources", shape.sources.clone());
        let as_of = self.past("as_of", &shape.as_of);
        self.vital(as_of)?;
        shape.names = names?.0;
        shape.drawn = drawn?.0;
        shape.footnote = footnote?.0;
        shape.authority = authority?.0;
        shape
            .sources
            .retain(|source| self.sources.binary_search(source).is_ok());
        Some(shape)
    }
}
