//! SVG path data, in the fewest characters.

/// A point of the drawing, whole steps of the grid.
pub type Point = [i32; 2];

/// Path data that grows line by line: relative steps in map units, separated by
/// blanks only where no sign separates them.
pub struct Path {
    /// What has been written.
    pub data: String,
    /// Steps of the grid in a map unit.
    steps: i32,
    pen: Point,
}

impl Path {
    /// An empty path on a grid of so many `steps` in a map unit.
    pub fn new(steps: i32) -> Self {
        Self {
            data: String::new(),
            steps,
            pen: [0, 0],
        }
    }

    /// Appends a line; the pen stands at its end then, or at its first point when
    /// it is `closed`.
    pub fn append(&mut self, points: &[Point], closed: bool) {
        self.data.push('m');
        let mut apart = false;
        for point in points {
            for axis in [0, 1] {
                let step = point[axis] - self.pen[axis];
                if apart && step >= 0 {
                    self.data.push(' ');
                }
                let units = f64::from(step) / f64::from(self.steps);
                let number = units.to_string();
                let number = number.strip_prefix("0.").map_or_else(
                    || number.replacen("-0.", "-.", 1),
                    |decimals| format!(".{decimals}"),
                );
                self.data.push_str(&number);
                apart = true;
            }
            self.pen = *point;
        }
        if closed {
            self.data.push('z');
            self.pen = points[0];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn steps_are_relative_and_tight() {
        let mut path = Path::new(1);
        path.append(&[[10, 20], [15, 18], [8, 30]], true);
        path.append(&[[12, 20], [12, 25]], false);
        assert_eq!(path.data, "m10 20 5-2-7 12zm2 0 0 5");
    }

    #[test]
    fn a_finer_grid_has_decimals() {
        let mut path = Path::new(4);
        path.append(&[[40, 81], [43, 79], [42, 80]], true);
        assert_eq!(path.data, "m10 20.25 .75-.5-.25 .25z");
    }
}
