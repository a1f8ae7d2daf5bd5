//! The directory as the program reads it: proved by `editing`, written by
//! `publish`, verified by its hash and taken as it is.
//!
//! JSON without field names: each record is an array of its fields in their
//! order. Names would cost every reader more than their bytes, since code that
//! reads them is four times as large (docs/decisions/snapshot.md). Ids are
//! resolved, names are in order. A field with `#[serde(skip)]` is one that only
//! published pages tell.
//!
//! [`Part`] says which part brings what. What is said in a language is a part
//! of its own, for each language.

mod positional;

use std::fmt;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use crate::Directory;
use crate::catalogue::{Catalogue, ContentTranslations, SiteLanguage};
use crate::model::{Contact, Deferred, Event, Map, Member, Name, Network, Organisation, Source};
use crate::model::{FormerMemberIdx, NameRanks, StateIdx, SubRegionIdx};

/// The form of the snapshot. Each change of a type in it is another form.
pub const VERSION: u32 = 7;

/// A part of the snapshot that all languages share; a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The network, its members and organisations: what every page needs.
    Core,
    /// How members are reached.
    Contacts,
    /// The events.
    Events,
    /// What is said of sources by exports and by what is told of a past year.
    Sources,
    /// Where the outlines lie; they themselves stand in the picture of the map.
    Map,
}

impl Part {
    /// All parts, the one that others build upon first.
    pub const ALL: [Self; 5] = [
        Self::Core,
        Self::Contacts,
        Self::Events,
        Self::Sources,
        Self::Map,
    ];

    /// Whether a page that needs it can be shown without.
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Sources | Self::Map)
    }

    /// What its file is called: `events`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Contacts => "contacts",
            Self::Events => "events",
            Self::Sources => "sources",
            Self::Map => "map",
        }
    }
}

/// Why a part cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnapshotError {
    /// It is of another version of the site than the program.
    OtherVersion,
    /// It is no part of a snapshot.
    Unreadable,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherVersion => formatter.write_str("is of another version of the site"),
            Self::Unreadable => formatter.write_str("is no part of a snapshot"),
        }
    }
}

#[derive(Serialize_tuple, Deserialize_tuple)]
struct Core {
    network: Network,
    members: Vec<Member>,
    organisations: Vec<Organisation>,
}

/// What is said in one language: a part for each.
#[derive(Serialize_tuple, Deserialize_tuple)]
pub struct LanguagePart {
    /// What the site says.
    pub catalogue: Arc<Catalogue>,
    /// All languages in which there is a site.
    pub languages: Vec<SiteLanguage>,
    /// What the data say.
    translations: ContentTranslations,
    name_ranks: NameRanks,
    sub_regions_by_name: Vec<SubRegionIdx>,
    event_countries: Vec<StateIdx>,
    former_by_name: Vec<FormerMemberIdx>,
    letter_variants: String,
    /// For each member, the aliases that only readers of the language type.
    aliases: Vec<Vec<Name>>,
}

/// The text of a part.
pub fn write(directory: &Directory, part: Part) -> String {
    match part {
        Part::Core => {
            let mut members = directory.members.clone();
            for member in &mut members {
                member.aliases.retain(|alias| own_language(alias).is_none());
            }
            encode(&(&directory.network, members, &directory.organisations))
        }
        Part::Contacts => {
            let members = directory.members.iter();
            encode(&members.map(|member| &*member.contacts).collect::<Vec<_>>())
        }
        Part::Events => encode(&*directory.events),
        Part::Sources => encode(&*directory.sources),
        Part::Map => encode(&directory.map.get()),
    }
}

impl LanguagePart {
    /// The part of the language of `directory`, with `translations` as the
    /// translations of the data; `languages` are all in which there is a site.
    pub fn write(
        directory: &Directory,
        translations: &ContentTranslations,
        languages: &[SiteLanguage],
    ) -> String {
        let is_own = |alias: &&Name| own_language(alias) == Some(directory.language());
        let own = |member: &Member| member.aliases.iter().filter(is_own).cloned().collect();
        encode(&Self {
            catalogue: Arc::new(directory.catalogue.without_published()),
            languages: languages.to_vec(),
            translations: translations.clone(),
            name_ranks: directory.name_ranks.clone(),
            sub_regions_by_name: directory.sub_regions_by_name.clone(),
            event_countries: directory.event_countries.clone(),
            former_by_name: directory.former_by_name.clone(),
            letter_variants: directory.letter_variants.clone(),
            aliases: directory.members.iter().map(own).collect(),
        })
    }

    /// Reads the part.
    ///
    /// # Errors
    /// It cannot be taken.
    pub fn read(text: &str) -> Result<Self, SnapshotError> {
        let part: Self = decode(text)?;
        // Texts are found by their place.
        if part.catalogue.is_complete() {
            Ok(part)
        } else {
            Err(SnapshotError::OtherVersion)
        }
    }

    /// The directory in this language, by the text of [`Part::Core`]; the other
    /// parts may follow.
    ///
    /// # Errors
    /// That part cannot be taken, or has other members than this one.
    pub fn directory(self, core: &str) -> Result<Directory, SnapshotError> {
        let mut core: Core = decode(core)?;
        if core.members.len() != self.name_ranks.count() {
            return Err(SnapshotError::OtherVersion);
        }
        for (member, aliases) in core.members.iter_mut().zip(self.aliases) {
            member.aliases.extend(aliases);
        }
        Ok(Directory {
            catalogue: self.catalogue,
            translations: self.translations,
            network: core.network,
            members: core.members,
            organisations: core.organisations,
            events: Deferred::default(),
            sources: Deferred::default(),
            boundaries: Vec::new(),
            map: OnceLock::new(),
            name_ranks: self.name_ranks,
            sub_regions_by_name: self.sub_regions_by_name,
            event_countries: self.event_countries,
            former_by_name: self.former_by_name,
            letter_variants: self.letter_variants,
        })
    }
}

impl Directory {
    /// Takes a further part; one that is here already stays.
    ///
    /// # Errors
    /// It cannot be taken.
    pub fn add(&self, part: Part, text: &str) -> Result<(), SnapshotError> {
        match part {
            Part::Core => {}
            Part::Contacts => {
                let contacts: Vec<Vec<Contact>> = decode(text)?;
                if contacts.len() != self.members.len() {
                    return Err(SnapshotError::Unreadable);
                }
                for (member, contacts) in self.members.iter().zip(contacts) {
                    member.contacts.fill(contacts);
                }
            }
            Part::Events => self.events.fill(decode::<Vec<Event>>(text)?),
            Part::Sources => self.sources.fill(decode::<Vec<Source>>(text)?),
            Part::Map => {
                if let Some(map) = decode::<Option<Map>>(text)? {
                    // An error is a map that is here already.
                    let _ = self.map.set(map);
                }
            }
        }
        Ok(())
    }

    /// Whether a part has come.
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Core => true,
            Part::Contacts => self
                .members
                .iter()
                .all(|member| member.contacts.is_filled()),
            Part::Events => self.events.is_filled(),
            Part::Sources => self.sources.is_filled(),
            Part::Map => self.map.get().is_some(),
        }
    }
}

/// The language whose readers alone type a name, since it is in another script
/// of theirs: `zh` of `zh-Hant-HK`; none for Latin script, which all can type.
fn own_language(name: &Name) -> Option<&str> {
    let mut tags = name.lang.split('-');
    let language = tags.next();
    let script = tags.next().filter(|tag| tag.len() == 4 && *tag != "Latn");
    script.and(language)
}

/// The text of a value in this version: `[1,…]`.
fn encode(value: &(impl Serialize + ?Sized)) -> String {
    let text = serde_json::to_string(&(VERSION, value));
    text.expect("the types of the snapshot have no keys but texts")
}

/// The value in a text of this version.
fn decode<T: DeserializeOwned>(text: &str) -> Result<T, SnapshotError> {
    let version = text
        .strip_prefix('[')
        .and_then(|text| text.split(',').next());
    let version = version.and_then(|version| version.parse::<u64>().ok());
    if version.is_some_and(|version| version != u64::from(VERSION)) {
        return Err(SnapshotError::OtherVersion);
    }
    let json = serde_json::from_str(text);
    // What the parser says of it would help nobody, and is 2 KB of the program.
    let json = json.map_err(|_| SnapshotError::Unreadable)?;
    let value = positional::value_of::<(u32, T)>(json);
    let (_, value) = value.ok_or(SnapshotError::Unreadable)?;
    Ok(value)
}
