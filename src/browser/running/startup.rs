//! What happens once, when the program starts; in the browser alone.

use directory::snapshot::Part;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::fetching::Reason;
use super::ui_state::UiState;
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

/// Lets the browser do what waits: what the program does at its start is long,
/// and in one piece it would keep the page from answering.
pub async fn next_task() {
    let mut wait = |resolve: js_sys::Function, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    };
    let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
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
    let ui_state = UiState::read(&waiting);
    mount_to(aside.clone(), app).forget();
    // Effects run after what made them: they take over parts of the page.
    tick().await;
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
