//! Filters typed in the search box: chosen once they are finished, and helped with
//! until then. Reading them is a part of the program of its own.

use directory::Query;
use directory::facets::{EVENT_FACETS, Facet, MEMBER_FACETS};
use directory::typed_filters::{Help, are_typed};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::distinct::set_distinct;
use crate::dynamic::dynamic;
use crate::navigation::{Here, Step, use_here};

/// The links that are suggested.
pub const SUGGESTION: &str = ".typed-filters a";

/// Below the search box: chooses the filters typed there, and suggests what may
/// be meant.
#[component]
pub fn TypedFilters(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let help = RwSignal::new(None);
    // Nobody is still typing what came with the address.
    let came_with_address = here.query.get_untracked().words;
    browser::effect(move || {
        let query = here.query.read();
        let facets = facets(here);
        if are_typed(&query, facets) {
            let are_all_finished = query.words == came_with_address;
            let typed = query.clone();
            spawn_local(follow(site, here, facets, typed, are_all_finished, help));
        } else {
            set_distinct(help, None);
        }
    });
    let text = move || help.read().as_ref().map(|help: &Help| help.text.clone());
    let examples = move || {
        let help = help.read();
        let examples = help.iter().flat_map(|help| help.examples);
        let examples =
            examples.map(|example| view! { <code dir="ltr" translate="no">{*example}</code> " " });
        examples.collect_view()
    };
    let suggestions = move || {
        let help = help.read();
        let suggestions = help.iter().flat_map(|help| &help.suggestions);
        let links = suggestions.map(|suggestion| {
            let href = here.to_listing(&suggestion.query);
            let label = suggestion.label.clone();
            view! {
                <li>
                    <a
                        class="option"
                        href=href
                        data-noscroll=""
                        // The link goes; the reader types on.
                        on:click=|_| {
                            browser::focus("search");
                        }
                    >
                        {label}
                    </a>
                </li>
            }
        });
        links.collect_view()
    };
    view! {
        <div
            class="typed-filters menu__panel"
            hidden=move || help.read().is_none()
            on:keydown=|event| press(&event)
        >
            <p aria-live="polite">{dynamic(text)} " " {dynamic(examples)}</p>
            <ul>{dynamic(suggestions)}</ul>
        </div>
    }
}

/// What is typed is finished: as if a space followed.
pub fn finish(here: Here) {
    let query = here.query.get_untracked();
    if query.typed_filters().any(|filter| !filter.is_finished) {
        here.go(
            &query.with_words(&format!("{} ", query.words)),
            Step::Replace,
        );
    }
}

/// The arrows go from link to link, and from the first back to the box.
fn press(event: &KeyboardEvent) {
    let step = match browser::key(event).as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => {
            browser::focus("search");
            return;
        }
        _ => return,
    };
    event.prevent_default();
    browser::move_focus(SUGGESTION, step, "search");
}

/// The facets of the page.
fn facets(here: Here) -> &'static [&'static Facet] {
    match here.listing() {
        Page::Events => &EVENT_FACETS,
        _ => &MEMBER_FACETS,
    }
}

/// What is made of typed filters.
struct Reading {
    chosen: Query,
    help: Option<Help>,
}

/// Has them read, chooses what is finished, and tells what helps with the rest.
async fn follow(
    site: &'static Site,
    here: Here,
    facets: &'static [&'static Facet],
    query: Query,
    are_all_finished: bool,
    help: RwSignal<Option<Help>>,
) {
    let words = &site.directory.catalogue;
    let part = browser::program_part_or_problem(words, "filters").await;
    let reading = match part {
        Ok(()) => read(site, facets, query.clone(), are_all_finished).await,
        Err(problem) => {
            help.set(Some(Help {
                text: problem.sentence,
                examples: &[],
                suggestions: Vec::new(),
            }));
            return;
        }
    };
    // Meanwhile the reader may have typed on.
    let Ok(reading) = reading else { return };
    if *here.query.read_untracked() != query {
        return;
    }
    if reading.chosen == query {
        set_distinct(help, reading.help);
    } else {
        choose(site, here, query, reading.chosen);
    }
}

/// The part of the program: reads the filters that are typed in `query`.
#[wasm_split(filters, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn read(
    site: &'static Site,
    facets: &'static [&'static Facet],
    query: Query,
    are_all_finished: bool,
) -> Result<Reading, SplitLoaderError> {
    let of_past = |facet: &&Facet| query.year.is_none() || !facet.id.is_of_today();
    let facets: Vec<&Facet> = facets.iter().copied().filter(of_past).collect();
    let filters = site.typed_filters(&facets);
    Ok(Reading {
        chosen: filters.chosen(&query, are_all_finished),
        help: filters.help(&query),
    })
}

/// Goes to what was `chosen`, once the parts of the snapshot have come that it
/// needs.
fn choose(site: &'static Site, here: Here, typed: Query, chosen: Query) {
    let mut missing = chosen.parts().into_iter();
    if let Some(part) = missing.find(|part| !site.directory.has(*part)) {
        site.with_part(part, move |come| {
            if come.is_ok() {
                choose(site, here, typed, chosen);
            }
        });
    } else if *here.query.read_untracked() == typed {
        here.go(&chosen, Step::Replace);
    }
}
