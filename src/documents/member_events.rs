//! A member in time: when it joined, and the events that it hosted or that
//! concern it.

use directory::catalogue::decimal;
use directory::model::{Event, Member, StateIdx};
use directory::timeline::{Extent, Scale};
use directory::{Directory, PartialDate, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::event_mark::{mark, mark_of};
use crate::components::icon::Icon;
use crate::components::lang_name::localized;
use crate::navigation::use_here;

/// Size of the small time line, units of its own.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 52.0;
/// Where the line runs.
const LINE: f64 = 22.0;

/// The events of a member, the latest first, below a small time line.
pub fn member_events(directory: &'static Directory, member: &'static Member) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let events: Vec<&'static Event> = directory.events_of(member).collect();
    let rows = events.iter().rev();
    let rows: Vec<_> = rows.map(|event| row(directory, member, event)).collect();
    let rows = if rows.is_empty() {
        view! { <p class="missing">{words.hosting_none()}</p> }.into_any()
    } else {
        view! { <ul class="event-page__related">{rows}</ul> }.into_any()
    };
    let has_marks = member.joined.is_some() || !events.is_empty();
    let line = has_marks.then(|| line(directory, member, &events));
    let feed = here.home_file(&format!("calendars/member/{}.ics", member.slug));
    view! {
        <section class="member-events">
            <h2>{words.hosting_title()}</h2>
            {line}
            {rows}
            <p class="panel__foot">
                <a class="button" href=feed>
                    {Icon::Calendar.view()}
                    {words.hosting_calendar()}
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// An event: when and where it was, and the member's part in it.
fn row(directory: &'static Directory, member: &'static Member, event: &'static Event) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let state = directory.member_idx(&member.id).map(StateIdx::Member);
    let href = here.to(Page::Event(event), &Query::default());
    let title = localized(directory.title_of(event));
    let dates = words.dates(event.start, event.end);
    let place = directory.place_of(event);
    let part = if event.hosts.iter().any(|host| Some(*host) == state) {
        words.hosting_host()
    } else if event.country.is_some() && event.country == state {
        words.hosting_there()
    } else {
        words.hosting_concerned()
    };
    let details = format!("{dates} · {place} · {part}");
    view! {
        <li>
            {mark_of(&directory.network, event)}
            <p><a href=href>{title}</a><small>{details}</small></p>
        </li>
    }
    .into_any()
}

/// Joining and events on a line that is the same for all members.
fn line(
    directory: &'static Directory,
    member: &'static Member,
    events: &[&'static Event],
) -> AnyView {
    let words = &directory.catalogue;
    let extent = Extent::new(directory, directory.network.data_date.day_range().0);
    let scale = Scale {
        span: extent.home,
        length: WIDTH,
    };
    // In the direction of reading.
    let mirrored = words.language_direction() == "rtl";
    let at = |x: f64| decimal(if mirrored { WIDTH - x } else { x }, 0);
    let joined = member.joined.map(|date| {
        let along = scale.at(date.day_range().0);
        let label = format!("{} {}", words.hosting_joined(), words.year(date.year()));
        // What would run out of the picture stands before its mark.
        let is_late = along > WIDTH * 0.8;
        let anchor = if is_late { "end" } else { "start" };
        let aside = if is_late == mirrored { "5" } else { "-5" };
        view! {
            <g transform=format!("translate({} 0)", at(along))>
                <path class="member-events__joined" d="M0 2v40"></path>
                <text x=aside y="11" text-anchor=anchor>{label}</text>
            </g>
        }
    });
    let marks = events.iter().map(|event| {
        let x = at(scale.at(event.start.day_range().0));
        let mark = mark(&directory.network, event.kind);
        view! { <g transform=format!("translate({x} {LINE})")>{mark}</g> }
    });
    let marks = marks.collect_view();
    let years = [extent.home.from, extent.home.to].map(|day| PartialDate::from_day(day).year());
    let [from, to] = years.map(|year| words.year(year));
    let label = words.hosting_line(&from, &to);
    view! {
        <svg
            class="member-events__line"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            role="img"
            aria-label=label
        >
            <path class="member-events__axis" d=format!("M0 {LINE}h{WIDTH}")></path>
            <text x=at(0.0) y="48" text-anchor="start">{from}</text>
            <text x=at(WIDTH) y="48" text-anchor="end">{to}</text>
            {joined}
            {marks}
        </svg>
    }
    .into_any()
}
