//! Natively there is no clock, no clipboard, no file of the site and no page
//! after the first: what `running.rs` is in the browser.

use directory::map::Viewport;
use directory::{Catalogue, PartialDate};
use leptos::prelude::*;
use web_sys::Element;

use super::{Detail, MemberSheet, PictureText, StyleSheet};
use crate::Problem;

/// There is no day.
pub fn today() -> Option<PartialDate> {
    None
}

/// Everything is drawn at once.
pub fn next_turn() -> Option<RwSignal<bool>> {
    None
}

/// Nothing is copied.
pub fn copy(_: &'static Catalogue, _: String, _: String) {}

/// Nothing is taken over.
pub fn at_takeover(_: impl FnOnce() + 'static) {}

/// Nothing has a size.
pub fn size_in_page(_: &str) -> Option<Viewport> {
    None
}

/// There is no picture.
pub fn keep_picture(_: Detail, _: &str) -> bool {
    false
}

/// There is no picture.
pub fn has_picture(_: Detail) -> bool {
    false
}

/// There is no picture; a page that is written as HTML shows it as an image.
pub fn draw_group(_: Detail, _: &Element, _: &str) {}

/// There is no picture.
pub fn path_of_outline(_: Detail, _: &str) -> Option<String> {
    None
}

/// There is no picture.
pub fn save_map(_: &PictureText, _: String, fail: Box<dyn FnOnce()>) {
    fail();
}

/// No page is fetched.
pub fn read_member_page(_: String, _: Box<dyn FnOnce(Option<MemberSheet>)>) {}

/// The whole program is there.
///
/// # Errors
/// Never.
#[expect(clippy::unused_async, reason = "in the browser it takes time")]
pub async fn program_part_or_problem(_: &Catalogue, _: &str) -> Result<(), Problem> {
    Ok(())
}

/// There is no file.
pub fn with_file(_: &'static Catalogue, _: String, act: Box<dyn FnOnce(Result<String, Problem>)>) {
    act(Err(Problem::default()));
}

/// There is no listing that waits.
pub fn set_listing_aside() {}

/// There is no listing that waits.
pub fn bring_listing_back() {}

/// There is no focus.
pub fn focus_where_left() {}

/// The element that tells which page has come.
pub const PAGE_NAME: &str = "page-name";

/// Nothing is fetched.
pub fn warm(_: &str, _: StyleSheet) {}
