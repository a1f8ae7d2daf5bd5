//! The list beside the map.

use std::ops::Range;
use std::sync::Arc;

use domain::directory::{Member, Status};
use domain::query::Order;
use domain::search::{Hit, Why};
use domain::words::{date_in_words, decimal};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::Icon;
use super::lang_name::LangName;
use crate::Site;
use crate::address::{Page, use_here};
use crate::browser;
use crate::site::Results;

/// What the arrow keys walk: the main link of each row that can be seen.
pub const WALKED: &str = ".member-list__walked";

/// Lists the members that the query lets through.
///
/// Each row is a link to the same query with that member selected, so a
/// selection can be shared, bookmarked and undone with the back button; a
/// second link opens the member's page.
#[component]
pub fn MemberList(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
    /// What is shown.
    results: Memo<Arc<Results>>,
    /// The member under the pointer, in the list or on the map.
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let pressed = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        browser::walk(WALKED, step, "search");
    };

    view! {
        <ol class="member-list" id="results" on:keydown=pressed on:pointerleave=move |_| pointed.set(None)>
            <For each=move || results.read().places.clone() key=|place| *place let:place>
                <MemberRow site results place pointed />
            </For>
        </ol>
    }
}

#[component]
fn MemberRow(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    place: usize,
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let member = &directory.members[place];
    let name = member.names.get(directory.language());

    let hit = Memo::new(move |_| results.read().hit(place).cloned());
    let selecting = move || here.to(Page::Directory, &here.query.read().selecting(&member.id));
    let opening = move || here.to(Page::Member(&member.slug), &here.query.read());
    let current =
        move || (here.query.read().selected.as_ref() == Some(&member.id)).then_some("true");
    let is_pointed = move || (pointed.get() == Some(place)).then_some("");
    let title = move || match hit.get() {
        Some(hit) if hit.why == Why::Name && hit.text == name => {
            marked(&hit.text, &hit.marks).into_any()
        }
        _ => name.into_any(),
    };
    let why = move || {
        hit.get()
            .filter(|hit| !(hit.why == Why::Name && hit.text == name))
            .map(reason)
    };
    let figure = move || figure(member, here.query.read().order);

    view! {
        <li class="member-list__row" id=format!("row-{}", member.id) data-pointed=is_pointed
            on:pointerenter=move |_| pointed.set(Some(place))>
            <span class=swatch(member) aria-hidden="true"></span>
            <a class="member-list__select member-list__walked" href=selecting aria-current=current data-noscroll
                on:focus=move |_| pointed.set(Some(place))>
                <span class="member-list__line">
                    <b class="member-list__name">{title}</b>
                    {(member.status == Status::Observer).then(|| view! { <span class="tag">"observer"</span> })}
                    <span class="member-list__figure">{figure}</span>
                </span>
                <span class="member-list__detail">{detail(member)}</span>
                {move || why().map(|why| view! { <span class="member-list__why">{why}</span> })}
            </a>
            <a class="member-list__open" href=opening aria-label=format!("Open the page of {name}")>
                {Icon::Forward.view()}
            </a>
        </li>
    }
}

/// The swatch of a member's region; hatched for observers.
pub fn swatch(member: &Member) -> String {
    let observer = if member.status == Status::Observer {
        " swatch--observer"
    } else {
        ""
    };
    format!("swatch swatch--region-{}{observer}", member.region + 1)
}

/// Parliament, city and joining in one line.
fn detail(member: &'static Member) -> String {
    let parliament = member.parliament.as_ref();
    let parts = [
        parliament
            .and_then(|parliament| parliament.names.first())
            .map(|name| name.name.clone()),
        parliament.map(|parliament| parliament.seat.city.clone()),
        member
            .joined
            .map(|joined| format!("joined {}", joined.year())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The figure by which the list is ordered, or the seats.
fn figure(member: &Member, order: Order) -> String {
    match order {
        Order::Women => member
            .women_share()
            .map(|share| format!("{} % women", decimal(share, 1))),
        Order::Joined => member.joined.map(date_in_words),
        Order::Name | Order::Seats => member.seats().map(|seats| format!("{seats} seats")),
    }
    .unwrap_or_else(|| "not known".to_owned())
}

/// Why a member was found, when it is not by the name shown.
fn reason(hit: Hit) -> impl IntoView {
    let Hit {
        why,
        text,
        lang,
        marks,
        ..
    } = hit;
    view! {
        {format!("{}: ", why.word())}
        <bdi lang=(lang != "und").then_some(lang)>{marked(&text, &marks)}</bdi>
    }
}

/// `text` with the parts in `marks` marked; these are byte ranges.
pub fn marked(text: &str, marks: &[Range<usize>]) -> impl IntoView + use<> {
    let mut parts = Vec::new();
    let mut done = 0;
    for mark in marks {
        parts.push(text[done..mark.start].to_owned().into_any());
        parts.push(view! { <mark>{text[mark.clone()].to_owned()}</mark> }.into_any());
        done = mark.end;
    }
    parts.push(text[done..].to_owned().into_any());
    parts
}

/// What to do when nothing is found: the nearest names, and a way out.
#[component]
pub fn NothingFound(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let nearest = move || site.search.nearest(&here.query.read().words, 5);
    let links = move || {
        let links = nearest().into_iter().map(|hit| {
            let member = &directory.members[hit.member];
            let query = here.query.get().cleared();
            let href = move || here.to(Page::Directory, &query.selecting(&member.id));
            let name = member.names.get(directory.language());
            view! { <li><a href=href data-noscroll><LangName lang=directory.language() name /></a></li> }
        });
        links.collect_view()
    };
    let clearing = move || here.to(Page::Directory, &here.query.read().cleared());

    view! {
        <div class="nothing-found">
            <p class="nothing-found__title">"Nothing fits all of this."</p>
            <Show when=move || !nearest().is_empty()>
                <p>"Did you mean"</p>
                <ul>{links}</ul>
            </Show>
            <p><a class="button" href=clearing data-noscroll>"Clear the search and all filters"</a></p>
        </div>
    }
}
