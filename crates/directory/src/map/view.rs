//! What part of the map is on screen, and how a reader moves it.

use super::clamp;
use super::markers::MemberGeometry;
use super::projection::{self, MapPoint};
use crate::query::MapView;

/// Space left around what is framed, pixels.
pub const PADDING: f64 = 24.0;

/// Closest zoom, in times the scale at which the whole network fits: the
/// limit that the address documents.
pub const CLOSEST: f64 = 32.0;

/// Closest zoom when framing chosen states, so that a small one is still
/// seen among its neighbours.
pub const CLOSEST_FRAME: f64 = 8.0;

/// A drawing narrower than this, pixels, is that of a phone.
const PHONE: f64 = 600.0;

/// On a phone or an upright screen the network fills the height, but is at
/// least and at most so wide, pixels, and the reader pans: fitted into the
/// width of a phone it would be a thin strip under a thicket of markers.
const UPRIGHT_WIDTH: [f64; 2] = [900.0, 1200.0];

/// A point of the drawing, pixels from its top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PxPoint {
    pub x: f64,
    pub y: f64,
}

impl PxPoint {
    /// The distance to another point, pixels.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle of the map, map units.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// The whole drawing.
    pub const WORLD: Self = Self {
        left: 0.0,
        top: 0.0,
        right: projection::WIDTH,
        bottom: projection::HEIGHT,
    };

    /// The rectangle around several; none around nothing.
    pub fn around(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(|one, other| Self {
            left: one.left.min(other.left),
            top: one.top.min(other.top),
            right: one.right.max(other.right),
            bottom: one.bottom.max(other.bottom),
        })
    }

    /// Map units.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Map units.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// The point in the middle.
    pub fn middle(self) -> MapPoint {
        MapPoint {
            x: f64::midpoint(self.left, self.right),
            y: f64::midpoint(self.top, self.bottom),
        }
    }
}

impl From<[f64; 4]> for Bounds {
    /// From `box` of a shape in map.json.
    fn from([left, top, right, bottom]: [f64; 4]) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }
}

/// The size of the drawing on screen, pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Viewport {
    pub width: f64,
    pub height: f64,
}

/// Space at the edges of the drawing that other things cover, pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Margins {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Which part of the map is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// The point in the middle of the drawing.
    pub centre: MapPoint,
    /// Pixels for each map unit.
    pub scale: f64,
}

/// A map of given states in a drawing of given size. It knows where home is
/// and how far a reader may go, and every camera that it gives keeps to that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapTransform {
    viewport: Viewport,
    /// Around the shapes of the network's members.
    members: Bounds,
    /// The scale at which all members are in view: zoom 1.
    whole: f64,
    /// The smallest scale: `whole`, or on a phone that of home.
    smallest: f64,
    home: Camera,
}

impl MapTransform {
    /// A transform for these members, as [`Self::new`] makes it.
    pub fn around(viewport: Viewport, members: &[MemberGeometry]) -> Self {
        let members = members.iter();
        Self::new(
            viewport,
            members.map(|member| (member.bounds, member.point)),
        )
    }

    /// A transform for the members whose boxes and label points are given.
    ///
    /// The drawing is taken to be at least 48 pixels a side, so that there is a
    /// sensible answer while a page is laid out. Without members the world
    /// is shown.
    pub fn new(viewport: Viewport, members: impl IntoIterator<Item = (Bounds, MapPoint)>) -> Self {
        let viewport = Viewport {
            width: viewport.width.max(2.0 * PADDING),
            height: viewport.height.max(2.0 * PADDING),
        };
        let (boxes, points): (Vec<Bounds>, Vec<MapPoint>) = members.into_iter().unzip();
        let members = Bounds::around(boxes).unwrap_or(Bounds::WORLD);
        let whole = scale_to_fit(members, viewport, PADDING);
        let mut transform = Self {
            viewport,
            members,
            whole,
            smallest: whole,
            home: Camera {
                centre: members.middle(),
                scale: whole,
            },
        };
        if viewport.width < PHONE || viewport.height > viewport.width {
            let [least, most] = UPRIGHT_WIDTH.map(|pixels| pixels / members.width().max(1.0));
            let high = (viewport.height - 2.0 * PADDING) / members.height().max(1.0);
            let scale = clamp(high, least, most).max(whole);
            transform.home = transform.clamped(Camera {
                centre: MapPoint {
                    x: median(points.iter().map(|point| point.x)).unwrap_or(members.middle().x),
                    y: members.middle().y,
                },
                scale,
            });
        }
        if viewport.width < PHONE {
            transform.smallest = transform.home.scale;
        }
        transform
    }

    /// The size of the drawing.
    pub fn viewport(&self) -> Viewport {
        self.viewport
    }

    /// How wide all members together are drawn, pixels.
    pub fn width_of_members(&self, camera: Camera) -> f64 {
        self.members.width() * camera.scale
    }

    /// Where a reader starts: all members, and as little polar void as that
    /// allows; on an upright screen the middle of the members, larger.
    pub fn home(&self) -> Camera {
        self.home
    }

    /// Frames a rectangle: a region, a selection. A small one stays among its
    /// neighbours.
    pub fn framed(&self, bounds: Bounds) -> Camera {
        let closest = self.whole * CLOSEST_FRAME;
        self.clamped(Camera {
            centre: bounds.middle(),
            scale: scale_to_fit(bounds, self.viewport, PADDING).min(closest),
        })
    }

    /// Zooms by `factor`, the map under `around` staying where it is.
    pub fn zoomed(&self, camera: Camera, factor: f64, around: PxPoint) -> Camera {
        let closest = self.whole * CLOSEST;
        let scale = clamp(camera.scale * factor, self.smallest, closest);
        let fixed = self.to_map(camera, around);
        let keep = camera.scale / scale;
        self.clamped(Camera {
            centre: MapPoint {
                x: fixed.x + (camera.centre.x - fixed.x) * keep,
                y: fixed.y + (camera.centre.y - fixed.y) * keep,
            },
            scale,
        })
    }

    /// Moves the map by pixels, to the right and down, as a drag does.
    pub fn panned(&self, camera: Camera, dx: f64, dy: f64) -> Camera {
        self.clamped(Camera {
            centre: MapPoint {
                x: camera.centre.x - dx / camera.scale,
                y: camera.centre.y - dy / camera.scale,
            },
            ..camera
        })
    }

    /// Moves the map as little as needed for `point` to be seen within the
    /// margins; a point that is seen moves nothing.
    pub fn brought_into_view(&self, camera: Camera, point: MapPoint, margins: Margins) -> Camera {
        let at = self.to_px(camera, point);
        let step = |at: f64, low: f64, high: f64| {
            if low > high {
                f64::midpoint(low, high) - at
            } else {
                clamp(at, low, high) - at
            }
        };
        let dx = step(at.x, margins.left, self.viewport.width - margins.right);
        let dy = step(at.y, margins.top, self.viewport.height - margins.bottom);
        if dx == 0.0 && dy == 0.0 {
            camera
        } else {
            self.panned(camera, dx, dy)
        }
    }

    /// Where a point of the map is on screen.
    pub fn to_px(&self, camera: Camera, point: MapPoint) -> PxPoint {
        PxPoint {
            x: (point.x - camera.centre.x) * camera.scale + self.viewport.width / 2.0,
            y: (point.y - camera.centre.y) * camera.scale + self.viewport.height / 2.0,
        }
    }

    /// Which point of the map is at a point of the screen.
    pub fn to_map(&self, camera: Camera, point: PxPoint) -> MapPoint {
        MapPoint {
            x: (point.x - self.viewport.width / 2.0) / camera.scale + camera.centre.x,
            y: (point.y - self.viewport.height / 2.0) / camera.scale + camera.centre.y,
        }
    }

    /// How the address writes `camera`; nothing for home.
    pub fn view_of(&self, camera: Camera) -> Option<MapView> {
        let view = self.rounded(camera);
        (view != self.rounded(self.home)).then_some(view)
    }

    /// The camera that the address asks for.
    pub fn camera_at(&self, view: Option<MapView>) -> Camera {
        view.map_or(self.home, |view| {
            self.clamped(Camera {
                centre: MapPoint {
                    x: f64::from(view.x),
                    y: f64::from(view.y),
                },
                scale: self.whole * f64::from(view.zoom) / 100.0,
            })
        })
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped cameras are near the map"
    )]
    #[expect(clippy::cast_sign_loss, reason = "a clamped zoom is 1 or more")]
    fn rounded(&self, camera: Camera) -> MapView {
        MapView {
            x: camera.centre.x.round() as i32,
            y: camera.centre.y.round() as i32,
            zoom: (camera.scale / self.whole * 100.0).round() as u16,
        }
    }

    /// The nearest camera that does not lose the map: between zoom 1 and
    /// [`CLOSEST`], and moved at most a quarter of the drawing, or of the world
    /// where that is smaller, beyond the point where their edges meet. That
    /// quarter lets a reader pull any place out from under a panel.
    fn clamped(&self, camera: Camera) -> Camera {
        let scale = clamp(camera.scale, self.smallest, self.whole * CLOSEST);
        let clamp_axis = |at: f64, low: f64, high: f64, pixels: f64| {
            let half = pixels / scale / 2.0;
            let (one, other) = (low + half, high - half);
            let beyond = half.min((high - low) / 2.0) / 2.0;
            clamp(at, one.min(other) - beyond, one.max(other) + beyond)
        };
        let Bounds {
            left,
            top,
            right,
            bottom,
        } = Bounds::WORLD;
        Camera {
            centre: MapPoint {
                x: clamp_axis(camera.centre.x, left, right, self.viewport.width),
                y: clamp_axis(camera.centre.y, top, bottom, self.viewport.height),
            },
            scale,
        }
    }
}

/// The largest scale at which `bounds` and `padding` pixels around it fit.
fn scale_to_fit(bounds: Bounds, viewport: Viewport, padding: f64) -> f64 {
    let fit = |pixels: f64, units: f64| (pixels - 2.0 * padding).max(1.0) / units.max(1.0);
    fit(viewport.width, bounds.width()).min(fit(viewport.height, bounds.height()))
}

/// The middle one of values that are not negative, the lower one of two.
fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    // The bits of such numbers are in the numbers' order. As pairs they are
    // sorted by the code that sorts results too: a sort of their own would cost
    // the program a kilobyte.
    let mut values: Vec<(u64, u32)> = values.map(|value| (value.to_bits(), 0)).collect();
    values.sort_unstable();
    let (bits, _) = values.get(values.len().saturating_sub(1) / 2)?;
    Some(f64::from_bits(*bits))
}

#[cfg(test)]
mod tests;
