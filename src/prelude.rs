//! Leptos' signals, effects and calls of the browser, as this crate uses them.
//!
//! They come from the crates of which Leptos is made and not by way of
//! `leptos`, which brings what a server needs into the browser program too:
//! docs/decisions/program-size.md gives the figures.

pub use leptos_dom::helpers::{
    TimeoutHandle, document, event_target_value, request_animation_frame, set_timeout_with_handle,
    window,
};
pub use reactive_graph::computed::Memo;
pub use reactive_graph::effect::Effect;
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::{Owner, StoredValue, expect_context, on_cleanup, provide_context};
pub use reactive_graph::prelude::*;
pub use reactive_graph::signal::{ArcRwSignal, RwSignal};
