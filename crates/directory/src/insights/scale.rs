//! Axes of figures: where their ticks stand.

/// The greatest number of steps of a linear axis.
const MOST_STEPS: f64 = 6.0;

/// The ticks of an axis from zero to `most` or a little more, in steps of 1, 2
/// or 5 and any power of ten, none smaller than 1.
pub fn ticks(most: f64) -> Vec<f64> {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if most <= step * MOST_STEPS {
            break;
        }
        step *= factor;
    }
    let mut ticks = vec![0.0];
    while ticks.last().is_some_and(|last| *last < most) {
        ticks.push(ticks.last().unwrap_or(&0.0) + step);
    }
    ticks
}

/// An axis on which equal lengths stand for equal factors.
#[derive(Debug, Clone, PartialEq)]
pub struct LogScale {
    /// 1, 2 or 5 and any power of ten, from the last that is at most the least
    /// figure to the first that is at least the greatest.
    pub ticks: Vec<f64>,
}

impl LogScale {
    /// A scale for figures `from` one, at least 1, `to` another; for any where
    /// there are none, and the least is beyond the greatest.
    pub fn new(from: f64, to: f64) -> Self {
        let from = from.min(to);
        let mut ticks = vec![1.0];
        for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
            let last = ticks.last().copied().unwrap_or(1.0);
            if last >= to && ticks.len() > 1 {
                break;
            }
            let next = last * factor;
            if next <= from {
                ticks.clear();
            }
            ticks.push(next);
        }
        Self { ticks }
    }

    /// Where a figure stands, percent of the length.
    pub fn at(&self, figure: f64) -> f64 {
        let (Some(first), Some(last)) = (self.ticks.first(), self.ticks.last()) else {
            return 0.0;
        };
        (figure / first).ln() * 100.0 / (last / first).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_beyond_what_it_shows_in_few_even_steps() {
        assert_eq!(ticks(5.0), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(44.4), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(ticks(54.0), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
        assert_eq!(ticks(121.0), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(ticks(0.0), [0.0]);
    }

    #[test]
    fn equal_factors_are_equally_far_apart() {
        let scale = LogScale::new(15.0, 788.0);
        assert_eq!(scale.ticks, [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0]);
        assert!((scale.at(10.0)).abs() < 1e-9);
        assert!((scale.at(100.0) - 50.0).abs() < 1e-9);
        assert!((scale.at(1000.0) - 100.0).abs() < 1e-9);
        assert_eq!(LogScale::new(1.0, 1.0).ticks, [1.0, 2.0]);
        assert_eq!(LogScale::new(f64::INFINITY, 1.0).ticks, [1.0, 2.0]);
        assert_eq!(LogScale::new(20.0, 50.0).ticks, [20.0, 50.0]);
    }
}
