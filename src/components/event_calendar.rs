//! Calendars that stay in step.

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::facets::FacetId;
use leptos::prelude::*;

use super::icon::Icon;
use super::menu::Menu;
use crate::Site;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// The facets each value of which has a calendar.
pub const CALENDARS: [FacetId; 3] = [FacetId::Type, FacetId::Region, FacetId::Organ];

/// Calendars to subscribe to: all events, what comes next, and one for each
/// type, region or organ that is chosen among the filters in `facets`.
#[component]
pub fn EventCalendar(site: &'static Site, facets: Memo<CountedFacets>) -> impl IntoView {
    let words = &site.directory.catalogue;
    let feed = move |file: String, name: String| view! { <Feed words file name /> };
    // Files with their names.
    let chosen = Memo::new(move |_| {
        let facets = facets.read();
        let facets = facets.iter().filter(|facet| CALENDARS.contains(&facet.id));
        let chosen = facets.flat_map(|facet| {
            let folder = facet.id.facet().parameter;
            let options = facet.options.iter().filter(|option| option.chosen);
            options.map(move |option| {
                let file = format!("calendars/{folder}/{}.ics", option.value);
                (file, option.label.clone())
            })
        });
        chosen.collect::<Vec<_>>()
    });
    let feeds = move || {
        let feeds = chosen.get().into_iter();
        feeds.map(|(file, name)| feed(file, name)).collect_view()
    };
    let named = move |file: &str, name: &str| feed(file.to_owned(), name.to_owned());
    let content = move || {
        view! {
            <p>{words.events_calendar_subscribe()}</p>
            <ul>
                {named("calendars/all.ics", words.events_calendar_all())}
                {named("calendars/upcoming.ics", words.events_calendar_upcoming())}
                {dynamic(feeds)}
                {named("feeds/events.atom", words.events_feed())}
            </ul>
        }
    };
    view! {
        <Menu panel="menu__panel--end" content>
            {Icon::Calendar.view()}
            {words.events_calendar()}
        </Menu>
    }
}

/// A link to a feed, and a button that copies its address for a subscription.
#[component]
fn Feed(words: &'static Catalogue, file: String, name: String) -> impl IntoView {
    let here = use_here();
    let copy = words.contact_copy(&name);
    view! {
        <li>
            // For the browser itself, which may hand it to a calendar.
            <a class="option" href=move || here.home_file(&file) rel="external">
                {name}
            </a>
            <button type="button" class="copy" aria-label=copy data-needs="program">
                {Icon::Copy.view()}
            </button>
        </li>
    }
}
