//! The one search box.

use directory::{Catalogue, Query};

use super::icon::Icon;
use super::result_list::ROW_LINK;
use super::visually_hidden::visually_hidden;
use crate::address::Page;
use crate::browser;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, Step, use_here};
use crate::prelude::*;

/// Finds while the reader types; the words stand in the address.
pub fn search_box(words: &'static Catalogue) -> Markup {
    let here = use_here();
    live(move || {
        let query = here.query.read();
        let name = match here.listing() {
            Page::Events => words.events_search(),
            _ => words.search_label(),
        };
        let label = el("label").class("visually-hidden").attr("for", "search");
        let clear = el("a")
            .class("search-box__clear")
            .href(here.to_listing(&query.without_words()))
            .flag("hidden", query.words.is_empty())
            .attr("aria-label", words.search_clear())
            // The link goes with the words; the reader stays at the box.
            .on("click", |_| {
                browser::focus("search");
            })
            .flag("data-noscroll", true);
        let form = el("form")
            .attr("method", "get")
            .attr("action", here.to_listing(&Query::default()))
            .on("submit", browser::prevent_default)
            .child(Icon::Search.view())
            .child(label.child(name))
            .child(field(here, words, query.words.clone()))
            .child(clear.child(Icon::Close.view()))
            .child(
                el("kbd")
                    .class("search-box__key")
                    .attr("aria-hidden", "true")
                    .child("/"),
            )
            .child(visually_hidden(words.search_keys()).id("search-keys"));
        el("search").class("search-box").child(form)
    })
}

fn field(here: Here, words: &'static Catalogue, typed: String) -> Element {
    el("input")
        .id("search")
        .attr("name", "q")
        .attr("type", "text")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr(
            "placeholder",
            match untrack(|| here.listing()) {
                Page::Events => words.events_placeholder(),
                _ => words.search_placeholder(),
            },
        )
        // Whoever types writes in any language.
        .maybe("dir", (!typed.is_empty()).then_some("auto"))
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "search-keys")
        .attr("aria-controls", "results")
        .attr("value", typed)
        .on("input", move |event| {
            let query = here.query.get_untracked();
            // The first letter makes a step that "back" undoes, the others
            // change it.
            let step = if query.words.is_empty() {
                Step::Push
            } else {
                Step::Replace
            };
            here.go(&query.with_words(&event_target_value(event)), step);
        })
        .on("keydown", move |event| {
            let query = here.query.get_untracked();
            match browser::key(event).as_str() {
                "Escape" if !query.words.is_empty() => {
                    event.stop_propagation();
                    here.go(&query.without_words(), Step::Push);
                }
                "ArrowDown" => {
                    event.prevent_default();
                    browser::move_focus(ROW_LINK, 1, "search");
                }
                _ => {}
            }
        })
}
