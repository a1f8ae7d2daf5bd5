//! The time line with its overview, buttons and legend.

use std::sync::Arc;

use directory::Catalogue;
use directory::facet_counts::CountedFacets;
use directory::map::Viewport;
use directory::model::{Event, EventIdx};
use directory::timeline::Extent;

use super::drawing::{drawing, tooltip};
use super::legend::legend;
use super::overview::overview;
use super::pan_zoom::{PANEL, TimelinePanZoom};
use crate::Site;
use crate::browser;
use crate::components::icon::{Icon, icon_button};
use crate::components::visually_hidden::visually_hidden;
use crate::components::zoom_buttons::zoom_buttons;
use crate::gestures::{Pointers, WheelRest};
use crate::markup::{Element, Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;
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
        let pan_zoom = TimelinePanZoom {
            site,
            here: use_here(),
            results,
            extent: Extent::new(site.directory, site.today()),
            panel: RwSignal::new(SIZE),
            gesture: RwSignal::new(None),
            hovered,
            focused: RwSignal::new(None),
            pointers: StoredValue::new(Pointers::default()),
            wheel: WheelRest::new(),
        };
        follow_selection(site, pan_zoom);
        Self(pan_zoom)
    }

    /// The line with its overview, and with the filters of `facets` as its legend.
    pub fn view(self, facets: Memo<CountedFacets>) -> Element {
        let Self(pan_zoom) = self;
        let site = pan_zoom.site;
        el("section")
            .class("timeline")
            .attr("aria-label", site.directory.catalogue.timeline_label())
            .child(overview(site, pan_zoom))
            .child(panel(site, pan_zoom))
            .child(
                el("div")
                    .class("timeline__foot")
                    .child(legend(site.directory, facets))
                    .child(outside(site, pan_zoom)),
            )
    }

    /// What moves it and comes closer.
    pub fn buttons(self) -> Element {
        buttons(&self.0.site.directory.catalogue, self.0)
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
fn panel(site: &'static Site, pan_zoom: TimelinePanZoom) -> Element {
    let words = &site.directory.catalogue;
    let extent = pan_zoom.panel;
    let keys = live(move || {
        let keys = if pan_zoom.frame().down {
            words.timeline_keys_down()
        } else {
            words.timeline_keys()
        };
        visually_hidden(keys).id("timeline-keys")
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
        .on("keydown", move |event| pan_zoom.pressed(event))
        .on("pointerdown", move |event| pan_zoom.pointer_down(event))
        .on("pointermove", move |event| pan_zoom.pointer_move(event))
        .on("pointerup", move |event| pan_zoom.pointer_up(event))
        .on("pointercancel", move |event| pan_zoom.pointer_up(event))
        .on("pointerleave", move |_| pan_zoom.point(None))
        .on("click", move |event| pan_zoom.clicked(event))
        .on("wheel", move |event| pan_zoom.wheel(event))
        .child(drawing(site, pan_zoom))
        .live(move || tooltip(site, pan_zoom))
        .child(keys)
}

/// How many events lie before and after what is shown.
fn outside(site: &'static Site, pan_zoom: TimelinePanZoom) -> Markup {
    let words = &site.directory.catalogue;
    live(move || {
        let span = pan_zoom.frame().scale.span;
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
        el("p")
            .class("timeline__outside")
            .child(parts.join(words.list_separator()))
    })
}

fn buttons(words: &'static Catalogue, pan_zoom: TimelinePanZoom) -> Element {
    let earlier = icon_button(Icon::Back, words.timeline_earlier(), "button");
    let later = icon_button(Icon::Forward, words.timeline_later(), "button");
    el("div")
        .class("timeline__buttons")
        .child(earlier.on("click", move |_| pan_zoom.pan(-1.0)))
        .child(later.on("click", move |_| pan_zoom.pan(1.0)))
        .children(zoom_buttons(
            words,
            move |factor| pan_zoom.zoom(factor),
            move || pan_zoom.reset(),
        ))
}
