//! What the colours mean; at the same time the filter by region.

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use leptos::prelude::*;

use crate::components::legend_item::LegendItem;
use crate::dynamic::dynamic;

/// Regions with their colours and live counts, then observers; each is the
/// link that its filter is.
#[component]
pub fn MapLegend(words: &'static Catalogue, facets: Memo<CountedFacets>) -> impl IntoView {
    // The class of each swatch with its filter.
    let items = Memo::new(move |_| {
        let mut items = Vec::new();
        for facet in facets.read().iter() {
            for (number, option) in (1..).zip(&facet.options) {
                let class = match facet.id {
                    FacetId::Region => format!("swatch--region-{number}"),
                    FacetId::Status if option.value == "observer" => "swatch--observer".to_owned(),
                    _ => continue,
                };
                items.push((class, facet.id, option.value.clone()));
            }
        }
        items
    });
    let links = move || {
        let links = items.get().into_iter().map(|(class, facet, value)| {
            let class = format!("swatch swatch--square {class}");
            view! {
                <LegendItem words facets facet value>
                    <span class=class aria-hidden="true"></span>
                </LegendItem>
            }
        });
        links.collect_view()
    };
    view! {
        <ul class="legend" aria-label=words.map_legend()>
            {dynamic(links)}
        </ul>
    }
}
