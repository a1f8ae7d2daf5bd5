//! Calendars that stay in step.

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;

use super::icon::Icon;
use crate::Site;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// The facets each value of which has a calendar.
pub const CALENDARS: [FacetId; 3] = [FacetId::Type, FacetId::Region, FacetId::Organ];

/// Calendars to subscribe to: all events, what comes next, and one for each
/// type, region or organ that is chosen among the filters in `facets`.
pub fn event_calendar(site: &'static Site, facets: Memo<CountedFacets>) -> Markup {
    let here = use_here();
    let words = &site.directory.catalogue;
    live(move || {
        let feed = |file: &str, name: &str| feed(words, here.home_file(file), name);
        let mut links = vec![
            feed("calendars/all.ics", words.events_calendar_all()),
            feed("calendars/upcoming.ics", words.events_calendar_upcoming()),
        ];
        for facet in facets.read().iter() {
            if !CALENDARS.contains(&facet.id) {
                continue;
            }
            for option in facet.options.iter().filter(|option| option.chosen) {
                let folder = facet.id.facet().parameter;
                let file = format!("calendars/{folder}/{}.ics", option.value);
                links.push(feed(&file, &option.label));
            }
        }
        links.push(feed("feeds/events.atom", words.events_feed()));
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

/// A link to a feed, and a button that copies its address for a subscription.
fn feed(words: &'static Catalogue, address: String, name: &str) -> Element {
    // For the browser itself, which may hand it to a calendar.
    let link = el("a")
        .class("option")
        .href(address)
        .attr("rel", "external");
    let copy = el("button")
        .attr("type", "button")
        .class("copy")
        .attr("aria-label", words.contact_copy(name))
        .child(Icon::Copy.view());
    el("li").child(link.child(name.to_owned())).child(copy)
}
