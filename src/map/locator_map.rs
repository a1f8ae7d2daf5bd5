//! Where a member lies: a small map that does not move.

use std::sync::Arc;

use domain::directory::Member;
use domain::map::{Bounds, MapPoint, PxPoint, Stage, Viewport};
use domain::words::decimal;
use domain::{Directory, Ordered};
use leptos::prelude::*;

use super::shapes::{Hatching, Shapes, member_shapes, sites};

/// Size of the drawing, pixels.
const PANEL: Viewport = Viewport {
    width: 320.0,
    height: 200.0,
};

/// The member among its neighbours, with the disclaimer that every map
/// carries; nothing where the outlines are missing.
#[component]
pub fn LocatorMap(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The member to be found.
    member: &'static Member,
) -> impl IntoView {
    let map = directory.map.as_ref()?;
    let (place, _, shape) =
        member_shapes(directory, map).find(|(_, other, _)| other.id == member.id)?;
    let sites = sites(directory, map);
    let own = sites.iter().find(|site| site.place == place)?;
    let stage = Stage::new(PANEL, sites.iter().map(|site| (site.bounds, site.point)));
    let camera = stage.framed(with_neighbours(own.bounds));
    let PxPoint { x, y } = stage.to_px(camera, MapPoint { x: 0.0, y: 0.0 });
    let (x, y, scale) = (decimal(x, 1), decimal(y, 1), decimal(camera.scale, 5));
    let transform = format!("translate({x} {y}) scale({scale})");
    let ring = own.is_small(camera.scale / 2.0).then(|| {
        let PxPoint { x, y } = stage.to_px(camera, own.point);
        view! { <circle class="locator-map__ring" cx=decimal(x, 1) cy=decimal(y, 1) r="11" /> }
    });
    let shown = Signal::stored(Arc::new(Ordered::from_iter([place])));
    let unit = Signal::stored(1.0 / camera.scale);
    let language = directory.language();
    let label = format!("Map: {}", member.names.get(language));

    let view_box = format!(
        "0 0 {} {}",
        decimal(PANEL.width, 0),
        decimal(PANEL.height, 0)
    );

    Some(view! {
        <figure class="locator-map">
            <svg viewBox=view_box role="img" aria-label=label>
                <Hatching regions=directory.network.regions.len() unit />
                <g transform=transform>
                    <Shapes directory map shown />
                    <path class="map-outline map-outline--selected" d=shape.path.as_str() />
                </g>
                {ring}
            </svg>
            <figcaption>{directory.network.disclaimer.get(language)}</figcaption>
        </figure>
    })
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
