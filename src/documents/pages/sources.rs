//! Where everything comes from, and under which terms.

use directory::model::{Source, SourceScope};
use directory::{Catalogue, Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::documents::source_note::citation;
use crate::head::describe;
use crate::navigation::use_here;

/// `/sources/`, and below it `events/`, `contacts/` and `parliaments/`: every
/// source, by licence; those on which only such facts rest stand apart.
pub fn sources_page(directory: &'static Directory, scope: SourceScope) -> AnyView {
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let short_name = network.short_names.get(language);
    let licence = network.licence.get(language);
    let title = title_of(words, scope);
    describe(move || words.page_title(title, short_name), licence);

    view! {
        <div class="page data-page">
            <h1>{title}</h1>
            <p class="lead">{licence}</p>
            {others(directory, scope)}
            {by_licence(directory, scope)}
        </div>
    }
    .into_any()
}

/// The pages of other sources, where there are any.
fn others(directory: &'static Directory, scope: SourceScope) -> Option<AnyView> {
    let here = use_here();
    let scopes = [
        SourceScope::Facts,
        SourceScope::Parliaments,
        SourceScope::Events,
        SourceScope::Contacts,
    ];
    let others = scopes.into_iter().filter(|other| *other != scope);
    let others = others.filter(|other| directory.sources.iter().any(|one| one.scope == *other));
    let others = others.map(|other| {
        let href = here.to(Page::Sources(other), &Query::default());
        view! { <li><a href=href>{title_of(&directory.catalogue, other)}</a></li> }
    });
    let others: Vec<_> = others.collect();
    (!others.is_empty()).then(|| view! { <ul class="name-row">{others}</ul> }.into_any())
}

fn title_of(words: &'static Catalogue, scope: SourceScope) -> &'static str {
    match scope {
        SourceScope::Facts => words.footer_sources(),
        SourceScope::Events => words.sources_of_events(),
        SourceScope::Contacts => words.sources_of_contacts(),
        SourceScope::Parliaments => words.sources_of_parliaments(),
    }
}

fn by_licence(directory: &'static Directory, scope: SourceScope) -> Vec<AnyView> {
    let shown = || {
        let sources = directory.sources.iter();
        sources.filter(|source| source.scope == scope)
    };
    let mut licences: Vec<&str> = Vec::new();
    for source in shown() {
        if let Err(place) = licences.binary_search(&source.licence.as_str()) {
            licences.insert(place, &source.licence);
        }
    }
    let sections = licences.into_iter().map(|licence| {
        let sources = shown().filter(|source| source.licence == licence);
        let sources = sources.map(|source| entry(directory, source));
        let sources: Vec<_> = sources.collect();
        view! {
            <section>
                <h2>{directory.catalogue.licence(licence)}</h2>
                <ul class="sources">{sources}</ul>
            </section>
        }
        .into_any()
    });
    sections.collect()
}

fn entry(directory: &'static Directory, source: &'static Source) -> AnyView {
    let words = &directory.catalogue;
    // Addresses are links only where they can be followed safely.
    let safe = |url: &String| url.starts_with("https://") && !url.contains(' ');
    let url = source.url.clone().filter(safe);
    let terms = localized(directory.translated(&source.terms));
    let retrieved = words.data_retrieved(&words.date(source.retrieved));
    let covers = source.covers.as_deref();
    let covers = covers.map(|covers| (" · ", localized(directory.translated(covers))));
    view! {
        <li id=source.id.as_str()>
            {citation(directory, source, url)}
            <span class="sources__terms">{terms}" · "{retrieved}{covers}</span>
        </li>
    }
    .into_any()
}
