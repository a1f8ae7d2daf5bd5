//! What a mark means; at the same time a filter.

use directory::Catalogue;
use directory::facet_counts::FacetOption;

use crate::markup::{Element, Markup, el};
use crate::navigation::Here;

/// A `mark`, what it stands for and how often; the link that its filter is.
pub fn legend_item(
    here: Here,
    words: &'static Catalogue,
    mark: impl Into<Markup>,
    option: &FacetOption,
) -> Element {
    let count = el("span")
        .class("legend__count")
        .child(words.number(option.count));
    let link = el("a")
        .href(here.to_listing(&option.link))
        .maybe("aria-current", option.chosen.then_some("true"))
        .flag("data-noscroll", true)
        .child(mark)
        .child(option.label.clone())
        .child(count);
    el("li").child(link)
}
