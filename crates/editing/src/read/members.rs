//! Members and observers.

use super::reader::Reader;
use super::values::is_code;
use crate::{records, rules};
use directory::model::{
    Member, MemberId, Membership, Network, OrganisationIdx, Origin, PartOf, RegionIdx, SubRegionIdx,
};
use directory::vocabulary;

impl Reader {
    /// A member or observer, without its parliament.
    pub(super) fn member(&mut self, network: &Network, member: &records::Member) -> Option<Member> {
        let regions = network.regions.iter().map(|region| region.id.as_str());
        let regions: Vec<&str> = regions.collect();
        let sub_regions = network.sub_regions.iter().map(|region| region.id.as_str());
        let sub_regions: Vec<&str> = sub_regions.collect();
        let joined = self.past_date("joined", member.joined.as_deref());
        let from = self.past_date("absent_from", member.absent_from.as_deref());
        let until = self.past_date("absent_until", member.absent_until.as_deref());
        let absent_from = self.not_before(joined, "absent_from", from);
        let absent_until = self.not_before(absent_from, "absent_until", until);
        let country_code = self.country_code("id", Some(&member.id));
        let id = self.unique_code(rules::UNIQUE_ID, "id", country_code);
        let capital = member.capital.as_ref();
        Some(Member {
            slug: self.slug(&member.slug),
            iso2: self.iso2(&member.codes.iso2),
            m49: self.m49("codes.m49", &member.codes.m49),
            wikidata: self.wikidata("codes.wikidata", member.codes.wikidata.as_deref()),
            names: self.required_names("names", &member.names),
            common_names: self.names("common_names", &member.common_names),
            formal_names: self.names("formal_names", &member.formal_names),
            native_names: self.each("native_names", &member.native_names, Self::name),
            aliases: self.each("aliases", &member.aliases, Self::name),
            status: self.required_word("status", &member.status, vocabulary::STATUS),
            region: RegionIdx::new(self.required_part("region", &member.region, &regions)),
            sub_region: SubRegionIdx::new(self.required_part(
                "sub_region",
                &member.sub_region,
                &sub_regions,
            )),
            joined,
            joined_at: self.text("joined_at", member.joined_at.as_deref()),
            absent_from,
            absent_until,
            observing_since: self.past_date("observing_since", member.observing_since.as_deref()),
            part_of: self.part_of(member),
            capital: capital.and_then(|capital| self.locality("capital", capital)),
            memberships: self.each("memberships", &member.memberships, Self::membership),
            contacts: Vec::new().into(),
            parliament: None,
            record_states: Vec::new(),
            notes: self.texts("notes", &member.notes),
            provenance: self.provenance(&member.sources, &member.as_of, &member.provenance),
            id: id.parse().ok()?,
        })
    }

    /// The member within which `member` lay, which is another.
    fn part_of(&mut self, member: &records::Member) -> Option<PartOf> {
        let records::PartOf { member: id, until } = member.part_of.as_ref()?;
        let whole = self.member_id("part_of.member", id);
        let until = self.past_date("part_of.until", Some(until));
        let (rule, is_other) = (rules::KNOWN_REFERENCE, *id != member.id);
        let field = "part_of.member";
        self.check(rule, field, id, is_other, "which is this state itself");
        let (member, until) = whole.zip(until)?;
        Some(PartOf { member, until })
    }

    /// The id of a member of members.json.
    pub(super) fn member_id(&mut self, field: &str, id: &str) -> Option<MemberId> {
        let found = self.findings.len();
        self.report_missing(field, "members.json", id);
        (self.findings.len() == found).then(|| id.parse().ok())?
    }

    /// Small letters and digits with single hyphens between.
    fn slug(&mut self, slug: &str) -> String {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let rule = rules::UNIQUE_SLUG;
        let holds = slug
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(plain));
        let slug = self.code(rule, "slug", slug, holds, "which is no slug");
        self.unique_code(rule, "slug", slug)
    }

    fn iso2(&mut self, code: &str) -> String {
        let (rule, field) = (rules::ISO_CODES, "codes.iso2");
        let holds = is_code(code, 2, u8::is_ascii_uppercase);
        let code = self.code(rule, field, code, holds, "which is not two capital letters");
        self.unique_code(rule, field, code)
    }

    /// Where a region or sub-region stands among `ids`; without one a member
    /// has no place in lists.
    fn required_part(&mut self, field: &str, id: &str, ids: &[&str]) -> usize {
        let place = self.index_in(field, id, ids);
        self.required(place)
    }

    /// The organisation with this id.
    pub(super) fn organisation_at(&mut self, field: &str, id: &str) -> Option<OrganisationIdx> {
        let found = self
            .organisations
            .binary_search_by(|known| known.as_str().cmp(id));
        if found.is_err() {
            self.report_missing(field, "organisations.json", id);
        }
        found.ok().map(OrganisationIdx::new)
    }

    fn membership(&mut self, membership: &records::Membership) -> Option<Membership> {
        let organisation = self.organisation_at("organisation", &membership.organisation);
        let status = self.word("status", &membership.status, vocabulary::MEMBERSHIP_STATUS);
        let origin = Origin {
            also: self.alternatives(&membership.also),
            ..self.origin(
                &membership.sources,
                membership.as_of.as_deref(),
                membership.note.as_deref(),
            )
        };
        Some(Membership {
            origin,
            organisation: organisation?,
            status: status?,
        })
    }
}
