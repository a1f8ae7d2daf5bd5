//! The foot of every page.

use directory::model::SourceScope;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::cite_menu::CiteMenu;
use super::offline_note::OfflineNote;
use super::search_key_switch::SearchKeySwitch;
use crate::address::Page;
use crate::navigation::use_here;

/// How old the data are, where they come from, and how to correct them.
#[component]
pub fn SiteFooter(directory: &'static Directory) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let gathered = words.date(directory.network.data_date);
    let sources = move || here.to(Page::Sources(SourceScope::Facts), &Query::default());
    view! {
        <footer class="site-footer">
            <p>{words.footer_gathered(&gathered)}</p>
            <OfflineNote words />
            <SearchKeySwitch words />
            <p>
                <a href=sources>{words.footer_sources()}</a>
                {report_link(directory)}
            </p>
            <CiteMenu directory />
        </footer>
    }
}

/// The link for reporting an error, where the network names one.
pub fn report_link(directory: &'static Directory) -> Option<AnyView> {
    let report = directory.network.report.as_deref()?;
    let name = directory.catalogue.footer_report();
    Some(view! { <a href=report rel="noopener">{name}</a> }.into_any())
}
