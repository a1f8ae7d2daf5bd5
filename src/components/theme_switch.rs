//! Light or dark ground.

use directory::Catalogue;

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::browser;
use crate::markup::{Element, el};

/// Turns the ground; until it is used the reader's system decides.
pub fn theme_switch(words: &'static Catalogue) -> Element {
    el("button")
        .attr("type", "button")
        .class("theme-switch button")
        .attr("title", words.header_theme())
        .on("click", |_| {
            let theme = if browser::is_dark() { "light" } else { "dark" };
            browser::choose("theme", theme);
        })
        .child(visually_hidden(words.header_switch_theme()))
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
