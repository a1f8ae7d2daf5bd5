//! The events as a list: what is to come first, then year by year.

use std::sync::Arc;

use directory::model::{Event, EventIdx, EventState};
use directory::search::Hit;
use directory::timeline::is_upcoming;
use directory::{Directory, Query};

use super::event_mark::mark_of;
use super::icon::Icon;
use super::lang_name::localized;
use super::member_list::{marked, reason};
use super::result_list::result_list;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;
use crate::site::EventResults;
use crate::target::IN_BROWSER;
use crate::{Site, browser};

/// Lists the events at these places of the directory, and tells `hovered`
/// which of them is under the pointer or has the focus.
pub fn event_list(
    site: &'static Site,
    results: Memo<Arc<EventResults>>,
    hovered: RwSignal<Option<EventIdx>>,
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
            results: &results,
            today,
        };
        result_list("div", "event-list", browser::event_at, hovered)
            .children(listing.sections(&results.events))
    })
}

struct Listing<'a> {
    directory: &'static Directory,
    here: Here,
    query: &'a Query,
    results: &'a EventResults,
    today: i32,
}

impl Listing<'_> {
    /// What is to come in the order of time, then the years, the latest first.
    fn sections(&self, shown: &[EventIdx]) -> Vec<Element> {
        let event = |index: &EventIdx| &self.directory[*index];
        let words = &self.directory.catalogue;
        let upcoming = |index: &&EventIdx| is_upcoming(event(index), self.today);
        let mut sections = Vec::new();
        let next: Vec<EventIdx> = shown.iter().filter(upcoming).copied().collect();
        if !next.is_empty() {
            sections.push(self.section(words.events_upcoming().to_owned(), &next));
        }
        let mut past = shown
            .iter()
            .rev()
            .filter(|index| !upcoming(index))
            .peekable();
        while let Some(first) = past.next() {
            let year = event(first).start.year();
            let mut of_year = vec![*first];
            while let Some(index) = past.next_if(|index| event(index).start.year() == year) {
                of_year.push(*index);
            }
            sections.push(self.section(words.year(year), &of_year));
        }
        sections
    }

    fn section(&self, heading: String, events: &[EventIdx]) -> Element {
        let rows = events.iter().map(|event| self.row(*event));
        el("section")
            .key(heading.clone())
            .child(el("h2").child(heading))
            .child(el("ol").children(rows))
    }

    fn row(&self, event_idx: EventIdx) -> Element {
        let directory = self.directory;
        let event = &directory[event_idx];
        let current = self.query.event.as_ref() == Some(&event.id);
        let title = directory.title_of(event);
        let hit = self.results.hit(event_idx);
        let is_by_title = |hit: &&Hit<EventIdx>| hit.text == title.text;
        let reason = hit
            .filter(|hit| !is_by_title(hit))
            .map(|hit| reason(&directory.catalogue, hit));
        let title = match hit.filter(is_by_title) {
            Some(hit) => el("bdi")
                .maybe("lang", title.lang.map(str::to_owned))
                .children(marked(hit))
                .into(),
            None => localized(title),
        };
        let select = el("a")
            .class("event-list__select")
            .href(self.here.to_event(event, self.query))
            .maybe("aria-current", current.then_some("true"))
            .client_attr("data-noscroll", "")
            .child(title);
        let open = el("a")
            .class("member-list__open")
            .href(self.here.to(Page::Event(event), &Query::default()))
            .attr(
                "aria-label",
                directory
                    .catalogue
                    .list_row_open(&directory.full_title(event)),
            )
            .child(Icon::Forward.view());
        // Without the program the row's own link opens the page.
        let open = IN_BROWSER.then_some(open);
        el("li")
            .key(event.id.as_str())
            .client_attr("id", format!("row-{}", event.id))
            .client_attr("data-event", event_idx.get().to_string())
            .child(mark_of(&directory.network, event))
            .child(
                el("p")
                    .child(select)
                    .child(el("span").child(directory.place_of(event)))
                    .children(reason),
            )
            .child(when(directory, event, self.today))
            .children(open)
    }
}

/// The days of an event, and how far off or what has become of it.
pub fn when(directory: &'static Directory, event: &Event, today: i32) -> Element {
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
    el("small")
        .child(words.dates(event.start, event.end))
        .children(note.map(|note| el("b").child(note)))
}
