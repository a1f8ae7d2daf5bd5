//! The directory: one filtered set as list or table, and as map.

use std::sync::Arc;

use directory::Directory;
use directory::facets::MEMBER_FACETS;
use directory::model::MemberIdx;
use directory::query::Layout;
use directory::sentence::sentence;
use leptos::prelude::*;

use super::{heading, tools};
use crate::Site;
use crate::browser;
use crate::components::chips::Chips;
use crate::components::former_rows::FormerRows;
use crate::components::member_export::MemberExport;
use crate::components::member_list::MemberList;
use crate::components::member_table::MemberTable;
use crate::components::nothing_found::nothing_found;
use crate::components::shortlist::Shortlist;
use crate::components::view_switch::{ViewSwitch, sort_menu};
use crate::components::year_slider::{YearLink, YearSlider};
use crate::distinct::{distinct, distinct_each};
use crate::dynamic::dynamic;
use crate::head::describe;
use crate::map::world_map::WorldMap;
use crate::navigation::{Here, Step, use_here};
use crate::site::Results;
use crate::turns::in_turn;

/// `/`: everything on it follows from the query in the address.
#[component]
pub fn DirectoryPage(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    // Order, view, selection and the map's position change often and alone;
    // the results are worked out again only when they could differ.
    let params = Memo::new(move |_| here.query.read().result_key());
    let results: Memo<Arc<Results>> = Memo::new(move |_| site.results(&params.read()));
    let facets = Memo::new(move |_| site.facets(&here.query.read(), &results.read(), None));
    let colour = Memo::new(move |_| here.query.read().colour);
    let colouring = distinct(move || Arc::new(site.colouring(colour.get().0)));
    let hovered = RwSignal::new(None);
    let selected = distinct(move || {
        let query = here.query.read();
        query
            .selected
            .as_ref()
            .and_then(|id| directory.member_idx(id))
    });
    let shown = distinct_each(move || {
        let shown = &results.read().shown;
        let members = MemberIdx::all(directory);
        members
            .map(|member| shown.binary_search(&member).is_ok())
            .collect()
    });

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
    let choosing = RwSignal::new(!here.query.read_untracked().list.is_empty());
    show_ticks(directory, results, choosing);

    let layout = Memo::new(move |_| here.query.read().layout);
    let listed = move || match layout.get() {
        Layout::Table => view! { <MemberTable site results colouring /> }.into_any(),
        Layout::List | Layout::Map | Layout::Month => {
            view! { <MemberList site results hovered selected colouring /> }.into_any()
        }
    };
    let is_empty = Memo::new(move |_| results.read().count() == 0);
    let empty_state = move || {
        is_empty
            .get()
            .then(|| nothing_found(site, &here.query.read()))
    };
    let map = in_turn(move || {
        let shown = shown.clone();
        view! { <WorldMap site results shown hovered selected facets colouring /> }
    });
    let beside = view! {
        <Chips directory facets=&MEMBER_FACETS />
        <Shortlist directory choosing />
        <div class="directory__actions" data-needs="program">
            <YearLink directory />
            <ViewSwitch words />
            <button
                type="button"
                class="button directory__choose"
                aria-pressed=move || choosing.get().to_string()
                on:click=move |_| choosing.update(|choosing| *choosing = !*choosing)
            >
                {words.shortlist_choose()}
            </button>
            {sort_menu(words)}
            <MemberExport site results />
        </div>
    };
    view! {
        <div
            class="directory"
            data-view=move || layout_name(layout.get())
            data-past=move || results.read().past_year.is_some()
        >
            {in_turn(move || tools(site, facets))}
            // While the years go by, nobody could hear each of them out.
            {heading(summary, move || !playing.get(), beside)}
            <YearSlider directory playing />
            <div class="directory__body">
                <div class="directory__results" on:change=move |event| tick(here, &event)>
                    {dynamic(empty_state)}
                    {dynamic(listed)}
                    <FormerRows site results colouring />
                </div>
                {map}
            </div>
        </div>
    }
}

/// What style sheets call a layout.
pub fn layout_name(layout: Layout) -> &'static str {
    match layout {
        // What only events have is the list here.
        Layout::List | Layout::Month => "list",
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

/// Puts boxes before the names while the reader is `choosing`, ticked where one is
/// on the list; otherwise it follows nothing that the reader asks for.
fn show_ticks(
    directory: &'static Directory,
    results: Memo<Arc<Results>>,
    choosing: RwSignal<bool>,
) {
    let here = use_here();
    let seen = Memo::new(move |_| {
        let query = here.query.read();
        (query.list.clone(), query.layout)
    });
    browser::effect(move || {
        if !choosing.get() {
            browser::show_ticks("results", &[]);
            return;
        }
        let (list, _) = seen.get();
        results.track();
        // The rows are drawn by then.
        browser::once_drawn(move || {
            // The reader may have gone on, or chooses no longer.
            if choosing.try_get_untracked() != Some(true) {
                return;
            }
            let ticks = directory.members.iter().map(|member| {
                let name = member.names.get(directory.language());
                let name = directory.catalogue.shortlist_add(name);
                (member.id.as_str(), name, list.contains(&member.id))
            });
            browser::show_ticks("results", &ticks.collect::<Vec<_>>());
        });
    });
}

/// Follows a box that was ticked or unticked.
fn tick(here: Here, event: &web_sys::Event) {
    if let Some(member) = browser::ticked(event) {
        let query = here.query.get_untracked();
        here.go(&query.with_toggled_on_list(&member), Step::Replace);
    }
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
