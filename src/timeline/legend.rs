//! What the marks mean; at the same time the filter by type.

use domain::Directory;
use domain::facets::Facets;

use crate::address::Page;
use crate::components::event_mark::mark_alone;
use crate::components::legend_item::legend_item;
use crate::markup::{Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// Types with their marks and live counts; each is the link that its filter is.
pub fn legend(directory: &'static Directory, facets: Memo<Facets>) -> Markup {
    let here = use_here();
    let words = &directory.words;
    live(move || {
        let facets = facets.read();
        let types = facets.iter().find(|facet| facet.parameter == "type");
        let options = types.map(|facet| &facet.options[..]).unwrap_or_default();
        let items = options.iter().map(|option| {
            let types = &directory.network.event_types;
            let number = types.iter().position(|kind| kind.id == option.value);
            let mark = number.map(|number| mark_alone(&types[number], number));
            legend_item(here, Page::Events, words, mark, option)
        });
        el("ul")
            .class("legend")
            .attr("aria-label", words.timeline_legend())
            .children(items)
    })
}
