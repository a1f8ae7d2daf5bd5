//! Light or dark ground.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;

/// Turns the ground; until it is used the reader's system decides.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let turn = |_| browser::set_theme(if browser::is_dark() { "light" } else { "dark" });

    view! {
        <button type="button" class="theme-switch button" on:click=turn title="Light or dark">
            <span class="visually-hidden">"Switch between light and dark"</span>
            <span class="theme-switch__light">{Icon::Light.view()}</span>
            <span class="theme-switch__dark">{Icon::Dark.view()}</span>
        </button>
    }
}
