//! The results as a table, for comparing.

use std::sync::Arc;

use domain::directory::{Directory, Member, Status};
use domain::query::Order;
use domain::words::{date_in_words, decimal};
use leptos::prelude::*;

use super::member_list::swatch;
use crate::Site;
use crate::address::{Page, use_here};
use crate::site::Results;

/// The members that the query lets through, a row each.
///
/// The heads of columns that the directory can be ordered by are links.
#[component]
pub fn MemberTable(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
    /// What is shown.
    results: Memo<Arc<Results>>,
) -> impl IntoView {
    let directory = site.directory;

    view! {
        <div class="member-table" id="results" tabindex="0" role="region" aria-label="Results as a table">
            <table>
                <thead>
                    <tr>
                        <Head name="Name" order=Order::Name sense="ascending" />
                        <th scope="col">"Region"</th>
                        <Head name="Joined" order=Order::Joined sense="ascending" />
                        <th scope="col">"Parliament"</th>
                        <th scope="col">"Structure"</th>
                        <Head name="Seats" order=Order::Seats sense="descending" class="number" />
                        <Head name="Women" order=Order::Women sense="descending" class="number" />
                        <th scope="col">"Last election"</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || results.read().places.clone() key=|place| *place let:place>
                        <TableRow directory member=&directory.members[place] />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Head(
    name: &'static str,
    order: Order,
    sense: &'static str,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    let here = use_here();
    let href = move || here.to(Page::Directory, &here.query.read().sorted(order));
    let sorted = move || (here.query.read().order == order).then_some(sense);

    view! { <th class=class scope="col" aria-sort=sorted><a href=href data-noscroll>{name}</a></th> }
}

#[component]
fn TableRow(directory: &'static Directory, member: &'static Member) -> impl IntoView {
    let here = use_here();
    let language = directory.language();
    let opening = move || here.to(Page::Member(&member.slug), &here.query.read());
    let region = &directory.network.regions[member.region];
    let parliament = member.parliament.as_ref();
    let name = parliament.and_then(|parliament| parliament.names.first());
    let share = member
        .women_share()
        .map(|share| format!("{} %", decimal(share, 1)));
    let election = parliament.and_then(|parliament| parliament.last_election);

    view! {
        <tr>
            <th scope="row">
                <span class=swatch(member) aria-hidden="true"></span>
                <a href=opening>{member.names.get(language)}</a>
                {(member.status == Status::Observer).then(|| view! { <span class="tag">"observer"</span> })}
            </th>
            <td>{region.names.get(language)}</td>
            <td>{known(member.joined.map(date_in_words))}</td>
            <td>{known(name.map(|name| name.name.clone()))}</td>
            <td>{known(parliament.map(|parliament| parliament.structure.label().to_owned()))}</td>
            <td class="number">{known(member.seats().map(|seats| seats.to_string()))}</td>
            <td class="number">{known(share)}</td>
            <td>{known(election.map(date_in_words))}</td>
        </tr>
    }
}

/// The value, or a mark that it is not known.
fn known(value: Option<String>) -> impl IntoView {
    match value {
        Some(value) => value.into_any(),
        None => view! { <span class="missing" title="not known">"–"</span> }.into_any(),
    }
}
