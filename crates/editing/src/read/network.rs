//! The network itself: its languages, regions and former members.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{FormerMember, Network, Origin, Provenance, Region, SubRegion};

/// Shown instead of a colour that cannot be read: a grey with a contrast of
/// more than 3 to 1 on light and on dark ground.
pub(crate) const GREY: &str = "#767676";

impl Reader {
    /// The network, or nothing where the page would have no name or no language.
    pub(super) fn network(&mut self, json: &Json) -> Option<Network> {
        for list in ["former_members", "countries"] {
            let ids = json.at(list).elements().iter();
            let ids = ids.filter_map(|state| state.at("id").text());
            self.states.extend(ids.map(str::to_owned));
        }
        let network = Network {
            id: self.id(json),
            names: self.required_names(json, "names"),
            short_names: self.required_names(json, "short_names"),
            taglines: self.required_names(json, "taglines"),
            purpose: self.required_names(json, "purpose"),
            languages: self.languages(json),
            movement: self.required_names(json, "movement"),
            regions: {
                let regions = self.each(json, "regions", |reader, region| {
                    Some(reader.region(region))
                });
                self.regions = regions.iter().map(|region| region.id.clone()).collect();
                regions
            },
            sub_regions: self.sub_regions(json),
            membership_filter: self.organisation_at(json, "membership_filter"),
            event_types: self.each(json, "event_types", |reader, kind| {
                Some(reader.event_type(kind))
            }),
            organs: self.organs(json),
            history: self.each(json, "history", |reader, step| {
                Some(reader.history_step(step))
            }),
            countries: self.each(json, "countries", |reader, country| {
                Some(reader.country(country))
            }),
            changes: self.each(json, "changes", |reader, change| {
                Some(reader.change(change))
            }),
            disclaimer: self.required_names(json, "disclaimer"),
            report: self.address(json, "report", &["https://", "mailto:"]),
            data_version: self.required_text(json, "data.version"),
            data_date: {
                let date = self.date(json, "data.date");
                self.required(date)
            },
            licence: self.required_names(json, "licence"),
            former_members: self.each(json, "former_members", |reader, former| {
                Some(reader.former_member(former))
            }),
            provenance: self.provenance(json),
        };
        (!self.invalid).then_some(network)
    }

    /// Interface languages, at least the first of which must be sound.
    fn languages(&mut self, json: &Json) -> Vec<String> {
        let written = json.at("languages").elements().first();
        let first = written.and_then(Json::text);
        if first.is_none() {
            let problem = "names no language".to_owned();
            self.report(rules::DEFAULT_LANGUAGE, "languages", problem);
        }
        let languages = self.each(json, "languages", |reader, language| {
            reader.language_tag(language, "")
        });
        if first.is_none() || languages.first().map(String::as_str) != first {
            self.mark_invalid();
        }
        languages
    }

    fn region(&mut self, json: &Json) -> Region {
        Region {
            id: self.id(json),
            names: self.required_names(json, "names"),
            in_sentence: self.names(json, "in_sentence"),
            colours: self.colours(json),
        }
    }

    pub(super) fn colours(&mut self, json: &Json) -> directory::model::Colours {
        directory::model::Colours {
            light: self.colour(json, "colours.light"),
            dark: self.colour(json, "colours.dark"),
        }
    }

    /// A colour, or grey.
    fn colour(&mut self, json: &Json, field: &str) -> String {
        let problem = "which is no colour";
        let colour = self.code(json, field, rules::COLOUR_FORM, problem, &|colour| {
            let digits = colour.strip_prefix('#').unwrap_or_default();
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        colour.unwrap_or_else(|| GREY.to_owned())
    }

    fn sub_regions(&mut self, json: &Json) -> Vec<SubRegion> {
        let mut parents = Vec::new();
        let mut sound = self.each(json, "sub_regions", |reader, json| {
            let sub_region = SubRegion {
                id: reader.id(json),
                m49: reader.m49(json, "m49"),
                parent: None,
                names: reader.required_names(json, "names"),
                in_sentence: reader.names(json, "in_sentence"),
            };
            if !reader.invalid {
                parents.push((reader.place_in_list(), json.at("parent").text()));
            }
            Some(sub_region)
        });
        for (place, (in_file, parent)) in parents.into_iter().enumerate() {
            let Some(parent) = parent else { continue };
            let field = format!("sub_regions[{in_file}].parent");
            let above = sound.iter().position(|above| above.id == parent);
            let Some(above) = above else {
                self.report_unknown(&field, "network.json", parent);
                continue;
            };
            let mut next = Some(above);
            while let Some(at) = next
                && at != place
            {
                next = sound[at].parent;
            }
            if next.is_some() {
                let problem = format!("names `{parent}`, which lies within it");
                self.report(rules::KNOWN_REFERENCE, &field, problem);
            } else {
                sound[place].parent = Some(above);
            }
        }
        sound
    }

    fn former_member(&mut self, json: &Json) -> FormerMember {
        let id = self.state(json, "id");
        let id = self.own(rules::UNIQUE_ID, "id", id);
        let names = self.required_names(json, "names");
        let region = self.region_at(json);
        let region = self.required(region);
        let joined = self.past(json, "joined");
        let known_joined = self.required(joined);
        let left = self.past(json, "left");
        let left = self.not_before(joined, json, "left", left);
        FormerMember {
            id,
            names,
            region,
            shapes: self.texts(json, "shapes"),
            joined: known_joined,
            left: self.required(left),
            how: self.required_names(json, "how"),
            successor: self.member_id(json, "successor"),
            provenance: Provenance {
                record: Origin {
                    sources: self.required_sources(json),
                    ..Origin::default()
                },
                ..Provenance::default()
            },
        }
    }
}
