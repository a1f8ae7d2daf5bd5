//! What the colours mean; at the same time the filter by region.

use directory::Catalogue;
use directory::facet_counts::{CountedFacets, FacetOption};
use directory::facets::FacetId;

use crate::components::legend_item::legend_item;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;

/// Regions with their colours and live counts, then observers; each is the
/// link that its filter is.
pub fn legend(words: &'static Catalogue, facets: Memo<CountedFacets>) -> Markup {
    let here = use_here();
    live(move || {
        let mut items = Vec::new();
        for facet in facets.read().iter() {
            for (number, option) in (1..).zip(&facet.options) {
                if facet.id == FacetId::Region {
                    items.push(item(
                        here,
                        words,
                        format!("swatch--region-{number}"),
                        option,
                    ));
                } else if facet.id == FacetId::Status && option.value == "observer" {
                    items.push(item(here, words, "swatch--observer".to_owned(), option));
                }
            }
        }
        el("ul")
            .class("legend")
            .attr("aria-label", words.map_legend())
            .children(items)
    })
}

fn item(here: Here, words: &'static Catalogue, class: String, option: &FacetOption) -> Element {
    let swatch = el("span")
        .class(format!("swatch swatch--square {class}"))
        .attr("aria-hidden", "true");
    legend_item(here, words, swatch, option)
}
