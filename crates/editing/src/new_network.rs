//! The files of a new network, from the codes of its members: small, without
//! findings, and ready to be edited.
//!
//! Nothing in them is invented. What codes do not tell (parliaments, capitals,
//! dates of joining) is missing, as any fact may be; what must be there and
//! nobody has said yet says so itself, and the two events are named examples.

mod territories;

use std::collections::{BTreeMap, BTreeSet};

use directory::catalogue::ContentTranslations;
use directory::catalogue::translations::pattern;
use directory::{Catalogue, PartialDate};
use icu_normalizer::DecomposingNormalizerBorrowed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::canonical::to_text;
use crate::files::{DataFiles, FILES, FINE_MAP, texts_of};
use crate::records::{
    Boundary, Codes, Colours, DataVersion, Event, EventType, Map, Member, Names, Network, Origin,
    Region, Source, SubRegion,
};
use territories::Territory;

pub use territories::{CLDR_VERSION, Territories};

/// The source of names, codes and regions.
const CLDR: &str = "cldr-48.2";
/// The source of what the members are, until a real one is cited.
const NAMED: &str = "named";
/// The source of the examples.
const EXAMPLE: &str = "example";

/// The language in which the project's own data are.
const ENGLISH: &str = "en";

/// What it looks like to begin with.
#[derive(Deserialize)]
struct Palette {
    /// As many as a continent has parts.
    regions: Vec<Colours>,
    /// Two, one for each example.
    event_types: [EventKind; 2],
}

/// A kind of event, whose id is the key of its text too.
#[derive(Deserialize)]
struct EventKind {
    id: String,
    mark: String,
    colours: Colours,
}

/// What a new network is made from.
pub struct NewNetwork<'a> {
    /// Its name, in its own language.
    pub name: &'a str,
    /// The codes of its members, ISO 3166-1 alpha-3, in either case.
    pub members: &'a [String],
    /// The catalogues of its languages, its own first.
    pub languages: &'a [Catalogue],
    /// The day on which it is made; that of the project's data, which the map
    /// comes from, where this is later.
    pub date: PartialDate,
}

/// Why no network is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub help: String,
}

/// Makes the files of `wanted`.
///
/// The map and its boundaries are those of `project`, the project's own data,
/// whose translations serve as well.
///
/// # Errors
/// A code is not known or named twice, or there are no texts in a language.
pub fn new_network(
    wanted: &NewNetwork<'_>,
    territories: &Territories,
    project: &DataFiles,
) -> Result<DataFiles, Refusal> {
    let mut maker = Maker::new(wanted, territories, project)?;
    let states = maker.states()?;
    let mut files = DataFiles::new();
    let mut add = |file: &str, text: String| files.insert(file.to_owned(), text);
    add("network.json", to_text(&maker.network(&states)));
    add("members.json", to_text(&maker.members(&states)));
    add("events.json", to_text(&maker.events()));
    add("boundaries.json", to_text(&maker.boundaries()));
    add("sources.json", to_text(&maker.sources()));
    for file in [
        "parliaments.json",
        "contacts.json",
        "organisations.json",
        "cities.json",
    ] {
        add(file, to_text(&[(); 0]));
    }
    for file in ["map.json", FINE_MAP] {
        if let Some(map) = project.get(file) {
            add(file, map.clone());
        }
    }
    for language in maker.language_codes().skip(1) {
        let [file, _] = texts_of(language);
        add(&file, to_text(&maker.translations(language)));
    }
    Ok(files)
}

/// `name` as it stands in an address: small letters and digits without accents,
/// with single hyphens between; empty where none of its letters is Latin.
pub fn slug(name: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(name);
    let plain = decomposed.to_ascii_lowercase().replace(is_mark, "");
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// Whether this is the accent of the letter before, or an apostrophe.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\'' | '’')
}

/// A member, its code in lower case.
struct State<'a> {
    id: String,
    territory: &'a Territory,
}

struct Maker<'a> {
    wanted: &'a NewNetwork<'a>,
    territories: &'a Territories,
    project: &'a DataFiles,
    /// The date of the data.
    date: PartialDate,
    palette: Palette,
    /// What a new network says, by language.
    texts: BTreeMap<String, Names>,
    /// The ids of the shapes of the map.
    drawn: BTreeSet<String>,
    /// The project's translations, in the order of the languages.
    translations: Vec<ContentTranslations>,
    /// Sentences that stand in the files in the network's own language alone.
    sentences: Vec<Names>,
}

impl<'a> Maker<'a> {
    fn new(
        wanted: &'a NewNetwork<'a>,
        territories: &'a Territories,
        project: &'a DataFiles,
    ) -> Result<Self, Refusal> {
        let texts = serde_json::from_str(include_str!("new_network/texts.json"));
        let texts: BTreeMap<String, Names> = texts.expect("the file beside this is texts");
        let palette = serde_json::from_str(include_str!("new_network/palette.json"));
        let translations = wanted.languages.iter().map(|words| {
            let mut all = ContentTranslations::default();
            for file in texts_of(words.language_code()) {
                let read = project
                    .get(&file)
                    .map(|text| ContentTranslations::read(text));
                all.add(read.and_then(Result::ok).unwrap_or_default());
            }
            all
        });
        let map = project.get("map.json").map_or("", String::as_str);
        let map: Map = serde_json::from_str(map).unwrap_or_default();
        let network = project.get("network.json").map_or("", String::as_str);
        let network: Network = serde_json::from_str(network).unwrap_or_default();
        let date = network.data.date.parse().unwrap_or(wanted.date);
        let maker = Self {
            date: if date.is_surely_after(wanted.date) {
                date
            } else {
                wanted.date
            },
            wanted,
            territories,
            project,
            translations: translations.collect(),
            palette: palette.expect("the file beside this is a palette"),
            texts,
            drawn: map.shapes.into_iter().map(|shape| shape.id).collect(),
            sentences: Vec::new(),
        };
        let is_told = |language: &str| maker.texts.values().all(|text| text.contains_key(language));
        let untold = maker.language_codes().find(|language| !is_told(language));
        match untold {
            Some(language) => Err(Refusal {
                problem: format!("a new network has no texts in `{language}` to begin with"),
                help: "add them to crates/editing/src/new_network/texts.json".to_owned(),
            }),
            None => Ok(maker),
        }
    }

    fn language_codes(&self) -> impl Iterator<Item = &'a str> {
        self.wanted.languages.iter().map(Catalogue::language_code)
    }

    /// The network's own language.
    fn own(&self) -> &'a str {
        self.language_codes().next().unwrap_or(ENGLISH)
    }

    /// Its name in English, by which it stands in addresses.
    fn english<'b>(&'b self, code: &'b str) -> &'b str {
        self.territories.name(ENGLISH, code).unwrap_or(code)
    }

    /// The members, by code.
    fn states(&self) -> Result<Vec<State<'a>>, Refusal> {
        let mut states: Vec<State> = Vec::new();
        for code in self.wanted.members {
            let id = code.to_lowercase();
            let Some(territory) = self.drawn_state(&id) else {
                let nearest: Vec<String> = self.nearest(&id);
                return Err(Refusal {
                    problem: format!(
                        "`{code}` is no code of ISO 3166-1 alpha-3 that CLDR and the map have"
                    ),
                    help: format!("the nearest: {}", nearest.join(", ")),
                });
            };
            if states.iter().any(|state| state.id == id) {
                return Err(Refusal {
                    problem: format!("`{code}` is named twice"),
                    help: "name each member once".to_owned(),
                });
            }
            states.push(State { id, territory });
        }
        states.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(states)
    }

    /// A state that has a name, and a shape on the map.
    fn drawn_state(&self, id: &str) -> Option<&'a Territory> {
        let state = self.territories.state(id);
        state.filter(|_| self.drawn.contains(id))
    }

    /// The codes that may be meant by `text`, with the names of their states.
    fn nearest(&self, text: &str) -> Vec<String> {
        let states = self.territories.states();
        let states = states.filter(|(id, _)| self.drawn_state(id).is_some());
        let distance = |id: &str, state: &Territory| {
            let is_name = self.english(&state.iso2).to_lowercase() == *text;
            if is_name || state.iso2.to_lowercase() == *text {
                return 0;
            }
            let begins_otherwise = text.chars().next() != id.chars().next();
            1 + 2 * strsim::osa_distance(text, id) + usize::from(begins_otherwise)
        };
        let by_distance = states.map(|(id, state)| (distance(id, state), id, state));
        let by_distance: Vec<_> = by_distance.collect();
        let least = by_distance.iter().map(|(distance, ..)| *distance).min();
        let nearest = by_distance
            .iter()
            .filter(|(distance, ..)| Some(*distance) == least);
        let told = nearest.map(|(_, id, state)| format!("{id} ({})", self.english(&state.iso2)));
        told.take(3).collect()
    }

    /// A text of a new network, in its languages.
    fn text(&self, key: &str) -> Names {
        let text = &self.texts[key];
        let languages = self.language_codes();
        let texts = languages.map(|language| (language.to_owned(), text[language].clone()));
        texts.collect()
    }

    /// An English text of the project in the languages that it has, the
    /// network's own for one.
    fn translated(&self, english: &str) -> Names {
        let languages = self.wanted.languages.iter().zip(&self.translations);
        let texts = languages.filter_map(|(words, translations)| {
            let language = words.language_code();
            let is_given = language == ENGLISH || !pattern(english).0.contains(char::is_alphabetic);
            let given = is_given.then(|| english.to_owned());
            let text = given.or_else(|| translations.get(words, english))?;
            Some((language.to_owned(), text))
        });
        let mut texts: Names = texts.collect();
        let own = texts.entry(self.own().to_owned());
        own.or_insert_with(|| english.to_owned());
        texts
    }

    /// A sentence that the files hold in the network's own language, and its
    /// translations in files of their own.
    fn sentence(&mut self, texts: Names) -> String {
        let own = texts[self.own()].clone();
        self.sentences.push(texts);
        own
    }

    /// The translations of the sentences, by their patterns.
    fn translations(&self, language: &str) -> BTreeMap<String, String> {
        let sentences = self.sentences.iter().filter_map(|texts| {
            let translation = texts.get(language)?;
            Some((pattern(&texts[self.own()]).0, pattern(translation).0))
        });
        sentences.collect()
    }

    fn network(&self, states: &[State]) -> Network {
        let name = Names::from([(self.own().to_owned(), self.wanted.name.to_owned())]);
        let date = self.date.to_string();
        let id = slug(self.wanted.name);
        let regions = region_codes(states).into_iter().zip(&self.palette.regions);
        let sub_regions = states.iter().map(|state| &state.territory.sub_region);
        let sub_regions: BTreeSet<&String> = sub_regions.collect();
        let files = FILES.iter().filter(|file| **file != "network.json");
        Network {
            id: if id.is_empty() {
                "network".to_owned()
            } else {
                id
            },
            names: name.clone(),
            short_names: name,
            taglines: self.text("tagline"),
            purpose: self.text("purpose"),
            languages: self.language_codes().map(str::to_owned).collect(),
            movement: self.text("movement"),
            regions: regions
                .map(|(code, colours)| Region {
                    id: slug(self.english(code)),
                    names: self.names(code),
                    in_sentence: Names::new(),
                    colours: colours.clone(),
                })
                .collect(),
            sub_regions: sub_regions
                .into_iter()
                .map(|code| SubRegion {
                    id: slug(self.english(code)),
                    m49: code.clone(),
                    parent: None,
                    names: self.names(code),
                    in_sentence: Names::new(),
                })
                .collect(),
            event_types: self
                .palette
                .event_types
                .iter()
                .map(|kind| EventType {
                    id: kind.id.clone(),
                    names: self.text(&kind.id),
                    mark: kind.mark.clone(),
                    colours: kind.colours.clone(),
                })
                .collect(),
            disclaimer: self.text("disclaimer"),
            data: DataVersion {
                version: date.replace('-', "."),
                date: date.clone(),
            },
            licence: self.text("licence"),
            files: files.map(|file| (*file).to_owned()).collect(),
            sources: vec![NAMED.to_owned()],
            as_of: date,
            provenance: [("regions", CLDR), ("sub_regions", CLDR)]
                .map(|(field, source)| (field.to_owned(), origin(source)))
                .into(),
            ..Network::default()
        }
    }

    fn members(&self, states: &[State]) -> Vec<Member> {
        let regions = region_codes(states);
        let members = states.iter().map(|State { id, territory }| {
            let is_region = |code: &str| regions.contains(&code);
            let region = [&territory.continent, &territory.sub_region]
                .into_iter()
                .find(|code| is_region(code))
                .expect("the regions are those of the members");
            Member {
                id: id.clone(),
                slug: slug(self.english(&territory.iso2)),
                codes: Codes {
                    iso2: territory.iso2.clone(),
                    m49: territory.m49.clone(),
                    wikidata: None,
                },
                names: self.names(&territory.iso2),
                status: "member".to_owned(),
                region: slug(self.english(region)),
                sub_region: slug(self.english(&territory.sub_region)),
                sources: vec![CLDR.to_owned()],
                as_of: self.date.to_string(),
                provenance: [("status".to_owned(), origin(NAMED))].into(),
                ..Member::default()
            }
        });
        members.collect()
    }

    /// The names of a state or region, the network's own language for one.
    fn names(&self, code: &str) -> Names {
        let mut names = self.territories.names(self.language_codes(), code);
        let own = names.entry(self.own().to_owned());
        own.or_insert_with(|| self.english(code).to_owned());
        names
    }

    /// One that was held some weeks before the date of the data, and one of the
    /// year after it.
    fn events(&mut self) -> Vec<Event> {
        let past = PartialDate::from_day(self.date.day_range().0 - 30);
        let next = self.date.plus_months(12);
        let [kind, other_kind] = self
            .palette
            .event_types
            .each_ref()
            .map(|kind| kind.id.clone());
        [("held", kind, past), ("planned", other_kind, next)]
            .map(|(state, kind, start)| Event {
                id: format!("example-{state}"),
                kind,
                titles: self.text(state),
                state: state.to_owned(),
                start: start.to_string(),
                summary: Some(self.sentence(self.text("summary"))),
                sources: vec![EXAMPLE.to_owned()],
                as_of: self.date.to_string(),
                ..Event::default()
            })
            .to_vec()
    }

    /// The register of boundaries, as the map follows it.
    fn boundaries(&self) -> Vec<Boundary> {
        let mut boundaries: Vec<Boundary> = self.records("boundaries.json");
        for case in &mut boundaries {
            for texts in [
                &mut case.names,
                &mut case.drawn,
                &mut case.footnote,
                &mut case.authority,
            ] {
                *texts = self.translated(&texts[ENGLISH]);
            }
        }
        boundaries
    }

    /// What the files cite.
    fn sources(&mut self) -> Vec<Source> {
        let of_boundaries = self.records::<Boundary>("boundaries.json");
        let of_boundaries = of_boundaries.into_iter().flat_map(|case| case.sources);
        let cited: BTreeSet<String> = of_boundaries.collect();
        let mut sources: Vec<Source> = self.records("sources.json");
        sources.retain(|source| cited.contains(&source.id));
        for source in &mut sources {
            source.terms = self.sentence(self.translated(&source.terms));
            let covers = source.covers.take();
            source.covers = covers.map(|covers| self.sentence(self.translated(&covers)));
            if source.unverified {
                source.title = self.sentence(self.translated(&source.title));
            }
        }
        let retrieved = self.date.to_string();
        sources.push(Source {
            id: CLDR.to_owned(),
            title: format!("CLDR {CLDR_VERSION}: cldr-core, cldr-localenames-full"),
            publisher: Some("Unicode Consortium".to_owned()),
            url: Some("https://github.com/unicode-org/cldr-json".to_owned()),
            licence: "unicode".to_owned(),
            terms: self.sentence(self.translated("Unicode-3.0")),
            covers: Some(self.sentence(self.text("cldr_covers"))),
            retrieved: retrieved.clone(),
            unverified: false,
        });
        for (id, covers) in [(EXAMPLE, "example_covers"), (NAMED, "named_covers")] {
            sources.push(Source {
                id: id.to_owned(),
                title: self.sentence(self.text(id)),
                licence: "none".to_owned(),
                terms: self.sentence(self.translated("not applicable")),
                covers: Some(self.sentence(self.text(covers))),
                retrieved: retrieved.clone(),
                unverified: true,
                ..Source::default()
            });
        }
        sources.sort_by(|one, other| one.id.cmp(&other.id));
        sources
    }

    /// Records of the project's own data, which have been read before.
    fn records<R: DeserializeOwned>(&self, file: &str) -> Vec<R> {
        let text = self.project.get(file).map_or("[]", String::as_str);
        serde_json::from_str(text).unwrap_or_default()
    }
}

/// The continents; where all members are on one, its parts.
fn region_codes<'s>(states: &'s [State<'_>]) -> Vec<&'s str> {
    let distinct = |code: fn(&Territory) -> &str| -> BTreeSet<&'s str> {
        states.iter().map(|state| code(state.territory)).collect()
    };
    let continents = distinct(|territory| &territory.continent);
    let codes = if continents.len() > 1 {
        continents
    } else {
        distinct(|territory| &territory.sub_region)
    };
    codes.into_iter().collect()
}

fn origin(source: &str) -> Origin {
    Origin {
        sources: vec![source.to_owned()],
        ..Origin::default()
    }
}
