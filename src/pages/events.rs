//! Events: one filtered set on a time line, in a list and on a map.

use std::sync::Arc;

use directory::facets::EVENT_FACETS;
use directory::model::EventIdx;
use directory::sentence::event_sentence;

use crate::Site;
use crate::address::use_here;
use crate::browser;
use crate::components::chips::chips;
use crate::components::event_calendar::event_calendar;
use crate::components::event_export::event_export;
use crate::components::event_list::event_list;
use crate::components::event_next::event_next;
use crate::components::filters::filters;
use crate::components::headline::{announced, sentence_heading};
use crate::components::search_box::search_box;
use crate::head::describe;
use crate::map::place_map::place_map;
use crate::markup::{Element, Markup, el};
use crate::prelude::*;
use crate::site::EventResults;
use crate::timeline::Timeline;

/// `/events/`: everything on it follows from the query in the address.
pub fn events_page(site: &'static Site) -> Markup {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.words;
    // Selection and the part of time that is shown change often and alone.
    let asked = Memo::new(move |_| here.query.read().result_key());
    let results: Memo<Arc<EventResults>> = Memo::new(move |_| site.event_results(&asked.read()));
    let facets = Memo::new(move |_| site.event_facets(&here.query.read()));
    let said =
        Memo::new(move |_| event_sentence(directory, &asked.read(), results.read().events.len()));
    let pointed = RwSignal::new(None);

    let language = directory.language();
    let short_name = directory.network.short_names.get(language);
    let movement = directory.network.movement.get(language);
    describe(
        move || words.page_title(&said.read().whole, short_name),
        &words.events_description(movement, short_name),
    );
    follow_selection();
    mark_pointed(site, pointed);

    let timeline = Timeline::new(site, results, pointed);
    let tools = el("div")
        .class("directory__tools")
        .child(search_box(words))
        .child(filters(words, facets));
    let headline = el("div")
        .class("directory__headline")
        .child(sentence_heading(said))
        .live(move || announced(Some(said.read().whole.clone())))
        .child(chips(directory, &EVENT_FACETS))
        .child(
            el("div")
                .class("directory__actions")
                .child(timeline.buttons())
                .child(event_calendar(site, facets))
                .child(event_export(directory, results)),
        );
    let none = move || results.read().events.is_empty().then(|| nothing(site));
    el("div")
        .class("events")
        .key("events")
        .child(tools)
        .child(headline)
        .child(timeline.view(facets))
        .child(
            el("div")
                .class("events__body")
                .child(
                    el("div")
                        .class("events__results")
                        .child(event_next(site))
                        .live(none)
                        .child(event_list(site, results, pointed)),
                )
                .children(place_map(site, results, pointed)),
        )
        .into()
}

/// A way out where nothing fits.
fn nothing(site: &'static Site) -> Element {
    let here = use_here();
    let words = &site.directory.words;
    let clear = el("a")
        .class("button")
        .href(here.to(here.listing(), &here.query.read().cleared()))
        .flag("data-noscroll", true);
    el("div")
        .class("nothing-found")
        .child(
            el("p")
                .class("nothing-found__title")
                .child(words.events_nothing()),
        )
        .child(el("p").child(clear.child(words.nothing_clear())))
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
fn mark_pointed(site: &'static Site, pointed: RwSignal<Option<EventIdx>>) {
    browser::effect(move || {
        let id = pointed.get().map(|event| &site.directory[event].id);
        let row = id.map(|id| format!("row-{id}"));
        browser::mark("data-pointed", row.as_deref());
    });
}
