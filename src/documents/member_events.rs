//! A member in time: when it joined, and the events that it hosted or that
//! concern it.

use directory::catalogue::decimal;
use directory::model::{Event, Member, StateIdx};
use directory::timeline::{Extent, Scale};
use directory::{Directory, PartialDate, Query};

use crate::address::Page;
use crate::components::event_mark::{mark, mark_of};
use crate::components::icon::Icon;
use crate::components::lang_name::localized;
use crate::markup::{Element, el, svg};
use crate::navigation::use_here;

/// Size of the small time line, units of its own.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 52.0;
/// Where the line runs.
const LINE: f64 = 22.0;

/// The events of a member, the latest first, below a small time line.
pub fn member_events(directory: &'static Directory, member: &'static Member) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let events: Vec<&'static Event> = directory.events_of(member).collect();
    let state = directory.member_idx(&member.id).map(StateIdx::Member);
    let rows = events.iter().rev().map(|event| {
        let link = el("a").href(here.to(Page::Event(event), &Query::default()));
        let part = if event.hosts.iter().any(|host| Some(*host) == state) {
            words.hosting_host()
        } else if event.country.is_some() && event.country == state {
            words.hosting_there()
        } else {
            words.hosting_concerned()
        };
        let details = [
            words.dates(event.start, event.end),
            directory.place_of(event),
        ];
        el("li").child(mark_of(&directory.network, event)).child(
            el("p")
                .child(link.child(localized(directory.title_of(event))))
                .child(
                    el("small")
                        .child(details.join(" · "))
                        .child(" · ")
                        .child(part),
                ),
        )
    });
    let rows: Vec<_> = rows.collect();
    let feed = here.home_file(&format!("calendars/member/{}.ics", member.slug));
    let feed = el("a")
        .class("button")
        .href(feed)
        .child(Icon::Calendar.view())
        .child(words.hosting_calendar());
    let section = el("section")
        .class("member-events")
        .child(el("h2").child(words.hosting_title()))
        .child(line(directory, member, &events));
    let section = if rows.is_empty() {
        section.child(el("p").class("missing").child(words.hosting_none()))
    } else {
        section.child(el("ul").class("event-page__related").children(rows))
    };
    section.child(el("p").class("panel__foot").child(feed))
}

/// Joining and events on a line that is the same for all members.
fn line(
    directory: &'static Directory,
    member: &'static Member,
    events: &[&'static Event],
) -> Element {
    let words = &directory.catalogue;
    let extent = Extent::new(directory, directory.network.data_date.day_range().0);
    let scale = Scale {
        span: extent.home,
        length: WIDTH,
    };
    // In the direction of reading.
    let mirrored = words.language_direction() == "rtl";
    let at = |x: f64| decimal(if mirrored { WIDTH - x } else { x }, 0);
    let years = [extent.home.from, extent.home.to].map(|day| PartialDate::from_day(day).year());
    let joined = member.joined.map(|date| {
        let along = scale.at(date.day_range().0);
        let label = format!("{} {}", words.hosting_joined(), words.year(date.year()));
        // What would run out of the picture stands before its mark.
        let is_late = along > WIDTH * 0.8;
        let anchor = if is_late { "end" } else { "start" };
        let aside = if is_late == mirrored { "5" } else { "-5" };
        svg("g")
            .attr("transform", format!("translate({} 0)", at(along)))
            .child(
                svg("path")
                    .class("member-events__joined")
                    .attr("d", "M0 2v40"),
            )
            .child(
                svg("text")
                    .attr("x", aside)
                    .attr("y", "11")
                    .attr("text-anchor", anchor)
                    .child(label),
            )
    });
    let marks = events.iter().map(|event| {
        let x = at(scale.at(event.start.day_range().0));
        svg("g")
            .attr("transform", format!("translate({x} {LINE})"))
            .child(mark(&directory.network, event.kind))
    });
    let year = |x: f64, anchor: &'static str, year: u16| {
        svg("text")
            .attr("x", at(x))
            .attr("y", "48")
            .attr("text-anchor", anchor)
            .child(words.year(year))
    };
    let [from, to] = years.map(|year| words.year(year));
    svg("svg")
        .class("member-events__line")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("role", "img")
        .attr("aria-label", words.hosting_line(&from, &to))
        .child(
            svg("path")
                .class("member-events__axis")
                .attr("d", format!("M0 {LINE}h{WIDTH}")),
        )
        .child(year(0.0, "start", years[0]))
        .child(year(WIDTH, "end", years[1]))
        .children(joined)
        .children(marks)
}
