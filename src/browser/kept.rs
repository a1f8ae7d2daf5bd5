//! What a reader has done with the page before the program took it over.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// What can take the focus, in the order of the page.
const FOCUSABLE: &str = "a[href], button, input, summary, [tabindex]";
/// What scrolls within the page.
const SCROLLED: &str = ".directory__results";

/// Typed words, opened parts, focus and scroll positions.
pub struct Kept {
    words: String,
    /// Places among all parts that can be opened.
    opened: Vec<u32>,
    /// Place among all that can take the focus.
    focused: Option<u32>,
    scrolled: i32,
    page_scrolled: f64,
}

impl Kept {
    /// Looks at the page as it is.
    pub fn of(page: &Element) -> Self {
        let active = document().active_element();
        let focused = |element: &Element| active.as_ref() == Some(element);
        Self {
            words: field(page).map(|field| field.value()).unwrap_or_default(),
            opened: places(page, "details", |details| details.has_attribute("open")),
            focused: places(page, FOCUSABLE, focused).first().copied(),
            scrolled: scrolled(page).map_or(0, |part| part.scroll_top()),
            page_scrolled: window().scroll_y().unwrap_or_default(),
        }
    }

    /// Brings all of it to the page that stands in its place.
    pub fn give_back(self, page: &Element) {
        for place in self.opened {
            if let Some(details) = nth(page, "details", place) {
                let _ = details.set_attribute("open", "");
            }
        }
        if let Some(element) = self.focused.and_then(|place| nth(page, FOCUSABLE, place)) {
            // HTML and SVG share this method, web-sys gives it to each of them apart.
            let _ = element.unchecked_ref::<HtmlElement>().focus();
        }
        if let Some(part) = scrolled(page).filter(|_| self.scrolled > 0) {
            part.set_scroll_top(self.scrolled);
        }
        if self.page_scrolled > 0.0 {
            window().scroll_to_with_x_and_y(0.0, self.page_scrolled);
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

fn scrolled(page: &Element) -> Option<Element> {
    page.query_selector(SCROLLED).ok()?
}

/// The places of those elements that `holds` is true of.
fn places(page: &Element, selector: &str, holds: impl Fn(&Element) -> bool) -> Vec<u32> {
    let count = page
        .query_selector_all(selector)
        .map_or(0, |all| all.length());
    let is_one = |place: &u32| nth(page, selector, *place).is_some_and(|element| holds(&element));
    (0..count).filter(is_one).collect()
}

fn nth(page: &Element, selector: &str, place: u32) -> Option<Element> {
    let all = page.query_selector_all(selector).ok()?;
    all.item(place)?.dyn_into().ok()
}
