//! The outlines: land, members by region, and lines of dispute.

use std::sync::Arc;

use domain::directory::{Member, Status};
use domain::map::{Bounds, MapPoint, Site};
use domain::shapes::{Map, Shape};
use domain::words::decimal;
use domain::{Directory, Ordered};
use leptos::prelude::*;

/// The members that have an outline, each with it; sorted like the members.
pub fn member_shapes<'a>(
    directory: &'a Directory,
    map: &'a Map,
) -> impl Iterator<Item = (usize, &'a Member, &'a Shape)> {
    let members = directory.members.iter().enumerate();
    members.filter_map(|(place, member)| {
        let shape = map
            .shapes
            .iter()
            .find(|shape| shape.id == member.id.as_str())?;
        Some((place, member, shape))
    })
}

/// Where each member is on the map.
pub fn sites(directory: &Directory, map: &Map) -> Vec<Site> {
    let shapes = member_shapes(directory, map);
    shapes.map(|(place, _, shape)| site(place, shape)).collect()
}

/// Where one shape is on the map.
pub fn site(place: usize, shape: &Shape) -> Site {
    let [left, top, right, bottom] = shape.bounds;
    let [x, y] = shape.point;
    Site {
        place,
        point: MapPoint { x, y },
        bounds: Bounds {
            left,
            top,
            right,
            bottom,
        },
        area: shape.area,
    }
}

/// The class of a small state's marker.
pub fn marker_class(member: &Member) -> String {
    let observer = if member.status == Status::Observer {
        " map-marker--observer"
    } else {
        ""
    };
    format!("map-marker--region-{}{observer}", member.region + 1)
}

/// All outlines; what the filter leaves out fades.
#[component]
pub fn Shapes(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The outlines.
    map: &'static Map,
    /// Places of the members shown; all where absent.
    #[prop(optional, into)]
    shown: Option<Signal<Arc<Ordered<usize>>>>,
) -> impl IntoView {
    let land = map.shapes.iter().filter(|shape| {
        !directory
            .members
            .iter()
            .any(|member| member.id.as_str() == shape.id)
    });
    let land = land.map(|shape| {
        let class = if shape.hatched { "map-shape map-shape--undetermined" } else { "map-shape" };
        view! { <path class=class d=shape.path.as_str() fill=shape.hatched.then_some("url(#hatch-undetermined)") /> }
    });
    let members = member_shapes(directory, map).map(|(place, member, shape)| {
        let number = member.region + 1;
        let (class, fill) = match member.status {
            Status::Member => (format!("map-shape map-shape--region-{number}"), None),
            Status::Observer => {
                let class = format!("map-shape map-shape--observer map-shape--region-{number}");
                (class, Some(format!("url(#hatch-{number})")))
            }
        };
        let faded = move || shown.is_some_and(|shown| !shown.read().contains(&place)).then_some("");
        view! { <path class=class d=shape.path.as_str() fill=fill data-faded=faded data-member=place /> }
    });
    let dashed = map
        .dashed
        .iter()
        .map(|line| view! { <path class="map-dispute" d=line.as_str() /> });

    view! {
        <g>{land.collect_view()}</g>
        <g>{members.collect_view()}</g>
        <g>{dashed.collect_view()}</g>
    }
}

/// Hatching for observers, a pattern for each region, and for undetermined areas.
#[component]
pub fn Hatching(
    /// Number of regions.
    regions: usize,
    /// Map units for a pixel, so that the hatching stays equally fine.
    #[prop(into)]
    unit: Signal<f64>,
) -> impl IntoView {
    let patterns = (1..=regions).map(|number| {
        (
            format!("hatch-{number}"),
            format!("map-hatch map-hatch--region-{number}"),
        )
    });
    let undetermined = ("hatch-undetermined".to_owned(), "map-hatch".to_owned());
    let patterns = patterns.chain([undetermined]).map(|(id, class)| {
        let transform = move || format!("rotate(-45) scale({})", decimal(unit.get(), 3));
        view! {
            <pattern id=id class=class width="5" height="5" patternUnits="userSpaceOnUse" patternTransform=transform>
                <rect width="5" height="5" />
                <path d="M0 2.5h5" />
            </pattern>
        }
    });

    view! { <defs>{patterns.collect_view()}</defs> }
}
