//! Light or dark ground.

use super::icon::Icon;
use super::spoken::spoken;
use crate::browser;
use crate::markup::{Element, el};

/// Turns the ground; until it is used the reader's system decides.
pub fn theme_switch() -> Element {
    el("button")
        .attr("type", "button")
        .class("theme-switch button")
        .attr("title", "Light or dark")
        .on("click", |_| {
            let theme = if browser::is_dark() { "light" } else { "dark" };
            browser::choose("theme", theme);
        })
        .child(spoken("Switch between light and dark"))
        .child(
            el("span")
                .class("theme-switch__light")
                .child(Icon::Light.view()),
        )
        .child(
            el("span")
                .class("theme-switch__dark")
                .child(Icon::Dark.view()),
        )
}
