//! Taking away exactly the events that are shown.

use std::sync::Arc;

use directory::Directory;
use directory::export::notes::ExportNotes;
use directory::export::subset;
use directory::sentence::event_sentence;
use leptos::prelude::*;

use super::export_menu::{ExportMenu, take};
use crate::browser;
use crate::navigation::use_here;
use crate::site::EventResults;

/// Downloads of the events in `results`, with their sources. All of them are
/// written when the site is published, and picked from when asked for.
#[component]
pub fn EventExport(
    directory: &'static Directory,
    results: Memo<Arc<EventResults>>,
) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let trouble = RwSignal::new(None);
    let download = move |form: &str, kind: &str, text: &str| {
        let network = &directory.network;
        let name = format!("{}-events-{}.{form}", network.id, network.data_date);
        browser::download(&name, kind, text);
    };
    let shown = move |notes: fn(&ExportNotes<'static>) -> String| {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        let sentence = event_sentence(directory, &query, results.events.len()).whole;
        let address = browser::address();
        notes(&ExportNotes {
            directory,
            sentence,
            address,
        })
    };
    let save = move |form: &'static str, kind: &'static str| {
        if form == "txt" {
            return download(form, kind, &shown(ExportNotes::notes_of_rows));
        }
        take(directory, "events", form, trouble, move |whole| {
            let results = results.read_untracked();
            let ids = results.events.iter();
            let ids: Vec<&str> = ids.map(|event| &*directory[*event].id).collect();
            let text = match form {
                "csv" => subset::csv(whole, &ids),
                "json" => {
                    let about = shown(ExportNotes::about_rows);
                    subset::json(&subset::rows(whole, &ids), "events", &about)
                }
                _ => subset::calendar(whole, &ids),
            };
            download(form, kind, &text);
        });
    };
    let forms = move || {
        let rows = results.read().events.len();
        let mut forms = vec![
            (words.export_csv(rows), "csv", "text/csv"),
            (words.export_json(rows), "json", "application/json"),
            (words.events_calendar_take(rows), "ics", "text/calendar"),
            (words.export_notes().to_owned(), "txt", "text/plain"),
        ];
        // A calendar must hold something.
        forms.retain(|(_, form, _)| rows > 0 || *form != "ics");
        forms
    };
    view! { <ExportMenu words label=words.export_label() trouble forms save /> }
}
