//! The address bar and its history: going from page to page without leaving
//! the program.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, MouseEvent, Url};

use super::target;
use leptos::prelude::*;

/// What scrolls by itself where list and map stand side by side.
const LIST: &str = ".directory__results, .events__results";

/// Milliseconds after the last of the addresses that come in the same step of the
/// history until it is written: that takes Chromium a tenth of a key, and
/// `WebKitGTK` 2.50 refuses more than 100 in 10 seconds.
const WRITING_REST: u64 = 250;
/// Milliseconds until one is tried again that was refused.
const REFUSED_REST: u64 = 2000;

thread_local! {
    /// The address that is to come into the address bar.
    static WAITING: Cell<Option<String>> = const { Cell::new(None) };
    static TIMER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

/// The two ways to get to a page that was asked for.
#[derive(Clone)]
pub struct Arrival {
    /// Shows it.
    pub show: Arc<dyn Fn() + Send + Sync>,
    /// Leaves the program, which loads it.
    pub load: Arc<dyn Fn() + Send + Sync>,
}

/// Arrives at an address, once that can be done.
type Open = Box<dyn Fn(&str, Arrival)>;

/// What becomes of links, by their addresses on the host.
pub struct Links {
    /// The address of the page that is shown, from which its links lead: that
    /// of the address bar is another while "back" waits for a page.
    pub base: Box<dyn Fn() -> String>,
    /// Whether the program goes there by itself.
    pub leads_to: Box<dyn Fn(&str) -> bool>,
    /// Is told that the reader comes near a link, before anything reads it.
    pub come_near: Box<dyn Fn()>,
    /// Is told where the reader may go next.
    pub prepare: Box<dyn Fn(&str)>,
    /// Arrives there, once that can be done.
    pub open: Open,
    /// Goes there.
    pub arrive: Arc<dyn Fn(&str) + Send + Sync>,
}

/// Has the program go where a link on `target` leads, if it leads there by
/// itself, and unless the reader or the link wants something else of it: another
/// tab, a download.
pub fn follow_link(event: &Event, target: &Element, links: &Links) {
    let click: &MouseEvent = event.unchecked_ref();
    if super::is_for_browser(event) || click.button() != 0 || event.default_prevented() {
        return;
    }
    let Some((link, url)) = link_at(target, links) else {
        return;
    };
    let address = url.pathname() + &url.search();
    let hash = url.hash();
    let stays = address == address_on_host();
    // To another place on the same page, and to what is not the program's, the
    // browser goes by itself.
    if (stays && !hash.is_empty()) || !(links.leads_to)(&address) {
        note_scroll();
        return;
    }
    event.prevent_default();
    let scrolls = !link.has_attribute("data-noscroll");
    let arrive = Arc::clone(&links.arrive);
    let there = address.clone();
    let whole = address.clone() + &hash;
    let load = {
        let whole = whole.clone();
        move || {
            note_scroll();
            let _ = window().location().assign(&whole);
        }
    };
    let show = move || {
        remember(&whole, stays);
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
    let arrival = Arrival {
        show: Arc::new(show),
        load: Arc::new(load),
    };
    (links.open)(&address, arrival);
}

/// Follows the reader "back" or "forward".
pub fn come_back(links: &Links) {
    // It was the address of the step that was left.
    WAITING.take();
    let arrive = Arc::clone(&links.arrive);
    let address = address_on_host();
    let there = address.clone();
    // What is shown in this task, the browser itself scrolls to where it was left.
    let is_late = Arc::new(AtomicBool::new(false));
    let show = {
        let is_late = Arc::clone(&is_late);
        move || {
            arrive(&there);
            stand_where_left();
            if is_late.load(Ordering::Relaxed) {
                scroll_where_left();
            }
        }
    };
    let arrival = Arrival {
        show: Arc::new(show),
        load: Arc::new(super::reload),
    };
    (links.open)(&address, arrival);
    request_animation_frame(move || is_late.store(true, Ordering::Relaxed));
}

/// Has what a link leads to fetched, now that the reader is near it.
pub fn prepare_link(event: &Event, links: &Links) {
    let Some((_, url)) = target(event).and_then(|target| link_at(&target, links)) else {
        return;
    };
    let address = url.pathname();
    if (links.leads_to)(&address) {
        (links.prepare)(&address);
    }
}

/// The link that holds an element and may be followed, and where it leads, if
/// that is on this host.
fn link_at(target: &Element, links: &Links) -> Option<(Element, Url)> {
    let link = target.closest("a[href]:not([download], [target], [rel~='external'])");
    let link = link.ok()??;
    let url = url_of(&link, &(links.base)())?;
    Some((link, url))
}

/// Where a link on the page `base` leads, if that is on this host.
fn url_of(link: &Element, base: &str) -> Option<Url> {
    let origin = window().location().origin().ok()?;
    let base = origin.clone() + base;
    let url = Url::new_with_base(&link.get_attribute("href")?, &base).ok()?;
    (url.origin() == origin).then_some(url)
}

/// Lets the list stand where it was left, if the reader has come back to it,
/// with the focus where it was.
pub fn stand_where_left() {
    let left_at = noted("list");
    request_animation_frame(move || {
        if let (Some(left_at), Some(list)) = (left_at, list()) {
            #[expect(clippy::cast_possible_truncation, reason = "a number of pixels")]
            list.set_scroll_top(left_at as i32);
        }
        super::focus_where_left();
    });
}

/// Lets the page stand where it was left.
fn scroll_where_left() {
    if let Some(left_at) = noted("page") {
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, left_at));
    }
}

/// Where a `part` stood, as [`note_scroll`] has noted it.
fn noted(part: &str) -> Option<f64> {
    let state = window().history().ok()?.state().ok()?;
    let noted = js_sys::Reflect::get(&state, &JsValue::from_str(part));
    noted.ok()?.as_f64()
}

/// Puts `address` into the address bar: as a step that "back" undoes, or in
/// the place of the present one. The latter waits until no other comes, of those of
/// a search that is typed or of a slider whose key is held.
pub fn remember(address: &str, replace: bool) {
    if replace {
        WAITING.set(Some(address.to_owned()));
        write_after(WRITING_REST);
        return;
    }
    note_scroll();
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Writes the address that waits, if one does; it is tried again where the
/// browser refuses it.
pub fn write_waiting() {
    let (Some(address), Ok(history)) = (WAITING.take(), window().history()) else {
        return;
    };
    let written = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    if written.is_err() {
        WAITING.set(Some(address));
        write_after(REFUSED_REST);
    }
}

fn write_after(milliseconds: u64) {
    let timer = super::later(milliseconds, Box::new(write_waiting));
    if let Some(before) = TIMER.replace(timer) {
        before.clear();
    }
}

/// Notes where list and page stand, for who comes back.
fn note_scroll() {
    write_waiting();
    let Ok(history) = window().history() else {
        return;
    };
    let state = js_sys::Object::new();
    let note = |part, left_at: f64| {
        let _ = js_sys::Reflect::set(&state, &JsValue::from_str(part), &left_at.into());
    };
    if let Some(list) = list() {
        note("list", list.scroll_top().into());
    }
    note("page", window().scroll_y().unwrap_or_default());
    let _ = history.replace_state(&state, "");
}

/// The address without the host and without the part behind `#`.
pub fn address_on_host() -> String {
    write_waiting();
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Lets the browser go to what stands behind `#`, now that it is drawn: it
/// scrolls there and marks it as `:target`, which a new address alone does not.
pub fn go_to_place() {
    write_waiting();
    let location = window().location();
    if location.hash().is_ok_and(|hash| !hash.is_empty()) {
        let _ = location.replace(&location.href().unwrap_or_default());
    }
}

/// Gives the focus to the page where it was lost with the link that led here,
/// so that the tab key goes on from the top and the page is read out.
fn focus_page() {
    let page = document().get_element_by_id("content");
    if let Some(page) = page.filter(|_| is_focus_lost()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = page
            .unchecked_ref::<HtmlElement>()
            .focus_with_options(&options);
    }
}

/// Whether what had the focus is gone.
fn is_focus_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// The list, where there is one.
pub fn list() -> Option<Element> {
    document().query_selector(LIST).ok()?
}
