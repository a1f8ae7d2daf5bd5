//! The head of every page.

use directory::{Directory, Query};

use super::language_switch::language_switch;
use super::theme_switch::theme_switch;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live, svg};
use crate::navigation::use_here;

/// The network's name, the main pages and the theme.
pub fn site_header(site: &'static Site) -> Element {
    let directory = site.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
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
                .attr("aria-label", words.header_main())
                .child(page_link(
                    directory,
                    Page::Directory,
                    words.header_directory(),
                ))
                .child(page_link(directory, Page::Events, words.header_events()))
                .child(page_link(
                    directory,
                    Page::Contacts,
                    words.header_contacts(),
                ))
                .child(page_link(directory, Page::Network, words.header_network()))
                .child(page_link(directory, Page::Data, words.header_data())),
        )
        .child(
            el("div")
                .class("site-header__switches")
                .children(language_switch(site))
                .child(theme_switch(words)),
        )
}

fn page_link(directory: &'static Directory, page: Page, name: &'static str) -> Markup {
    let here = use_here();
    live(move || {
        let is_current = here.page(directory) == Some(page);
        el("a")
            .href(here.to(page, &Query::default()))
            .maybe("aria-current", is_current.then_some("page"))
            .child(name)
    })
}

/// Three rows of seats: lines of no length with round ends.
fn emblem() -> Element {
    let rows = [
        "M16 26h0M18.9 18.9h0M26 16h0M33.1 18.9h0M36 26h0",
        "M10 26h0M12.1 18h0M18 12.1h0M26 10h0M34 12.1h0M39.9 18h0M42 26h0",
        "M4 26h0M5.3 18.5h0M9.1 11.9h0M15 6.9h0M22.2 4.3h0M29.8 4.3h0M37 6.9h0M42.9 11.9h0M46.7 18.5h0M48 26h0",
    ];
    svg("svg")
        .class("site-header__emblem")
        .attr("viewBox", "0 0 52 30")
        .attr("width", "40")
        .attr("height", "23")
        .attr("aria-hidden", "true")
        .children(rows.map(|row| svg("path").attr("d", row)))
}
