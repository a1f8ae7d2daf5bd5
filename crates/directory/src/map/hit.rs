//! Which of several points a pointer means.

use super::view::PxPoint;

/// That whose point is nearest to `at`, if one is within `reach` pixels; of
/// two at the same distance the first.
pub fn nearest<T>(
    points: impl IntoIterator<Item = (T, PxPoint)>,
    at: PxPoint,
    reach: f64,
) -> Option<T> {
    points
        .into_iter()
        .map(|(item, point)| (item, point.distance(at)))
        .filter(|(_, distance)| *distance <= reach)
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(item, _)| item)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(x: f64, y: f64, expected: Option<i32>) {
        let points = [(7, 0.0, 0.0), (8, 10.0, 0.0), (9, 10.0, 0.0)];
        let points = points.map(|(number, x, y)| (number, PxPoint { x, y }));
        assert_eq!(nearest(points, PxPoint { x, y }, 6.0), expected, "{x}, {y}");
    }

    #[test]
    fn the_nearest_within_reach_is_meant() {
        check(1.0, 1.0, Some(7));
        check(6.0, 0.0, Some(8));
        check(10.0, 6.0, Some(8));
        check(10.0, 6.1, None);
        check(-6.0, 0.0, Some(7));
    }
}
