//! The world map of the directory.

use std::sync::Arc;

use directory::facet_counts::CountedFacets;
use directory::map::{Site as Place, Stage, Viewport};
use directory::model::{Map, MemberIdx};
use directory::{Directory, Query, Words};

use super::frame::{Frame, aim, selected};
use super::legend::legend;
use super::members::members;
use super::moving::{DRAWING, Moving, ZOOM_STEP, still};
use super::shapes::{
    former_outlines, hatching, member_outlines, member_shapes, shapes, sites, transform, view_box,
};
use super::tip::{Pointed, tip};
use crate::Site;
use crate::address::{Page, use_here};
use crate::browser;
use crate::components::icon::Icon;
use crate::components::lang_name::told;
use crate::components::spoken::spoken;
use crate::markup::{Element, el, live, svg};
use crate::prelude::*;
use crate::site::Results;

/// The map is drawn for a panel of this size until the real one is measured.
const PANEL: Viewport = Viewport {
    width: 860.0,
    height: 560.0,
};

/// The map beside the list, with filters among the `facets` in its legend; nothing
/// but the reason where map.json is missing. Tells `pointed` which member is
/// under the pointer, and marks the one that is pointed at in the list.
pub fn world_map(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    pointed: RwSignal<Option<MemberIdx>>,
    facets: Memo<CountedFacets>,
) -> Element {
    let words = &site.directory.words;
    let section = el("section")
        .class("world-map")
        .attr("aria-label", words.map_label());
    let Some(map) = site.directory.map.get() else {
        return section.child(el("p").class("missing").child(words.map_missing()));
    };
    let viewport = RwSignal::new(PANEL);
    let places = StoredValue::new(sites(site.directory, map));
    let frame = framed(site, results, places, viewport);
    let moving = Moving::new(site.directory, use_here(), results, frame, pointed);
    browser::effect(move || {
        drop(frame.read());
        still();
    });
    follow_selection(site, places, moving);

    let panel = panel(words, moving, viewport)
        .child(drawing(site, map, results, pointed, frame))
        .live(move || {
            let frame = frame.read();
            let pointed = pointed.get().and_then(|member| {
                let (at, width) = (frame.point(member)?, frame.viewport.width);
                Some(Pointed { member, at, width })
            });
            tip(site.directory, pointed)
        })
        .child(spoken(words.map_keys()).id("map-keys"));
    section
        .child(panel)
        .child(zoom_buttons(words, moving))
        .child(foot(site.directory, facets))
}

/// What the map shows: follows the address, the results and the panel's size.
fn framed(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    places: StoredValue<Vec<Place>>,
    viewport: RwSignal<Viewport>,
) -> Memo<Arc<Frame>> {
    let here = use_here();
    let members = site.directory.members.len();
    Memo::new(move |before: Option<&Arc<Frame>>| {
        let (viewport, places) = (viewport.get(), places.read_value());
        let boxes = places.iter().map(|place| (place.bounds, place.point));
        let stage = Stage::new(viewport, boxes);
        let (query, results) = (here.query.read(), results.read());
        // Through time the map stands still, whoever belonged.
        let all = results
            .past_year
            .map(|_| site.results(&query.in_year(None)));
        let shown = &all.as_ref().unwrap_or(&results).shown;
        let camera = aim(site, &places, &query, shown, &stage);
        // Most queries leave the map where it is.
        let same = before.filter(|before| before.camera == camera && before.viewport == viewport);
        same.map_or_else(
            || Arc::new(Frame::new(members, &places, viewport, stage, camera)),
            Arc::clone,
        )
    })
}

/// Where the reader has moved the map, a selection outside of it moves it on.
fn follow_selection(site: &'static Site, places: StoredValue<Vec<Place>>, moving: Moving) {
    let here = use_here();
    let asked = Memo::new(move |_| here.query.read().selected.clone());
    browser::effect(move || {
        // Read, not only tracked: what was never read follows nothing.
        drop(asked.read());
        let query = here.query.get_untracked();
        let point = selected(site, &places.read_value(), &query).map(|place| place.point);
        if let Some(point) = point.filter(|_| query.at.is_some()) {
            moving.bring_into_view(point);
        }
    });
}

/// What hears the reader, and takes the focus.
fn panel(words: &'static Words, moving: Moving, viewport: RwSignal<Viewport>) -> Element {
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
        .on("keydown", move |event| moving.pressed(event))
        .on("pointerdown", move |event| moving.pointer_down(event))
        .on("pointermove", move |event| moving.pointer_move(event))
        .on("pointerup", move |event| moving.pointer_up(event))
        .on("pointercancel", move |event| moving.pointer_up(event))
        .on("pointerleave", move |_| moving.pointer_leave())
        .on("click", move |event| moving.clicked(event))
        .on("wheel", move |event| moving.wheel(event))
}

fn zoom_buttons(words: &'static Words, moving: Moving) -> Element {
    let button = |name: &'static str, icon: Icon| {
        el("button")
            .attr("type", "button")
            .class("button")
            .attr("aria-label", name)
            .child(icon.view())
    };
    let closer =
        button(words.map_zoom_in(), Icon::Plus).on("click", move |_| moving.zoom(ZOOM_STEP));
    let further = button(words.map_zoom_out(), Icon::Minus)
        .on("click", move |_| moving.zoom(1.0 / ZOOM_STEP));
    let whole = button(words.map_whole(), Icon::Whole).on("click", move |_| moving.reset());
    el("div")
        .class("world-map__zoom")
        .children([closer, further, whole])
}

fn foot(directory: &'static Directory, facets: Memo<CountedFacets>) -> Element {
    let here = use_here();
    let policy = move || {
        let sources = here.to(Page::Data, &Query::default());
        el("a")
            .href(sources + "#boundaries")
            .child(directory.words.map_policy())
    };
    let disclaimer = el("p")
        .class("world-map__disclaimer")
        .child(told(directory.told_of(&directory.network.disclaimer.0)))
        .child(" ")
        .live(policy);
    el("div")
        .class("world-map__foot")
        .child(legend(&directory.words, facets))
        .child(disclaimer)
}

fn drawing(
    site: &'static Site,
    map: &'static Map,
    results: Memo<Arc<Results>>,
    pointed: RwSignal<Option<MemberIdx>>,
    frame: Memo<Arc<Frame>>,
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
            Some(transform(&frame.stage, frame.camera))
        })
        .attr("aria-hidden", "true")
        .child(shapes(directory, map, own))
        .child(outlines(directory, map, pointed));
    svg("svg")
        .class("world-map__drawing")
        .id(DRAWING)
        .live_attr("viewBox", move || Some(view_box(frame.read().viewport)))
        .live(move || hatching(patterns, 1.0 / frame.read().camera.scale))
        .child(outlines)
        .child(members(site, frame, results, pointed))
}

/// The outlines of the member pointed at and of the one selected, above all others.
fn outlines(
    directory: &'static Directory,
    map: &'static Map,
    pointed: RwSignal<Option<MemberIdx>>,
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
    let pointed = move || outline(directory[pointed.get()?].id.as_str());
    svg("g")
        .child(
            svg("path")
                .class("map-outline map-outline--pointed")
                .live_attr("d", pointed),
        )
        .child(
            svg("path")
                .class("map-outline map-outline--selected")
                .live_attr("d", selected),
        )
}
