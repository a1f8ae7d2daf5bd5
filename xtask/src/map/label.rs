//! Where the name of a shape stands: deep inside its largest part.

use std::{cmp::Ordering, collections::BinaryHeap};

/// A closed ring in map units, its first point not repeated.
pub type Ring = [[f64; 2]];

/// Twice the area, positive where the ring runs clockwise on the screen.
pub fn doubled_area(ring: &Ring) -> f64 {
    edges(ring)
        .map(|([ax, ay], [bx, by])| ax * by - bx * ay)
        .sum()
}

/// Left, top, right, bottom.
pub fn bounds(ring: &Ring) -> [f64; 4] {
    ring.iter().fold(
        [
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ],
        |[left, top, right, bottom], [x, y]| {
            [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
        },
    )
}

/// The pole of inaccessibility: the point inside the ring that is farthest
/// from its line, to a map unit.
///
/// Squares are halved, most promising first, until none can hold a better
/// point (the idea of Mapbox' polylabel). Coastlines of small islands are too
/// short for that: they get the middle of their box.
pub fn pole_of_inaccessibility(ring: &Ring) -> [f64; 2] {
    let [left, top, right, bottom] = bounds(ring);
    let (width, height) = (right - left, bottom - top);
    let half = width.min(height) / 2.0;
    let middle = [f64::midpoint(left, right), f64::midpoint(top, bottom)];
    if half < 1.0 {
        return middle;
    }

    let mut best = Square::new(ring, middle, 0.0);
    let mut waiting = BinaryHeap::new();
    let mut y = top + half;
    while y < bottom + half {
        let mut x = left + half;
        while x < right + half {
            waiting.push(Square::new(ring, [x, y], half));
            x += 2.0 * half;
        }
        y += 2.0 * half;
    }
    while let Some(square) = waiting.pop() {
        if square.depth > best.depth {
            best = Square {
                half: 0.0,
                ..square
            };
        }
        if square.promise() < best.depth + 1.0 {
            break;
        }
        let half = square.half / 2.0;
        let [x, y] = square.middle;
        for middle in [
            [x - half, y - half],
            [x + half, y - half],
            [x - half, y + half],
            [x + half, y + half],
        ] {
            waiting.push(Square::new(ring, middle, half));
        }
    }
    best.middle
}

/// A square and how deep inside the ring its middle lies.
struct Square {
    middle: [f64; 2],
    half: f64,
    depth: f64,
}

impl Square {
    fn new(ring: &Ring, middle: [f64; 2], half: f64) -> Self {
        let distance = edges(ring)
            .map(|(from, to)| distance(middle, from, to))
            .fold(f64::INFINITY, f64::min);
        let depth = if inside(ring, middle) {
            distance
        } else {
            -distance
        };
        Self {
            middle,
            half,
            depth,
        }
    }

    /// No point of the square is deeper than this.
    fn promise(&self) -> f64 {
        self.depth + self.half * std::f64::consts::SQRT_2
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |square: &Self| square.middle;
        self.promise()
            .total_cmp(&other.promise())
            .then_with(|| place(self)[0].total_cmp(&place(other)[0]))
            .then_with(|| place(self)[1].total_cmp(&place(other)[1]))
    }
}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

/// Whether a point lies inside the ring, by the number of lines to its right.
fn inside(ring: &Ring, [x, y]: [f64; 2]) -> bool {
    let crossed = edges(ring)
        .filter(|([ax, ay], [bx, by])| {
            (ay > &y) != (by > &y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
        })
        .count();
    crossed % 2 == 1
}

/// From a point to the line between two others.
fn distance([x, y]: [f64; 2], [ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let square = dx * dx + dy * dy;
    let along = if square > 0.0 {
        (((x - ax) * dx + (y - ay) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - ax - along * dx).hypot(y - ay - along * dy)
}

fn edges(ring: &Ring) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    let ends = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(ends.copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HORSESHOE: [[f64; 2]; 8] = [
        [0.0, 0.0],
        [90.0, 0.0],
        [90.0, 90.0],
        [60.0, 90.0],
        [60.0, 30.0],
        [30.0, 30.0],
        [30.0, 90.0],
        [0.0, 90.0],
    ];

    #[test]
    fn the_label_of_a_horseshoe_stands_on_the_horseshoe() {
        let point = pole_of_inaccessibility(&HORSESHOE);
        assert!(inside(&HORSESHOE, point), "{point:?}");
        assert!(!inside(&HORSESHOE, [45.0, 60.0]), "its middle is outside");
    }

    #[test]
    fn area_and_box_are_those_of_the_ring() {
        assert!((doubled_area(&HORSESHOE).abs() / 2.0 - 6_300.0).abs() < 1e-9);
        let expected = [0.0, 0.0, 90.0, 90.0];
        let mut sides = bounds(&HORSESHOE).into_iter().zip(expected);
        assert!(sides.all(|(side, expected)| (side - expected).abs() < 1e-9));
    }
}
