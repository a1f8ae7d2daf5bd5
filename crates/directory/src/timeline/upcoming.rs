//! Which events are still to come.

use crate::model::{Event, EventState};

/// Whether readers of the day with this number can still look forward to it.
/// What was held on days that are not known is over, whatever is left of its
/// month or year.
pub fn is_upcoming(event: &Event, today: i32) -> bool {
    let is_past = match event.state {
        EventState::Cancelled => true,
        EventState::Held => event.last().day().is_none(),
        EventState::Planned | EventState::Postponed => false,
    };
    !is_past && !event.has_ended(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use crate::fixture::{context, directory};
    use crate::model::EventIdx;
    use crate::results::event_results;
    use crate::search::SearchIndex;

    fn check(address: &str, expected: &str) {
        let directory = directory();
        let query = Query::parse(address);
        let hits = SearchIndex::of_events(&directory, str::to_owned).search(&query.words);
        let found: Vec<EventIdx> = hits.iter().map(|hit| hit.item).collect();
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
        let day = |text: &str| text.parse::<crate::PartialDate>().unwrap().day_range().0;
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
