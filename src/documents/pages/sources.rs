//! Where everything comes from, and under which terms.

use directory::model::{Source, SourceScope};
use directory::{Catalogue, Directory, Query};

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::documents::source_note::citation;
use crate::head::describe;
use crate::markup::{Element, Markup, el};
use crate::navigation::use_here;

/// `/sources/`, `/sources/events/` and `/sources/contacts/`: every source, by
/// licence; those on which only events, or only contacts, rest stand apart.
pub fn sources_page(directory: &'static Directory, scope: SourceScope) -> Markup {
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let short_name = network.short_names.get(language);
    let licence = network.licence.get(language);
    let title = title_of(words, scope);
    describe(move || words.page_title(title, short_name), licence);
    let others = [
        SourceScope::Facts,
        SourceScope::Events,
        SourceScope::Contacts,
    ]
    .into_iter();
    let others = others.filter(|other| *other != scope);
    let others = others.filter(|other| directory.sources.iter().any(|one| one.scope == *other));
    let others = others.map(|other| {
        let link = el("a").href(use_here().to(Page::Sources(other), &Query::default()));
        el("li").child(link.child(title_of(words, other)))
    });
    let others: Vec<_> = others.collect();
    let others = (!others.is_empty()).then(|| el("ul").class("name-row").children(others));
    el("div")
        .class("page data-page")
        .key("sources")
        .child(el("h1").child(title))
        .child(el("p").class("lead").child(licence))
        .children(others)
        .children(by_licence(directory, scope))
        .into()
}

fn title_of(words: &'static Catalogue, scope: SourceScope) -> &'static str {
    match scope {
        SourceScope::Facts => words.footer_sources(),
        SourceScope::Events => words.sources_of_events(),
        SourceScope::Contacts => words.sources_of_contacts(),
    }
}

fn by_licence(directory: &'static Directory, scope: SourceScope) -> Vec<Element> {
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
        el("section")
            .child(el("h2").child(directory.catalogue.licence(licence)))
            .child(el("ul").class("sources").children(sources))
    });
    sections.collect()
}

fn entry(directory: &'static Directory, source: &'static Source) -> Element {
    let words = &directory.catalogue;
    // Addresses are links only where they can be followed safely.
    let safe = |url: &&str| url.starts_with("https://") && !url.contains(' ');
    let url = source.url.as_deref().filter(safe);
    let link = url.map(|url| el("a").href(url).attr("rel", "noopener noreferrer"));
    let covers = source.covers.as_deref();
    let covers = covers.map(|covers| localized(directory.translated(covers)));
    let retrieved = words.data_retrieved(&words.date(source.retrieved));
    let terms = el("span")
        .class("sources__terms")
        .child(localized(directory.translated(&source.terms)))
        .child(" · ")
        .child(retrieved)
        .children(covers.into_iter().flat_map(|covers| [" · ".into(), covers]));
    el("li")
        .id(source.id.as_str())
        .child(citation(directory, source, link))
        .child(terms)
}
