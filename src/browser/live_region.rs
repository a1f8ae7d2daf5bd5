//! What has happened, as the reader is told it.

use leptos::prelude::*;

/// The element that tells what has happened.
pub const LIVE_REGION: &str = "live-region";

/// Tells what has happened; nothing any more where the text is empty.
pub fn announce(text: &str) {
    if let Some(element) = document().get_element_by_id(LIVE_REGION) {
        element.set_text_content(Some(text));
    }
}
