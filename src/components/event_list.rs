//! The events as a list: what is to come first, then year by year.

use std::sync::Arc;

use directory::model::{Event, EventIdx, EventState};
use directory::search::Hit;
use directory::timeline::is_upcoming;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::event_mark::mark_of;
use super::lang_name::localized;
use super::member_list::{marked, reason};
use super::result_list::result_list;
use crate::address::Page;
use crate::navigation::use_here;
use crate::site::EventResults;
use crate::target::{IN_BROWSER, client};
use crate::{Site, browser};

/// Lists the events at these places of the directory, and tells `hovered`
/// which of them is under the pointer or has the focus: what is to come in the
/// order of time, then the years, the latest first.
#[component]
pub fn EventList(
    site: &'static Site,
    results: Memo<Arc<EventResults>>,
    hovered: RwSignal<Option<EventIdx>>,
) -> impl IntoView {
    let directory = site.directory;
    let today = site.today();
    let sections = Memo::new(move |_| sections(directory, &results.read().events, today));
    let headings = move || {
        let sections = sections.read();
        let headings = sections.iter().map(|(heading, _)| heading.clone());
        headings.collect::<Vec<_>>()
    };
    let events_of = move |heading: &str| {
        let sections = sections.read();
        let mut sections = sections.iter();
        let section = sections.find(|(other, _)| other == heading);
        section.map_or_else(Vec::new, |(_, events)| events.clone())
    };
    view! {
        <div class="event-list" {..result_list(browser::event_at, hovered)}>
            <For each=headings key=Clone::clone let:heading>
                <section>
                    <h2>{heading.clone()}</h2>
                    <ol>
                        <For each=move || events_of(&heading) key=|event| *event let:event>
                            <EventRow directory index=event results today />
                        </For>
                    </ol>
                </section>
            </For>
        </div>
    }
}

/// The events in `shown` under their headings: those to come, then by year.
fn sections(directory: &Directory, shown: &[EventIdx], today: i32) -> Vec<(String, Vec<EventIdx>)> {
    let words = &directory.catalogue;
    let upcoming = |index: &&EventIdx| is_upcoming(&directory[**index], today);
    let next: Vec<EventIdx> = shown.iter().filter(upcoming).copied().collect();
    let mut sections = Vec::new();
    if !next.is_empty() {
        sections.push((words.events_upcoming().to_owned(), next));
    }
    let year = |index: &EventIdx| directory[*index].start.year();
    let past: Vec<EventIdx> = shown
        .iter()
        .rev()
        .filter(|one| !upcoming(one))
        .copied()
        .collect();
    for of_year in past.chunk_by(|one, other| year(one) == year(other)) {
        sections.push((words.year(year(&of_year[0])), of_year.to_vec()));
    }
    sections
}

#[component]
fn EventRow(
    directory: &'static Directory,
    index: EventIdx,
    results: Memo<Arc<EventResults>>,
    today: i32,
) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let event = &directory[index];
    let hit = Memo::new(move |_| results.read().hit(index).cloned());
    let is_by_title = move |hit: &Hit<EventIdx>| hit.text == directory.title_of(event).text;
    let title = move || {
        let title = directory.title_of(event);
        match hit.read().as_ref().filter(|hit| is_by_title(hit)) {
            Some(hit) => view! { <bdi lang=title.lang>{marked(hit)}</bdi> }.into_any(),
            None => localized(title),
        }
    };
    let match_reason = move || {
        let hit = hit.read();
        let other = hit.as_ref().filter(|hit| !is_by_title(hit));
        other.map(|hit| reason(words, hit))
    };
    let is_selected = move || here.query.read().event.as_ref() == Some(&event.id);
    // Without the program the row's own link opens the page.
    let open = IN_BROWSER.then(|| {
        let page = move || here.to(Page::Event(event), &Query::default());
        let label = words.list_row_open(&directory.full_title(event));
        view! {
            <a class="member-list__open" href=page aria-label=label></a>
        }
    });
    view! {
        <li id=client(format!("row-{}", event.id)) data-event=client(index.get())>
            {mark_of(&directory.network, event)}
            <p>
                <a
                    class="event-list__select"
                    href=move || here.to_event(event, &here.query.read())
                    aria-current=move || is_selected().then_some("true")
                    data-noscroll=client("")
                >
                    {title}
                </a>
                <span>{directory.place_of(event)}</span>
                {match_reason}
            </p>
            {when(directory, event, today)}
            {open}
        </li>
    }
}

/// The days of an event, and how far off or what has become of it.
pub fn when(directory: &'static Directory, event: &Event, today: i32) -> AnyView {
    let words = &directory.catalogue;
    let (first, last) = (event.start.day_range().0, event.last().day_range().1);
    // Of a month or a year nobody can tell how far off the day is.
    let is_exact = event.start.day().is_some();
    let ahead = usize::try_from(first - today).ok().filter(|_| is_exact);
    let note = match (event.state, ahead) {
        (EventState::Cancelled | EventState::Postponed, _) => {
            Some(words.state_of_event(event.state).to_owned())
        }
        (EventState::Planned, _) if last < today => Some(words.events_passed().to_owned()),
        (EventState::Planned, Some(days)) if days > 0 => Some(words.events_in_days(days)),
        _ if is_exact && first <= today && today <= last => {
            Some(words.events_under_way().to_owned())
        }
        _ => None,
    };
    let note = note.map(|note| view! { <b>{note}</b> });
    view! { <small>{words.dates(event.start, event.end)} {note}</small> }.into_any()
}
