//! What happens once, when the program starts; in the browser alone.

use std::cell::RefCell;
use std::collections::VecDeque;

use directory::map::Viewport;
use directory::snapshot::Part;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, MessageChannel};

use super::fetching::Reason;
use super::ui_state::UiState;
use crate::browser::is_running;
use leptos::prelude::*;
use leptos::task::tick;

/// Where the site stands on its host, as `boot.js` found it.
pub fn site_root() -> String {
    let root = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-root"));
    root.unwrap_or_else(|| "/".to_owned())
}

/// Unicode NFKD in lower case, by the browser’s own tables.
pub fn nfkd_lowercase(text: &str) -> String {
    let decomposed = js_sys::JsString::from(text).normalize("NFKD");
    decomposed.to_lower_case().into()
}

thread_local! {
    /// What waits for its turn while the app is being mounted.
    static TURNS: RefCell<Option<VecDeque<RwSignal<bool>>>> = const { RefCell::new(None) };
    /// What happens as the app takes the place of the page before.
    static AT_TAKEOVER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Milliseconds that the program works before the browser does what waits.
const SLICE: f64 = 8.0;

/// A signal that becomes true when it is the caller’s turn to draw, in the order
/// of the calls; none where nothing is gained by waiting, as the app is mounted.
pub fn next_turn() -> Option<RwSignal<bool>> {
    TURNS.with_borrow_mut(|turns| {
        let turns = turns.as_mut()?;
        let turn = RwSignal::new(false);
        turns.push_back(turn);
        Some(turn)
    })
}

/// Does `act`, which changes or takes parts of the page that the reader has before
/// them: once all else of the app is drawn, and at once where it stands already.
pub fn at_takeover(act: impl FnOnce() + 'static) {
    if is_running() {
        act();
    } else {
        AT_TAKEOVER.with_borrow_mut(|acts| acts.push(Box::new(act)));
    }
}

/// Long work in slices, between which the browser does what waits.
pub struct Slices {
    /// When the present one began, milliseconds.
    began: f64,
}

impl Slices {
    /// The first begins now.
    pub fn new() -> Self {
        Self { began: Date::now() }
    }

    /// Lets the browser do what waits, once there has been work for [`SLICE`].
    pub async fn rest(&mut self) {
        if Date::now() - self.began > SLICE {
            next_task().await;
            self.began = Date::now();
        }
    }
}

/// Gives each its turn.
async fn take_turns() {
    next_task().await;
    let mut slices = Slices::new();
    while let Some(turn) = TURNS.with_borrow_mut(|turns| turns.as_mut()?.pop_front()) {
        slices.rest().await;
        turn.set(true);
        tick().await;
    }
    TURNS.set(None);
}

/// The size of the element with this id in the page that the reader has before
/// them, if there is one and it can be seen.
pub fn size_in_page(id: &str) -> Option<Viewport> {
    let bounds = document().get_element_by_id(id)?.get_bounding_client_rect();
    let size = Viewport {
        width: bounds.width(),
        height: bounds.height(),
    };
    (size.width > 0.0 && size.height > 0.0).then_some(size)
}

/// Lets the browser do what waits: what the program does at its start is long,
/// and in one piece it would keep the page from answering.
pub async fn next_task() {
    // A timer would wait for four milliseconds more after a few of them.
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let mut wait = |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        let _ = channel.port2().post_message(&JsValue::NULL);
    };
    let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
    channel.port1().close();
}

/// Puts the running app in the place of the page that was read until now, in
/// one step; what the reader has typed, opened, focused and scrolled stays.
pub async fn mount_over<V: IntoView + 'static>(app: impl FnOnce() -> V + 'static) {
    let document = document();
    let Some(waiting) = document.get_element_by_id("app") else {
        return;
    };
    let Ok(aside) = document.create_element("div") else {
        return;
    };
    let aside: HtmlElement = aside.unchecked_into();
    TURNS.set(Some(VecDeque::new()));
    mount_to(aside.clone(), app).forget();
    // Effects run after what made them.
    tick().await;
    take_turns().await;
    let ui_state = UiState::read(&waiting);
    AT_TAKEOVER.take().into_iter().for_each(|act| act());
    let Some(app) = aside.first_element_child() else {
        return;
    };
    let _ = waiting.replace_with_with_node_1(&app);
    ui_state.restore(&app).await;
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-running", "");
    }
}

/// Says on the waiting page why nothing can be shown; `boot.js` listens.
pub fn say_failure(sentence: &str) {
    tell(&JsValue::from_str(sentence));
}

/// The same where there are no words for it but those of `boot.js`.
pub fn say_reason(reason: Reason) {
    tell(&JsValue::from_f64(reason.number()));
}

fn tell(failure: &JsValue) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(failure);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("hemicycle-failed", &init) {
        let _ = document().dispatch_event(&event);
    }
}

/// Says on the console why the program stops, should it ever.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
}

/// Says on the waiting page that program and data are of two versions.
pub fn say_other_version() {
    tell(&JsValue::from_f64(OTHER_VERSION));
}

/// The names of the parts of the snapshot that the published page asks for; of
/// a page that does not say it, all.
pub fn parts_of_page() -> String {
    let app = document().get_element_by_id("app");
    let parts = app.and_then(|app| app.get_attribute("data-parts"));
    parts.unwrap_or_else(|| Part::ALL.map(Part::name).join(" "))
}

/// The part of the program that the published page asks for, empty for none;
/// nothing where it does not say it.
pub fn program_part_of_page() -> Option<String> {
    let app = document().get_element_by_id("app");
    app.and_then(|app| app.get_attribute("data-program-part"))
}

/// What the address asks for: `?region=africa`.
pub fn query_on_host() -> String {
    window().location().search().unwrap_or_default()
}

/// What it numbers two versions by.
const OTHER_VERSION: f64 = 2.0;

/// The language in which the page was published, as `boot.js` found it.
pub fn page_language() -> String {
    let page = document().document_element();
    let language = page.and_then(|page| page.get_attribute("data-locale"));
    language.unwrap_or_default()
}
