use proptest::prelude::*;

use super::*;

const WIDE: Viewport = Viewport {
    width: 900.0,
    height: 600.0,
};
const UPRIGHT: Viewport = Viewport {
    width: 390.0,
    height: 560.0,
};

/// Three members: two in the west, one far in the east.
fn transform(viewport: Viewport) -> MapTransform {
    let boxes = [
        [1_000.0, 1_000.0, 1_200.0, 1_300.0],
        [1_500.0, 2_000.0, 2_500.0, 3_500.0],
        [8_000.0, 800.0, 9_000.0, 1_500.0],
    ];
    let members = boxes
        .map(Bounds::from)
        .map(|bounds| (bounds, bounds.middle()));
    MapTransform::new(viewport, members)
}

fn close(one: Camera, other: Camera) -> bool {
    (one.centre.x - other.centre.x).abs() < 1e-6
        && (one.centre.y - other.centre.y).abs() < 1e-6
        && (one.scale / other.scale - 1.0).abs() < 1e-9
}

fn corners(transform: &MapTransform, camera: Camera, bounds: Bounds) -> [PxPoint; 2] {
    [(bounds.left, bounds.top), (bounds.right, bounds.bottom)]
        .map(|(x, y)| transform.to_px(camera, MapPoint { x, y }))
}

fn in_view(transform: &MapTransform, camera: Camera, bounds: Bounds) -> bool {
    let [first, last] = corners(transform, camera, bounds);
    let Viewport { width, height } = transform.viewport();
    first.x >= PADDING - 1e-6
        && first.y >= PADDING - 1e-6
        && last.x <= width - PADDING + 1e-6
        && last.y <= height - PADDING + 1e-6
}

#[test]
fn a_wide_home_shows_all_members_and_no_more_than_that_needs() {
    let transform = transform(WIDE);
    let members = Bounds::from([1_000.0, 800.0, 9_000.0, 3_500.0]);
    assert!(in_view(&transform, transform.home(), members));
    let [first, last] = corners(&transform, transform.home(), members);
    assert!((last.x - first.x - (WIDE.width - 2.0 * PADDING)).abs() < 1e-6);
}

#[test]
fn an_upright_home_is_larger_than_the_screen_and_starts_at_the_median_member() {
    let transform = transform(UPRIGHT);
    let home = transform.home();
    assert!(home.scale * 8_000.0 >= 900.0);
    assert!((home.centre.x - 2_000.0).abs() < 1e-6);
    let out = transform.zoomed(home, 0.01, PxPoint::default());
    assert!(
        (out.scale - home.scale).abs() < 1e-9,
        "a phone shows no thicket of markers"
    );
}

#[test]
fn a_framed_region_fits_and_a_tiny_one_keeps_its_surroundings() {
    let transform = transform(WIDE);
    let region = Bounds::from([1_000.0, 1_000.0, 2_500.0, 3_500.0]);
    assert!(in_view(&transform, transform.framed(region), region));
    let rock = Bounds::from([8_000.0, 1_000.0, 8_000.0, 1_000.0]);
    assert!(transform.framed(rock).scale <= transform.home().scale * CLOSEST_FRAME);
}

#[test]
fn nothing_on_screen_is_no_reason_to_fail() {
    let nothing = MapTransform::new(
        Viewport {
            width: 0.0,
            height: 0.0,
        },
        [],
    );
    assert!(nothing.home().scale > 0.0 && nothing.home().scale.is_finite());
    assert_eq!(Bounds::around([]), None);
}

#[test]
fn home_needs_no_place_in_the_address() {
    for viewport in [WIDE, UPRIGHT] {
        let transform = transform(viewport);
        assert_eq!(transform.view_of(transform.home()), None);
        assert_eq!(transform.camera_at(None), transform.home());
        let moved = transform.zoomed(transform.home(), 2.0, PxPoint { x: 10.0, y: 10.0 });
        assert!(transform.view_of(moved).is_some());
    }
}

#[test]
fn a_point_in_view_moves_nothing() {
    let transform = transform(WIDE);
    let margins = Margins {
        bottom: 200.0,
        ..Margins::default()
    };
    let point = transform.to_map(transform.home(), PxPoint { x: 450.0, y: 300.0 });
    assert_eq!(
        transform.brought_into_view(transform.home(), point, margins),
        transform.home()
    );
}

fn viewports() -> impl Strategy<Value = Viewport> {
    (200.0..2_000.0, 200.0..1_500.0).prop_map(|(width, height)| Viewport { width, height })
}

/// A camera that a reader can have got to.
fn cameras() -> impl Strategy<Value = (MapTransform, Camera)> {
    (viewports(), 0.2..40.0, -3e3..3e3, -3e3..3e3).prop_map(|(viewport, factor, dx, dy)| {
        let transform = transform(viewport);
        let camera = transform.zoomed(transform.home(), factor, PxPoint { x: 90.0, y: 70.0 });
        (transform, transform.panned(camera, dx, dy))
    })
}

proptest! {
    #[test]
    fn pixels_and_map_units_undo_each_other((transform, camera) in cameras(), x in -500.0..2_500.0, y in -500.0..2_500.0) {
        let back = transform.to_px(camera, transform.to_map(camera, PxPoint { x, y }));
        prop_assert!((back.x - x).abs() < 1e-6 && (back.y - y).abs() < 1e-6);
    }

    #[test]
    fn panning_back_undoes_panning((transform, camera) in cameras(), dx in -300.0..300.0, dy in -300.0..300.0) {
        let moved = transform.panned(camera, dx, dy);
        let free = (moved.centre.x - (camera.centre.x - dx / camera.scale)).abs() < 1e-9
            && (moved.centre.y - (camera.centre.y - dy / camera.scale)).abs() < 1e-9;
        prop_assume!(free);
        prop_assert!(close(transform.panned(moved, -dx, -dy), camera));
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer((transform, camera) in cameras(), factor in 0.5..2.0, x in 0.0..400.0, y in 0.0..400.0) {
        let around = PxPoint { x, y };
        let fixed = transform.to_map(camera, around);
        let zoomed = transform.zoomed(camera, factor, around);
        let kept = transform.to_px(zoomed, fixed).distance(around) < 1e-6;
        // Only the limits of the map move it.
        prop_assume!(kept && (zoomed.scale / camera.scale / factor - 1.0).abs() < 1e-9);
        prop_assert!(close(transform.zoomed(zoomed, 1.0 / factor, around), camera));
    }

    #[test]
    fn zooming_in_the_middle_of_the_land_meets_no_limit(factor in 1.0..16.0) {
        let transform = transform(WIDE);
        let around = PxPoint { x: 450.0, y: 300.0 };
        let zoomed = transform.zoomed(transform.home(), factor, around);
        prop_assert!((zoomed.scale / transform.home().scale / factor - 1.0).abs() < 1e-9);
        prop_assert!(close(transform.zoomed(zoomed, 1.0 / factor, around), transform.home()));
    }

    #[test]
    fn the_world_is_never_lost((transform, camera) in cameras()) {
        let [first, last] = corners(&transform, camera, Bounds::WORLD);
        let Viewport { width, height } = transform.viewport();
        let seen = |first: f64, last: f64, pixels: f64| {
            (last.min(pixels) - first.max(0.0)) / (last - first).min(pixels)
        };
        prop_assert!(seen(first.x, last.x, width) > 0.74);
        prop_assert!(seen(first.y, last.y, height) > 0.74);
    }

    #[test]
    fn the_address_gives_the_same_view_again((transform, camera) in cameras()) {
        let view = transform.view_of(camera);
        let again = transform.camera_at(view);
        // At the limits of the map the rounding of the zoom may count.
        if let Some(view) = view && again.centre == (MapPoint { x: f64::from(view.x), y: f64::from(view.y) }) {
            prop_assert_eq!(transform.view_of(again), Some(view));
        }
        let middle = transform.to_map(camera, PxPoint { x: 0.0, y: 0.0 });
        let shift = transform.to_px(again, middle).distance(PxPoint { x: 0.0, y: 0.0 });
        prop_assert!(shift < 12.0, "moved by {} pixels", shift);
    }

    #[test]
    fn a_member_is_pulled_out_from_under_a_panel((transform, camera) in cameras(), which in 0_usize..3) {
        let point = [(1_100.0, 1_150.0), (2_000.0, 2_750.0), (8_500.0, 1_150.0)][which];
        let point = MapPoint { x: point.0, y: point.1 };
        let Viewport { width, height } = transform.viewport();
        let margins = Margins { left: 20.0, top: 20.0, right: 20.0, bottom: height * 0.4 };
        let seen = transform.to_px(transform.brought_into_view(camera, point, margins), point);
        prop_assert!((19.9..=width - 19.9).contains(&seen.x), "{:?}", seen);
        prop_assert!((19.9..=height * 0.6 + 0.1).contains(&seen.y), "{:?}", seen);
    }
}
