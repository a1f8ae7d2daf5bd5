//! What a page says of itself beside its text: its name and what it is about.

use crate::browser;
use crate::target::IN_BROWSER;
use leptos::prelude::*;

/// What the page inside the present owner says of itself.
#[derive(Clone, Copy)]
pub struct Head {
    /// The name of the page.
    pub title: StoredValue<String>,
    /// What it is about.
    pub description: StoredValue<String>,
    /// Whether the page is shown; else another has the say.
    pub is_shown: Signal<bool>,
}

impl Head {
    /// Lets the page that is drawn inside the present owner say it.
    pub fn provide() -> Self {
        let head = Self {
            title: StoredValue::default(),
            description: StoredValue::default(),
            is_shown: true.into(),
        };
        provide_context(head);
        head
    }

    /// The same for what is drawn inside the present owner, while `is_shown`.
    pub fn provide_while(self, is_shown: Signal<bool>) {
        provide_context(Self { is_shown, ..self });
    }
}

/// Names the page, and again whenever the name changes or the page is shown
/// again; `description` says what it is about.
pub fn describe(title: impl Fn() -> String + 'static, description: &str) {
    let head = expect_context::<Head>();
    if IN_BROWSER {
        let description = description.to_owned();
        browser::effect(move || {
            if head.is_shown.get() {
                browser::describe(&title(), &description);
            }
        });
    } else {
        head.title.set_value(title());
        head.description.set_value(description.to_owned());
    }
}
