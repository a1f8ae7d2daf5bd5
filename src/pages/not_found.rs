//! An address that leads nowhere.

use domain::Query;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::address::{Page, use_here};

/// Says so, and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let here = use_here();
    let directory = move || here.to(Page::Directory, &Query::default());

    view! {
        <Title text="Not found" />
        <div class="page not-found">
            <h1>"There is no page at this address"</h1>
            <p>"It may have been mistyped, or the page has moved."</p>
            <p><a class="button" href=directory>"Go to the directory"</a></p>
        </div>
    }
    .into_any()
}
