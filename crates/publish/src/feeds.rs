//! Where the feeds of an edition stand and what they link to.

use anyhow::Result;
use directory::model::Event;
use exports::feeds::{Addresses, Feed};
use hemicycle::Page;

use crate::editions::Edition;
use crate::files::Files;
use crate::links::Links;

/// Writes the feeds of an edition.
///
/// # Errors
/// One cannot be written.
pub fn write(edition: &Edition, links: &Links, files: &mut Files) -> Result<()> {
    for feed in Feed::ALL {
        files.write(&edition.at(feed.path()), xml(edition, links, feed))?;
    }
    Ok(())
}

/// A feed of an edition.
fn xml(edition: &Edition, links: &Links, feed: Feed) -> String {
    let from = edition.at(feed.path());
    let page = match feed {
        Feed::Events => Page::Events,
        Feed::Changes => Page::Data,
    };
    let event = |event: &Event| links.to(&edition.at(&format!("events/{}/", event.id)), &from);
    let addresses = Addresses {
        own: links.to(&from, &from),
        page: links.to(&edition.address(page), &from),
        event: &event,
    };
    feed.xml(edition.site.directory, &addresses)
}

#[cfg(test)]
mod tests;
