//! What the reader does to the map: keys, drags, pinches, the wheel, clicks.

use std::sync::Arc;

use directory::Directory;
use directory::map::{Camera, MapPoint};
use directory::model::MemberIdx;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent, WheelEvent};

use super::frame::{EDGES, Frame};
use super::gesture::Gesture;
use crate::address::{Here, Step};
use crate::browser;
use crate::prelude::*;
use crate::site::Results;

/// The id of the drawing that moves.
pub const DRAWING: &str = "map-drawing";
/// Pixels that an arrow key moves the map.
const KEY_STEP: f64 = 80.0;
/// How much closer a button or key comes.
pub const ZOOM_STEP: f64 = 1.6;
/// Milliseconds without a turn after which the wheel has come to rest.
const WHEEL_REST: u64 = 150;

/// Moves the map. What a gesture has come to is folded into the address when
/// it ends, and the drawing follows the address.
#[derive(Clone, Copy)]
pub struct Moving {
    directory: &'static Directory,
    here: Here,
    results: Memo<Arc<Results>>,
    frame: Memo<Arc<Frame>>,
    /// The member under the pointer.
    pointed: RwSignal<Option<MemberIdx>>,
    gesture: StoredValue<Option<Gesture>>,
    /// A drag ends with a click of its own, which must select nothing.
    was_drag: StoredValue<bool>,
    wheel: StoredValue<Option<TimeoutHandle>>,
}

impl Moving {
    /// Nothing moves yet.
    pub fn new(
        directory: &'static Directory,
        here: Here,
        results: Memo<Arc<Results>>,
        frame: Memo<Arc<Frame>>,
        pointed: RwSignal<Option<MemberIdx>>,
    ) -> Self {
        Self {
            directory,
            here,
            results,
            frame,
            pointed,
            gesture: StoredValue::new(None),
            was_drag: StoredValue::new(false),
            wheel: StoredValue::new(None),
        }
    }

    /// Puts the position into the address.
    pub fn settle(self, camera: Camera) {
        let query = self.here.query.get_untracked();
        match self.frame.read_untracked().stage.view_of(camera) {
            at if at == query.at => still(),
            Some(at) => self.here.go(&query.moved_to(at), Step::Replace),
            None => self.reset(),
        }
    }

    /// Shows all.
    pub fn reset(self) {
        let query = self.here.query.get_untracked();
        self.here.go(&query.reset_view(), Step::Replace);
    }

    /// Zooms around the middle.
    pub fn zoom(self, factor: f64) {
        let mut gesture = self.begin();
        gesture.zoom(factor, self.frame.read_untracked().middle());
        self.settle(gesture.camera);
    }

    fn pan(self, x: f64, y: f64) {
        let camera = {
            let frame = self.frame.read_untracked();
            frame.stage.panned(frame.camera, x * KEY_STEP, y * KEY_STEP)
        };
        self.settle(camera);
    }

    /// Moves as little as needed for a point of the map to be seen well.
    pub fn bring_into_view(self, point: MapPoint) {
        let camera = {
            let frame = self.frame.read_untracked();
            frame.stage.brought_into_view(frame.camera, point, EDGES)
        };
        self.settle(camera);
    }

    /// A key, while the panel has the focus.
    pub fn pressed(self, event: &Event) {
        match browser::key(event).as_str() {
            "ArrowLeft" => self.pan(1.0, 0.0),
            "ArrowRight" => self.pan(-1.0, 0.0),
            "ArrowUp" => self.pan(0.0, 1.0),
            "ArrowDown" => self.pan(0.0, -1.0),
            "+" | "=" => self.zoom(ZOOM_STEP),
            "-" => self.zoom(1.0 / ZOOM_STEP),
            "0" => self.reset(),
            "Enter" => browser::walk(".map-member[tabindex='0']", 1, "map"),
            _ => return,
        }
        event.prevent_default();
    }

    /// A finger or a mouse button goes down.
    pub fn pointer_down(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.button() == 0 {
            // What the wheel has begun, the drag goes on with.
            self.stop_wheel();
            let at = browser::point_in_panel(pointer);
            self.gesture.update_value(|gesture| {
                let gesture = gesture.get_or_insert_with(|| self.begin());
                gesture.press(pointer.pointer_id(), at);
            });
        }
    }

    /// A pointer moves, over the map or with it.
    pub fn pointer_move(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let at = browser::point_in_panel(pointer);
        let dragged = self.gesture.try_update_value(|gesture| {
            let gesture = gesture.as_mut()?;
            let before = gesture.dragged;
            gesture.drag(pointer.pointer_id(), at);
            if gesture.dragged && !before {
                browser::capture_pointer(pointer);
            }
            gesture.dragged.then(|| gesture.transform())
        });
        if let Some(Some(transform)) = dragged {
            self.pointed.set(None);
            browser::set_transform(DRAWING, &transform);
        } else if pointer.pointer_type() == "mouse" {
            let near = || self.frame.read_untracked().nearest(at);
            let member = browser::member_at(event).or_else(near);
            self.pointed
                .set(member.filter(|member| self.is_shown(*member)));
        }
    }

    /// The pointer leaves the map.
    pub fn pointer_leave(self) {
        self.pointed.set(None);
    }

    /// A pointer is lifted, or lost.
    pub fn pointer_up(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let ended = self.gesture.try_update_value(|gesture| {
            let last = gesture.as_mut()?.lift(pointer.pointer_id());
            if last { gesture.take() } else { None }
        });
        if let Some(Some(ended)) = ended {
            self.was_drag.set_value(ended.dragged);
            // The wheel may have moved the map before the button went down.
            if ended.camera == self.frame.read_untracked().camera {
                still();
            } else {
                self.settle(ended.camera);
            }
        }
    }

    /// A click, or Enter on a member.
    pub fn clicked(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.ctrl_key() || pointer.meta_key() || pointer.shift_key() {
            return;
        }
        event.prevent_default();
        // The keyboard's click has no place of its own, and ends no drag.
        let by_key = pointer.detail() == 0;
        let was_drag = self.was_drag.get_value();
        self.was_drag.set_value(false);
        if was_drag && !by_key {
            return;
        }
        let at = browser::point_in_panel(pointer);
        let near = || self.frame.read_untracked().nearest(at).filter(|_| !by_key);
        let member = browser::member_at(event).or_else(near);
        if let Some(member) = member.filter(|member| self.is_shown(*member)) {
            let query = self.here.query.get_untracked();
            let id = &self.directory[member].id;
            self.here.go(&query.selecting(id), Step::Push);
        }
    }

    /// The wheel turns.
    pub fn wheel(self, event: &Event) {
        event.prevent_default();
        let wheel: &WheelEvent = event.unchecked_ref();
        let around = browser::point_in_panel(wheel);
        let factor = browser::wheel_factor(wheel);
        let transform = self.gesture.try_update_value(|gesture| {
            let gesture = gesture.get_or_insert_with(|| self.begin());
            gesture.zoom(factor, around);
            gesture.transform()
        });
        browser::set_transform(DRAWING, &transform.unwrap_or_default());
        let end = move || {
            if let Some(Some(ended)) = self.gesture.try_update_value(Option::take) {
                self.settle(ended.camera);
            }
        };
        self.stop_wheel();
        self.wheel
            .set_value(browser::later(WHEEL_REST, Box::new(end)));
    }

    fn stop_wheel(self) {
        if let Some(Some(timer)) = self.wheel.try_update_value(Option::take) {
            timer.clear();
        }
    }

    fn begin(self) -> Gesture {
        let frame = self.frame.read_untracked();
        Gesture::new(frame.camera, frame.stage)
    }

    fn is_shown(self, member: MemberIdx) -> bool {
        self.results
            .read_untracked()
            .shown
            .binary_search(&member)
            .is_ok()
    }
}

/// Shows the drawing where it was drawn.
pub fn still() {
    browser::set_transform(DRAWING, "");
}
