//! `TopoJSON` as the atlas writes it: lines shared by neighbours are stored
//! once, as steps on a fine grid.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

/// A line of the topology: `n` for its own direction, `!n` for the reverse.
pub type Arc = i64;

/// A closed line, made of arcs.
pub type Ring = Vec<Arc>;

/// The shapes of one level of detail.
pub struct Topology {
    /// Points of every arc, steps of the grid.
    pub arcs: Vec<Vec<[i64; 2]>>,
    /// By the atlas' own three-letter code.
    pub countries: BTreeMap<String, Country>,
    transform: Transform,
}

/// A shape of the atlas.
pub struct Country {
    /// All rings of all parts; holes run the other way round.
    pub rings: Vec<Ring>,
    /// False for parts of a country that the atlas tells apart without a
    /// number of UN M49 or one of its own making.
    pub numbered: bool,
}

impl Topology {
    /// Reads a file of the atlas.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File = serde_json::from_slice(bytes).context("not the TopoJSON of the atlas")?;
        let arcs = file.arcs.iter().map(|steps| absolute(steps)).collect();
        let countries = file
            .objects
            .countries
            .geometries
            .into_iter()
            .map(|geometry| {
                let country = Country {
                    rings: geometry.arcs.into_iter().flatten().collect(),
                    numbered: geometry.id.parse::<i64>().is_ok(),
                };
                (geometry.properties.a3, country)
            })
            .collect();
        Ok(Self {
            arcs,
            countries,
            transform: file.transform,
        })
    }

    /// Longitude and latitude of a point of the grid, degrees.
    pub fn degrees(&self, [x, y]: [i64; 2]) -> [f64; 2] {
        let Transform { scale, translate } = &self.transform;
        // The grid has a million steps a side: exact in a double.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        [
            x as f64 * scale[0] + translate[0],
            y as f64 * scale[1] + translate[1],
        ]
    }
}

/// The position in [`Topology::arcs`] of an arc in either direction.
pub fn position(arc: Arc) -> usize {
    let forwards = if arc < 0 { !arc } else { arc };
    usize::try_from(forwards).expect("an arc or its complement is never negative")
}

/// Sums up the steps of an arc.
fn absolute(steps: &[[i64; 2]]) -> Vec<[i64; 2]> {
    steps
        .iter()
        .scan([0, 0], |point, step| {
            *point = [point[0] + step[0], point[1] + step[1]];
            Some(*point)
        })
        .collect()
}

#[derive(Deserialize)]
struct File {
    arcs: Vec<Vec<[i64; 2]>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// The atlas writes every shape as a `MultiPolygon`.
#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: String,
    arcs: Vec<Vec<Ring>>,
    properties: Properties,
}

#[derive(Deserialize)]
struct Properties {
    a3: String,
}
