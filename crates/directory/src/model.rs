//! The directory: everything that is known, sound by construction.
//!
//! The crate `editing` makes these types from the text of the data files.

mod contacts;
mod deferred;
mod editions;
mod events;
mod idx;
mod localized;
mod map;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use serde_repr::{Deserialize_repr, Serialize_repr};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use crate::PartialDate;
use crate::SortedSet;
use crate::catalogue::{Catalogue, ContentTranslations};

pub use contacts::{Contact, ContactHolder, ContactKind};
pub use contacts::{ContactClass, ContactDetails};
pub use deferred::Deferred;
pub use editions::{ChangeKind, Edition, FieldChange, FileChanges, RecordChange};
pub use events::{Body, Country, Event, EventState, EventType, MarkShape};
pub use events::{Change, EventDetails, EventTimes, HistoryStep};
pub use events::{Office, OfficeHolder, Organ};
pub use idx::{CountryIdx, EventIdx, EventTypeIdx, FormerMemberIdx, MemberIdx, NameRanks};
pub use idx::{OrganIdx, OrganisationIdx, RegionIdx, SourceIdx, StateIdx, SubRegionIdx};
pub use localized::Localized;
pub use map::{Boundary, Map, Outline};

/// Which of two names comes first for readers of a language.
pub type Collation = dyn Fn(&str, &str) -> Ordering;

/// Everything the directory shows; immutable, and living as long as the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Directory {
    /// What the site says, in the reader's language.
    pub catalogue: Arc<Catalogue>,
    /// What the data say, in the reader's language.
    pub translations: ContentTranslations,
    /// The network itself.
    pub network: Network,
    /// Members and observers, by id.
    pub members: Vec<Member>,
    /// Related and observer organisations, by id.
    pub organisations: Vec<Organisation>,
    /// Events, in the order of time.
    pub events: Deferred<Event>,
    /// Sources, by id.
    pub sources: Deferred<Source>,
    /// How the map treats sensitive cases, by id.
    pub boundaries: Vec<Boundary>,
    /// The outlines; none where map.json could not be read, or that part of
    /// the snapshot has not come.
    pub map: OnceLock<Map>,
    /// The order of members by name.
    pub name_ranks: NameRanks,
    /// Sub-regions, by name.
    pub sub_regions_by_name: Vec<SubRegionIdx>,
    /// The states in which events took place, by name.
    pub event_countries: Vec<StateIdx>,
    /// Former members, by name.
    pub former_by_name: Vec<FormerMemberIdx>,
    /// Characters of the reader's language that the search takes for another
    /// one, each followed by that: `國国東东`.
    pub letter_variants: String,
}

/// The network itself.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Network {
    /// Stable id.
    pub id: String,
    /// Full name.
    pub names: LocalizedText,
    /// A name that fits a phone's header.
    pub short_names: LocalizedText,
    /// What the directory is.
    pub taglines: LocalizedText,
    /// What the network is for.
    pub purpose: LocalizedText,
    /// Interface languages, the default first; never empty.
    pub languages: Vec<String>,
    /// The body that members belong to.
    pub movement: LocalizedText,
    /// In the order of legends and colours.
    pub regions: Vec<Region>,
    /// Finer regions, of UN M49.
    pub sub_regions: Vec<SubRegion>,
    /// The organisation whose membership is a filter.
    pub membership_filter: Option<OrganisationIdx>,
    /// Kinds of events, in the order of legends.
    pub event_types: Vec<EventType>,
    /// Organs of the network, of its movement and of organisations.
    pub organs: Vec<Organ>,
    /// How the network came to be; told by a page that is read as published.
    #[serde(skip)]
    pub history: Vec<HistoryStep>,
    /// States that are named and do not belong.
    pub countries: Vec<Country>,
    /// What changed in the data, the newest first; told by a feed.
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// Shown inside every map.
    pub disclaimer: LocalizedText,
    /// Where readers report an error: https or mailto.
    pub report: Option<String>,
    /// When contacts call for a new look.
    pub contacts: ContactSettings,
    /// Version of the data, `2026.11.23`.
    pub data_version: String,
    /// The day on which the facts were last gathered.
    pub data_date: PartialDate,
    /// The editions of the data that are kept, the newest first, which is that
    /// of these facts or a later one; empty where none is kept.
    pub editions: Vec<Edition>,
    /// The licence of the whole.
    pub licence: LocalizedText,
    /// States that belonged and left.
    pub former_members: Vec<FormerMember>,
    /// Where the record comes from.
    #[serde(skip)]
    pub provenance: Provenance,
}

/// When contacts call for a new look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct ContactSettings {
    /// For so many months after its date a contact counts as fresh; twelve
    /// where the network does not say.
    pub fresh_months: u16,
    /// Websites that were last checked before are told and not linked; all are
    /// linked where the network does not say.
    pub links_since: Option<PartialDate>,
}

impl Default for ContactSettings {
    fn default() -> Self {
        Self {
            fresh_months: 12,
            links_since: None,
        }
    }
}

/// A region of the network.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Region {
    /// Used in addresses.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// As in a sentence, with what a language puts before it, where that
    /// differs from other names: "in the north".
    pub in_sentence: LocalizedText,
    /// Colours, checked as `#rrggbb`.
    pub colours: Colours,
}

/// A colour on either ground, `#rrggbb`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct Colours {
    /// On light ground.
    pub light: String,
    /// On dark ground.
    pub dark: String,
}

/// A region of UN M49.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct SubRegion {
    /// Used in addresses.
    pub id: String,
    /// Three digits.
    pub m49: String,
    /// The next larger one.
    pub parent: Option<SubRegionIdx>,
    /// Names by language.
    pub names: LocalizedText,
    /// As in a sentence, like those of regions.
    pub in_sentence: LocalizedText,
}

/// A state that belonged and left.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct FormerMember {
    /// Three letters.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// The region of the network.
    pub region: RegionIdx,
    /// Ids of the outlines of today that its land had.
    pub shapes: Vec<String>,
    /// Date of joining.
    pub joined: PartialDate,
    /// Date of leaving.
    pub left: PartialDate,
    /// How it left.
    pub how: LocalizedText,
    /// The member that followed it.
    pub successor: Option<MemberIdx>,
    /// Where the record comes from.
    pub provenance: Provenance,
}

/// A member or observer state with its parliament.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Member {
    /// ISO 3166-1 alpha-3 in lower case.
    pub id: MemberId,
    /// Used in addresses.
    pub slug: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub iso2: String,
    /// UN M49, three digits.
    pub m49: String,
    /// Wikidata item.
    #[serde(skip)]
    pub wikidata: Option<String>,
    /// The name shown.
    pub names: LocalizedText,
    /// Customary names where they differ.
    pub common_names: LocalizedText,
    /// Formal names.
    pub formal_names: LocalizedText,
    /// What the state calls itself.
    pub native_names: Vec<Name>,
    /// Further names.
    pub aliases: Vec<Name>,
    /// Member or observer.
    pub status: Status,
    /// The region of the network.
    pub region: RegionIdx,
    /// The region of UN M49.
    pub sub_region: SubRegionIdx,
    /// Date of joining; none for observers.
    pub joined: Option<PartialDate>,
    /// The meeting at which it joined.
    #[serde(skip)]
    pub joined_at: Option<String>,
    /// The first year in which it did not belong, though it had joined.
    pub absent_from: Option<PartialDate>,
    /// The last such year.
    pub absent_until: Option<PartialDate>,
    /// Observer since.
    pub observing_since: Option<PartialDate>,
    /// The member within which it once lay.
    pub part_of: Option<PartOf>,
    /// The capital, where it is known.
    pub capital: Option<Locality>,
    /// Membership of organisations.
    pub memberships: Vec<Membership>,
    /// How its parliament and the chambers of that are reached: the whole
    /// first, then by kind.
    #[serde(skip)]
    pub contacts: Deferred<Contact>,
    /// Its parliament; none where the record could not be read.
    pub parliament: Option<Parliament>,
    /// How each of [`crate::facets::RECORD_FIELDS`] stands; empty until
    /// that is worked out.
    pub record_states: Vec<RecordState>,
    /// What a reader should know of the record.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// Where the record comes from.
    #[serde(skip)]
    pub provenance: Provenance,
}

/// The member within which a state once lay.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct PartOf {
    /// The whole.
    pub member: MemberId,
    /// When the part became a state of its own.
    pub until: PartialDate,
}

/// How a field of a member stands on the date of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize_repr, Deserialize_repr)]
#[repr(u8)]
pub enum RecordState {
    /// Not on record.
    Missing,
    /// On record.
    Fresh,
    /// On record, and older than the network's limit or not dated.
    Old,
}

/// Whether a state belongs or observes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    Member,
    Observer,
}

/// A city with its position.
#[derive(Debug, Clone, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Locality {
    /// Its names.
    pub city: Arc<LocalizedText>,
    /// Of the city.
    pub position: LonLat,
}

/// A point on Earth, degrees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct LonLat {
    /// East positive, -180 to 180.
    pub lon: f64,
    /// North positive, -90 to 90.
    pub lat: f64,
}

/// Membership of a parliament in an organisation.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Membership {
    /// To which it belongs.
    pub organisation: OrganisationIdx,
    /// Full member or something else.
    pub status: MembershipStatus,
    /// Source, date, note and what others say.
    #[serde(skip)]
    pub origin: Origin,
}

/// How a parliament stands to an organisation.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MembershipStatus {
    Member,
    Suspended,
    Participant,
    Unknown,
}

/// A parliament.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Parliament {
    /// Names, the default language first; never empty.
    pub names: Vec<Name>,
    /// Number of chambers, or none.
    pub structure: Structure,
    /// Whether it works.
    pub status: ParliamentStatus,
    /// Where it sits.
    pub seat: Locality,
    /// Wikidata item.
    #[serde(skip)]
    pub wikidata: Option<String>,
    /// Last election of the lower or single chamber.
    pub last_election: Option<PartialDate>,
    /// Next election, as expected on the date of its source.
    pub next_election: Option<PartialDate>,
    /// Lower or single first.
    pub chambers: Vec<Chamber>,
    /// What a reader should know of the record.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// Where the record comes from.
    #[serde(skip)]
    pub provenance: Provenance,
}

/// How many chambers a parliament has.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Structure {
    Unicameral,
    Bicameral,
    None,
    Suspended,
}

/// Whether a parliament works.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ParliamentStatus {
    Functioning,
    Transitional,
    Dissolved,
    Suspended,
}

/// A chamber.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Chamber {
    /// Single, lower or upper.
    pub kind: ChamberKind,
    /// Names, the default language first; never empty.
    pub names: Vec<Name>,
    /// Seats by law.
    pub seats: Option<u32>,
    /// Seats filled.
    pub filled: Option<u32>,
    /// Women among the filled seats.
    pub women: Option<u32>,
    /// Share of women among the filled seats, percent.
    pub women_share: Option<f64>,
    /// Length of a term, years.
    pub term: Option<u32>,
    /// How it is elected.
    pub electoral_system: Option<ElectoralSystem>,
    /// How the seats are filled, as the source words it.
    #[serde(skip)]
    pub composition: Option<String>,
    /// A vote after the date of the figures.
    #[serde(skip)]
    pub later_election: Option<PartialDate>,
    /// What a reader should know.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// Where the record comes from.
    #[serde(skip)]
    pub provenance: Provenance,
}

/// Which chamber of its parliament.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChamberKind {
    Single,
    Lower,
    Upper,
}

/// How a chamber is elected, in the words of IPU Parline.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize_repr, Deserialize_repr,
)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ElectoralSystem {
    PluralityMajority,
    ProportionalRepresentation,
    Mixed,
    Appointed,
    IndirectElection,
    IndirectElectionAndAppointment,
    Other,
}

/// A related or observer organisation.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Organisation {
    /// Stable id.
    pub id: String,
    /// Names by language.
    pub names: LocalizedText,
    /// Usual abbreviation.
    pub abbreviation: Option<String>,
    /// Date of founding.
    #[serde(skip)]
    pub founded: Option<PartialDate>,
    /// Its seat.
    #[serde(skip)]
    pub seat: Option<Locality>,
    /// Country of the seat, three letters, member or not.
    #[serde(skip)]
    pub country: Option<String>,
    /// How it is reached, by kind.
    #[serde(skip)]
    pub contacts: Vec<Contact>,
    /// Number of its members.
    #[serde(skip)]
    pub members_count: Option<u32>,
    /// Related to the network.
    pub related: bool,
    /// Observer of the movement.
    pub observer: bool,
    /// Observer of the network.
    pub network_observer: bool,
    /// Observer since.
    pub observing_since: Option<PartialDate>,
    /// What a reader should know.
    #[serde(skip)]
    pub notes: Vec<String>,
    /// Where the record comes from.
    #[serde(skip)]
    pub provenance: Provenance,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: Option<String>,
    /// Where it was read.
    pub url: Option<String>,
    /// Group of the licence: `public-domain`, `cc-by`, …
    pub licence: String,
    /// The licence in full words.
    pub terms: String,
    /// What was taken from it.
    #[serde(skip)]
    pub covers: Option<String>,
    /// Date retrieved.
    pub retrieved: PartialDate,
    /// Common reference knowledge: no stored source confirms it.
    pub unverified: bool,
    /// What rests on it.
    #[serde(skip)]
    pub scope: SourceScope,
}

/// What rests on sources, which are listed apart by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SourceScope {
    /// Facts of any kind.
    #[default]
    Facts,
    /// Events and the history of the network alone.
    Events,
    /// Contacts alone.
    Contacts,
    /// Parliaments and their contacts alone.
    Parliaments,
}

/// A name with its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
pub struct Name {
    /// BCP 47; `und` where unknown.
    pub lang: String,
    /// The name.
    pub name: String,
    /// Who tells it; empty where the record's sources hold.
    #[serde(skip)]
    pub sources: Vec<SourceIdx>,
}

/// Text by language; holds the network's default language where it is required.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalizedText(pub BTreeMap<String, String>);

impl LocalizedText {
    /// The text in `language`, else in English, else in any language, with
    /// the language it is in.
    pub fn in_language<'a>(&'a self, language: &'a str) -> Option<(&'a str, &'a str)> {
        let found = [language, "en"]
            .into_iter()
            .find_map(|tag| self.0.get_key_value(tag));
        let (tag, text) = found.or_else(|| self.0.iter().next())?;
        Some((tag, text))
    }

    /// The text in `language` or the best other one; empty if there is none.
    pub fn get<'a>(&'a self, language: &'a str) -> &'a str {
        self.in_language(language).map_or("", |(_, text)| text)
    }
}

/// Where a value comes from, how old it is and how sure.
#[derive(Debug, Clone, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Origin {
    /// Who tells it.
    pub sources: Vec<SourceIdx>,
    /// The date that the value describes.
    #[serde(skip)]
    pub as_of: Option<PartialDate>,
    /// Worked out from its sources rather than read in one.
    #[serde(skip)]
    pub derived: bool,
    /// What a reader should know.
    #[serde(skip)]
    pub note: Option<String>,
    /// What others say.
    #[serde(skip)]
    pub also: Vec<Other>,
}

/// A differing value.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// The other value.
    pub value: String,
    /// Who tells it.
    pub sources: Vec<SourceIdx>,
    /// Why it may differ.
    pub note: Option<String>,
}

/// Origins of a record: one for the whole, others for single fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize_tuple, Deserialize_tuple)]
pub struct Provenance {
    /// Holds where `fields` says nothing else.
    pub record: Origin,
    /// By field name and in the order of names; complete: what a field leaves
    /// out is filled from the record. A list, since a map of such values would
    /// cost the browser 3 KB of program.
    #[serde(skip)]
    pub fields: Vec<(String, Origin)>,
}

impl Provenance {
    /// Where the value of `field` comes from.
    pub fn origin_of(&self, field: &str) -> &Origin {
        let mut fields = self.fields.iter();
        let own = fields.find(|(name, _)| name == field);
        own.map_or(&self.record, |(_, origin)| origin)
    }

    /// Whether `field` has an origin of its own.
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|(name, _)| name == field)
    }
}

/// ISO 3166-1 alpha-3 in lower case, or a private code of that form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MemberId(String);

impl MemberId {
    /// The three letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MemberId {
    type Err = ParseMemberIdError;

    fn from_str(text: &str) -> Result<Self, ParseMemberIdError> {
        let holds = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        holds
            .then(|| Self(text.to_owned()))
            .ok_or(ParseMemberIdError)
    }
}

impl fmt::Display for MemberId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The text is not three lower-case letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseMemberIdError;

impl Directory {
    /// The member with this id.
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        Some(&self[self.member_idx(id)?])
    }

    /// Where the member with this id stands.
    pub fn member_idx(&self, id: &MemberId) -> Option<MemberIdx> {
        let found = self.members.binary_search_by(|member| member.id.cmp(id));
        Some(MemberIdx::new(found.ok()?))
    }

    /// The events that were held in a member's land; none as long as the events
    /// have not come.
    pub fn events_hosted(&self, member: MemberIdx) -> impl Iterator<Item = &Event> {
        let here = Some(StateIdx::Member(member));
        let events = self.events.iter();
        events.filter(move |event| event.country == here && event.state == EventState::Held)
    }

    /// The members by name.
    pub fn by_name(&self) -> impl Iterator<Item = &Member> {
        let by_name = self.name_ranks.in_order().into_iter();
        by_name.map(|member| &self[member])
    }

    /// The member at this address.
    pub fn member_at(&self, slug: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.slug == slug)
    }

    /// The edition of this number, if it is kept.
    pub fn edition(&self, version: &str) -> Option<&Edition> {
        let mut editions = self.network.editions.iter();
        editions.find(|edition| edition.version == version)
    }

    /// The directory with all that is shown by name in this order.
    #[must_use]
    pub fn with_name_order(mut self, collation: &Collation) -> Self {
        let language = self.language().to_owned();
        let in_order = |names: &mut dyn Iterator<Item = &LocalizedText>| {
            let names = names.map(|names| names.get(&language).to_owned());
            by_name(&names.collect::<Vec<_>>(), collation).into_iter()
        };
        let members = in_order(&mut self.members.iter().map(|member| &member.names));
        let members: Vec<MemberIdx> = members.map(MemberIdx::new).collect();
        let sub_regions = self.network.sub_regions.iter();
        let sub_regions = in_order(&mut sub_regions.map(|sub_region| &sub_region.names));
        let former = self.network.former_members.iter();
        let former = in_order(&mut former.map(|former| &former.names));
        let countries: SortedSet<StateIdx> = self
            .events
            .iter()
            .filter_map(|event| event.country)
            .collect();
        let event_countries = in_order(&mut countries.iter().map(|state| self.names_of(*state)));
        self.event_countries = event_countries.map(|index| countries[index]).collect();
        self.former_by_name = former.map(FormerMemberIdx::new).collect();
        self.sub_regions_by_name = sub_regions.map(SubRegionIdx::new).collect();
        self.name_ranks = NameRanks::from_order(&members);
        self
    }

    /// The reader's language, BCP 47.
    pub fn language(&self) -> &str {
        self.catalogue.language_code()
    }

    /// The network's own language, which every text of the data has.
    pub fn own_language(&self) -> &str {
        self.network.languages.first().map_or("en", String::as_str)
    }
}

/// The indices of `names` in the order of `collation`; equals keep theirs.
fn by_name(names: &[String], collation: &Collation) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..names.len()).collect();
    indices.sort_by(|one, other| collation(&names[*one], &names[*other]));
    indices
}

impl ParliamentStatus {
    /// Whether it has members who meet. Figures of one that does not are those
    /// of the past: they rank nothing and count in no sum.
    pub fn sits(self) -> bool {
        matches!(self, Self::Functioning | Self::Transitional)
    }
}

impl Member {
    /// Its parliament, where that sits.
    pub(crate) fn sitting_parliament(&self) -> Option<&Parliament> {
        let parliament = self.parliament.as_ref();
        parliament.filter(|parliament| parliament.status.sits())
    }

    /// Seats by law of all chambers, where each is known; none of a parliament
    /// that does not sit.
    pub fn seats(&self) -> Option<u32> {
        let chambers = &self.sitting_parliament()?.chambers;
        let known: Option<Vec<u32>> = chambers.iter().map(|chamber| chamber.seats).collect();
        known
            .filter(|seats| !seats.is_empty())
            .map(|seats| seats.iter().sum())
    }

    /// Its site, or else that of a chamber.
    pub fn website(&self) -> Option<&Contact> {
        let mut contacts = self.contacts.iter();
        contacts.find(|contact| contact.kind == ContactKind::Website)
    }

    /// The lower or single chamber of a parliament that sits.
    pub fn first_chamber(&self) -> Option<&Chamber> {
        self.sitting_parliament()?.chambers.first()
    }

    /// The chamber of a kind of a parliament that sits.
    pub fn chamber(&self, kind: ChamberKind) -> Option<&Chamber> {
        let mut chambers = self.sitting_parliament()?.chambers.iter();
        chambers.find(|chamber| chamber.kind == kind)
    }

    /// Share of women in the lower or single chamber, percent: the figure by
    /// which the IPU ranks parliaments; none of one that does not sit.
    pub fn women_share(&self) -> Option<f64> {
        self.first_chamber()?.women_share
    }
}
