//! What other records refer to: sources, organisations, boundaries.

use std::sync::Arc;

use super::json::Json;
use super::reader::Reader;
#[cfg(not(target_arch = "wasm32"))]
use crate::directory::Behind;
use crate::directory::{Names, Organisation, Source};
use crate::shapes::Boundary;
use crate::vocabulary::{self, Role};

impl Reader {
    pub(super) fn source(&mut self, json: &Json) -> Source {
        Source {
            id: self.id(json),
            title: self.needed_text(json, "title"),
            publisher: self.text(json, "publisher"),
            url: self.address(json, "url", &["https://", "http://"]),
            licence: self.licence(json),
            terms: self.needed_text(json, "terms"),
            covers: self.published(|reader| reader.text(json, "covers")),
            retrieved: self.needed_past(json, "retrieved"),
            unverified: json.at("unverified").is_true(),
            #[cfg(not(target_arch = "wasm32"))]
            behind: Behind::Facts,
        }
    }

    /// The group of a licence, as the word that stands for it.
    fn licence(&mut self, json: &Json) -> String {
        self.needed_word(json, "licence", vocabulary::LICENCE);
        let word = json.at("licence").text();
        word.unwrap_or_default().to_owned()
    }

    pub(super) fn organisation(&mut self, json: &Json) -> Organisation {
        let id = self.id(json);
        let names = self.needed_names(json, "names");
        let abbreviation = self.text(json, "abbreviation");
        let founded = self.published(|reader| reader.past(json, "founded"));
        let seat = self.published(|reader| reader.place(json, "seat"));
        let country = self.published(|reader| reader.state(json, "country"));
        let roles = self.each(json, "roles", |reader, word| {
            reader.word(word, "", vocabulary::ROLE)
        });
        Organisation {
            id,
            names,
            abbreviation,
            founded,
            seat,
            country,
            contacts: Vec::new(),
            members_count: json.at("members_count").whole(),
            related: roles.contains(&Role::Related),
            observer: roles.contains(&Role::Observer),
            network_observer: roles.contains(&Role::NetworkObserver),
            observing_since: self.past(json, "observing_since"),
            notes: self.published(|reader| reader.texts(json, "notes")),
            provenance: self.provenance(json),
        }
    }

    /// The names of a city.
    pub(super) fn city_names(&mut self, json: &Json) -> Arc<Names> {
        self.id(json);
        self.needed_sources(json);
        Arc::new(self.needed_names(json, "names"))
    }

    /// A boundary keeps its shape: the map draws from it as it is written.
    pub(super) fn boundary(&mut self, json: &Json) -> Option<Boundary> {
        let id = self.id(json);
        if self.lacking {
            return None;
        }
        let names = self.needed_names(json, "names").0;
        let drawn = self.needed_names(json, "drawn").0;
        let footnote = self.needed_names(json, "footnote").0;
        let authority = self.needed_names(json, "authority").0;
        self.needed_sources(json);
        self.needed_past(json, "as_of");
        let pairs = json.at("dashed").elements().iter().map(Json::texts);
        Some(Boundary {
            id,
            names,
            drawn,
            shapes: json.at("shapes").texts(),
            drawn_with: json.at("drawn_with").text().map(str::to_owned),
            dashed: pairs
                .map(|pair| pair.try_into().unwrap_or_default())
                .collect(),
            hatched: json.at("hatched").is_true(),
            footnote,
            authority,
            sources: self.known_sources(json),
            as_of: json.at("as_of").text().unwrap_or_default().to_owned(),
        })
    }
}
