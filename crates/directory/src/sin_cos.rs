//! Points on a circle.

use std::f64::consts::TAU;

/// Cosine and sine of an angle in radians, to twelve digits for angles of a
/// few hundred turns.
///
/// The functions of the standard library are exact for any angle, by 8 KB of
/// code. Here the angle is halved until a few terms of the series do, and the
/// point then turned as often by its own angle.
pub(crate) fn cos_sin(angle: f64) -> (f64, f64) {
    const HALVINGS: i32 = 5;
    let angle = (angle - TAU * (angle / TAU).floor()) / f64::from(1 << HALVINGS);
    let square = angle * angle;
    let mut cos = 1.0;
    let mut sin = 1.0;
    for term in [12.0, 10.0, 8.0, 6.0, 4.0, 2.0] {
        cos = 1.0 - square / (term * (term - 1.0)) * cos;
        sin = 1.0 - square / (term * (term + 1.0)) * sin;
    }
    sin *= angle;
    for _ in 0..HALVINGS {
        (cos, sin) = (cos * cos - sin * sin, 2.0 * cos * sin);
    }
    (cos, sin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_turn_as_in_the_standard_library() {
        for step in -1000..=10_000 {
            let angle = f64::from(step) * 0.1;
            let (sin, cos) = angle.sin_cos();
            let (x, y) = cos_sin(angle);
            assert!(
                (x - cos).abs() < 1e-12 && (y - sin).abs() < 1e-12,
                "{angle}"
            );
        }
    }
}
