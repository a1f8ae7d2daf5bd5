//! The filters with their live counts.

use directory::Catalogue;
use directory::facet_counts::{CountedFacet, CountedFacets, FacetOption};

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;

/// A menu for each of `facets`. Every value is a link that tells
/// how many results choosing it would give.
pub fn filters(words: &'static Catalogue, facets: Memo<CountedFacets>) -> Markup {
    let here = use_here();
    let open = RwSignal::new(false);
    live(move || {
        let facets = facets.read();
        let text = match facets.iter().map(|facet| chosen_in(&facet.options)).sum() {
            0 => words.filters_toggle().to_owned(),
            active => words.filters_toggle_with(&words.number(active)),
        };
        let toggle = el("button")
            .attr("type", "button")
            .class("filters__toggle button")
            .attr("aria-expanded", if open.get() { "true" } else { "false" })
            .on("click", move |_| open.update(|open| *open = !*open))
            .child(Icon::Filter.view())
            .child(text);
        let menus = facets.iter().map(|facet| menu(here, words, facet));
        el("div")
            .class("filters")
            .attr("role", "group")
            .attr("aria-label", words.filters_label())
            .child(toggle)
            .child(el("div").class("filters__menus").children(menus))
    })
}

fn menu(here: Here, words: &'static Catalogue, facet: &CountedFacet) -> Element {
    let chosen = Some(chosen_in(&facet.options)).filter(|chosen| *chosen > 0);
    let chosen = chosen.map(|chosen| el("b").class("menu__chosen").child(words.number(chosen)));
    let summary = el("summary")
        .class("button")
        .child(facet.label.clone())
        .children(chosen)
        .child(Icon::Down.view());
    let mut links = Vec::new();
    option_links(here, words, &facet.options, 0, &mut links);
    el("details")
        .class("menu")
        .attr("name", "menus")
        .child(summary)
        .child(
            el("div")
                .class("menu__panel")
                .child(el("ul").children(links)),
        )
}

/// How many of these values are chosen, and of those inside them.
fn chosen_in(options: &[FacetOption]) -> usize {
    let chosen = options.iter();
    chosen
        .map(|option| usize::from(option.chosen) + chosen_in(&option.children))
        .sum()
}

/// Adds the options in reading order; `depth` tells inside how many others
/// they stand.
fn option_links(
    here: Here,
    words: &'static Catalogue,
    options: &[FacetOption],
    depth: usize,
    links: &mut Vec<Element>,
) {
    for option in options {
        links.push(el("li").child(option_link(here, words, option, depth)));
        option_links(here, words, &option.children, depth + 1, links);
    }
}

fn option_link(
    here: Here,
    words: &'static Catalogue,
    option: &FacetOption,
    depth: usize,
) -> Element {
    let none = if option.count == 0 && !option.chosen {
        " option--none"
    } else {
        ""
    };
    el("a")
        .class(format!("option option--depth-{depth}{none}"))
        .href(here.to_listing(&option.link))
        .maybe("aria-current", option.chosen.then_some("true"))
        .flag("data-noscroll", true)
        .child(el("span").class("option__box").child(Icon::Check.view()))
        .child(option.label.clone())
        .child(
            el("span")
                .class("option__count")
                .child(words.number(option.count))
                .child(" ")
                .child(visually_hidden(words.filters_results(option.count))),
        )
}
