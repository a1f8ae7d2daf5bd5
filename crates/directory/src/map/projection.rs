//! The Equal Earth projection: areas on the map are areas on Earth.
//!
//! Šavrič, Patterson and Jenny, "The Equal Earth map projection",
//! International Journal of Geographical Information Science 33 (2019),
//! published online 2018: equations 9 and 10, on a sphere.

use std::f64::consts::{FRAC_PI_3, PI};

use crate::model::LonLat;
use crate::sin_cos::cos_sin;

/// The meridian in the middle of the map, degrees east.
///
/// The map is then cut along 169° W, through Bering Strait and open ocean:
/// the easternmost land of Asia and the islands on both sides of the 180th
/// meridian stay together at the right, and no land is cut at all.
pub const CENTRAL_MERIDIAN: f64 = 11.0;

/// Width of the whole world, map units: one unit is four kilometres at the equator.
pub const WIDTH: f64 = 10_000.0;

/// Height of the whole world, map units: what the projection gives for
/// [`WIDTH`] (4866.5), rounded up.
pub const HEIGHT: f64 = 4_867.0;

// The polynomial's coefficients and √3/2, as published.
const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;
const M: f64 = 0.866_025_403_784_438_6;

/// Map units for each radian-sized unit of the published formula, whose
/// equator is 2π / (M · A1) long.
const UNITS: f64 = WIDTH * M * A1 / (2.0 * PI);

/// A point of the map, map units: `x` to the right, `y` downwards.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MapPoint {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// Where a place on Earth lies on the map.
pub fn project(position: LonLat) -> MapPoint {
    let east = (position.lon - CENTRAL_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0;
    project_east(east, position.lat)
}

/// Like [`project`], with the longitude counted in degrees east of the
/// central meridian and not brought back into ±180: an outline that crosses
/// the edge of the map stays in one piece and sticks out a little.
pub fn project_east(east: f64, lat: f64) -> MapPoint {
    let (theta, cosine) = inclined(M * cos_sin(lat.to_radians()).1);
    let x = east.to_radians() * cosine / (M * slope(theta));
    MapPoint {
        x: WIDTH / 2.0 + UNITS * x,
        y: HEIGHT / 2.0 - UNITS * height(theta),
    }
}

/// The place on Earth that [`project`] draws at `point`.
///
/// Points above or below the world give a pole's latitude; points beside it
/// go on around the globe.
pub fn unproject(point: MapPoint) -> LonLat {
    let y = (HEIGHT / 2.0 - point.y) / UNITS;
    let theta = parameter(y);
    let x = (point.x - WIDTH / 2.0) / UNITS;
    let east = (M * x * slope(theta) / theta.cos()).to_degrees();
    LonLat {
        lon: (east + CENTRAL_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0,
        lat: (theta.sin() / M).clamp(-1.0, 1.0).asin().to_degrees(),
    }
}

/// The angle from -π/2 to π/2 that has this sine, with its cosine, by Newton's
/// method: the functions of the standard library would be 8 KB more of program.
fn inclined(sine: f64) -> (f64, f64) {
    let cosine = (1.0 - sine * sine).max(0.0).sqrt();
    let mut angle = sine;
    for _ in 0..6 {
        angle -= (cos_sin(angle).1 - sine) / cosine;
    }
    (angle, cosine)
}

/// The published y of the parametric latitude `theta`.
fn height(theta: f64) -> f64 {
    let square = theta * theta;
    theta * (A1 + A2 * square + square.powi(3) * (A3 + A4 * square))
}

/// The derivative of [`height`].
fn slope(theta: f64) -> f64 {
    let square = theta * theta;
    A1 + 3.0 * A2 * square + square.powi(3) * (7.0 * A3 + 9.0 * A4 * square)
}

/// The inverse of [`height`] by Newton's method, as the paper proposes. The
/// function is so nearly a line that eight steps reach a double's precision.
fn parameter(y: f64) -> f64 {
    let mut theta = y;
    for _ in 0..8 {
        theta = (theta - (height(theta) - y) / slope(theta)).clamp(-FRAC_PI_3, FRAC_PI_3);
    }
    theta
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(lon: f64, lat: f64, x: f64, y: f64) {
        let point = project(LonLat { lon, lat });
        assert!(
            (point.x - x).abs() < 0.5 && (point.y - y).abs() < 0.5,
            "{lon}, {lat} lies at {point:?}"
        );
    }

    #[test]
    fn the_world_fills_the_drawing() {
        check(CENTRAL_MERIDIAN, 0.0, 5_000.0, 2_433.5);
        check(CENTRAL_MERIDIAN - 180.0, 0.0, 0.0, 2_433.5);
        check(CENTRAL_MERIDIAN + 179.999, 0.0, 10_000.0, 2_433.5);
        check(CENTRAL_MERIDIAN, 90.0, 5_000.0, 0.0);
        check(CENTRAL_MERIDIAN, -90.0, 5_000.0, 4_867.0);
    }

    #[test]
    fn both_sides_of_the_180th_meridian_stay_together() {
        let west = project(LonLat {
            lon: 179.9,
            lat: 0.0,
        });
        let east = project(LonLat {
            lon: -179.9,
            lat: 0.0,
        });
        assert!(east.x > west.x && east.x - west.x < 10.0);
    }

    #[test]
    fn equal_areas_on_earth_are_equal_on_the_map() {
        // A degree of longitude between two latitudes has an area proportional
        // to the difference of their sines.
        let share = |south: f64, north: f64| {
            let steps = 2_000;
            let strip: f64 = (0..steps)
                .map(|step| {
                    let at = |part: f64| south + (north - south) * part / f64::from(steps);
                    let (low, high) = (at(f64::from(step)), at(f64::from(step) + 1.0));
                    let middle = f64::midpoint(low, high);
                    let width = project_east(1.0, middle).x - project_east(0.0, middle).x;
                    width * (project_east(0.0, low).y - project_east(0.0, high).y)
                })
                .sum();
            strip / (north.to_radians().sin() - south.to_radians().sin())
        };
        let tropics = share(0.0, 20.0);
        for (south, north) in [(20.0, 50.0), (50.0, 80.0), (-60.0, -30.0)] {
            assert!((share(south, north) / tropics - 1.0).abs() < 1e-4);
        }
    }

    proptest! {
        #[test]
        fn unproject_undoes_project(lon in -180.0..180.0, lat in -89.9..89.9) {
            let position = unproject(project(LonLat { lon, lat }));
            let turn = (position.lon - lon + 180.0).rem_euclid(360.0) - 180.0;
            prop_assert!(turn.abs() < 1e-6, "{lon} became {}", position.lon);
            prop_assert!((position.lat - lat).abs() < 1e-6, "{lat} became {}", position.lat);
        }

        #[test]
        fn a_point_off_the_world_still_has_a_place(x in -9e4..9e4, y in -9e4..9e4) {
            let position = unproject(MapPoint { x, y });
            prop_assert!((-180.0..=180.0).contains(&position.lon));
            prop_assert!((-90.0..=90.0).contains(&position.lat));
        }
    }
}
