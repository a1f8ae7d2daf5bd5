//! Where a member lies: a small map that does not move.

use directory::Directory;
use directory::colouring::region_shade;
use directory::map::{Bounds, Camera, MapTransform, Viewport};
use directory::model::{Event, Member};
use leptos::prelude::*;

use crate::components::lang_name::localized;
use crate::map::image_link::image;
use crate::map::outlines::{
    Fill, dot, hatching, member_geometries, member_shapes, svg_transform, view_box,
};

/// Size of the drawing, pixels.
const PANEL: Viewport = Viewport {
    width: 320.0,
    height: 200.0,
};

/// What is shown around the place of an event on each side, map units.
const AROUND: f64 = 550.0;

/// The member among its neighbours, with the disclaimer that every map
/// carries; nothing where the outlines are missing.
pub fn locator_map(directory: &'static Directory, member: &'static Member) -> Option<AnyView> {
    let map = directory.map.get()?;
    let members: Vec<_> = member_shapes(directory, map).collect();
    let (index, _, shape) = *members.iter().find(|(_, other, _)| other.id == member.id)?;
    let geometries = member_geometries(directory, map);
    let own = geometries
        .iter()
        .find(|geometry| geometry.member == index)?;
    let transform = MapTransform::around(PANEL, &geometries);
    let camera = transform.framed(with_neighbours(own.bounds));
    let ring = own.is_small(camera.scale / 2.0).then(|| {
        let at = transform.to_px(camera, own.point);
        dot("locator-map__ring".to_owned(), at, "11")
    });
    let label = directory
        .catalogue
        .map_of(member.names.get(directory.language()));
    let fill = Fill::Shade(region_shade(member));
    let own = view! {
        <path class=fill.class() d=shape.path.as_str() fill=fill.pattern()></path>
        <path class="map-outline map-outline--selected" d=shape.path.as_str()></path>
    };
    let land = image(map);
    let hatching = hatching(directory.network.regions.len(), move || 1.0 / camera.scale);
    let base_map = base_map(&transform, camera, (land, own));
    Some(figure(directory, label, (hatching, base_map, ring)))
}

/// Where an event takes place, on a map of the same kind; nothing where its
/// place or the outlines are missing.
pub fn place_locator(directory: &'static Directory, event: &Event) -> Option<AnyView> {
    let map = directory.map.get()?;
    let place = event.place.as_ref()?;
    let geometries = member_geometries(directory, map);
    let transform = MapTransform::around(PANEL, &geometries);
    let point = directory::map::project(place.position);
    let camera = transform.framed(Bounds {
        left: point.x - AROUND,
        top: point.y - AROUND,
        right: point.x + AROUND,
        bottom: point.y + AROUND,
    });
    let at = transform.to_px(camera, point);
    let label = directory.catalogue.map_of(&directory.place_of(event));
    let base_map = base_map(&transform, camera, image(map));
    let dots = [
        dot("place-map__dot".to_owned(), at, "4"),
        dot("locator-map__ring".to_owned(), at, "11"),
    ];
    Some(figure(directory, label, (base_map, dots)))
}

/// `outlines` where the camera shows them.
fn base_map(
    transform: &MapTransform,
    camera: Camera,
    outlines: impl IntoView + 'static,
) -> AnyView {
    view! { <g transform=svg_transform(transform, camera)>{outlines}</g> }.into_any()
}

/// A drawing with the disclaimer.
fn figure(
    directory: &'static Directory,
    label: String,
    drawing: impl IntoView + 'static,
) -> AnyView {
    let disclaimer = localized(directory.localized(&directory.network.disclaimer));
    view! {
        <figure class="locator-map">
            <svg viewBox=view_box(PANEL) role="img" aria-label=label>
                {drawing}
            </svg>
            <figcaption>{disclaimer}</figcaption>
        </figure>
    }
    .into_any()
}

/// A state's box with as much again of what lies around it.
fn with_neighbours(bounds: Bounds) -> Bounds {
    let (x, y) = (bounds.width() * 0.6, bounds.height() * 0.6);
    Bounds {
        left: bounds.left - x,
        top: bounds.top - y,
        right: bounds.right + x,
        bottom: bounds.bottom + y,
    }
}
