//! The drawing: ticks, today, events with their labels.

use directory::catalogue::decimal;
use directory::model::EventIdx;
use directory::timeline::{PlacedEvent, ticks as ticks_of};
use leptos::prelude::*;
use web_sys::Event;

use super::frame::{ROW, TimelineFrame};
use super::pan_zoom::TimelinePanZoom;
use crate::Site;
use crate::browser;
use crate::components::event_mark::mark;
use crate::dynamic::dynamic;
use crate::navigation::use_here;
use crate::target::{IN_BROWSER, client};

/// The line with the events on it; one of them is the stop of the tab key, and
/// arrow keys go from there.
#[component]
pub fn TimelineDrawing(site: &'static Site, pan_zoom: TimelinePanZoom) -> impl IntoView {
    let here = use_here();
    let frame = pan_zoom.frame;
    let today = site.today();
    let point = move |event: &Event| pan_zoom.point(browser::event_at(event));
    let placed = Memo::new(move |_| {
        let events = &pan_zoom.results.read().events;
        frame.read().placed_events(site, events)
    });
    let stop = Memo::new(move |_| pan_zoom.stop(&placed.read(), &here.query.read()));
    // In a page that is written as HTML the list below says it all. Else each
    // event found has a place among the others, in view or not: a mark that was
    // moved for those before it would lose the focus.
    let events = move || {
        let events = IN_BROWSER.then(|| pan_zoom.results.read().events.clone());
        events.unwrap_or_default()
    };
    let width = move || decimal(frame.read().width, 0);
    let height = move || decimal(frame.read().height(), 0);
    view! {
        <svg
            class="timeline__drawing"
            viewBox=move || format!("0 0 {} {}", width(), height())
            width=width
            height=height
        >
            {dynamic(move || ticks(site, &frame.read(), today))}
            <g
                on:keydown=move |event| pan_zoom.pressed_on_event(&event)
                on:pointerover=move |event| point(&event)
            >
                <For each=events key=|event| *event let:event>
                    <EventMark site pan_zoom event placed stop />
                </For>
            </g>
        </svg>
    }
}

/// The class of the line of the present day.
const TODAY: &str = "timeline__today";

/// From here to its end a line has no room for what stands behind a tick.
const LATE: f64 = 60.0;

/// Pixels that a character of the text at a tick takes, at most.
const CHARACTER_WIDTH: f64 = 8.0;

/// Years or months, and the present day.
fn ticks(site: &'static Site, frame: &TimelineFrame, today: i32) -> AnyView {
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
        let is_late = along > frame.scale.length - LATE;
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
        let (text_x, text_y) = (decimal(text_x, 1), decimal(text_y, 1));
        view! {
            <g class=class>
                <path d=path></path>
                <text x=text_x y=text_y text-anchor=anchor>
                    {label}
                </text>
            </g>
        }
    };
    let mut ticks = ticks_of(&site.directory.catalogue, &frame.scale);
    // A text before its line takes the room of that behind the line before.
    let late = ticks
        .iter()
        .position(|tick| frame.scale.at(tick.day) > frame.scale.length - LATE);
    if let Some(late) = late.filter(|late| *late > 0 && !frame.down)
        && let [.., before, first] = &mut ticks[..=late]
    {
        let characters = before.label.chars().chain(first.label.chars());
        let widths = characters.map(|_| CHARACTER_WIDTH).sum();
        if frame.scale.at(first.day) - frame.scale.at(before.day) < widths {
            before.label.clear();
        }
    }
    let ticks = ticks.into_iter();
    let ticks = ticks.map(|tick| line(tick.day, tick.label, "timeline__tick"));
    let present = (frame.scale.span.from..=frame.scale.span.to).contains(&today);
    let word = site.directory.catalogue.events_today();
    let present = present.then(|| line(today, word.to_owned(), TODAY));
    view! { <g aria-hidden="true">{ticks.collect_view()} {present}</g> }.into_any()
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

/// An event, while it is in view.
#[component]
fn EventMark(
    site: &'static Site,
    pan_zoom: TimelinePanZoom,
    event: EventIdx,
    placed: Memo<Vec<PlacedEvent>>,
    stop: Memo<Option<EventIdx>>,
) -> impl IntoView {
    let place = Memo::new(move |_| {
        let placed = placed.read();
        let placed = placed.iter().find(|placed| placed.bar.event == event)?;
        Some(EventPlace::new(&pan_zoom.frame.read(), placed))
    });
    view! {
        <Show when=move || place.read().is_some()>
            <EventLink site index=event place stop />
        </Show>
    }
}

/// An event, a link on the line.
#[component]
fn EventLink(
    site: &'static Site,
    index: EventIdx,
    place: Memo<Option<EventPlace>>,
    stop: Memo<Option<EventIdx>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let event = &directory[index];
    let part = move |part: fn(&EventPlace) -> Option<String>| place.read().as_ref().and_then(part);
    let length_class = format!("timeline__length event-mark--{}", event.kind.get() + 1);
    let length = move || {
        let path = part(|place| place.length.clone());
        path.map(|path| view! { <path class=length_class.clone() d=path></path> })
    };
    let label = move || {
        let place = place.read();
        let (x, text) = place.as_ref()?.label.clone()?;
        Some(view! { <text x=x y="4">{text}</text> })
    };
    let is_selected = move || here.query.read().event.as_ref() == Some(&event.id);
    view! {
        <g transform=move || part(|place| Some(place.transform.clone()))>
            <a
                class="timeline__event"
                id=client(format!("mark-{}", event.id))
                href=move || here.to_event(event, &here.query.read())
                data-noscroll=client("")
                data-event=client(index.get())
                tabindex=move || if stop.get() == Some(index) { "0" } else { "-1" }
                aria-label=directory.spoken_label(event)
                aria-current=move || is_selected().then_some("true")
            >
                <rect
                    class="timeline__target"
                    x="-10"
                    y=decimal(-ROW / 2.0, 0)
                    width="20"
                    height=decimal(ROW, 0)
                ></rect>
                {length}
                {mark(&directory.network, event.kind)}
                {label}
            </a>
        </g>
    }
}

/// Where an event stands, as SVG says it.
#[derive(Debug, Clone, PartialEq)]
struct EventPlace {
    transform: String,
    /// The path of its days, where they are long enough to be seen.
    length: Option<String>,
    /// Where its label begins, and the label.
    label: Option<(String, String)>,
}

impl EventPlace {
    fn new(frame: &TimelineFrame, placed: &PlacedEvent) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "rows are few")]
        let row = placed.row as f64;
        let (x, y) = frame.point(placed.bar.at, row);
        let (end_x, end_y) = frame.point(placed.bar.at + placed.bar.length, row);
        let is_long = placed.bar.length > 12.0;
        let label_x = if frame.down {
            column(frame) - x
        } else {
            let along = if is_long { end_x - x } else { 0.0 };
            along + 3.0 * aside(frame)
        };
        let length = || format!("M0 0L{} {}", decimal(end_x - x, 1), decimal(end_y - y, 1));
        let label = placed.label.as_ref();
        Self {
            transform: format!("translate({} {})", decimal(x, 1), decimal(y, 1)),
            length: is_long.then(length),
            label: label.map(|label| (decimal(label_x, 1), label.clone())),
        }
    }
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
pub fn tooltip(site: &'static Site, pan_zoom: TimelinePanZoom) -> AnyView {
    let frame = pan_zoom.frame.read();
    let hovered = pan_zoom.hovered.get();
    let find = |hovered| {
        let placed = frame.placed_events(site, &pan_zoom.results.read().events);
        placed.into_iter().find(|one| one.bar.event == hovered)
    };
    let Some(placed) = hovered.and_then(find) else {
        return view! { <div class="map-tooltip" aria-hidden="true" hidden></div> }.into_any();
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
    let transform = format!("translate({}px, {}px)", decimal(x, 0), decimal(y, 0));
    view! {
        <div
            class="map-tooltip"
            aria-hidden="true"
            data-side=beside
            style:transform=client(transform)
        >
            <div class="map-tooltip__box">
                <b>{title}</b>
                <span>{directory.place_of(event)}</span>
                <span>{dates}</span>
            </div>
        </div>
    }
    .into_any()
}
