//! The committed data, and the outlines in them as points.

use std::{fs, path::Path};

use serde::de::DeserializeOwned;

/// Map units.
pub type Point = [f64; 2];

/// A file of public/data.
pub fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../public/data")
        .join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The points of path data in map units, ring by ring.
pub fn rings(path: &str) -> Vec<Vec<Point>> {
    let mut pen = [0.0, 0.0];
    let rings = path.split('m').skip(1).map(|ring| {
        let apart = ring.trim_end_matches('z').replace('-', " -");
        let numbers = apart.split_whitespace().map(str::parse);
        let numbers: Vec<f64> = numbers.map(|number| number.expect("a number")).collect();
        let points = numbers.chunks(2).map(|step| {
            pen = [pen[0] + step[0], pen[1] + step[1]];
            pen
        });
        let points: Vec<Point> = points.collect();
        pen = points[0];
        points
    });
    rings.collect()
}
