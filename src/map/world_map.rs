//! The world map of the directory.

use std::sync::Arc;

use directory::facet_counts::CountedFacets;
use directory::map::{MapTransform, MemberGeometry, Viewport};
use directory::model::{Map, MemberIdx};
use directory::{Catalogue, Directory, Query};

use super::frame::{MapFrame, selected, target_camera};
use super::hit_targets::hit_targets;
use super::legend::legend;
use super::outlines::{
    former_outlines, hatching, member_geometries, member_outlines, member_shapes, shapes,
    svg_transform, view_box,
};
use super::pan_zoom::{DRAWING, MapPanZoom, clear_transform};
use super::tooltip::{TooltipTarget, tooltip};
use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::components::lang_name::localized;
use crate::components::visually_hidden::visually_hidden;
use crate::components::zoom_buttons::zoom_buttons;
use crate::markup::{Element, el, live, svg};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::site::Results;

/// The map is drawn for a panel of this size until the real one is measured.
const PANEL: Viewport = Viewport {
    width: 860.0,
    height: 560.0,
};

/// The map beside the list, with the filters of `facets` in its legend; nothing
/// but the reason where map.json is missing. Tells `hovered` which member is
/// under the pointer, and marks the one that is pointed at in the list.
pub fn world_map(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
    facets: Memo<CountedFacets>,
) -> Element {
    let words = &site.directory.catalogue;
    let section = el("section")
        .class("world-map")
        .attr("aria-label", words.map_label());
    let Some(map) = site.directory.map.get() else {
        return section.child(el("p").class("missing").child(words.map_missing()));
    };
    let viewport = RwSignal::new(PANEL);
    let geometries = StoredValue::new(member_geometries(site.directory, map));
    let frame = framed(site, results, geometries, viewport);
    let pan_zoom = MapPanZoom::new(site.directory, use_here(), results, frame, hovered);
    browser::effect(move || {
        drop(frame.read());
        clear_transform();
    });
    follow_selection(site, geometries, pan_zoom);

    let panel = panel(words, pan_zoom, viewport)
        .child(drawing(site, map, results, hovered, frame))
        .live(move || {
            let frame = frame.read();
            let hovered = hovered.get().and_then(|member| {
                let (at, width) = (frame.point(member)?, frame.viewport.width);
                Some(TooltipTarget { member, at, width })
            });
            tooltip(site.directory, hovered)
        })
        .child(visually_hidden(words.map_keys()).id("map-keys"));
    section
        .child(panel)
        .child(el("div").class("world-map__zoom").children(zoom_buttons(
            words,
            move |factor| pan_zoom.zoom(factor),
            move || pan_zoom.reset(),
        )))
        .child(foot(site.directory, facets))
}

/// What the map shows: follows the address, the results and the panel's size.
fn framed(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    geometries: StoredValue<Vec<MemberGeometry>>,
    viewport: RwSignal<Viewport>,
) -> Memo<Arc<MapFrame>> {
    let here = use_here();
    let members = site.directory.members.len();
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
                    members,
                    &geometries,
                    viewport,
                    transform,
                    camera,
                ))
            },
            Arc::clone,
        )
    })
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
fn panel(words: &'static Catalogue, pan_zoom: MapPanZoom, viewport: RwSignal<Viewport>) -> Element {
    el("div")
        .class("world-map__panel")
        .id("map")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", words.map_world())
        .attr("aria-describedby", "map-keys")
        .made(move |panel| {
            browser::observe_size(panel, move |width, height| {
                if width > 0.0 && height > 0.0 {
                    viewport.set(Viewport { width, height });
                }
            });
        })
        .on("keydown", move |event| pan_zoom.pressed(event))
        .on("pointerdown", move |event| pan_zoom.pointer_down(event))
        .on("pointermove", move |event| pan_zoom.pointer_move(event))
        .on("pointerup", move |event| pan_zoom.pointer_up(event))
        .on("pointercancel", move |event| pan_zoom.pointer_up(event))
        .on("pointerleave", move |_| pan_zoom.pointer_leave())
        .on("click", move |event| pan_zoom.clicked(event))
        .on("wheel", move |event| pan_zoom.wheel(event))
}

fn foot(directory: &'static Directory, facets: Memo<CountedFacets>) -> Element {
    let here = use_here();
    let policy = move || {
        let sources = here.to(Page::Data, &Query::default());
        el("a")
            .href(sources + "#boundaries")
            .child(directory.catalogue.map_policy())
    };
    let disclaimer = el("p")
        .class("world-map__disclaimer")
        .child(localized(
            directory.localized(&directory.network.disclaimer),
        ))
        .child(" ")
        .live(policy);
    el("div")
        .class("world-map__foot")
        .child(legend(&directory.catalogue, facets))
        .child(disclaimer)
}

fn drawing(
    site: &'static Site,
    map: &'static Map,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
    frame: Memo<Arc<MapFrame>>,
) -> Element {
    let directory = site.directory;
    let patterns = directory.network.regions.len();
    let shaped: Vec<_> = member_shapes(directory, map).collect();
    let own = live(move || {
        let results = results.read();
        let year = results.past_year;
        let former = year.map(|year| former_outlines(directory, map, &results.former, year));
        svg("g")
            .child(member_outlines(directory, &shaped, &results.shown, year))
            .child(former)
    });
    let outlines = svg("g")
        .live_attr("transform", move || {
            let frame = frame.read();
            Some(svg_transform(&frame.transform, frame.camera))
        })
        .attr("aria-hidden", "true")
        .child(shapes(directory, map, own))
        .child(outlines(directory, map, hovered));
    svg("svg")
        .class("world-map__drawing")
        .id(DRAWING)
        .live_attr("viewBox", move || Some(view_box(frame.read().viewport)))
        .live(move || hatching(patterns, 1.0 / frame.read().camera.scale))
        .child(outlines)
        .child(hit_targets(site, frame, results, hovered))
}

/// The outlines of the member pointed at and of the one selected, above all others.
fn outlines(
    directory: &'static Directory,
    map: &'static Map,
    hovered: RwSignal<Option<MemberIdx>>,
) -> Element {
    let here = use_here();
    let outline = move |id: &str| {
        let shape = map.shapes.iter().find(|shape| shape.id == id);
        shape.map(|shape| shape.path.as_str())
    };
    let selected = move || {
        let query = here.query.read();
        query.selected.as_ref().and_then(|id| outline(id.as_str()))
    };
    let hovered = move || outline(directory[hovered.get()?].id.as_str());
    svg("g")
        .child(
            svg("path")
                .class("map-outline map-outline--hovered")
                .live_attr("d", hovered),
        )
        .child(
            svg("path")
                .class("map-outline map-outline--selected")
                .live_attr("d", selected),
        )
}
