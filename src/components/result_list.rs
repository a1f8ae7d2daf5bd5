//! What lists of results have in common: rows that are gone through by keys and
//! tell what is pointed at.

use leptos::attr::Attribute;
use leptos::prelude::*;
use web_sys::Event;

use crate::browser;

/// The main link of each row that can be seen.
pub const ROW_LINK: &str = "li:not([hidden]) > .member-list__select, .event-list__select, \
    tbody:not([hidden]) .contact-table__row-link";

/// What makes an element the list of results, to be spread on it: it tells
/// `hovered` which of its rows, found by `index_at`, is under the pointer or has
/// the focus.
pub fn result_list<I: Copy + Send + Sync + 'static>(
    index_at: fn(&Event) -> Option<I>,
    hovered: RwSignal<Option<I>>,
) -> impl Attribute {
    let point = move |event: &Event| {
        if let Some(index) = index_at(event) {
            hovered.set(Some(index));
        }
    };
    view! {
        <{..}
            id="results"
            on:keydown=move |event| go_by_arrows(&event)
            on:pointerover=move |event| point(&event)
            on:focusin=move |event| point(&event)
            on:pointerleave=move |_| hovered.set(None)
        />
    }
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
