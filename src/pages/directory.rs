//! The directory: one filtered set as list or table, and as map.

use std::sync::Arc;

use domain::query::View;
use domain::sentence::sentence;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::Site;
use crate::address::use_here;
use crate::browser;
use crate::components::chips::Chips;
use crate::components::export_menu::ExportMenu;
use crate::components::filters::Filters;
use crate::components::member_list::{MemberList, NothingFound};
use crate::components::member_table::MemberTable;
use crate::components::search_box::SearchBox;
use crate::components::view_switch::{SortMenu, ViewSwitch};
use crate::map::world_map::WorldMap;
use crate::site::Results;

/// `/`: everything on it follows from the query in the address.
#[component]
pub fn DirectoryPage(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    // Order, view, selection and the map's position change often and alone;
    // the results are worked out again only when they could differ.
    let asked = Memo::new(move |_| here.query.read().asking());
    let results: Memo<Arc<Results>> = Memo::new(move |_| site.results(&asked.read()));
    let offered = Memo::new(move |_| site.offered(&here.query.read(), &results.read()));
    let pointed = RwSignal::new(None);

    let said = Memo::new(move |_| sentence(directory, &asked.read(), results.read().places.len()));
    let short_name = directory.network.short_names.get(directory.language());
    let title = move || format!("{} – {short_name}", said.read());
    let view = move || match here.query.read().view {
        View::List => "list",
        View::Table => "table",
        View::Map => "map",
    };
    let is_table = Memo::new(move |_| here.query.read().view == View::Table);
    let none = Memo::new(move |_| results.read().places.is_empty());
    follow_selection();

    view! {
        <Title text=title />
        <div class="directory" data-view=view>
            <div class="directory__tools">
                <SearchBox />
                <Filters offered />
            </div>
            <div class="directory__headline">
                <h1 class="sentence"><b>{move || said.read().count.clone()}</b>": "{move || said.read().rest.clone()}</h1>
                <p class="visually-hidden" role="status">{move || said.read().to_string()}</p>
                <Chips directory />
                <div class="directory__actions">
                    <ViewSwitch />
                    <SortMenu />
                    <ExportMenu directory results />
                </div>
            </div>
            <div class="directory__body">
                <div class="directory__results">
                    <Show when=move || none.get()>
                        <NothingFound site />
                    </Show>
                    <Show when=move || is_table.get() fallback=move || view! { <MemberList site results pointed /> }>
                        <MemberTable site results />
                    </Show>
                </div>
                <WorldMap site results pointed offered />
            </div>
        </div>
    }
    .into_any()
}

/// Brings the selected row into view whenever the selection changes.
fn follow_selection() {
    let here = use_here();
    let selected = Memo::new(move |_| here.query.read().selected.clone());
    Effect::new(move |_| {
        if let Some(id) = selected.get() {
            browser::scroll_into_view(&format!("row-{id}"));
        }
    });
}
