//! The filters of events: what each value would give, which are in force, and
//! what is shown, in words.

use super::results::{FACETS, REGION, passing, region, value};
use crate::chips::Chip;
use crate::facets::{Facet, FacetOption};
use crate::model::{Directory, Event};
use crate::query::{EVENT_FACETS, Query};
use crate::regions::region_place;
use crate::search::Hit;
use crate::sentence::Sentence;
use crate::vocabulary::{EVENT_STATE, meaning};

/// The filters of events with live counts, type first, region in its place
/// before the country; those in which all events are alike are left out. `hits`
/// are the events that the words of `query` find, where it has any.
pub fn event_facets(directory: &Directory, hits: Option<&[Hit]>, query: &Query) -> Vec<Facet> {
    let passing = passing(directory, hits, query);
    let count = |facet: usize, has: &dyn Fn(&Event) -> bool| {
        let events = directory.events.iter().zip(&passing);
        let counted = events.filter(|(event, passes)| {
            passes.is_some_and(|mut passes| {
                passes[facet] = true;
                passes == [true; FACETS] && has(event)
            })
        });
        counted.count()
    };
    let mut facets = Vec::new();
    for facet in [0, 1, REGION, 2, 3, 4] {
        let values = values(directory, facet);
        let options = values.into_iter().map(|value| FacetOption {
            label: label(directory, facet, &value),
            count: count(facet, &|event| has(directory, event, facet, &value)),
            chosen: chosen(query, facet, &value),
            link: toggled(directory, query, facet, &value),
            inside: Vec::new(),
            value,
        });
        facets.push(Facet {
            parameter: EVENT_FACETS.get(facet).copied().unwrap_or("region"),
            label: name(directory, facet).to_owned(),
            options: options.collect(),
        });
    }
    facets.retain(|facet| facet.options.len() > 1);
    facets
}

/// The values that events have: types, regions and organs in the order of
/// network.json, decades the latest first, countries by name.
fn values(directory: &Directory, facet: usize) -> Vec<String> {
    let network = &directory.network;
    let is_used = |id: &String| {
        let mut events = directory.events.iter();
        events.any(|event| has(directory, event, facet, id))
    };
    let mut values: Vec<String> = match facet {
        0 => network
            .event_types
            .iter()
            .map(|one| one.id.clone())
            .collect(),
        3 => network.organs.iter().map(|one| one.id.clone()).collect(),
        4 => EVENT_STATE
            .iter()
            .map(|(word, _)| (*word).to_owned())
            .collect(),
        2 => directory.event_countries.clone(),
        REGION => network.regions.iter().map(|one| one.id.clone()).collect(),
        _ => {
            let mut values = Vec::new();
            for event in directory.events.iter().rev() {
                let value = value(directory, event, facet);
                values.extend(value.filter(|value| !values.contains(value)));
            }
            values
        }
    };
    values.retain(is_used);
    values
}

fn has(directory: &Directory, event: &Event, facet: usize, id: &str) -> bool {
    match facet {
        REGION => {
            let place = region_place(&directory.network, id);
            place.is_some() && region(directory, event) == place
        }
        _ => value(directory, event, facet).as_deref() == Some(id),
    }
}

fn chosen(query: &Query, facet: usize, value: &str) -> bool {
    let values = match facet {
        REGION => &query.regions,
        _ => query.chosen(facet),
    };
    values.iter().any(|chosen| chosen == value)
}

fn toggled(directory: &Directory, query: &Query, facet: usize, value: &str) -> Query {
    match facet {
        REGION => query.toggling_region(directory, value),
        _ => query.toggling_event(facet, value),
    }
}

/// What readers call a filter.
fn name(directory: &Directory, facet: usize) -> &str {
    let words = &directory.words;
    match facet {
        0 => words.events_type(),
        1 => words.events_period(),
        2 => words.events_country(),
        3 => words.events_organ(),
        4 => words.events_state(),
        _ => words.filters_region(),
    }
}

/// What readers call a value of a filter; the value itself where the directory
/// does not know it.
fn label(directory: &Directory, facet: usize, value: &str) -> String {
    let network = &directory.network;
    let words = &directory.words;
    let names = match facet {
        0 => network
            .event_types
            .iter()
            .find(|one| one.id == value)
            .map(|one| &one.names),
        2 => directory.state_named(value),
        3 => network
            .organs
            .iter()
            .find(|one| one.id == value)
            .map(|one| &one.names),
        REGION => network
            .regions
            .iter()
            .find(|one| one.id == value)
            .map(|one| &one.names),
        _ => None,
    };
    if let Some(names) = names {
        return directory.told_of(&names.0).text.into_owned();
    }
    let decade = value.strip_suffix('s').and_then(|year| year.parse().ok());
    match (facet, decade, meaning(EVENT_STATE, value)) {
        (1, Some(decade), _) => words.decade_of_joining(Some(decade)),
        (4, _, Some(state)) => words.state_of_event(state).to_owned(),
        _ => value.to_owned(),
    }
}

/// The filters in force, words first; each with the query without it.
pub fn event_chips(directory: &Directory, query: &Query) -> Vec<Chip> {
    let mut chips = Vec::new();
    if query.has_words() {
        chips.push(Chip {
            label: directory.words.list_quoted(query.words.trim()),
            without: query.without_words(),
        });
    }
    for facet in [0, 1, REGION, 2, 3, 4] {
        let values = match facet {
            REGION => &query.regions,
            _ => query.chosen(facet),
        };
        for value in values.iter() {
            chips.push(Chip {
                label: label(directory, facet, value),
                without: toggled(directory, query, facet, value),
            });
        }
    }
    chips
}

/// Says what is shown: "12 of 150 events: Summit, Africa".
pub fn event_sentence(directory: &Directory, query: &Query, shown: usize) -> Sentence {
    let words = &directory.words;
    let all = directory.events.len();
    let total = words.number(all);
    let count = match shown {
        0 => words.sentence_none(&total),
        _ if shown == all && all > 1 => words.sentence_all(&total),
        _ => words.sentence_some(&words.number(shown), &total),
    };
    let chips = event_chips(directory, query).into_iter();
    let labels: Vec<String> = chips.map(|chip| chip.label).collect();
    let rest = if labels.is_empty() {
        words.events_what().to_owned()
    } else {
        words.events_what_of(&labels.join(words.list_separator()))
    };
    let whole = words.sentence_whole(&count, &rest);
    Sentence { count, rest, whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::directory;

    #[test]
    fn every_value_tells_what_choosing_it_would_give() {
        let directory = directory();
        let told = |address: &str| {
            let facets = event_facets(&directory, None, &Query::parse(address));
            let facets = facets.iter().map(|facet| {
                let options = facet.options.iter();
                let options = options.map(|one| format!("{} {}", one.label, one.count));
                format!(
                    "{}: {}",
                    facet.label,
                    options.collect::<Vec<_>>().join(", ")
                )
            });
            facets.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            told(""),
            "Type: Summit 3, Meeting 3; Period: 2020s 3, 1960s 3; \
             Region: Northland 1, Southland 1, Isles 2; \
             Country: Albora 1, Fen-Aru 1, Halu 2, Yonder 1; \
             State: Held 4, Planned 1, Cancelled 1"
        );
        assert!(
            told("type=summit").starts_with("Type: Summit 3, Meeting 3; Period: 2020s 1, 1960s 2")
        );
    }

    #[test]
    fn a_chip_takes_away_one_filter_and_the_sentence_names_them() {
        let directory = directory();
        let query = Query::parse("q=peace&type=summit&period=1960s&region=north&state=held");
        let chips = event_chips(&directory, &query);
        let labels: Vec<&str> = chips.iter().map(|chip| &*chip.label).collect();
        assert_eq!(labels, ["“peace”", "Summit", "1960s", "Northland", "Held"]);
        let without = chips[1].without.to_string();
        assert_eq!(without, "q=peace&region=north&period=1960s&state=held");
        let said = event_sentence(&directory, &query, 1).whole;
        assert_eq!(
            said,
            "1 of 6: events: “peace”, Summit, 1960s, Northland, Held"
        );
        assert_eq!(
            event_sentence(&directory, &Query::default(), 6).whole,
            "All 6: events"
        );
    }
}
