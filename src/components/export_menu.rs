//! Taking away exactly what is shown.

use std::sync::Arc;

use domain::{Directory, export};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::use_here;
use crate::browser;
use crate::site::Results;

/// Downloads of the results, with their sources and licences; and print.
#[component]
pub fn ExportMenu(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// What is shown.
    results: Memo<Arc<Results>>,
) -> impl IntoView {
    let here = use_here();
    let rows = move || match results.read().places.len() {
        1 => "1 row".to_owned(),
        rows => format!("{rows} rows"),
    };
    let name = |ending: &str| {
        format!(
            "{}-{}.{ending}",
            directory.network.id, directory.network.data_date
        )
    };
    let csv = move |_| {
        let text = export::csv(directory, &results.read_untracked().places);
        browser::download(&name("csv"), "text/csv", &text);
    };
    let json = move |_| {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        browser::download(
            &name("json"),
            "application/json",
            &export::json(directory, &query, &results.places),
        );
    };
    let notes = move |_| {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        browser::download(
            &name("txt"),
            "text/plain",
            &export::notes_text(directory, &query, &browser::address(), &results.places),
        );
    };

    view! {
        <details class="menu" name="menus">
            <summary class="button">{Icon::Download.view()} "Export" {Icon::Down.view()}</summary>
            <div class="menu__panel menu__panel--end">
                <ul>
                    <li><button type="button" class="option" on:click=csv>{move || format!("CSV, {}", rows())}</button></li>
                    <li><button type="button" class="option" on:click=json>{move || format!("JSON, {}, with sources", rows())}</button></li>
                    <li><button type="button" class="option" on:click=notes>"Sources and licences of these rows"</button></li>
                    <li><button type="button" class="option" on:click=|_| browser::print()>"Print"</button></li>
                </ul>
            </div>
        </details>
    }
}
