//! SVG path data, in the fewest characters.

use std::fmt::Write;

/// A point of the drawing, whole map units.
pub type Point = [i32; 2];

/// Appends a line to path data: relative steps, separated by blanks only
/// where a minus sign does not separate them. `from` is where the pen stands.
///
/// Gives where the pen stands then: after closing, at the first point.
pub fn append(path: &mut String, from: Point, points: &[Point], closed: bool) -> Point {
    let mut pen = from;
    path.push('m');
    let mut apart = false;
    for point in points {
        for axis in [0, 1] {
            let step = point[axis] - pen[axis];
            if apart && step >= 0 {
                path.push(' ');
            }
            write!(path, "{step}").expect("a string takes all that is written");
            apart = true;
        }
        pen = *point;
    }
    if closed {
        path.push('z');
        points[0]
    } else {
        pen
    }
}

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn steps_are_relative_and_tight() {
        let mut path = String::new();
        let pen = append(&mut path, [0, 0], &[[10, 20], [15, 18], [8, 30]], true);
        append(&mut path, pen, &[[12, 20], [12, 25]], false);
        assert_eq!(path, "m10 20 5-2-7 12zm2 0 0 5");
    }
}
