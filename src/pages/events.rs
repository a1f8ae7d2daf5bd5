//! Events: one filtered set on a time line, in a list and on a map.

use std::sync::Arc;

use directory::facets::EVENT_FACETS;
use directory::model::EventIdx;
use directory::sentence::event_sentence;

use super::{heading, tools};
use crate::Site;
use crate::browser;
use crate::components::chips::chips;
use crate::components::event_calendar::event_calendar;
use crate::components::event_export::event_export;
use crate::components::event_list::event_list;
use crate::components::event_next::event_next;
use crate::components::nothing_found::no_event_found;
use crate::head::describe;
use crate::map::place_map::place_map;
use crate::markup::{Markup, el};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::site::EventResults;
use crate::timeline::Timeline;

/// `/events/`: everything on it follows from the query in the address.
pub fn events_page(site: &'static Site) -> Markup {
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
    let heading = heading(summary, || true)
        .child(chips(directory, &EVENT_FACETS))
        .child(
            el("div")
                .class("directory__actions")
                .child(timeline.buttons())
                .child(event_calendar(site, facets))
                .child(event_export(directory, results)),
        );
    let empty_state = move || {
        let is_empty = results.read().events.is_empty();
        is_empty.then(|| no_event_found(words, &here.query.read()))
    };
    el("div")
        .class("events")
        .key("events")
        .child(tools(words, facets))
        .child(heading)
        .child(timeline.view(facets))
        .child(
            el("div")
                .class("events__body")
                .child(
                    el("div")
                        .class("events__results")
                        .child(event_next(site))
                        .live(empty_state)
                        .child(event_list(site, results, hovered)),
                )
                .children(place_map(site, results, hovered)),
        )
        .into()
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
