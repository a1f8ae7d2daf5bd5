//! The results as a table, for comparing.

use std::sync::Arc;

use directory::Catalogue;
use directory::model::{Directory, MemberIdx};
use directory::query::Order;
use leptos::prelude::*;

use super::lang_name::{institution_name, localized};
use super::member_list::{observer_tag, swatch};
use crate::Site;
use crate::address::Page;
use crate::navigation::use_here;
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
#[component]
pub fn MemberTable(site: &'static Site, results: Memo<Arc<Results>>) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let heads = columns(words).map(|(name, order)| view! { <ColumnHead name order /> });
    let members = move || results.read().members.clone();
    view! {
        <div
            id="results"
            class="member-table"
            tabindex="0"
            role="region"
            aria-label=words.table_label()
        >
            <table>
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody>
                    <For each=members key=|member| *member let:member>
                        <MemberTableRow directory index=member />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The head of a column; a link where the directory can be ordered by it.
#[component]
fn ColumnHead(name: &'static str, order: Option<(Order, &'static str)>) -> impl IntoView {
    let Some((order, sense)) = order else {
        return view! { <th scope="col">{name}</th> }.into_any();
    };
    let here = use_here();
    let is_figure = matches!(order, Order::Seats | Order::Women);
    view! {
        <th
            scope="col"
            class:number=is_figure
            aria-sort=move || (here.query.read().order == order).then_some(sense)
        >
            <a href=move || here.to_listing(&here.query.read().with_order(order)) data-noscroll="">
                {name}
            </a>
        </th>
    }
    .into_any()
}

#[component]
fn MemberTableRow(directory: &'static Directory, index: MemberIdx) -> impl IntoView {
    let here = use_here();
    let member = &directory[index];
    let words = &directory.catalogue;
    let date = |date| words.date(date);
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| directory.display_name(&parliament.names));
    let structure = parliament.map(|parliament| words.structure(parliament.structure));
    let share = member.women_share().map(|share| words.share(share));
    let seats = member.seats().map(|seats| words.number(seats as usize));
    let election = parliament.and_then(|parliament| parliament.last_election);
    let region = &directory.network[member.region].names;
    view! {
        <tr>
            <th scope="row">
                {swatch(member)}
                <a href=move || here.to_page(Page::Member(member))>
                    {localized(directory.localized(&member.names))}
                </a>
                {observer_tag(words, member)}
            </th>
            <td>{localized(directory.localized(region))}</td>
            <td>{known(words, member.joined.map(date))}</td>
            <td>{known(words, name.map(|name| institution_name(words, name)))}</td>
            <td>{known(words, structure)}</td>
            <td class="number">{known(words, seats)}</td>
            <td class="number">{known(words, share)}</td>
            <td>{known(words, election.map(date))}</td>
        </tr>
    }
}

/// The value, or a mark that it is not known.
fn known(words: &'static Catalogue, value: Option<impl IntoAny>) -> AnyView {
    let unknown =
        || view! { <span class="missing" title=words.list_row_unknown()>"–"</span> }.into_any();
    value.map_or_else(unknown, IntoAny::into_any)
}
