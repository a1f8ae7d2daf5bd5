//! Taking the events along: calendars that stay in step.

use std::sync::Arc;

use leptos::prelude::*;

use super::icon::Icon;
use crate::Site;
use crate::address::use_here;
use crate::markup::{Element, Markup, el, live};
use crate::site::Results;

/// Calendars to subscribe to: all events, what comes next, and one for each
/// type, organ or region that is chosen.
pub fn event_calendar(site: &'static Site, _results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let words = &site.directory.words;
    live(move || {
        let feed = |path: String, name: String| feed(here.home_file(&path), name);
        let links = [
            feed(
                "calendars/all.ics".to_owned(),
                words.events_calendar_all().to_owned(),
            ),
            feed(
                "calendars/upcoming.ics".to_owned(),
                words.events_calendar_upcoming().to_owned(),
            ),
        ];
        let summary = el("summary")
            .class("button")
            .child(Icon::Calendar.view())
            .child(words.events_calendar())
            .child(Icon::Down.view());
        let panel = el("div")
            .class("menu__panel menu__panel--end")
            .child(el("p").child(words.events_calendar_subscribe()))
            .child(el("ul").children(links));
        el("details")
            .class("menu")
            .attr("name", "menus")
            .child(summary)
            .child(panel)
    })
}

fn feed(address: String, name: String) -> Element {
    let link = el("a").class("option").href(address);
    el("li").child(link.child(name))
}
