//! The network itself: its languages, regions and former members.

use std::ops::RangeInclusive;

use super::reader::Reader;
use super::values::is_code;
use crate::{records, rules};
use directory::model::{
    Colours, ContactSettings, FormerMember, Network, Provenance, Region, SubRegion, SubRegionIdx,
};

/// Shown instead of a colour that cannot be read: a grey with a contrast of
/// more than 3 to 1 on light and on dark ground.
pub(crate) const GREY: &str = "#767676";

/// The months after which a network may count contacts as old: none would
/// call every contact old, and after ten years hardly a number is what it was.
const FRESH_MONTHS: RangeInclusive<u16> = 1..=120;

impl Reader {
    /// The network; invalid where the page would have no name or no language.
    pub(super) fn network(&mut self, network: &records::Network) -> Network {
        let former = network.former_members.iter().map(|state| &state.id);
        let others = network.countries.iter().map(|state| &state.id);
        self.states = former.chain(others).cloned().collect();
        let filter = network.membership_filter.as_deref();
        Network {
            id: self.id(&network.id),
            names: self.required_names("names", &network.names),
            short_names: self.required_names("short_names", &network.short_names),
            taglines: self.required_names("taglines", &network.taglines),
            purpose: self.required_names("purpose", &network.purpose),
            languages: self.languages(&network.languages),
            movement: self.required_names("movement", &network.movement),
            regions: {
                let regions = self.each("regions", &network.regions, |reader, region| {
                    Some(reader.region(region))
                });
                self.regions = regions.iter().map(|region| region.id.clone()).collect();
                regions
            },
            sub_regions: self.sub_regions(&network.sub_regions),
            membership_filter: filter.and_then(|id| self.organisation_at("membership_filter", id)),
            event_types: self.each("event_types", &network.event_types, |reader, kind| {
                Some(reader.event_type(kind))
            }),
            organs: self.organs(&network.organs),
            history: self.each("history", &network.history, |reader, step| {
                Some(reader.history_step(step))
            }),
            countries: self.each("countries", &network.countries, |reader, country| {
                Some(reader.country(country))
            }),
            changes: self.each("changes", &network.changes, |reader, change| {
                Some(reader.change(change))
            }),
            disclaimer: self.required_names("disclaimer", &network.disclaimer),
            report: self.address(
                "report",
                network.report.as_deref(),
                &["https://", "mailto:"],
            ),
            contacts: {
                let settings = network.contacts.as_ref();
                settings.map_or_else(ContactSettings::default, |settings| {
                    self.contact_settings(settings)
                })
            },
            data_version: self.edition_number("data.version", &network.data.version),
            data_date: self.required_date("data.date", &network.data.date),
            // Whoever publishes knows which are kept.
            editions: Vec::new(),
            licence: self.required_names("licence", &network.licence),
            former_members: self.each(
                "former_members",
                &network.former_members,
                |reader, former| Some(reader.former_member(former)),
            ),
            provenance: self.provenance(&network.sources, &network.as_of, &network.provenance),
        }
    }

    /// Interface languages, at least the first of which must be valid.
    fn languages(&mut self, languages: &[String]) -> Vec<String> {
        if languages.is_empty() {
            self.report(rules::DEFAULT_LANGUAGE, "languages", "names no language");
        }
        let valid_languages = self.each("languages", languages, |reader, language| {
            reader.language_tag("", language)
        });
        if languages.is_empty() || valid_languages.first() != languages.first() {
            self.mark_invalid();
        }
        valid_languages
    }

    fn contact_settings(&mut self, settings: &records::ContactSettings) -> ContactSettings {
        let mut valid_settings = ContactSettings::default();
        if let Some(months) = settings.fresh_months {
            match u16::try_from(months) {
                Ok(months) if FRESH_MONTHS.contains(&months) => {
                    valid_settings.fresh_months = months;
                }
                _ => {
                    let problem = format!("holds {months}, which is not from 1 to 120");
                    self.report(rules::FRESH_MONTHS, "contacts.fresh_months", problem);
                }
            }
        }
        valid_settings.links_since =
            self.past_date("contacts.links_since", settings.links_since.as_deref());
        valid_settings
    }

    fn region(&mut self, region: &records::Region) -> Region {
        Region {
            id: self.id(&region.id),
            names: self.required_names("names", &region.names),
            in_sentence: self.names("in_sentence", &region.in_sentence),
            colours: self.colours(&region.colours),
        }
    }

    pub(super) fn colours(&mut self, colours: &records::Colours) -> Colours {
        Colours {
            light: self.colour("colours.light", &colours.light),
            dark: self.colour("colours.dark", &colours.dark),
        }
    }

    /// A colour, or grey.
    fn colour(&mut self, field: &str, colour: &str) -> String {
        let digits = colour.strip_prefix('#').unwrap_or_default();
        let holds = is_code(digits, 6, u8::is_ascii_hexdigit);
        let colour = self.code(
            rules::COLOUR_FORM,
            field,
            colour,
            holds,
            "which is no colour",
        );
        colour.unwrap_or_else(|| GREY.to_owned())
    }

    fn sub_regions(&mut self, sub_regions: &[records::SubRegion]) -> Vec<SubRegion> {
        let mut parents = Vec::new();
        let mut valid_sub_regions = self.each("sub_regions", sub_regions, |reader, written| {
            let sub_region = SubRegion {
                id: reader.id(&written.id),
                m49: reader.m49("m49", &written.m49),
                parent: None,
                names: reader.required_names("names", &written.names),
                in_sentence: reader.names("in_sentence", &written.in_sentence),
            };
            if !reader.invalid {
                parents.push((reader.place_in_list(), written.parent.as_deref()));
            }
            Some(sub_region)
        });
        for (place, (in_file, parent)) in parents.into_iter().enumerate() {
            let Some(parent) = parent else { continue };
            let field = format!("sub_regions[{in_file}].parent");
            let above = valid_sub_regions
                .iter()
                .position(|above| above.id == parent);
            let Some(above) = above else {
                self.report_unknown(&field, "network.json", parent);
                continue;
            };
            let mut next = Some(above);
            while let Some(at) = next
                && at != place
            {
                next = valid_sub_regions[at].parent.map(SubRegionIdx::get);
            }
            if next.is_some() {
                let problem = format!("names `{parent}`, which lies within it");
                self.report(rules::KNOWN_REFERENCE, &field, problem);
            } else {
                valid_sub_regions[place].parent = Some(SubRegionIdx::new(above));
            }
        }
        valid_sub_regions
    }

    fn former_member(&mut self, former: &records::FormerMember) -> FormerMember {
        let id = self.country_code("id", Some(&former.id));
        let region = self.region_at(&former.region);
        let joined = self.past_date("joined", Some(&former.joined));
        let left = self.past_date("left", Some(&former.left));
        let successor = former.successor.as_deref();
        let valid_member = FormerMember {
            id: self.unique_code(rules::UNIQUE_ID, "id", id),
            names: self.required_names("names", &former.names),
            region: self.required(region),
            shapes: self.texts("shapes", &former.shapes),
            joined: self.required(joined),
            left: {
                let left = self.not_before(joined, "left", left);
                self.required(left)
            },
            how: self.required_names("how", &former.how),
            // Members are read later.
            successor: None,
            provenance: Provenance::default(),
        };
        let successor = successor.and_then(|id| self.member_id("successor", id));
        let record = self.sources_alone(&former.sources);
        if !self.invalid {
            self.successors.push(successor);
        }
        FormerMember {
            provenance: Provenance {
                record,
                ..Provenance::default()
            },
            ..valid_member
        }
    }
}
