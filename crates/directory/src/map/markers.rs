//! Markers for the states that are too small to hit.

use super::{
    marker_layout::{GAP, marker_centres},
    projection::MapPoint,
    view::{Bounds, Camera, MapTransform, PxPoint},
};
use crate::model::{MemberIdx, Outline};

/// Diameter of what a finger hits, pixels: the target size of WCAG 2.2,
/// success criterion 2.5.8.
pub const SIZE: f64 = 24.0;

/// A shape drawn smaller than a square of this side gets a marker, pixels, or
/// narrower, as the Gambia: about what a mouse hits without aiming.
const SMALLEST_HIT: f64 = 7.0;

/// A marker farther than this from its anchor shows a line to it, pixels.
pub const LEADER: f64 = 6.0;

/// A drawn shape smaller than this is kept uncovered, square pixels; of a
/// larger one enough is left beside a marker.
const KEPT_CLEAR: f64 = 400.0;

/// Where a member is on the map, from its outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MemberGeometry {
    /// Which member.
    pub member: MemberIdx,
    /// The label point.
    pub point: MapPoint,
    /// Around the largest part.
    pub bounds: Bounds,
    /// Of the largest part, square map units.
    pub area: f64,
}

impl MemberGeometry {
    /// That of the member with this outline.
    pub fn new(member: MemberIdx, outline: &Outline) -> Self {
        Self {
            member,
            point: outline.label_point(),
            bounds: outline.bounds.into(),
            area: outline.area,
        }
    }

    /// Whether the outline is too small to hit at `scale` pixels a map unit.
    pub fn is_small(&self, scale: f64) -> bool {
        is_small(self.area, self.bounds, scale)
    }
}

impl Outline {
    /// The label point.
    pub fn label_point(&self) -> MapPoint {
        let [x, y] = self.point;
        MapPoint { x, y }
    }

    /// Whether it is too small to hit at `scale` pixels a map unit.
    pub fn is_small(&self, scale: f64) -> bool {
        is_small(self.area, self.bounds.into(), scale)
    }
}

/// Whether a shape of this area, square map units, and with these bounds is too
/// small to hit.
fn is_small(area: f64, bounds: Bounds, scale: f64) -> bool {
    let narrowest = bounds.width().min(bounds.height()) * scale;
    narrowest < SMALLEST_HIT || area_px(area, scale) < SMALLEST_HIT * SMALLEST_HIT
}

/// An area of the map, square pixels.
fn area_px(area: f64, scale: f64) -> f64 {
    area * scale * scale
}

/// A marker on screen, pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marker {
    /// Which member.
    pub member: MemberIdx,
    /// Centre of the marker.
    pub x: f64,
    /// Centre of the marker.
    pub y: f64,
    /// Where the place really is.
    pub anchor_x: f64,
    /// Where the place really is.
    pub anchor_y: f64,
    /// Whether the two are far enough apart for a line between them.
    pub leader: bool,
}

impl Marker {
    /// Centre of the marker.
    pub fn centre(&self) -> PxPoint {
        PxPoint {
            x: self.x,
            y: self.y,
        }
    }
}

/// The markers that `camera` needs, in the order of `geometries`.
///
/// Centres are at least [`SIZE`] apart and as near to their anchors as that
/// allows; a marker whose anchor is on screen is on screen, and small shapes
/// that need no marker are not covered. Beside their anchors they stay where they
/// stood `before`, as long as there is room: while the map moves they are steady.
pub fn markers(
    geometries: &[MemberGeometry],
    transform: &MapTransform,
    camera: Camera,
    before: &[Marker],
) -> Vec<Marker> {
    let viewport = transform.viewport();
    let is_near = |point: PxPoint| {
        (-GAP..=viewport.width + GAP).contains(&point.x)
            && (-GAP..=viewport.height + GAP).contains(&point.y)
    };
    let near: Vec<(&MemberGeometry, PxPoint)> = (geometries.iter())
        .map(|geometry| (geometry, transform.to_px(camera, geometry.point)))
        .filter(|(_, point)| is_near(*point))
        .collect();
    let (small, large): (Vec<_>, Vec<_>) =
        (near.into_iter()).partition(|(geometry, _)| geometry.is_small(camera.scale));

    let anchors: Vec<PxPoint> = small.iter().map(|(_, anchor)| *anchor).collect();
    let keep_clear: Vec<PxPoint> = (large.iter())
        .filter(|(geometry, _)| area_px(geometry.area, camera.scale) < KEPT_CLEAR)
        .map(|(_, point)| *point)
        .collect();
    let before = small.iter().map(|(geometry, anchor)| {
        let marker = before
            .iter()
            .find(|marker| marker.member == geometry.member)?;
        Some(PxPoint {
            x: anchor.x + marker.x - marker.anchor_x,
            y: anchor.y + marker.y - marker.anchor_y,
        })
    });
    let before: Vec<Option<PxPoint>> = before.collect();
    (small
        .iter()
        .zip(marker_centres(&anchors, &before, &keep_clear, viewport)))
    .map(|((geometry, anchor), centre)| Marker {
        member: geometry.member,
        x: centre.x,
        y: centre.y,
        anchor_x: anchor.x,
        anchor_y: anchor.y,
        // Many spots lie at this very distance, give or take a rounding.
        leader: anchor.distance(centre) > LEADER + 0.001,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::map::view::Viewport;

    const SCREEN: Viewport = Viewport {
        width: 640.0,
        height: 480.0,
    };

    /// The world, with squares of given area around given points.
    fn world(places: &[(f64, f64, f64)]) -> (Vec<MemberGeometry>, MapTransform) {
        let geometries = (places.iter().enumerate())
            .map(|(number, &(x, y, area))| {
                let reach = area.sqrt() / 2.0;
                MemberGeometry {
                    member: MemberIdx::new(number),
                    point: MapPoint { x, y },
                    bounds: [x - reach, y - reach, x + reach, y + reach].into(),
                    area,
                }
            })
            .collect();
        let world = (Bounds::WORLD, Bounds::WORLD.middle());
        (geometries, MapTransform::new(SCREEN, [world]))
    }

    fn markers_at_home(places: &[(f64, f64, f64)]) -> Vec<Marker> {
        let (geometries, transform) = world(places);
        markers(&geometries, &transform, transform.home(), &[])
    }

    #[test]
    fn a_lone_island_has_its_marker_in_place() {
        let markers = markers_at_home(&[(5_000.0, 2_400.0, 10.0)]);
        assert_eq!(markers.len(), 1);
        assert_eq!(
            (markers[0].x, markers[0].y),
            (markers[0].anchor_x, markers[0].anchor_y)
        );
        assert!(!markers[0].leader);
    }

    #[test]
    fn a_large_shape_needs_no_marker() {
        assert_eq!(markers_at_home(&[(5_000.0, 2_400.0, 500_000.0)]), []);
    }

    #[test]
    fn a_narrow_shape_has_a_marker_until_a_mouse_hits_it() {
        // As the Gambia on its river: 300 by 60 units.
        let strip = MemberGeometry {
            member: MemberIdx::new(0),
            point: MapPoint { x: 150.0, y: 30.0 },
            bounds: [0.0, 0.0, 300.0, 60.0].into(),
            area: 12_000.0,
        };
        assert!(strip.is_small(0.11), "33 by 6.6 pixels");
        assert!(!strip.is_small(0.12), "36 by 7.2 pixels");
    }

    #[test]
    fn two_islands_part_and_show_where_they_belong() {
        let markers = markers_at_home(&[(5_000.0, 2_400.0, 10.0), (5_010.0, 2_400.0, 10.0)]);
        assert!(markers[0].centre().distance(markers[1].centre()) >= SIZE);
        assert!(markers[0].x < markers[1].x, "they keep their sides");
        assert!(markers.iter().all(|marker| marker.leader));
    }

    #[test]
    fn an_enclave_does_not_cover_the_state_around_it() {
        // 100 square pixels around the label point, three pixels away.
        let (geometries, transform) =
            world(&[(5_000.0, 2_400.0, 10.0), (5_050.0, 2_400.0, 28_500.0)]);
        let camera = transform.home();
        let markers = markers(&geometries, &transform, camera, &[]);
        assert_eq!(markers.len(), 1);
        let distance = markers[0]
            .centre()
            .distance(transform.to_px(camera, geometries[1].point));
        assert!(distance > SIZE / 2.0, "{distance}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn markers_never_overlap_wherever_the_places_are(
            places in prop::collection::vec((3_000.0..5_000.0, 1_000.0..3_000.0, 0.0..90_000.0), 0..138),
        ) {
            let (geometries, transform) = world(&places);
            let markers = markers(&geometries, &transform, transform.home(), &[]);
            for (index, one) in markers.iter().enumerate() {
                for other in &markers[..index] {
                    prop_assert!(one.centre().distance(other.centre()) >= SIZE);
                }
            }
        }

        #[test]
        fn a_crowd_at_one_point_still_finds_room(count in 1_usize..60) {
            let crowd = vec![(5_000.0, 2_400.0, 1.0); count];
            let markers = markers_at_home(&crowd);
            prop_assert_eq!(markers.len(), count);
            for (index, one) in markers.iter().enumerate() {
                prop_assert!((0.0..=SCREEN.width).contains(&one.x) && (0.0..=SCREEN.height).contains(&one.y));
                for other in &markers[..index] {
                    prop_assert!(one.centre().distance(other.centre()) >= SIZE);
                }
            }
        }
    }
}
