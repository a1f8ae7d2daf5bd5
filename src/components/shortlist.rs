//! The reader's list: members that are compared and taken along, in the address
//! and, if wished, kept in the browser.

use directory::model::{Member, MemberId};
use directory::{Directory, Query};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::Page;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::{Here, use_here};

/// The setting under which the browser keeps a list.
const KEPT: &str = "list";

/// Who is on the list and what can be done with it; while the reader is `choosing`
/// it stands there in any case, with a way to put the selected member onto it, so
/// that a selection moves nothing else.
#[component]
pub fn Shortlist(
    directory: &'static Directory,
    #[prop(optional)] choosing: RwSignal<bool>,
) -> impl IntoView {
    let here = use_here();
    let kept = RwSignal::new(Vec::new());
    browser::follow_choices(move || kept.set(kept_list()));
    let shown = move || {
        let query = here.query.read();
        let listed = query.listed(directory);
        let is_choosing = choosing.get();
        let selected = query.selected.as_ref().filter(|_| is_choosing);
        let selected = selected.filter(|id| !query.list.contains(id));
        let selected = selected.and_then(|id| directory.member(id));
        let add = selected.map(|member| add_link(directory, here, &query, member));
        let known = kept.read();
        let is_shown = is_choosing || !listed.is_empty();
        let list = is_shown.then(|| on_list(directory, here, &query, &listed));
        let keep = (!listed.is_empty() && *known != query.list)
            .then(|| keep_button(directory, here, kept));
        let stored = (listed.is_empty() && !known.is_empty())
            .then(|| stored_link(directory, here, &query.with_list(known.clone())));
        let is_empty = list.is_none() && stored.is_none();
        (!is_empty).then(|| {
            view! {
                <div class="shortlist" data-needs="program">
                    {list}
                    {add}
                    {stored}
                    {keep}
                </div>
            }
        })
    };
    dynamic(move || shown().map(IntoAny::into_any))
}

/// Those on the list, each with a way off it, and where the list leads.
fn on_list(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    listed: &[&'static Member],
) -> AnyView {
    let words = &directory.catalogue;
    let count = words.shortlist_count(&words.number(listed.len()));
    let members = listed.iter().map(|member| {
        let name = member.names.get(directory.language());
        let without = here.to_listing(&query.with_toggled_on_list(&member.id));
        view! {
            <li>
                <a
                    class="chip"
                    href=without
                    aria-label=words.shortlist_remove(name)
                    data-noscroll=""
                >
                    {name}
                    {Icon::Close.view()}
                </a>
            </li>
        }
    });
    let members: Vec<_> = members.collect();
    let compare = here.to(
        Page::Compare,
        &Query::default().with_list(query.list.clone()),
    );
    let is_compared = untrack(|| here.listing()) == Page::Compare;
    let is_empty = listed.is_empty();
    let compare = (!is_compared && !is_empty).then(|| {
        view! { <a class="button" href=compare>{words.compare_open()}</a> }
    });
    let only = (!is_compared && !is_empty).then(|| {
        let only = here.to_listing(&query.of_list());
        view! { <a class="button" href=only data-noscroll="">{words.shortlist_only()}</a> }
    });
    let members = (!is_empty).then(|| view! { <ul class="chips">{members}</ul> });
    let none = here.to_listing(&query.with_list(Vec::new()));
    let clear = (!is_empty).then(|| {
        view! {
            <a class="chip chip--all" href=none data-noscroll="">
                {words.shortlist_clear()}
            </a>
        }
    });
    view! {
        <b>{count}</b>
        {members}
        {compare}
        {only}
        {clear}
    }
    .into_any()
}

fn add_link(
    directory: &'static Directory,
    here: Here,
    query: &Query,
    member: &'static Member,
) -> AnyView {
    let href = here.to_listing(&query.with_toggled_on_list(&member.id));
    let name = member.names.get(directory.language());
    let name = directory.catalogue.shortlist_add(name);
    view! { <a class="button" href=href data-noscroll="">{name}</a> }.into_any()
}

/// Keeps the list for pages whose address has none.
fn keep_button(
    directory: &'static Directory,
    here: Here,
    kept: RwSignal<Vec<MemberId>>,
) -> AnyView {
    let keep = move |_| {
        let list = here.query.read_untracked().list.clone();
        let ids: Vec<&str> = list.iter().map(MemberId::as_str).collect();
        browser::choose(KEPT, &ids.join(","));
        kept.set(list);
    };
    let name = directory.catalogue.shortlist_keep();
    view! {
        <button type="button" class="button" on:click=keep>
            {name}
        </button>
    }
    .into_any()
}

/// The list that the browser keeps.
fn stored_link(directory: &'static Directory, here: Here, query: &Query) -> AnyView {
    let words = &directory.catalogue;
    let name = words.shortlist_stored(&words.number(query.listed(directory).len()));
    view! { <a class="button" href=here.to_listing(query) data-noscroll="">{name}</a> }.into_any()
}

fn kept_list() -> Vec<MemberId> {
    let kept = browser::chosen(KEPT).unwrap_or_default();
    kept.split(',').filter_map(|id| id.parse().ok()).collect()
}
