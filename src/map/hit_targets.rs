//! The members on the map: what can be hit and what takes the focus.

use std::sync::Arc;

use directory::map::{Direction, Marker, PxPoint, neighbour};
use directory::membership::belonged;
use directory::model::{FormerMemberIdx, Member, MemberIdx};
use directory::{Directory, Query};
use web_sys::Event;

use super::frame::MapFrame;
use super::outlines::{dot, marker_class, px};
use crate::Site;
use crate::browser;
use crate::markup::{Element, Markup, live, svg};
use crate::navigation::{Here, use_here};
use crate::prelude::*;
use crate::site::Results;
use crate::target::IN_BROWSER;

/// A link for each member shown; one of them is the stop of the tab key, and
/// arrow keys go from there. Tells `hovered` which of them has the focus.
pub fn hit_targets(
    site: &'static Site,
    frame: Memo<Arc<MapFrame>>,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
) -> Markup {
    let here = use_here();
    let directory = site.directory;
    let focused = RwSignal::new(None::<MemberIdx>);
    let pressed = move |event: &Event| {
        let shown = &results.read_untracked().shown;
        let from = stop(
            directory,
            &here.query.read_untracked(),
            shown,
            focused.get_untracked(),
        );
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
    live(move || {
        let (query, results, frame) = (here.query.read(), results.read(), frame.read());
        let stop = stop(directory, &query, &results.shown, focused.get());
        let members = MemberIdx::each(directory).map(|(index, member)| {
            let is_shown = results.shown.binary_search(&index).is_ok();
            let marker = frame.marker(index);
            let link = link(directory, here, &query, member)
                .client_attr("data-member", index.get().to_string())
                .attr("tabindex", if stop == Some(index) { "0" } else { "-1" })
                .flag("data-faded", !is_shown)
                .children(drawn(member, marker, frame.point(index)));
            // Who did not belong then has no mark.
            let has_mark = marker.is_some()
                && (results.past_year).is_none_or(|year| belonged(directory, member, year));
            svg("g").flag("hidden", !is_shown && !has_mark).child(link)
        });
        svg("g")
            .class("map-members")
            .on("keydown", pressed)
            .on("focusin", point)
            .children(members)
            .children(former_dots(directory, &frame, &results.former))
    })
}

/// Dots for the former members in `former` that are too small to be seen.
fn former_dots(
    directory: &'static Directory,
    frame: &MapFrame,
    former: &[FormerMemberIdx],
) -> Vec<Element> {
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

fn link(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    member: &'static Member,
) -> Element {
    let name = member.names.get(directory.language());
    // In a page that is written as HTML the list says it beside.
    let parliament = member.parliament.as_ref();
    let parliament = parliament.filter(|_| IN_BROWSER);
    let label = match parliament.and_then(|parliament| directory.display_name(&parliament.names)) {
        Some(parliament) => directory.catalogue.map_member(name, &parliament.name),
        None => name.to_owned(),
    };
    let current = query.selected.as_ref() == Some(&member.id);
    svg("a")
        .class("map-member")
        .key(member.slug.as_str())
        .client_attr("id", format!("map-{}", member.id))
        .href(here.to_selection(member, query))
        .attr("aria-label", label)
        .maybe("aria-current", current.then_some("true"))
}

/// A small state is drawn as a dot of 24 pixels to hit, with a line to where
/// it lies if it had to move; a large one has only its middle, for the focus.
fn drawn(member: &Member, marker: Option<&Marker>, point: Option<PxPoint>) -> Vec<Element> {
    let Some(marker) = marker else {
        let middle = point.map(|at| dot("map-member__middle".to_owned(), at, "4"));
        return middle.into_iter().collect();
    };
    let from = (px(marker.anchor_x), px(marker.anchor_y));
    let to = (px(marker.x), px(marker.y));
    let line = svg("path")
        .class("map-marker__leader")
        .attr("d", format!("M{} {}L{} {}", from.0, from.1, to.0, to.1));
    let mut parts = vec![
        dot("map-marker__target".to_owned(), marker.centre(), "12"),
        dot(
            format!("map-marker {}", marker_class(member)),
            marker.centre(),
            "5",
        ),
    ];
    if marker.leader {
        parts.insert(0, line);
    }
    parts
}
