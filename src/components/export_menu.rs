//! The menu from which results are taken away, and printed.

use domain::Directory;
use domain::words::Words;
use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::markup::{Markup, el, live};

/// What can be chosen in the menu.
pub struct Choice {
    label: String,
    act: Box<dyn Fn() + Send + Sync>,
}

impl Choice {
    pub fn new(label: String, act: impl Fn() + Send + Sync + 'static) -> Self {
        let act = Box::new(act);
        Self { label, act }
    }
}

/// The menu of what `choices` gives, and print; it says what went wrong, where
/// there is `trouble`.
pub fn export_menu(
    words: &'static Words,
    trouble: RwSignal<String>,
    choices: impl Fn() -> Vec<Choice> + Send + Sync + 'static,
) -> Markup {
    live(move || {
        let print = Choice::new(words.export_print().to_owned(), browser::print);
        let choices = choices().into_iter().chain([print]);
        let actions = el("ul").children(choices.map(|Choice { label, act }| {
            let button = el("button")
                .attr("type", "button")
                .class("option")
                .on("click", move |_| act());
            el("li").child(button.child(label))
        }));
        let summary = el("summary")
            .class("button")
            .child(Icon::Download.view())
            .child(words.export_label())
            .child(Icon::Down.view());
        let panel = el("div")
            .class("menu__panel menu__panel--end")
            .child(actions)
            .live(move || el("p").attr("role", "alert").child(trouble.get()));
        el("details")
            .class("menu")
            .attr("name", "menus")
            .child(summary)
            .child(panel)
    })
}

/// Gives `act` all that is published of `what`, "members" or "events", in a
/// `form`; or sets the `trouble` that it is not to be had.
pub fn take(
    directory: &'static Directory,
    what: &str,
    form: &'static str,
    trouble: RwSignal<String>,
    act: impl FnOnce(&str) + 'static,
) {
    trouble.set(String::new());
    let file = format!("{what}/{}.{form}", directory.language());
    let name = file.clone();
    let act = move |text: Option<String>| match text {
        Some(text) => act(&text),
        None => trouble.set(directory.words.problem_no_answer(&file)),
    };
    browser::with_file(name, Box::new(act));
}
