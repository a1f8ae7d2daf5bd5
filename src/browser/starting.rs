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

/// The text of a data file, which `boot.js` has fetched and proved.
///
/// # Errors
/// The number that `boot.js` gives as the reason; none where there is no
/// `boot.js`.
pub async fn data_file(file: &str) -> Result<String, Option<f64>> {
    let number = |reason: JsValue| reason.as_f64();
    let give = js_sys::Reflect::get(&window(), &JsValue::from_str("hemicycle")).map_err(number)?;
    let give: js_sys::Function = give.dyn_into().map_err(number)?;
    let text = give.call1(&JsValue::UNDEFINED, &JsValue::from_str(file));
    let text: js_sys::Promise = text.and_then(JsCast::dyn_into).map_err(number)?;
    let text = JsFuture::from(text).await.map_err(number)?;
    Ok(text.as_string().unwrap_or_default())
}
