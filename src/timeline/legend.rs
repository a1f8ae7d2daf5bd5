//! What the marks mean; at the same time the filter by type.

use directory::Directory;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use directory::model::EventTypeIdx;
use leptos::prelude::*;

use crate::components::event_mark::mark_alone;
use crate::components::legend_item::LegendItem;
use crate::dynamic::dynamic;

/// Types with their marks and live counts; each is the link that its filter is.
#[component]
pub fn TimelineLegend(directory: &'static Directory, facets: Memo<CountedFacets>) -> impl IntoView {
    let words = &directory.catalogue;
    let network = &directory.network;
    let values = Memo::new(move |_| {
        let facets = facets.read();
        let types = facets.iter().find(|facet| facet.id == FacetId::Type);
        let options = types.map(|facet| &facet.options[..]).unwrap_or_default();
        let values = options.iter().map(|option| option.value.clone());
        values.collect::<Vec<_>>()
    });
    let mark = move |value: &str| {
        let kind = EventTypeIdx::find(network, |kind| kind.id == value);
        kind.map(|kind| mark_alone(network, kind))
    };
    let links = move || {
        let links = values.get().into_iter().map(|value| {
            let mark = mark(&value);
            view! {
                <LegendItem directory facets facet=FacetId::Type value>
                    {mark}
                </LegendItem>
            }
        });
        links.collect_view()
    };
    view! {
        <ul class="legend" aria-label=words.timeline_legend()>
            {dynamic(links)}
        </ul>
    }
}
