//! The frame of every page, and which page stands in it.

use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::components::contact_age::refresh_contact_ages;
use crate::components::language_switch::language_offer;
use crate::components::offline_note::newer_note;
use crate::components::problem_notice::problem_notice;
use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::documents::published_page;
use crate::head::Head;
use crate::markup::{Element, Markup, el};
use crate::navigation::Here;
use crate::pages::directory::directory_page;
use crate::pages::not_found::not_found_page;
use crate::parts::{Opening, ProgramPart};
use crate::prelude::*;

/// The whole site, as it stands in the folder `root` of its host, `/` at its
/// end; `address` is what the reader asks the host for, such as
/// `/members/chad/?q=n`.
pub fn app(site: &'static Site, root: String, address: &str) -> Markup {
    let directory = site.directory;
    let words = &directory.catalogue;
    let here = Here::provide(root, directory, address);
    let opening = Opening::new(words);
    here.follow_reader(words, opening);
    Head::provide();
    refresh_contact_ages(site);

    // The page stays while its query changes, also from a region's address to another.
    let shown = Memo::new(move |_| here.page(directory));
    let page = move || match shown.get() {
        Some(Page::Directory | Page::Region(_) | Page::Folder(_)) => directory_page(site),
        Some(Page::Events) => ProgramPart::Events.draw(site),
        Some(Page::Contacts) => ProgramPart::Contacts.draw(site),
        Some(page) => published_page(site, page),
        None => not_found_page(words),
    };
    // Left to the browser, which also moves the focus there.
    let skip = el("a")
        .class("skip-link")
        .href("#content")
        .attr("rel", "external");

    let first = untrack(|| here.page(directory));
    let parts = first.map_or(&[][..], Page::parts);
    let parts: Vec<&str> = parts.iter().map(|part| part.name()).collect();
    let program_part = ProgramPart::of(first).map_or("", ProgramPart::name);

    let app = el("div")
        .id("app")
        .attr("data-parts", parts.join(" "))
        .attr("data-program-part", program_part)
        .child(skip.child(words.page_skip()))
        .child(newer_note(words))
        .child(site_header(site))
        .child(
            el("main")
                .id("content")
                .attr("tabindex", "-1")
                .live_attr("aria-busy", move || opening.busy())
                .live(move || opening.notice())
                .child(problem_notice(words, &site.problems))
                .live(page),
        )
        .child(site_footer(directory))
        .child(language_offer(site))
        .child(live_region());
    Markup::from(app)
}

/// Where what has happened is told.
fn live_region() -> Element {
    el("p")
        .id(browser::LIVE_REGION)
        .class("live-region")
        .attr("aria-live", "polite")
}
