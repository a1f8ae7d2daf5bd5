//! The directory: one filtered set as list or table, and as map.

use std::sync::Arc;

use directory::facets::MEMBER_FACETS;
use directory::model::MemberIdx;
use directory::query::Layout;
use directory::sentence::sentence;

use super::{heading, tools};
use crate::Site;
use crate::browser;
use crate::components::chips::chips;
use crate::components::former_rows::former_rows;
use crate::components::member_export::member_export;
use crate::components::member_list::member_list;
use crate::components::member_table::member_table;
use crate::components::nothing_found::nothing_found;
use crate::components::view_switch::{sort_menu, view_switch};
use crate::components::year_slider::{year_link, year_slider};
use crate::head::describe;
use crate::map::world_map::world_map;
use crate::markup::{Markup, el};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::site::Results;

/// `/`: everything on it follows from the query in the address.
pub fn directory_page(site: &'static Site) -> Markup {
    let here = use_here();
    let directory = site.directory;
    // Order, view, selection and the map's position change often and alone;
    // the results are worked out again only when they could differ.
    let params = Memo::new(move |_| here.query.read().result_key());
    let results: Memo<Arc<Results>> = Memo::new(move |_| site.results(&params.read()));
    let facets = Memo::new(move |_| site.facets(&here.query.read(), &results.read(), None));
    let hovered = RwSignal::new(None);

    let playing = RwSignal::new(false);
    let summary = Memo::new(move |_| sentence(directory, &params.read(), results.read().count()));
    let short_name = directory.network.short_names.get(directory.language());
    let purpose = directory.network.purpose.get(directory.language());
    let words = &directory.catalogue;
    describe(
        move || words.page_title(&summary.read().whole, short_name),
        purpose,
    );
    follow_selection();
    mark_hovered(site, hovered);

    let layout = Memo::new(move |_| here.query.read().layout);
    let results_markup = move || match layout.get() {
        Layout::Table => member_table(site, results),
        Layout::List | Layout::Map => member_list(site, results, hovered),
    };
    let empty_state = move || {
        let is_empty = results.read().count() == 0;
        is_empty.then(|| nothing_found(site, &here.query.read()))
    };
    let actions = el("div")
        .class("directory__actions")
        .child(year_link(directory))
        .child(view_switch(words))
        .child(sort_menu(words))
        .child(member_export(site, results));
    // While the years go by, nobody could hear each of them out.
    let heading = heading(summary, move || !playing.get())
        .child(chips(directory, &MEMBER_FACETS))
        .child(actions);
    let body = el("div")
        .class("directory__body")
        .child(
            el("div")
                .class("directory__results")
                .live(empty_state)
                .live(results_markup)
                .child(former_rows(site, results)),
        )
        .child(world_map(site, results, hovered, facets));
    el("div")
        .class("directory")
        .key("directory")
        .live_attr("data-view", move || Some(layout_name(layout.get())))
        .child(tools(words, facets))
        .child(heading)
        .child(year_slider(directory, playing))
        .child(body)
        .into()
}

fn layout_name(layout: Layout) -> &'static str {
    match layout {
        Layout::List => "list",
        Layout::Table => "table",
        Layout::Map => "map",
    }
}

/// Brings the selected row into view whenever the selection changes, or the
/// list comes to be seen.
fn follow_selection() {
    let here = use_here();
    let seen = Memo::new(move |_| {
        let query = here.query.read();
        (query.selected.clone(), query.layout)
    });
    browser::effect(move || {
        if let (Some(id), _) = seen.get() {
            browser::scroll_into_view(format!("row-{id}"));
        }
    });
}

/// Marks the row of the member that is pointed at, in the list or on the map.
fn mark_hovered(site: &'static Site, hovered: RwSignal<Option<MemberIdx>>) {
    browser::effect(move || {
        let row = hovered
            .get()
            .map(|member| format!("row-{}", site.directory[member].id));
        browser::move_attribute("data-hovered", row.as_deref());
    });
}
