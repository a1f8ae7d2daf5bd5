//! The time line with its overview, buttons and legend.

use std::sync::Arc;

use directory::facet_counts::CountedFacets;
use directory::map::Viewport;
use directory::model::{Event, EventIdx};
use directory::timeline::Extent;
use leptos::html::Div;
use leptos::prelude::*;

use super::drawing::{TimelineDrawing, tooltip};
use super::frame::TimelineFrame;
use super::legend::TimelineLegend;
use super::overview::Overview;
use super::pan_zoom::{PANEL, TimelinePanZoom};
use crate::Site;
use crate::browser;
use crate::components::icon::{Icon, IconButton};
use crate::components::zoom_buttons::ZoomButtons;
use crate::dynamic::dynamic;
use crate::gestures::{Debounce, Pointers, WHEEL_REST};
use crate::navigation::use_here;
use crate::site::EventResults;

/// The line is drawn in a panel of this size until the real one is measured.
const SIZE: Viewport = Viewport {
    width: 1232.0,
    height: 240.0,
};

/// The time line of some events.
#[derive(Clone, Copy)]
pub struct Timeline(TimelinePanZoom);

impl Timeline {
    /// A line for the events at the places in `results`. Tells `hovered` which
    /// event is under the pointer, and shows the one that is.
    pub fn new(
        site: &'static Site,
        results: Memo<Arc<EventResults>>,
        hovered: RwSignal<Option<EventIdx>>,
    ) -> Self {
        let here = use_here();
        let extent = Extent::new(site.directory, site.today());
        let panel = RwSignal::new(SIZE);
        let gesture = RwSignal::new(None);
        let frame = Memo::new(move |_| {
            let span = gesture.get().or(here.query.read().span);
            let events = &results.read().events;
            let frame = TimelineFrame::new(site, events, panel.get(), extent, span);
            Arc::new(frame)
        });
        let pan_zoom = TimelinePanZoom {
            site,
            here,
            results,
            panel,
            frame,
            gesture,
            hovered,
            focused: RwSignal::new(None),
            pointers: StoredValue::new(Pointers::default()),
            wheel: Debounce::new(WHEEL_REST),
        };
        follow_selection(site, pan_zoom);
        Self(pan_zoom)
    }

    /// The line with its overview, and with the filters of `facets` as its legend.
    pub fn view(self, facets: Memo<CountedFacets>) -> AnyView {
        let Self(pan_zoom) = self;
        let site = pan_zoom.site;
        let directory = site.directory;
        view! {
            <section class="timeline" aria-label=directory.catalogue.timeline_label()>
                <Overview site pan_zoom />
                <Panel site pan_zoom />
                <div class="timeline__foot">
                    <TimelineLegend directory facets />
                    <p class="timeline__outside">{dynamic(move || outside(site, pan_zoom))}</p>
                </div>
            </section>
        }
        .into_any()
    }

    /// What moves it and comes closer.
    pub fn buttons(self) -> AnyView {
        let Self(pan_zoom) = self;
        let words = &pan_zoom.site.directory.catalogue;
        let earlier = move || pan_zoom.pan(-1.0);
        let later = move || pan_zoom.pan(1.0);
        let zoom = move |factor| pan_zoom.zoom(factor);
        let reset = move || pan_zoom.reset();
        let (back, on) = (words.timeline_earlier(), words.timeline_later());
        view! {
            <div class="timeline__buttons" data-needs="program">
                <IconButton icon=Icon::Back name=back class="button" press=earlier />
                <IconButton icon=Icon::Forward name=on class="button" press=later />
                <ZoomButtons words zoom reset />
            </div>
        }
        .into_any()
    }
}

/// A selection out of view moves the line on; one that an address came with
/// does not where the address also tells what to show.
fn follow_selection(site: &'static Site, pan_zoom: TimelinePanZoom) {
    let selected = Memo::new(move |_| pan_zoom.here.query.read().event_alone());
    let is_placed = StoredValue::new(untrack(|| pan_zoom.here.query.read().span.is_some()));
    browser::effect(move || {
        let id = selected.get().event;
        if is_placed.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        let event = id.and_then(|id| EventIdx::find(site.directory, |event| event.id == id));
        if let Some(event) = event {
            pan_zoom.show(event);
        }
    });
}

/// What hears the reader, and takes the focus.
#[component]
fn Panel(site: &'static Site, pan_zoom: TimelinePanZoom) -> impl IntoView {
    let words = &site.directory.catalogue;
    let extent = pan_zoom.panel;
    let keys = move || {
        if pan_zoom.frame.read().down {
            words.timeline_keys_down()
        } else {
            words.timeline_keys()
        }
    };
    let panel = NodeRef::<Div>::new();
    panel.on_load(move |panel| {
        browser::observe_size(&panel, move |width, height| {
            // Its height follows from what is drawn.
            if width > 0.0 && (width - extent.get_untracked().width).abs() >= 1.0 {
                extent.set(Viewport { width, height });
            }
        });
    });
    view! {
        <div
            node_ref=panel
            class="timeline__panel"
            id=PANEL
            tabindex="0"
            role="group"
            aria-label=words.timeline_label()
            aria-describedby="timeline-keys"
            on:keydown=move |event| pan_zoom.pressed(&event)
            // Not in the drawing: Chromium gives the focus to an element of SVG
            // that listens to it.
            on:focusin=move |event| pan_zoom.point(browser::event_at(&event))
            on:pointerdown=move |event| pan_zoom.pointer_down(&event)
            // A drag that leaves it marks none of the text that it passes.
            on:selectstart=|event| event.prevent_default()
            // Nor, in WebKit, the link on which it begins, in place of the drawing.
            on:dragstart=|event| event.prevent_default()
            on:pointermove=move |event| pan_zoom.pointer_move(&event)
            on:pointerup=move |event| pan_zoom.pointer_up(&event)
            on:pointercancel=move |event| pan_zoom.pointer_up(&event)
            on:pointerleave=move |_| pan_zoom.point(None)
            on:click=move |event| pan_zoom.clicked(&event)
            on:wheel=move |event| pan_zoom.wheel(&event)
        >
            <TimelineDrawing site pan_zoom />
            {dynamic(move || tooltip(site, pan_zoom))}
            <span class="visually-hidden" id="timeline-keys" data-needs="program">
                {keys}
            </span>
        </div>
    }
}

/// How many events lie before and after what is shown; empty where none does.
fn outside(site: &'static Site, pan_zoom: TimelinePanZoom) -> String {
    let words = &site.directory.catalogue;
    let span = pan_zoom.frame.read().scale.span;
    let shown = &pan_zoom.results.read().events;
    let count = |is_outside: &dyn Fn(&Event) -> bool| {
        let events = shown.iter().map(|event| &site.directory[*event]);
        let outside = events.filter(|event| is_outside(event));
        Some(outside.count()).filter(|count| *count > 0)
    };
    let before = count(&|event| event.last().day_range().1 < span.from);
    let after = count(&|event| event.start.day_range().0 > span.to);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(before.map(|count| words.timeline_before(count)));
    parts.extend(after.map(|count| words.timeline_after(count)));
    parts.join(words.list_separator())
}
