//! Moving the map by drag, pinch and wheel.
//!
//! While a gesture lasts only a CSS transform moves the drawing; where it has
//! come to is kept here and drawn once at the end.

use directory::catalogue::decimal;
use directory::map::{Camera, MapTransform, PxPoint};

use crate::gestures::Drag;

/// A gesture under way.
#[derive(Debug, Clone, Copy)]
pub struct Gesture {
    /// What was drawn when it began.
    drawn: Camera,
    /// Where it has come to.
    pub camera: Camera,
    transform: MapTransform,
}

impl Gesture {
    /// Nothing has moved yet.
    pub fn new(drawn: Camera, transform: MapTransform) -> Self {
        Self {
            drawn,
            camera: drawn,
            transform,
        }
    }

    /// Pointers have moved the map.
    pub fn drag(&mut self, drag: Drag) {
        let Drag { from, to, factor } = drag;
        self.camera = self
            .transform
            .panned(self.camera, to.x - from.x, to.y - from.y);
        if let Some(factor) = factor {
            self.zoom(factor, to);
        }
    }

    /// Zooms around a point of the drawing.
    pub fn zoom(&mut self, factor: f64, around: PxPoint) {
        self.camera = self.transform.zoomed(self.camera, factor, around);
    }

    /// The CSS transform that shows `camera` with what is drawn.
    pub fn transform(&self) -> String {
        // Where the top left corner of the drawing has come to.
        let corner = self
            .transform
            .to_map(self.drawn, PxPoint { x: 0.0, y: 0.0 });
        let PxPoint { x, y } = self.transform.to_px(self.camera, corner);
        let scale = decimal(self.camera.scale / self.drawn.scale, 4);
        let (x, y) = (decimal(x, 2), decimal(y, 2));
        format!("translate({x}px, {y}px) scale({scale})")
    }
}
