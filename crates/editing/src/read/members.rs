//! Members and observers.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{Member, MemberId, Membership, Network, Origin};
use directory::vocabulary;

impl Reader {
    /// A member or observer, without its parliament.
    pub(super) fn member(&mut self, network: &Network, json: &Json) -> Option<Member> {
        let regions = network.regions.iter().map(|region| region.id.as_str());
        let regions: Vec<&str> = regions.collect();
        let sub_regions = network.sub_regions.iter().map(|region| region.id.as_str());
        let sub_regions: Vec<&str> = sub_regions.collect();
        let id = self.state(json, "id");
        let id = self.own(rules::UNIQUE_ID, "id", id);
        let mut member = Member {
            slug: self.slug(json),
            iso2: self.iso2(json),
            m49: self.m49(json, "codes.m49"),
            wikidata: self.wikidata(json, "codes.wikidata"),
            names: self.required_names(json, "names"),
            common_names: self.names(json, "common_names"),
            formal_names: self.names(json, "formal_names"),
            native_names: self.each(json, "native_names", Self::name),
            aliases: self.each(json, "aliases", Self::name),
            status: self.required_word(json, "status", vocabulary::STATUS),
            region: self.part_of_network(json, "region", &regions),
            sub_region: self.part_of_network(json, "sub_region", &sub_regions),
            joined: self.past(json, "joined"),
            joined_at: self.text(json, "joined_at"),
            absent_from: self.past(json, "absent_from"),
            absent_until: self.past(json, "absent_until"),
            observing_since: self.past(json, "observing_since"),
            capital: self.required_place(json, "capital"),
            memberships: self.each(json, "memberships", Self::membership),
            contacts: Vec::new(),
            parliament: None,
            notes: self.texts(json, "notes"),
            provenance: self.provenance(json),
            id: id.parse().ok()?,
        };
        member.absent_from =
            self.not_before(member.joined, json, "absent_from", member.absent_from);
        member.absent_until = self.not_before(
            member.absent_from,
            json,
            "absent_until",
            member.absent_until,
        );
        Some(member)
    }

    /// The id of a member of members.json.
    pub(super) fn member_id(&mut self, json: &Json, field: &str) -> Option<MemberId> {
        let id = json.at(field).text()?;
        let found = self.findings.len();
        self.report_missing(field, "members.json", id);
        (self.findings.len() == found).then(|| id.parse().ok())?
    }

    /// Small letters and digits with single hyphens between.
    fn slug(&mut self, json: &Json) -> String {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let rule = rules::UNIQUE_SLUG;
        let slug = self.code(json, "slug", rule, "which is no slug", &|slug| {
            slug.split('-')
                .all(|part| !part.is_empty() && part.bytes().all(plain))
        });
        self.own(rule, "slug", slug)
    }

    fn iso2(&mut self, json: &Json) -> String {
        let (rule, field) = (rules::ISO_CODES, "codes.iso2");
        let problem = "which is not two capital letters";
        let code = self.code(json, field, rule, problem, &|code| {
            code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
        });
        self.own(rule, field, code)
    }

    /// The place among `ids` of a region or sub-region, without which a member
    /// has no place in lists.
    fn part_of_network(&mut self, json: &Json, field: &str, ids: &[&str]) -> usize {
        let place = self.among_network(json, field, ids);
        self.required(place)
    }

    /// The place of the organisation with this id.
    pub(super) fn organisation_at(&mut self, json: &Json, field: &str) -> Option<usize> {
        let id = json.at(field).text()?;
        let ids = &self.organisations;
        let place = ids.binary_search_by(|known| known.as_str().cmp(id)).ok();
        if place.is_none() {
            self.report_missing(field, "organisations.json", id);
        }
        place
    }

    fn membership(&mut self, json: &Json) -> Option<Membership> {
        let organisation = self.organisation_at(json, "organisation");
        let status = self.word(json, "status", vocabulary::MEMBERSHIP_STATUS);
        let origin = Origin {
            also: self.others(json),
            ..self.origin(json)
        };
        Some(Membership {
            origin,
            organisation: organisation?,
            status: status?,
        })
    }
}
