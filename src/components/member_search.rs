//! Finding members that are added to the reader's list.

use leptos::prelude::*;

use crate::Site;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// So many members the search offers at most.
const MOST_OFFERED: usize = 6;

/// Finds members to be added.
#[component]
pub fn MemberSearch(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let typed = RwSignal::new(String::new());
    let offered = move || {
        let typed = typed.read();
        if typed.trim().is_empty() {
            return None;
        }
        let query = here.query.read();
        let hits = site.search().search_in(&typed, directory.language());
        let links = hits.into_iter().map(|hit| &directory[hit.item]);
        let links = links.filter(|member| !query.list.contains(&member.id));
        let links = links.take(MOST_OFFERED).map(|member| {
            let href = here.to_listing(&query.with_toggled_on_list(&member.id));
            let name = member.names.get(directory.language());
            view! {
                <li>
                    <a class="option" href=href data-noscroll="">
                        {words.shortlist_add(name)}
                    </a>
                </li>
            }
        });
        let links: Vec<_> = links.collect();
        let none = links
            .is_empty()
            .then(|| view! { <p class="missing">{words.nothing_title()}</p> });
        Some(
            view! {
                <ul class="compare__offered">{links}</ul>
                {none}
            }
            .into_any(),
        )
    };
    // Whoever is added has been found.
    let list = Memo::new(move |_| here.query.read().list.clone());
    browser::effect(move || {
        list.with(|_| typed.set(String::new()));
    });
    view! {
        <search class="compare__search" data-needs="program">
            <label for="search">{words.compare_search()}</label>
            <input
                id="search"
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder=words.search_placeholder()
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <div aria-live="polite">{dynamic(offered)}</div>
        </search>
    }
}
