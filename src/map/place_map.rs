//! Where events took place: a map that does not move.

use std::sync::Arc;

use directory::catalogue::decimal;
use directory::map::{MapTransform, PxPoint, Viewport, project};
use directory::model::{EventIdx, LonLat, MemberIdx};
use directory::{Directory, Query};

use super::outlines::{
    dot, hatching, member_geometries, member_outlines, member_shapes, shapes, svg_transform,
    view_box,
};
use crate::Site;
use crate::browser;
use crate::components::lang_name::localized;
use crate::markup::{Element, el, live, svg};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::site::EventResults;

/// Size of the drawing, pixels.
const PANEL: Viewport = Viewport {
    width: 640.0,
    height: 330.0,
};
use crate::target::IN_BROWSER;

/// The places of the events shown, larger where there were more; each is the
/// link to the latest of its events. None where the outlines are missing.
pub fn place_map(
    site: &'static Site,
    results: Memo<Arc<EventResults>>,
    hovered: RwSignal<Option<EventIdx>>,
) -> Option<Element> {
    let directory = site.directory;
    let map = directory.map.get()?;
    let words = &directory.catalogue;
    let here = use_here();
    let geometries = member_geometries(directory, map);
    let transform = MapTransform::around(PANEL, &geometries);
    let camera = transform.home();
    let everyone: Vec<MemberIdx> = MemberIdx::all(directory).collect();
    let members: Vec<_> = member_shapes(directory, map).collect();
    let base_map = svg("g")
        .class("place-map__ground")
        .attr("transform", svg_transform(&transform, camera))
        .attr("aria-hidden", "true")
        .child(shapes(
            directory,
            map,
            member_outlines(directory, &members, &everyone, None),
        ));
    let at = move |position: LonLat| transform.to_px(camera, project(position));
    let point = move |event: &_| hovered.set(browser::event_at(event));
    let places = live(move || {
        let (query, results) = (here.query.read(), results.read());
        let places = places(directory, &results.events);
        svg("g")
            .on("pointerover", point)
            .on("focusin", point)
            .on("pointerleave", move |_| hovered.set(None))
            .children(
                places
                    .iter()
                    .map(|place| link(directory, &query, place, at(place.position))),
            )
    });
    let ring = live(move || {
        let event = hovered.get().map(|place| &directory[place]);
        let selected = || directory.event(here.query.read().event.as_deref()?);
        let place = event
            .or_else(selected)
            .and_then(|event| event.place.as_ref());
        let ring = place.map(|place| dot("place-map__ring".to_owned(), at(place.position), "15"));
        svg("g").children(ring)
    });
    let drawing = svg("svg")
        .attr("viewBox", view_box(PANEL))
        .attr("role", "group")
        .attr("aria-label", words.timeline_places())
        .child(hatching(
            directory.network.regions.len(),
            1.0 / camera.scale,
        ))
        .child(base_map)
        .child(places)
        .child(ring);
    let disclaimer = localized(directory.localized(&directory.network.disclaimer));
    let figure = el("figure").class("locator-map place-map").child(drawing);
    Some(figure.child(el("figcaption").child(disclaimer)))
}

/// Where several events took place.
struct Place {
    position: LonLat,
    /// The latest event.
    latest: EventIdx,
    count: usize,
}

fn places(directory: &Directory, shown: &[EventIdx]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for &latest in shown {
        let Some(place) = &directory[latest].place else {
            continue;
        };
        let position = place.position;
        match places.iter_mut().find(|known| known.position == position) {
            Some(known) => {
                known.latest = latest;
                known.count += 1;
            }
            None => places.push(Place {
                position,
                latest,
                count: 1,
            }),
        }
    }
    places
}

fn link(directory: &'static Directory, query: &Query, place: &Place, at: PxPoint) -> Element {
    let here = use_here();
    let latest = &directory[place.latest];
    let name = directory.place_of(latest);
    let label = directory.catalogue.timeline_at_place(place.count, &name);
    // An area for each event, so that the eye can compare.
    let count = f64::from(u16::try_from(place.count).unwrap_or(u16::MAX));
    let radius = decimal(3.5 + 1.5 * count.sqrt(), 1);
    let dot_alone = svg("circle")
        .class("place-map__dot")
        .attr("cx", super::outlines::px(at.x))
        .attr("cy", super::outlines::px(at.y))
        .attr("r", radius);
    if !IN_BROWSER {
        // The list beside says it all.
        return dot_alone;
    }
    svg("a")
        .key(latest.id.as_str())
        .href(here.to_event(latest, query))
        .client_attr("data-event", place.latest.get().to_string())
        .client_attr("data-noscroll", "")
        // The list beside is the way for keys.
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .child(dot_alone)
}
