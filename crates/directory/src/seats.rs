//! Seat charts: where the seats of a chamber are drawn, and what each shows.
//!
//! The chart counts; it is no seating plan. Women sit first, then the other
//! filled seats, then vacant ones; where a number is not known the chart says
//! so by its own kind of seat instead of guessing.

use crate::model::Chamber;
use crate::sin_cos::cos_sin;

/// A drawn chamber; lengths are in chart units, the chart is 200 wide.
#[derive(Debug, Clone, PartialEq)]
pub struct SeatChart {
    /// Height of the drawing.
    pub height: f64,
    /// Diameter of a seat.
    pub seat: f64,
    /// Seats from the reader's left to right, in the order they are counted.
    pub seats: Vec<Seat>,
    /// Radius of each row of the half circle, from the inside; none where the
    /// seats stand in one straight row.
    pub rows: Vec<f64>,
}

/// One seat of the chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seat {
    /// Centre, from the left.
    pub x: f64,
    /// Centre, from the top.
    pub y: f64,
    /// Index of its row among [`SeatChart::rows`].
    pub row: usize,
    /// What it shows.
    pub kind: SeatKind,
}

/// What a drawn seat stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeatKind {
    /// Held by a woman.
    Woman,
    /// Filled, not by a woman.
    Other,
    /// Filled or not, and by whom, is not known.
    Unknown,
    /// Not filled.
    Vacant,
}

/// How many seats of each kind a chamber has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatCount {
    /// Held by women.
    pub women: u32,
    /// Filled, not by women.
    pub other: u32,
    /// Not known.
    pub unknown: u32,
    /// By law but not filled.
    pub vacant: u32,
}

/// Width of every chart.
pub const WIDTH: f64 = 200.0;

/// Houses of at most this many seats are drawn as one row.
const SINGLE_ROW: u32 = 11;

/// Innermost radius as a share of the outermost.
const INNER_RADIUS: f64 = 0.4;

impl SeatCount {
    /// Counts a chamber's seats; none where neither number is known.
    ///
    /// More filled seats than seats by law, which a few chambers have, make
    /// the chart as large as the filled seats.
    pub fn from_chamber(chamber: &Chamber) -> Option<Self> {
        let filled = chamber.filled;
        let total = chamber.seats.max(filled)?;
        Some(match (chamber.women, filled) {
            (Some(women), Some(filled)) => Self {
                women: women.min(filled),
                other: filled.saturating_sub(women),
                unknown: 0,
                vacant: total - filled,
            },
            (_, filled) => Self {
                women: 0,
                other: 0,
                unknown: filled.unwrap_or(total),
                vacant: total - filled.unwrap_or(total),
            },
        })
    }

    /// So many seats, none of them filled.
    pub fn vacant(vacant: u32) -> Self {
        Self {
            women: 0,
            other: 0,
            unknown: 0,
            vacant,
        }
    }

    /// All seats of the chart.
    pub fn total(self) -> u32 {
        self.women + self.other + self.unknown + self.vacant
    }

    /// The kind of the seat with this index.
    fn kind(self, index: u32) -> SeatKind {
        if index < self.women {
            SeatKind::Woman
        } else if index < self.women + self.other {
            SeatKind::Other
        } else if index < self.women + self.other + self.unknown {
            SeatKind::Unknown
        } else {
            SeatKind::Vacant
        }
    }
}

impl SeatChart {
    /// Draws `count` seats: a row for tiny houses, else a half circle.
    pub fn new(count: SeatCount) -> Self {
        if count.total() <= SINGLE_ROW {
            row(count)
        } else {
            hemicycle(count)
        }
    }
}

/// One straight row, centred.
fn row(count: SeatCount) -> SeatChart {
    let total = count.total();
    let step = WIDTH / f64::from(SINGLE_ROW);
    let start = (WIDTH - step * f64::from(total)) / 2.0 + step / 2.0;
    let seats = (0..total).map(|index| Seat {
        x: start + step * f64::from(index),
        y: step / 2.0,
        row: 0,
        kind: count.kind(index),
    });
    SeatChart {
        height: step,
        seat: step * 0.72,
        seats: seats.collect(),
        rows: Vec::new(),
    }
}

/// Concentric half circles whose rows hold seats in proportion to their
/// length, so that neighbours are about as far apart everywhere.
fn hemicycle(count: SeatCount) -> SeatChart {
    let total = count.total();
    let rows = rows_for(total);
    let outer = WIDTH / 2.0;
    // Half a seat stays free at both ends of the chart.
    let gap = (1.0 - INNER_RADIUS) * outer / (f64::from(rows) - 0.5 + INNER_RADIUS);
    let radius = |row: u32| outer - gap / 2.0 - gap * f64::from(rows - 1 - row);
    let lengths: Vec<f64> = (0..rows).map(radius).collect();

    let mut seats_by_angle: Vec<(f64, f64, f64, usize)> = Vec::with_capacity(total as usize);
    let shared = lengths.iter().zip(shares(total, &lengths));
    for (row, (length, seats)) in shared.enumerate() {
        for seat in 0..seats {
            let part = if seats == 1 {
                0.5
            } else {
                f64::from(seat) / f64::from(seats - 1)
            };
            let angle = std::f64::consts::PI * (1.0 - part);
            let (right, up) = cos_sin(angle);
            seats_by_angle.push((angle, outer + length * right, length * up, row));
        }
    }
    // Counted like the hand of a clock, inner rows first, so that women form
    // one wedge.
    seats_by_angle.sort_by(|one, other| other.0.total_cmp(&one.0));

    let closest = lengths
        .iter()
        .zip(shares(total, &lengths))
        .filter(|(_, seats)| *seats > 1);
    let spacing = closest
        .map(|(length, seats)| std::f64::consts::PI * length / f64::from(seats - 1))
        .fold(gap, f64::min);
    let seat = spacing * 0.8;
    let base = outer - gap / 2.0 + seat / 2.0 + 1.0;
    let seats = (0u32..)
        .zip(seats_by_angle)
        .map(|(index, (_, right, up, row))| Seat {
            x: right,
            y: base - up,
            row,
            kind: count.kind(index),
        });
    SeatChart {
        height: base + seat / 2.0 + 1.0,
        seat,
        seats: seats.collect(),
        rows: lengths,
    }
}

/// The number of rows at which seats are about as far apart along a row as
/// between rows.
fn rows_for(total: u32) -> u32 {
    let capacity = |rows: u32| {
        let gap = (1.0 - INNER_RADIUS) / f64::from(rows);
        (0..rows)
            .map(|row| std::f64::consts::PI * (INNER_RADIUS + gap * (f64::from(row) + 0.5)) / gap)
            .sum::<f64>()
    };
    (2..=100)
        .find(|rows| capacity(*rows) >= f64::from(total))
        .unwrap_or(2)
}

/// `total` seats shared out in proportion to `lengths`, by largest remainder.
fn shares(total: u32, lengths: &[f64]) -> Vec<u32> {
    let sum: f64 = lengths.iter().sum();
    let exact: Vec<f64> = lengths
        .iter()
        .map(|length| f64::from(total) * length / sum)
        .collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small and positive"
    )]
    let mut whole: Vec<u32> = exact.iter().map(|share| share.floor() as u32).collect();
    let remainder = |row: usize| exact[row].fract();
    let mut by_remainder: Vec<usize> = (0..exact.len()).collect();
    by_remainder.sort_by(|one, other| remainder(*other).total_cmp(&remainder(*one)));
    let missing = total - whole.iter().sum::<u32>();
    for row in by_remainder.into_iter().take(missing as usize) {
        whole[row] += 1;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(women: u32, other: u32, unknown: u32, vacant: u32) -> SeatCount {
        SeatCount {
            women,
            other,
            unknown,
            vacant,
        }
    }

    #[test]
    fn every_seat_is_drawn_once_inside_the_chart_and_apart_from_the_others() {
        for total in [1, 7, 11, 12, 13, 25, 53, 90, 138, 400, 709, 2980] {
            let chart = SeatChart::new(count(total / 3, total - total / 3, 0, 0));
            assert_eq!(chart.seats.len(), total as usize);
            let half = chart.seat / 2.0;
            for seat in &chart.seats {
                assert!(
                    seat.x >= half - 1e-6 && seat.x <= WIDTH - half + 1e-6,
                    "{total}: {seat:?}"
                );
                assert!(
                    seat.y >= half && seat.y <= chart.height - half,
                    "{total}: {seat:?}"
                );
            }
            for (index, one) in chart.seats.iter().enumerate().take(500) {
                for other in &chart.seats[index + 1..] {
                    let apart = (one.x - other.x).hypot(one.y - other.y);
                    assert!(
                        apart >= chart.seat * 0.95,
                        "{total}: {apart} < {}",
                        chart.seat
                    );
                }
            }
        }
    }

    #[test]
    fn seats_are_counted_from_left_to_right_by_kind() {
        let chart = SeatChart::new(count(10, 20, 0, 5));
        let kinds: Vec<SeatKind> = chart.seats.iter().map(|seat| seat.kind).collect();
        assert!(kinds.is_sorted());
        assert!(chart.seats[0].x < chart.seats[34].x);
    }

    #[test]
    fn tiny_houses_stand_in_one_row() {
        assert!(SeatChart::new(count(2, 9, 0, 0)).rows.is_empty());
        assert!(!SeatChart::new(count(2, 10, 0, 0)).rows.is_empty());
    }
}
