//! One file a route that the program draws: reads the address, arranges components.

pub mod contacts;
pub mod directory;
pub mod events;
pub mod not_found;

use ::directory::Catalogue;
use ::directory::facet_counts::CountedFacets;
use ::directory::sentence::Sentence;

use crate::components::filters::filters;
use crate::components::results_heading::{announcement, results_heading};
use crate::components::search_box::search_box;
use crate::markup::{Element, el};
use crate::prelude::*;

/// The search and the filters, above all results.
fn tools(words: &'static Catalogue, facets: Memo<CountedFacets>) -> Element {
    el("div")
        .class("directory__tools")
        .child(search_box(words))
        .child(filters(words, facets))
}

/// What is shown, in words, and said aloud whenever it changes while
/// `is_announced`; for chips and actions beside it.
fn heading(
    summary: Memo<Sentence>,
    is_announced: impl Fn() -> bool + Send + Sync + 'static,
) -> Element {
    let announced = move || announcement(is_announced().then(|| summary.read().whole.clone()));
    el("div")
        .class("directory__headline")
        .child(results_heading(summary))
        .live(announced)
}
