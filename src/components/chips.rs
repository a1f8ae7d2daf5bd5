//! The filters in force.

use domain::Directory;
use domain::chips::chips;
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::{Page, use_here};

/// One link a filter, which takes it away; and one that takes all away.
#[component]
pub fn Chips(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
) -> impl IntoView {
    let here = use_here();
    let active = Memo::new(move |_| chips(directory, &here.query.read()));
    let clear = move || here.to(Page::Directory, &here.query.read().cleared());
    let links = move || {
        let links = active.get().into_iter().map(|chip| {
            let href = move || here.to(Page::Directory, &chip.without);
            view! {
                <li>
                    <a class="chip" href=href data-noscroll>
                        <span class="visually-hidden">"Remove "</span>
                        {chip.label.clone()}
                        {Icon::Close.view()}
                    </a>
                </li>
            }
        });
        links.collect_view()
    };

    view! {
        <Show when=move || !active.read().is_empty()>
            <ul class="chips" aria-label="Filters in force">
                {links}
                <Show when=move || { active.read().len() > 1 }>
                    <li><a class="chip chip--all" href=clear data-noscroll>"Clear all"</a></li>
                </Show>
            </ul>
        </Show>
    }
}
