//! The filters in force.

use directory::Directory;
use directory::chips::chips as in_force;
use directory::facets::Facet;

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// One link a filter in these `facets`, which takes it away; and one that takes
/// all away.
pub fn chips(directory: &'static Directory, facets: &'static [&'static Facet]) -> Markup {
    let here = use_here();
    let words = &directory.catalogue;
    live(move || {
        let query = here.query.read();
        let chips = in_force(directory, &query, facets);
        let many = chips.len() > 1;
        let links = chips.into_iter().map(|chip| {
            link("chip", here.to_listing(&chip.without))
                .child(visually_hidden(words.filters_remove()))
                .child(chip.label)
                .child(Icon::Close.view())
        });
        let mut links: Vec<_> = links.collect();
        if many {
            let all = query.cleared().with_year(query.year);
            let clear = link("chip chip--all", here.to_listing(&all));
            links.push(clear.child(words.filters_clear()));
        }
        (!links.is_empty()).then(|| {
            el("ul")
                .class("chips")
                .attr("aria-label", words.filters_in_force())
                .children(links.into_iter().map(|link| el("li").child(link)))
        })
    })
}

fn link(class: &'static str, href: String) -> Element {
    el("a").class(class).href(href).flag("data-noscroll", true)
}
