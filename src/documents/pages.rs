//! Pages that are read as they were published, one file a route.

mod data;
mod edition;
mod editions;
mod event;
mod insights;
mod member;
mod network;
mod sources;

use leptos::prelude::*;

use crate::Site;
use crate::address::Page;

/// A page that is read as it was published.
pub fn published_page(site: &'static Site, page: Page) -> AnyView {
    match page {
        Page::Member(member) => member::member_page(site, member),
        Page::Event(event) => event::event_page(site.directory, event),
        Page::Insights => insights::insights_page(site.directory),
        Page::Network => network::network_page(site.directory),
        Page::Sources(behind) => sources::sources_page(site.directory, behind),
        Page::Data => data::data_page(site),
        Page::Editions => editions::editions_page(site.directory),
        Page::Edition(edition) => edition::edition_page(site.directory, edition),
        Page::Directory
        | Page::Region(_)
        | Page::Folder(_)
        | Page::Events
        | Page::Contacts
        | Page::Compare => {
            unreachable!("the program draws or arranges it, as its route says")
        }
    }
}
