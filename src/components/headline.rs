//! The sentence above results.

use directory::sentence::Sentence;

use crate::markup::{Element, Markup, el, live};
use crate::prelude::*;

/// What is shown, as a heading with the count in bold.
pub fn sentence_heading(said: Memo<Sentence>) -> Markup {
    live(move || {
        let said = said.read();
        let rest = said.whole.strip_prefix(&said.count);
        el("h1")
            .class("sentence")
            .child(el("b").child(said.count.clone()))
            .child(rest.unwrap_or(&said.whole).to_owned())
    })
}

/// What is told to those who cannot see it, whenever it changes.
pub fn announced(text: Option<String>) -> Element {
    el("p")
        .class("visually-hidden")
        .attr("role", "status")
        .child(text)
}
