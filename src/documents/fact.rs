//! One fact: what it is called, its value, and where it comes from.

use directory::Directory;
use directory::model::Origin;
use leptos::prelude::*;

use super::source_note::source_note;

/// A name, such as "Seats", with its value and source; says so where the value
/// is not known.
pub fn fact(
    directory: &'static Directory,
    name: &'static str,
    value: Option<impl IntoView + 'static>,
    origin: &'static Origin,
) -> AnyView {
    let value = if let Some(value) = value {
        (value, " ", source_note(directory, origin, name)).into_any()
    } else {
        let unknown = directory.catalogue.fact_unknown();
        view! { <span class="missing">{unknown}</span> }.into_any()
    };
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
