//! What can be read without a network, and whether a newer version is there.
//!
//! `js/offline.js` tells it on `<html>`; the style sheet shows the words that
//! hold, so that they are there in every language and need no program.

use directory::Catalogue;

use crate::markup::{Element, el};

/// Stands for a number in a text, until the style sheet shows it there.
const NUMBER: &str = "\u{fffc}";

/// What saving costs and how far it has come, in the foot of every page.
pub fn offline_note(words: &'static Catalogue) -> Element {
    let save = with_number(action("save"), &words.offline_save(NUMBER), "size");
    let saving = with_number(el("span"), &words.offline_saving(NUMBER), "percent");
    let result = |state, words: &'static str| el("span").class(state).child(words);
    el("p")
        .class("offline-note")
        .attr("data-locale", words.language_locale())
        .child(saving.class("offline-note__saving"))
        .child(
            el("span")
                .class("offline-note__result")
                .child(result("offline-note__saved", words.offline_saved()))
                .child(result("offline-note__failed", words.offline_failed())),
        )
        .child(save.class("quiet-button offline-note__save"))
        .child(
            action("save")
                .class("quiet-button offline-note__again")
                .child(words.start_again()),
        )
}

/// Offers the newer version, where there is one.
pub fn newer_note(words: &'static Catalogue) -> Element {
    let text = el("span").child(words.offline_newer());
    let note = el("div").class("newer-note").attr("role", "status");
    note.child(text)
        .child(action("update").child(words.offline_show()))
}

/// A button that `offline.js` listens to.
fn action(action: &'static str) -> Element {
    el("button")
        .attr("type", "button")
        .attr("data-offline-action", action)
}

/// Puts words into an element, with an empty one for their number.
fn with_number(element: Element, words: &str, number: &'static str) -> Element {
    let (before, after) = words.split_once(NUMBER).unwrap_or((words, ""));
    element
        .child(before.to_owned())
        .child(el("span").attr("data-offline-number", number))
        .child(after.to_owned())
}
