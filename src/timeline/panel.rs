//! The time line with its overview, buttons and legend.

use std::sync::Arc;

use directory::Words;
use directory::facet_counts::CountedFacets;
use directory::map::Viewport;
use directory::model::{Event, EventIdx};
use directory::timeline::Extent;

use super::drawing::{drawing, tip};
use super::legend::legend;
use super::moving::{Grip, Moving, PANEL, ZOOM_STEP};
use super::overview::overview;
use crate::Site;
use crate::address::use_here;
use crate::browser;
use crate::components::icon::Icon;
use crate::components::spoken::spoken;
use crate::markup::{Element, Markup, el, live};
use crate::prelude::*;
use crate::site::EventResults;

/// The line is drawn in a panel of this size until the real one is measured.
const SIZE: Viewport = Viewport {
    width: 1232.0,
    height: 240.0,
};

/// The time line of some events.
#[derive(Clone, Copy)]
pub struct Timeline(Moving);

impl Timeline {
    /// A line for the events in `results`. Tells `pointed` which
    /// event is under the pointer, and shows the one that is.
    pub fn new(
        site: &'static Site,
        results: Memo<Arc<EventResults>>,
        pointed: RwSignal<Option<EventIdx>>,
    ) -> Self {
        let moving = Moving {
            site,
            here: use_here(),
            results,
            extent: Extent::of(site.directory, site.today()),
            panel: RwSignal::new(SIZE),
            gesture: RwSignal::new(None),
            pointed,
            focused: RwSignal::new(None),
            grip: StoredValue::new(Grip::default()),
            wheel: StoredValue::new(None),
        };
        follow_selection(site, moving);
        Self(moving)
    }

    /// The line with its overview, and with one of the `facets` as its legend.
    pub fn view(self, facets: Memo<CountedFacets>) -> Element {
        let Self(moving) = self;
        let site = moving.site;
        el("section")
            .class("timeline")
            .attr("aria-label", site.directory.words.timeline_label())
            .child(overview(site, moving))
            .child(panel(site, moving))
            .child(
                el("div")
                    .class("timeline__foot")
                    .child(legend(site.directory, facets))
                    .child(outside(site, moving)),
            )
    }

    /// What moves it and comes closer.
    pub fn buttons(self) -> Element {
        buttons(&self.0.site.directory.words, self.0)
    }
}

/// A selection out of view moves the line on; one that an address came with
/// does not where the address also tells what to show.
fn follow_selection(site: &'static Site, moving: Moving) {
    let selected = Memo::new(move |_| moving.here.query.read().event_alone());
    let is_placed = StoredValue::new(untrack(|| moving.here.query.read().span.is_some()));
    browser::effect(move || {
        let id = selected.get().event;
        if is_placed.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        let event = id.and_then(|id| EventIdx::find(site.directory, |event| event.id == id));
        if let Some(event) = event {
            moving.show(event);
        }
    });
}

/// What hears the reader, and takes the focus.
fn panel(site: &'static Site, moving: Moving) -> Element {
    let words = &site.directory.words;
    let extent = moving.panel;
    let keys = live(move || {
        let keys = if moving.frame().down {
            words.timeline_keys_down()
        } else {
            words.timeline_keys()
        };
        spoken(keys).id("timeline-keys")
    });
    el("div")
        .class("timeline__panel")
        .id(PANEL)
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", words.timeline_label())
        .attr("aria-describedby", "timeline-keys")
        .made(move |panel| {
            browser::observe_size(panel, move |width, height| {
                // Its height follows from what is drawn.
                if width > 0.0 && (width - extent.get_untracked().width).abs() >= 1.0 {
                    extent.set(Viewport { width, height });
                }
            });
        })
        .on("keydown", move |event| moving.pressed(event))
        .on("pointerdown", move |event| moving.pointer_down(event))
        .on("pointermove", move |event| moving.pointer_move(event))
        .on("pointerup", move |event| moving.pointer_up(event))
        .on("pointercancel", move |event| moving.pointer_up(event))
        .on("pointerleave", move |_| moving.point(None))
        .on("click", move |event| moving.clicked(event))
        .on("wheel", move |event| moving.wheel(event))
        .child(drawing(site, moving))
        .live(move || tip(site, moving))
        .child(keys)
}

/// How many events lie before and after what is shown.
fn outside(site: &'static Site, moving: Moving) -> Markup {
    let words = &site.directory.words;
    live(move || {
        let span = moving.frame().scale.span;
        let shown = &moving.results.read().events;
        let count = |is_outside: &dyn Fn(&Event) -> bool| {
            let events = shown.iter().map(|event| &site.directory[*event]);
            let outside = events.filter(|event| is_outside(event));
            Some(outside.count()).filter(|count| *count > 0)
        };
        let before = count(&|event| event.last().days().1 < span.from);
        let after = count(&|event| event.start.days().0 > span.to);
        let mut parts: Vec<String> = Vec::new();
        parts.extend(before.map(|count| words.timeline_before(count)));
        parts.extend(after.map(|count| words.timeline_after(count)));
        el("p")
            .class("timeline__outside")
            .child(parts.join(words.list_separator()))
    })
}

fn buttons(words: &'static Words, moving: Moving) -> Element {
    let button = |name: &'static str, icon: Icon| {
        el("button")
            .attr("type", "button")
            .class("button")
            .attr("aria-label", name)
            .child(icon.view())
    };
    let earlier = button(words.timeline_earlier(), Icon::Back);
    let later = button(words.timeline_later(), Icon::Forward);
    let closer = button(words.map_zoom_in(), Icon::Plus);
    let further = button(words.map_zoom_out(), Icon::Minus);
    let whole = button(words.map_whole(), Icon::Whole);
    el("div").class("timeline__buttons").children([
        earlier.on("click", move |_| moving.pan(-1.0)),
        later.on("click", move |_| moving.pan(1.0)),
        closer.on("click", move |_| moving.zoom(ZOOM_STEP)),
        further.on("click", move |_| moving.zoom(1.0 / ZOOM_STEP)),
        whole.on("click", move |_| moving.reset()),
    ])
}
