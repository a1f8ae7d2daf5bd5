//! The members on the map: what can be hit and what takes the focus.

use std::sync::Arc;

use directory::map::{Direction, Marker, PxPoint, neighbour};
use directory::membership::belonged;
use directory::model::{FormerMemberIdx, Member, MemberIdx};
use directory::{Directory, Query};
use leptos::prelude::*;
use web_sys::Event;

use super::frame::MapFrame;
use super::outlines::{dot, marker_class, px};
use crate::Site;
use crate::browser;
use crate::navigation::use_here;
use crate::site::Results;
use crate::target::{IN_BROWSER, client};

/// A link for each member shown; one of them is the stop of the tab key, and
/// arrow keys go from there. Tells `hovered` which of them has the focus.
#[component]
pub fn HitTargets(
    site: &'static Site,
    frame: Memo<Arc<MapFrame>>,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let focused = RwSignal::new(None::<MemberIdx>);
    let stop = Memo::new(move |_| {
        let (query, results) = (here.query.read(), results.read());
        stop(directory, &query, &results.shown, focused.get())
    });
    let pressed = move |event: &Event| {
        let shown = &results.read_untracked().shown;
        let from = stop.get_untracked();
        if let Some(next) = from.and_then(|from| next(event, &frame.read_untracked(), from, shown))
        {
            focused.set(Some(next));
            browser::focus(&format!("map-{}", directory[next].id));
        }
    };
    let point = move |event: &Event| {
        let member = browser::member_at(event);
        focused.set(member);
        hovered.set(member);
    };
    let targets = MemberIdx::each(directory)
        .map(|(index, _)| view! { <HitTarget directory index frame results stop /> });
    view! {
        <g
            class="map-members"
            on:keydown=move |event| pressed(&event)
            on:focusin=move |event| point(&event)
        >
            {targets.collect_view()}
            {move || former_dots(directory, &frame.read(), &results.read().former)}
        </g>
    }
}

/// A member: a link over its land or its marker.
#[component]
fn HitTarget(
    directory: &'static Directory,
    index: MemberIdx,
    frame: Memo<Arc<MapFrame>>,
    results: Memo<Arc<Results>>,
    stop: Memo<Option<MemberIdx>>,
) -> impl IntoView {
    let here = use_here();
    let member = &directory[index];
    let is_shown = Memo::new(move |_| results.read().shown.binary_search(&index).is_ok());
    // Who did not belong then has no mark.
    let is_hidden = move || {
        let had_mark = |year| belonged(directory, member, year);
        let has_mark = frame.read().marker(index).is_some();
        let is_marked = has_mark && results.read().past_year.is_none_or(had_mark);
        !(is_shown.get() || is_marked)
    };
    let is_selected = move || here.query.read().selected.as_ref() == Some(&member.id);
    let place = Memo::new(move |_| {
        let frame = frame.read();
        (frame.marker(index).copied(), frame.point(index))
    });
    let drawn = move || {
        let (marker, point) = &*place.read();
        drawn(member, marker.as_ref(), *point)
    };
    view! {
        <g hidden=is_hidden>
            <a
                class="map-member"
                id=client(format!("map-{}", member.id))
                href=move || here.to_selection(member)
                aria-label=label(directory, member)
                aria-current=move || is_selected().then_some("true")
                data-member=client(index.get())
                tabindex=move || if stop.get() == Some(index) { "0" } else { "-1" }
                data-faded=move || !is_shown.get()
            >
                {drawn}
            </a>
        </g>
    }
}

/// Dots for the former members in `former` that are too small to be seen.
fn former_dots(
    directory: &'static Directory,
    frame: &MapFrame,
    former: &[FormerMemberIdx],
) -> Vec<AnyView> {
    let mut dots = Vec::new();
    let Some(map) = directory.map.get() else {
        return dots;
    };
    for former in former {
        let former = &directory.network[*former];
        let [id] = former.shapes.as_slice() else {
            continue;
        };
        let shape = map.shapes.iter().find(|shape| shape.id == *id);
        if let Some(shape) = shape.filter(|shape| shape.is_small(frame.camera.scale)) {
            let at = frame.transform.to_px(frame.camera, shape.label_point());
            let class = format!("map-marker map-marker--region-{}", former.region.get() + 1);
            dots.push(dot(class, at, "5"));
        }
    }
    dots
}

/// Where the tab key comes to: the member that had the focus last, else the
/// selected one, else the first.
fn stop(
    directory: &Directory,
    query: &Query,
    shown: &[MemberIdx],
    focused: Option<MemberIdx>,
) -> Option<MemberIdx> {
    let selected = query.selected.as_ref();
    let selected = selected.and_then(|id| directory.member_idx(id));
    let is_shown = |member: &MemberIdx| shown.binary_search(member).is_ok();
    focused
        .filter(is_shown)
        .or(selected.filter(is_shown))
        .or(shown.first().copied())
}

/// The member to which a key leads, among those in `shown`.
fn next(
    event: &Event,
    frame: &MapFrame,
    from: MemberIdx,
    shown: &[MemberIdx],
) -> Option<MemberIdx> {
    let direction = match browser::key(event).as_str() {
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        key => {
            if key == "Escape" {
                event.stop_propagation();
                browser::focus("map");
            } else if key == "Enter" {
                // The link's own click follows; the panel must not take the key.
                event.stop_propagation();
            }
            return None;
        }
    };
    event.prevent_default();
    event.stop_propagation();
    let known = shown
        .iter()
        .filter_map(|member| Some((*member, frame.point(*member)?)));
    neighbour(&known.collect::<Vec<_>>(), from, direction)
}

/// A member with its parliament; in a page that is written as HTML the list
/// says that beside.
fn label(directory: &'static Directory, member: &'static Member) -> String {
    let name = member.names.get(directory.language());
    let parliament = member.parliament.as_ref();
    let parliament = parliament.filter(|_| IN_BROWSER);
    match parliament.and_then(|parliament| directory.display_name(&parliament.names)) {
        Some(parliament) => directory.catalogue.map_member(name, &parliament.name),
        None => name.to_owned(),
    }
}

/// A small state is drawn as a dot of 24 pixels to hit, with a line to where
/// it lies if it had to move; a large one has only its middle, for the focus.
fn drawn(member: &Member, marker: Option<&Marker>, point: Option<PxPoint>) -> Vec<AnyView> {
    let Some(marker) = marker else {
        let middle = point.map(|at| dot("map-member__middle".to_owned(), at, "4"));
        return middle.into_iter().collect();
    };
    let mut parts = Vec::new();
    if marker.leader {
        let from = (px(marker.anchor_x), px(marker.anchor_y));
        let to = (px(marker.x), px(marker.y));
        let line = format!("M{} {}L{} {}", from.0, from.1, to.0, to.1);
        parts.push(view! { <path class="map-marker__leader" d=line></path> }.into_any());
    }
    let class = format!("map-marker {}", marker_class(member));
    parts.push(dot("map-marker__target".to_owned(), marker.centre(), "12"));
    parts.push(dot(class, marker.centre(), "5"));
    parts
}
