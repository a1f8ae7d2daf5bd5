//! The editions of the data.

use directory::model::Edition;
use directory::{Directory, Query};
use exports::edition_text;
use leptos::prelude::*;

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::documents::no_translate::no_translate;
use crate::head::describe;
use crate::navigation::use_here;

/// `/data/editions/`: every edition that is kept, with what it changed.
pub fn editions_page(directory: &'static Directory) -> AnyView {
    let (network, words) = (&directory.network, &directory.catalogue);
    let short_name = network.short_names.get(directory.language());
    describe(
        move || words.page_title(words.editions_title(), short_name),
        words.editions_description(),
    );
    let here = use_here();
    let list = here.file(&format!("{}editions.json", Page::Editions.path()));
    let kept = network.editions.iter().enumerate();
    let kept = kept.map(|(place, edition)| summary(directory, place, edition));
    let kept: Vec<_> = kept.collect();
    view! {
        <div class="page data-page">
            <h1>{words.editions_title()}</h1>
            <p class="lead">{words.editions_lead()}</p>
            {kept}
            <p>
                {words.editions_list()} " "
                <a href=list download=true>{no_translate("editions.json")}</a>
            </p>
        </div>
    }
    .into_any()
}

/// An edition: what was noted of it, how much it changed, and where it is.
fn summary(directory: &'static Directory, place: usize, edition: &'static Edition) -> AnyView {
    let words = &directory.catalogue;
    let here = use_here();
    let page = here.to(Page::Edition(edition), &Query::default());
    let notes = directory.network.notes_of(edition).map(|note| {
        view! { <li>{localized(directory.translated(&note.text))}</li> }
    });
    let notes: Vec<_> = notes.collect();
    let place = if place == 0 {
        view! { <p>{words.editions_newest()}</p> }.into_any()
    } else {
        view! { <p>{as_it_was(directory, edition)}</p> }.into_any()
    };
    view! {
        <section class="edition">
            <h2>
                <a href=page>{words.editions_name(&edition.version, &words.date(edition.date))}</a>
            </h2>
            <p>{edition_text::changes(words, edition)}</p>
            <ul class="notes">{notes}</ul>
            {place}
        </section>
    }
    .into_any()
}

/// The link to the directory as it was in an edition.
pub fn as_it_was(directory: &'static Directory, edition: &'static Edition) -> AnyView {
    let query = Query::default().with_edition(&edition.version);
    let href = use_here().to(Page::Directory, &query);
    view! { <a href=href>{directory.catalogue.editions_as_it_was()}</a> }.into_any()
}
