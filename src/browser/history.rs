//! The address bar and its history: going from page to page without leaving
//! the program.

use std::sync::Arc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, MouseEvent, Url};

use super::target;
use leptos::prelude::*;

/// What scrolls by itself where list and map stand side by side.
const LIST: &str = ".directory__results, .events__results";

/// Shows a page.
pub type Show = Arc<dyn Fn() + Send + Sync>;

/// Calls what shows the page at an address, once that can be done.
type Open = Box<dyn Fn(&str, Show)>;

/// What becomes of links, by their addresses on the host.
pub struct Links {
    /// Whether the program goes there by itself.
    pub leads_to: Box<dyn Fn(&str) -> bool>,
    /// Is told where the reader may go next.
    pub prepare: Box<dyn Fn(&str)>,
    /// Calls what shows the page there, once that can be done.
    pub open: Open,
    /// Goes there.
    pub arrive: Arc<dyn Fn(&str) + Send + Sync>,
}

/// Has the program go where a link on `target` leads, if it leads there by
/// itself, and unless the reader or the link wants something else of it: another
/// tab, a download.
pub fn follow_link(event: &Event, target: &Element, links: &Links) {
    let click: &MouseEvent = event.unchecked_ref();
    let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if with_key || click.button() != 0 || event.default_prevented() {
        return;
    }
    let Some((link, url)) = link_at(target) else {
        return;
    };
    let address = url.pathname() + &url.search();
    let hash = url.hash();
    let stays = address == address_on_host();
    // To another place on the same page, and to what is read as it was
    // published, the browser goes by itself.
    if (stays && !hash.is_empty()) || !(links.leads_to)(&address) {
        note_scroll();
        return;
    }
    event.prevent_default();
    let scrolls = !link.has_attribute("data-noscroll");
    let arrive = Arc::clone(&links.arrive);
    let there = address.clone();
    let show = move || {
        remember(&(there.clone() + &hash), stays);
        arrive(&there);
        if scrolls {
            // Before the new page is drawn, which may scroll to what is selected.
            window().scroll_to_with_x_and_y(0.0, 0.0);
            request_animation_frame(|| {
                go_to_place();
                focus_page();
            });
        }
    };
    (links.open)(&address, Arc::new(show));
}

/// Has what a link leads to fetched, now that the reader is near it.
pub fn prepare_link(event: &Event, links: &Links) {
    let Some((_, url)) = target(event).and_then(|target| link_at(&target)) else {
        return;
    };
    let address = url.pathname();
    if (links.leads_to)(&address) {
        (links.prepare)(&address);
    }
}

/// The link that holds an element and may be followed, and where it leads, if
/// that is on this host.
fn link_at(target: &Element) -> Option<(Element, Url)> {
    let link = target.closest("a[href]:not([download], [target], [rel~='external'])");
    let link = link.ok()??;
    let url = url_of(&link)?;
    Some((link, url))
}

/// Where a link leads, if that is on this host.
fn url_of(link: &Element) -> Option<Url> {
    let base = document().base_uri().ok()??;
    let url = Url::new_with_base(&link.get_attribute("href")?, &base).ok()?;
    let origin = window().location().origin().ok()?;
    (url.origin() == origin).then_some(url)
}

/// Lets the list stand where it was left, if the reader has come back to it.
pub fn stand_where_left() {
    let history = window().history();
    let left_at = history.and_then(|history| history.state()).ok();
    if let Some(left_at) = left_at.and_then(|state| state.as_f64()) {
        request_animation_frame(move || {
            if let Some(list) = list() {
                #[expect(clippy::cast_possible_truncation, reason = "a number of pixels")]
                list.set_scroll_top(left_at as i32);
            }
        });
    }
}

/// Puts `address` into the address bar: as a step that "back" undoes, or in
/// the place of the present one.
pub fn remember(address: &str, replace: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        note_scroll();
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// Notes where the list stands, for who comes back.
fn note_scroll() {
    if let (Some(list), Ok(history)) = (list(), window().history()) {
        let left_at = JsValue::from_f64(list.scroll_top().into());
        let _ = history.replace_state(&left_at, "");
    }
}

/// The address without the host and without the part behind `#`.
pub fn address_on_host() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Lets the browser go to what stands behind `#`, now that it is drawn: it
/// scrolls there and marks it as `:target`, which a new address alone does not.
pub fn go_to_place() {
    let location = window().location();
    if location.hash().is_ok_and(|hash| !hash.is_empty()) {
        let _ = location.replace(&location.href().unwrap_or_default());
    }
}

/// Gives the focus to the page where it was lost with the link that led here,
/// so that the tab key goes on from the top and the page is read out.
fn focus_page() {
    let active = document().active_element();
    let is_lost = active.is_none_or(|active| active.tag_name() == "BODY");
    if let Some(page) = document().get_element_by_id("content").filter(|_| is_lost) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = page
            .unchecked_ref::<HtmlElement>()
            .focus_with_options(&options);
    }
}

/// The list, where there is one.
pub fn list() -> Option<Element> {
    document().query_selector(LIST).ok()?
}
