//! The listing that the reader comes from, which waits outside the document
//! while another page is read; in the browser alone.
//!
//! Outside, and not hidden: what looks for elements finds those of the page
//! that is shown, no id stands twice, and a style sheet that asks what the page
//! has gets the right answer.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::published::{CANONICAL, name_page};
use super::styles::use_style;
use crate::browser::{StyleSheet, elements_in, in_head};

/// What holds the listing.
const LISTING: &str = "#content > .listing";
/// What scrolls in it, by itself.
const SCROLLED: &str = ".directory__results, .events__results, [role='region'][tabindex]";

thread_local! {
    static ASIDE: RefCell<Option<Aside>> = const { RefCell::new(None) };
    static FOCUSED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The listing, and how it was left.
struct Aside {
    listing: Element,
    scrolled: Vec<(Element, i32, i32)>,
    /// What had the focus in it.
    focused: Option<Element>,
}

/// Takes the listing out of the document, unless it is out.
pub fn set_listing_aside() {
    use_style(StyleSheet::Pages);
    let Ok(Some(listing)) = document().query_selector(LISTING) else {
        return;
    };
    let active = document().active_element();
    let focused = active.filter(|active| listing.contains(Some(active.unchecked_ref::<Node>())));
    let scrolled = elements_in(&listing, SCROLLED).into_iter().map(|part| {
        let (left, top) = (part.scroll_left(), part.scroll_top());
        (part, left, top)
    });
    let scrolled = scrolled.collect();
    listing.remove();
    ASIDE.set(Some(Aside {
        listing,
        scrolled,
        focused,
    }));
}

/// Brings the listing back as it was left, if it is out.
pub fn bring_listing_back() {
    if use_style(StyleSheet::Lists) {
        // The address is the listing's already.
        let path = window().location().pathname().unwrap_or_default();
        in_head(CANONICAL, "href", &path);
        name_page("");
    }
    let (Some(aside), Some(content)) = (ASIDE.take(), document().get_element_by_id("content"))
    else {
        return;
    };
    let _ = content.append_child(&aside.listing);
    FOCUSED.set(aside.focused);
    // The page that was read is gone by then.
    request_animation_frame(move || {
        for (part, left, top) in aside.scrolled {
            part.set_scroll_left(left);
            part.set_scroll_top(top);
        }
    });
}

/// Gives the focus to what had it when the reader left the listing, unless the
/// reader has come back by what keeps it.
pub fn focus_where_left() {
    let active = document().active_element();
    let is_free =
        active.is_none_or(|active| active.tag_name() == "BODY" || active.id() == "content");
    let left = FOCUSED
        .take()
        .filter(|element| is_free && element.is_connected());
    if let Some(element) = left {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // HTML and SVG share this method, web-sys gives it to each of them apart.
        let element: &HtmlElement = element.unchecked_ref();
        let _ = element.focus_with_options(&options);
    }
}
