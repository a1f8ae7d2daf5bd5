//! Where the feeds of a localization stand and what they link to.

use anyhow::Result;
use directory::model::{Edition, Event};
use exports::feeds::{Addresses, Feed};
use hemicycle::Page;

use crate::base_url::BaseUrl;
use crate::editions;
use crate::files::Files;
use crate::localizations::Localization;

/// Writes the feeds of a localization.
///
/// # Errors
/// One cannot be written.
pub fn write(localization: &Localization, base_url: &BaseUrl, files: &mut Files) -> Result<()> {
    for feed in Feed::ALL {
        files.write(
            &localization.at(feed.path()),
            xml(localization, base_url, feed),
        )?;
    }
    Ok(())
}

/// A feed of a localization.
fn xml(localization: &Localization, base_url: &BaseUrl, feed: Feed) -> String {
    let from = localization.at(feed.path());
    let page = match feed {
        Feed::Events => Page::Events,
        Feed::Changes => Page::Editions,
    };
    let event =
        |event: &Event| base_url.link(&localization.at(&format!("events/{}/", event.id)), &from);
    let edition = |edition: &Edition| {
        let path = format!("{}/{}/", editions::FOLDER, edition.version);
        base_url.link(&localization.at(&path), &from)
    };
    let addresses = Addresses {
        feed: base_url.link(&from, &from),
        page: base_url.link(&localization.address(page), &from),
        event: &event,
        edition: &edition,
    };
    feed.xml(localization.site.directory, &addresses)
}

#[cfg(test)]
mod tests;
