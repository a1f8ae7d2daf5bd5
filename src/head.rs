//! What a page says of itself beside its text: its name and what it is about.

#[cfg(not(target_arch = "wasm32"))]
use crate::written::Head;

use crate::browser;

/// Names the page, and again whenever the name changes; `description` says
/// what it is about, to those who read it as HTML.
pub fn describe(title: impl Fn() -> String + 'static, description: &str) {
    #[cfg(not(target_arch = "wasm32"))]
    Head::tell(title(), description);
    #[cfg(target_arch = "wasm32")]
    let _ = description;
    browser::title(title);
}
