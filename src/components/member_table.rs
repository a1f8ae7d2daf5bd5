//! The results as a table, for comparing.

use std::sync::Arc;

use directory::model::{Directory, Member};
use directory::query::Order;
use directory::{Catalogue, Query};

use super::lang_name::{institution_name, localized};
use super::member_list::{observer_tag, swatch};
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::{Here, use_here};
use crate::prelude::*;
use crate::site::Results;

/// The heads of the columns; those that the directory can be ordered by are
/// links, and say which way that is.
fn columns(words: &'static Catalogue) -> [(&'static str, Option<(Order, &'static str)>); 8] {
    [
        (words.table_name(), Some((Order::Name, "ascending"))),
        (words.table_region(), None),
        (words.table_joined(), Some((Order::Joined, "ascending"))),
        (words.table_parliament(), None),
        (words.table_structure(), None),
        (words.table_seats(), Some((Order::Seats, "descending"))),
        (words.table_women(), Some((Order::Women, "descending"))),
        (words.table_last_election(), None),
    ]
}

/// The members that the query lets through, a row each.
pub fn member_table(site: &'static Site, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    live(move || {
        let (query, results) = (here.query.read(), results.read());
        let heads = columns(words).map(|(name, order)| head(here, &query, name, order));
        let rows = results.members.iter();
        let rows = rows.map(|member| row(directory, here, &query, &directory[*member]));
        let table = el("table")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows));
        el("div")
            .id("results")
            .class("member-table")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", words.table_label())
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
        .href(here.to_listing(&query.with_order(order)))
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
    let words = &directory.catalogue;
    let date = |date| words.date(date);
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| directory.display_name(&parliament.names));
    let share = member.women_share().map(|share| words.share(share));
    let seats = member.seats().map(|seats| words.number(seats as usize));
    let election = parliament.and_then(|parliament| parliament.last_election);
    let region = &directory.network[member.region].names;
    let link = el("a")
        .href(here.to(Page::Member(member), query))
        .child(localized(directory.localized(&member.names)));

    el("tr")
        .key(member.slug.as_str())
        .child(
            el("th")
                .attr("scope", "row")
                .child(swatch(member))
                .child(link)
                .children(observer_tag(words, member)),
        )
        .child(el("td").child(localized(directory.localized(region))))
        .child(cell(words, member.joined.map(date)))
        .child(cell(words, name.map(|name| institution_name(words, name))))
        .child(cell(
            words,
            parliament.map(|parliament| words.structure(parliament.structure)),
        ))
        .child(cell(words, seats).class("number"))
        .child(cell(words, share).class("number"))
        .child(cell(words, election.map(date)))
}

/// The value, or a mark that it is not known.
fn cell(words: &'static Catalogue, value: Option<impl Into<Markup>>) -> Element {
    let unknown = || {
        el("span")
            .class("missing")
            .attr("title", words.list_row_unknown())
            .child("–")
    };
    el("td").child(value.map_or_else(|| unknown().into(), Into::into))
}
