//! What comes next, and what was last.

use directory::model::{Event, EventState};
use directory::timeline::upcoming_events;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::outward;
use crate::Site;
use crate::address::Page;
use crate::components::event_mark::mark_of;
use crate::components::lang_name::localized;
use crate::navigation::use_here;

/// How many events are shown that come.
const UPCOMING: usize = 5;
/// How many that were.
const PAST: usize = 2;

/// The next events by the date of the data, and the latest before them. The
/// script hides what has passed since.
pub fn events(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let today = site.today();
    let mut next = upcoming_events(directory.events.iter(), today);
    next.truncate(UPCOMING);
    let past = directory.events.iter().rev();
    let past = past.filter(|event| event.has_ended(today)).take(PAST);
    let past: Vec<_> = past.collect();
    let none =
        view! { <p class="missing" hidden=!next.is_empty()>{words.events_none_upcoming()}</p> };
    let rows = |events: Vec<&'static Event>| {
        let rows = events.into_iter().map(|event| row(directory, event, today));
        rows.collect::<Vec<_>>()
    };
    view! {
        <ol class="embed-events" data-upcoming="">{rows(next)}</ol>
        {none}
        <h2>{words.embed_latest()}</h2>
        <ol class="embed-events">{rows(past)}</ol>
    }
    .into_any()
}

fn row(directory: &'static Directory, event: &'static Event, today: i32) -> AnyView {
    let words = &directory.catalogue;
    let href = use_here().to(Page::Event(event), &Query::default());
    let title = localized(directory.title_of(event));
    let place = directory.place_of(event);
    let dates = words.dates(event.start, event.end);
    let place = Some(place).filter(|place| !place.is_empty());
    let when: Vec<_> = place.into_iter().chain([dates]).collect();
    // How far off a day is would be wrong the day after.
    let state = match event.state {
        EventState::Cancelled | EventState::Postponed => Some(words.state_of_event(event.state)),
        EventState::Planned if event.has_ended(today) => Some(words.events_passed()),
        EventState::Planned | EventState::Held => None,
    };
    let state = state.map(|state| view! { <b>{state}</b> });
    view! {
        <li data-until=event.last().to_string()>
            {mark_of(&directory.network, event)}
            <p>
                {outward(href, title)}
                <small>{when.join(" · ")} " " {state}</small>
            </p>
        </li>
    }
    .into_any()
}
