//! Taking away exactly the events that are shown.

use std::sync::Arc;

use domain::Directory;
use domain::export::picked;
use domain::export::shown::Shown;
use domain::timeline::event_sentence;
use leptos::prelude::*;

use super::export_menu::{Choice, export_menu, take};
use crate::address::use_here;
use crate::browser;
use crate::markup::Markup;
use crate::site::Results;

/// Downloads of the events in `results`, with their sources. All of them are
/// written when the site is published, and picked from when asked for.
pub fn event_export(directory: &'static Directory, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let words = &directory.words;
    let trouble = RwSignal::new(String::new());
    let download = move |form: &str, kind: &str, text: &str| {
        let network = &directory.network;
        let name = format!("{}-events-{}.{form}", network.id, network.data_date);
        browser::download(&name, kind, text);
    };
    let shown = move |told: fn(&Shown<'static>) -> String| {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        let sentence = event_sentence(directory, &query, results.places.len()).whole;
        let address = browser::address();
        told(&Shown {
            directory,
            sentence,
            address,
        })
    };
    let save = move |form: &'static str, kind: &'static str| {
        take(directory, "events", form, trouble, move |whole| {
            let results = results.read_untracked();
            let ids = results.places.iter();
            let ids: Vec<&str> = ids.map(|place| &*directory.events[*place].id).collect();
            let text = match form {
                "csv" => picked::csv(whole, &ids),
                "json" => {
                    let about = shown(Shown::about_events);
                    picked::json(&picked::rows(whole, &ids), "events", &about)
                }
                _ => picked::calendar(whole, &ids),
            };
            download(form, kind, &text);
        });
    };
    let notes = move || download("txt", "text/plain", &shown(Shown::notes_of_events));
    export_menu(words, trouble, move || {
        let rows = results.read().places.len();
        vec![
            Choice::new(words.export_csv(rows), move || save("csv", "text/csv")),
            Choice::new(words.export_json(rows), move || {
                save("json", "application/json")
            }),
            Choice::new(words.events_calendar_take(rows), move || {
                save("ics", "text/calendar")
            }),
            Choice::new(words.export_notes().to_owned(), notes),
        ]
    })
}
