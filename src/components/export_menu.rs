//! The menu from which results are taken away, and printed.

use directory::Directory;
use directory::catalogue::Catalogue;

use super::icon::Icon;
use crate::browser;
use crate::markup::{Element, Markup, el, live};
use crate::prelude::*;

/// A form in which results can be had: what readers call it, the ending of the
/// file, and its media type.
pub type Form = (String, &'static str, &'static str);

/// The menu called `label` of `forms`, each of which `save` gives, and print; it
/// says what went wrong, where there is `trouble`.
pub fn export_menu(
    words: &'static Catalogue,
    label: &'static str,
    trouble: RwSignal<String>,
    forms: impl Fn() -> Vec<Form> + Send + Sync + 'static,
    save: impl Fn(&'static str, &'static str) + Copy + Send + Sync + 'static,
) -> Markup {
    live(move || {
        let forms = forms().into_iter();
        let actions = el("ul")
            .children(forms.map(|(name, form, kind)| {
                action(name, move || {
                    trouble.set(String::new());
                    save(form, kind);
                })
            }))
            .child(action(words.export_print().to_owned(), browser::print));
        let summary = el("summary")
            .class("button")
            .child(Icon::Download.view())
            .child(label)
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

/// A button in a menu.
fn action(name: String, act: impl Fn() + Send + Sync + 'static) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("option")
        .on("click", move |_| act());
    el("li").child(button.child(name))
}

/// Gives `act` all that is published of `what`, "members", "events" or
/// "contacts", in a `form`; or sets the `trouble` that it is not to be had.
pub fn take(
    directory: &'static Directory,
    what: &str,
    form: &'static str,
    trouble: RwSignal<String>,
    act: impl FnOnce(&str) + 'static,
) {
    let file = format!("{what}/{}.{form}", directory.language());
    let name = file.clone();
    let act = move |text: Option<String>| match text {
        Some(text) => act(&text),
        None => trouble.set(directory.catalogue.problem_no_answer(&file)),
    };
    browser::with_file(name, Box::new(act));
}
