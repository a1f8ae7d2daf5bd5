//! The head of every page.

use domain::{Directory, Query};

use super::theme_switch::theme_switch;
use crate::address::{Page, use_here};
use crate::markup::{Element, Markup, el, live, svg};

/// The network's name, the main pages and the theme.
pub fn site_header(directory: &'static Directory) -> Element {
    let network = &directory.network;
    let language = directory.language();
    let here = use_here();
    let brand = move || {
        let name = el("b")
            .class("site-header__name")
            .attr("title", network.names.get(language))
            .child(network.short_names.get(language));
        let tagline = el("span")
            .class("site-header__tagline")
            .child(network.taglines.get(language));
        el("a")
            .class("site-header__brand")
            .href(here.to(Page::Directory, &Query::default()))
            .child(emblem())
            .child(el("span").child(name).child(tagline))
    };

    el("header")
        .class("site-header")
        .live(brand)
        .child(
            el("nav")
                .class("site-header__pages")
                .attr("aria-label", "Main")
                .child(page_link(Page::Directory, "Directory"))
                .child(page_link(Page::Data, "Data")),
        )
        .child(theme_switch())
}

fn page_link(page: Page, name: &'static str) -> Markup {
    let here = use_here();
    live(move || {
        el("a")
            .href(here.to(page, &Query::default()))
            .maybe("aria-current", here.current_is(page).then_some("page"))
            .child(name)
    })
}

/// Three rows of seats.
fn emblem() -> Element {
    let rows = [(10.0, 5), (16.0, 7), (22.0, 10)];
    let seats = rows.into_iter().flat_map(|(radius, seats): (f64, i32)| {
        (0..seats).map(move |seat| {
            let angle = std::f64::consts::PI * f64::from(seat) / f64::from(seats - 1);
            let (x, y) = (26.0 - radius * angle.cos(), 26.0 - radius * angle.sin());
            svg("circle")
                .attr("cx", format!("{x:.1}"))
                .attr("cy", format!("{y:.1}"))
                .attr("r", "2")
        })
    });

    svg("svg")
        .class("site-header__emblem")
        .attr("viewBox", "0 0 52 30")
        .attr("width", "40")
        .attr("height", "23")
        .attr("aria-hidden", "true")
        .children(seats)
}
