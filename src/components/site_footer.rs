//! The foot of every page.

use domain::words::date_in_words;
use domain::{Directory, Query};
use leptos::prelude::*;

use crate::address::{Page, use_here};

/// How old the data are, where they come from, and how to correct them.
#[component]
pub fn SiteFooter(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
) -> impl IntoView {
    let here = use_here();
    let network = &directory.network;
    let sources = move || here.to(Page::Data, &Query::default());
    let report = network.report.as_deref().map(|report| {
        view! { <a href=report rel="noopener">"Report an error"</a> }
    });

    view! {
        <footer class="site-footer">
            <p>{format!("Facts gathered on {}.", date_in_words(network.data_date))}</p>
            <p>
                <a href=sources>"Sources and licences"</a>
                {report}
            </p>
        </footer>
    }
}
