//! Natively there is no clock, no clipboard and no file of the site: what
//! `running.rs` is in the browser.

use directory::{Catalogue, PartialDate};

/// There is no day.
pub fn today() -> Option<PartialDate> {
    None
}

/// Nothing is copied.
pub fn copy(_: &'static Catalogue, _: String, _: String) {}

/// There is no file.
pub fn with_file(_: String, act: Box<dyn FnOnce(Option<String>)>) {
    act(None);
}
