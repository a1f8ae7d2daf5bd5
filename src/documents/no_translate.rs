//! What stays as it is in every language.

use leptos::prelude::*;

/// A code, an address or the name of a file, which no translator shall touch.
pub fn no_translate(text: impl IntoView + 'static) -> AnyView {
    view! { <bdi translate="no">{text}</bdi> }.into_any()
}
