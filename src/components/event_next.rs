//! What comes next, in a line above everything.

use directory::timeline::next_event;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::event_list::when;
use super::event_mark::mark_of;
use crate::Site;
use crate::address::Page;
use crate::navigation::use_here;

/// The next event, with the days until it begins; or that none is announced.
#[component]
pub fn EventNext(site: &'static Site) -> impl IntoView {
    let directory = site.directory;
    let today = site.today();
    let line = match next_event(directory.events.iter(), today) {
        Some(event) => next_line(directory, event, today),
        None => directory.catalogue.events_none_upcoming().into_any(),
    };
    view! { <p class="event-next">{line}</p> }
}

fn next_line(
    directory: &'static Directory,
    event: &'static directory::model::Event,
    today: i32,
) -> AnyView {
    let here = use_here();
    // Its page, since the filters may hide it from the list.
    let page = move || here.to(Page::Event(event), &Query::default());
    view! {
        <b>{directory.catalogue.events_upcoming()}</b>
        <span>{mark_of(&directory.network, event)}</span>
        <a href=page>{directory.full_title(event)}</a>
        {when(directory, event, today)}
    }
    .into_any()
}
