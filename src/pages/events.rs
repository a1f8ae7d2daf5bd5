//! Events: one filtered set on a time line, in a list and on a map.

use std::sync::Arc;

use directory::facets::EVENT_FACETS;
use directory::model::EventIdx;
use directory::query::Layout;
use directory::sentence::event_sentence;
use leptos::prelude::*;

use super::{heading, tools};
use crate::Site;
use crate::browser;
use crate::components::chips::Chips;
use crate::components::event_calendar::EventCalendar;
use crate::components::event_export::EventExport;
use crate::components::event_list::EventList;
use crate::components::event_next::EventNext;
use crate::components::month_view::MonthView;
use crate::components::nothing_found::no_event_found;
use crate::components::shortlist::Shortlist;
use crate::components::view_switch::EventViewSwitch;
use crate::dynamic::dynamic;
use crate::head::describe;
use crate::map::place_map::PlaceMap;
use crate::navigation::use_here;
use crate::site::EventResults;
use crate::timeline::Timeline;

/// `/events/`: everything on it follows from the query in the address.
#[component]
pub fn EventsPage(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    // Selection and the part of time that is shown change often and alone.
    let params = Memo::new(move |_| here.query.read().result_key());
    let results: Memo<Arc<EventResults>> = Memo::new(move |_| site.event_results(&params.read()));
    let facets = Memo::new(move |_| site.event_facets(&here.query.read(), &results.read()));
    let summary =
        Memo::new(move |_| event_sentence(directory, &params.read(), results.read().events.len()));
    let hovered = RwSignal::new(None);

    let language = directory.language();
    let short_name = directory.network.short_names.get(language);
    let movement = directory.network.movement.get(language);
    describe(
        move || words.page_title(&summary.read().whole, short_name),
        &words.events_description(movement, short_name),
    );
    follow_selection();
    mark_hovered(site, hovered);

    let timeline = Timeline::new(site, results, hovered);
    let buttons = move || (here.query.read().layout != Layout::Month).then(|| timeline.buttons());
    let beside = view! {
        <Chips directory facets=&EVENT_FACETS />
        <Shortlist directory />
        <div class="directory__actions" data-needs="program">
            <EventViewSwitch words />
            {dynamic(buttons)}
            <EventCalendar site facets />
            <EventExport directory results />
        </div>
    };
    let is_by_month = Memo::new(move |_| here.query.read().layout == Layout::Month);
    let shown_in_time = move || {
        if is_by_month.get() {
            view! { <MonthView site results /> }.into_any()
        } else {
            timeline.view(facets)
        }
    };
    let is_empty = Memo::new(move |_| results.read().events.is_empty());
    let empty_state = move || {
        is_empty
            .get()
            .then(|| no_event_found(words, &here.query.read()))
    };
    view! {
        <div class="events">
            {tools(site, facets)}
            {heading(summary, || true, beside)}
            {dynamic(shown_in_time)}
            <div class="events__body">
                <div class="events__results">
                    <EventNext site />
                    {dynamic(empty_state)}
                    <EventList site results hovered />
                </div>
                <PlaceMap site results hovered />
            </div>
        </div>
    }
}

/// Brings the selected row into view whenever the selection changes.
fn follow_selection() {
    let here = use_here();
    let selected = Memo::new(move |_| here.query.read().event_alone());
    browser::effect(move || {
        if let Some(id) = selected.get().event {
            browser::scroll_into_view(format!("row-{id}"));
        }
    });
}

/// Marks the row and the mark of the event that is pointed at.
fn mark_hovered(site: &'static Site, hovered: RwSignal<Option<EventIdx>>) {
    browser::effect(move || {
        let id = hovered.get().map(|place| &site.directory[place].id);
        let row = id.map(|id| format!("row-{id}"));
        browser::move_attribute("data-hovered", row.as_deref());
    });
}
