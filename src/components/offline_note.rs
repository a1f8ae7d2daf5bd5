//! What can be read without a network, and whether a newer version is there.
//!
//! `js/offline.js` tells it on `<html>`; the style sheet shows the words that
//! hold, so that they are there in every language and need no program.

use directory::Catalogue;

use crate::markup::{Element, el};

/// How far saving has come, in the foot of every page.
pub fn offline_note(words: &'static Catalogue) -> Element {
    let state_note = |state, words: &'static str| el("span").class(state).child(words);
    el("p")
        .class("offline-note")
        .child(action("save", words.offline_save()).class("quiet-button offline-note__offered"))
        .child(state_note("offline-note__saving", words.offline_saving()))
        .child(state_note("offline-note__saved", words.offline_saved()))
        .child(state_note("offline-note__failed", words.offline_failed()))
}

/// Offers the newer version, where there is one.
pub fn newer_note(words: &'static Catalogue) -> Element {
    let text = el("span").child(words.offline_newer());
    let note = el("div").class("newer-note").attr("role", "status");
    note.child(text)
        .child(action("update", words.offline_show()))
}

/// A button that `offline.js` listens to.
fn action(action: &'static str, words: &'static str) -> Element {
    el("button")
        .attr("type", "button")
        .attr("data-offline-action", action)
        .child(words)
}
