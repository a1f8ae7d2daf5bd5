//! The directory: one filtered set as list or table, and as map.

use std::sync::Arc;

use directory::facets::MEMBER_FACETS;
use directory::model::MemberIdx;
use directory::query::View;
use directory::sentence::sentence;

use crate::Site;
use crate::address::use_here;
use crate::browser;
use crate::components::chips::chips;
use crate::components::filters::filters;
use crate::components::former_rows::former_rows;
use crate::components::headline::{announced, sentence_heading};
use crate::components::member_export::member_export;
use crate::components::member_list::member_list;
use crate::components::member_table::member_table;
use crate::components::nothing_found::nothing_found;
use crate::components::search_box::search_box;
use crate::components::view_switch::{sort_menu, view_switch};
use crate::components::year_slider::{year_link, year_slider};
use crate::head::describe;
use crate::map::world_map::world_map;
use crate::markup::{Markup, el};
use crate::prelude::*;
use crate::site::Results;

/// `/`: everything on it follows from the query in the address.
pub fn directory_page(site: &'static Site) -> Markup {
    let here = use_here();
    let directory = site.directory;
    // Order, view, selection and the map's position change often and alone;
    // the results are worked out again only when they could differ.
    let asked = Memo::new(move |_| here.query.read().result_key());
    let results: Memo<Arc<Results>> = Memo::new(move |_| site.results(&asked.read()));
    let facets = Memo::new(move |_| site.facets(&here.query.read(), &results.read(), None));
    let pointed = RwSignal::new(None);

    let playing = RwSignal::new(false);
    let said = Memo::new(move |_| sentence(directory, &asked.read(), results.read().count()));
    let short_name = directory.network.short_names.get(directory.language());
    let purpose = directory.network.purpose.get(directory.language());
    let words = &directory.words;
    describe(
        move || words.page_title(&said.read().whole, short_name),
        purpose,
    );
    follow_selection();
    mark_pointed(site, pointed);

    let view = Memo::new(move |_| here.query.read().view);
    let results_view = move || match view.get() {
        View::Table => member_table(site, results),
        View::List | View::Map => member_list(site, results, pointed),
    };
    let none = move || {
        let none = results.read().count() == 0;
        none.then(|| nothing_found(site, &here.query.read()))
    };
    // While the years go by, nobody could hear each of them out.
    let heard = move || {
        let heard = (!playing.get()).then(|| said.read().whole.clone());
        announced(heard)
    };

    let tools = el("div")
        .class("directory__tools")
        .child(search_box(words))
        .child(filters(words, facets));
    let actions = el("div")
        .class("directory__actions")
        .child(year_link(directory))
        .child(view_switch(words))
        .child(sort_menu(words))
        .child(member_export(site, results));
    let headline = el("div")
        .class("directory__headline")
        .child(sentence_heading(said))
        .live(heard)
        .child(chips(directory, &MEMBER_FACETS))
        .child(actions);
    let body = el("div")
        .class("directory__body")
        .child(
            el("div")
                .class("directory__results")
                .live(none)
                .live(results_view)
                .child(former_rows(site, results)),
        )
        .child(world_map(site, results, pointed, facets));
    el("div")
        .class("directory")
        .key("directory")
        .live_attr("data-view", move || Some(view_name(view.get())))
        .child(tools)
        .child(headline)
        .child(year_slider(directory, playing))
        .child(body)
        .into()
}

fn view_name(view: View) -> &'static str {
    match view {
        View::List => "list",
        View::Table => "table",
        View::Map => "map",
    }
}

/// Brings the selected row into view whenever the selection changes, or the
/// list comes to be seen.
fn follow_selection() {
    let here = use_here();
    let seen = Memo::new(move |_| {
        let query = here.query.read();
        (query.selected.clone(), query.view)
    });
    browser::effect(move || {
        if let (Some(id), _) = seen.get() {
            browser::scroll_into_view(format!("row-{id}"));
        }
    });
}

/// Marks the row of the member that is pointed at, in the list or on the map.
fn mark_pointed(site: &'static Site, pointed: RwSignal<Option<MemberIdx>>) {
    browser::effect(move || {
        let row = pointed
            .get()
            .map(|member| format!("row-{}", site.directory[member].id));
        browser::mark("data-pointed", row.as_deref());
    });
}
