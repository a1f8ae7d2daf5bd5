//! What the two levels of the committed map promise together: the same states
//! with the same borders, each in its place, and all that the register of
//! boundaries says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use directory::map::project;
use directory::model::LonLat;
use editing::records::{Boundary, Map};
use serde_json::Value;

mod outlines;

use outlines::{Point, read, rings};

/// The outlines of a level, by the id of the shape.
struct Level {
    map: Map,
    rings: BTreeMap<String, Vec<Vec<Point>>>,
}

static COARSE: LazyLock<Level> = LazyLock::new(|| Level::read("map.json"));
static FINE: LazyLock<Level> = LazyLock::new(|| Level::read("fine-map.json"));

impl Level {
    fn read(name: &str) -> Self {
        let map: Map = read(name);
        let shapes = map.shapes.iter();
        let rings = shapes.map(|shape| (shape.id.clone(), rings(&shape.path)));
        Self {
            rings: rings.collect(),
            map,
        }
    }

    /// The shapes in which a place lies, longitude and latitude.
    fn shapes_at(&self, [lon, lat]: Point) -> Vec<&str> {
        let at = project(LonLat { lon, lat });
        let shapes = self.rings.iter();
        let around = shapes.filter(|(_, rings)| is_inside([at.x, at.y], rings));
        around.map(|(id, _)| id.as_str()).collect()
    }

    /// Pairs of shapes with the length of the line that they share, map units.
    fn borders(&self) -> BTreeMap<[&str; 2], f64> {
        let mut edges: BTreeMap<[String; 2], (Vec<&str>, f64)> = BTreeMap::new();
        for (id, rings) in &self.rings {
            for [from, to] in rings.iter().flat_map(|ring| edges_of(ring)) {
                let mut ends = [format!("{from:?}"), format!("{to:?}")];
                ends.sort();
                let (shapes, length) = edges.entry(ends).or_default();
                shapes.push(id);
                *length = (to[0] - from[0]).hypot(to[1] - from[1]);
            }
        }
        let mut borders = BTreeMap::new();
        for (shapes, length) in edges.into_values() {
            if let [one, other] = shapes[..] {
                *borders.entry([one, other]).or_default() += length;
            }
        }
        borders
    }
}

fn edges_of(ring: &[Point]) -> impl Iterator<Item = [Point; 2]> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(from, to)| [*from, *to])
}

/// Whether a ray from the point crosses the rings an odd number of times.
fn is_inside([x, y]: Point, rings: &[Vec<Point>]) -> bool {
    let edges = rings.iter().flat_map(|ring| edges_of(ring));
    let crossed = edges.filter(|[from, to]| {
        let is_beside = (from[1] > y) != (to[1] > y);
        is_beside && x < from[0] + (to[0] - from[0]) * (y - from[1]) / (to[1] - from[1])
    });
    crossed.count() % 2 == 1
}

/// Map units from a point to the nearest edge of the rings.
fn distance([x, y]: Point, rings: &[Vec<Point>]) -> f64 {
    let edges = rings.iter().flat_map(|ring| edges_of(ring));
    let distances = edges.map(|[from, to]| {
        let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        let along = (x - from[0]) * dx + (y - from[1]) * dy;
        let part = (along / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (from[0] + part * dx - x).hypot(from[1] + part * dy - y)
    });
    distances.fold(f64::INFINITY, f64::min)
}

#[test]
fn both_levels_have_the_same_states() {
    let [coarse, fine] = [&COARSE, &FINE].map(|level| {
        let ids = level.rings.keys();
        ids.map(String::as_str).collect::<BTreeSet<_>>()
    });
    assert_eq!(&coarse - &fine, BTreeSet::new());
    // Parts of other states, as far as one sees from afar: Christmas Island with the
    // Cocos Islands, and the Siachen Glacier.
    assert_eq!(&fine - &coarse, BTreeSet::from(["ioa", "kas"]));
}

#[test]
fn both_levels_have_the_same_borders() {
    let (coarse, fine) = (COARSE.borders(), FINE.borders());
    let only_in = |one: &BTreeMap<[&str; 2], f64>, other: &BTreeMap<[&'static str; 2], f64>| {
        // Twenty units are eighty kilometres.
        let long = one.iter().filter(|(_, length)| **length >= 20.0);
        let pairs = long.filter(|(pair, _)| !other.contains_key(*pair));
        pairs.map(|(pair, _)| pair.join(" ")).collect::<Vec<_>>()
    };
    // In Lake Chad the coarse atlas has Cameroon meet the Niger, in the fine one
    // Nigeria meets Chad.
    assert_eq!(only_in(&coarse, &fine), ["cmr ner"]);
    assert_eq!(
        only_in(&fine, &coarse),
        ["chn kas", "ind kas", "kas pak", "nga tcd"]
    );
}

#[test]
fn both_levels_follow_the_register_of_boundaries() {
    let register: Vec<Boundary> = read("boundaries.json");
    let borders: usize = register.iter().map(|case| case.dashed.len()).sum();
    let claims: usize = register.iter().map(|case| case.claims.len()).sum();
    // From afar claims would be specks.
    for (level, lines) in [(&COARSE, borders), (&FINE, borders + claims)] {
        assert_eq!(level.map.dashed.len(), lines);
        let drawn = |id: &str| level.map.shapes.iter().find(|shape| shape.id == id);
        for case in &register {
            for code in &case.shapes {
                let shape = drawn(&code.to_lowercase());
                match shape {
                    Some(shape) => assert!(
                        case.drawn_with.is_none() && shape.hatched >= case.hatched,
                        "{code}"
                    ),
                    // Only zoomed in is it apart.
                    None => assert!(case.drawn_with.is_some() || code == "KAS", "{code}"),
                }
            }
            let whole = case.drawn_with.as_deref().unwrap_or("CHN");
            assert!(drawn(&whole.to_lowercase()).is_some(), "{whole}");
        }
        let hatched = level.map.shapes.iter().filter(|shape| shape.hatched);
        for shape in hatched {
            let code = shape.id.to_uppercase();
            let mut cases = register.iter().filter(|case| case.hatched);
            assert!(cases.any(|case| case.shapes.contains(&code)), "{code}");
        }
    }
}

#[test]
fn what_the_register_says_of_places_is_so() {
    for (place, at, zoomed_in, from_afar) in [
        ("Mayotte", [45.15, -12.8], "fra", ""),
        ("Diego Garcia", [72.42, -7.32], "mus", "mus"),
        ("Kunashir", [145.85, 44.1], "rus", ""),
        ("Tiraspol", [29.63, 46.84], "mda", "mda"),
        ("Nagorno-Karabakh", [46.75, 39.82], "aze", "aze"),
        ("the Siachen Glacier", [77.1, 35.4], "kas", "pak"),
        ("Abyei", [28.43, 9.59], "sdn", "sdn"),
        ("the north of Cyprus", [33.4, 35.3], "cyp", "cyp"),
        ("Hargeisa", [44.06, 9.56], "som", "som"),
        ("Taipei", [121.5, 25.03], "chn", "chn"),
        ("Simferopol", [34.1, 45.0], "ukr", "ukr"),
        ("the Golan", [35.75, 33.0], "isr", "isr"),
        ("Tskhinvali", [43.97, 42.23], "geo", "geo"),
        ("the Ilemi Triangle", [35.2, 4.9], "ken", "ken"),
        ("Aksai Chin", [79.5, 35.2], "chn", "chn"),
        ("Itanagar", [93.6, 27.1], "ind", "ind"),
        ("Kota Kinabalu", [116.2, 5.9], "mys", "mys"),
        ("the Essequibo", [-59.5, 6.0], "guy", "guy"),
        ("Grytviken", [-36.8, -54.4], "sgs", "sgs"),
        ("Stanley", [-58.6, -51.75], "flk", "flk"),
        // Not drawn.
        ("Woody Island", [112.33, 16.83], "", ""),
        ("Abu Musa", [55.03, 25.87], "", ""),
    ] {
        let shapes = [&FINE, &COARSE].map(|level| level.shapes_at(at).join(" "));
        assert_eq!(shapes, [zoomed_in, from_afar], "{place}");
    }
}

#[test]
fn every_capital_lies_in_its_state() {
    let members: Vec<Value> = read("members.json");
    let (mut count, mut outside) = (0, Vec::new());
    for member in &members {
        let id = member["id"].as_str().expect("an id");
        let position = &member["capital"]["position"];
        let [Some(lon), Some(lat)] = [&position[0], &position[1]].map(Value::as_f64) else {
            continue;
        };
        count += 1;
        let at = project(LonLat { lon, lat });
        let rings = &FINE.rings[id];
        let is_inside = is_inside([at.x, at.y], rings);
        let away = distance([at.x, at.y], rings);
        if !is_inside && away >= 1.5 {
            outside.push(format!("{id} {away:.1}"));
        }
    }
    // On the shore a city may stand in the water of a coast that is smoothed.
    assert_eq!(outside, [""; 0]);
    assert!(count > 130, "{count} capitals are known");
}

#[test]
fn where_the_levels_change_nothing_jumps_far() {
    let shapes = COARSE.rings.iter();
    let distances = shapes.flat_map(|(id, coarse)| {
        let points = coarse.iter().flatten();
        points.map(|point| distance(*point, &FINE.rings[id]))
    });
    let mut distances: Vec<f64> = distances.collect();
    distances.sort_by(f64::total_cmp);
    // Five units are a pixel where the map changes between the levels.
    let [half, most] = [2, 20].map(|part| distances[distances.len() - distances.len() / part]);
    assert!(half < 1.0 && most < 5.0, "{half} and {most} units");
}
