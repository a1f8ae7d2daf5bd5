//! Taking away exactly what is shown.

use std::sync::Arc;

use domain::{Directory, export};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::use_here;
use crate::browser;
use crate::markup::{Element, Markup, el, live};
use crate::site::Results;

/// Downloads of `results`, with their sources and licences; and print.
pub fn export_menu(directory: &'static Directory, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let words = &directory.words;
    let save = move |ending: &str, kind: &str, text: String| {
        let network = &directory.network;
        let name = format!("{}-{}.{ending}", network.id, network.data_date);
        browser::download(&name, kind, &text);
    };
    let csv = move || {
        let text = export::csv(directory, &results.read_untracked().places);
        save("csv", "text/csv", text);
    };
    let json = move || {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        let text = export::json(directory, &query, &results.places, results.former.len());
        save("json", "application/json", text);
    };
    let notes = move || {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        let address = browser::address();
        let text = export::notes_text(
            directory,
            &query,
            &address,
            &results.places,
            results.former.len(),
        );
        save("txt", "text/plain", text);
    };
    live(move || {
        let rows = results.read().places.len();
        let summary = el("summary")
            .class("button")
            .child(Icon::Download.view())
            .child(words.export_label())
            .child(Icon::Down.view());
        let actions = el("ul")
            .child(action(words.export_csv(rows), csv))
            .child(action(words.export_json(rows), json))
            .child(action(words.export_notes().to_owned(), notes))
            .child(action(words.export_print().to_owned(), browser::print));
        let panel = el("div").class("menu__panel menu__panel--end");
        el("details")
            .class("menu")
            .attr("name", "menus")
            .child(summary)
            .child(panel.child(actions))
    })
}

/// A button in a menu.
pub fn action(name: String, act: impl Fn() + Send + Sync + 'static) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("option")
        .on("click", move |_| act());
    el("li").child(button.child(name))
}
