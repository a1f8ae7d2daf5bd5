//! What has happened, as the reader is told it.

use crate::prelude::*;

/// The element that tells what has happened.
pub const SAID: &str = "said";

/// Tells what has happened; nothing any more where the text is empty.
pub fn say(text: &str) {
    if let Some(element) = document().get_element_by_id(SAID) {
        element.set_text_content(Some(text));
    }
}
