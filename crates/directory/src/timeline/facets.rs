//! The filters of events: what each value would give, which are in force, and
//! what is shown, in words.

use super::results::{EventWords, passing, value};
use crate::chips::Chip;
use crate::facet_counts::{Facet, FacetOption};
use crate::model::{Directory, Event, Names};
use crate::query::{EventFacet, Query};
use crate::sentence::Sentence;
use crate::vocabulary::{EVENT_STATE, meaning};

/// The filters of events with live counts, type first; those in which all
/// events are alike are left out.
pub fn event_facets(directory: &Directory, words: &EventWords, query: &Query) -> Vec<Facet> {
    let passing = passing(directory, words, query);
    let count = |facet: EventFacet, value: &str| {
        let events = directory.events.iter().zip(&passing);
        let counted = events.filter(|(event, outcome)| {
            outcome.is_some_and(|outcome| outcome.passes_beside(facet))
                && has(directory, event, facet, value)
        });
        counted.count()
    };
    let mut facets = Vec::new();
    for facet in EventFacet::ALL {
        let values = values(directory, facet);
        let options = values.into_iter().map(|value| FacetOption {
            label: label(directory, facet, &value),
            count: count(facet, &value),
            chosen: query.chosen(facet).contains(&value),
            link: query.toggling_event(directory, facet, &value),
            inside: Vec::new(),
            value,
        });
        facets.push(Facet {
            parameter: facet.parameter(),
            label: name(directory, facet).to_owned(),
            options: options.collect(),
        });
    }
    facets.retain(|facet| facet.options.len() > 1);
    facets
}

/// The values that events have: types, regions and organs in the order of
/// network.json, decades the latest first, countries by name.
fn values(directory: &Directory, facet: EventFacet) -> Vec<String> {
    let network = &directory.network;
    let mut values: Vec<String> = match facet {
        EventFacet::Type => {
            let types = network.event_types.iter();
            types.map(|kind| kind.id.clone()).collect()
        }
        EventFacet::Period => {
            let mut periods = Vec::new();
            for event in directory.events.iter().rev() {
                let period = value(directory, event, facet);
                periods.extend(period.filter(|period| !periods.contains(period)));
            }
            periods
        }
        EventFacet::Region => {
            let regions = network.regions.iter();
            regions.map(|region| region.id.clone()).collect()
        }
        EventFacet::Country => {
            let countries = directory.event_countries.iter();
            let ids = countries.map(|country| directory.id_of(*country).to_owned());
            ids.collect()
        }
        EventFacet::Organ => {
            let organs = network.organs.iter();
            organs.map(|organ| organ.id.clone()).collect()
        }
        EventFacet::State => {
            let states = EVENT_STATE.iter();
            states.map(|(word, _)| (*word).to_owned()).collect()
        }
    };
    values.retain(|value| {
        let mut events = directory.events.iter();
        events.any(|event| has(directory, event, facet, value))
    });
    values
}

fn has(directory: &Directory, event: &Event, facet: EventFacet, id: &str) -> bool {
    value(directory, event, facet).as_deref() == Some(id)
}

/// What readers call a filter.
fn name(directory: &Directory, facet: EventFacet) -> &str {
    let words = &directory.words;
    match facet {
        EventFacet::Type => words.events_type(),
        EventFacet::Period => words.events_period(),
        EventFacet::Region => words.filters_region(),
        EventFacet::Country => words.events_country(),
        EventFacet::Organ => words.events_organ(),
        EventFacet::State => words.events_state(),
    }
}

/// What readers call a value of a filter; the value itself where the directory
/// does not know it.
fn label(directory: &Directory, facet: EventFacet, value: &str) -> String {
    let (network, words) = (&directory.network, &directory.words);
    let told = |names: &Names| directory.told_of(&names.0).text.into_owned();
    let label = match facet {
        EventFacet::Type => {
            let mut types = network.event_types.iter();
            types
                .find(|kind| kind.id == value)
                .map(|kind| told(&kind.names))
        }
        EventFacet::Period => {
            let decade = value.strip_suffix('s').and_then(|year| year.parse().ok());
            decade.map(|decade| words.decade_of_joining(Some(decade)))
        }
        EventFacet::Region => {
            let mut regions = network.regions.iter();
            let region = regions.find(|region| region.id == value);
            region.map(|region| told(&region.names))
        }
        EventFacet::Country => directory.state_named(value).map(told),
        EventFacet::Organ => {
            let mut organs = network.organs.iter();
            organs
                .find(|organ| organ.id == value)
                .map(|organ| told(&organ.names))
        }
        EventFacet::State => {
            meaning(EVENT_STATE, value).map(|state| words.state_of_event(state).to_owned())
        }
    };
    label.unwrap_or_else(|| value.to_owned())
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
    for facet in EventFacet::ALL {
        for value in query.chosen(facet).iter() {
            chips.push(Chip {
                label: label(directory, facet, value),
                without: query.toggling_event(directory, facet, value),
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
        let words = EventWords::of(&directory, str::to_owned);
        let told = |address: &str| {
            let facets = event_facets(&directory, &words, &Query::parse(address));
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
