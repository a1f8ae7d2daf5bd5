//! Where events took place: a map that does not move.

use std::sync::Arc;

use directory::Directory;
use directory::catalogue::decimal;
use directory::map::{MapTransform, PxPoint, Viewport, nearest, project};
use directory::model::{EventIdx, LonLat};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use super::outlines::{dot, hatching, member_geometries, px, shapes, svg_transform, view_box};
use crate::Site;
use crate::browser::{self, Detail};
use crate::components::lang_name::localized;
use crate::navigation::{Step, use_here};
use crate::site::EventResults;
use crate::target::{IN_BROWSER, client};

/// Size of the drawing, pixels.
const PANEL: Viewport = Viewport {
    width: 640.0,
    height: 330.0,
};

/// How near to a dot a press still means it, units of the drawing.
const REACH: f64 = 24.0;

/// The places of the events shown, larger where there were more; each is the
/// link to the latest of its events. None where the outlines are missing.
#[component]
pub fn PlaceMap(
    site: &'static Site,
    results: Memo<Arc<EventResults>>,
    hovered: RwSignal<Option<EventIdx>>,
) -> impl IntoView {
    let directory = site.directory;
    let map = directory.map.get()?;
    let words = &directory.catalogue;
    let here = use_here();
    let geometries = member_geometries(directory, map);
    let transform = MapTransform::around(PANEL, &geometries);
    let camera = transform.home();
    let at = move |position: LonLat| transform.to_px(camera, project(position));
    let point = move |event: &Event| hovered.set(browser::event_at(event));
    let places = Memo::new(move |_| places(directory, &results.read().events));
    // The dot on which a pointer went down, else the nearest; browsers may move
    // the click to another.
    let pressed = StoredValue::new(None);
    let press = move |event: &Event| {
        let pointer: &PointerEvent = event.unchecked_ref();
        let under = browser::element_under(pointer);
        let under = under.as_ref().and_then(browser::event_of);
        let point = browser::point_in_drawing(pointer, PANEL.width);
        let places = places.read_untracked();
        let points = places
            .iter()
            .map(|place| (place.latest, at(place.position)));
        pressed.set_value(under.or_else(|| nearest(points, point, REACH)));
    };
    let click = move |event: &Event| {
        if browser::is_for_browser(event) || browser::is_by_key(event) {
            return;
        }
        if let Some(Some(place)) = pressed.try_update_value(Option::take) {
            event.prevent_default();
            let query = here.query.get_untracked();
            here.go(&query.with_selected_event(&directory[place].id), Step::Push);
        }
    };
    let ring = move || {
        let event = hovered.get().map(|place| &directory[place]);
        let selected = || directory.event(here.query.read().event.as_deref()?);
        let place = event
            .or_else(selected)
            .and_then(|event| event.place.as_ref());
        place.map(|place| dot("place-map__ring".to_owned(), at(place.position), "15"))
    };
    let patterns = hatching(directory.network.regions.len(), move || 1.0 / camera.scale);
    Some(view! {
        <figure class="locator-map place-map" on:focusin=move |event| point(&event)>
            <svg
                viewBox=view_box(PANEL)
                role="group"
                aria-label=words.timeline_places()
                on:pointerdown=move |event| press(&event)
                on:click=move |event| click(&event)
            >
                {patterns}
                <g
                    class="place-map__ground"
                    transform=svg_transform(&transform, camera)
                    aria-hidden="true"
                >
                    {shapes(map, RwSignal::new(Detail::Coarse), (), |_| {})}
                </g>
                <g
                    on:pointerover=move |event| point(&event)
                    on:pointerleave=move |_| hovered.set(None)
                >
                    <For
                        each=move || places.get()
                        key=|place| (place.latest, place.count)
                        let:place
                    >
                        <PlaceLink directory at=at(place.position) place />
                    </For>
                </g>
                <g>{ring}</g>
            </svg>
            <figcaption>
                {localized(directory.localized(&directory.network.disclaimer))}
            </figcaption>
        </figure>
    })
}

/// Where several events took place.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    position: LonLat,
    /// The latest event.
    latest: EventIdx,
    count: usize,
}

/// The places of the events `shown`; those of many first, so that no small dot
/// lies under a large one.
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
    // Places are few, and a sort of another type is more program.
    let mut ordered: Vec<Place> = Vec::new();
    for place in places {
        let after = ordered.partition_point(|other| other.count >= place.count);
        ordered.insert(after, place);
    }
    ordered
}

#[component]
fn PlaceLink(directory: &'static Directory, place: Place, at: PxPoint) -> impl IntoView {
    let here = use_here();
    let latest = &directory[place.latest];
    // An area for each event, so that the eye can compare.
    let count = f64::from(u16::try_from(place.count).unwrap_or(u16::MAX));
    let radius = decimal(3.5 + 1.5 * count.sqrt(), 1);
    let dot = view! { <circle class="place-map__dot" cx=px(at.x) cy=px(at.y) r=radius></circle> };
    if !IN_BROWSER {
        // The list beside says it all.
        return dot.into_any();
    }
    let name = directory.place_of(latest);
    let label = directory.catalogue.timeline_at_place(place.count, &name);
    view! {
        <g>
            // The list beside is the way for keys.
            <a
                href=move || here.to_event(latest, &here.query.read())
                data-event=client(place.latest.get())
                data-noscroll=client("")
                tabindex="-1"
                aria-label=label
            >
                {dot}
            </a>
        </g>
    }
    .into_any()
}
