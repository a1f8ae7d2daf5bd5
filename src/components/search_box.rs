//! The one search box.

use domain::Query;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::Icon;
use super::member_list;
use crate::address::{Page, Step, use_go, use_here};
use crate::browser;

/// Finds while the reader types; the words stand in the address.
///
/// Works as a plain form too, which keeps the other parameters.
#[component]
pub fn SearchBox() -> impl IntoView {
    let here = use_here();
    let go = use_go();
    let words = move || here.query.read().words.clone();
    let empty = move || here.query.read().words.is_empty();

    let typed = {
        let go = go.clone();
        move |event| {
            let query = here.query.get_untracked();
            // The first letter makes a step that "back" undoes, the others
            // change it.
            let step = if query.words.is_empty() {
                Step::Push
            } else {
                Step::Replace
            };
            go(&query.with_words(&event_target_value(&event)), step);
        }
    };
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if !empty() => {
            event.stop_propagation();
            go(&here.query.get_untracked().without_words(), Step::Push);
        }
        "ArrowDown" => {
            event.prevent_default();
            browser::walk(member_list::WALKED, 1, "search");
        }
        _ => {}
    };
    let action = move || here.to(Page::Directory, &Query::default());
    let clear = move || here.to(Page::Directory, &here.query.read().without_words());

    view! {
        <search class="search-box">
            <form method="get" action=action on:submit=|event| event.prevent_default()>
                {Icon::Search.view()}
                <label class="visually-hidden" for="search">"Search the directory"</label>
                <input
                    id="search"
                    name="q"
                    type="text"
                    inputmode="search"
                    enterkeyhint="search"
                    placeholder="Country, parliament, capital, in any language"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="search-keys"
                    aria-controls="results"
                    prop:value=words
                    value=words
                    on:input=typed
                    on:keydown=pressed
                />
                <a class="search-box__clear" href=clear hidden=empty aria-label="Clear the search" data-noscroll>
                    {Icon::Close.view()}
                </a>
                <kbd class="search-box__key" aria-hidden="true">"/"</kbd>
                <span class="visually-hidden" id="search-keys">
                    "The slash key comes here, Escape empties the box, arrow keys walk the results."
                </span>
            </form>
        </search>
    }
}
