//! What a page says of itself beside its text: its name and what it is about.

use crate::browser;
use crate::target::IN_BROWSER;
use leptos::prelude::*;

/// What the page inside the present owner says of itself.
#[derive(Clone, Copy)]
pub struct Head {
    /// The name of the page.
    pub title: StoredValue<String>,
    /// What it is about; for pages written as HTML alone.
    pub description: StoredValue<String>,
}

impl Head {
    /// Lets the page that is drawn inside the present owner say it.
    pub fn provide() -> Self {
        let head = Self {
            title: StoredValue::default(),
            description: StoredValue::default(),
        };
        provide_context(head);
        head
    }
}

/// Names the page, and again whenever the name changes; `description` says
/// what it is about, to those who read it as HTML.
pub fn describe(title: impl Fn() -> String + 'static, description: &str) {
    if IN_BROWSER {
        browser::title(title);
    } else {
        let head = expect_context::<Head>();
        head.title.set_value(title());
        head.description.set_value(description.to_owned());
    }
}
