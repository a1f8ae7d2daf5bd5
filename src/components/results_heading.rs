//! The sentence above results.

use directory::sentence::Sentence;

use crate::markup::{Element, Markup, el, live};
use crate::prelude::*;

/// What is shown, as a heading with the count in bold.
pub fn results_heading(summary: Memo<Sentence>) -> Markup {
    live(move || {
        let summary = summary.read();
        let rest = summary.whole.strip_prefix(&summary.count);
        el("h1")
            .class("sentence")
            .child(el("b").child(summary.count.clone()))
            .child(rest.unwrap_or(&summary.whole).to_owned())
    })
}

/// What is told to those who cannot see it, whenever it changes.
pub fn announcement(text: Option<String>) -> Element {
    el("p")
        .class("visually-hidden")
        .attr("role", "status")
        .child(text)
}
