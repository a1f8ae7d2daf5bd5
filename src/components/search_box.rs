//! The one search box.

use directory::Query;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::Icon;
use super::result_list::ROW_LINK;
use super::typed_filters::{SUGGESTION, TypedFilters, finish};
use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::navigation::{Here, Step, use_here};

/// Finds while the reader types; the words stand in the address.
#[component]
pub fn SearchBox(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let words = &site.directory.catalogue;
    let (name, placeholder) = match untrack(|| here.listing()) {
        Page::Events => (words.events_search(), words.events_placeholder()),
        _ => (words.search_label(), words.search_placeholder()),
    };
    let typed = Memo::new(move |_| here.query.read().words.clone());
    let is_empty = move || typed.read().is_empty();
    view! {
        <search class="search-box" data-needs="program">
            <form
                method="get"
                action=move || here.to_listing(&Query::default())
                on:submit=move |event| {
                    event.prevent_default();
                    finish(here);
                }
            >
                {Icon::Search.view()}
                <label class="visually-hidden" for="search">
                    {name}
                </label>
                <input
                    id="search"
                    name="q"
                    type="text"
                    inputmode="search"
                    enterkeyhint="search"
                    placeholder=placeholder
                    // Whoever types writes in any language.
                    dir=move || (!is_empty()).then_some("auto")
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="search-keys"
                    aria-controls="results"
                    value=typed.get_untracked()
                    prop:value=typed
                    on:input=move |event| search(here, &event_target_value(&event))
                    on:keydown=move |event| press(here, &event)
                />
                // The link goes with the words; the reader stays at the box.
                <a
                    class="search-box__clear"
                    href=move || here.to_listing(&here.linked.read().without_words())
                    hidden=is_empty
                    aria-label=words.search_clear()
                    on:click=|_| {
                        browser::focus("search");
                    }
                    data-noscroll=""
                >
                    {Icon::Close.view()}
                </a>
                <kbd class="search-box__key" aria-hidden="true">
                    "/"
                </kbd>
                <span class="visually-hidden" id="search-keys">
                    {words.search_keys()}
                </span>
            </form>
            <TypedFilters site />
        </search>
    }
}

/// Shows what the words find. The first letter makes a step that "back" undoes,
/// the others change it.
fn search(here: Here, words: &str) {
    let query = here.query.get_untracked();
    let step = if query.words.is_empty() {
        Step::Push
    } else {
        Step::Replace
    };
    here.go(&query.with_words(words), step);
}

/// Escape takes the words away, the arrow goes to the first suggestion or result.
fn press(here: Here, event: &KeyboardEvent) {
    let query = here.query.get_untracked();
    match browser::key(event).as_str() {
        "Escape" if !query.words.is_empty() => {
            event.stop_propagation();
            here.go(&query.without_words(), Step::Push);
        }
        "ArrowDown" => {
            event.prevent_default();
            browser::move_focus(&format!("{SUGGESTION}, {ROW_LINK}"), 1, "search");
        }
        _ => {}
    }
}
