//! The world map of the directory.

use std::sync::Arc;

use domain::facets::Facets;
use domain::map::{Bounds, Camera, MapPoint, Margins, PxPoint, Site as Place, Stage, Viewport};
use domain::shapes::Map;
use domain::words::decimal;
use domain::{Ordered, Query};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::Svg;

use super::gesture::Gesture;
use super::legend::Legend;
use super::members::{Members, Targets};
use super::shapes::{Hatching, Shapes, sites};
use super::tip::{Pointed, Tip};
use crate::Site;
use crate::address::{Page, Step, use_go, use_here};
use crate::browser;
use crate::components::icon::Icon;
use crate::site::Results;

/// Pixels that an arrow key moves the map.
const KEY_STEP: f64 = 80.0;
/// What is selected stands no nearer than this to the edges, pixels.
const EDGES: Margins = Margins {
    left: 60.0,
    top: 60.0,
    right: 60.0,
    bottom: 60.0,
};
/// How much closer a button or key comes.
const ZOOM_STEP: f64 = 1.6;
/// The map is drawn for a panel of this size until the real one is measured.
const PANEL: Viewport = Viewport {
    width: 860.0,
    height: 560.0,
};

/// The map beside the list; nothing but the reason where map.json is missing.
#[component]
pub fn WorldMap(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
    /// What is shown.
    results: Memo<Arc<Results>>,
    /// The member under the pointer, in the list or on the map.
    pointed: RwSignal<Option<usize>>,
    /// All filters with their counts.
    offered: Memo<Facets>,
) -> impl IntoView {
    match &site.directory.map {
        Some(map) => view! { <Drawn site map results pointed offered /> }.into_any(),
        None => view! {
            <section class="world-map" aria-label="Map">
                <p class="missing">"The map could not be loaded; the list holds everything."</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn Drawn(
    site: &'static Site,
    map: &'static Map,
    results: Memo<Arc<Results>>,
    pointed: RwSignal<Option<usize>>,
    offered: Memo<Facets>,
) -> impl IntoView {
    let here = use_here();
    let go = use_go();
    let directory = site.directory;
    let language = directory.language();

    let viewport = RwSignal::new(PANEL);
    let panel = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            browser::observe_size(&panel, move |width, height| {
                if width > 0.0 && height > 0.0 {
                    viewport.set(Viewport { width, height });
                }
            });
        }
    });

    let shown = Memo::new(move |_| {
        Arc::new(
            results
                .read()
                .places
                .iter()
                .copied()
                .collect::<Ordered<_>>(),
        )
    });
    let places = StoredValue::new(sites(directory, map));
    let stage = Memo::new(move |_| {
        let boxes = places
            .read_value()
            .iter()
            .map(|place| (place.bounds, place.point))
            .collect::<Vec<_>>();
        Stage::new(viewport.get(), boxes)
    });
    let camera = Memo::new(move |_| {
        aim(
            site,
            &places.read_value(),
            &here.query.read(),
            &shown.read(),
            &stage.read(),
        )
    });
    let targets = Memo::new(move |_| Targets::of(directory, map, &stage.read(), camera.get()));

    // What a gesture has come to is folded into the address when it ends, and
    // the drawing follows the address.
    let drawing = NodeRef::<Svg>::new();
    let gesture = StoredValue::new(None::<Gesture>);
    let show = move || {
        if let (Some(drawing), Some(transform)) = (
            drawing.get_untracked(),
            gesture.with_value(|gesture| gesture.as_ref().map(Gesture::transform)),
        ) {
            browser::set_transform(&drawing, &transform);
        }
    };
    let still = move || {
        if let Some(drawing) = drawing.get_untracked() {
            browser::set_transform(&drawing, "");
        }
    };
    Effect::new(move |_| {
        camera.track();
        still();
    });
    let settle = {
        let go = go.clone();
        move |moved: Camera| {
            let query = here.query.get_untracked();
            match stage.read_untracked().view_of(moved) {
                at if at == query.at => still(),
                Some(at) => go(&query.moved_to(at), Step::Replace),
                None => go(&query.moved_nowhere(), Step::Replace),
            }
        }
    };
    // Where the reader has moved the map, a selection outside of it moves it on.
    let selected = Memo::new(move |_| here.query.read().selected.clone());
    Effect::new({
        let settle = settle.clone();
        move |_| {
            let Some(id) = selected.get() else { return };
            let point = places
                .read_value()
                .iter()
                .find(|place| directory.members[place.place].id == id)
                .map(|place| place.point);
            if let Some(point) = point.filter(|_| here.query.read_untracked().at.is_some()) {
                settle(stage.read_untracked().brought_into_view(
                    camera.get_untracked(),
                    point,
                    EDGES,
                ));
            }
        }
    });
    let begin = move || Gesture::new(camera.get_untracked(), stage.get_untracked());

    let zoom = {
        let settle = settle.clone();
        move |factor: f64| {
            let Viewport { width, height } = viewport.get_untracked();
            let mut gesture = begin();
            gesture.zoom(
                factor,
                PxPoint {
                    x: width / 2.0,
                    y: height / 2.0,
                },
            );
            settle(gesture.camera);
        }
    };
    let reset = {
        let go = go.clone();
        move || go(&here.query.get_untracked().moved_nowhere(), Step::Replace)
    };
    let select = {
        let go = go.clone();
        move |place: usize| {
            if shown.read_untracked().contains(&place) {
                go(
                    &here
                        .query
                        .get_untracked()
                        .selecting(&directory.members[place].id),
                    Step::Push,
                );
            }
        }
    };

    let pressed = {
        let (settle, zoom, reset) = (settle.clone(), zoom.clone(), reset.clone());
        move |event: leptos::ev::KeyboardEvent| {
            let pan = |x: f64, y: f64| {
                settle(stage.read_untracked().panned(
                    camera.get_untracked(),
                    x * KEY_STEP,
                    y * KEY_STEP,
                ));
            };
            match event.key().as_str() {
                "ArrowLeft" => pan(1.0, 0.0),
                "ArrowRight" => pan(-1.0, 0.0),
                "ArrowUp" => pan(0.0, 1.0),
                "ArrowDown" => pan(0.0, -1.0),
                "+" | "=" => zoom(ZOOM_STEP),
                "-" => zoom(1.0 / ZOOM_STEP),
                "0" => reset(),
                "Enter" => {
                    browser::walk(".map-member[tabindex='0']", 1, "map");
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let pointer_down = move |event: leptos::ev::PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(panel) = panel.get_untracked() {
            let at = browser::point_in(&panel, &event);
            gesture.update_value(|gesture| {
                gesture
                    .get_or_insert_with(begin)
                    .press(event.pointer_id(), at);
            });
        }
    };
    let pointer_move = move |event: leptos::ev::PointerEvent| {
        let Some(panel) = panel.get_untracked() else {
            return;
        };
        let at = browser::point_in(&panel, &event);
        let dragged = gesture.try_update_value(|gesture| {
            gesture.as_mut().is_some_and(|gesture| {
                let before = gesture.dragged;
                gesture.drag(event.pointer_id(), at);
                if gesture.dragged && !before {
                    browser::capture_pointer(&panel, event.pointer_id());
                }
                gesture.dragged
            })
        });
        if dragged == Some(true) {
            pointed.set(None);
            show();
        } else if event.pointer_type() == "mouse" {
            let place = browser::member_at(&event).or_else(|| targets.read_untracked().nearest(at));
            pointed.set(place.filter(|place| shown.read_untracked().contains(place)));
        }
    };
    // A drag ends with a click of its own, which must select nothing.
    let was_drag = StoredValue::new(false);
    let pointer_up = {
        let settle = settle.clone();
        move |event: leptos::ev::PointerEvent| {
            let ended = gesture.try_update_value(|gesture| {
                let last = gesture
                    .as_mut()
                    .is_some_and(|gesture| gesture.lift(event.pointer_id()));
                if last { gesture.take() } else { None }
            });
            if let Some(Some(ended)) = ended {
                was_drag.set_value(ended.dragged);
                if ended.dragged {
                    settle(ended.camera);
                }
            }
        }
    };
    let clicked = {
        let select = select.clone();
        move |event: leptos::ev::MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            let Some(panel) = panel.get_untracked() else {
                return;
            };
            if was_drag.get_value() {
                was_drag.set_value(false);
                return;
            }
            // The keyboard's click has no place of its own.
            let by_key = event.detail() == 0;
            let at = browser::point_in(&panel, &event);
            let near = || targets.read_untracked().nearest(at);
            if let Some(place) =
                browser::member_at(&event).or_else(|| if by_key { None } else { near() })
            {
                select(place);
            }
        }
    };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let wheel = {
        let settle = settle.clone();
        move |event: leptos::ev::WheelEvent| {
            event.prevent_default();
            let Some(panel) = panel.get_untracked() else {
                return;
            };
            let around = browser::point_in(&panel, &event);
            // A notch is about 100 units; a line of the older unit about 16 of them.
            let unit = if event.delta_mode() == 0 { 1.0 } else { 16.0 };
            let factor = (-event.delta_y() * unit / 400.0).exp().clamp(0.5, 2.0);
            gesture.update_value(|gesture| gesture.get_or_insert_with(begin).zoom(factor, around));
            show();
            let settle = settle.clone();
            let end = move || {
                let ended = gesture.try_update_value(Option::take);
                if let Some(Some(ended)) = ended {
                    settle(ended.camera);
                }
            };
            timer.update_value(|timer| {
                if let Some(timer) = timer.take() {
                    timer.clear();
                }
                *timer = set_timeout_with_handle(end, std::time::Duration::from_millis(150)).ok();
            });
        }
    };

    let view_box = move || {
        let Viewport { width, height } = *viewport.read();
        format!("0 0 {} {}", decimal(width, 0), decimal(height, 0))
    };
    let transform = move || {
        let camera = camera.get();
        let PxPoint { x, y } = stage.read().to_px(camera, MapPoint { x: 0.0, y: 0.0 });
        let (x, y, scale) = (decimal(x, 2), decimal(y, 2), decimal(camera.scale, 5));
        format!("translate({x} {y}) scale({scale})")
    };
    let unit = Signal::derive(move || 1.0 / camera.read().scale);
    let tip = move || {
        let place = pointed.get()?;
        Some(Pointed {
            place,
            at: targets.read().point(place)?,
            width: viewport.read().width,
        })
    };
    let policy = move || format!("{}#boundaries", here.to(Page::Data, &Query::default()));

    view! {
        <section class="world-map" aria-label="Map">
            <div class="world-map__panel" id="map" tabindex="0" role="group" aria-label="World map"
                aria-describedby="map-keys" node_ref=panel
                on:keydown=pressed on:pointerdown=pointer_down on:pointermove=pointer_move
                on:pointerup=pointer_up.clone() on:pointercancel=pointer_up
                on:pointerleave=move |_| pointed.set(None) on:click=clicked on:wheel=wheel>
                <svg class="world-map__drawing" viewBox=view_box node_ref=drawing>
                    <Hatching regions=directory.network.regions.len() unit />
                    <g transform=transform aria-hidden="true">
                        <Shapes directory map shown=Signal::derive(move || shown.get()) />
                        <Outlines site map pointed />
                    </g>
                    <Members site targets shown pointed />
                </svg>
                <Tip directory pointed=Signal::derive(tip) />
                <p class="visually-hidden" id="map-keys">
                    "Arrow keys move the map, plus and minus zoom, zero shows all. Enter goes to the members, where arrow keys go from one to the next, Enter selects and Escape comes back."
                </p>
            </div>
            <div class="world-map__zoom">
                <button type="button" class="button" aria-label="Zoom in" on:click={
                    let zoom = zoom.clone();
                    move |_| zoom(ZOOM_STEP)
                }>{Icon::Plus.view()}</button>
                <button type="button" class="button" aria-label="Zoom out" on:click=move |_| zoom(1.0 / ZOOM_STEP)>
                    {Icon::Minus.view()}
                </button>
                <button type="button" class="button" aria-label="Show all" on:click=move |_| reset()>
                    {Icon::Whole.view()}
                </button>
            </div>
            <div class="world-map__foot">
                <Legend offered />
                <p class="world-map__disclaimer">
                    {directory.network.disclaimer.get(language)} " " <a href=policy>"Policy"</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The outlines of the member pointed at and of the one selected, above all others.
#[component]
fn Outlines(
    site: &'static Site,
    map: &'static Map,
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let outline = move |id: &str| {
        map.shapes
            .iter()
            .find(|shape| shape.id == id)
            .map(|shape| shape.path.as_str())
    };
    let selected = move || {
        here.query
            .read()
            .selected
            .as_ref()
            .and_then(|id| outline(id.as_str()))
    };
    let pointed = move || {
        pointed
            .get()
            .and_then(|place| outline(directory.members[place].id.as_str()))
    };

    view! {
        <path class="map-outline map-outline--pointed" d=pointed />
        <path class="map-outline map-outline--selected" d=selected />
    }
}

/// What the map shows: where the reader has moved it, else the chosen regions,
/// else everything; moved as little as needed where something is selected.
fn aim(
    site: &Site,
    places: &[Place],
    query: &Query,
    shown: &Ordered<usize>,
    stage: &Stage,
) -> Camera {
    let framing = !query.regions.is_empty() || !query.sub_regions.is_empty();
    let framed = places
        .iter()
        .filter(|place| framing && shown.contains(&place.place));
    let camera = match (query.at, Bounds::around(framed.map(|place| place.bounds))) {
        (None, Some(bounds)) => stage.framed(bounds),
        (at, _) => stage.camera_at(at),
    };
    let is_selected =
        |place: &&Place| query.selected.as_ref() == Some(&site.directory.members[place.place].id);
    match places.iter().find(is_selected) {
        Some(place) if query.at.is_none() => stage.brought_into_view(camera, place.point, EDGES),
        _ => camera,
    }
}
