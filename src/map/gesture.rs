//! Moving the map by drag, pinch and wheel.
//!
//! While a gesture lasts only a CSS transform moves the drawing; where it has
//! come to is kept here and drawn once at the end.

use directory::map::{Camera, PxPoint, Stage};
use directory::words::decimal;

/// A gesture under way.
#[derive(Debug, Clone)]
pub struct Gesture {
    /// What was drawn when it began.
    drawn: Camera,
    /// Where it has come to.
    pub camera: Camera,
    stage: Stage,
    pointers: Vec<Pointer>,
    /// Whether a pointer has moved so far that its lifting is no click.
    pub dragged: bool,
    travelled: f64,
}

/// A finger or a mouse button that is down.
#[derive(Debug, Clone, Copy)]
struct Pointer {
    id: i32,
    at: PxPoint,
}

/// Pixels that a pointer may tremble and still click.
const TREMBLE: f64 = 4.0;

impl Gesture {
    /// Nothing has moved yet.
    pub fn new(drawn: Camera, stage: Stage) -> Self {
        Self {
            drawn,
            camera: drawn,
            stage,
            pointers: Vec::new(),
            dragged: false,
            travelled: 0.0,
        }
    }

    /// A pointer goes down.
    pub fn press(&mut self, id: i32, at: PxPoint) {
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.push(Pointer { id, at });
    }

    /// A pointer moves: one drags, two also zoom.
    pub fn drag(&mut self, id: i32, at: PxPoint) {
        let Some(place) = self.pointers.iter().position(|pointer| pointer.id == id) else {
            return;
        };
        let (middle, reach) = self.grip();
        self.travelled += self.pointers[place].at.distance(at);
        self.dragged |= self.travelled > TREMBLE;
        self.pointers[place].at = at;
        let (new_middle, new_reach) = self.grip();
        self.camera = self.stage.panned(
            self.camera,
            new_middle.x - middle.x,
            new_middle.y - middle.y,
        );
        if reach > 0.0 && new_reach > 0.0 {
            self.zoom(new_reach / reach, new_middle);
        }
    }

    /// A pointer is lifted; tells whether it was the last one.
    pub fn lift(&mut self, id: i32) -> bool {
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.is_empty()
    }

    /// Zooms around a point of the drawing.
    pub fn zoom(&mut self, factor: f64, around: PxPoint) {
        self.camera = self.stage.zoomed(self.camera, factor, around);
    }

    /// The middle of the pointers and the sum of their distances from it.
    fn grip(&self) -> (PxPoint, f64) {
        // Fingers are few.
        let count = f64::from(u8::try_from(self.pointers.len().max(1)).unwrap_or(u8::MAX));
        let middle = PxPoint {
            x: self
                .pointers
                .iter()
                .map(|pointer| pointer.at.x)
                .sum::<f64>()
                / count,
            y: self
                .pointers
                .iter()
                .map(|pointer| pointer.at.y)
                .sum::<f64>()
                / count,
        };
        (
            middle,
            self.pointers
                .iter()
                .map(|pointer| pointer.at.distance(middle))
                .sum(),
        )
    }

    /// The CSS transform that shows `camera` with what is drawn.
    pub fn transform(&self) -> String {
        // Where the top left corner of the drawing has come to.
        let corner = self.stage.to_map(self.drawn, PxPoint { x: 0.0, y: 0.0 });
        let PxPoint { x, y } = self.stage.to_px(self.camera, corner);
        let scale = decimal(self.camera.scale / self.drawn.scale, 4);
        let (x, y) = (decimal(x, 2), decimal(y, 2));
        format!("translate({x}px, {y}px) scale({scale})")
    }
}
