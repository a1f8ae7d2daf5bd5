//! Members and observers.

use super::reader::Reader;
use crate::directory::{Member, MemberId, Membership, Network};
use crate::{rules, shapes, vocabulary};

impl Reader {
    /// A member or observer, without its parliament.
    pub(super) fn member(&mut self, network: &Network, shape: shapes::Member) -> Option<Member> {
        let id = self.own_member_id(shape.id);
        let id = self.vital(id);
        let slug = self.slug(shape.slug);
        let slug = self.vital(slug);
        let iso2 = self.iso2(shape.codes.iso2);
        let iso2 = self.vital(iso2);
        let m49 = self.m49("codes.m49", shape.codes.m49);
        let wikidata = shape
            .codes
            .wikidata
            .and_then(|item| self.wikidata("codes.wikidata", item));
        let names = self.needed_names("names", shape.names);
        let common_names = self.names("common_names", shape.common_names);
        let formal_names = self.names("formal_names", shape.formal_names);
        let native_names = self.each("native_names", shape.native_names, Self::name);
        let aliases = self.each("aliases", shape.aliases, Self::name);
        let status = self.word("status", &shape.status, vocabulary::STATUS);
        let status = self.vital(status);
        let mut regions = network.regions.iter();
        let region = regions.position(|region| region.id == shape.region);
        let region = self.part_of_network("region", &shape.region, region);
        let mut sub_regions = network.sub_regions.iter();
        let sub_region = sub_regions.position(|sub_region| sub_region.id == shape.sub_region);
        let sub_region = self.part_of_network("sub_region", &shape.sub_region, sub_region);
        let joined = shape.joined.and_then(|date| self.past("joined", &date));
        let joined_at = shape.joined_at.and_then(|at| self.text("joined_at", at));
        let observing_since = shape
            .observing_since
            .and_then(|date| self.past("observing_since", &date));
        let capital = self.place("capital", shape.capital);
        let capital = self.vital(capital);
        let memberships = self.each("memberships", shape.memberships, Self::membership);
        let notes = self.texts("notes", shape.notes);
        let provenance = self.provenance(shape.sources, Some(shape.as_of), shape.provenance);
        Some(Member {
            id: id?,
            slug: slug?,
            iso2: iso2?,
            m49: m49?,
            wikidata,
            names: names?,
            common_names,
            formal_names,
            native_names,
            aliases,
            status: status?,
            region: region?,
            sub_region: sub_region?,
            joined,
            joined_at,
            observing_since,
            capital: capital?,
            memberships,
            parliament: None,
            notes,
            provenance,
        })
    }

    fn own_member_id(&mut self, id: String) -> Option<MemberId> {
        let id = self.state("id", id)?;
        self.unique(rules::UNIQUE_ID, "id", &id)?;
        id.parse().ok()
    }

    /// The id of a member of members.json.
    pub(super) fn member_id(&mut self, field: &str, id: String) -> Option<MemberId> {
        let found = self.findings.len();
        self.missing(field, "members.json", &id);
        (self.findings.len() == found).then(|| id.parse().ok())?
    }

    /// Small letters and digits with single hyphens between.
    fn slug(&mut self, slug: String) -> Option<String> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let holds = slug
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(plain));
        let problem = "which is no slug";
        self.holds(rules::UNIQUE_SLUG, "slug", &slug, holds, problem)?;
        self.unique(rules::UNIQUE_SLUG, "slug", &slug)?;
        Some(slug)
    }

    fn iso2(&mut self, code: String) -> Option<String> {
        let holds = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let problem = "which is not two capital letters";
        self.holds(rules::ISO_CODES, "codes.iso2", &code, holds, problem)?;
        self.unique(rules::ISO_CODES, "codes.iso2", &code)?;
        Some(code)
    }

    /// A region or sub-region, without which a member has no place in lists.
    fn part_of_network(&mut self, field: &str, id: &str, place: Option<usize>) -> Option<usize> {
        if place.is_none() {
            self.unknown(field, "network.json", id);
        }
        self.vital(place)
    }

    /// The place of the organisation with this id.
    pub(super) fn organisation_at(&mut self, field: &str, id: &str) -> Option<usize> {
        let ids = &self.organisations;
        let place = ids.binary_search_by(|known| known.as_str().cmp(id)).ok();
        if place.is_none() {
            self.missing(field, "organisations.json", id);
        }
        place
    }

    fn membership(&mut self, shape: shapes::Membership) -> Option<Membership> {
        let organisation = self.organisation_at("organisation", &shape.organisation);
        let status = self.word("status", &shape.status, vocabulary::MEMBERSHIP_STATUS);
        let mut origin = self.origin(shape.sources, shape.as_of, shape.note);
        origin.also = self.others(shape.also);
        Some(Membership {
            organisation: organisation?,
            status: status?,
            origin,
        })
    }
}
