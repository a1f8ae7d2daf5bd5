//! What the map and the time line share of drags, pinches and the wheel.

use directory::map::PxPoint;

use crate::browser;
use leptos::prelude::*;

/// How much closer a button or key comes.
pub const ZOOM_STEP: f64 = 1.6;
/// Milliseconds without a turn after which the wheel has come to rest.
pub const WHEEL_REST: u64 = 150;
/// Pixels that a pointer may tremble and still click.
const TREMBLE: f64 = 4.0;

/// The fingers and mouse buttons that are down on a drawing of `Item`s.
#[derive(Debug, Clone)]
pub struct Pointers<Item> {
    /// Their ids, and where each is.
    down: Vec<(i32, PxPoint)>,
    /// Pixels that they have gone since the first went down.
    travelled: f64,
    /// What the last of them went down on, until its click, which a browser may
    /// move to something near that can be pressed.
    pressed: Option<Item>,
}

/// How pointers have moved what is under them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag {
    /// Where their middle was.
    pub from: PxPoint,
    /// Where it is.
    pub to: PxPoint,
    /// How much further apart they are; none of a single one.
    pub factor: Option<f64>,
}

/// What a click is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click<Item> {
    /// That of a key, on what has the focus.
    Key,
    /// That of a pointer which has dragged: it must select nothing.
    EndOfDrag,
    /// That of a pointer, with what it went down on.
    Press(Option<Item>),
}

impl<Item> Default for Pointers<Item> {
    fn default() -> Self {
        Self {
            down: Vec::new(),
            travelled: 0.0,
            pressed: None,
        }
    }
}

impl<Item> Pointers<Item> {
    /// One goes down, on an item or beside all.
    pub fn press(&mut self, id: i32, at: PxPoint, item: Option<Item>) {
        self.pressed = item;
        if self.down.is_empty() {
            self.travelled = 0.0;
        }
        self.down.retain(|(other, _)| *other != id);
        self.down.push((id, at));
    }

    /// One moves; nothing where it is not down.
    pub fn drag(&mut self, id: i32, at: PxPoint) -> Option<Drag> {
        let index = self.down.iter().position(|(other, _)| *other == id)?;
        let (from, spread) = self.middle();
        self.travelled += self.down[index].1.distance(at);
        self.down[index].1 = at;
        let (to, new_spread) = self.middle();
        let is_pinch = spread > 0.0 && new_spread > 0.0;
        Some(Drag {
            from,
            to,
            factor: is_pinch.then(|| new_spread / spread),
        })
    }

    /// One is lifted, or lost; tells whether it was the last.
    pub fn lift(&mut self, id: i32) -> bool {
        self.down.retain(|(other, _)| *other != id);
        self.down.is_empty()
    }

    /// Whether one has gone so far that its lifting is no click.
    pub fn have_dragged(&self) -> bool {
        self.travelled > TREMBLE
    }

    /// What the click that now comes means. One of the keyboard ends no drag.
    pub fn click(&mut self, by_key: bool) -> Click<Item> {
        let have_dragged = self.have_dragged();
        self.travelled = 0.0;
        let pressed = self.pressed.take();
        match (by_key, have_dragged) {
            (true, _) => Click::Key,
            (false, true) => Click::EndOfDrag,
            (false, false) => Click::Press(pressed),
        }
    }

    /// The middle of them, and the sum of their distances from it.
    fn middle(&self) -> (PxPoint, f64) {
        // Fingers are few.
        let count = f64::from(u8::try_from(self.down.len().max(1)).unwrap_or(u8::MAX));
        let points = || self.down.iter().map(|(_, at)| *at);
        let middle = PxPoint {
            x: points().map(|at| at.x).sum::<f64>() / count,
            y: points().map(|at| at.y).sum::<f64>() / count,
        };
        (middle, points().map(|at| at.distance(middle)).sum())
    }
}

/// Waits until something has come to rest: the wheel, or typing.
#[derive(Clone, Copy)]
pub struct Debounce {
    /// Milliseconds without a change after which it has.
    rest: u64,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Debounce {
    /// It rests, and does so again `rest` milliseconds after each change.
    pub fn new(rest: u64) -> Self {
        let timer = StoredValue::new(None);
        Self { rest, timer }
    }

    /// There was a change: does `act` once it rests.
    pub fn then(self, act: impl FnOnce() + 'static) {
        self.call_off();
        self.timer
            .set_value(browser::later(self.rest, Box::new(act)));
    }

    /// What was to be done is not done.
    pub fn call_off(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(x: f64, y: f64) -> PxPoint {
        PxPoint { x, y }
    }

    #[test]
    fn one_pointer_drags_and_two_also_zoom() {
        let mut pointers = Pointers::<()>::default();
        assert_eq!(pointers.drag(1, at(0.0, 0.0)), None, "it is not down");
        pointers.press(1, at(10.0, 0.0), None);
        let drag = Drag {
            from: at(10.0, 0.0),
            to: at(13.0, 4.0),
            factor: None,
        };
        assert_eq!(pointers.drag(1, at(13.0, 4.0)), Some(drag));
        pointers.press(2, at(23.0, 4.0), None);
        let pinch = Drag {
            from: at(18.0, 4.0),
            to: at(23.0, 4.0),
            factor: Some(2.0),
        };
        assert_eq!(pointers.drag(2, at(33.0, 4.0)), Some(pinch));
        assert!(!pointers.lift(1));
        assert!(pointers.lift(2));
    }

    #[test]
    fn a_click_selects_what_the_pointer_went_down_on_unless_it_has_dragged() {
        let mut pointers = Pointers::default();
        for (far, by_key, click) in [
            (4.0, false, Click::Press(Some('a'))),
            (5.0, false, Click::EndOfDrag),
            (5.0, true, Click::Key),
        ] {
            pointers.press(1, at(0.0, 0.0), Some('a'));
            pointers.drag(1, at(far, 0.0));
            pointers.lift(1);
            assert_eq!(pointers.click(by_key), click, "{far}");
            assert!(!pointers.have_dragged(), "each drag ends once");
            assert_eq!(pointers.click(false), Click::Press(None), "and a press");
        }
    }
}
