//! States, members with their parliaments, and those that left.

use std::collections::BTreeSet;

use anyhow::Result;
use directory::model::{
    CountryIdx, FormerMemberIdx, LocalizedText, Member, MemberIdx, Parliament, StateIdx,
};
use directory::vocabulary::{
    CHAMBER_KIND, ELECTORAL_SYSTEM, MEMBERSHIP_STATUS, PARLIAMENT_STATUS, STATUS, STRUCTURE, as_str,
};

use super::{Row, Writer, chamber_id, date, known};

impl<'a> Writer<'a> {
    /// Writes all states that are named, each once: a former member may be an
    /// observer today.
    pub(super) fn states(&self) -> Result<()> {
        let directory = self.directories[0];
        let members = MemberIdx::all(directory).map(StateIdx::Member);
        let former = FormerMemberIdx::all(&directory.network).map(StateIdx::Former);
        let countries = CountryIdx::all(&directory.network).map(StateIdx::Country);
        let mut written = BTreeSet::new();
        for state in members.chain(former).chain(countries) {
            let id = directory.id_of(state);
            if !written.insert(id) {
                continue;
            }
            self.insert_id("states", id)?;
            for each in self.directories {
                let language = each.language();
                let further = |names: fn(&Member) -> &LocalizedText| match state {
                    StateIdx::Member(member) => names(&each[member]).0.get(language),
                    StateIdx::Former(_) | StateIdx::Country(_) => None,
                };
                let row: Row = &[
                    ("id", &id),
                    ("language", &language),
                    ("name", &each.localized(each.names_of(state)).text),
                    ("common_name", &further(|member| &member.common_names)),
                    ("formal_name", &further(|member| &member.formal_names)),
                ];
                self.insert("state_names", row)?;
            }
        }
        Ok(())
    }

    pub(super) fn member(&mut self, member: &'a Member) -> Result<()> {
        let directory = self.directories[0];
        let id = member.id.as_str();
        let idx = directory
            .member_idx(&member.id)
            .expect("it is one of the list");
        let part_of = member.part_of.as_ref();
        let capital = member.capital.as_ref().map(|capital| {
            let city = self.city(|each| {
                let capital = each[idx].capital.as_ref();
                capital.expect("all languages have the same capitals")
            });
            city.map(|city| (city, capital.position))
        });
        let (capital, position) = capital.transpose()?.unzip();
        let row: Row = &[
            ("id", &id),
            ("slug", &member.slug),
            ("iso2", &known(&member.iso2)),
            ("m49", &known(&member.m49)),
            ("wikidata", &member.wikidata),
            ("status", &as_str(STATUS, &member.status)),
            ("region", &directory.network[member.region].id),
            ("sub_region", &directory.network[member.sub_region].id),
            ("joined", &date(member.joined)),
            (
                "joined_at",
                &self.optional_sentence(member.joined_at.as_ref()),
            ),
            ("absent_from", &date(member.absent_from)),
            ("absent_until", &date(member.absent_until)),
            ("observing_since", &date(member.observing_since)),
            ("part_of", &part_of.map(|part| part.member.as_str())),
            ("part_of_until", &part_of.map(|part| part.until.to_string())),
            ("capital", &capital),
            ("longitude", &position.map(|position| position.lon)),
            ("latitude", &position.map(|position| position.lat)),
        ];
        self.insert("members", row)?;
        self.institution_names("member", id, &member.native_names, false)?;
        self.institution_names("member", id, &member.aliases, true)?;
        self.about(("member", &id), &member.notes, &member.provenance)?;
        for membership in &member.memberships {
            let organisation = &directory[membership.organisation].id;
            let key = format!("{id}-{organisation}");
            let status = as_str(MEMBERSHIP_STATUS, &membership.status);
            let row: Row = &[
                ("id", &key),
                ("member", &id),
                ("organisation", organisation),
                ("status", &status),
            ];
            self.insert("memberships", row)?;
            self.origin(("membership", &key), None, &membership.origin)?;
        }
        if let Some(parliament) = &member.parliament {
            self.parliament(id, idx, parliament)?;
        }
        for contact in &member.contacts {
            self.contact(contact, Some(id), None)?;
        }
        Ok(())
    }

    fn parliament(&mut self, id: &str, idx: MemberIdx, parliament: &'a Parliament) -> Result<()> {
        let seat = self.city(|each| {
            let parliament = each[idx].parliament.as_ref();
            &parliament
                .expect("all languages have the same parliaments")
                .seat
        })?;
        let row: Row = &[
            ("id", &id),
            ("structure", &as_str(STRUCTURE, &parliament.structure)),
            ("status", &as_str(PARLIAMENT_STATUS, &parliament.status)),
            ("seat", &seat),
            ("longitude", &parliament.seat.position.lon),
            ("latitude", &parliament.seat.position.lat),
            ("wikidata", &parliament.wikidata),
            ("last_election", &date(parliament.last_election)),
            ("next_election", &date(parliament.next_election)),
        ];
        self.insert("parliaments", row)?;
        self.institution_names("parliament", id, &parliament.names, false)?;
        self.about(
            ("parliament", &id),
            &parliament.notes,
            &parliament.provenance,
        )?;
        for chamber in &parliament.chambers {
            let key = chamber_id(id, chamber.kind);
            let system = chamber.electoral_system;
            let row: Row = &[
                ("id", &key),
                ("parliament", &id),
                ("kind", &as_str(CHAMBER_KIND, &chamber.kind)),
                ("seats", &chamber.seats),
                ("filled", &chamber.filled),
                ("women", &chamber.women),
                ("women_share", &chamber.women_share),
                ("term", &chamber.term),
                (
                    "electoral_system",
                    &system.map(|system| as_str(ELECTORAL_SYSTEM, &system)),
                ),
                (
                    "composition",
                    &self.optional_sentence(chamber.composition.as_ref()),
                ),
                ("later_election", &date(chamber.later_election)),
            ];
            self.insert("chambers", row)?;
            self.institution_names("chamber", &key, &chamber.names, false)?;
            self.about(("chamber", &key), &chamber.notes, &chamber.provenance)?;
        }
        Ok(())
    }

    pub(super) fn former_members(&mut self) -> Result<()> {
        let directory = self.directories[0];
        for idx in FormerMemberIdx::all(&directory.network) {
            let former = &directory.network[idx];
            let successor = former.successor.map(|member| directory[member].id.as_str());
            let row: Row = &[
                ("id", &former.id),
                ("region", &directory.network[former.region].id),
                ("joined", &former.joined.to_string()),
                ("left", &former.left.to_string()),
                ("how", &self.localized(|each| &each.network[idx].how)?),
                ("successor", &successor),
            ];
            self.insert("former_members", row)?;
            self.provenance(("former_member", &former.id), &former.provenance)?;
        }
        Ok(())
    }
}
