//! What the committed map promises its readers: every member is there, can
//! be hit and can be reached by arrow keys.

use std::{collections::BTreeSet, sync::LazyLock};

use directory::map::{
    Bounds, Camera, Direction, MapTransform, Margins, Marker, MemberGeometry, PxPoint, Viewport,
    markers, markers::SIZE, neighbour,
};
use directory::model::{Map, MemberIdx, Outline};

/// The map beside the list in a window of 1280 pixels, and that of a phone.
const SPLIT: Viewport = Viewport {
    width: 860.0,
    height: 600.0,
};
const PHONE: Viewport = Viewport {
    width: 390.0,
    height: 560.0,
};

#[path = "../../editing/tests/files/mod.rs"]
mod files;
mod outlines;

use outlines::{read, rings};

/// The committed map.
static MAP: LazyLock<Map> = LazyLock::new(|| {
    let data = files::read(&files::folder("../../public/data"));
    let (directory, _) = editing::read(&data).expect("the data can be read");
    directory.map.into_inner().expect("the map can be read")
});

/// The shapes of the network's members, with their ids.
fn members() -> Vec<(String, Outline)> {
    read::<Vec<serde_json::Value>>("members.json")
        .iter()
        .map(|member| {
            let id = member["id"].as_str().expect("a member has an id");
            let shape = MAP.shapes.iter().find(|shape| shape.id == id);
            let shape = shape.unwrap_or_else(|| panic!("`{id}` has no shape in map.json"));
            (id.to_string(), shape.clone())
        })
        .collect()
}

fn geometries(members: &[(String, Outline)]) -> Vec<MemberGeometry> {
    (members.iter().enumerate())
        .map(|(index, (_, shape))| MemberGeometry::new(MemberIdx::new(index), shape))
        .collect()
}

fn transform(geometries: &[MemberGeometry], viewport: Viewport) -> MapTransform {
    MapTransform::new(
        viewport,
        geometries
            .iter()
            .map(|geometry| (geometry.bounds, geometry.point)),
    )
}

/// Home, and closer looks at places all over the network.
fn cameras(geometries: &[MemberGeometry], transform: &MapTransform) -> Vec<Camera> {
    let Viewport { width, height } = transform.viewport();
    let middle = PxPoint {
        x: width / 2.0,
        y: height / 2.0,
    };
    let closer = geometries.iter().step_by(7).flat_map(|geometry| {
        let over = transform.brought_into_view(
            transform.home(),
            geometry.point,
            Margins {
                left: middle.x,
                top: middle.y,
                right: middle.x,
                bottom: middle.y,
            },
        );
        [1.0, 1.5, 2.5, 4.0, 10.0].map(|factor| transform.zoomed(over, factor, middle))
    });
    [transform.home()].into_iter().chain(closer).collect()
}

/// All cameras for both screens, each with what the message of a failure needs.
fn views(geometries: &[MemberGeometry]) -> Vec<(MapTransform, Camera)> {
    [SPLIT, PHONE]
        .map(|viewport| transform(geometries, viewport))
        .into_iter()
        .flat_map(|transform| {
            cameras(geometries, &transform)
                .into_iter()
                .map(move |camera| (transform, camera))
        })
        .collect()
}

#[test]
fn every_member_has_a_shape_with_its_point_on_the_map() {
    for (id, shape) in members() {
        let [left, top, right, bottom] = shape.bounds;
        let [x, y] = shape.point;
        assert!(
            (left..=right).contains(&x) && (top..=bottom).contains(&y),
            "{id}"
        );
        assert!(
            Bounds::WORLD.left <= left && right <= Bounds::WORLD.right,
            "{id}"
        );
        assert!(
            Bounds::WORLD.top <= top && bottom <= Bounds::WORLD.bottom,
            "{id}"
        );
        assert!(!rings(&shape.path).is_empty(), "{id} has no outline");
    }
}

#[test]
fn shapes_are_in_order_and_none_is_smeared_across_the_map() {
    let map = &*MAP;
    assert!(map.shapes.is_sorted_by(|one, other| one.id < other.id));
    for shape in &map.shapes {
        for ring in rings(&shape.path) {
            assert!(ring.len() >= 3, "{} has a ring without area", shape.id);
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                // The longest straight borders follow parallels for a fifth of the map.
                let step = (to[0] - from[0]).abs() + (to[1] - from[1]).abs();
                assert!(step < 2_000.0, "{} jumps from {from:?} to {to:?}", shape.id);
            }
        }
    }
}

#[test]
fn markers_never_overlap_and_stay_on_screen() {
    let geometries = geometries(&members());
    for (transform, camera) in views(&geometries) {
        let markers = markers(&geometries, &transform, camera, &[]);
        let Viewport { width, height } = transform.viewport();
        for (index, marker) in markers.iter().enumerate() {
            for other in &markers[..index] {
                let distance = marker.centre().distance(other.centre());
                assert!(
                    distance >= SIZE,
                    "{marker:?} overlaps {other:?} in {camera:?}"
                );
            }
            let on_screen =
                |x: f64, y: f64| (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
            if on_screen(marker.anchor_x, marker.anchor_y) {
                assert!(
                    on_screen(marker.x, marker.y),
                    "{marker:?} left the screen in {camera:?}"
                );
            }
        }
    }
}

#[test]
fn every_member_can_be_hit_at_home() {
    let members = members();
    let geometries = geometries(&members);
    let transform = transform(&geometries, SPLIT);
    let camera = transform.home();
    let markers = markers(&geometries, &transform, camera, &[]);
    for geometry in &geometries {
        let id = &members[geometry.member.get()].0;
        if geometry.is_small(camera.scale) {
            let marker = markers
                .iter()
                .find(|marker| marker.member == geometry.member);
            assert!(marker.is_some(), "{id} is too small and has no marker");
        } else {
            let at = transform.to_px(camera, geometry.point);
            assert!(
                (0.0..=SPLIT.width).contains(&at.x) && (0.0..=SPLIT.height).contains(&at.y),
                "{id}"
            );
            let covered = markers
                .iter()
                .find(|marker| marker.centre().distance(at) < SIZE / 2.0);
            let large = geometry.area * camera.scale * camera.scale >= 400.0;
            assert!(covered.is_none() || large, "a marker covers {id}");
        }
    }
}

#[test]
fn markers_stay_near_their_places() {
    let members = members();
    let geometries = geometries(&members);
    for (transform, camera) in views(&geometries) {
        for marker in markers(&geometries, &transform, camera, &[]) {
            let anchor = PxPoint {
                x: marker.anchor_x,
                y: marker.anchor_y,
            };
            let distance = marker.centre().distance(anchor);
            let id = &members[marker.member.get()].0;
            assert!(
                distance < 2.0 * SIZE,
                "{id} is {distance} pixels away in {camera:?}"
            );
        }
    }
}

#[test]
fn arrow_keys_lead_from_every_member_to_every_other() {
    let members = members();
    let geometries = geometries(&members);
    for viewport in [SPLIT, PHONE] {
        let transform = transform(&geometries, viewport);
        let points: Vec<(MemberIdx, PxPoint)> = (geometries.iter())
            .map(|geometry| {
                (
                    geometry.member,
                    transform.to_px(transform.home(), geometry.point),
                )
            })
            .collect();
        for start in geometries.iter().map(|geometry| geometry.member) {
            let mut reached = BTreeSet::from([start]);
            let mut waiting = vec![start];
            while let Some(from) = waiting.pop() {
                let next = Direction::ALL.map(|direction| neighbour(&points, from, direction));
                waiting.extend(
                    next.into_iter()
                        .flatten()
                        .filter(|member| reached.insert(*member)),
                );
            }
            let missed: Vec<&str> = (geometries.iter().map(|geometry| geometry.member))
                .filter(|member| !reached.contains(member))
                .map(|member| members[member.get()].0.as_str())
                .collect();
            assert!(
                missed.is_empty(),
                "no way from {} to {missed:?}",
                members[start.get()].0
            );
        }
    }
}

#[test]
fn markers_are_steady_while_the_map_moves() {
    let members = members();
    let geometries = geometries(&members);
    let offset = |marker: &Marker| PxPoint {
        x: marker.x - marker.anchor_x,
        y: marker.y - marker.anchor_y,
    };
    let length = |markers: &[Marker]| -> f64 {
        let origin = PxPoint { x: 0.0, y: 0.0 };
        markers.iter().map(|one| offset(one).distance(origin)).sum()
    };
    for viewport in [SPLIT, PHONE] {
        let transform = transform(&geometries, viewport);
        let (mut moved, mut fresh) = (0.0, 0.0);
        let Viewport { width, height } = viewport;
        let middle = PxPoint {
            x: width / 2.0,
            y: height / 2.0,
        };
        let inside = |marker: &Marker| {
            let (x, y) = (marker.anchor_x, marker.anchor_y);
            (40.0..width - 40.0).contains(&x) && (40.0..height - 40.0).contains(&y)
        };
        for mut camera in cameras(&geometries, &transform).into_iter().step_by(5) {
            let mut before = markers(&geometries, &transform, camera, &[]);
            for step in 0..40 {
                camera = match step % 8 {
                    7 => transform.panned(camera, 3.0, 2.0),
                    _ => transform.zoomed(camera, 1.02, middle),
                };
                let now = markers(&geometries, &transform, camera, &before);
                for (index, marker) in now.iter().enumerate() {
                    for other in &now[..index] {
                        let distance = marker.centre().distance(other.centre());
                        assert!(distance >= SIZE, "{marker:?} overlaps {other:?}");
                    }
                    let was = before.iter().find(|was| was.member == marker.member);
                    if let Some(was) = was.filter(|was| inside(was) && inside(marker)) {
                        let jump = offset(was).distance(offset(marker));
                        assert!(jump < SIZE, "{marker:?} stood at {was:?}");
                    }
                }
                before = now;
            }
            moved += length(&before);
            fresh += length(&markers(&geometries, &transform, camera, &[]));
        }
        // As near to their places as if nothing had stood before.
        assert!(moved < 1.2 * fresh, "{moved:.0} pixels where {fresh:.0} do");
    }
}
