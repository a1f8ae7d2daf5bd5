//! What a reader has done with the page before the program took it over.

use directory::Query;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use crate::browser::history::list;
use crate::browser::rows::ROW;
use crate::browser::{elements_in, focus_element};
use leptos::prelude::*;
use leptos::task::tick;

/// What can take the focus, in the order of the page; without what only the
/// running program has, all years, the timeline, the places of events and of
/// members, and what it does not have until a menu is opened.
const FOCUSABLE: &str = ":is(a[href]:not(.through-time, .timeline *, .place-map *, .map-member), \
    button, input, summary, [tabindex]:not(.timeline__event)):not(.menu:not([open]) > .menu__panel *)";

/// Typed words, ticks, opened parts, focus and scroll positions.
pub struct UiState {
    words: String,
    /// The ids of the rows that the reader has ticked.
    ticked: Vec<String>,
    /// Which of all parts that can be opened are.
    opened: Vec<bool>,
    /// Place among all that can take the focus.
    focused: Option<usize>,
    scrolled: i32,
    page_scrolled: f64,
}

impl UiState {
    /// Looks at the page as it is.
    pub fn read(page: &Element) -> Self {
        let active = document().active_element();
        let active = active.filter(|active| page.contains(Some(active)));
        let is_open = |details: &Element| details.has_attribute("open");
        // Firefox brings ticks back itself when a page is loaded again: those
        // on the list in the address the program ticks.
        let search = window().location().search().unwrap_or_default();
        let on_list = Query::parse(search.trim_start_matches('?')).list;
        let is_listed = |row: &str| on_list.iter().any(|id| row[ROW.len()..] == *id.as_str());
        Self {
            words: field(page).map(|field| field.value()).unwrap_or_default(),
            ticked: elements_in(page, ".contact-table tbody:has(:checked)")
                .iter()
                .map(Element::id)
                .filter(|row| !is_listed(row))
                .collect(),
            opened: elements_in(page, "details").iter().map(is_open).collect(),
            // All of them are looked for only where that is needed.
            focused: active.and_then(|active| {
                let focusable = elements_in(page, FOCUSABLE);
                focusable.iter().position(|element| *element == active)
            }),
            scrolled: list().map_or(0, |part| part.scroll_top()),
            page_scrolled: window().scroll_y().unwrap_or_default(),
        }
    }

    /// Brings all of it to the page that stands in its place.
    pub async fn restore(self, page: &Element) {
        for (details, open) in elements_in(page, "details").iter().zip(self.opened) {
            if open {
                let _ = details.set_attribute("open", "");
                // The browser would tell it later; what it holds is wanted now.
                if let Ok(toggled) = Event::new("toggle") {
                    let _ = details.dispatch_event(&toggled);
                }
            }
        }
        tick().await;
        if let Some(place) = self.focused
            && let Some(element) = elements_in(page, FOCUSABLE).get(place)
        {
            focus_element(element);
        }
        if let Some(part) = list().filter(|_| self.scrolled > 0) {
            part.set_scroll_top(self.scrolled);
        }
        if self.page_scrolled > 0.0 {
            window().scroll_to_with_x_and_y(0.0, self.page_scrolled);
        }
        for id in self.ticked {
            let input = page.query_selector(&format!("#{id} input"));
            if let Ok(Some(input)) = input {
                let input: &HtmlInputElement = input.unchecked_ref();
                // A click ticks it, and tells those who listen.
                input.set_checked(false);
                input.click();
            }
        }
        if let Some(field) = field(page).filter(|field| field.value() != self.words)
            && !self.words.is_empty()
        {
            field.set_value(&self.words);
            if let Ok(typed) = Event::new("input") {
                let _ = field.dispatch_event(&typed);
            }
        }
    }
}

fn field(page: &Element) -> Option<HtmlInputElement> {
    page.query_selector("#search").ok()??.dyn_into().ok()
}
