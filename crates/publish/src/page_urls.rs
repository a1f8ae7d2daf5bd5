//! The absolute addresses of a localization's pages, for the files that name them.

use directory::model::{Event, Member};
use exports::page_urls::PageUrls;

use crate::base_url::BaseUrl;
use crate::localizations::Localization;

/// The addresses of a localization's pages.
#[derive(Clone, Copy)]
pub struct LocalizationUrls<'a> {
    /// The localization.
    pub localization: &'a Localization,
    /// Where the site will stand.
    pub base_url: &'a BaseUrl,
}

impl LocalizationUrls<'_> {
    fn absolute_url(&self, path: &str) -> Option<String> {
        let Self {
            localization,
            base_url,
        } = self;
        base_url
            .is_known()
            .then(|| base_url.link(&localization.at(path), ""))
    }
}

impl PageUrls for LocalizationUrls<'_> {
    fn member_url(&self, member: &Member) -> Option<String> {
        self.absolute_url(&format!("members/{}/", member.slug))
    }

    fn event_url(&self, event: &Event) -> Option<String> {
        self.absolute_url(&format!("events/{}/", event.id))
    }
}
