//! What the reader does to the time line: keys, drags, pinches, the wheel.

use std::sync::Arc;

use directory::Query;
use directory::map::{PxPoint, Viewport};
use directory::model::EventIdx;
use directory::query::Span;
use directory::timeline::{Extent, PlacedEvent, Scale};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent, WheelEvent};

use super::frame::TimelineFrame;
use crate::Site;
use crate::browser;
use crate::gestures::{Click, Debounce, Drag, Pointers, ZOOM_STEP};
use crate::navigation::{Here, Step};
use crate::site::EventResults;

/// How far a button or key goes, of what is shown.
const PAN_STEP: f64 = 0.25;
/// The id of what takes the keys.
pub const PANEL: &str = "timeline";

/// Moves the time line. While a gesture lasts what it shows is kept here, and
/// folded into the address when it ends.
#[derive(Clone, Copy)]
pub struct TimelinePanZoom {
    pub site: &'static Site,
    pub here: Here,
    pub results: Memo<Arc<EventResults>>,
    pub panel: RwSignal<Viewport>,
    /// What is shown.
    pub frame: Memo<Arc<TimelineFrame>>,
    /// What a gesture has come to.
    pub gesture: RwSignal<Option<Span>>,
    /// The event under the pointer or the focus, by its place.
    pub hovered: RwSignal<Option<EventIdx>>,
    /// The event that had the focus last.
    pub focused: RwSignal<Option<EventIdx>>,
    pub pointers: StoredValue<Pointers<EventIdx>>,
    pub wheel: Debounce,
}

impl TimelinePanZoom {
    /// What is shown, once.
    fn now(self) -> Arc<TimelineFrame> {
        self.frame.get_untracked()
    }

    /// How far the line goes.
    fn extent(self) -> Extent {
        self.now().extent
    }

    fn span(self) -> Span {
        self.now().scale.span
    }

    /// Puts what is shown into the address; the first view needs no place there.
    pub fn settle(self, span: Span) {
        let query = self.here.query.get_untracked();
        let span = Some(span).filter(|span| *span != self.extent().home);
        self.gesture.set(None);
        if span != query.span {
            self.here.go(&query.with_span(span), Step::Replace);
        }
    }

    /// Zooms around the middle.
    pub fn zoom(self, factor: f64) {
        self.settle(self.extent().zoomed(self.span(), factor, 0.5));
    }

    /// Goes to later days, or earlier ones.
    pub fn pan(self, steps: f64) {
        self.settle(self.extent().panned(self.span(), steps * PAN_STEP));
    }

    /// Shows the first view again.
    pub fn reset(self) {
        self.settle(self.extent().home);
    }

    /// Brings a day into the middle, as far as that shows nothing outside of `all`.
    pub fn centre(self, all: Span, day: i32) {
        let span = self.span();
        let middle = f64::from(span.from) + f64::from(span.to - span.from) / 2.0;
        let by = (f64::from(day) - middle) / f64::from(span.to - span.from + 1);
        let extent = Extent {
            whole: all,
            ..self.extent()
        };
        self.settle(extent.panned(span, by));
    }

    /// Brings an event into view.
    pub fn show(self, event: EventIdx) {
        let day = self.site.directory[event].start.day_range().0;
        self.settle(self.extent().scrolled_to(self.span(), day));
    }

    /// Tells the list and the map what is pointed at.
    pub fn point(self, event: Option<EventIdx>) {
        self.hovered.set(event);
    }

    /// Where the tab key comes to among the events in view: to that which had
    /// the focus last, else the selected one, else the first.
    pub fn stop(self, placed: &[PlacedEvent], query: &Query) -> Option<EventIdx> {
        let in_view = || placed.iter().map(|one| one.bar.event);
        let is_in_view = |wanted: &EventIdx| in_view().any(|event| event == *wanted);
        let directory = self.site.directory;
        let selected = query.event.as_ref();
        let selected = selected.and_then(|id| EventIdx::find(directory, |event| event.id == *id));
        let focused = self.focused.get().filter(is_in_view);
        focused
            .or(selected.filter(is_in_view))
            .or_else(|| in_view().next())
    }

    /// A key, while the panel has the focus.
    pub fn pressed(self, event: &Event) {
        let frame = self.now();
        let later = match (browser::key(event).as_str(), frame.down, frame.mirrored) {
            ("ArrowRight", false, false) | ("ArrowLeft", false, true) | ("ArrowDown", true, _) => {
                1.0
            }
            ("ArrowLeft", false, false) | ("ArrowRight", false, true) | ("ArrowUp", true, _) => {
                -1.0
            }
            (key, ..) => {
                match key {
                    "+" | "=" => self.zoom(ZOOM_STEP),
                    "-" => self.zoom(1.0 / ZOOM_STEP),
                    "0" => self.reset(),
                    "Enter" => browser::move_focus(".timeline__event[tabindex='0']", 1, PANEL),
                    _ => return,
                }
                event.prevent_default();
                return;
            }
        };
        event.prevent_default();
        self.pan(later);
    }

    /// A key, while an event has the focus: to the one before or after in time.
    pub fn pressed_on_event(self, event: &Event) {
        let mirrored = self.now().mirrored;
        let later = match (browser::key(event).as_str(), mirrored) {
            ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => true,
            ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => false,
            (key, _) => {
                if key == "Escape" {
                    event.stop_propagation();
                    browser::focus(PANEL);
                } else if key == "Enter" {
                    // The link's own click follows; the panel must not take the key.
                    event.stop_propagation();
                }
                return;
            }
        };
        event.prevent_default();
        event.stop_propagation();
        let next = {
            let shown = &self.results.read_untracked().events;
            let from = browser::event_at(event);
            let at = shown.iter().position(|place| Some(*place) == from);
            let next = at.and_then(|at| {
                if later {
                    at.checked_add(1)
                } else {
                    at.checked_sub(1)
                }
            });
            next.and_then(|next| shown.get(next).copied())
        };
        if let Some(event) = next {
            self.focused.set(Some(event));
            self.show(event);
            let mark = format!("mark-{}", self.site.directory[event].id);
            // At once where it is in view: another key may come before it is drawn anew.
            if !browser::focus(&mark) {
                browser::focus_drawn(mark);
            }
        }
    }

    /// Where a pointer is, in pixels along the line.
    fn along(self, pointer: &PointerEvent) -> PxPoint {
        let (frame, at) = (self.now(), browser::point_in_panel(pointer));
        let x = frame.share(at.x, at.y) * frame.scale.length;
        PxPoint { x, y: 0.0 }
    }

    /// A finger or a mouse button goes down.
    pub fn pointer_down(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.button() == 0 {
            let at = self.along(pointer);
            let under = browser::element_under(pointer);
            let under = under.as_ref().and_then(browser::event_of);
            self.pointers
                .update_value(|pointers| pointers.press(pointer.pointer_id(), at, under));
        }
    }

    /// A pointer moves: one drags, two also zoom.
    pub fn pointer_move(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let at = self.along(pointer);
        self.pointers.update_value(|pointers| {
            let before = pointers.have_dragged();
            let drag = pointers.drag(pointer.pointer_id(), at);
            let Some(Drag { from, to, factor }) = drag.filter(|_| pointers.have_dragged()) else {
                return;
            };
            if !before {
                browser::capture_pointer(pointer);
                self.hovered.set(None);
            }
            let Scale { span, length } = self.now().scale;
            let mut span = self.extent().panned(span, (from.x - to.x) / length);
            if let Some(factor) = factor {
                span = self.extent().zoomed(span, factor, to.x / length);
            }
            self.gesture.set(Some(span));
        });
    }

    /// A pointer is lifted, or lost.
    pub fn pointer_up(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let is_last = self
            .pointers
            .try_update_value(|pointers| pointers.lift(pointer.pointer_id()));
        let ended = self.gesture.get_untracked();
        if let Some(span) = ended.filter(|_| is_last == Some(true)) {
            self.settle(span);
        }
    }

    /// A click: that which ends a drag selects nothing, any other what lay under
    /// the pointer.
    pub fn clicked(self, event: &Event) {
        let by_key = browser::is_by_key(event);
        let click = self
            .pointers
            .try_update_value(|pointers| pointers.click(by_key));
        match click {
            Some(Click::EndOfDrag) => event.prevent_default(),
            Some(Click::Press(Some(pressed))) if !browser::is_for_browser(event) => {
                event.prevent_default();
                let query = self.here.query.get_untracked();
                let id = &self.site.directory[pressed].id;
                self.here.go(&query.with_selected_event(id), Step::Push);
            }
            _ => {}
        }
    }

    /// The wheel turns.
    pub fn wheel(self, event: &Event) {
        event.prevent_default();
        let wheel: &WheelEvent = event.unchecked_ref();
        let at = browser::point_in_panel(wheel);
        let frame = self.now();
        let share = frame.share(at.x, at.y);
        let factor = browser::wheel_factor(wheel);
        let span = self.extent().zoomed(frame.scale.span, factor, share);
        self.gesture.set(Some(span));
        let end = move || {
            if let Some(span) = self.gesture.get_untracked() {
                self.settle(span);
            }
        };
        self.wheel.then(end);
    }
}
