//! Which events a query shows.

use crate::facet_counts::Outcome;
use crate::model::{Directory, Event, EventIdx, EventState, Names, RegionIdx};
use crate::query::{EventFacet, Query};
use crate::regions::region_idx;
use crate::search::folded;
use crate::vocabulary::{EVENT_STATE, word};

/// The texts of all events as they are searched, in the order of these.
pub struct EventWords {
    texts: Vec<String>,
    decompose: fn(&str) -> String,
}

impl EventWords {
    /// Folds what is said of each event: title, theme, city, country, type
    /// and organ; `decompose` gives Unicode NFKD.
    pub fn of(directory: &Directory, decompose: fn(&str) -> String) -> Self {
        let texts = directory.events.iter().map(|event| {
            let told = |texts: &Names| directory.told_of(&texts.0).text.into_owned();
            let network = &directory.network;
            let mut text = String::new();
            let mut add = |part: &str| text.extend([part, " "]);
            add(&told(&event.titles));
            add(event.titles.get(directory.own_language()));
            add(&told(&network[event.kind].names));
            if let Some(organ) = event.organ {
                add(&told(&network[organ].names));
            }
            if let Some(theme) = &event.theme {
                add(&directory.told(theme).text);
            }
            if let Some(place) = &event.place {
                add(&told(&place.city));
            }
            for state in event.country.iter().chain(&event.hosts) {
                add(directory.names_of(*state).get(directory.language()));
            }
            add(&event.start.year().to_string());
            text
        });
        Self {
            texts: folded(&texts.collect::<Vec<_>>(), decompose),
            decompose,
        }
    }

    /// For each event, whether every one of these words begins one of its own.
    fn answers(&self, words: &str) -> Vec<bool> {
        let typed = folded(&[words.to_owned()], self.decompose);
        let typed = typed.first().map_or("", String::as_str);
        let answer = |text: &String| {
            typed.split(' ').all(|word| {
                // Scripts that part no words are found anywhere.
                let is_unparted = word.chars().next().is_some_and(|sign| sign > '\u{2e7f}');
                let begins = || text.contains(&format!(" {word}"));
                word.is_empty() || begins() || (is_unparted && text.contains(word))
            })
        };
        self.texts.iter().map(answer).collect()
    }
}

/// The events that the query lets through, in the order of time.
pub fn shown(directory: &Directory, words: &EventWords, query: &Query) -> Vec<EventIdx> {
    let passing = EventIdx::all(directory).zip(passing(directory, words, query));
    let shown = passing.filter(|(_, outcome)| *outcome == Some(Outcome::Passes));
    shown.map(|(event, _)| event).collect()
}

/// For each event, which facets it passes; none where the words leave it out.
pub(super) fn passing(
    directory: &Directory,
    words: &EventWords,
    query: &Query,
) -> Vec<Option<Outcome<EventFacet>>> {
    let answers = query.has_words().then(|| words.answers(&query.words));
    let regions = query.regions.iter();
    let regions = regions.filter_map(|id| region_idx(&directory.network, id));
    let regions: Vec<RegionIdx> = regions.collect();
    let passes_facet = |event: &Event, facet: EventFacet| {
        // Ids of regions that are not in the directory choose nothing.
        if facet == EventFacet::Region {
            let region = region(directory, event);
            return regions.is_empty() || region.is_some_and(|region| regions.contains(&region));
        }
        let chosen = query.chosen(facet);
        let value = value(directory, event, facet);
        chosen.is_empty() || value.is_some_and(|value| chosen.contains(&value))
    };
    let passes = |(index, event): (EventIdx, &Event)| {
        if answers
            .as_ref()
            .is_some_and(|answers| !answers[index.get()])
        {
            return None;
        }
        let facets = EventFacet::ALL.into_iter();
        Some(Outcome::of(
            facets.map(|facet| (facet, passes_facet(event, facet))),
        ))
    };
    EventIdx::each(directory).map(passes).collect()
}

/// What an event has in a facet, as an address says it.
pub(super) fn value(directory: &Directory, event: &Event, facet: EventFacet) -> Option<String> {
    let network = &directory.network;
    match facet {
        EventFacet::Type => Some(network[event.kind].id.clone()),
        EventFacet::Period => Some(crate::query::decade_word(Some(event.start.decade()))),
        EventFacet::Region => region(directory, event).map(|region| network[region].id.clone()),
        EventFacet::Country => Some(directory.id_of(event.country?).to_owned()),
        EventFacet::Organ => event.organ.map(|organ| network[organ].id.clone()),
        EventFacet::State => Some(word(EVENT_STATE, &event.state).to_owned()),
    }
}

/// The region of the country where it took place.
pub fn region(directory: &Directory, event: &Event) -> Option<RegionIdx> {
    directory.region_of(event.country?)
}

/// Whether readers of the day with this number can still look forward to it.
/// What was held on days that are not known is over, whatever is left of its
/// month or year.
pub fn is_upcoming(event: &Event, today: i32) -> bool {
    let is_past = match event.state {
        EventState::Cancelled => true,
        EventState::Held => event.last().day().is_none(),
        EventState::Planned | EventState::Postponed => false,
    };
    !is_past && !event.is_over(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    fn check(address: &str, expected: &str) {
        let directory = directory();
        let words = EventWords::of(&directory, str::to_owned);
        let events = shown(&directory, &words, &Query::parse(address));
        let ids = events.iter().map(|event| &*directory[*event].id);
        assert_eq!(ids.collect::<Vec<_>>().join(" "), expected, "{address}");
    }

    #[test]
    fn facets_narrow_one_another_and_their_values_widen() {
        check("", "first second talks online third lost");
        check("type=summit", "first second third");
        check("type=summit&state=held", "first second");
        check("period=1960s", "first second talks");
        check("period=1960s,2020s&type=meeting", "talks online lost");
        check("country=alb,yon", "first talks");
        check("organ=congress&country=hal", "third");
        check("region=north", "first");
        check("region=north,isles", "first third lost");
        check("state=cancelled,planned", "third lost");
        check("country=atlantis", "");
        check("region=atlantis", "first second talks online third lost");
    }

    #[test]
    fn every_word_must_begin_one_of_an_event() {
        check("q=the+TALK", "talks");
        check("q=summit", "first second third");
        check("q=halu", "online third lost");
        check("q=halu+summit", "third");
        check("q=alu", "");
        check("q=1964", "second talks");
        check("q=yonder&period=1960s", "talks");
    }

    #[test]
    fn what_is_cancelled_or_over_is_not_upcoming() {
        let directory = directory();
        let day = |text: &str| text.parse::<crate::PartialDate>().unwrap().days().0;
        let upcoming = |today: &str| {
            let events = directory.events.iter();
            let ids = events.filter(|event| is_upcoming(event, day(today)));
            ids.map(|event| &*event.id).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(upcoming("2026-11-01"), "third");
        assert_eq!(upcoming("2027-01-02"), "third");
        assert_eq!(upcoming("2027-01-03"), "");
        assert_eq!(upcoming("1964-12-31"), "online third");
    }
}
