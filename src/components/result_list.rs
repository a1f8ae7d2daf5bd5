//! What lists of results have in common: rows that are gone through by keys and
//! tell what is pointed at.

use web_sys::Event;

use crate::browser;
use crate::markup::{Element, el};
use crate::prelude::*;

/// The main link of each row that can be seen.
pub const ROW_LINK: &str = ".member-list__select, .event-list__select, \
    tbody:not([hidden]) .contact-table__row-link";

/// The list of results, which tells `hovered` which of its rows, found by
/// `index_at`, is under the pointer or has the focus.
pub fn result_list<I: Copy + Send + Sync + 'static>(
    tag: &'static str,
    class: &'static str,
    index_at: fn(&Event) -> Option<I>,
    hovered: RwSignal<Option<I>>,
) -> Element {
    let point = move |event: &Event| {
        if let Some(index) = index_at(event) {
            hovered.set(Some(index));
        }
    };
    el(tag)
        .id("results")
        .class(class)
        .on("keydown", go_by_arrows)
        .on("pointerover", point)
        .on("focusin", point)
        .on("pointerleave", move |_| hovered.set(None))
}

/// Goes from row to row by the arrow keys.
pub fn go_by_arrows(event: &Event) {
    let step = match browser::key(event).as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    browser::move_focus(ROW_LINK, step, "search");
}
