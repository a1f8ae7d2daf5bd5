//! The results as a table, for comparing.

use std::sync::Arc;

use domain::Query;
use domain::directory::{Directory, Member};
use domain::query::Order;
use domain::words::{date_in_words, decimal};
use leptos::prelude::*;

use super::member_list::{observer_tag, swatch};
use crate::Site;
use crate::address::{Here, Page, use_here};
use crate::markup::{Element, Markup, el, live};
use crate::site::Results;

/// The heads of the columns; those that the directory can be ordered by are
/// links, and say which way that is.
const COLUMNS: [(&str, Option<(Order, &str)>); 8] = [
    ("Name", Some((Order::Name, "ascending"))),
    ("Region", None),
    ("Joined", Some((Order::Joined, "ascending"))),
    ("Parliament", None),
    ("Structure", None),
    ("Seats", Some((Order::Seats, "descending"))),
    ("Women", Some((Order::Women, "descending"))),
    ("Last election", None),
];

/// The members that the query lets through, a row each.
pub fn member_table(site: &'static Site, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let directory = site.directory;
    live(move || {
        let (query, results) = (here.query.read(), results.read());
        let heads = COLUMNS.map(|(name, order)| head(here, &query, name, order));
        let rows = results.places.iter();
        let rows = rows.map(|place| row(directory, here, &query, &directory.members[*place]));
        let table = el("table")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows));
        el("div")
            .id("results")
            .class("member-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", "Results as a table")
            .child(table)
    })
}

fn head(
    here: Here,
    query: &Query,
    name: &'static str,
    order: Option<(Order, &'static str)>,
) -> Element {
    let head = el("th").attr("scope", "col");
    let Some((order, sense)) = order else {
        return head.child(name);
    };
    let is_figure = matches!(order, Order::Seats | Order::Women);
    let link = el("a")
        .href(here.to(Page::Directory, &query.sorted(order)))
        .flag("data-noscroll", true);
    head.maybe("class", is_figure.then_some("number"))
        .maybe("aria-sort", (query.order == order).then_some(sense))
        .child(link.child(name))
}

fn row(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    member: &'static Member,
) -> Element {
    let language = directory.language();
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| parliament.names.first());
    let share = member
        .women_share()
        .map(|share| format!("{} %", decimal(share, 1)));
    let election = parliament.and_then(|parliament| parliament.last_election);
    let region = directory.network.regions[member.region].names.get(language);
    let link = el("a")
        .href(here.to(Page::Member(member), query))
        .child(member.names.get(language));

    el("tr")
        .key(member.slug.as_str())
        .child(
            el("th")
                .attr("scope", "row")
                .child(swatch(member))
                .child(link)
                .children(observer_tag(member)),
        )
        .child(el("td").child(region))
        .child(cell(member.joined.map(date_in_words)))
        .child(cell(name.map(|name| name.name.clone())))
        .child(cell(
            parliament.map(|parliament| parliament.structure.label().to_owned()),
        ))
        .child(cell(member.seats().map(|seats| seats.to_string())).class("number"))
        .child(cell(share).class("number"))
        .child(cell(election.map(date_in_words)))
}

/// The value, or a mark that it is not known.
fn cell(value: Option<String>) -> Element {
    let unknown = || {
        el("span")
            .class("missing")
            .attr("title", "not known")
            .child("–")
    };
    el("td").child(value.map_or_else(|| unknown().into(), Markup::from))
}
