//! To which point an arrow key leads.

use super::view::PxPoint;

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Left,
    Up,
    Right,
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Left, Self::Up, Self::Right, Self::Down];

    /// How far `step` goes this way, and how far to its side.
    fn components(self, step: PxPoint) -> (f64, f64) {
        match self {
            Self::Left => (-step.x, step.y),
            Self::Up => (-step.y, step.x),
            Self::Right => (step.x, step.y),
            Self::Down => (step.y, step.x),
        }
    }
}

/// Where an arrow key leads from the point of `from`: to the point ahead that
/// is nearest when a pixel to the side counts as two; none at the edge, and
/// none where `from` is not among `points`.
///
/// Only points within 63° of the arrow count while there is one; else any
/// point ahead.
pub fn neighbour<T: Copy + PartialEq>(
    points: &[(T, PxPoint)],
    from: T,
    direction: Direction,
) -> Option<T> {
    let start = points.iter().find(|(item, _)| *item == from)?.1;
    points
        .iter()
        .filter(|(item, _)| *item != from)
        .filter_map(|(item, point)| {
            let (ahead, aside) = direction.components(PxPoint {
                x: point.x - start.x,
                y: point.y - start.y,
            });
            (ahead > 0.0).then_some((*item, aside.abs() > 2.0 * ahead, ahead.hypot(2.0 * aside)))
        })
        .min_by(|one, other| one.1.cmp(&other.1).then(one.2.total_cmp(&other.2)))
        .map(|(item, ..)| item)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ```text
    /// 0 1
    ///         2
    /// 3
    /// ```
    fn check(from: usize, direction: Direction, expected: Option<usize>) {
        let points = [(0.0, 0.0), (10.0, 0.0), (60.0, 12.0), (0.0, 30.0)];
        let points: Vec<_> = (points.into_iter().enumerate())
            .map(|(number, (x, y))| (number, PxPoint { x, y }))
            .collect();
        assert_eq!(
            neighbour(&points, from, direction),
            expected,
            "{from} {direction:?}"
        );
    }

    #[test]
    fn an_arrow_leads_to_the_nearest_place_ahead() {
        check(0, Direction::Right, Some(1));
        check(1, Direction::Right, Some(2));
        check(2, Direction::Left, Some(1));
        check(1, Direction::Left, Some(0));
        check(0, Direction::Down, Some(3));
        check(2, Direction::Right, None);
        check(9, Direction::Right, None);
    }

    #[test]
    fn a_place_far_to_the_side_is_reached_when_nothing_else_is_ahead() {
        check(1, Direction::Down, Some(3));
        check(2, Direction::Down, Some(3));
        check(2, Direction::Up, Some(1));
        check(0, Direction::Up, None);
    }
}
