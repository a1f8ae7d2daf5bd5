//! Light or dark ground.

use directory::Catalogue;
use leptos::prelude::*;

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::browser;

/// Turns the ground; until it is used the reader's system decides.
#[component]
pub fn ThemeSwitch(words: &'static Catalogue) -> impl IntoView {
    let turn = |_| {
        let theme = if browser::is_dark() { "light" } else { "dark" };
        browser::choose("theme", theme);
    };
    view! {
        <button
            type="button"
            class="theme-switch button"
            data-needs="program"
            title=words.header_theme()
            on:click=turn
        >
            {visually_hidden(words.header_switch_theme())}
            <span class="theme-switch__light">{Icon::Light.view()}</span>
            <span class="theme-switch__dark">{Icon::Dark.view()}</span>
        </button>
    }
}
