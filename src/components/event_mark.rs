//! The mark of an event: its shape and its colour tell the type.

use directory::model::{Event, EventTypeIdx, MarkShape, Network};

use leptos::prelude::*;

/// SVG path data around the middle, in a square of twelve units.
fn path(mark: MarkShape) -> &'static str {
    match mark {
        MarkShape::Circle => "M0-5a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
        // A hole in the middle, since it runs the other way round.
        MarkShape::Ring => {
            "M0-5a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM0-2.4a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z"
        }
        MarkShape::Square => "M-4.5-4.5h9v9h-9z",
        MarkShape::Diamond => "M0-6l6 6-6 6-6-6z",
        MarkShape::Triangle => "M0-5.5l5.8 10h-11.6z",
        MarkShape::Star => {
            "M0-6.3l1.7 4 4.3.3-3.3 2.8 1.1 4.3-3.8-2.4-3.8 2.4 1.1-4.3-3.3-2.8 4.3-.3z"
        }
        MarkShape::Cross => "M-1.9-5.2h3.8v3.3h3.3v3.8h-3.3v3.3h-3.8v-3.3h-3.3v-3.8h3.3z",
        MarkShape::Pentagon => "M0-5.6l5.5 4-2.1 6.5h-6.8l-2.1-6.5z",
    }
}

/// The mark of a type inside a larger drawing, around its origin.
pub fn mark(network: &Network, kind: EventTypeIdx) -> AnyView {
    let class = format!("event-mark event-mark--{}", kind.get() + 1);
    view! { <path class=class d=path(network[kind].mark)></path> }.into_any()
}

/// The mark as a drawing of its own, beside the name of its type or event.
pub fn mark_alone(network: &Network, kind: EventTypeIdx) -> AnyView {
    view! {
        <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
            {mark(network, kind)}
        </svg>
    }
    .into_any()
}

/// The mark of an event, as a drawing of its own.
pub fn mark_of(network: &Network, event: &Event) -> AnyView {
    mark_alone(network, event.kind)
}
