//! The absolute addresses of an edition's pages, for the files that name them.

use directory::model::{Event, Member};
use exports::page_urls::PageUrls;

use crate::base_url::BaseUrl;
use crate::editions::Edition;

/// The addresses of an edition's pages.
#[derive(Clone, Copy)]
pub struct EditionUrls<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Where the site will stand.
    pub base_url: &'a BaseUrl,
}

impl EditionUrls<'_> {
    fn absolute_url(&self, path: &str) -> Option<String> {
        let Self { edition, base_url } = self;
        base_url
            .is_known()
            .then(|| base_url.link(&edition.at(path), ""))
    }
}

impl PageUrls for EditionUrls<'_> {
    fn member_url(&self, member: &Member) -> Option<String> {
        self.absolute_url(&format!("members/{}/", member.slug))
    }

    fn event_url(&self, event: &Event) -> Option<String> {
        self.absolute_url(&format!("events/{}/", event.id))
    }
}
