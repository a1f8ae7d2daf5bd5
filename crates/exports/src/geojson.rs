//! Members with their outlines on the map, as `GeoJSON` by RFC 7946.

use directory::Directory;
use directory::export::subset;
use directory::map::projection::CENTRAL_MERIDIAN;
use directory::map::{MapPoint, unproject};
use directory::model::Outline;
use geo::orient::{Direction, Orient};
use geo::{BooleanOps, Coord, LineString, MapCoords, MultiPolygon, Polygon, Rect};
use serde_json::{Value, json};

use crate::members;

/// All members as features, one a line, each with what [`members::json`] says of
/// it as its properties; without an outline its geometry is `null`.
///
/// Outer rings run against the clock and holes with it (section 3.1.6), and
/// nothing crosses the 180th meridian (3.1.9). Outlines are as fine as the map
/// draws them: about four kilometres.
pub fn members(directory: &Directory) -> String {
    let outlines = directory.map.get().map(|map| map.shapes.as_slice());
    let outlines = outlines.unwrap_or_default();
    let members = directory.members.iter();
    let ids: Vec<&str> = members.map(|member| member.id.as_str()).collect();
    let table = members::json(directory, &directory.members);
    let rows = subset::rows(&table, &ids);
    let features = ids.iter().zip(rows).map(|(id, properties)| {
        let outline = outlines.iter().find(|outline| outline.id == *id);
        let geometry = outline.map_or(Value::Null, geometry);
        format!(
            "{{\"id\": \"{id}\", \"type\": \"Feature\", \"geometry\": {geometry}, \
             \"properties\": {properties}}}"
        )
    });
    let features = features.collect::<Vec<_>>().join(",\n");
    format!("{{\"type\": \"FeatureCollection\", \"features\": [\n{features}\n]}}\n")
}

/// The outline as a `MultiPolygon`.
fn geometry(outline: &Outline) -> Value {
    // Where rings lie in each other, every second one is a hole.
    let rings = rings(&outline.path).into_iter().map(|ring| {
        let ring = ring.into_iter().map(degrees).collect();
        MultiPolygon::from(Polygon::new(ring, Vec::new()))
    });
    let land = rings.fold(MultiPolygon::new(Vec::new()), |land, ring| land.xor(&ring));
    let [in_range, beyond] = [-180.0, 180.0].map(|west| {
        let south_west = Coord { x: west, y: -90.0 };
        let north_east = Coord {
            x: west + 360.0,
            y: 90.0,
        };
        land.intersection(&Rect::new(south_west, north_east).to_polygon())
    });
    let beyond = beyond.map_coords(|Coord { x, y }| Coord { x: x - 360.0, y });
    let polygons = in_range.into_iter().chain(beyond);
    let polygons = polygons.map(|polygon| {
        let polygon = polygon.orient(Direction::Default);
        let holes = polygon.interiors().iter();
        let rings = [polygon.exterior()].into_iter().chain(holes);
        rings.map(positions).collect::<Value>()
    });
    json!({ "type": "MultiPolygon", "coordinates": polygons.collect::<Value>() })
}

/// The positions of a ring, degrees east and north to a thousandth.
fn positions(ring: &LineString) -> Value {
    let rounded = |degrees: f64| (degrees * 1e3).round() / 1e3;
    let positions = ring
        .coords()
        .map(|Coord { x, y }| json!([rounded(*x), rounded(*y)]));
    positions.collect()
}

/// A point of the map in degrees; east of its middle they go on beyond 180.
fn degrees(point: MapPoint) -> Coord {
    let at = unproject(point);
    let east = (at.lon - CENTRAL_MERIDIAN + 180.0).rem_euclid(360.0) - 180.0;
    Coord {
        x: CENTRAL_MERIDIAN + east,
        y: at.lat,
    }
}

/// The rings of a path of map.json: `m`, a start and steps from point to point,
/// then `z`; the start of each counts from that of the one before.
fn rings(path: &str) -> Vec<Vec<MapPoint>> {
    let mut start = MapPoint::default();
    let rings = path.split('z').filter(|ring| !ring.is_empty());
    rings
        .map(|ring| {
            // A minus sign parts two numbers as a space does.
            let apart = ring.trim_start_matches('m').replace('-', " -");
            let numbers = apart.split_whitespace().map(str::parse);
            let numbers: Vec<f64> = numbers.filter_map(Result::ok).collect();
            let mut at = start;
            let mut points = Vec::new();
            for step in numbers.chunks_exact(2) {
                at.x += step[0];
                at.y += step[1];
                points.push(at);
            }
            start = points.first().copied().unwrap_or(start);
            points
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use directory::fixture::directory;
    use directory::map::project;
    use directory::model::{LonLat, Map};
    use geo::{Area, Contains, Winding};

    use super::*;

    /// A path through places in degrees, as map.json has it.
    fn path(rings: &[&[(f64, f64)]]) -> String {
        let mut from = (0, 0);
        let mut path = String::new();
        for ring in rings {
            let mut pen = from;
            path.push('m');
            for (number, (lon, lat)) in ring.iter().enumerate() {
                let at = project(LonLat {
                    lon: *lon,
                    lat: *lat,
                });
                #[expect(clippy::cast_possible_truncation, reason = "within the map")]
                let at = (at.x.round() as i32, at.y.round() as i32);
                write!(path, " {} {}", at.0 - pen.0, at.1 - pen.1).unwrap();
                pen = at;
                if number == 0 {
                    from = at;
                }
            }
            path.push('z');
        }
        path.replace("m ", "m").replace(" -", "-")
    }

    fn outline(id: &str, rings: &[&[(f64, f64)]]) -> Outline {
        Outline {
            id: id.to_owned(),
            path: path(rings),
            point: [0.0, 0.0],
            bounds: [0.0; 4],
            area: 0.0,
            hatched: false,
        }
    }

    /// The rings of each polygon, as they are published.
    fn polygons(geometry: &Value) -> Vec<Polygon> {
        let ring = |ring: &Value| -> LineString {
            let positions = ring.as_array().unwrap().iter();
            positions
                .map(|at| Coord {
                    x: at[0].as_f64().unwrap(),
                    y: at[1].as_f64().unwrap(),
                })
                .collect()
        };
        let polygons = geometry["coordinates"].as_array().unwrap().iter();
        polygons
            .map(|rings| {
                let mut rings = rings.as_array().unwrap().iter().map(ring);
                Polygon::new(rings.next().unwrap(), rings.collect())
            })
            .collect()
    }

    #[test]
    fn a_ring_in_a_ring_is_a_hole_and_both_run_as_the_rfc_says() {
        let outer = [(10.0, 0.0), (30.0, 0.0), (30.0, 20.0), (10.0, 20.0)];
        let inner = [(15.0, 5.0), (25.0, 5.0), (25.0, 15.0), (15.0, 15.0)];
        let island = [(40.0, 0.0), (42.0, 0.0), (42.0, 2.0)];
        let drawn = polygons(&geometry(&outline("x", &[&outer, &inner, &island])));
        assert_eq!(drawn.len(), 2);
        let holed = drawn.iter().find(|one| one.interiors().len() == 1).unwrap();
        for polygon in &drawn {
            assert!(polygon.exterior().is_closed() && polygon.exterior().is_ccw());
            assert!(polygon.interiors().iter().all(Winding::is_cw));
        }
        assert!(holed.contains(&Coord { x: 12.0, y: 10.0 }));
        assert!(!holed.contains(&Coord { x: 20.0, y: 10.0 }));
        assert!((holed.unsigned_area() - 300.0).abs() < 2.0);
    }

    #[test]
    fn what_crosses_the_180th_meridian_is_cut_there() {
        let ring = [
            (178.0, -16.0),
            (178.0, -18.0),
            (-178.0, -18.0),
            (-178.0, -16.0),
        ];
        let drawn = polygons(&geometry(&outline("x", &[&ring])));
        assert_eq!(drawn.len(), 2);
        let mut middles = drawn
            .iter()
            .map(|one| one.exterior().0[0].x)
            .collect::<Vec<_>>();
        middles.sort_by(f64::total_cmp);
        assert!(middles[0] < -177.9 && middles[1] > 177.9, "{middles:?}");
        for polygon in &drawn {
            assert!((polygon.unsigned_area() - 4.0).abs() < 0.2);
        }
    }

    #[test]
    fn every_member_is_a_feature_and_can_be_picked() {
        let directory = directory();
        let [first, second, ..] = &*directory.members else {
            panic!("two members");
        };
        let square = [(10.0, 0.0), (20.0, 0.0), (20.0, 10.0)];
        let map = Map {
            size: [10_000.0, 4_867.0],
            shapes: vec![outline(first.id.as_str(), &[&square])],
            ..Map::default()
        };
        assert!(directory.map.set(map).is_ok());
        let whole = members(&directory);
        let read: Value = serde_json::from_str(&whole).unwrap();
        let features = read["features"].as_array().unwrap();
        assert_eq!(features.len(), directory.members.len());
        assert_eq!(features[0]["properties"]["id"], first.id.as_str());
        assert_eq!(features[0]["geometry"]["type"], "MultiPolygon");
        assert_eq!(features[1]["geometry"], Value::Null);

        let rows = subset::rows(&whole, &[second.id.as_str()]);
        let picked: Value = serde_json::from_str(&subset::geojson(&rows, "{}")).unwrap();
        assert_eq!(picked["type"], "FeatureCollection");
        assert_eq!(picked["features"][0], features[1]);
    }
}
