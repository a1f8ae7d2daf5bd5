//! The network itself: its languages, regions and former members.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::directory::{FormerMember, Network, Region, SubRegion};
use crate::{PartialDate, rules, shapes};

/// Shown instead of a colour that cannot be read: a grey with a contrast of
/// more than 3 to 1 on light and on dark ground.
pub(crate) const GREY: &str = "#767676";

impl Reader {
    /// The network, or nothing where the page would have no name or no language.
    pub(super) fn network(&mut self, shape: shapes::Network) -> Option<Network> {
        let id = self.id(shape.id);
        let names = self.needed_names("names", shape.names);
        let short_names = self.needed_names("short_names", shape.short_names);
        let taglines = self.needed_names("taglines", shape.taglines);
        let purpose = self.needed_names("purpose", shape.purpose);
        let languages = self.languages(shape.languages);
        let movement = self.needed_names("movement", shape.movement);
        let regions = self.each("regions", shape.regions, Self::region);
        let sub_regions = self.sub_regions(shape.sub_regions);
        let membership_filter = shape
            .membership_filter
            .and_then(|id| self.organisation_at("membership_filter", &id));
        let disclaimer = self.needed_names("disclaimer", shape.disclaimer);
        let report = shape
            .report
            .and_then(|address| self.address("report", address, &["https://", "mailto:"]));
        let data_version = self.text("data.version", shape.data.version);
        let data_version = self.vital(data_version);
        let data_date = self.date("data.date", &shape.data.date);
        let data_date = self.vital(data_date);
        let licence = self.needed_names("licence", shape.licence);
        let former_members = self.each("former_members", shape.former_members, Self::former_member);
        let provenance = self.provenance(shape.sources, Some(shape.as_of), shape.provenance);
        Some(Network {
            id: id?,
            names: names?,
            short_names: short_names?,
            taglines: taglines?,
            purpose: purpose?,
            languages: languages?,
            movement: movement?,
            regions,
            sub_regions,
            membership_filter,
            disclaimer: disclaimer?,
            report,
            data_version: data_version?,
            data_date: data_date?,
            licence: licence?,
            former_members,
            provenance,
        })
    }

    /// Interface languages, at least the first of which must be sound.
    fn languages(&mut self, languages: Vec<String>) -> Option<Vec<String>> {
        let first = languages.first().cloned();
        if first.is_none() {
            let problem = "names no language".to_owned();
            self.fault(rules::DEFAULT_LANGUAGE, "languages", problem);
        }
        let languages = self.each("languages", languages, |reader, language| {
            reader.language_tag("", language)
        });
        let holds = first.is_some() && languages.first() == first.as_ref();
        self.vital(holds.then_some(languages))
    }

    fn region(&mut self, shape: shapes::Region) -> Option<Region> {
        let id = self.id(shape.id);
        let names = self.needed_names("names", shape.names);
        let names_in_sentence = self.names("names_in_sentence", shape.names_in_sentence);
        let colours = shapes::Colours {
            light: self.colour("colours.light", shape.colours.light),
            dark: self.colour("colours.dark", shape.colours.dark),
        };
        Some(Region {
            id: id?,
            names: names?,
            names_in_sentence,
            colours,
        })
    }

    /// A colour, or grey.
    fn colour(&mut self, field: &str, colour: String) -> String {
        let digits = colour.strip_prefix('#').unwrap_or_default();
        let holds = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let problem = "which is no colour";
        let sound = self.holds(rules::COLOUR_FORM, field, &colour, holds, problem);
        sound.unwrap_or(GREY).to_owned()
    }

    fn sub_regions(&mut self, shapes: Vec<shapes::SubRegion>) -> Vec<SubRegion> {
        let mut parents = Vec::new();
        let mut sound = self.each("sub_regions", shapes, |reader, shape| {
            let id = reader.id(shape.id);
            let m49 = reader.m49("m49", shape.m49);
            let names = reader.needed_names("names", shape.names);
            let names_in_sentence = reader.names("names_in_sentence", shape.names_in_sentence);
            let sub_region = SubRegion {
                id: id?,
                m49: m49?,
                parent: None,
                names: names?,
                names_in_sentence,
            };
            parents.push((reader.place_in_list(), shape.parent));
            Some(sub_region)
        });
        for (place, (in_file, parent)) in parents.into_iter().enumerate() {
            let Some(parent) = parent else { continue };
            let field = format!("sub_regions[{in_file}].parent");
            let above = sound.iter().position(|above| above.id == parent);
            let Some(above) = above else {
                self.unknown(&field, "network.json", &parent);
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
                self.fault(rules::KNOWN_REFERENCE, &field, problem);
            } else {
                sound[place].parent = Some(above);
            }
        }
        sound
    }

    fn former_member(&mut self, shape: shapes::FormerMember) -> Option<FormerMember> {
        let id = self.state("id", shape.id);
        let id = id.filter(|id| self.unique(rules::UNIQUE_ID, "id", id).is_some());
        let id = self.vital(id);
        let names = self.needed_names("names", shape.names);
        let joined = self.past("joined", &shape.joined);
        let joined = self.vital(joined);
        let left = self.past("left", &shape.left);
        let left = left.filter(|&left| self.follows("left", joined, left, &shape.left));
        let left = self.vital(left);
        let how = self.needed_names("how", shape.how);
        let successor = shape
            .successor
            .and_then(|id| self.member_id("successor", id));
        let provenance = self.provenance(shape.sources, None, BTreeMap::new());
        Some(FormerMember {
            id: id?,
            names: names?,
            joined: joined?,
            left: left?,
            how: how?,
            successor,
            provenance,
        })
    }

    /// Whether `later` is not before `earlier`, where both are known.
    pub(super) fn follows(
        &mut self,
        field: &str,
        earlier: Option<PartialDate>,
        later: PartialDate,
        text: &str,
    ) -> bool {
        let holds = !earlier.is_some_and(|earlier| earlier.is_surely_after(later));
        let problem = earlier.map_or(String::new(), |date| format!("which is before {date}"));
        self.holds(rules::DATES_IN_ORDER, field, text, holds, &problem)
            .is_some()
    }
}
