//! What has happened, as the reader is told it.

use directory::Words;

use crate::prelude::*;

/// The element that tells what has happened.
pub const SAID: &str = "said";

/// Tells what has happened; nothing any more where the text is empty.
pub fn say(text: &str) {
    if let Some(element) = document().get_element_by_id(SAID) {
        element.set_text_content(Some(text));
    }
}

/// Copies a text and says that it did; where it could not, it shows the text to
/// be copied by hand.
#[cfg(target_arch = "wasm32")]
pub fn copy(words: &'static Words, text: String, said: String) {
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    // Where the page has come without encryption there is no clipboard.
    let navigator = window().navigator();
    let known = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let known = known.is_ok_and(|clipboard| clipboard.is_truthy());
    let copied = known.then(|| navigator.clipboard().write_text(&text));
    spawn_local(async move {
        let copied = match copied {
            Some(copied) => JsFuture::from(copied).await.is_ok(),
            None => false,
        };
        if copied {
            say(&said);
        } else {
            say(&words.contact_uncopied(&text));
        }
    });
}

/// Natively nothing is copied.
#[cfg(not(target_arch = "wasm32"))]
pub fn copy(_: &'static Words, _: String, _: String) {}
