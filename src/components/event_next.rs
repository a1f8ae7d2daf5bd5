//! What comes next, in a line above everything.

use directory::timeline::is_upcoming;
use directory::{Directory, Query};

use super::event_list::when;
use super::event_mark::mark_of;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::use_here;

/// The next event, with the days until it begins; or that none is announced.
pub fn event_next(site: &'static Site) -> Markup {
    let directory = site.directory;
    let today = site.today();
    live(move || {
        let mut events = directory.events.iter();
        let next = events.find(|event| is_upcoming(event, today));
        let line = el("p").class("event-next");
        match next {
            Some(event) => line.children(next_line(directory, event, today)),
            None => line.child(directory.catalogue.events_none_upcoming()),
        }
    })
}

fn next_line(
    directory: &'static Directory,
    event: &'static directory::model::Event,
    today: i32,
) -> [Element; 4] {
    let here = use_here();
    // Its page, since the filters may hide it from the list.
    let link = el("a").href(here.to(Page::Event(event), &Query::default()));
    [
        el("b").child(directory.catalogue.events_upcoming()),
        el("span").child(mark_of(&directory.network, event)),
        link.child(directory.full_title(event)),
        when(directory, event, today),
    ]
}
