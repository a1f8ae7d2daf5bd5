//! Where the feeds of an edition stand and what they link to.

use anyhow::Result;
use directory::model::Event;
use exports::feeds::{Addresses, Feed};
use hemicycle::Page;

use crate::base_url::BaseUrl;
use crate::editions::Edition;
use crate::files::Files;

/// Writes the feeds of an edition.
///
/// # Errors
/// One cannot be written.
pub fn write(edition: &Edition, base_url: &BaseUrl, files: &mut Files) -> Result<()> {
    for feed in Feed::ALL {
        files.write(&edition.at(feed.path()), xml(edition, base_url, feed))?;
    }
    Ok(())
}

/// A feed of an edition.
fn xml(edition: &Edition, base_url: &BaseUrl, feed: Feed) -> String {
    let from = edition.at(feed.path());
    let page = match feed {
        Feed::Events => Page::Events,
        Feed::Changes => Page::Data,
    };
    let event = |event: &Event| base_url.link(&edition.at(&format!("events/{}/", event.id)), &from);
    let addresses = Addresses {
        feed: base_url.link(&from, &from),
        page: base_url.link(&edition.address(page), &from),
        event: &event,
    };
    feed.xml(edition.site.directory, &addresses)
}

#[cfg(test)]
mod tests;
