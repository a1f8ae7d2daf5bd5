//! The members on the map: what can be hit and what takes the focus.

use std::sync::Arc;

use domain::map::{Camera, Direction, Marker, PxPoint, Stage, markers, nearest, neighbour};
use domain::shapes::Map;
use domain::words::decimal;
use domain::{Directory, Ordered};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::shapes::{marker_class, sites};
use crate::Site;
use crate::address::{Page, use_here};
use crate::browser;

/// Pixels within which a click beside a member still means it.
const REACH: f64 = 16.0;

/// Where every member stands in pixels, for one position of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Targets {
    /// By place in the directory's members: the middle of what can be hit.
    points: Vec<Option<PxPoint>>,
    /// Marks for those too small to be hit.
    markers: Vec<Marker>,
}

impl Targets {
    /// Works out every place anew.
    pub fn of(directory: &Directory, map: &Map, stage: &Stage, camera: Camera) -> Self {
        let sites = sites(directory, map);
        let markers = markers(&sites, stage, camera);
        let mut points = vec![None; directory.members.len()];
        for site in &sites {
            points[site.place] = Some(stage.to_px(camera, site.point));
        }
        for marker in &markers {
            points[marker.place] = Some(marker.centre());
        }
        Self { points, markers }
    }

    /// The member nearest to a point of the map, if one is near.
    pub fn nearest(&self, at: PxPoint) -> Option<usize> {
        nearest(self.known(), at, REACH)
    }

    /// Where a member stands.
    pub fn point(&self, place: usize) -> Option<PxPoint> {
        self.points[place]
    }

    /// The member to which an arrow key leads, among those in `shown`.
    fn next(&self, from: usize, direction: Direction, shown: &Ordered<usize>) -> Option<usize> {
        let known: Vec<_> = self
            .known()
            .filter(|(place, _)| shown.contains(place))
            .collect();
        neighbour(&known, from, direction)
    }

    fn known(&self) -> impl Iterator<Item = (usize, PxPoint)> {
        self.points
            .iter()
            .enumerate()
            .filter_map(|(place, point)| Some((place, (*point)?)))
    }
}

/// A link for each member shown; one of them is the stop of the tab key, and
/// arrow keys go from there.
#[component]
pub fn Members(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
    /// Where they stand.
    targets: Memo<Targets>,
    /// Places of the members that the filter lets through.
    shown: Memo<Arc<Ordered<usize>>>,
    /// The member under the pointer.
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    // The tab key comes to the member that had the focus last, else to the
    // selected one, else to the first.
    let focused = RwSignal::new(None::<usize>);
    let stop = Memo::new(move |_| {
        let shown = shown.read();
        let selected = directory
            .members
            .iter()
            .position(|member| Some(&member.id) == here.query.read().selected.as_ref());
        let wanted = [focused.get(), selected]
            .into_iter()
            .flatten()
            .find(|place| shown.contains(place));
        wanted.or_else(|| shown.first().copied())
    });
    let pressed = move |event: KeyboardEvent| {
        let direction = match event.key().as_str() {
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "Escape" => {
                event.stop_propagation();
                browser::focus("map");
                return;
            }
            "Enter" => {
                // The link's own click follows; the panel must not take the key.
                event.stop_propagation();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let next = stop.get_untracked().and_then(|from| {
            targets
                .read_untracked()
                .next(from, direction, &shown.read_untracked())
        });
        if let Some(next) = next {
            focused.set(Some(next));
            browser::focus(&format!("map-{}", directory.members[next].id));
        }
    };
    let members = (0..directory.members.len()).map(|place| {
        view! { <MapMember site place targets shown pointed focused stop /> }
    });

    view! { <g class="map-members" on:keydown=pressed>{members.collect_view()}</g> }
}

#[component]
fn MapMember(
    site: &'static Site,
    place: usize,
    targets: Memo<Targets>,
    shown: Memo<Arc<Ordered<usize>>>,
    pointed: RwSignal<Option<usize>>,
    focused: RwSignal<Option<usize>>,
    stop: Memo<Option<usize>>,
) -> impl IntoView {
    let here = use_here();
    let member = &site.directory.members[place];
    let name = member.names.get(site.directory.language());
    let parliament = member
        .parliament
        .as_ref()
        .and_then(|parliament| parliament.names.first());
    let label = parliament.map_or_else(
        || name.to_owned(),
        |parliament| format!("{name}, {}", parliament.name),
    );

    let href = move || here.to(Page::Directory, &here.query.read().selecting(&member.id));
    let is_shown = Memo::new(move |_| shown.read().contains(&place));
    let current =
        move || (here.query.read().selected.as_ref() == Some(&member.id)).then_some("true");
    let tab = move || if stop.get() == Some(place) { "0" } else { "-1" };
    let marker = Memo::new(move |_| {
        targets
            .read()
            .markers
            .iter()
            .find(|marker| marker.place == place)
            .copied()
    });
    let point = Memo::new(move |_| targets.read().points[place]);
    let drawn = move || match (marker.get(), point.get()) {
        (Some(marker), _) => view! { <MarkerDot marker class=marker_class(member) /> }.into_any(),
        (None, Some(PxPoint { x, y })) => {
            view! { <circle class="map-member__middle" cx=px(x) cy=px(y) r="4" /> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    let focus = move |_| {
        focused.set(Some(place));
        pointed.set(Some(place));
    };

    view! {
        <g hidden=move || !is_shown.get() && marker.read().is_none()>
            <a class="map-member" id=format!("map-{}", member.id) href=href tabindex=tab
                aria-label=label aria-current=current data-member=place
                data-faded=move || (!is_shown.get()).then_some("") on:focus=focus>
                {drawn}
            </a>
        </g>
    }
}

/// A dot of 24 pixels to hit, with a line to where the state lies if it had to move.
#[component]
fn MarkerDot(marker: Marker, class: String) -> impl IntoView {
    let leader = marker.leader.then(|| {
        view! {
            <path class="map-marker__leader"
                d=format!("M{} {}L{} {}", px(marker.anchor_x), px(marker.anchor_y), px(marker.x), px(marker.y)) />
        }
    });

    view! {
        {leader}
        <circle class="map-marker__target" cx=px(marker.x) cy=px(marker.y) r="12" />
        <circle class=format!("map-marker {class}") cx=px(marker.x) cy=px(marker.y) r="5" />
    }
}

/// Pixels as an attribute.
fn px(length: f64) -> String {
    decimal(length, 1)
}
