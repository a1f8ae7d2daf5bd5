//! Events, and what network.json says of their kinds and organs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Colours, Locality, Names, Provenance};

/// events.json: a meeting, or another dated event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Stable id, also that of the event in calendars.
    pub id: String,
    /// Id of a kind of event in network.json.
    #[serde(rename = "type")]
    pub kind: String,
    /// Id of the organ in network.json that met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organ: Option<String>,
    /// Titles by language, without the place.
    pub titles: Names,
    /// `held`, `planned`, `postponed` or `cancelled`.
    pub state: String,
    /// First day, as far as it is known.
    pub start: String,
    /// Last day, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Times of the first and the last day, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Times>,
    /// The city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Locality>,
    /// The state in which the city lies today: ISO 3166-1 alpha-3 in lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The building, or how one takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// True where one takes part over a network.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// Ids of the states that hosted it: of members, former members or countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Institutions that held it, as they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisers: Vec<String>,
    /// Theme or motto.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Who took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<String>,
    /// Titles of its documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// Ids of related events; each names the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Ids of states that it concerned without their being hosts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// How often its dates, place or state have changed since it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// The day of the last such change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the record describes.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// When an event begins on its first day and ends on its last.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Times {
    /// `10:00`, of the clocks there.
    pub start: String,
    /// `13:00`, of the clocks there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Time zone of the IANA data base: `Asia/Baku`.
    pub zone: String,
}

/// A kind of event.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventType {
    /// Used in addresses: `summit`.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// What marks it on the timeline: a word of docs/data.md.
    pub mark: String,
    /// Colour on light and dark ground, `#rrggbb`.
    pub colours: Colours,
}

/// A body that meets.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organ {
    /// Used in addresses: `bureau`.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// Whose organ it is: `network`, `movement`, or an id of organisations.json.
    pub body: String,
    /// The larger organ of which it is a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// What it is and does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who holds an office in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// An office that a member holds in an organ.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Office {
    /// Id of members.json.
    pub member: String,
    /// `chair` or `vice-chair`.
    pub office: String,
    /// Since when, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// A step in the history of the network.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryStep {
    /// Id of events.json.
    pub event: String,
    /// What happened.
    pub text: String,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// A state that is named and does not belong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Country {
    /// ISO 3166-1 alpha-3 in lower case.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// Id of a region in network.json, where it lies in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// A change of the data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The day on which it was published.
    pub date: String,
    /// What changed.
    pub text: String,
}
