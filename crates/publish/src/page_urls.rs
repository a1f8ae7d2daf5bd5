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
    fn of(&self, path: &str) -> Option<String> {
        let Self { edition, base_url } = self;
        base_url
            .is_known()
            .then(|| base_url.link(&edition.at(path), ""))
    }
}

impl PageUrls for EditionUrls<'_> {
    fn of_member(&self, member: &Member) -> Option<String> {
        self.of(&format!("members/{}/", member.slug))
    }

    fn of_event(&self, event: &Event) -> Option<String> {
        self.of(&format!("events/{}/", event.id))
    }
}
