//! The world map of the directory.

use std::cell::RefCell;
use std::sync::Arc;

use directory::colouring::{Colouring, region_shade};
use directory::facet_counts::CountedFacets;
use directory::map::{MapTransform, MemberGeometry, Viewport, name_width};
use directory::membership::belonged;
use directory::model::{Map, MemberIdx};
use directory::{Catalogue, Directory, Query};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use super::FINE_MAP_SVG;
use super::frame::{MapFrame, selected, target_camera};
use super::hit_targets::HitTargets;
use super::legend::MapLegend;
use super::outlines::{
    Fill, hatching, member_geometries, past_outlines, shapes, svg_transform, view_box,
};
use super::pan_zoom::{DRAWING, MapPanZoom, clear_transform};
use super::tooltip::{TooltipTarget, tooltip};
use crate::address::Page;
use crate::browser::{self, Detail};
use crate::components::icon::{Icon, IconButton};
use crate::components::lang_name::localized;
use crate::components::zoom_buttons::ZoomButtons;
use crate::distinct::{distinct, set_distinct};
use crate::dynamic::dynamic;
use crate::navigation::use_here;
use crate::site::Results;
use crate::{Problem, Site};

/// The map is drawn for a panel of this size until the real one is measured,
/// where there was none on the page before.
const PANEL: Viewport = Viewport {
    width: 860.0,
    height: 560.0,
};

/// Pixels for a map unit from which on the fine outlines are shown: the coarse
/// ones are right within some five units, which is a pixel there.
const FINE_SCALE: f64 = 0.2;

/// Pixels that a button moves the map.
const BUTTON_STEP: f64 = 160.0;

/// The map beside the list, with the filters of `facets` in its legend; nothing
/// but the reason where map.json is missing. Tells `hovered` which member is
/// under the pointer, and marks the one that is pointed at in the list.
#[component]
pub fn WorldMap(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    shown: Vec<RwSignal<bool>>,
    hovered: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
    facets: Memo<CountedFacets>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let words = &site.directory.catalogue;
    let map = site.directory.map.get();
    let content = match map {
        Some(map) => {
            view! { <MapPanel site map results shown hovered selected facets colouring /> }
                .into_any()
        }
        None => view! { <p class="missing">{words.map_missing()}</p> }.into_any(),
    };
    view! {
        <section class="world-map" aria-label=words.map_label()>
            {content}
        </section>
    }
}

#[component]
fn MapPanel(
    site: &'static Site,
    map: &'static Map,
    results: Memo<Arc<Results>>,
    shown: Vec<RwSignal<bool>>,
    hovered: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
    facets: Memo<CountedFacets>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let viewport = RwSignal::new(browser::size_in_page("map").unwrap_or(PANEL));
    let geometries = StoredValue::new(member_geometries(directory, map));
    let frame = framed(site, results, geometries, viewport);
    let pan_zoom = MapPanZoom::new(directory, use_here(), results, frame, hovered);
    browser::effect(move || {
        drop(frame.read());
        clear_transform();
    });
    follow_selection(site, geometries, pan_zoom);
    let detail = detail_of(site, frame);

    let tip = move || {
        let frame = frame.read();
        let hovered = hovered.get().and_then(|member| {
            let (at, width) = (frame.point(member)?, frame.viewport.width);
            Some(TooltipTarget { member, at, width })
        });
        tooltip(directory, &colouring.read(), hovered)
    };
    let zoom = move |factor| pan_zoom.zoom(factor);
    let reset = move || pan_zoom.reset();
    view! {
        <Panel words pan_zoom viewport>
            <Drawing
                site
                map
                results
                shown
                hovered
                selected
                focused=pan_zoom.focused
                frame
                detail
                colouring
            />
            {dynamic(tip)}
        </Panel>
        <div class="world-map__zoom" data-needs="program">
            <ZoomButtons words zoom reset />
            <PanButtons words pan_zoom />
        </div>
        <MapFoot site results facets colouring />
    }
}

/// A pad of buttons that move the map, for those who do not drag.
#[component]
fn PanButtons(words: &'static Catalogue, pan_zoom: MapPanZoom) -> impl IntoView {
    let left = move || pan_zoom.pan(BUTTON_STEP, 0.0);
    let right = move || pan_zoom.pan(-BUTTON_STEP, 0.0);
    let up = move || pan_zoom.pan(0.0, BUTTON_STEP);
    let down = move || pan_zoom.pan(0.0, -BUTTON_STEP);
    view! {
        <details class="map-pan">
            <summary class="button" aria-label=words.map_pan() title=words.map_pan()>
                {Icon::Move.view()}
            </summary>
            <div class="map-pan__pad" dir="ltr">
                <IconButton icon=Icon::Up name=words.map_up() class="button" press=up />
                <IconButton icon=Icon::Back name=words.map_left() class="button" press=left />
                <IconButton icon=Icon::Forward name=words.map_right() class="button" press=right />
                <IconButton icon=Icon::Down name=words.map_down() class="button" press=down />
            </div>
        </details>
    }
}

/// What the map shows: follows the address, the results and the panel's size.
fn framed(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    geometries: StoredValue<Vec<MemberGeometry>>,
    viewport: RwSignal<Viewport>,
) -> Memo<Arc<MapFrame>> {
    let here = use_here();
    let directory = site.directory;
    let names = directory.members.iter().map(|member| &member.names);
    let name_widths: Vec<f64> = names
        .map(|names| name_width(names.get(directory.language())))
        .collect();
    Memo::new(move |before: Option<&Arc<MapFrame>>| {
        let (viewport, geometries) = (viewport.get(), geometries.read_value());
        let transform = MapTransform::around(viewport, &geometries);
        let (query, results) = (here.query.read(), results.read());
        // Through time the map stands still, whoever belonged.
        let all = results
            .past_year
            .map(|_| site.results(&query.with_year(None)));
        let shown = &all.as_ref().unwrap_or(&results).shown;
        let camera = target_camera(site, &geometries, &query, shown, &transform);
        // Most queries leave the map where it is.
        let same = before.filter(|before| before.camera == camera && before.viewport == viewport);
        same.map_or_else(
            || {
                Arc::new(MapFrame::new(
                    &name_widths,
                    &geometries,
                    viewport,
                    transform,
                    camera,
                    before.map(Arc::as_ref),
                ))
            },
            Arc::clone,
        )
    })
}

/// How finely the map is drawn: where the reader has zoomed in, the fine outlines
/// are fetched, and shown once they are there. Where they cannot be had, the
/// coarse ones stay, and the next change of the zoom asks again.
fn detail_of(site: &'static Site, frame: Memo<Arc<MapFrame>>) -> RwSignal<Detail> {
    let detail = RwSignal::new(Detail::Coarse);
    let is_near = distinct(move || frame.read().camera.scale >= FINE_SCALE);
    browser::effect(move || {
        if !is_near.get() {
            set_distinct(detail, Detail::Coarse);
        } else if browser::has_picture(Detail::Fine) {
            set_distinct(detail, Detail::Fine);
        } else {
            let act = move |picture: Result<String, Problem>| {
                let has_come = picture.is_ok_and(|svg| browser::keep_picture(Detail::Fine, &svg));
                if has_come && is_near.try_get_untracked() == Some(true) {
                    detail.set(Detail::Fine);
                }
            };
            let words = &site.directory.catalogue;
            browser::with_file(words, FINE_MAP_SVG.to_owned(), Box::new(act));
        }
    });
    detail
}

/// Where the reader has moved the map, a selection outside of it moves it on.
fn follow_selection(
    site: &'static Site,
    geometries: StoredValue<Vec<MemberGeometry>>,
    pan_zoom: MapPanZoom,
) {
    let here = use_here();
    let asked = Memo::new(move |_| here.query.read().selected.clone());
    browser::effect(move || {
        // Read, not only tracked: what was never read follows nothing.
        drop(asked.read());
        let query = here.query.get_untracked();
        let point = selected(site, &geometries.read_value(), &query).map(|geometry| geometry.point);
        if let Some(point) = point.filter(|_| query.at.is_some()) {
            pan_zoom.bring_into_view(point);
        }
    });
}

/// What hears the reader, and takes the focus.
#[component]
fn Panel(
    words: &'static Catalogue,
    pan_zoom: MapPanZoom,
    viewport: RwSignal<Viewport>,
    children: Children,
) -> impl IntoView {
    let panel = NodeRef::<Div>::new();
    panel.on_load(move |panel| {
        browser::observe_size(&panel, move |width, height| {
            if width > 0.0 && height > 0.0 {
                set_distinct(viewport, Viewport { width, height });
            }
        });
    });
    view! {
        <div
            node_ref=panel
            class="world-map__panel"
            id="map"
            tabindex="0"
            role="group"
            aria-label=words.map_world()
            aria-describedby="map-keys"
            on:keydown=move |event| pan_zoom.pressed(&event)
            // Not in the drawing: Chromium gives the focus to an element of SVG
            // that listens to it.
            on:focusin=move |event| pan_zoom.focus_moved(&event)
            on:pointerdown=move |event| pan_zoom.pointer_down(&event)
            // A drag that leaves it marks none of the text that it passes.
            on:selectstart=|event| event.prevent_default()
            // Nor, in WebKit, the link on which it begins, in place of the drawing.
            on:dragstart=|event| event.prevent_default()
            on:pointermove=move |event| pan_zoom.pointer_move(&event)
            on:pointerup=move |event| pan_zoom.pointer_up(&event)
            on:pointercancel=move |event| pan_zoom.pointer_cancel(&event)
            on:pointerleave=move |_| pan_zoom.pointer_leave()
            on:click=move |event| pan_zoom.clicked(&event)
            on:wheel=move |event| pan_zoom.wheel(&event)
        >
            {children()}
            <span class="visually-hidden" id="map-keys" data-needs="program">
                {words.map_keys()}
            </span>
        </div>
    }
}

/// The legend, and what is said of boundaries.
#[component]
fn MapFoot(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    facets: Memo<CountedFacets>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let policy = move || here.to(Page::Data, &Query::default()) + "#boundaries";
    let outlines_of_today = move || {
        let past_year = results.read().past_year;
        past_year.map(|_| view! { <span>{words.map_outlines()} " "</span> })
    };
    view! {
        <div class="world-map__foot">
            <MapLegend site facets colouring />
            <p class="world-map__disclaimer">
                {dynamic(outlines_of_today)}
                {localized(directory.localized(&directory.network.disclaimer))}
                " "
                <a href=policy>{words.map_policy()}</a>
            </p>
        </div>
    }
}

/// Outlines, and above them what can be hit.
#[component]
fn Drawing(
    site: &'static Site,
    map: &'static Map,
    results: Memo<Arc<Results>>,
    shown: Vec<RwSignal<bool>>,
    hovered: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
    focused: RwSignal<Option<MemberIdx>>,
    frame: Memo<Arc<MapFrame>>,
    detail: RwSignal<Detail>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let patterns = directory.network.regions.len();
    let former = move || {
        let results = results.read();
        let year = results.past_year?;
        Some(past_outlines(
            directory,
            map,
            detail.get(),
            &results,
            &colouring.read(),
            year,
        ))
    };
    let outlines = shapes(map, detail, dynamic(former), move |ground| {
        follow_results(directory, ground, results, colouring);
    });
    let transform = move || {
        let frame = frame.read();
        svg_transform(&frame.transform, frame.camera)
    };
    view! {
        <svg
            class="world-map__drawing"
            id=DRAWING
            viewBox=move || view_box(frame.read().viewport)
        >
            {hatching(patterns, move || 1.0 / frame.read().camera.scale)}
            <g transform=transform aria-hidden="true">
                {outlines}
                <Emphasis directory detail hovered selected />
            </g>
            <HitTargets site frame results shown selected focused colouring />
        </svg>
    }
}

/// Has the outlines of members on this `ground` follow the results and the
/// colours: who is not shown fades. Who did not belong in a past year is land
/// like any other.
fn follow_results(
    directory: &'static Directory,
    ground: &Element,
    results: Memo<Arc<Results>>,
    colouring: RwSignal<Arc<Colouring>>,
) {
    let outlines = browser::member_elements(ground);
    let as_drawn = |(index, _): &(MemberIdx, Element)| {
        let shade = region_shade(&directory[*index]);
        (Fill::Shade(shade), false)
    };
    let drawn = RefCell::new(outlines.iter().map(as_drawn).collect::<Vec<_>>());
    browser::effect(move || {
        let (results, colouring) = (results.read(), colouring.read());
        for ((index, outline), drawn) in outlines.iter().zip(drawn.borrow_mut().iter_mut()) {
            let member = &directory[*index];
            let mut years = results.past_year.iter();
            let did_belong = years.all(|year| belonged(directory, member, *year));
            let fill = if did_belong {
                Fill::Shade(colouring.shade(*index))
            } else {
                Fill::Land
            };
            let is_faded = did_belong && results.shown.binary_search(index).is_err();
            let (old_fill, was_faded) = std::mem::replace(drawn, (fill, is_faded));
            if fill != old_fill {
                browser::set_attribute(outline, "class", Some(&fill.class()));
                browser::set_attribute(outline, "fill", fill.pattern().as_deref());
                let number = did_belong.then(|| index.get().to_string());
                browser::set_attribute(outline, "data-member", number.as_deref());
            }
            if is_faded != was_faded {
                browser::set_attribute(outline, "data-faded", is_faded.then_some(""));
            }
        }
    });
}

/// The outlines of the member pointed at and of the one selected, above all others.
#[component]
fn Emphasis(
    directory: &'static Directory,
    detail: RwSignal<Detail>,
    hovered: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
) -> impl IntoView {
    let outline = move |member: MemberIdx| {
        browser::path_of_outline(detail.get(), directory[member].id.as_str())
    };
    let selected = move || outline(selected.get()?);
    let hovered = move || outline(hovered.get()?);
    view! {
        <g>
            <path class="map-outline map-outline--hovered" d=hovered></path>
            <path class="map-outline map-outline--selected" d=selected></path>
        </g>
    }
}
