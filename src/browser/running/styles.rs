//! The style sheets of which a page has one or the other; in the browser alone.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::Element;

use crate::browser::StyleSheet;

/// What a sheet has that is not used.
const UNUSED: (&str, &str) = ("media", "not all");

thread_local! {
    /// The one that is used, where it is not that of the first page.
    static USED: Cell<Option<StyleSheet>> = const { Cell::new(None) };
}

impl StyleSheet {
    /// What its file is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lists => "lists.css",
            Self::Pages => "pages.css",
        }
    }

    /// The one that a page has in its place.
    fn other(self) -> Self {
        match self {
            Self::Lists => Self::Pages,
            Self::Pages => Self::Lists,
        }
    }

    /// What names it in the head.
    fn element(self) -> Option<Element> {
        let selector = match self {
            Self::Lists => "link[rel='stylesheet'][href*='/lists-']",
            Self::Pages => "link[rel='stylesheet'][href*='/pages-']",
        };
        document().query_selector(selector).ok()?
    }

    /// Whether it can be used.
    pub fn has_come(self) -> bool {
        let element = self.element();
        element.is_some_and(|sheet| sheet.has_attribute("data-loaded") || !is_unused(&sheet))
    }
}

fn is_unused(sheet: &Element) -> bool {
    sheet.has_attribute(UNUSED.0)
}

/// Uses this sheet and not the other, so that pages look as they do where they
/// are loaded; tells whether it was not used before.
pub fn use_style(style_sheet: StyleSheet) -> bool {
    if USED.replace(Some(style_sheet)) == Some(style_sheet) {
        return false;
    }
    let Some(unused) = style_sheet.element().filter(is_unused) else {
        return false;
    };
    let (name, value) = UNUSED;
    let _ = unused.remove_attribute(name);
    if let Some(other) = style_sheet.other().element() {
        let _ = other.set_attribute("data-loaded", "");
        let _ = other.set_attribute(name, value);
    }
    true
}
