//! What the colours mean; at the same time the filter by region.

use domain::facets::Facets;
use leptos::prelude::*;

use crate::address::{Page, use_here};

/// Regions with their colours and live counts, then observers; each is the
/// link that its filter is.
#[component]
pub fn Legend(
    /// All filters with their counts.
    offered: Memo<Facets>,
) -> impl IntoView {
    let here = use_here();
    let items = move || {
        let facets = offered.read();
        let regions = facets.iter().find(|facet| facet.parameter == "region");
        let regions = regions.into_iter().flat_map(|facet| facet.options.iter());
        let regions = (1..)
            .zip(regions)
            .map(|(number, option)| (format!("swatch--region-{number}"), option));
        let status = facets.iter().find(|facet| facet.parameter == "status");
        let observers = status.and_then(|facet| {
            facet
                .options
                .iter()
                .find(|option| option.value == "observer")
        });
        let observers = observers.map(|option| ("swatch--observer".to_owned(), option));
        let items = regions.chain(observers).map(|(class, option)| {
            let link = option.link.clone();
            let href = move || here.to(Page::Directory, &link);
            view! {
                <li>
                    <a href=href aria-current=option.chosen.then_some("true") data-noscroll>
                        <span class=format!("swatch swatch--square {class}") aria-hidden="true"></span>
                        {option.label.clone()}
                        <span class="legend__count">{option.count}</span>
                    </a>
                </li>
            }
        });
        items.collect_view()
    };

    view! { <ul class="legend" aria-label="Legend and filter by region">{items}</ul> }
}
