//! The list beside the map.

use std::sync::Arc;

use directory::model::{Member, MemberIdx, Status};
use directory::query::Order;
use directory::search::{Hit, MatchReason};
use directory::{Catalogue, Directory, Query};

use super::icon::Icon;
use super::lang_name::{institution_name, localized};
use super::result_list::result_list;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;
use crate::site::Results;
use crate::{Site, browser};

/// Lists the members that the query lets through, and tells `hovered` which of
/// them is under the pointer or has the focus.
///
/// Each row is a link to the same query with that member selected, so a
/// selection can be shared, bookmarked and undone with the back button; a
/// second link opens the member's page.
pub fn member_list(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    hovered: RwSignal<Option<MemberIdx>>,
) -> Markup {
    let here = use_here();
    live(move || {
        let (query, results) = (here.query.read(), results.read());
        let rows = results.members.iter().map(|member| {
            let hit = results.hit(*member);
            row(site.directory, here, &query, *member, hit)
        });
        result_list("ol", "member-list", browser::member_at, hovered).children(rows)
    })
}

fn row(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    member_idx: MemberIdx,
    hit: Option<&Hit<MemberIdx>>,
) -> Element {
    let member = &directory[member_idx];
    let words = &directory.catalogue;
    let name = member.names.get(directory.language());
    let is_by_name = |hit: &&Hit<MemberIdx>| hit.reason == MatchReason::Name && hit.text == name;
    let title = match hit.filter(is_by_name) {
        Some(hit) => marked(hit),
        None => vec![localized(directory.localized(&member.names))],
    };
    let match_reason = hit
        .filter(|hit| !is_by_name(hit))
        .map(|hit| reason(words, hit));
    let current = query.selected.as_ref() == Some(&member.id);

    let line = el("span")
        .class("member-list__line")
        .child(el("b").class("member-list__name").children(title))
        .children(observer_tag(words, member))
        .child(
            el("span")
                .class("member-list__figure")
                .child(figure(words, member, query.order)),
        );
    let select = el("a")
        .class("member-list__select")
        .href(here.to_selection(member, query))
        .maybe("aria-current", current.then_some("true"))
        .client_attr("data-noscroll", "")
        .child(line)
        .child(
            el("span")
                .class("member-list__detail")
                .children(detail(directory, member)),
        )
        .children(match_reason);
    let open = el("a")
        .class("member-list__open")
        .href(here.to(Page::Member(member), query))
        .attr("aria-label", words.list_row_open(name))
        .child(Icon::Forward.view());
    el("li")
        .key(member.slug.as_str())
        .client_attr("id", format!("row-{}", member.id))
        .class("member-list__row")
        .client_attr("data-member", member_idx.get().to_string())
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
            member.region.get() + 1
        ))
        .attr("aria-hidden", "true")
}

/// Says of an observer that it is one.
pub fn observer_tag(words: &'static Catalogue, member: &Member) -> Option<Element> {
    let is_observer = member.status == Status::Observer;
    is_observer.then(|| el("span").class("tag").child(words.list_row_observer()))
}

/// Parliament, city and joining in one line.
fn detail(directory: &'static Directory, member: &'static Member) -> Vec<Markup> {
    let words = &directory.catalogue;
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| directory.display_name(&parliament.names));
    let city = parliament.map(|parliament| localized(directory.localized(&parliament.seat.city)));
    let joined = member.joined;
    let joined = joined.map(|joined| words.list_row_joined(&words.year(joined.year())));
    let parts = [
        name.map(|name| institution_name(words, name)),
        city,
        joined.map(Markup::from),
    ];
    let mut line: Vec<Markup> = Vec::new();
    for part in parts.into_iter().flatten() {
        if !line.is_empty() {
            line.push(" · ".into());
        }
        line.push(part);
    }
    line
}

/// The figure by which the list is ordered, or the seats.
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
    figure.unwrap_or_else(|| words.list_row_unknown().to_owned())
}

/// Why a row was found, when it is not by the name shown.
pub fn reason<I>(words: &'static Catalogue, hit: &Hit<I>) -> Element {
    let lang = Some(hit.lang.clone()).filter(|lang| lang != "und");
    el("span")
        .class("member-list__why")
        .child(words.match_reason(hit.reason))
        .child(words.list_gap())
        .child(el("bdi").maybe("lang", lang).children(marked(hit)))
}

/// The text that was found with its matched parts marked.
pub fn marked<I>(hit: &Hit<I>) -> Vec<Markup> {
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
