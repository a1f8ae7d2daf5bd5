//! The addresses of pages that files name.

use directory::model::{Event, Member};

/// Gives the absolute addresses of pages, in the language of a file; none where
/// the site does not know its own.
pub trait PageUrls {
    /// That of a member.
    fn member_url(&self, member: &Member) -> Option<String>;
    /// That of an event.
    fn event_url(&self, event: &Event) -> Option<String>;
}

/// The addresses of a site that does not know its own.
#[derive(Debug, Clone, Copy)]
pub struct NoUrls;

impl PageUrls for NoUrls {
    fn member_url(&self, _: &Member) -> Option<String> {
        None
    }

    fn event_url(&self, _: &Event) -> Option<String> {
        None
    }
}
