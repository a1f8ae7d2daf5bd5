//! Which members have room for their names on the map.

use super::{
    markers::{Marker, MemberGeometry, SIZE},
    view::{Camera, MapTransform, PxPoint},
};
use crate::model::MemberIdx;

/// Names are shown once all members together would be so wide, pixels: about
/// twice the map of a desktop.
const NAMES_FROM: f64 = 1_700.0;

/// Height of a name, pixels.
const HEIGHT: f64 = 16.0;

/// From the centre of a marker to the name beside it, pixels.
const BESIDE: f64 = SIZE / 2.0 + 2.0;

/// What a name is expected to take at most, in pixels at a size of 12.
pub fn name_width(name: &str) -> f64 {
    let is_wide = |sign: char| sign >= '\u{2e80}';
    name.chars()
        .map(|sign| if is_wide(sign) { 12.5 } else { 6.8 })
        .sum()
}

/// The middles of the names that have room at `camera`: on land that is as wide
/// as the name, larger land first, and beside markers. No name covers a marker
/// or another name, and all are seen whole.
///
/// `width_of` gives the width of a member's name, pixels.
pub fn name_places(
    geometries: &[MemberGeometry],
    markers: &[Marker],
    width_of: impl Fn(MemberIdx) -> f64,
    transform: &MapTransform,
    camera: Camera,
) -> Vec<(MemberIdx, PxPoint)> {
    if transform.width_of_members(camera) < NAMES_FROM {
        return Vec::new();
    }
    // Members are few, and a sort of another type is more program.
    let mut land: Vec<&MemberGeometry> = Vec::new();
    for geometry in geometries {
        if !geometry.is_small(camera.scale) {
            let after = land.partition_point(|other| other.area >= geometry.area);
            land.insert(after, geometry);
        }
    }
    let on_land = land.into_iter().filter_map(|geometry| {
        let name = Label {
            middle: transform.to_px(camera, geometry.point),
            width: width_of(geometry.member),
            height: HEIGHT,
        };
        let bounds = geometry.bounds;
        let [width, height] = [bounds.width(), bounds.height()].map(|side| side * camera.scale);
        let has_room = name.width <= width && name.height <= height;
        has_room.then(|| (geometry.member, vec![name]))
    });
    let beside_markers = markers.iter().map(|marker| {
        let width = width_of(marker.member);
        let aside = BESIDE + width / 2.0;
        let name = |x| Label {
            middle: PxPoint { x, y: marker.y },
            width,
            height: HEIGHT,
        };
        let sides = [marker.x + aside, marker.x - aside];
        (marker.member, Vec::from(sides.map(name)))
    });

    let viewport = transform.viewport();
    let mut taken: Vec<Label> = markers.iter().map(Label::around).collect();
    let mut places = Vec::new();
    for (member, choices) in on_land.chain(beside_markers) {
        let is_free = |name: &Label| {
            let is_seen = name.is_within(viewport.width, viewport.height);
            is_seen && !taken.iter().any(|other| name.overlaps(other))
        };
        if let Some(name) = choices.into_iter().find(is_free) {
            places.push((member, name.middle));
            taken.push(name);
        }
    }
    places
}

/// What takes room, pixels.
struct Label {
    middle: PxPoint,
    width: f64,
    height: f64,
}

impl Label {
    fn around(marker: &Marker) -> Self {
        Self {
            middle: marker.centre(),
            width: SIZE,
            height: SIZE,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        let (one, two) = (self.middle, other.middle);
        (one.x - two.x).abs() < f64::midpoint(self.width, other.width)
            && (one.y - two.y).abs() < f64::midpoint(self.height, other.height)
    }

    fn is_within(&self, width: f64, height: f64) -> bool {
        let is_inside = |at: f64, size: f64, end: f64| at >= size / 2.0 && at <= end - size / 2.0;
        is_inside(self.middle.x, self.width, width) && is_inside(self.middle.y, self.height, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::markers;
    use crate::map::projection::MapPoint;
    use crate::map::view::{Bounds, Viewport};

    const SCREEN: Viewport = Viewport {
        width: 640.0,
        height: 480.0,
    };

    /// Names of 100 pixels at `zoom`, for squares of a `side` around points of the map.
    fn names(zoom: f64, squares: &[(f64, f64, f64)]) -> Vec<(usize, PxPoint)> {
        let geometry = |(number, (x, y, side)): (usize, &(f64, f64, f64))| MemberGeometry {
            member: MemberIdx::new(number),
            point: MapPoint { x: *x, y: *y },
            bounds: [
                x - side / 2.0,
                y - side / 2.0,
                x + side / 2.0,
                y + side / 2.0,
            ]
            .into(),
            area: side * side,
        };
        let geometries: Vec<_> = squares.iter().enumerate().map(geometry).collect();
        let transform = MapTransform::new(SCREEN, [(Bounds::WORLD, Bounds::WORLD.middle())]);
        let middle = PxPoint { x: 320.0, y: 240.0 };
        let camera = transform.zoomed(transform.home(), zoom, middle);
        let marks = markers(&geometries, &transform, camera, &[]);
        let names = name_places(&geometries, &marks, |_| 100.0, &transform, camera);
        names
            .into_iter()
            .map(|(member, at)| (member.get(), at))
            .collect()
    }

    fn numbers(names: &[(usize, PxPoint)]) -> Vec<usize> {
        names.iter().map(|(number, _)| *number).collect()
    }

    #[test]
    fn names_come_with_the_zoom_and_where_land_is_wide_enough() {
        let Bounds { right, bottom, .. } = Bounds::WORLD;
        let (x, y) = (right / 2.0, bottom / 2.0);
        let squares = [(x, y, 500.0), (x, y + 600.0, 100.0)];
        assert_eq!(numbers(&names(1.0, &squares)), [] as [usize; 0]);
        let near = names(4.0, &squares);
        assert_eq!(numbers(&near), [0]);
        assert_eq!(near[0].1, PxPoint { x: 320.0, y: 240.0 }, "in its middle");
    }

    #[test]
    fn of_two_that_would_overlap_the_larger_has_its_name() {
        let Bounds { right, bottom, .. } = Bounds::WORLD;
        let (x, y) = (right / 2.0, bottom / 2.0);
        let squares = [(x, y, 600.0), (x + 20.0, y, 700.0)];
        assert_eq!(numbers(&names(4.0, &squares)), [1]);
    }

    #[test]
    fn a_marker_has_its_name_beside_it_and_none_is_covered() {
        let Bounds { right, bottom, .. } = Bounds::WORLD;
        let (x, y) = (right / 2.0, bottom / 2.0);
        let one = names(4.0, &[(x, y, 1.0)]);
        assert_eq!(
            one[0].1,
            PxPoint {
                x: 320.0 + 64.0,
                y: 240.0
            }
        );
        // What stands to the right of the first leaves its name the left side.
        let two = names(4.0, &[(x, y, 1.0), (x + 60.0, y, 1.0)]);
        let [first, second] = [two[0].1, two[1].1];
        assert!(first.x < 320.0 && second.x > 320.0, "{first:?} {second:?}");
    }
}
