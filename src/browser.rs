//! The one place that calls the browser: focus, sizes, storage, downloads.
//!
//! Natively nothing here runs; it is reached from event handlers and effects
//! only, which native rendering leaves out.

#[cfg(target_arch = "wasm32")]
mod starting;

use domain::map::PxPoint;
use domain::words::decimal;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent};

#[cfg(target_arch = "wasm32")]
pub use starting::*;

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// What holds wherever the reader is: "/" goes to the search box, Escape and
/// a click elsewhere close an open menu.
pub fn on_every_page() {
    Effect::new(|_| {
        let keys = window_event_listener(ev::keydown, |event| {
            if event.key() == "Escape" {
                close_menus(None);
            } else if event.key() == "/" && !is_typing(&event) && focus("search") {
                event.prevent_default();
            }
        });
        let clicks = window_event_listener(ev::click, |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            close_menus(target.as_ref());
        });
        on_cleanup(move || {
            keys.remove();
            clicks.remove();
        });
    });
}

/// Closes every open menu but the one that `inside` stands in. A menu that had
/// the focus gives it back to its button.
fn close_menus(inside: Option<&Element>) {
    let Ok(open) = document().query_selector_all("details.menu[open], details.origin[open]") else {
        return;
    };
    for menu in (0..open.length()).filter_map(|place| open.item(place)) {
        let Ok(menu) = menu.dyn_into::<Element>() else {
            continue;
        };
        if inside.is_some_and(|inside| menu.contains(Some(inside))) {
            continue;
        }
        let focused = document()
            .active_element()
            .is_some_and(|active| menu.contains(Some(&active)));
        let _ = menu.remove_attribute("open");
        if focused && inside.is_none() {
            let button = menu.query_selector("summary").ok().flatten();
            if let Some(button) = button {
                give_focus(&button);
            }
        }
    }
}

/// Whether a key belongs to something else: a text field, a shortcut of the
/// browser.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let field = target.and_then(|target| target.closest("input, textarea, select").ok().flatten());
    field.is_some() || event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Focuses the element with this id; tells whether there is one to be seen.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let shown = element.filter(|element| element.get_client_rects().length() > 0);
    shown.is_some_and(|element| give_focus(&element))
}

/// Focuses an element; tells whether that can be done.
fn give_focus(element: &Element) -> bool {
    // HTML and SVG share this method, web-sys gives it to each of them apart.
    let html: &HtmlElement = element.unchecked_ref();
    html.focus().is_ok()
}

/// Moves the focus by `step` among the elements that `selector` finds; past
/// the first one it goes to `before`.
pub fn walk(selector: &str, step: i32, before: &str) {
    let Ok(all) = document().query_selector_all(selector) else {
        return;
    };
    let active = document().active_element();
    let place = (0..all.length()).find(|place| {
        all.item(*place)
            .and_then(|node| node.dyn_into::<Element>().ok())
            == active
    });
    let next = match (place, step) {
        (None, _) => 0,
        (Some(0), -1) => {
            focus(before);
            return;
        }
        (Some(place), _) => place
            .saturating_add_signed(step)
            .min(all.length().saturating_sub(1)),
    };
    if let Some(next) = all
        .item(next)
        .and_then(|node| node.dyn_into::<Element>().ok())
    {
        give_focus(&next);
    }
}

/// Brings the element with this id into view, moving as little as possible.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether a media query holds, such as `(prefers-color-scheme: dark)`.
fn media(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|media| media.matches())
}

/// Whether the page is shown on dark ground.
pub fn is_dark() -> bool {
    let chosen = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-theme"));
    chosen.map_or_else(
        || media("(prefers-color-scheme: dark)"),
        |theme| theme == "dark",
    )
}

/// Shows the page on this ground, and keeps the choice where storage allows.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("theme", theme);
    }
}

/// Gives the reader `text` as a file.
pub fn download(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        if let Ok(link) = link.dyn_into::<HtmlElement>() {
            link.click();
        }
    }
    let _ = web_sys::Url::revoke_object_url(&address);
}

/// The address of the page as it stands in the address bar.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// Prints the page.
pub fn print() {
    let _ = window().print();
}

/// Calls `changed` with the width and height of `element` in pixels, now and
/// whenever they change, for as long as the present owner lives.
pub fn observe_size(element: &Element, changed: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let tell = Closure::<dyn FnMut()>::new(move || {
        let bounds = watched.get_bounding_client_rect();
        changed(bounds.width(), bounds.height());
    });
    let Ok(observer) = web_sys::ResizeObserver::new(tell.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    // Both live in the present owner and are dropped with it; an observer
    // that is disconnected calls no dropped closure.
    let kept = StoredValue::new_local((observer, tell));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Keeps the pointer's events with `element` until it is lifted.
pub fn capture_pointer(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// Where a pointer or wheel event happened, in pixels from the top left of `element`.
pub fn point_in(element: &Element, event: &web_sys::MouseEvent) -> PxPoint {
    let bounds = element.get_bounding_client_rect();
    PxPoint {
        x: f64::from(event.client_x()) - bounds.left(),
        y: f64::from(event.client_y()) - bounds.top(),
    }
}

/// The member, by place, whose drawing an event happened on.
pub fn member_at(event: &web_sys::Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target
        .closest("[data-member]")
        .ok()??
        .get_attribute("data-member")?
        .parse()
        .ok()
}

/// Puts `element` at a point of its container, pixels.
pub fn place(element: &HtmlElement, x: f64, y: f64) {
    let (x, y) = (decimal(x, 0), decimal(y, 0));
    let _ = element
        .style()
        .set_property("transform", &format!("translate({x}px, {y}px)"));
}

/// Moves what `element` shows without drawing it again.
pub fn set_transform(element: &web_sys::SvgElement, transform: &str) {
    let _ = element.style().set_property("transform", transform);
}
