//! The list beside the map.

use std::sync::Arc;

use domain::directory::{Member, Status};
use domain::query::Order;
use domain::search::{Hit, Why};
use domain::words::{date_in_words, decimal};
use domain::{Directory, Query};
use leptos::prelude::*;

use super::icon::Icon;
use crate::Site;
use crate::address::{Here, Page, use_here};
use crate::browser;
use crate::markup::{Element, Markup, el, live};
use crate::site::Results;

/// What the arrow keys walk: the main link of each row that can be seen.
pub const WALKED: &str = ".member-list__walked";

/// Lists the members that the query lets through, and tells `pointed` which of
/// them is under the pointer or has the focus.
///
/// Each row is a link to the same query with that member selected, so a
/// selection can be shared, bookmarked and undone with the back button; a
/// second link opens the member's page.
pub fn member_list(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    pointed: RwSignal<Option<usize>>,
) -> Markup {
    let here = use_here();
    let point = move |event: &_| {
        if let Some(place) = browser::member_at(event) {
            pointed.set(Some(place));
        }
    };
    live(move || {
        let (query, results) = (here.query.read(), results.read());
        let rows = results.places.iter().map(|place| {
            let hit = results.hit(*place);
            row(site.directory, here, &query, *place, hit)
        });
        el("ol")
            .id("results")
            .class("member-list")
            .on("keydown", pressed)
            .on("pointerover", point)
            .on("focusin", point)
            .on("pointerleave", move |_| pointed.set(None))
            .children(rows)
    })
}

fn pressed(event: &web_sys::Event) {
    let step = match browser::key(event).as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    browser::walk(WALKED, step, "search");
}

fn row(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    place: usize,
    hit: Option<&Hit>,
) -> Element {
    let member = &directory.members[place];
    let name = member.names.get(directory.language());
    let is_by_name = |hit: &&Hit| hit.why == Why::Name && hit.text == name;
    let title = match hit.filter(is_by_name) {
        Some(hit) => marked(hit),
        None => vec![name.into()],
    };
    let why = hit.filter(|hit| !is_by_name(hit)).map(reason);
    let current = query.selected.as_ref() == Some(&member.id);

    let line = el("span")
        .class("member-list__line")
        .child(el("b").class("member-list__name").children(title))
        .children(observer_tag(member))
        .child(
            el("span")
                .class("member-list__figure")
                .child(figure(member, query.order)),
        );
    let select = el("a")
        .class("member-list__select member-list__walked")
        .href(here.to_selection(member, query))
        .maybe("aria-current", current.then_some("true"))
        .flag("data-noscroll", true)
        .child(line)
        .child(
            el("span")
                .class("member-list__detail")
                .child(detail(member)),
        )
        .children(why);
    let open = el("a")
        .class("member-list__open")
        .href(here.to(Page::Member(member), query))
        .attr("aria-label", format!("Open the page of {name}"))
        .child(Icon::Forward.view());
    el("li")
        .id(format!("row-{}", member.id))
        .class("member-list__row")
        .attr("data-member", place.to_string())
        .child(swatch(member))
        .child(select)
        .child(open)
}

/// The swatch of a member's region; hatched for observers.
pub fn swatch(member: &Member) -> Element {
    let observer = if member.status == Status::Observer {
        " swatch--observer"
    } else {
        ""
    };
    el("span")
        .class(format!(
            "swatch swatch--region-{}{observer}",
            member.region + 1
        ))
        .attr("aria-hidden", "true")
}

/// Says of an observer that it is one.
pub fn observer_tag(member: &Member) -> Option<Element> {
    let is_observer = member.status == Status::Observer;
    is_observer.then(|| el("span").class("tag").child("observer"))
}

/// Parliament, city and joining in one line.
fn detail(member: &Member) -> String {
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| parliament.names.first());
    let parts = [
        name.map(|name| name.name.clone()),
        parliament.map(|parliament| parliament.seat.city.clone()),
        member
            .joined
            .map(|joined| format!("joined {}", joined.year())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The figure by which the list is ordered, or the seats.
fn figure(member: &Member, order: Order) -> String {
    let figure = match order {
        Order::Women => member
            .women_share()
            .map(|share| format!("{} % women", decimal(share, 1))),
        Order::Joined => member.joined.map(date_in_words),
        Order::Name | Order::Seats => member.seats().map(|seats| format!("{seats} seats")),
    };
    figure.unwrap_or_else(|| "not known".to_owned())
}

/// Why a member was found, when it is not by the name shown.
fn reason(hit: &Hit) -> Element {
    let lang = Some(hit.lang.clone()).filter(|lang| lang != "und");
    el("span")
        .class("member-list__why")
        .child(format!("{}: ", hit.why.word()))
        .child(el("bdi").maybe("lang", lang).children(marked(hit)))
}

/// The text that was found with its matched parts marked.
fn marked(hit: &Hit) -> Vec<Markup> {
    let mut parts = Vec::new();
    let mut done = 0;
    for mark in &hit.marks {
        parts.push(hit.text[done..mark.start].to_owned().into());
        parts.push(el("mark").child(hit.text[mark.clone()].to_owned()).into());
        done = mark.end;
    }
    parts.push(hit.text[done..].to_owned().into());
    parts
}
