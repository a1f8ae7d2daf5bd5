//! The drawing: ticks, today, events with their labels.

use directory::Query;
use directory::catalogue::decimal;
use directory::model::EventIdx;
use directory::timeline::{PlacedEvent, ticks as ticks_of};
use web_sys::Event;

use super::frame::{ROW, TimelineFrame};
use super::pan_zoom::TimelinePanZoom;
use crate::Site;
use crate::browser;
use crate::components::event_mark::mark;
use crate::markup::{Element, Markup, el, live, svg};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::target::IN_BROWSER;

/// The line with the events on it; one of them is the stop of the tab key, and
/// arrow keys go from there.
pub fn drawing(site: &'static Site, pan_zoom: TimelinePanZoom) -> Markup {
    let here = use_here();
    let today = site.today();
    let pressed = move |event: &Event| pan_zoom.pressed_on_event(event);
    let point = move |event: &Event| pan_zoom.point(browser::event_at(event));
    live(move || {
        let (frame, query) = (pan_zoom.frame(), here.query.read());
        let placed = frame.placed_events(site, &pan_zoom.results.read().events);
        let stop = pan_zoom.stop(&placed, &query);
        // In a page that is written as HTML the list below says it all.
        let events = placed.iter().filter(|_| IN_BROWSER);
        let events = events.map(|placed| event(site, &query, &frame, placed, stop));
        let (width, height) = (decimal(frame.width, 0), decimal(frame.height(), 0));
        svg("svg")
            .class("timeline__drawing")
            .attr("viewBox", format!("0 0 {width} {height}"))
            .attr("width", width)
            .attr("height", height)
            .child(ticks(site, &frame, today))
            .child(
                svg("g")
                    .on("keydown", pressed)
                    .on("focusin", point)
                    .on("pointerover", point)
                    .children(events),
            )
    })
}

/// The class of the line of the present day.
const TODAY: &str = "timeline__today";

/// Years or months, and the present day.
fn ticks(site: &'static Site, frame: &TimelineFrame, today: i32) -> Element {
    let line = |day: i32, label: String, class: &'static str| {
        let along = frame.scale.at(day);
        let (x, y) = frame.point(along, -1.0);
        let path = if frame.down {
            format!("M0 {}h{}", decimal(y, 1), decimal(frame.width, 0))
        } else {
            format!("M{} 0v{}", decimal(x, 1), decimal(frame.height(), 0))
        };
        // Behind the line, or before it at the very end; where it runs down,
        // below it, or above. The present day is told at the other end.
        let is_late = along > frame.scale.length - 60.0;
        let is_today = class == TODAY;
        let (text_x, text_y) = match (frame.down, is_late) {
            (true, true) => (edge(frame), y - 4.0),
            (true, false) => (edge(frame), y + 13.0),
            (false, true) => (x - aside(frame), 13.0),
            (false, false) => (x + aside(frame), 13.0),
        };
        let text_y = if is_today && !frame.down {
            frame.height() - 5.0
        } else {
            text_y
        };
        let anchor = (is_late && !frame.down).then_some("end");
        let text = svg("text")
            .attr("x", decimal(text_x, 1))
            .attr("y", decimal(text_y, 1))
            .maybe("text-anchor", anchor)
            .child(label);
        svg("g")
            .class(class)
            .child(svg("path").attr("d", path))
            .child(text)
    };
    let ticks = ticks_of(&site.directory.catalogue, &frame.scale).into_iter();
    let ticks = ticks.map(|tick| line(tick.day, tick.label, "timeline__tick"));
    let present = (frame.scale.span.from..=frame.scale.span.to).contains(&today);
    let word = site.directory.catalogue.events_today();
    let present = present.then(|| line(today, word.to_owned(), TODAY));
    svg("g")
        .attr("aria-hidden", "true")
        .children(ticks)
        .children(present)
}

/// Where the years begin that stand beside a line that runs down.
fn edge(frame: &TimelineFrame) -> f64 {
    if frame.mirrored {
        frame.width - 4.0
    } else {
        4.0
    }
}

/// From a line to its text, in the direction of reading.
fn aside(frame: &TimelineFrame) -> f64 {
    if frame.mirrored { -4.0 } else { 4.0 }
}

fn event(
    site: &'static Site,
    query: &Query,
    frame: &TimelineFrame,
    placed: &PlacedEvent,
    stop: Option<EventIdx>,
) -> Element {
    let directory = site.directory;
    let event_idx = placed.bar.event;
    let event = &directory[event_idx];
    #[expect(clippy::cast_precision_loss, reason = "rows are few")]
    let row = placed.row as f64;
    let (x, y) = frame.point(placed.bar.at, row);
    let (end_x, end_y) = frame.point(placed.bar.at + placed.bar.length, row);
    let is_long = placed.bar.length > 12.0;
    let length = is_long.then(|| {
        let to = format!("M0 0L{} {}", decimal(end_x - x, 1), decimal(end_y - y, 1));
        svg("path")
            .class(format!(
                "timeline__length event-mark--{}",
                event.kind.get() + 1
            ))
            .attr("d", to)
    });
    let label = placed.label.as_ref().map(|label| {
        let along = if is_long { end_x - x } else { 0.0 };
        let from = if frame.down {
            column(frame) - x
        } else {
            along + 3.0 * aside(frame)
        };
        svg("text")
            .attr("x", decimal(from, 1))
            .attr("y", "4")
            .child(label.clone())
    });
    let name = directory.spoken_label(event);
    let current = query.event.as_ref() == Some(&event.id);
    let target = svg("rect")
        .class("timeline__target")
        .attr("x", "-10")
        .attr("y", decimal(-ROW / 2.0, 0))
        .attr("width", "20")
        .attr("height", decimal(ROW, 0));
    svg("a")
        .class("timeline__event")
        .key(event.id.as_str())
        .client_attr("id", format!("mark-{}", event.id))
        .href(use_here().to_event(event, query))
        .client_attr("data-noscroll", "")
        .client_attr("data-event", event_idx.get().to_string())
        .attr("tabindex", if stop == Some(event_idx) { "0" } else { "-1" })
        .attr("aria-label", name)
        .maybe("aria-current", current.then_some("true"))
        .attr(
            "transform",
            format!("translate({} {})", decimal(x, 1), decimal(y, 1)),
        )
        .child(target)
        .children(length)
        .child(mark(&directory.network, event.kind))
        .children(label)
}

/// Where the labels stand if the line runs down.
fn column(frame: &TimelineFrame) -> f64 {
    let from = frame.label_column();
    if frame.mirrored {
        frame.width - from
    } else {
        from
    }
}

/// Title, place and days of the event that is pointed at.
pub fn tooltip(site: &'static Site, pan_zoom: TimelinePanZoom) -> Element {
    let tooltip = el("div").class("map-tooltip").attr("aria-hidden", "true");
    let frame = pan_zoom.frame();
    let hovered = pan_zoom.hovered.get();
    let find = |hovered| {
        let placed = frame.placed_events(site, &pan_zoom.results.read().events);
        placed.into_iter().find(|one| one.bar.event == hovered)
    };
    let Some(placed) = hovered.and_then(find) else {
        return tooltip.flag("hidden", true);
    };
    let directory = site.directory;
    let event = &directory[placed.bar.event];
    #[expect(clippy::cast_precision_loss, reason = "rows are few")]
    let (x, y) = frame.point(placed.bar.at.max(0.0), placed.row as f64);
    let beside = match (x > frame.width * 0.6, y < frame.height() / 2.0) {
        (true, true) => "start below",
        (true, false) => "start",
        (false, true) => "end below",
        (false, false) => "end",
    };
    let title = directory.title_of(event).text.into_owned();
    let dates = directory.catalogue.dates(event.start, event.end);
    let text = el("div")
        .class("map-tooltip__box")
        .child(el("b").child(title))
        .child(el("span").child(directory.place_of(event)))
        .child(el("span").child(dates));
    tooltip
        .attr("data-side", beside)
        .attr(
            "style",
            format!(
                "transform: translate({}px, {}px)",
                decimal(x, 0),
                decimal(y, 0)
            ),
        )
        .child(text)
}
