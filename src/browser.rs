//! What is asked of the browser: focus, sizes, storage, downloads.
//!
//! Natively nothing here runs; it is reached from event handlers and effects
//! only, which native rendering leaves out.

mod global_events;
mod history;
mod live_region;
mod rows;
#[cfg_attr(not(target_arch = "wasm32"), path = "browser/absent.rs")]
mod running;

use std::cell::Cell;
use std::f64::consts::LN_2;
use std::time::Duration;

use directory::map::PxPoint;
use directory::model::{EventIdx, MemberIdx};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
    Url, WheelEvent,
};

pub use global_events::{follow_choices, has_search_key, listen_everywhere};
pub use history::{Arrival, Links, remember};
pub use live_region::{LIVE_REGION, announce};
pub use rows::{refresh_relative_dates, show_rows, show_table_rows, show_ticks};
pub use rows::{texts_of, ticked};
pub use running::*;

/// The style sheets of which a page has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StyleSheet {
    /// That of pages with lists.
    Lists,
    /// That of pages that are read as they were published.
    Pages,
}

/// How finely the outlines of the map are drawn: all of them alike, so that neighbours
/// always share one line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// As the page shows them.
    #[default]
    Coarse,
    /// As fine as the atlas has them.
    Fine,
}

/// How much closer a turn of the wheel comes: at most twice, or half.
pub fn wheel_factor(event: &WheelEvent) -> f64 {
    // A notch is about 100 units; a line of the older unit about 16 of them.
    let unit = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
    let turn = -event.delta_y() * unit / 400.0;
    turn.abs().min(LN_2).copysign(turn).exp()
}

/// Focuses the element with this id once it is drawn.
pub fn focus_drawn(id: String) {
    once_drawn(move || {
        focus(&id);
    });
}

/// Does `act` once what is drawn now stands on the page.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    // One type of it, whatever it does, as with effects.
    fn boxed(act: Box<dyn FnOnce()>) {
        request_animation_frame(move || if is_running() { act() } else { boxed(act) });
    }
    boxed(Box::new(act));
}

/// Whether the app stands on the page. Until then it is drawn beside, and the reader
/// has the published page before them, whose links are the browser's.
fn is_running() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute("data-running"))
}

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Runs `act` now and whenever a signal that it reads changes; only in the browser.
pub fn effect(act: impl Fn() + 'static) {
    // One type of effect, whatever it does: see docs/decisions/program-size.md.
    fn boxed(act: Box<dyn Fn()>) {
        Effect::new(move |_| act());
    }
    boxed(Box::new(act));
}

/// The page's title, which tabs and bookmarks show.
pub fn title() -> String {
    document().title()
}

/// Names the page in the reader's tab, and says in its head what it is about.
pub fn describe(title: &str, description: &str) {
    document().set_title(title);
    in_head("meta[name='description']", "content", description);
}

/// Sets an attribute of an element of the head, where there is one.
fn in_head(selector: &str, attribute: &str, value: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}

/// The key of a keyboard event, such as `Escape`; none while an input method
/// composes, or in a shortcut of the browser, to which the keys then belong.
pub fn key(event: &Event) -> String {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.is_composing() || is_shortcut(event) {
        String::new()
    } else {
        event.key()
    }
}

/// Whether a key is pressed together with another that makes it a shortcut.
fn is_shortcut(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Whether the `details` element that was toggled is open now.
pub fn is_open(toggled: &Event) -> bool {
    target(toggled).is_some_and(|details| details.has_attribute("open"))
}

/// What an event of the browser happened on.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Gives `attribute` to the element with this id, and takes it from the one
/// that has it.
pub fn move_attribute(attribute: &str, id: Option<&str>) {
    if let Ok(Some(marked)) = document().query_selector(&format!("[{attribute}]")) {
        let _ = marked.remove_attribute(attribute);
    }
    if let Some(element) = id.and_then(|id| document().get_element_by_id(id)) {
        let _ = element.set_attribute(attribute, "");
    }
}

/// Focuses the first link in the element with this id.
pub fn focus_inside(id: &str) {
    let element = document().get_element_by_id(id);
    let link = element.and_then(|element| element.query_selector("a").ok()?);
    if let Some(link) = link {
        focus_element(&link);
    }
}

/// Focuses the element with this id; tells whether there is one to be seen.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let shown = element.filter(|element| element.get_client_rects().length() > 0);
    shown.is_some_and(|element| focus_element(&element))
}

/// Focuses an element; tells whether that can be done.
fn focus_element(element: &Element) -> bool {
    // HTML and SVG share this method, web-sys gives it to each of them apart.
    let html: &HtmlElement = element.unchecked_ref();
    html.focus().is_ok()
}

/// Moves the focus by `step` among the elements that `selector` finds, from
/// wherever in the row of one it is; past the first one it goes to `before`.
pub fn move_focus(selector: &str, step: i32, before: &str) {
    let Ok(all) = document().query_selector_all(selector) else {
        return;
    };
    let active = document().active_element();
    let is_here = |place: &u32| {
        let element: Option<Element> = all.item(*place).and_then(|node| node.dyn_into().ok());
        element.is_some_and(|element| {
            let row = element.closest("[id^='row-']").ok().flatten();
            row.unwrap_or(element).contains(active.as_deref())
        })
    };
    let place = (0..all.length()).find(is_here);
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
        focus_element(&next);
        // Firefox 153 leaves a row that is seen in part as it stands.
        scroll_to_nearest(&next);
    }
}

/// Brings the element with this id into view once it is drawn, moving as
/// little as possible.
pub fn scroll_into_view(id: String) {
    once_drawn(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            scroll_to_nearest(&element);
        }
    });
}

/// Brings an element into view, moving as little as possible.
fn scroll_to_nearest(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
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
    chosen("theme").map_or_else(
        || media("(prefers-color-scheme: dark)"),
        |theme| theme == "dark",
    )
}

/// Does something later, unless it is called off before.
pub fn later(after: u64, act: Box<dyn FnOnce()>) -> Option<TimeoutHandle> {
    // One type of timer, whatever it does, as with effects.
    set_timeout_with_handle(act, Duration::from_millis(after)).ok()
}

/// What the reader has chosen for a setting, such as `theme`.
pub fn chosen(setting: &str) -> Option<String> {
    let root = document().document_element()?;
    root.get_attribute(&format!("data-{setting}"))
}

/// The place among `codes` of the language that the reader has chosen before,
/// else of the first one of the browser's that is among them.
pub fn preferred_language(setting: &str, codes: &[&str]) -> Option<usize> {
    let among = |tag: &str| {
        let language = tag.split('-').next().unwrap_or_default();
        codes.iter().position(|code| *code == language)
    };
    let chosen = chosen(setting).and_then(|code| among(&code));
    let preferred = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| among(&tag.as_string()?))
    };
    chosen.or_else(preferred)
}

/// Sets a setting for this page, and keeps the choice where storage allows;
/// `boot.js` brings it back.
pub fn choose(setting: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(&format!("data-{setting}"), value);
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(setting, value);
    }
}

/// Gives the reader `text` as a file.
pub fn download(name: &str, kind: &str, text: &str) {
    if let Ok(blob) = blob_of(kind, text) {
        let _ = save(name, &blob);
    }
}

/// A text as a file of a media type.
fn blob_of(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&parts, &options)
}

/// Gives the reader a file.
fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    Url::revoke_object_url(&address)
}

/// What the published page of a member says, in HTML that may stand on any page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MemberSheet {
    /// Joining, status, seat and elections.
    pub facts: Vec<SheetFact>,
    /// Lower or single first.
    pub chambers: Vec<SheetChamber>,
    /// The map that shows where it lies.
    pub map: String,
    /// Its memberships, by the names of the organisations.
    pub memberships: Vec<SheetFact>,
    /// Its events, by their addresses.
    pub events: Vec<SheetFact>,
    /// How it is reached.
    pub contacts: String,
}

/// A chamber on the page of a member.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetChamber {
    /// What readers call its kind.
    pub kind: String,
    /// Its facts.
    pub facts: Vec<SheetFact>,
}

/// A fact on the page of a member.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetFact {
    /// What it is called.
    pub name: String,
    /// Its value without its source, to be compared.
    pub value: String,
    /// Its value with its source.
    pub html: String,
}

/// What is written around the map where it is taken away as a picture.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only a browser draws one")
)]
pub struct PictureText {
    /// The pictures that stand side by side, as a selector of style sheets.
    pub drawings: &'static str,
    /// Whose map it is.
    pub title: String,
    /// What is shown.
    pub sentence: String,
    /// Small lines below: date, sources, boundaries, address.
    pub notes: Vec<String>,
    /// What programs show of the file that read no picture: its licence.
    pub description: String,
    /// Whether lines begin on the right.
    pub is_right_to_left: bool,
}

/// The address of the page as it stands in the address bar.
pub fn address() -> String {
    history::write_waiting();
    window().location().href().unwrap_or_default()
}

/// Opens an address that is for another program, such as one for mail.
pub fn open(address: &str) {
    let _ = window().location().set_href(address);
}

/// Prints what the style sheet makes of the page where `data-print` is `form`.
pub fn print_as(form: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-print", form);
        // Some browsers lay the print out after they have returned.
        let printed = Closure::once_into_js(move || {
            let _ = root.remove_attribute("data-print");
        });
        window().set_onafterprint(printed.dyn_ref());
        print();
    }
}

/// Prints the page.
pub fn print() {
    let _ = window().print();
}

/// Calls `changed` with the width and height of `element` in pixels, now and
/// whenever they change, for as long as the present owner lives.
pub fn observe_size(element: &Element, changed: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let told = Cell::new((-1.0, -1.0));
    let tell = Closure::<dyn FnMut()>::new(move || {
        let bounds = watched.get_bounding_client_rect();
        let size = (bounds.width(), bounds.height());
        // With a listing that waits it leaves the page, and comes back as it was.
        if watched.is_connected() && told.replace(size) != size {
            changed(size.0, size.1);
        }
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

/// Keeps the pointer's events with the element that hears this one, until it is lifted.
pub fn capture_pointer(event: &PointerEvent) {
    if let Some(panel) = listener(event) {
        let _ = panel.set_pointer_capture(event.pointer_id());
    }
}

/// Where a pointer or wheel event happened, in pixels from the top left of the
/// element that hears it.
pub fn point_in_panel(event: &MouseEvent) -> PxPoint {
    let bounds = listener(event).map(|panel| panel.get_bounding_client_rect());
    let (left, top) = bounds.map_or((0.0, 0.0), |bounds| (bounds.left(), bounds.top()));
    PxPoint {
        x: f64::from(event.client_x()) - left,
        y: f64::from(event.client_y()) - top,
    }
}

/// Whether a key that is held with a click has the browser do something else
/// with a link, such as open it in a new tab or save it.
pub fn is_for_browser(click: &Event) -> bool {
    let mouse: &MouseEvent = click.unchecked_ref();
    mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key()
}

/// Whether a click is that of a key. Firefox 153 says of Enter on a link that it
/// was pressed once, as of a mouse; others, that it was not.
pub fn is_by_key(click: &Event) -> bool {
    match click.dyn_ref::<PointerEvent>() {
        Some(pointer) => pointer.pointer_type().is_empty(),
        None => click.unchecked_ref::<MouseEvent>().detail() == 0,
    }
}

/// Where a pointer event happened in the drawing that hears it, which is `width`
/// of its own units wide.
pub fn point_in_drawing(event: &MouseEvent, width: f64) -> PxPoint {
    let shown = listener(event).map_or(width, |panel| panel.get_bounding_client_rect().width());
    let PxPoint { x, y } = point_in_panel(event);
    let scale = width / shown.max(1.0);
    PxPoint {
        x: x * scale,
        y: y * scale,
    }
}

/// What lies where a pointer goes down. Chromium 156 gives a finger's events
/// another target, if that is near and can be pressed.
pub fn element_under(event: &PointerEvent) -> Option<Element> {
    #[expect(clippy::cast_precision_loss, reason = "a number of pixels")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    document().element_from_point(x, y)
}

/// How far from the left of the element that hears it a pointer event
/// happened, 0 to 1.
pub fn share_in_panel(event: &PointerEvent) -> f64 {
    let width = listener(event).map_or(1.0, |panel| panel.get_bounding_client_rect().width());
    share(point_in_panel(event).x, width)
}

/// A part of a length, 0 to 1.
#[expect(
    clippy::manual_clamp,
    reason = "`clamp` can print its bounds, and printing floats costs the program 15 KB"
)]
pub fn share(part: f64, length: f64) -> f64 {
    (part / length.max(1.0)).max(0.0).min(1.0)
}

fn listener(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// The member whose drawing or row an event of the browser happened on.
pub fn member_at(event: &Event) -> Option<MemberIdx> {
    member_of(&target(event)?)
}

/// The member that an element draws, or a part of what does.
pub fn member_of(element: &Element) -> Option<MemberIdx> {
    number_of(element, "data-member").map(MemberIdx::new)
}

/// The event whose mark or row an event of the browser happened on.
pub fn event_at(event: &Event) -> Option<EventIdx> {
    event_of(&target(event)?)
}

/// The event that an element draws, or a part of what does.
pub fn event_of(element: &Element) -> Option<EventIdx> {
    number_of(element, "data-event").map(EventIdx::new)
}

/// All elements in `whole` that `selector` finds, in the order of the page.
fn elements_in(whole: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = whole.query_selector_all(selector) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok());
    elements.collect()
}

/// Those in `whole` that draw a member, each with it.
pub fn member_elements(whole: &Element) -> Vec<(MemberIdx, Element)> {
    let elements = elements_in(whole, "[data-member]").into_iter();
    let numbered = elements.filter_map(|element| {
        let number = element.get_attribute("data-member")?.parse().ok()?;
        Some((MemberIdx::new(number), element))
    });
    numbered.collect()
}

/// Gives an element an attribute, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The number in this attribute of an element, or of the nearest around it that
/// has one.
fn number_of(element: &Element, attribute: &str) -> Option<usize> {
    let element = element.closest(&format!("[{attribute}]")).ok()??;
    element.get_attribute(attribute)?.parse().ok()
}

/// Moves what the element with this id shows without drawing it again.
pub fn set_transform(id: &str, transform: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // HTML and SVG share this, web-sys gives it to each of them apart.
        let style = element.unchecked_ref::<HtmlElement>().style();
        let _ = style.set_property("transform", transform);
    }
}
