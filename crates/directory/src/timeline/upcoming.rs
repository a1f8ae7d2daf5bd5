//! Which events are still to come, and which of them is next.

use crate::model::{Event, EventState};

/// The one of `events` that comes next for readers of the day with this number.
/// Of a month or year that has begun an event may come as late as its last day,
/// so that one whose day is known goes before it.
pub fn next_event<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    today: i32,
) -> Option<&'a Event> {
    let events = events.into_iter();
    let upcoming = events.filter(|event| is_upcoming(event, today));
    upcoming.min_by_key(|event| comes(event, today))
}

/// Those of `events` that are still to come, the next one first.
pub fn upcoming_events<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    today: i32,
) -> Vec<&'a Event> {
    let events = events.into_iter();
    let mut upcoming: Vec<_> = events.filter(|event| is_upcoming(event, today)).collect();
    upcoming.sort_by_key(|event| comes(event, today));
    upcoming
}

/// The number of the day from which on an event is looked for.
fn comes(event: &Event, today: i32) -> i32 {
    match event.start.day_range() {
        (first, last) if event.start.day().is_none() && first <= today => last,
        (first, _) => first,
    }
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

    #[test]
    fn a_day_that_is_known_comes_before_the_rest_of_a_year() {
        let directory = directory();
        let template = directory
            .events
            .iter()
            .find(|event| event.state == EventState::Planned);
        let template = template.expect("the third is planned").clone();
        let event = |id: &str, start: &str, end: Option<&str>| {
            let date = |text: &str| text.parse::<crate::PartialDate>().unwrap();
            Event {
                id: id.into(),
                start: date(start),
                end: end.map(date),
                ..template.clone()
            }
        };
        let events = [
            event("year", "2026", None),
            event("days", "2026-04-15", Some("2026-04-19")),
            event("month", "2026-10", None),
            event("later", "2027", None),
        ];
        let next = |today: &str| {
            let day = today.parse::<crate::PartialDate>().unwrap().day_range().0;
            next_event(&events, day).map_or("", |event| &*event.id)
        };
        assert_eq!(next("2025-12-01"), "year");
        assert_eq!(next("2026-04-01"), "days");
        assert_eq!(next("2026-04-19"), "days");
        assert_eq!(next("2026-04-20"), "month");
        assert_eq!(next("2026-11-25"), "year");
        assert_eq!(next("2027-01-01"), "later");
        assert_eq!(next("2028-01-01"), "");
        let april = "2026-04-01".parse::<crate::PartialDate>().unwrap();
        let all = upcoming_events(&events, april.day_range().0);
        let ids: Vec<&str> = all.iter().map(|event| &*event.id).collect();
        assert_eq!(ids, ["days", "month", "year", "later"]);
    }
}
