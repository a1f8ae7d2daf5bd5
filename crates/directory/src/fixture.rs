//! A small invented network for the tests of this crate and of those that use it.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, ContentTranslations};
use crate::facets::FacetContext;
use crate::model::{
    Body, Chamber, ChamberKind, Colours, Contact, ContactDetails, ContactKind, ContactSettings,
    Country, Directory, Event, EventDetails, EventState, EventType, FormerMember, Locality,
    LocalizedText, LonLat, MarkShape, Member, MemberIdx, Membership, MembershipStatus, Name,
    NameRanks, Network, Organ, Organisation, Origin, Parliament, ParliamentStatus, Provenance,
    Region, Source, SourceScope, Status, Structure, SubRegion,
};
use crate::model::{CountryIdx, EventTypeIdx, OrganIdx, OrganisationIdx, RegionIdx};
use crate::model::{SourceIdx, StateIdx, SubRegionIdx};

/// Eight members in three regions: every filter value occurs, and every value
/// that may be unknown is unknown somewhere.
///
/// | id | region | sub-region | joined | structure | seats | women |
/// |---|---|---|---|---|---|---|
/// | alb | north | near-north | 1961-09 | bicameral | 150 | 40 |
/// | bel | north | far-north | 1961 | unicameral | 80 | 12.5 |
/// | ela (observer) | north | frost-coast | | unicameral | 120 | 33.3 |
/// | fen | south | low-south | 1973 | none | | |
/// | gor | south | low-south | 1979-10-03 | bicameral | | |
/// | hal | isles | low-south | 1992 | unicameral | 20 | 50 |
/// | isk | isles | outer-isles | 1961-09 | unicameral | 20 | 50 |
/// | jun (observer) | isles | outer-isles | | not read | | |
pub fn directory() -> Directory {
    use MembershipStatus::{Member as Full, Participant, Suspended, Unknown};
    use Structure::{Bicameral, Unicameral};
    let members = vec![
        member("alb", "Albora", [0, 0], Some("1961-09"), Some(Full)).sitting(
            Bicameral,
            &[(Some(100), Some(40.0)), (Some(50), Some(60.0))],
        ),
        member("bel", "Belmar", [0, 1], Some("1961"), Some(Suspended))
            .sitting(Unicameral, &[(Some(80), Some(12.5))]),
        member("ela", "Élandra", [0, 3], None, Some(Participant))
            .sitting(Unicameral, &[(Some(120), Some(33.3))]),
        member("fen", "Fen-Aru", [1, 4], Some("1973"), None).sitting(Structure::None, &[]),
        member("gor", "Gorrin", [1, 4], Some("1979-10-03"), Some(Full))
            .sitting(Bicameral, &[(Some(90), None), (None, Some(10.0))]),
        member("hal", "Halu", [2, 4], Some("1992"), Some(Full))
            .sitting(Unicameral, &[(Some(20), Some(50.0))]),
        member("isk", "N’Iska", [2, 5], Some("1961-09"), Some(Unknown))
            .sitting(Unicameral, &[(Some(20), Some(50.0))]),
        member("jun", "Ōjuna", [2, 5], None, None),
    ];
    let directory = Directory {
        catalogue: Arc::new(Catalogue::english()),
        translations: ContentTranslations::default(),
        name_ranks: NameRanks::default(),
        sub_regions_by_name: Vec::new(),
        event_countries: Vec::new(),
        former_by_name: Vec::new(),
        letter_variants: String::new(),
        network: network(),
        members,
        organisations: vec![organisation()],
        events: events().into(),
        sources: vec![source("book"), source("list"), source("unused")].into(),
        boundaries: Vec::new(),
        map: OnceLock::new(),
    };
    let plain = |name: &str| name.replace('É', "E").replace('Ō', "O");
    directory.with_name_order(&move |one, other| plain(one).cmp(&plain(other)))
}

/// What facets ask of a directory on 1 January 1970.
pub fn context(directory: &Directory) -> FacetContext<'_> {
    FacetContext {
        directory,
        today: 0,
    }
}

/// A contact of a whole parliament, not dated.
pub fn contact(id: &str, kind: ContactKind, value: &str) -> Contact {
    Contact {
        id: id.to_owned(),
        kind,
        last_verified: None,
        valid_until: None,
        details: ContactDetails {
            lines: vec![value.to_owned()],
            ..ContactDetails::default()
        },
    }
}

/// Text in the fixture's only language.
pub fn text(english: &str) -> LocalizedText {
    LocalizedText(BTreeMap::from([("en".to_owned(), english.to_owned())]))
}

fn network() -> Network {
    let region = |id: &str, name: &str, in_sentence: Option<&str>| Region {
        id: id.to_owned(),
        names: text(name),
        in_sentence: in_sentence.map(text).unwrap_or_default(),
        colours: Colours::default(),
    };
    let sub_region = |id: &str, name: &str, parent, in_sentence: Option<&str>| SubRegion {
        id: id.to_owned(),
        m49: "000".to_owned(),
        parent,
        names: text(name),
        in_sentence: in_sentence.map(text).unwrap_or_default(),
    };
    Network {
        id: "assembly".to_owned(),
        names: text("Assembly of Invented States"),
        short_names: text("Assembly"),
        taglines: text("Directory"),
        purpose: text("For tests."),
        languages: vec!["en".to_owned()],
        movement: text("the League"),
        regions: vec![
            region("north", "Northland", Some("in the Northland")),
            region("south", "Southland", None),
            region("isles", "Isles", Some("in the Isles")),
        ],
        sub_regions: vec![
            sub_region("near-north", "Near North", Some(SubRegionIdx::new(2)), None),
            sub_region(
                "far-north",
                "Far North",
                Some(SubRegionIdx::new(2)),
                Some("in the Far North"),
            ),
            sub_region("mainland-north", "Mainland North", None, None),
            sub_region(
                "frost-coast",
                "Frost Coast",
                None,
                Some("in the Frost Coast"),
            ),
            sub_region("low-south", "Low South", None, None),
            sub_region(
                "outer-isles",
                "Outer Isles",
                None,
                Some("in the Outer Isles"),
            ),
            sub_region("empty-quarter", "Empty Quarter", None, None),
        ],
        membership_filter: Some(OrganisationIdx::new(0)),
        event_types: vec![
            event_type("summit", "Summit", MarkShape::Star),
            event_type("meeting", "Meeting", MarkShape::Circle),
        ],
        organs: vec![Organ {
            id: "congress".to_owned(),
            names: text("Congress"),
            body: Some(Body::Movement),
            within: None,
            text: None,
            offices: Vec::new(),
            origin: Origin::default(),
        }],
        history: Vec::new(),
        countries: vec![Country {
            id: "yon".to_owned(),
            names: text("Yonder"),
            region: None,
        }],
        changes: Vec::new(),
        disclaimer: text("Invented."),
        report: None,
        contacts: ContactSettings::default(),
        data_version: "2026.11.23".to_owned(),
        data_date: "2026-11-23".parse().unwrap(),
        editions: Vec::new(),
        licence: text("Free to use."),
        former_members: vec![FormerMember {
            id: "old".to_owned(),
            names: text("Oldland"),
            region: RegionIdx::new(0),
            shapes: Vec::new(),
            joined: "1961".parse().unwrap(),
            left: "1990-10".parse().unwrap(),
            how: text("became Belmar"),
            successor: None,
            provenance: Provenance::default(),
        }],
        provenance: from_source(0),
    }
}

fn organisation() -> Organisation {
    Organisation {
        id: "union".to_owned(),
        names: text("Union of Parliaments"),
        abbreviation: Some("UP".to_owned()),
        founded: None,
        seat: None,
        country: None,
        contacts: Vec::new(),
        members_count: None,
        related: true,
        observer: false,
        network_observer: false,
        observing_since: None,
        notes: Vec::new(),
        provenance: from_source(0),
    }
}

fn source(id: &str) -> Source {
    Source {
        id: id.to_owned(),
        title: format!("The {id}"),
        publisher: Some("A press".to_owned()),
        url: Some(format!("https://{id}.example/")),
        licence: "cc-by".to_owned(),
        terms: "CC BY 4.0".to_owned(),
        covers: None,
        retrieved: "2026-11-20".parse().unwrap(),
        unverified: false,
        scope: SourceScope::Facts,
    }
}

fn from_source(source: usize) -> Provenance {
    let record = Origin {
        sources: vec![SourceIdx::new(source)],
        ..Origin::default()
    };
    Provenance {
        record,
        ..Provenance::default()
    }
}

fn event_type(id: &str, name: &str, mark: MarkShape) -> EventType {
    EventType {
        id: id.to_owned(),
        names: text(name),
        mark,
        colours: Colours::default(),
    }
}

/// Six events in the order of time:
///
/// | id | type | organ | when | where | hosts | state |
/// |---|---|---|---|---|---|---|
/// | first | summit | congress | 1961-09-01 to 06 | alb | alb | held |
/// | second | summit | congress | 1964 | fen | fen | held |
/// | talks | meeting | | 1964-10 | yon | | held |
/// | online | meeting | | 2020-05-04 | | alb, hal | held |
/// | third | summit | congress | 2026-12-30 to 2027-01-02 | hal | hal | planned |
/// | lost | meeting | | 2026-12-31 | hal | | cancelled |
fn events() -> Vec<Event> {
    use EventState::{Cancelled, Held, Planned};
    vec![
        event("first", [0, 0], "1961-09-01", "alb", Held).until("1961-09-06"),
        event("second", [0, 0], "1964", "fen", Held),
        event("talks", [1, 9], "1964-10", "yon", Held).hosted_by(&[]),
        event("online", [1, 9], "2020-05-04", "", Held).hosted_by(&["alb", "hal"]),
        event("third", [0, 0], "2026-12-30", "hal", Planned).until("2027-01-02"),
        event("lost", [1, 9], "2026-12-31", "hal", Cancelled).hosted_by(&[]),
    ]
}

/// An event of this kind and organ, none where there is no such one.
fn event(
    id: &str,
    [kind, organ]: [usize; 2],
    start: &str,
    country: &str,
    state: EventState,
) -> Event {
    let city_of = (!country.is_empty()).then_some(country);
    let country = city_of.map(state_idx);
    Event {
        id: id.to_owned(),
        kind: EventTypeIdx::new(kind),
        organ: (organ == 0).then(|| OrganIdx::new(organ)),
        titles: text(&format!("The {id} event")),
        state,
        start: start.parse().unwrap(),
        end: None,
        place: city_of.map(city),
        online: country.is_none(),
        hosts: country.into_iter().collect(),
        country,
        concerned: Vec::new(),
        theme: None,
        details: EventDetails {
            summary: Some(format!("What the {id} event was about.")),
            provenance: from_source(0),
            ..EventDetails::default()
        },
    }
}

impl Event {
    fn until(mut self, end: &str) -> Self {
        self.end = Some(end.parse().unwrap());
        self
    }

    fn hosted_by(mut self, hosts: &[&str]) -> Self {
        self.hosts = hosts.iter().copied().map(state_idx).collect();
        self
    }
}

/// The member with this id, or else Yonder.
fn state_idx(id: &str) -> StateIdx {
    const MEMBERS: [&str; 8] = ["alb", "bel", "ela", "fen", "gor", "hal", "isk", "jun"];
    let member = MEMBERS.iter().position(|member| *member == id);
    let member = member.map(|member| StateIdx::Member(MemberIdx::new(member)));
    member.unwrap_or(StateIdx::Country(CountryIdx::new(0)))
}

fn city(name: &str) -> Locality {
    Locality {
        city: Arc::new(text(&format!("{name} City"))),
        position: LonLat { lon: 0.0, lat: 0.0 },
    }
}

/// A member in these places of region and sub-region; an observer where it
/// has no date of joining.
fn member(
    id: &str,
    name: &str,
    [region, sub_region]: [usize; 2],
    joined: Option<&str>,
    membership: Option<MembershipStatus>,
) -> Member {
    let membership = membership.map(|status| Membership {
        organisation: OrganisationIdx::new(0),
        status,
        origin: Origin::default(),
    });
    Member {
        id: id.parse().unwrap(),
        slug: id.to_owned(),
        iso2: id[..2].to_uppercase(),
        m49: "001".to_owned(),
        wikidata: None,
        names: text(name),
        common_names: LocalizedText::default(),
        formal_names: text(&format!("Republic of {name}")),
        native_names: Vec::new(),
        aliases: Vec::new(),
        status: joined.map_or(Status::Observer, |_| Status::Member),
        region: RegionIdx::new(region),
        sub_region: SubRegionIdx::new(sub_region),
        joined: joined.map(|date| date.parse().unwrap()),
        joined_at: None,
        absent_from: None,
        absent_until: None,
        observing_since: None,
        part_of: None,
        capital: Some(city(name)),
        memberships: membership.into_iter().collect(),
        contacts: Vec::new().into(),
        parliament: None,
        record_states: Vec::new(),
        notes: Vec::new(),
        provenance: from_source(0),
    }
}

impl Member {
    /// With a parliament; chambers as seats and share of women.
    fn sitting(mut self, structure: Structure, chambers: &[(Option<u32>, Option<f64>)]) -> Self {
        let kinds = match structure {
            Structure::Bicameral => [ChamberKind::Lower, ChamberKind::Upper],
            _ => [ChamberKind::Single; 2],
        };
        let name = |name: &str| Name {
            lang: "en".to_owned(),
            name: name.to_owned(),
            sources: Vec::new(),
        };
        let chambers = kinds.into_iter().zip(chambers);
        let chambers = chambers.map(|(kind, &(seats, women_share))| Chamber {
            kind,
            names: vec![name("House")],
            seats,
            filled: None,
            women: None,
            women_share,
            term: Some(4),
            electoral_system: None,
            composition: None,
            later_election: None,
            notes: Vec::new(),
            provenance: from_source(0),
        });
        let website = format!("https://{}.example/", self.slug);
        self.contacts = vec![contact("website", ContactKind::Website, &website)].into();
        self.parliament = Some(Parliament {
            names: vec![name("Assembly")],
            structure,
            status: match structure {
                Structure::None => ParliamentStatus::Dissolved,
                _ => ParliamentStatus::Functioning,
            },
            seat: self.capital.clone().unwrap(),
            wikidata: None,
            last_election: Some("2024-05".parse().unwrap()),
            next_election: Some("2028-05-14".parse().unwrap()),
            chambers: chambers.collect(),
            notes: Vec::new(),
            provenance: from_source(0),
        });
        self
    }
}
