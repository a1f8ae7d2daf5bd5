//! One file a route that the program draws: reads the address, arranges components.

pub mod compare;
pub mod contacts;
pub mod directory;
pub mod events;
pub mod not_found;

use ::directory::facet_counts::CountedFacets;
use ::directory::sentence::Sentence;
use leptos::prelude::*;

use crate::Site;
use crate::browser;
use crate::components::filters::Filters;
use crate::components::results_heading::ResultsHeading;
use crate::components::search_box::SearchBox;
use crate::gestures::Debounce;

/// The search and the filters, above all results.
fn tools(site: &'static Site, facets: Memo<CountedFacets>) -> AnyView {
    view! {
        <div class="directory__tools">
            <SearchBox site />
            <Filters words=&site.directory.catalogue facets />
        </div>
    }
    .into_any()
}

/// Milliseconds after which what is shown is said aloud: once a pause in typing,
/// and not at every letter, nor between two of a slow typist.
const ANNOUNCEMENT_REST: u64 = 1000;

/// What is shown, in words, and said aloud when it has changed while
/// `is_announced`; with chips and actions `beside` it.
fn heading(
    summary: Memo<Sentence>,
    is_announced: impl Fn() -> bool + Copy + Send + Sync + 'static,
    beside: impl IntoView + 'static,
) -> AnyView {
    let sentence = move || is_announced().then(|| summary.read().whole.clone());
    let announced = RwSignal::new(untrack(sentence));
    let typing = Debounce::new(ANNOUNCEMENT_REST);
    browser::effect(move || {
        let sentence = sentence();
        typing.then(move || announced.set(sentence));
    });
    view! {
        <div class="directory__headline">
            <ResultsHeading summary />
            <p class="visually-hidden" role="status">
                {announced}
            </p>
            {beside}
        </div>
    }
    .into_any()
}
