//! What can be read without a network, and whether a newer version is there.
//!
//! `js/offline.js` tells it on `<html>`; the style sheet shows the words that
//! hold, so that they are there in every language and need no program.

use crate::markup::{Element, el};

/// How far saving has come, in the foot of every page.
pub fn offline_note() -> Element {
    let said = |state, words: &'static str| el("span").class(state).child(words);
    el("p")
        .class("offline-note")
        .child(
            action("save", "Save all pages for reading without a network")
                .class("quiet-button offline-note__offered"),
        )
        .child(said(
            "offline-note__saving",
            "Saving all pages for reading without a network…",
        ))
        .child(said(
            "offline-note__saved",
            "All pages can be read without a network.",
        ))
        .child(said(
            "offline-note__failed",
            "Pages could not be saved for reading without a network.",
        ))
}

/// Offers the newer version, where there is one.
pub fn newer_note() -> Element {
    let words = el("span").child("A newer version of this directory is here.");
    let note = el("div").class("newer-note").attr("role", "status");
    note.child(words).child(action("update", "Show it"))
}

/// A button that `offline.js` listens to.
fn action(action: &'static str, words: &'static str) -> Element {
    el("button")
        .attr("type", "button")
        .attr("data-offline-action", action)
        .child(words)
}
