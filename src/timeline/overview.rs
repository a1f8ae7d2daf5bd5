//! How many events each year had, with the part that the line below shows.

use directory::PartialDate;
use directory::catalogue::decimal;
use directory::query::Span;
use directory::timeline::density;
use leptos::prelude::*;
use web_sys::PointerEvent;

use super::frame::TimelineFrame;
use super::pan_zoom::TimelinePanZoom;
use crate::Site;
use crate::browser;

/// Size of the drawing, in units of its own; as in its view box.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 36.0;

/// A bar for each year; a click or a drag brings the line below there.
#[component]
pub fn Overview(site: &'static Site, pan_zoom: TimelinePanZoom) -> impl IntoView {
    let frame = pan_zoom.frame;
    // What it covers stays while a pointer is down, or years would run away
    // from under it.
    let held = RwSignal::new(None::<Span>);
    let all = Memo::new(move |_| held.get().unwrap_or_else(|| all(&frame.read())));
    let go = move |event: &PointerEvent| {
        let at = browser::share_in_panel(event);
        let at = if frame.read_untracked().mirrored {
            1.0 - at
        } else {
            at
        };
        if let Some(all) = held.get_untracked() {
            let days = f64::from(all.to - all.from) * at;
            #[expect(clippy::cast_possible_truncation, reason = "days of some centuries")]
            pan_zoom.centre(all, all.from + days as i32);
        }
    };
    let press = move |event: PointerEvent| {
        held.set(Some(all.get_untracked()));
        browser::capture_pointer(&event);
        go(&event);
    };
    let bars = move || {
        let events = &pan_zoom.results.read().events;
        bars(&density(site.directory, events, all.get()))
    };
    // Where the part that is shown begins and ends.
    let shown = Memo::new(move |_| {
        let (all, span) = (all.get(), frame.read().scale.span);
        let days = f64::from(all.to - all.from) + 1.0;
        let at = |day: i32| f64::from(day - all.from) / days * WIDTH;
        (at(span.from), at(span.to + 1))
    });
    let width = move || {
        let (from, to) = shown.get();
        decimal((to - from).max(4.0), 1)
    };
    view! {
        <svg
            class="timeline__overview"
            viewBox="0 0 720 36"
            preserveAspectRatio="none"
            aria-hidden="true"
            on:pointerdown=press
            on:pointermove=move |event| go(&event)
            on:pointerup=move |_| held.set(None)
            on:pointercancel=move |_| held.set(None)
        >
            <path class="timeline__years" d=bars></path>
            <rect
                class="timeline__span"
                x=move || decimal(shown.get().0, 1)
                width=width
                height="36"
            ></rect>
        </svg>
    }
}

/// A bar for the count of each year, as SVG path data.
fn bars(counts: &[usize]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    #[expect(clippy::cast_precision_loss, reason = "years and events are few")]
    let (bar, unit) = (WIDTH / counts.len() as f64, (HEIGHT - 4.0) / most as f64);
    let mut bars = String::new();
    let mut x = 0.0;
    for count in counts {
        if *count > 0 {
            #[expect(clippy::cast_precision_loss, reason = "events are few")]
            let high = decimal(*count as f64 * unit, 1);
            let (x, wide) = (decimal(x + 0.5, 1), decimal(bar - 1.0, 1));
            bars.extend(["M", &x, " 36v-", &high, "h", &wide, "v", &high, "z"]);
        }
        x += bar;
    }
    bars
}

/// What the overview covers: the first view, and further back where the line
/// has gone there.
fn all(frame: &TimelineFrame) -> Span {
    let (home, whole) = (frame.extent.home, frame.extent.whole);
    let from = if frame.scale.span.from < home.from {
        whole.from
    } else {
        home.from
    };
    let year = PartialDate::from_year(PartialDate::from_day(from).year());
    Span {
        from: year.day_range().0,
        to: home.to,
    }
}
