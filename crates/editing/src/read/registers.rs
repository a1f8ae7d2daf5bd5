//! What other records refer to: sources, organisations, boundaries.

use std::sync::Arc;

use super::json::Json;
use super::reader::Reader;
use directory::model::SourceScope;
use directory::model::{Boundary, Names, Organisation, Source};
use directory::vocabulary::{self, Role};

impl Reader {
    pub(super) fn source(&mut self, json: &Json) -> Source {
        Source {
            id: self.id(json),
            title: self.required_text(json, "title"),
            publisher: self.text(json, "publisher"),
            url: self.address(json, "url", &["https://", "http://"]),
            licence: self.licence(json),
            terms: self.required_text(json, "terms"),
            covers: self.text(json, "covers"),
            retrieved: self.required_past(json, "retrieved"),
            unverified: json.at("unverified").is_true(),
            scope: SourceScope::Facts,
        }
    }

    /// The group of a licence, as the word that stands for it.
    fn licence(&mut self, json: &Json) -> String {
        self.required_word(json, "licence", vocabulary::LICENCE);
        let word = json.at("licence").text();
        word.unwrap_or_default().to_owned()
    }

    pub(super) fn organisation(&mut self, json: &Json) -> Organisation {
        let id = self.id(json);
        let names = self.required_names(json, "names");
        let abbreviation = self.text(json, "abbreviation");
        let founded = self.past(json, "founded");
        let seat = self.place(json, "seat");
        let country = self.state(json, "country");
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
            notes: self.texts(json, "notes"),
            provenance: self.provenance(json),
        }
    }

    /// The names of a city.
    pub(super) fn city_names(&mut self, json: &Json) -> Arc<Names> {
        self.id(json);
        self.required_sources(json);
        Arc::new(self.required_names(json, "names"))
    }

    /// How the map treats a sensitive case.
    pub(super) fn boundary(&mut self, json: &Json) -> Option<Boundary> {
        let id = self.id(json);
        if self.invalid {
            return None;
        }
        let names = self.required_names(json, "names");
        let drawn = self.required_names(json, "drawn");
        let footnote = self.required_names(json, "footnote");
        let authority = self.required_names(json, "authority");
        let sources = self.required_sources(json);
        let as_of = self.required_past(json, "as_of");
        let pairs = json.at("dashed").elements().iter().map(Json::texts);
        Some(Boundary {
            id,
            names,
            drawn,
            shapes: json.at("shapes").texts(),
            footnote,
            authority,
            drawn_with: json.at("drawn_with").text().map(str::to_owned),
            dashed: pairs
                .map(|pair| pair.try_into().unwrap_or_default())
                .collect(),
            hatched: json.at("hatched").is_true(),
            sources,
            as_of,
        })
    }
}
