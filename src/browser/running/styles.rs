//! The style sheets of which a page has one or the other; in the browser alone.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlLinkElement, MediaList};

use crate::browser::StyleSheet;

/// The media of a sheet that is not used. They change in the sheet: where the
/// attribute does, `WebKitGTK` 2.50 loads the file anew, and the page stands
/// without its styles until it has come.
const UNUSED: &str = "not all";

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

    /// The media that it is used for, once it has come.
    fn media(self) -> Option<MediaList> {
        let selector = match self {
            Self::Lists => "link[rel='stylesheet'][href*='/lists-']",
            Self::Pages => "link[rel='stylesheet'][href*='/pages-']",
        };
        let link = document().query_selector(selector).ok()??;
        let sheet = link.unchecked_ref::<HtmlLinkElement>().sheet()?;
        Some(sheet.media())
    }

    /// Whether it can be used.
    pub fn has_come(self) -> bool {
        self.media().is_some()
    }
}

/// Uses this sheet and not the other, so that pages look as they do where they
/// are loaded; tells whether it was not used before.
pub fn use_style(style_sheet: StyleSheet) -> bool {
    if USED.replace(Some(style_sheet)) == Some(style_sheet) {
        return false;
    }
    let Some(media) = style_sheet.media() else {
        return false;
    };
    if media.media_text() != UNUSED {
        return false;
    }
    media.set_media_text("");
    if let Some(other) = style_sheet.other().media() {
        other.set_media_text(UNUSED);
    }
    true
}
