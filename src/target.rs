//! Where this runs.

/// Whether it is the program that draws the page, in the reader's browser; else
/// the page is written as HTML, for readers who have no program yet.
///
/// Known when compiling, so that the program is without what only HTML needs.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

/// The value of an attribute that only the program reads; pages that are
/// written as HTML do without, and are the lighter for it.
pub fn client<T>(value: T) -> Option<T> {
    IN_BROWSER.then_some(value)
}
