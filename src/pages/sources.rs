//! Where everything comes from, and under which terms.

use domain::Directory;
use domain::directory::Source;

use crate::components::lang_name::told;
use crate::components::source_note::cited;
use crate::head::describe;
use crate::markup::{Element, Markup, el};

/// `/sources/`: every source, by licence.
pub fn sources_page(directory: &'static Directory) -> Markup {
    let (network, words) = (&directory.network, &directory.words);
    let language = directory.language();
    let short_name = network.short_names.get(language);
    let licence = network.licence.get(language);
    describe(
        move || words.page_title(words.footer_sources(), short_name),
        licence,
    );
    el("div")
        .class("page data-page")
        .key("sources")
        .child(el("h1").child(words.footer_sources()))
        .child(el("p").class("lead").child(licence))
        .children(by_licence(directory))
        .into()
}

fn by_licence(directory: &'static Directory) -> Vec<Element> {
    let mut licences: Vec<&str> = Vec::new();
    for source in &directory.sources {
        if let Err(place) = licences.binary_search(&source.licence.as_str()) {
            licences.insert(place, &source.licence);
        }
    }
    let sections = licences.into_iter().map(|licence| {
        let sources = directory.sources.iter();
        let sources = sources.filter(|source| source.licence == licence);
        let sources = sources.map(|source| entry(directory, source));
        el("section")
            .child(el("h2").child(directory.words.licence(licence)))
            .child(el("ul").class("sources").children(sources))
    });
    sections.collect()
}

fn entry(directory: &'static Directory, source: &'static Source) -> Element {
    let words = &directory.words;
    // Addresses are links only where they can be followed safely.
    let safe = |url: &&str| url.starts_with("https://") && !url.contains(' ');
    let url = source.url.as_deref().filter(safe);
    let link = url.map(|url| el("a").href(url).attr("rel", "noopener noreferrer"));
    let covers = source.covers.as_deref();
    let covers = covers.map(|covers| told(directory.told(covers)));
    let retrieved = words.data_retrieved(&words.date(source.retrieved));
    let terms = el("span")
        .class("sources__terms")
        .child(told(directory.told(&source.terms)))
        .child(" · ")
        .child(retrieved)
        .children(covers.into_iter().flat_map(|covers| [" · ".into(), covers]));
    el("li")
        .id(source.id.as_str())
        .child(cited(directory, source, link))
        .child(terms)
}
