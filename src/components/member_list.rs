//! The list beside the map.

use std::sync::Arc;

use directory::colouring::{Colouring, Shade};
use directory::facets::FacetId;
use directory::membership::hosted;
use directory::model::{Member, MemberIdx, Status};
use directory::query::Order;
use directory::search::{Hit, MatchReason};
use directory::{Catalogue, Directory, SortedSet};
use leptos::prelude::*;

use super::lang_name::{localized, parliament_name, tag};
use super::list_gap::list_gap;
use super::result_list::result_list;
use crate::address::Page;
use crate::distinct::{distinct, distinct_each};
use crate::navigation::use_here;
use crate::site::Results;
use crate::target::{IN_BROWSER, client};
use crate::turns::in_chunks;
use crate::{Site, browser};

/// Lists the members that the query lets through, and tells `hovered` which of
/// them is under the pointer or has the focus.
///
/// Each row is a link to the same query with that member selected, so a
/// selection can be shared, bookmarked and undone with the back button; a
/// second link opens the member's page.
///
/// Every member keeps its row, which is hidden where it is not shown: a row that
/// is made anew costs ten times as long (docs/decisions/views.md). In a page
/// that is written as HTML only those stand that are shown.
#[component]
pub fn MemberList(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
    selected: RwSignal<Option<MemberIdx>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let order = distinct(move || here.query.read().order);
    let shown = results.read_untracked().members.clone();
    let hidden = MemberIdx::all(directory).filter(|index| IN_BROWSER && !shown.contains(index));
    let members = shown.iter().map(|index| (*index, false));
    let members: Vec<_> = members.chain(hidden.map(|index| (index, true))).collect();
    let hits = distinct_each(move || results.read().hits_by_member(directory));
    let year = distinct(move || results.read().past_year);
    let past = distinct_each(move || {
        // The events are a part of the snapshot of their own.
        site.follow_parts();
        let hosted = |member| year.get().map(|year| hosted(directory, member, year));
        MemberIdx::all(directory).map(hosted).collect()
    });
    let rows = in_chunks(&members, move |(index, is_hidden): (MemberIdx, bool)| {
        let (hit, past) = (hits[index.get()], past[index.get()]);
        view! { <MemberRow directory index is_hidden hit past order selected colouring /> }
    });
    // At many a key only why they were found changes.
    let members = distinct(move || results.read().members.clone());
    browser::effect(move || {
        let members = members.read();
        let ids = members.iter().map(|index| directory[*index].id.as_str());
        browser::show_rows("results", &ids.collect::<Vec<_>>());
    });
    view! {
        <ol class="member-list" {..result_list(browser::member_at, hovered)}>
            {rows}
        </ol>
    }
}

/// A member. What never changes is written once; each of the rest follows what
/// it is made from.
#[component]
fn MemberRow(
    directory: &'static Directory,
    index: MemberIdx,
    /// Whether it is not shown at first.
    is_hidden: bool,
    /// Why it was found.
    hit: RwSignal<Option<Hit<MemberIdx>>>,
    /// For a past year, in which years until then it was host of an event.
    past: RwSignal<Option<SortedSet<u16>>>,
    order: RwSignal<Order>,
    selected: RwSignal<Option<MemberIdx>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let member = &directory[index];
    let name = member.names.get(directory.language());
    let is_by_name =
        move |hit: &Hit<MemberIdx>| hit.reason == MatchReason::Name && hit.text == name;
    let title = move || match hit.read().as_ref().filter(|hit| is_by_name(hit)) {
        Some(hit) => marked(hit).into_any(),
        None => localized(directory.localized(&member.names)),
    };
    let match_reason = move || {
        let hit = hit.read();
        let other = hit.as_ref().filter(|hit| !is_by_name(hit));
        other.map(|hit| reason(words, hit))
    };
    let figure = move || figure(words, member, shown_figure(order.get(), &colouring.read()));
    let is_selected = move || selected.get() == Some(index);
    view! {
        <li
            id=client(format!("row-{}", member.id))
            class=move || row_class(colouring.read().shade(index))
            data-member=client(index.get())
            hidden=is_hidden
        >
            <a
                class="member-list__select"
                href=move || here.to_selection(member)
                aria-current=move || is_selected().then_some("true")
                data-noscroll=client("")
            >
                <b class="member-list__name">{title}</b>
                {observer_tag(words, member)}
                <span class="member-list__figure of-today">
                    {figure}
                </span>
                <span class="member-list__detail of-today">{detail(directory, member)}</span>
                {move || past.read().as_ref().map(|hosted| past_detail(words, member, hosted))}
                {match_reason}
            </a>
            <a
                class="member-list__open"
                href=move || here.to_page(Page::Member(member))
                aria-label=words.list_row_open(name)
            ></a>
        </li>
    }
}

/// The class of a row, which begins with a swatch.
pub fn row_class(shade: Shade) -> String {
    format!("member-list__row {}", shade.class())
}

/// Says of an observer that it is one.
pub fn observer_tag(words: &'static Catalogue, member: &Member) -> Option<AnyView> {
    let is_observer = member.status == Status::Observer;
    is_observer.then(|| tag(words.list_row_observer()))
}

/// Parliament, city and joining in one line.
fn detail(directory: &'static Directory, member: &'static Member) -> Vec<AnyView> {
    let words = &directory.catalogue;
    let parliament = member.parliament.as_ref();
    let city = parliament.map(|parliament| localized(directory.localized(&parliament.seat.city)));
    let parts = [
        parliament_name(directory, parliament),
        city,
        joined(words, member).map(IntoAny::into_any),
    ];
    let mut line = Vec::new();
    for part in parts.into_iter().flatten() {
        if !line.is_empty() {
            line.push(" · ".into_any());
        }
        line.push(part);
    }
    line
}

/// The same for a past year: what is known of it, joining and the years in
/// which the member had been host, as one text
/// (docs/decisions/browser-translation.md).
fn past_detail(words: &Catalogue, member: &Member, hosted: &SortedSet<u16>) -> AnyView {
    let hosted: Vec<_> = hosted.iter().map(|year| words.year(*year)).collect();
    let hosted = (!hosted.is_empty()).then(|| words.list_row_hosted(&words.join(&hosted)));
    let parts: Vec<_> = joined(words, member).into_iter().chain(hosted).collect();
    view! { <span class="member-list__detail">{parts.join(" · ")}</span> }.into_any()
}

fn joined(words: &Catalogue, member: &Member) -> Option<String> {
    let joined = member.joined?;
    Some(words.list_row_joined(&words.year(joined.year())))
}

/// The figure by which the list is ordered; by name, that which colours it.
fn shown_figure(order: Order, colouring: &Colouring) -> Order {
    match (order, colouring.facet) {
        (Order::Name, FacetId::Women) => Order::Women,
        _ => order,
    }
}

/// The figure of an order; by name, the seats.
fn figure(words: &Catalogue, member: &Member, order: Order) -> String {
    let figure = match order {
        Order::Women => member
            .women_share()
            .map(|share| words.list_row_women(&words.share(share))),
        Order::Joined => member.joined.map(|joined| words.date(joined)),
        Order::Name | Order::Seats => member
            .seats()
            .map(|seats| words.list_row_seats(seats as usize)),
    };
    let missing = || match &member.parliament {
        Some(parliament) if order != Order::Joined && !parliament.status.sits() => {
            words.list_row_not_sitting()
        }
        _ => words.list_row_unknown(),
    };
    figure.unwrap_or_else(|| missing().to_owned())
}

/// Why a row was found, when it is not by the name shown.
pub fn reason<I>(words: &'static Catalogue, hit: &Hit<I>) -> AnyView {
    let lang = Some(hit.lang.clone()).filter(|lang| lang != "und");
    view! {
        <span class="member-list__why">
            {words.match_reason(hit.reason)}
            {list_gap(words)}
            <bdi lang=lang>{marked(hit)}</bdi>
        </span>
    }
    .into_any()
}

/// The text that was found with its matched parts marked.
pub fn marked<I>(hit: &Hit<I>) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut done = 0;
    for mark in &hit.marks {
        parts.push(hit.text[done..mark.start].to_owned().into_any());
        let found = hit.text[mark.clone()].to_owned();
        parts.push(view! { <mark>{found}</mark> }.into_any());
        done = mark.end;
    }
    parts.push(hit.text[done..].to_owned().into_any());
    parts
}
