//! The members on the map: what can be hit and what takes the focus.

use std::sync::Arc;

use directory::Directory;
use directory::colouring::{Colouring, Shade};
use directory::map::{Direction, Marker, PxPoint, neighbour};
use directory::membership::belonged;
use directory::model::{FormerMemberIdx, Member, MemberIdx};
use leptos::prelude::*;
use leptos::svg;
use web_sys::Event;

use super::frame::MapFrame;
use super::outlines::{dot, px};
use crate::Site;
use crate::browser;
use crate::distinct::{distinct, distinct_each};
use crate::dynamic::dynamic;
use crate::navigation::use_here;
use crate::site::Results;
use crate::target::{IN_BROWSER, client};
use crate::turns::in_chunks;

/// A link for each member shown; one of them is the stop of the tab key, and
/// arrow keys go from there. `focused` is the one that had the focus last.
#[component]
pub fn HitTargets(
    site: &'static Site,
    frame: Memo<Arc<MapFrame>>,
    results: Memo<Arc<Results>>,
    shown: Vec<RwSignal<bool>>,
    selected: RwSignal<Option<MemberIdx>>,
    focused: RwSignal<Option<MemberIdx>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let here = move || stop(&results.read().shown, selected.get(), focused.get());
    let stop = distinct(here);
    let pressed = move |event: &Event| {
        let shown = &results.read_untracked().shown;
        let from = untrack(here);
        let next = from.and_then(|from| next(site, event, &frame.read_untracked(), from, shown));
        if let Some(next) = next {
            focused.set(Some(next));
            browser::focus(&format!("map-{}", directory[next].id));
        }
    };
    let year = distinct(move || results.read().past_year);
    let places = distinct_each(move || {
        let (frame, colouring) = (frame.read(), colouring.read());
        let place = |member| Place {
            marker: frame.marker(member).copied(),
            point: frame.point(member),
            shade: colouring.shade(member),
            name: frame.name_place(member),
        };
        MemberIdx::all(directory).map(place).collect()
    });
    // Only a mark can be hit before the program makes outlines out of the picture.
    let can_be_hit =
        |index: &MemberIdx| IN_BROWSER || places[index.get()].read_untracked().marker.is_some();
    let members: Vec<_> = MemberIdx::all(directory).filter(can_be_hit).collect();
    let targets = in_chunks(&members, move |index: MemberIdx| {
        let (place, is_shown) = (places[index.get()], shown[index.get()]);
        view! { <HitTarget directory index place year is_shown stop selected colouring /> }
    });
    let former = move || {
        let (frame, results) = (frame.read(), results.read());
        former_dots(directory, &frame, &colouring.read(), &results.former)
    };
    view! {
        <g class="map-members" on:keydown=move |event| pressed(&event)>
            {targets}
            {dynamic(former)}
        </g>
    }
}

/// Where a member is drawn.
#[derive(Clone, PartialEq)]
struct Place {
    /// The mark of one that is too small to be hit.
    marker: Option<Marker>,
    /// The middle of what can be.
    point: Option<PxPoint>,
    /// The colour of its mark.
    shade: Shade,
    /// The middle of its name, where that has room.
    name: Option<PxPoint>,
}

/// A member: a link over its land or its marker.
#[component]
fn HitTarget(
    directory: &'static Directory,
    index: MemberIdx,
    place: RwSignal<Place>,
    year: RwSignal<Option<u16>>,
    is_shown: RwSignal<bool>,
    stop: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let here = use_here();
    let member = &directory[index];
    // Who did not belong then has no mark. It keeps its place: taking it out of
    // the drawing costs the browser a layout of all that stand in it.
    let is_hidden = move || {
        let year = year.get();
        year.is_some_and(|year| !belonged(directory, member, year))
    };
    let is_selected = move || selected.get() == Some(index);
    let has_mark = move || place.read().marker.is_some();
    let label = move || {
        let label = label(directory, member, year.get());
        let reason = colouring.read().reason(directory, index);
        let parts: Vec<_> = [label].into_iter().chain(reason).collect();
        parts.join(directory.catalogue.list_separator())
    };
    let drawn = move || {
        let name = member.names.get(directory.language());
        drawn(&place.read(), name)
    };
    // At the root of a view `a` would be a link of HTML.
    svg::a()
        .class("map-member")
        .id(client(format!("map-{}", member.id)))
        .attr("href", move || here.to_selection(member))
        .aria_label(label)
        .aria_current(move || is_selected().then_some("true"))
        .attr("data-member", client(index.get()))
        .attr("tabindex", move || {
            if stop.get() == Some(index) { "0" } else { "-1" }
        })
        .aria_hidden(move || (!is_shown.get()).then_some("true"))
        .attr("data-faded", move || has_mark() && !is_shown.get())
        .attr("visibility", move || is_hidden().then_some("hidden"))
        .child(drawn)
}

/// Dots for the former members in `former` that are too small to be seen.
fn former_dots(
    directory: &'static Directory,
    frame: &MapFrame,
    colouring: &Colouring,
    former: &[FormerMemberIdx],
) -> Vec<AnyView> {
    let mut dots = Vec::new();
    let Some(map) = directory.map.get() else {
        return dots;
    };
    for index in former {
        let former = &directory.network[*index];
        let [id] = former.shapes.as_slice() else {
            continue;
        };
        let shape = map.shapes.iter().find(|shape| shape.id == *id);
        if let Some(shape) = shape.filter(|shape| shape.is_small(frame.camera.scale)) {
            let at = frame.transform.to_px(frame.camera, shape.label_point());
            let class = format!("map-marker {}", colouring.shade_of_former(*index).class());
            dots.push(dot(class, at, "5"));
        }
    }
    dots
}

/// Where the tab key comes to: the member that had the focus last, else the
/// selected one, else the first.
fn stop(
    shown: &[MemberIdx],
    selected: Option<MemberIdx>,
    focused: Option<MemberIdx>,
) -> Option<MemberIdx> {
    let is_shown = |member: &MemberIdx| shown.binary_search(member).is_ok();
    focused
        .filter(is_shown)
        .or(selected.filter(is_shown))
        .or(shown.first().copied())
}

/// The member to which a key leads, among those in `shown`: an arrow to a
/// neighbour, a letter to the next whose name begins with it.
fn next(
    site: &Site,
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
            return next_by_letter(site, key, from, shown);
        }
    };
    event.prevent_default();
    event.stop_propagation();
    let known = shown
        .iter()
        .filter_map(|member| Some((*member, frame.point(*member)?)));
    neighbour(&known.collect::<Vec<_>>(), from, direction)
}

/// The next member by name, from one on and around, whose name begins with what
/// a key types.
fn next_by_letter(
    site: &Site,
    key: &str,
    from: MemberIdx,
    shown: &[MemberIdx],
) -> Option<MemberIdx> {
    let mut typed = key.chars();
    let is_letter = typed.next().is_some_and(char::is_alphabetic) && typed.next().is_none();
    let letter = site.folded(key);
    let directory = site.directory;
    let begins = |member: &MemberIdx| {
        let name = directory[*member].names.get(directory.language());
        site.folded(name).starts_with(&letter)
    };
    let ranks = &directory.name_ranks;
    let after = |member: &MemberIdx| (ranks[*member] <= ranks[from], ranks[*member]);
    let members = shown.iter().copied().filter(|_| is_letter);
    members.filter(begins).min_by_key(after)
}

/// A member with its parliament of today; in a page that is written as HTML the
/// list says that beside.
fn label(directory: &'static Directory, member: &'static Member, past_year: Option<u16>) -> String {
    let name = member.names.get(directory.language());
    let words = &directory.catalogue;
    let parliament = member.parliament.as_ref();
    let parliament = parliament.filter(|_| IN_BROWSER && past_year.is_none());
    let own_name = parliament.and_then(|parliament| directory.display_name(&parliament.names));
    match parliament.zip(own_name) {
        Some((parliament, own)) => {
            words.map_member(name, &words.parliament_name(&own.name, parliament.status))
        }
        None => name.to_owned(),
    }
}

/// A small state is drawn as a dot of 24 pixels to hit, with a line to where
/// it lies if it had to move; a large one has only its middle, for the focus.
/// Each has its `name` where there is room for it.
fn drawn(place: &Place, name: &'static str) -> Vec<AnyView> {
    let mut parts = Vec::new();
    if let Some(PxPoint { x, y }) = place.name.filter(|_| IN_BROWSER) {
        let text = view! { <text class="map-name" x=px(x) y=px(y) dy=".35em">{name}</text> };
        parts.push(text.into_any());
    }
    let Some(marker) = &place.marker else {
        let middle = place
            .point
            .map(|at| dot("map-member__middle".to_owned(), at, "4"));
        parts.extend(middle);
        return parts;
    };
    if marker.leader {
        let from = (px(marker.anchor_x), px(marker.anchor_y));
        let to = (px(marker.x), px(marker.y));
        let line = format!("M{} {}L{} {}", from.0, from.1, to.0, to.1);
        parts.push(view! { <path class="map-marker__leader" d=line></path> }.into_any());
    }
    let class = format!("map-marker {}", place.shade.class());
    parts.push(dot("map-marker__target".to_owned(), marker.centre(), "12"));
    parts.push(dot(class, marker.centre(), "5"));
    parts
}
