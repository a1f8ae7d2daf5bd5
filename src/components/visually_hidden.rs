//! Words for those who hear the page.

use leptos::prelude::*;

/// Text that assistive technology reads and nobody sees.
pub fn visually_hidden(text: impl IntoView + 'static) -> AnyView {
    view! { <span class="visually-hidden">{text}</span> }.into_any()
}
