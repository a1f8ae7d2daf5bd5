//! Which events answer to words, and where and when they are.

use crate::model::{Directory, Event, EventState, Names, RegionIdx};
use crate::search::folded;

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
    pub fn answers(&self, words: &str) -> Vec<bool> {
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
    use crate::Query;
    use crate::fixture::{context, directory};
    use crate::model::EventIdx;
    use crate::results::event_results;

    fn check(address: &str, expected: &str) {
        let directory = directory();
        let query = Query::parse(address);
        let answers = EventWords::of(&directory, str::to_owned).answers(&query.words);
        let answers = EventIdx::all(&directory).zip(answers);
        let found = answers.filter(|(_, answers)| *answers);
        let found: Vec<EventIdx> = found.map(|(event, _)| event).collect();
        let events = event_results(&context(&directory), &query, Some(&found));
        let ids = events.iter().map(|event| &*directory[*event].id);
        assert_eq!(ids.collect::<Vec<_>>().join(" "), expected, "{address}");
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
