//! Taking away exactly the events that are shown.

use std::sync::Arc;

use domain::export::picked;
use domain::timeline::event_sentence;
use leptos::prelude::*;

use super::export_menu::action;
use super::icon::Icon;
use crate::Site;
use crate::address::use_here;
use crate::browser;
use crate::markup::{Markup, el, live};
use crate::site::Results;

/// The forms in which events can be had, each with its media type. All of them
/// are written when the site is published, and picked from when asked for.
const FORMS: [(&str, &str); 3] = [
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("ics", "text/calendar"),
];

/// Downloads of the events in `results`, with their sources; and print.
pub fn event_export(site: &'static Site, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.words;
    // What went wrong, if anything.
    let trouble = RwSignal::new(String::new());
    let name = move |form: &str| {
        let network = &directory.network;
        format!("{}-events-{}.{form}", network.id, network.data_date)
    };
    let said = move || {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        event_sentence(directory, &query, results.places.len()).whole
    };
    let take = move |[form, kind]: [&'static str; 2]| {
        trouble.set(String::new());
        let file = format!("events/{}.{form}", directory.language());
        browser::with_file(file, move |text| {
            let Some(text) = text else {
                trouble.set(words.problem_no_answer(&name(form)));
                return;
            };
            let results = results.read_untracked();
            let ids = results.places.iter();
            let ids: Vec<&str> = ids.map(|place| &*directory.events[*place].id).collect();
            let about = || picked::about(directory, &said(), &browser::address());
            let picked = match form {
                "csv" => picked::csv(&text, &ids),
                "json" => picked::json(&text, &ids, &about()),
                _ => picked::calendar(&text, &ids),
            };
            browser::download(&name(form), kind, &picked);
        });
    };
    let notes = move || {
        let text = picked::notes_text(directory, &said(), &browser::address());
        browser::download(&name("txt"), "text/plain", &text);
    };
    live(move || {
        let count = results.read().places.len();
        let labels = [
            words.export_csv(count),
            words.export_json(count),
            words.events_calendar_take(count),
        ];
        let forms = FORMS.into_iter().zip(labels);
        let actions = el("ul")
            .children(forms.map(|((form, kind), label)| action(label, move || take([form, kind]))))
            .child(action(words.export_notes().to_owned(), notes))
            .child(action(words.export_print().to_owned(), browser::print));
        let summary = el("summary")
            .class("button")
            .child(Icon::Download.view())
            .child(words.export_label())
            .child(Icon::Down.view());
        let panel = el("div")
            .class("menu__panel menu__panel--end")
            .child(actions)
            .live(move || {
                let trouble = trouble.get();
                el("p").attr("role", "alert").child(trouble)
            });
        el("details")
            .class("menu")
            .attr("name", "menus")
            .child(summary)
            .child(panel)
    })
}
