//! The sentence above results.

use directory::sentence::Sentence;
use leptos::prelude::*;

/// What is shown, as a heading with the count in bold.
#[component]
pub fn ResultsHeading(summary: Memo<Sentence>) -> impl IntoView {
    let count = move || summary.read().count.clone();
    let rest = move || {
        let summary = summary.read();
        let rest = summary.whole.strip_prefix(&summary.count);
        rest.unwrap_or(&summary.whole).to_owned()
    };
    view! { <h1 class="sentence"><b>{count}</b>{rest}</h1> }
}
