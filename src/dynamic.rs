//! Parts of a view that follow signals.

use leptos::prelude::*;

/// A part of a view, drawn anew when a signal changes that `draw` reads.
///
/// What a closure in a view does as well, but of one type: of each closure of
/// its own the compiler writes all that Leptos does with one
/// (docs/decisions/program-size.md).
pub fn dynamic<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().into_any());
    draw.into_any()
}
