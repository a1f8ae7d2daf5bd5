//! Events, and what the network says of their kinds and organs.

use serde::{Deserialize, Serialize};
use serde_repr::{Deserialize_repr, Serialize_repr};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use std::borrow::Cow;

use super::{Colours, Directory, Locality, Localized, LocalizedText, Member, MemberId};
use super::{CountryIdx, EventTypeIdx, FormerMemberIdx, MemberIdx, OrganIdx};
use super::{OrganisationIdx, Origin, Provenance, RegionIdx, StateIdx};
use crate::PartialDate;

/// A meeting, or another dated event.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Event {
    /// Stable id, used in addresses.
    pub id: String,
    /// What kind of event it is.
    pub kind: EventTypeIdx,
    /// The organ that met.
    pub organ: Option<OrganIdx>,
    /// Titles by language, without the place.
    pub titles: LocalizedText,
    /// Whether it took place.
    pub state: EventState,
    /// First day.
    pub start: PartialDate,
    /// Last day, where that is another.
    pub end: Option<PartialDate>,
    /// The city.
    pub place: Option<Locality>,
    /// The state in which the city lies today.
    pub country: Option<StateIdx>,
    /// Whether one takes part over a network.
    pub online: bool,
    /// The states that hosted it.
    pub hosts: Vec<StateIdx>,
    /// The states that it concerned without their being hosts.
    pub concerned: Vec<StateIdx>,
    /// Theme or motto.
    pub theme: Option<String>,
    /// What the page of the event says beside: the browser does without it,
    /// since that page is always read as it was published.
    #[serde(skip)]
    pub details: EventDetails,
}

/// What only the page of an event, calendars and exports say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventDetails {
    /// Times of the first and the last day.
    pub times: Option<EventTimes>,
    /// The building, or how one takes part.
    pub venue: Option<String>,
    /// Institutions that held it, as they are named.
    pub organisers: Vec<String>,
    /// What it was about.
    pub summary: Option<String>,
    /// Who took part.
    pub participants: Option<String>,
    /// Titles of its documents.
    pub documents: Vec<String>,
    /// Ids of related events.
    pub related: Vec<String>,
    /// What a reader should know.
    pub notes: Vec<String>,
    /// How often its dates, place or state have changed since it was published.
    pub revision: u32,
    /// The day of the last such change.
    pub changed: Option<PartialDate>,
    /// Where the record comes from.
    pub provenance: Provenance,
}

/// Clock times at the place of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTimes {
    /// Hour and minute at which the first day begins.
    pub start: (u8, u8),
    /// Hour and minute at which the last day ends.
    pub end: Option<(u8, u8)>,
    /// Time zone of the IANA data base.
    pub zone: String,
}

/// Whether an event took place.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EventState {
    Held,
    Planned,
    Postponed,
    Cancelled,
}

/// A kind of event.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct EventType {
    /// Used in addresses.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// What marks it on the timeline.
    pub mark: MarkShape,
    /// Colours, checked as `#rrggbb`.
    pub colours: Colours,
}

/// The shape of a mark.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MarkShape {
    Circle,
    Ring,
    Square,
    Diamond,
    Triangle,
    Star,
    Cross,
    Pentagon,
}

/// A body that meets.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Organ {
    /// Used in addresses.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// Whose organ it is; none where that could not be read.
    pub body: Option<Body>,
    /// The larger one of which it is a part.
    pub within: Option<OrganIdx>,
    /// What it is and does.
    #[serde(skip)]
    pub text: Option<String>,
    /// Who holds an office in it; told by a page that is read as published.
    #[serde(skip)]
    pub offices: Vec<OfficeHolder>,
    /// Where that comes from.
    #[serde(skip)]
    pub origin: Origin,
}

/// A member that holds an office in an organ.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficeHolder {
    /// Who.
    pub member: MemberId,
    /// Which.
    pub office: Office,
    /// Since when, where known.
    pub since: Option<PartialDate>,
    /// Where that comes from.
    pub origin: Origin,
}

/// An office in an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Office {
    Chair,
    ViceChair,
}

/// Whose organ one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "BodyRepr", from = "BodyRepr")]
pub enum Body {
    /// That of the network.
    Network,
    /// That of the movement to which its members belong.
    Movement,
    /// That of an organisation.
    Organisation(OrganisationIdx),
}

/// Whether it is that of the movement, and the organisation.
type BodyRepr = (bool, Option<OrganisationIdx>);

impl From<Body> for BodyRepr {
    fn from(body: Body) -> Self {
        match body {
            Body::Network => (false, None),
            Body::Movement => (true, None),
            Body::Organisation(organisation) => (false, Some(organisation)),
        }
    }
}

impl From<BodyRepr> for Body {
    fn from(form: BodyRepr) -> Self {
        match form {
            (_, Some(organisation)) => Self::Organisation(organisation),
            (true, None) => Self::Movement,
            (false, None) => Self::Network,
        }
    }
}

/// A step in the history of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryStep {
    /// Id of the event; not checked to be there, as events are read later.
    pub event: String,
    /// What happened.
    pub text: String,
    /// Where that comes from.
    pub origin: Origin,
}

/// A state that is named and does not belong.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Country {
    /// Three letters.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// The region of the network in which it lies.
    pub region: Option<RegionIdx>,
}

/// A change of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The day on which it was published.
    pub date: PartialDate,
    /// What changed.
    pub text: String,
}

impl Event {
    /// Whether a state hosted it, it took place there or concerns it.
    pub fn names(&self, state: StateIdx) -> bool {
        let hosts = self.hosts.iter().chain(&self.concerned);
        hosts.chain(&self.country).any(|named| *named == state)
    }

    /// The last day: that of its own, or the first.
    pub fn last(&self) -> PartialDate {
        self.end.unwrap_or(self.start)
    }

    /// Whether it has ended by the day with this number.
    pub fn has_ended(&self, today: i32) -> bool {
        self.last().day_range().1 < today
    }
}

impl Directory {
    /// What an event is called, without its place.
    pub fn title_of<'a>(&'a self, event: &'a Event) -> Localized<'a> {
        self.localized(&event.titles)
    }

    /// Where an event takes place: "Belgrade, Serbia"; else that it is online;
    /// empty where neither is known.
    pub fn place_of(&self, event: &Event) -> String {
        let words = &self.catalogue;
        let country = self.country_of(event);
        let city = event.place.as_ref();
        let city = city.map(|place| self.localized(&place.city).text);
        match (city, country) {
            // States that are a city are named once.
            (Some(city), Some(country)) if city != country => words.events_at(&city, &country),
            (Some(place), _) | (None, Some(place)) => place.into_owned(),
            (None, None) if event.online => words.events_online().to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The country in which an event takes place.
    fn country_of<'a>(&'a self, event: &'a Event) -> Option<Cow<'a, str>> {
        let names = self.names_of(event.country?);
        Some(self.localized(names).text)
    }

    /// Title and city, then the country, then the days: what stands on the
    /// timeline is said first and as it stands there.
    pub fn spoken_label(&self, event: &Event) -> String {
        let city = event.place.as_ref();
        let city = city.map(|place| self.localized(&place.city).text);
        let country = self
            .country_of(event)
            .filter(|country| city.as_ref() != Some(country));
        let dates = self.catalogue.dates(event.start, event.end);
        let parts = [
            Some(self.short_title(event)),
            country.map(Cow::into_owned),
            Some(dates),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        self.catalogue.join(&parts)
    }

    /// Title and city; the title alone where no city is known.
    pub fn short_title(&self, event: &Event) -> String {
        let title = self.title_of(event).text;
        match &event.place {
            Some(place) => {
                let city = self.localized(&place.city).text;
                self.catalogue.events_titled(&title, &city)
            }
            None => title.into_owned(),
        }
    }

    /// The whole of it in a line: title and place.
    pub fn full_title(&self, event: &Event) -> String {
        let title = self.title_of(event).text;
        match self.place_of(event) {
            place if place.is_empty() => title.into_owned(),
            place => self.catalogue.events_titled(&title, &place),
        }
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The state with this id: a member before a former one, and that before
    /// one that is only named.
    pub fn state(&self, id: &str) -> Option<StateIdx> {
        let network = &self.network;
        let member = MemberIdx::find(self, |member| member.id.as_str() == id);
        let former = || FormerMemberIdx::find(network, |former| former.id == id);
        let country = || CountryIdx::find(network, |country| country.id == id);
        let state = member.map(StateIdx::Member);
        let state = state.or_else(|| former().map(StateIdx::Former));
        state.or_else(|| country().map(StateIdx::Country))
    }

    /// The id of a state: three letters.
    pub fn id_of(&self, state: StateIdx) -> &str {
        match state {
            StateIdx::Member(member) => self[member].id.as_str(),
            StateIdx::Former(former) => &self.network[former].id,
            StateIdx::Country(country) => &self.network[country].id,
        }
    }

    /// The names of a state.
    pub fn names_of(&self, state: StateIdx) -> &LocalizedText {
        match state {
            StateIdx::Member(member) => &self[member].names,
            StateIdx::Former(former) => &self.network[former].names,
            StateIdx::Country(country) => &self.network[country].names,
        }
    }

    /// The names of the state with this id.
    pub fn state_names(&self, id: &str) -> Option<&LocalizedText> {
        Some(self.names_of(self.state(id)?))
    }

    /// The region in which a state lies.
    pub fn region_of(&self, state: StateIdx) -> Option<RegionIdx> {
        match state {
            StateIdx::Member(member) => Some(self[member].region),
            StateIdx::Former(former) => Some(self.network[former].region),
            StateIdx::Country(country) => self.network[country].region,
        }
    }

    /// The region of the country where an event took place.
    pub fn event_region(&self, event: &Event) -> Option<RegionIdx> {
        self.region_of(event.country?)
    }

    /// The events that a member hosted, that took place there or that concern
    /// it, in the order of time.
    pub fn events_of(&self, member: &Member) -> impl Iterator<Item = &Event> {
        let state = self.member_idx(&member.id).map(StateIdx::Member);
        let names = move |event: &&Event| state.is_some_and(|state| event.names(state));
        self.events.iter().filter(names)
    }

    /// The day on which the record of an event last changed: the one told, or
    /// else the last on which a source of it was read.
    pub fn last_change(&self, event: &Event) -> PartialDate {
        let provenance = &event.details.provenance;
        let fields = provenance.fields.iter().map(|(_, origin)| origin);
        let origins = fields.chain([&provenance.record]);
        let sources = origins.flat_map(|origin| &origin.sources);
        let read = sources.map(|source| self[*source].retrieved).max();
        let changed = event.details.changed.or(read);
        changed.unwrap_or(self.network.data_date)
    }

    /// The events before and after one in its series, which are those of one
    /// organ; an event of no organ stands alone.
    pub fn neighbours_in_series<'a>(
        &'a self,
        event: &'a Event,
    ) -> (Option<&'a Event>, Option<&'a Event>) {
        let is_of_series = |other: &&Event| event.organ.is_some() && other.organ == event.organ;
        let mut series = self.events.iter().filter(is_of_series);
        let mut before = None;
        while let Some(other) = series.next() {
            if other.id == event.id {
                return (before, series.next());
            }
            before = Some(other);
        }
        (None, None)
    }
}
