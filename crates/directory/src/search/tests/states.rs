//! Invented states, of which only what can be searched is filled in.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::catalogue::ContentTranslations;
use crate::model::{
    Chamber, ChamberKind, ContactSettings, Locality, LocalizedText, LonLat, Member, Name,
    NameRanks, Network, Parliament, ParliamentStatus, Provenance, RegionIdx, Status, Structure,
    SubRegionIdx,
};
use crate::{Catalogue, Directory, PartialDate};

pub fn name(lang: &str, name: &str) -> Name {
    Name {
        lang: lang.into(),
        name: name.into(),
        sources: Vec::new(),
    }
}

/// A city of one name.
pub fn named(city: &str) -> Arc<LocalizedText> {
    Arc::new(LocalizedText([("en".to_owned(), city.to_owned())].into()))
}

fn locality(city: &str) -> Locality {
    let position = LonLat { lon: 0.0, lat: 0.0 };
    let city = named(city);
    Locality { city, position }
}

pub fn member(id: &str, english: &str, aliases: &[&str]) -> Member {
    Member {
        id: id.parse().unwrap(),
        slug: id.into(),
        iso2: "ZZ".into(),
        m49: "007".into(),
        wikidata: Some("Q7".into()),
        names: LocalizedText([("en".into(), english.into())].into()),
        common_names: LocalizedText::default(),
        formal_names: LocalizedText::default(),
        native_names: Vec::new(),
        aliases: aliases.iter().map(|alias| name("en", alias)).collect(),
        status: Status::Member,
        region: RegionIdx::default(),
        sub_region: SubRegionIdx::default(),
        joined: None,
        joined_at: None,
        absent_from: None,
        absent_until: None,
        observing_since: None,
        part_of: None,
        capital: Some(locality("Capitol")),
        memberships: Vec::new(),
        contacts: Vec::new().into(),
        parliament: None,
        record_states: Vec::new(),
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

pub fn parliament(parliament: &str, chamber: &str, city: &str) -> Parliament {
    Parliament {
        names: vec![name("en", parliament)],
        structure: Structure::Unicameral,
        status: ParliamentStatus::Functioning,
        seat: locality(city),
        wikidata: None,
        last_election: None,
        next_election: None,
        chambers: vec![Chamber {
            kind: ChamberKind::Single,
            names: vec![name("en", chamber)],
            seats: None,
            filled: None,
            women: None,
            women_share: None,
            term: None,
            electoral_system: None,
            composition: None,
            later_election: None,
            notes: Vec::new(),
            provenance: Provenance::default(),
        }],
        notes: Vec::new(),
        provenance: Provenance::default(),
    }
}

pub fn directory(members: Vec<Member>) -> Directory {
    let no_names = || LocalizedText(BTreeMap::new());
    let day: PartialDate = "2026".parse().unwrap();
    let directory = Directory {
        catalogue: Arc::new(Catalogue::english()),
        translations: ContentTranslations::default(),
        name_ranks: NameRanks::default(),
        sub_regions_by_name: Vec::new(),
        event_countries: Vec::new(),
        former_by_name: Vec::new(),
        letter_variants: String::new(),
        network: Network {
            id: "test".into(),
            names: no_names(),
            short_names: no_names(),
            taglines: no_names(),
            purpose: no_names(),
            languages: vec!["en".into()],
            movement: no_names(),
            regions: Vec::new(),
            sub_regions: Vec::new(),
            membership_filter: None,
            event_types: Vec::new(),
            organs: Vec::new(),
            history: Vec::new(),
            countries: Vec::new(),
            changes: Vec::new(),
            disclaimer: no_names(),
            report: None,
            contacts: ContactSettings::default(),
            data_version: "1".into(),
            data_date: day,
            editions: Vec::new(),
            licence: no_names(),
            former_members: Vec::new(),
            provenance: Provenance::default(),
        },
        members,
        organisations: Vec::new(),
        events: Vec::new().into(),
        sources: Vec::new().into(),
        boundaries: Vec::new(),
        map: OnceLock::new(),
    };
    directory.with_name_order(&str::cmp)
}
