//! A name in whatever language it is written.

use leptos::prelude::*;

/// A name that carries its language and finds its own direction.
#[component]
pub fn LangName(
    /// BCP 47; `und` where unknown.
    lang: &'static str,
    /// The name.
    name: &'static str,
) -> impl IntoView {
    let lang = (lang != "und").then_some(lang);
    view! { <bdi class="lang-name" lang=lang>{name}</bdi> }
}
