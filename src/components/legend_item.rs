//! What a mark means; at the same time a filter.

use directory::Directory;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use leptos::prelude::*;

use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// A mark, its `children`, with what it stands for and how often: the link that
/// the filter by this `value` of a `facet` is.
#[component]
pub fn LegendItem(
    directory: &'static Directory,
    facets: Memo<CountedFacets>,
    facet: FacetId,
    value: String,
    children: Children,
) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let counted = value.clone();
    let option = Memo::new(move |_| {
        let facets = facets.read();
        let options = &facets.iter().find(|counted| counted.id == facet)?.options;
        let option = options.iter().find(|option| option.value == counted)?;
        Some((option.label.clone(), option.count, option.chosen))
    });
    let link = move || {
        let query = here.linked.read();
        let is_counted = option.read().is_some();
        is_counted.then(|| here.to_listing(&query.with_toggled(directory, facet, &value)))
    };
    let label = move || option.read().as_ref().map(|(label, ..)| label.clone());
    let count = move || {
        option
            .read()
            .as_ref()
            .map(|(_, count, _)| words.number(*count))
    };
    let is_chosen = move || matches!(*option.read(), Some((.., true)));
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
