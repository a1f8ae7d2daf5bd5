//! The foot of every page.

use directory::model::SourceScope;
use directory::{Directory, Query};

use super::offline_note::offline_note;
use super::search_key_switch::search_key_switch;
use crate::address::Page;
use crate::markup::{Element, el};
use crate::navigation::use_here;

/// How old the data are, where they come from, and how to correct them.
pub fn site_footer(directory: &'static Directory) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let gathered = words.date(directory.network.data_date);
    let sources = move || {
        el("a")
            .href(here.to(Page::Sources(SourceScope::Facts), &Query::default()))
            .child(words.footer_sources())
    };

    el("footer")
        .class("site-footer")
        .child(el("p").child(words.footer_gathered(&gathered)))
        .child(offline_note(words))
        .child(search_key_switch(words))
        .child(el("p").live(sources).child(report_link(directory)))
}

/// The link for reporting an error, where the network names one.
pub fn report_link(directory: &'static Directory) -> Option<Element> {
    let report = directory.network.report.as_deref()?;
    Some(
        el("a")
            .href(report)
            .attr("rel", "noopener")
            .child(directory.catalogue.footer_report()),
    )
}
