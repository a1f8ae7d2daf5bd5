//! Finds room for markers near their places.
//!
//! Markers first push each other apart like discs on a table, which spreads a
//! cluster outwards; then each takes the nearest free spot, so that none
//! overlap whatever the pushing came to; at last they trade and tighten, which
//! shortens the lines to their places and uncrosses them. Each alone was
//! tried: pushing never quite ends in a crowd, and free spots taken one after
//! the other send the last ones far away.

use super::view::{PxPoint, Viewport};
use super::within;
use crate::sin_cos::cos_sin;

/// Between the centres of two markers: their size and a sliver of map.
pub(super) const GAP: f64 = 24.5;

/// Between the centre of a marker and a point to be kept clear: half a
/// marker's size and a few pixels to hit.
pub(super) const CLEARANCE: f64 = 15.0;

/// How often markers push each other.
const PUSHES: usize = 60;

/// How often markers trade and tighten, unless nothing moves any more.
const ROUNDS: usize = 6;

/// Between two spots that are tried.
const STEP: f64 = 3.0;

/// Centres for markers of the places `anchors`, in their order: [`GAP`] apart,
/// within `room` where their place is, and, where there is room for it,
/// [`CLEARANCE`] off the points `clear`.
pub(super) fn place(anchors: &[PxPoint], clear: &[PxPoint], room: Viewport) -> Vec<PxPoint> {
    let table = Table {
        anchors,
        clear,
        room,
    };
    let mut centres = table.settled(&table.pushed());
    for _ in 0..ROUNDS {
        let traded = table.trade(&mut centres);
        let tightened = table.tighten(&mut centres);
        if !traded && !tightened {
            break;
        }
    }
    centres
}

struct Table<'a> {
    anchors: &'a [PxPoint],
    clear: &'a [PxPoint],
    room: Viewport,
}

impl Table<'_> {
    /// Roughly where markers go when they push each other away.
    fn pushed(&self) -> Vec<PxPoint> {
        let mut centres: Vec<PxPoint> = (self.anchors.iter().enumerate())
            // Places at one point need a direction to part in.
            .map(|(at, anchor)| moved(*anchor, 0.01, GOLDEN_ANGLE * count(at)))
            .collect();
        for _ in 0..PUSHES {
            for one in 0..centres.len() {
                for other in one + 1..centres.len() {
                    let (dx, dy) = push(centres[one], centres[other], GAP);
                    centres[one].x -= dx / 2.0;
                    centres[one].y -= dy / 2.0;
                    centres[other].x += dx / 2.0;
                    centres[other].y += dy / 2.0;
                }
                for point in self.clear {
                    let (dx, dy) = push(*point, centres[one], CLEARANCE);
                    centres[one].x += dx;
                    centres[one].y += dy;
                }
                if self.in_room(self.anchors[one]) {
                    let centre = &mut centres[one];
                    centre.x = within(centre.x, 0.0, self.room.width);
                    centre.y = within(centre.y, 0.0, self.room.height);
                }
            }
        }
        centres
    }

    /// Each marker at the free spot that is nearest to its wish, those that
    /// wish to be nearest to their place first.
    fn settled(&self, wishes: &[PxPoint]) -> Vec<PxPoint> {
        let wish = |at: usize| wishes[at].distance(self.anchors[at]);
        // The bits of numbers that are not negative are in the numbers' order.
        let key = |at: u32| (wish(at as usize).to_bits(), at);
        let mut order: Vec<(u64, u32)> = (0..).zip(wishes).map(|(at, _)| key(at)).collect();
        order.sort_unstable();

        let mut centres: Vec<PxPoint> = wishes.to_vec();
        let mut taken: Vec<PxPoint> = Vec::with_capacity(wishes.len());
        for at in order.into_iter().map(|(_, at)| at as usize) {
            let apart = |spot: PxPoint| taken.iter().all(|other| spot.distance(*other) >= GAP);
            let in_room = |spot: PxPoint| self.may_be(at, spot);
            // A crowd may leave no room for the niceties; far out there is
            // always room for the marker itself.
            let reach = self.room.width + self.room.height;
            let spot = spots(wishes[at], GAP * 6.0)
                .find(|spot| self.is_clear(*spot) && in_room(*spot) && apart(*spot))
                .or_else(|| spots(wishes[at], reach).find(|spot| in_room(*spot) && apart(*spot)))
                .or_else(|| spots(wishes[at], f64::INFINITY).find(|spot| apart(*spot)))
                .expect("spots go on for ever, markers do not");
            centres[at] = spot;
            taken.push(spot);
        }
        centres
    }

    /// Lets two markers trade their spots where that shortens their lines.
    fn trade(&self, centres: &mut [PxPoint]) -> bool {
        let mut traded = false;
        for one in 0..centres.len() {
            for other in one + 1..centres.len() {
                let now = self.stretch(one, centres[one]) + self.stretch(other, centres[other]);
                let then = self.stretch(one, centres[other]) + self.stretch(other, centres[one]);
                if then < now - 0.01
                    && self.may_be(one, centres[other])
                    && self.may_be(other, centres[one])
                {
                    centres.swap(one, other);
                    traded = true;
                }
            }
        }
        traded
    }

    /// Lets each marker take a free spot that is nearer to its place.
    fn tighten(&self, centres: &mut [PxPoint]) -> bool {
        let mut tightened = false;
        for at in 0..centres.len() {
            let anchor = self.anchors[at];
            let now = anchor.distance(centres[at]);
            if now == 0.0 {
                continue;
            }
            let rivals: Vec<PxPoint> = (centres.iter().enumerate())
                .filter(|(rival, centre)| *rival != at && centre.distance(anchor) < now + GAP)
                .map(|(_, centre)| *centre)
                .collect();
            let nearer = spots(anchor, (now - STEP / 2.0).max(0.0)).find(|spot| {
                rivals.iter().all(|rival| spot.distance(*rival) >= GAP)
                    && self.is_clear(*spot)
                    && self.may_be(at, *spot)
            });
            if let Some(spot) = nearer {
                centres[at] = spot;
                tightened = true;
            }
        }
        tightened
    }

    fn stretch(&self, at: usize, centre: PxPoint) -> f64 {
        self.anchors[at].distance(centre).powi(2)
    }

    fn is_clear(&self, spot: PxPoint) -> bool {
        (self.clear.iter()).all(|point| spot.distance(*point) >= CLEARANCE)
    }

    /// A marker must be on screen if its place is.
    fn may_be(&self, at: usize, spot: PxPoint) -> bool {
        self.in_room(spot) || !self.in_room(self.anchors[at])
    }

    fn in_room(&self, point: PxPoint) -> bool {
        (0.0..=self.room.width).contains(&point.x) && (0.0..=self.room.height).contains(&point.y)
    }
}

/// 137.5°: directions a multiple of it apart never fall together.
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;

/// How far `other` must go to be `gap` away from `one`.
fn push(one: PxPoint, other: PxPoint, gap: f64) -> (f64, f64) {
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
            (0..around).map(move |at| {
                let angle = std::f64::consts::TAU * f64::from(at) / f64::from(around);
                moved(middle, radius, angle)
            })
        })
}

fn moved(from: PxPoint, distance: f64, angle: f64) -> PxPoint {
    let (x, y) = cos_sin(angle);
    PxPoint {
        x: from.x + distance * x,
        y: from.y + distance * y,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of markers")]
fn count(at: usize) -> f64 {
    at as f64
}
