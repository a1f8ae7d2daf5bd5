//! What the marks mean; at the same time the filter by type.

use directory::Directory;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use directory::model::EventTypeIdx;

use crate::components::event_mark::mark_alone;
use crate::components::legend_item::legend_item;
use crate::markup::{Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// Types with their marks and live counts; each is the link that its filter is.
pub fn legend(directory: &'static Directory, facets: Memo<CountedFacets>) -> Markup {
    let here = use_here();
    let words = &directory.catalogue;
    live(move || {
        let facets = facets.read();
        let types = facets.iter().find(|facet| facet.id == FacetId::Type);
        let options = types.map(|facet| &facet.options[..]).unwrap_or_default();
        let items = options.iter().map(|option| {
            let network = &directory.network;
            let kind = EventTypeIdx::find(network, |kind| kind.id == option.value);
            let mark = kind.map(|kind| mark_alone(network, kind));
            legend_item(here, words, mark, option)
        });
        el("ul")
            .class("legend")
            .attr("aria-label", words.timeline_legend())
            .children(items)
    })
}
