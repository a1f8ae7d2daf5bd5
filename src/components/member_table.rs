//! The results as a table, for comparing.

use std::sync::Arc;

use directory::Catalogue;
use directory::colouring::Colouring;
use directory::model::{Directory, MemberIdx};
use directory::query::Order;
use leptos::prelude::*;

use super::lang_name::{localized, parliament_name};
use super::member_list::observer_tag;
use crate::Site;
use crate::address::Page;
use crate::navigation::use_here;
use crate::site::Results;
use crate::target::client;

/// The heads of the columns; those that the directory can be ordered by are
/// links, and say which way that is.
fn columns(words: &'static Catalogue) -> [Column; 8] {
    [
        (words.table_name(), "", Some((Order::Name, "ascending"))),
        (words.table_region(), "", None),
        (words.table_joined(), "", Some((Order::Joined, "ascending"))),
        (words.table_parliament(), OF_TODAY, None),
        (words.table_structure(), OF_TODAY, None),
        (
            words.table_seats(),
            FIGURE_OF_TODAY,
            Some((Order::Seats, "descending")),
        ),
        (
            words.table_women(),
            FIGURE_OF_TODAY,
            Some((Order::Women, "descending")),
        ),
        (words.table_last_election(), OF_TODAY, None),
    ]
}

/// Its head, its class, and the order that it stands for.
type Column = (&'static str, &'static str, Option<(Order, &'static str)>);

/// The class of what is left out for a past year.
const OF_TODAY: &str = "of-today";
const FIGURE_OF_TODAY: &str = "number of-today";

/// The members that the query lets through, a row each.
#[component]
pub fn MemberTable(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let heads =
        columns(words).map(|(name, class, order)| view! { <ColumnHead name class order /> });
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
                        <MemberTableRow directory index=member colouring />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// The head of a column; a link where the directory can be ordered by it.
#[component]
fn ColumnHead(
    name: &'static str,
    class: &'static str,
    order: Option<(Order, &'static str)>,
) -> impl IntoView {
    let Some((order, sense)) = order else {
        return view! {
            <th scope="col" class=class>
                {name}
            </th>
        }
        .into_any();
    };
    let here = use_here();
    view! {
        <th
            scope="col"
            class=class
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
fn MemberTableRow(
    directory: &'static Directory,
    index: MemberIdx,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let here = use_here();
    let member = &directory[index];
    let words = &directory.catalogue;
    let date = |date| words.date(date);
    let parliament = member.parliament.as_ref();
    let structure = parliament.map(|parliament| words.structure(parliament.structure));
    let share = member.women_share().map(|share| words.share(share));
    let seats = member.seats().map(|seats| words.number(seats as usize));
    let election = parliament.and_then(|parliament| parliament.last_election);
    let region = &directory.network[member.region].names;
    let swatch = move || format!("swatch {}", colouring.read().shade(index).class());
    view! {
        <tr id=client(format!("row-{}", member.id))>
            <th scope="row">
                <span class=swatch aria-hidden="true"></span>
                <a href=move || here.to_page(Page::Member(member))>
                    {localized(directory.localized(&member.names))}
                </a>
                {observer_tag(words, member)}
            </th>
            <td>{localized(directory.localized(region))}</td>
            <td>{known(words, member.joined.map(date))}</td>
            <td class=OF_TODAY>{known(words, parliament_name(directory, parliament))}</td>
            <td class=OF_TODAY>{known(words, structure)}</td>
            <td class=FIGURE_OF_TODAY>{known(words, seats)}</td>
            <td class=FIGURE_OF_TODAY>{known(words, share)}</td>
            <td class=OF_TODAY>{known(words, election.map(date))}</td>
        </tr>
    }
}

/// The value, or a mark that it is not known.
fn known(words: &'static Catalogue, value: Option<impl IntoAny>) -> AnyView {
    let unknown =
        || view! { <span class="missing" title=words.list_row_unknown()>"–"</span> }.into_any();
    value.map_or_else(unknown, IntoAny::into_any)
}
