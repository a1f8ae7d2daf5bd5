//! Words for those who hear the page.

use crate::markup::{Element, Markup, el};

/// Text that assistive technology reads and nobody sees.
pub fn visually_hidden(text: impl Into<Markup>) -> Element {
    el("span").class("visually-hidden").child(text)
}
