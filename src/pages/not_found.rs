//! An address that leads nowhere.

use directory::{Catalogue, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::head::describe;
use crate::navigation::use_here;

/// Says so, and leads back.
#[component]
pub fn NotFoundPage(words: &'static Catalogue) -> impl IntoView {
    let here = use_here();
    describe(
        || words.not_found_title().to_owned(),
        words.not_found_heading(),
    );
    view! {
        <div class="page not-found">
            <h1>{words.not_found_heading()}</h1>
            <p>{words.not_found_text()}</p>
            <p>
                <a class="button" href=move || here.to(Page::Directory, &Query::default())>
                    {words.not_found_back()}
                </a>
            </p>
        </div>
    }
}
