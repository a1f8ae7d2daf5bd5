//! What a mark means; at the same time a filter.

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use leptos::prelude::*;

use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// A mark, its `children`, with what it stands for and how often: the link that
/// the filter by this `value` of a `facet` is.
#[component]
pub fn LegendItem(
    words: &'static Catalogue,
    facets: Memo<CountedFacets>,
    facet: FacetId,
    value: String,
    children: Children,
) -> impl IntoView {
    let here = use_here();
    let option = Memo::new(move |_| {
        let facets = facets.read();
        let facet = facets.iter().find(|counted| counted.id == facet)?;
        facet
            .options
            .iter()
            .find(|option| option.value == value)
            .cloned()
    });
    let link = move || {
        option
            .read()
            .as_ref()
            .map(|option| here.to_listing(&option.link))
    };
    let is_chosen = move || option.read().as_ref().is_some_and(|option| option.chosen);
    let label = move || option.read().as_ref().map(|option| option.label.clone());
    let count = move || {
        option
            .read()
            .as_ref()
            .map(|option| words.number(option.count))
    };
    view! {
        <li>
            <a href=link aria-current=move || is_chosen().then_some("true") data-noscroll="">
                {children()}
                {dynamic(label)}
                <span class="legend__count">{dynamic(count)}</span>
            </a>
        </li>
    }
}
