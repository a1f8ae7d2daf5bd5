//! What the colours mean; at the same time the filter by region.

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use leptos::prelude::*;

use crate::components::legend_item::LegendItem;

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
    view! {
        <ul class="legend" aria-label=words.map_legend()>
            <For
                each=move || items.get()
                key=|(class, ..)| class.clone()
                let((class, facet, value))
            >
                <LegendItem words facets facet value>
                    <span class=format!("swatch swatch--square {class}") aria-hidden="true"></span>
                </LegendItem>
            </For>
        </ul>
    }
}
