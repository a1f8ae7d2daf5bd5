//! Whether "/" goes to the search box.

use directory::Catalogue;
use leptos::prelude::*;

use crate::browser;

/// Switches the key on and off; what the reader chooses is kept.
#[component]
pub fn SearchKeySwitch(words: &'static Catalogue) -> impl IntoView {
    let is_on = RwSignal::new(true);
    browser::follow_choices(move || is_on.set(browser::has_search_key()));
    let text = move || {
        if is_on.get() {
            words.footer_search_key_on()
        } else {
            words.footer_search_key_off()
        }
    };
    let switch = move |_| {
        let other = if is_on.get_untracked() { "off" } else { "on" };
        browser::choose("search-key", other);
        is_on.set(browser::has_search_key());
    };
    view! {
        <button
            type="button"
            class="quiet-button search-key-switch"
            data-needs="program"
            on:click=switch
        >
            {text}
        </button>
    }
}
