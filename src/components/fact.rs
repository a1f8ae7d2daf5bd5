//! One fact: what it is called, its value, and where it comes from.

use domain::Directory;
use domain::directory::Origin;
use leptos::prelude::*;

use super::source_note::SourceNote;

/// A name with its value and source; says so where the value is not known.
#[component]
pub fn Fact(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// What the fact is called: `Seats`.
    name: &'static str,
    /// The value, as shown; none where it is not known.
    #[prop(into)]
    value: Option<AnyView>,
    /// Where it comes from.
    origin: &'static Origin,
) -> impl IntoView {
    let known = value.is_some();

    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>
                {value.unwrap_or_else(|| view! { <span class="missing">"not known"</span> }.into_any())}
                {known.then(|| view! { " " <SourceNote directory origin about=name /> })}
            </dd>
        </div>
    }
}
