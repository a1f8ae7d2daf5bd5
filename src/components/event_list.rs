//! The events as a list: what is to come first, then year by year.

use std::sync::Arc;

use domain::directory::{Event, EventState};
use domain::timeline::is_upcoming;
use domain::{Directory, Query};

use super::event_mark::mark_of;
use super::icon::Icon;
use super::lang_name::localized;
use super::result_list::result_list;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;
use crate::site::Results;
use crate::target::IN_BROWSER;

/// Lists the events at these places of the directory, and tells `hovered`
/// which of them is under the pointer or has the focus.
pub fn event_list(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<usize>>,
) -> Markup {
    let here = use_here();
    let directory = site.directory;
    let today = site.today();
    live(move || {
        let (query, results) = (here.query.read(), results.read());
        let listing = Listing {
            directory,
            here,
            query: &query,
            today,
        };
        result_list("div", "event-list", hovered).children(listing.sections(&results.places))
    })
}

struct Listing<'a> {
    directory: &'static Directory,
    here: Here,
    query: &'a Query,
    today: i32,
}

impl Listing<'_> {
    /// What is to come in the order of time, then the years, the latest first.
    fn sections(&self, shown: &[usize]) -> Vec<Element> {
        let event = |place: &usize| &self.directory.events[*place];
        let words = &self.directory.words;
        let upcoming = |place: &&usize| is_upcoming(event(place), self.today);
        let mut sections = Vec::new();
        let next: Vec<usize> = shown.iter().filter(upcoming).copied().collect();
        if !next.is_empty() {
            sections.push(self.section(words.events_upcoming().to_owned(), &next));
        }
        let mut past = shown
            .iter()
            .rev()
            .filter(|place| !upcoming(place))
            .peekable();
        while let Some(first) = past.next() {
            let year = event(first).start.year();
            let mut places = vec![*first];
            while let Some(place) = past.next_if(|place| event(place).start.year() == year) {
                places.push(*place);
            }
            sections.push(self.section(words.year(year), &places));
        }
        sections
    }

    fn section(&self, heading: String, places: &[usize]) -> Element {
        let rows = places.iter().map(|place| self.row(*place));
        el("section")
            .key(heading.clone())
            .child(el("h2").child(heading))
            .child(el("ol").children(rows))
    }

    fn row(&self, place: usize) -> Element {
        let directory = self.directory;
        let event = &directory.events[place];
        let current = self.query.event.as_ref() == Some(&event.id);
        let select = el("a")
            .class("event-list__select")
            .href(self.here.to_event(event, self.query))
            .maybe("aria-current", current.then_some("true"))
            .mark("data-noscroll", "")
            .child(localized(directory.title_of(event)));
        let open = el("a")
            .class("member-list__open")
            .href(self.here.to(Page::Event(event), &Query::default()))
            .attr(
                "aria-label",
                directory.words.list_row_open(&directory.titled(event)),
            )
            .child(Icon::Forward.view());
        // Without the program the row's own link opens the page.
        let open = IN_BROWSER.then_some(open);
        el("li")
            .key(event.id.as_str())
            .mark("id", format!("row-{}", event.id))
            .mark("data-index", place.to_string())
            .child(mark_of(&directory.network.event_types, event))
            .child(
                el("p")
                    .child(select)
                    .child(el("span").child(directory.place_of(event))),
            )
            .child(when(directory, event, self.today))
            .children(open)
    }
}

/// The days of an event, and how far off or what has become of it.
pub fn when(directory: &'static Directory, event: &Event, today: i32) -> Element {
    let words = &directory.words;
    let (first, last) = (event.start.days().0, event.last().days().1);
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
    el("small")
        .child(words.dates(event.start, event.end))
        .children(note.map(|note| el("b").child(note)))
}
