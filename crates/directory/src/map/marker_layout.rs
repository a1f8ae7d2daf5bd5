//! Lays out markers near their anchors, the places that they stand for.
//!
//! Markers first repel each other, which spreads a cluster outwards; then each
//! takes the nearest free spot, so that none overlap whatever the repulsion
//! came to; at last they swap and tighten, which shortens the lines to their
//! anchors and uncrosses them. Each alone was tried: repulsion never quite ends
//! in a crowd, and free spots taken one after the other send the last ones far
//! away.

use super::clamp;
use super::view::{PxPoint, Viewport};
use crate::sin_cos::cos_sin;

/// Between the centres of two markers: their size and a sliver of map.
pub(super) const GAP: f64 = 24.5;

/// Between the centre of a marker and a point to be kept clear: half a
/// marker's size and a few pixels to hit.
pub(super) const CLEARANCE: f64 = 15.0;

/// How often markers repel each other.
const REPULSIONS: usize = 60;

/// How often markers swap and tighten, unless nothing moves any more.
const IMPROVEMENTS: usize = 6;

/// How far a marker moves at most beside its anchor for a spot that is a little
/// nearer.
const STEADY: f64 = 9.0;

/// Between two spots that are tried.
const STEP: f64 = 3.0;

/// Centres for markers of the places `anchors`, in their order, near those that
/// they had `before`: [`GAP`] apart, within `viewport` where their anchor is,
/// and, where there is room for it, [`CLEARANCE`] off the points of `keep_clear`.
pub(super) fn marker_centres(
    anchors: &[PxPoint],
    before: &[Option<PxPoint>],
    keep_clear: &[PxPoint],
    viewport: Viewport,
) -> Vec<PxPoint> {
    let layout = MarkerLayout {
        anchors,
        before,
        keep_clear,
        viewport,
    };
    let mut centres = layout.assign_spots(&layout.repelled());
    for _ in 0..IMPROVEMENTS {
        let swapped = layout.swap_improving(&mut centres);
        let tightened = layout.tighten(&mut centres);
        if !swapped && !tightened {
            break;
        }
    }
    centres
}

struct MarkerLayout<'a> {
    anchors: &'a [PxPoint],
    before: &'a [Option<PxPoint>],
    keep_clear: &'a [PxPoint],
    viewport: Viewport,
}

impl MarkerLayout<'_> {
    /// Roughly where markers go when they repel each other.
    fn repelled(&self) -> Vec<PxPoint> {
        let places = self.anchors.iter().zip(self.before).enumerate();
        let mut centres: Vec<PxPoint> = places
            // Anchors at one point need a direction to part in.
            .map(|(index, (anchor, before))| {
                before.unwrap_or_else(|| offset(*anchor, 0.01, GOLDEN_ANGLE * count(index)))
            })
            .collect();
        for _ in 0..REPULSIONS {
            for one in 0..centres.len() {
                for other in one + 1..centres.len() {
                    let (dx, dy) = repulsion(centres[one], centres[other], GAP);
                    centres[one].x -= dx / 2.0;
                    centres[one].y -= dy / 2.0;
                    centres[other].x += dx / 2.0;
                    centres[other].y += dy / 2.0;
                }
                for point in self.keep_clear {
                    let (dx, dy) = repulsion(*point, centres[one], CLEARANCE);
                    centres[one].x += dx;
                    centres[one].y += dy;
                }
                if self.in_viewport(self.anchors[one]) {
                    let centre = &mut centres[one];
                    centre.x = clamp(centre.x, 0.0, self.viewport.width);
                    centre.y = clamp(centre.y, 0.0, self.viewport.height);
                }
            }
        }
        centres
    }

    /// Each marker at the free spot that is nearest to its target, those whose
    /// target is nearest to their anchor first.
    fn assign_spots(&self, targets: &[PxPoint]) -> Vec<PxPoint> {
        let distance = |index: usize| targets[index].distance(self.anchors[index]);
        // The bits of numbers that are not negative are in the numbers' order.
        let key = |index: u32| (distance(index as usize).to_bits(), index);
        let indices = (0..).zip(targets).map(|(index, _)| index);
        let mut order: Vec<(u64, u32)> = indices.map(key).collect();
        order.sort_unstable();

        let mut centres: Vec<PxPoint> = targets.to_vec();
        let mut taken: Vec<PxPoint> = Vec::with_capacity(targets.len());
        for index in order.into_iter().map(|(_, index)| index as usize) {
            let target = targets[index];
            let is_free = |spot: PxPoint| taken.iter().all(|other| spot.distance(*other) >= GAP);
            let is_allowed = |spot: PxPoint| self.is_allowed(index, spot);
            // A crowd may leave nothing that keeps to all rules; far out there
            // is always room for the marker itself.
            let reach = self.viewport.width + self.viewport.height;
            let spot = spots(target, GAP * 6.0)
                .find(|spot| self.is_clear(*spot) && is_allowed(*spot) && is_free(*spot))
                .or_else(|| spots(target, reach).find(|spot| is_allowed(*spot) && is_free(*spot)))
                .or_else(|| spots(target, f64::INFINITY).find(|spot| is_free(*spot)))
                .expect("spots go on for ever, markers do not");
            centres[index] = spot;
            taken.push(spot);
        }
        centres
    }

    /// Swaps the spots of two markers where that shortens their lines.
    fn swap_improving(&self, centres: &mut [PxPoint]) -> bool {
        let mut swapped = false;
        for one in 0..centres.len() {
            for other in one + 1..centres.len() {
                let now = self.cost(one, centres[one]) + self.cost(other, centres[other]);
                let then = self.cost(one, centres[other]) + self.cost(other, centres[one]);
                // Who stood somewhere before changes only for much.
                let gain = if self.before[one].is_some() && self.before[other].is_some() {
                    GAP * GAP
                } else {
                    0.01
                };
                if then < now - gain
                    && self.is_allowed(one, centres[other])
                    && self.is_allowed(other, centres[one])
                {
                    centres.swap(one, other);
                    swapped = true;
                }
            }
        }
        swapped
    }

    /// Moves each marker to a free spot that is nearer to its anchor.
    fn tighten(&self, centres: &mut [PxPoint]) -> bool {
        let mut tightened = false;
        for index in 0..centres.len() {
            let anchor = self.anchors[index];
            let now = anchor.distance(centres[index]);
            if now == 0.0 {
                continue;
            }
            let neighbours: Vec<PxPoint> = (centres.iter().enumerate())
                .filter(|(other, centre)| *other != index && centre.distance(anchor) < now + GAP)
                .map(|(_, centre)| *centre)
                .collect();
            let is_steady = |spot: PxPoint| {
                self.before[index].is_none()
                    || spot.distance(centres[index]) <= STEADY
                    || spot.distance(anchor) < now - GAP
            };
            let nearer = spots(anchor, (now - STEP / 2.0).max(0.0)).find(|spot| {
                is_steady(*spot)
                    && (neighbours.iter()).all(|neighbour| spot.distance(*neighbour) >= GAP)
                    && self.is_clear(*spot)
                    && self.is_allowed(index, *spot)
            });
            if let Some(spot) = nearer {
                centres[index] = spot;
                tightened = true;
            }
        }
        tightened
    }

    /// Of a marker at `centre`: the square of how far it is from its anchor.
    fn cost(&self, index: usize, centre: PxPoint) -> f64 {
        self.anchors[index].distance(centre).powi(2)
    }

    fn is_clear(&self, spot: PxPoint) -> bool {
        (self.keep_clear.iter()).all(|point| spot.distance(*point) >= CLEARANCE)
    }

    /// A marker must be on screen if its anchor is.
    fn is_allowed(&self, index: usize, spot: PxPoint) -> bool {
        self.in_viewport(spot) || !self.in_viewport(self.anchors[index])
    }

    fn in_viewport(&self, point: PxPoint) -> bool {
        (0.0..=self.viewport.width).contains(&point.x)
            && (0.0..=self.viewport.height).contains(&point.y)
    }
}

/// 137.5°: directions a multiple of it apart never fall together.
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;

/// How far `other` must go to be `gap` away from `one`.
fn repulsion(one: PxPoint, other: PxPoint, gap: f64) -> (f64, f64) {
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    let square = dx * dx + dy * dy;
    if square >= gap * gap || square == 0.0 {
        return (0.0, 0.0);
    }
    let part = gap / square.sqrt() - 1.0;
    (dx * part, dy * part)
}

/// Spots around a point, nearest first, up to a distance.
fn spots(middle: PxPoint, reach: f64) -> impl Iterator<Item = PxPoint> {
    (0_u32..)
        .map(|ring| f64::from(ring) * STEP)
        .take_while(move |radius| *radius <= reach)
        .flat_map(move |radius| {
            #[expect(clippy::cast_possible_truncation, reason = "a ring has few spots")]
            #[expect(clippy::cast_sign_loss, reason = "a radius is not negative")]
            let around = ((std::f64::consts::TAU * radius / STEP) as u32).max(1);
            (0..around).map(move |step| {
                let angle = std::f64::consts::TAU * f64::from(step) / f64::from(around);
                offset(middle, radius, angle)
            })
        })
}

fn offset(from: PxPoint, distance: f64, angle: f64) -> PxPoint {
    let (x, y) = cos_sin(angle);
    PxPoint {
        x: from.x + distance * x,
        y: from.y + distance * y,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of markers")]
fn count(index: usize) -> f64 {
    index as f64
}
