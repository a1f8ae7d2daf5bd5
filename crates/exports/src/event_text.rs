//! What calendars and feeds say of an event.

use directory::Directory;
use directory::model::{Event, EventState};

use crate::days::has_days;
use crate::events::{notes, source_title, sources};
use crate::plain_text::strip_controls;

/// The title with its place: "1st Summit, Belgrade". That an event is postponed,
/// or known by its month or year alone, is said here, as calendars have no word
/// for it.
pub fn title(directory: &Directory, event: &Event) -> String {
    let words = &directory.catalogue;
    let mut title = directory.localized(&event.titles).text.into_owned();
    if let Some(place) = &event.place {
        title = words.events_titled(&title, &directory.localized(&place.city).text);
    }
    if let Some(dates) = partial_dates(directory, event) {
        title = words.calendar_titled_days_unknown(&title, &dates);
    }
    if event.state == EventState::Postponed {
        title = words.calendar_postponed(&title);
    }
    strip_controls(&title)
}

/// Building, city and country, or that one takes part over a network; none
/// where nothing is known.
pub fn place(directory: &Directory, event: &Event) -> Option<String> {
    let words = &directory.catalogue;
    let venue = event.details.venue.as_ref();
    let venue = venue.map(|venue| directory.translated(venue).text.into_owned());
    let online = || event.online.then(|| words.calendar_online().to_owned());
    let city = event.place.as_ref();
    let city = city.map(|place| directory.localized(&place.city).text.into_owned());
    let names = event.country.map(|country| directory.names_of(country));
    let country = names.map(|names| names.get(directory.language()).to_owned());
    let parts: Vec<String> = [venue.or_else(online), city, country]
        .into_iter()
        .flatten()
        .collect();
    (!parts.is_empty()).then(|| strip_controls(&words.join(&parts)))
}

/// What it was about, what a reader should know of its dates, and the sources
/// by their titles.
pub fn description(directory: &Directory, event: &Event) -> String {
    let words = &directory.catalogue;
    let translate = |text: &String| directory.translated(text).text.into_owned();
    let mut lines: Vec<String> = event.details.summary.iter().map(translate).collect();
    let theme = event.theme.as_ref();
    lines.extend(theme.map(|theme| words.calendar_theme(&translate(theme))));
    let dates = partial_dates(directory, event);
    lines.extend(dates.map(|dates| words.calendar_days_unknown(&dates)));
    lines.extend(notes(directory, event));
    let sources = sources(directory, event);
    let titles = sources.iter().map(|source| source_title(directory, source));
    let titles: Vec<String> = titles.collect();
    if !titles.is_empty() {
        lines.push(words.calendar_sources(&titles.join("; ")));
    }
    let lines: Vec<String> = lines.iter().map(|line| strip_controls(line)).collect();
    lines.join("\n")
}

/// How much is known of dates without a day.
fn partial_dates(directory: &Directory, event: &Event) -> Option<String> {
    let dates = || directory.catalogue.dates(event.start, event.end);
    (!has_days(event)).then(dates)
}
