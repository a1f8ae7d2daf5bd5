//! What the reader does to the map: keys, drags, pinches, the wheel, clicks.

use std::sync::Arc;

use directory::Directory;
use directory::map::{Camera, MapPoint, PxPoint};
use directory::model::MemberIdx;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

use super::frame::{EDGES, MapFrame};
use super::gesture::Gesture;
use crate::browser;
use crate::gestures::{Click, Debounce, Pointers, WHEEL_REST, ZOOM_STEP};
use crate::navigation::{Here, Step};
use crate::site::Results;
use leptos::prelude::*;

/// The id of the drawing that moves.
pub const DRAWING: &str = "map-drawing";
/// Pixels that an arrow key moves the map.
const KEY_STEP: f64 = 80.0;
/// Moves the map. What a gesture has come to is folded into the address when
/// it ends, and the drawing follows the address.
#[derive(Clone, Copy)]
pub struct MapPanZoom {
    directory: &'static Directory,
    here: Here,
    results: Memo<Arc<Results>>,
    frame: Memo<Arc<MapFrame>>,
    /// The member under the pointer.
    hovered: RwSignal<Option<MemberIdx>>,
    /// The member that had the focus last.
    pub focused: RwSignal<Option<MemberIdx>>,
    gesture: StoredValue<Option<Gesture>>,
    pointers: StoredValue<Pointers<MemberIdx>>,
    wheel: Debounce,
}

impl MapPanZoom {
    /// Nothing moves yet.
    pub fn new(
        directory: &'static Directory,
        here: Here,
        results: Memo<Arc<Results>>,
        frame: Memo<Arc<MapFrame>>,
        hovered: RwSignal<Option<MemberIdx>>,
    ) -> Self {
        Self {
            directory,
            here,
            results,
            frame,
            hovered,
            focused: RwSignal::new(None),
            gesture: StoredValue::new(None),
            pointers: StoredValue::new(Pointers::default()),
            wheel: Debounce::new(WHEEL_REST),
        }
    }

    /// Puts the position into the address.
    pub fn settle(self, camera: Camera) {
        let query = self.here.query.get_untracked();
        match self.frame.read_untracked().transform.view_of(camera) {
            at if at == query.at => clear_transform(),
            Some(at) => self.here.go(&query.with_map_view(at), Step::Replace),
            None => self.reset(),
        }
    }

    /// Shows all.
    pub fn reset(self) {
        let query = self.here.query.get_untracked();
        self.here.go(&query.without_map_view(), Step::Replace);
    }

    /// Zooms around the middle.
    pub fn zoom(self, factor: f64) {
        let mut gesture = self.begin();
        gesture.zoom(factor, self.frame.read_untracked().middle());
        self.settle(gesture.camera);
    }

    /// Moves the map by pixels, to the right and down.
    pub fn pan(self, x: f64, y: f64) {
        let camera = {
            let frame = self.frame.read_untracked();
            frame.transform.panned(frame.camera, x, y)
        };
        self.settle(camera);
    }

    /// Moves as little as needed for a point of the map to be seen well.
    pub fn bring_into_view(self, point: MapPoint) {
        let camera = {
            let frame = self.frame.read_untracked();
            frame
                .transform
                .brought_into_view(frame.camera, point, EDGES)
        };
        self.settle(camera);
    }

    /// A key, while the panel has the focus.
    pub fn pressed(self, event: &Event) {
        match browser::key(event).as_str() {
            "ArrowLeft" => self.pan(KEY_STEP, 0.0),
            "ArrowRight" => self.pan(-KEY_STEP, 0.0),
            "ArrowUp" => self.pan(0.0, KEY_STEP),
            "ArrowDown" => self.pan(0.0, -KEY_STEP),
            "+" | "=" => self.zoom(ZOOM_STEP),
            "-" => self.zoom(1.0 / ZOOM_STEP),
            "0" => self.reset(),
            "Enter" => browser::move_focus(".map-member[tabindex='0']", 1, "map"),
            _ => return,
        }
        event.prevent_default();
    }

    /// The focus comes to a member, or to the map itself.
    pub fn focus_moved(self, event: &Event) {
        let member = browser::member_at(event);
        if member.is_some() {
            self.focused.set(member);
        }
        self.hovered.set(member);
    }

    /// A finger or a mouse button goes down.
    pub fn pointer_down(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.button() == 0 {
            // What the wheel has begun, the drag goes on with.
            self.wheel.call_off();
            let at = browser::point_in_panel(pointer);
            let target = browser::element_under(pointer);
            let member = self.under(target, at);
            self.pointers
                .update_value(|pointers| pointers.press(pointer.pointer_id(), at, member));
            self.gesture.update_value(|gesture| {
                gesture.get_or_insert_with(|| self.begin());
            });
        }
    }

    /// A pointer moves, over the map or with it.
    pub fn pointer_move(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let at = browser::point_in_panel(pointer);
        let dragged = self.pointers.try_update_value(|pointers| {
            let before = pointers.have_dragged();
            let drag = pointers.drag(pointer.pointer_id(), at)?;
            let is_drag = pointers.have_dragged();
            if is_drag && !before {
                browser::capture_pointer(pointer);
            }
            let transform = self.gesture.try_update_value(|gesture| {
                let gesture = gesture.as_mut()?;
                gesture.drag(drag);
                Some(gesture.transform())
            });
            transform.flatten().filter(|_| is_drag)
        });
        if let Some(Some(transform)) = dragged {
            self.hovered.set(None);
            browser::set_transform(DRAWING, &transform);
        } else if pointer.pointer_type() == "mouse" {
            self.hovered.set(self.under(browser::target(event), at));
        }
    }

    /// The pointer leaves the map.
    pub fn pointer_leave(self) {
        self.hovered.set(None);
    }

    /// The browser takes a finger for scrolling the page: the map stands where it
    /// stood.
    pub fn pointer_cancel(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        self.pointers.update_value(|pointers| {
            pointers.lift(pointer.pointer_id());
        });
        self.gesture.set_value(None);
        clear_transform();
    }

    /// A pointer is lifted.
    pub fn pointer_up(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let is_last = self
            .pointers
            .try_update_value(|pointers| pointers.lift(pointer.pointer_id()));
        if is_last != Some(true) {
            return;
        }
        if let Some(Some(ended)) = self.gesture.try_update_value(Option::take) {
            // The wheel may have moved the map before the button went down.
            if ended.camera == self.frame.read_untracked().camera {
                clear_transform();
            } else {
                self.settle(ended.camera);
            }
        }
    }

    /// A click, or Enter on a member.
    pub fn clicked(self, event: &Event) {
        if browser::is_for_browser(event) {
            return;
        }
        event.prevent_default();
        let by_key = browser::is_by_key(event);
        let click = self
            .pointers
            .try_update_value(|pointers| pointers.click(by_key));
        let member = match click {
            Some(Click::Press(pressed)) => pressed,
            // The keyboard's click has no place of its own.
            Some(Click::Key) => browser::member_at(event).filter(|member| self.is_shown(*member)),
            Some(Click::EndOfDrag) | None => None,
        };
        if let Some(member) = member {
            let query = self.here.query.get_untracked();
            let id = &self.directory[member].id;
            self.here.go(&query.with_selected(id), Step::Push);
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
        self.wheel.then(end);
    }

    fn begin(self) -> Gesture {
        let frame = self.frame.read_untracked();
        Gesture::new(frame.camera, frame.transform)
    }

    /// The member shown whose land or mark `target` is; where it is no land, one
    /// whose mark is near `at`, a point of the panel.
    fn under(self, target: Option<Element>, at: PxPoint) -> Option<MemberIdx> {
        let target = target?;
        let is_land = target.tag_name() == "path";
        let near = || self.frame.read_untracked().nearest(at);
        let member = browser::member_of(&target).or_else(|| near().filter(|_| !is_land));
        member.filter(|member| self.is_shown(*member))
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
pub fn clear_transform() {
    browser::set_transform(DRAWING, "");
}
