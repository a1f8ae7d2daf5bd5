//! What happens once, when the program starts; in the browser alone.

use domain::directory::Region;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::kept::Kept;

/// Where the site stands on its host, as `boot.js` found it.
pub fn site_root() -> String {
    let root = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-root"));
    root.unwrap_or_else(|| "/".to_owned())
}

/// Unicode NFKD, by the browser's own tables.
pub fn decompose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKD").into()
}

/// Gives the style sheet the colours that network.json gives its regions.
///
/// Through the CSS object model, which a policy without inline styles allows.
pub fn colour_regions(regions: &[Region]) {
    let root = document()
        .document_element()
        .and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(style) = root.map(|root| root.style()) else {
        return;
    };
    for (number, region) in (1..).zip(regions) {
        for (ground, colour) in [
            ("light", &region.colours.light),
            ("dark", &region.colours.dark),
        ] {
            // A colour that cannot be set leaves the style sheet's own.
            let _ = style.set_property(&format!("--region-{number}-{ground}"), colour);
        }
    }
}

/// Puts the running app in the place of the page that was read until now, in
/// one step; what the reader has typed, opened, focused and scrolled stays.
pub fn take_over<View: IntoView + 'static>(view: impl FnOnce() -> View + 'static) {
    let document = document();
    let Some(waiting) = document.get_element_by_id("app") else {
        return;
    };
    let Ok(aside) = document.create_element("div") else {
        return;
    };
    let aside: HtmlElement = aside.unchecked_into();
    leptos::mount::mount_to(aside.clone(), view).forget();
    let Some(app) = aside.first_element_child() else {
        return;
    };
    let kept = Kept::of(&waiting);
    let _ = waiting.replace_with_with_node_1(&app);
    kept.give_back(&app);
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-running", "");
    }
}

/// Says on the waiting page why nothing can be shown; `boot.js` listens.
pub fn say_failure(sentence: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(sentence));
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

/// The host's answer for a file: its status, and its text where that is a success.
///
/// # Errors
/// There was no answer, or it broke off.
pub async fn fetch(address: &str) -> Result<(u16, String), NoAnswer> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    if !response.ok() {
        return Ok((response.status(), String::new()));
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok((response.status(), text.as_string().unwrap_or_default()))
}

/// The network or the host is away.
pub struct NoAnswer;

impl From<JsValue> for NoAnswer {
    fn from(_: JsValue) -> Self {
        Self
    }
}
