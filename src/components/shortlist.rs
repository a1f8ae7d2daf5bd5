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
    // Whoever has no list types on without it.
    let has_list = Memo::new(move |_| !here.query.read().listed(directory).is_empty());
    let bar = move || {
        let is_shown = has_list.get() || choosing.get() || !kept.read().is_empty();
        is_shown.then(|| bar(directory, here, kept, choosing.get()))
    };
    dynamic(bar)
}

fn bar(
    directory: &'static Directory,
    here: Here,
    kept: RwSignal<Vec<MemberId>>,
    is_choosing: bool,
) -> AnyView {
    let query = here.query.read();
    let listed = query.listed(directory);
    let has_list = !listed.is_empty();
    let selected = query.selected.as_ref().filter(|_| is_choosing);
    let selected = selected.filter(|id| !query.list.contains(id));
    let add = selected
        .and_then(|id| directory.member(id))
        .map(|member| add_link(directory, here, &query, member));
    let list = (has_list || is_choosing).then(|| on_list(directory, here, kept, &query, &listed));
    let keep = (has_list && *kept.read() != query.list).then(|| keep_button(directory, here, kept));
    let stored = (!has_list && !kept.read().is_empty())
        .then(|| stored_link(directory, here, &query.with_list(kept.get())));
    view! {
        <div class="shortlist" data-needs="program">
            {list}
            {add}
            {stored}
            {keep}
        </div>
    }
    .into_any()
}

/// Those on the list, each with a way off it, and where the list leads.
fn on_list(
    directory: &'static Directory,
    here: Here,
    kept: RwSignal<Vec<MemberId>>,
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
    let leads_on = (!is_compared && !listed.is_empty()).then(|| {
        let only = here.to_listing(&query.of_list());
        view! {
            <a class="button" href=compare>
                {words.compare_open()}
            </a>
            <a class="button" href=only data-noscroll="">
                {words.shortlist_only()}
            </a>
        }
    });
    let none = here.to_listing(&query.with_list(Vec::new()));
    // With the list goes what is kept of it.
    let own = query.list.clone();
    let forget = move |_| {
        if *kept.read_untracked() == own {
            keep(kept, Vec::new());
        }
    };
    let members = (!listed.is_empty()).then(|| {
        view! {
            <ul class="chips">{members}</ul>
            {leads_on}
            <a class="chip chip--all" href=none data-noscroll="" on:click=forget>
                {words.shortlist_clear()}
            </a>
        }
    });
    view! {
        <b>{count}</b>
        {members}
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
    let keep = move |_| keep(kept, here.query.read_untracked().list.clone());
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

/// Has the browser keep a list, in the place of any other.
fn keep(kept: RwSignal<Vec<MemberId>>, list: Vec<MemberId>) {
    let ids: Vec<&str> = list.iter().map(MemberId::as_str).collect();
    browser::choose(KEPT, &ids.join(","));
    kept.set(list);
}

fn kept_list() -> Vec<MemberId> {
    let kept = browser::chosen(KEPT).unwrap_or_default();
    kept.split(',').filter_map(|id| id.parse().ok()).collect()
}
