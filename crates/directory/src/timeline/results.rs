//! Which events a query shows.

use crate::model::{Directory, Event, EventState};
use crate::query::{EVENT_FACETS, Query};
use crate::regions::region_place;
use crate::search::Hit;
use crate::vocabulary::{EVENT_STATE, word};

/// What passes: the number of facets, the region among them.
pub(super) const FACETS: usize = EVENT_FACETS.len() + 1;
/// The place of the region among them.
pub(super) const REGION: usize = EVENT_FACETS.len();

/// The places in [`Directory::events`] that the query lets through, in the
/// order of time; `hits` are those that its words find, where it has any.
pub fn shown(directory: &Directory, hits: Option<&[Hit]>, query: &Query) -> Vec<usize> {
    let passing = passing(directory, hits, query).into_iter().enumerate();
    let all = passing.filter(|(_, passes)| *passes == Some([true; FACETS]));
    all.map(|(place, _)| place).collect()
}

/// For each event, which facets it passes; none where the words leave it out.
pub(super) fn passing(
    directory: &Directory,
    hits: Option<&[Hit]>,
    query: &Query,
) -> Vec<Option<[bool; FACETS]>> {
    let is_found = |place: usize| hits.is_none_or(|hits| hits.iter().any(|hit| hit.item == place));
    let regions = query.regions.iter();
    let regions = regions.filter_map(|id| region_place(&directory.network, id));
    let regions: Vec<usize> = regions.collect();
    let passes = |(place, event): (usize, &Event)| {
        if !is_found(place) {
            return None;
        }
        let mut passes = [true; FACETS];
        for (facet, passes) in passes.iter_mut().enumerate().take(REGION) {
            let chosen = query.chosen(facet);
            let value = value(directory, event, facet);
            *passes = chosen.is_empty() || value.is_some_and(|value| chosen.contains(&value));
        }
        let region = region(directory, event);
        passes[REGION] =
            regions.is_empty() || region.is_some_and(|region| regions.contains(&region));
        Some(passes)
    };
    directory.events.iter().enumerate().map(passes).collect()
}

/// What an event has in one of [`EVENT_FACETS`], as an address says it.
pub(super) fn value(directory: &Directory, event: &Event, facet: usize) -> Option<String> {
    let network = &directory.network;
    match facet {
        0 => Some(network.event_types[event.kind].id.clone()),
        1 => Some(crate::query::decade_word(Some(event.start.decade()))),
        2 => event.country.clone(),
        3 => event.organ.map(|organ| network.organs[organ].id.clone()),
        _ => Some(word(EVENT_STATE, &event.state).to_owned()),
    }
}

/// The region of the country where it took place.
pub fn region(directory: &Directory, event: &Event) -> Option<usize> {
    directory.region_of(event.country.as_deref()?)
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
    use crate::search::SearchIndex;

    fn check(address: &str, expected: &str) {
        let directory = directory();
        let query = Query::parse(address);
        let search = SearchIndex::of_events(&directory, str::to_owned);
        let hits = query.has_words().then(|| search.search(&query.words));
        let places = shown(&directory, hits.as_deref(), &query);
        let ids = places.iter().map(|place| &*directory.events[*place].id);
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
