//! What happens once, when the program starts; in the browser alone.

use directory::snapshot::Part;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use super::ui_state::UiState;
use crate::markup::Markup;
use crate::prelude::*;

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

/// Puts the running app in the place of the page that was read until now, in
/// one step; what the reader has typed, opened, focused and scrolled stays.
pub fn mount_over(app: impl FnOnce() -> Markup) {
    let document = document();
    let Some(waiting) = document.get_element_by_id("app") else {
        return;
    };
    let Ok(aside) = document.create_element("div") else {
        return;
    };
    let aside: HtmlElement = aside.unchecked_into();
    let ui_state = UiState::read(&waiting);
    // Fails only where there is one already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| app().mount(&aside));
    std::mem::forget(owner);
    let Some(app) = aside.first_element_child() else {
        return;
    };
    let _ = waiting.replace_with_with_node_1(&app);
    ui_state.restore(&app);
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-running", "");
    }
}

/// Puts into `place` what `parts` finds in the page that was read until now:
/// `:scope` for all of it.
pub fn reuse_published(place: &Element, parts: &str) {
    let Ok(Some(page)) = document().query_selector("#content .page") else {
        return;
    };
    if parts == ":scope" {
        let _ = place.append_child(&page);
        return;
    }
    let Ok(parts) = page.query_selector_all(parts) else {
        return;
    };
    for part in (0..parts.length()).filter_map(|number| parts.item(number)) {
        let _ = place.append_child(&part);
    }
}

/// Says on the waiting page why nothing can be shown; `boot.js` listens.
pub fn say_failure(sentence: &str) {
    tell(&JsValue::from_str(sentence));
}

/// The same where there are no words for it but those of `boot.js`.
pub fn say_reason(reason: Reason) {
    tell(&JsValue::from_f64(match reason {
        Reason::NoAnswer => NO_ANSWER,
        Reason::Altered => ALTERED,
        Reason::Status(status) => status.into(),
        Reason::NotPublished => 404.0,
    }));
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

/// Why there is no file.
pub enum Reason {
    /// No answer: the network or the host is away.
    NoAnswer,
    /// The file is not the one that was published.
    Altered,
    /// The host answered with this status instead of the file.
    Status(u16),
    /// The site has no such file.
    NotPublished,
}

/// What `boot.js` numbers the reasons by, beside the status of an answer.
const NO_ANSWER: f64 = 0.0;
const ALTERED: f64 = 1.0;
/// What it numbers two versions by.
const OTHER_VERSION: f64 = 2.0;

impl Reason {
    fn of(number: &JsValue) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0, 1 or the status of an answer"
        )]
        match number.as_f64().map(|number| number as u16) {
            Some(0) => Self::NoAnswer,
            Some(1) => Self::Altered,
            Some(status) => Self::Status(status),
            None => Self::NotPublished,
        }
    }
}

/// The text of a file of the site, such as `snapshot/core.json`, which `boot.js`
/// has fetched and proved.
pub async fn file(address: &str) -> Result<String, Reason> {
    let text = ask("text", address)
        .await
        .map_err(|reason| Reason::of(&reason))?;
    Ok(text.as_string().unwrap_or_default())
}

/// Has `boot.js` fetch and prove the files of a part of the program, which its
/// loader then asks for.
pub async fn fetch_program_part(name: &str) -> Result<(), Reason> {
    let files = ask("part", name).await;
    files.map(drop).map_err(|reason| Reason::of(&reason))
}

/// What `boot.js` gives: the `kind` says which of its functions.
async fn ask(kind: &str, name: &str) -> Result<JsValue, JsValue> {
    let boot = js_sys::Reflect::get(&window(), &JsValue::from_str("hemicycle"))?;
    let give = js_sys::Reflect::get(&boot, &JsValue::from_str(kind))?;
    let give: js_sys::Function = give.dyn_into()?;
    let given = give.call1(&boot, &JsValue::from_str(name))?;
    let given: js_sys::Promise = given.dyn_into()?;
    JsFuture::from(given).await
}

/// The language of the page, in which the program goes on.
pub fn page_language() -> String {
    let language = document()
        .document_element()
        .and_then(|page| page.get_attribute("lang"));
    language.unwrap_or_default()
}
