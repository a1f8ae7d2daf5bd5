//! Whether "/" goes to the search box.

use directory::Catalogue;

use crate::browser;
use crate::markup::{Markup, el, live};
use crate::prelude::*;

/// Switches the key on and off; what the reader chooses is kept.
pub fn search_key_switch(words: &'static Catalogue) -> Markup {
    let on = RwSignal::new(true);
    browser::effect(move || on.set(browser::has_search_key()));
    live(move || {
        let (text, other) = if on.get() {
            (words.footer_search_key_on(), "off")
        } else {
            (words.footer_search_key_off(), "on")
        };
        el("button")
            .attr("type", "button")
            .class("quiet-button search-key-switch")
            .on("click", move |_| {
                browser::choose("search-key", other);
                on.set(browser::has_search_key());
            })
            .child(text)
    })
}
