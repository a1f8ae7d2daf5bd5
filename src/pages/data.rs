//! Where everything comes from, and under which terms.

use std::collections::BTreeMap;

use domain::Directory;
use domain::directory::{FILES, Source};

use crate::address::use_here;
use crate::components::lang_name::told;
use crate::components::source_note;
use crate::head::describe;
use crate::markup::{Element, Markup, el};

/// `/data/`: the files, the sources by licence, and how the map treats
/// sensitive cases.
pub fn data_page(directory: &'static Directory) -> Markup {
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.words;
    let title = move || words.page_title(words.data_title(), network.short_names.get(language));
    describe(title, words.data_description());

    el("div")
        .class("page data-page")
        .key("data")
        .child(el("h1").child(words.data_title()))
        .child(el("p").class("lead").child(network.purpose.get(language)))
        .child(files(directory))
        .child(boundaries(directory))
        .child(sources(directory))
        .into()
}

/// The files, and the site as one.
fn files(directory: &'static Directory) -> Element {
    let here = use_here();
    let network = &directory.network;
    let words = &directory.words;
    let version = words.data_version(&network.data_version, &words.date(network.data_date));
    let files = FILES.map(|file| {
        let link = el("a")
            .href(here.file(&format!("data/{file}")))
            .flag("download", true);
        el("li").child(link.child(el("bdi").child(file)))
    });
    let archive = format!("{}.zip", network.id);
    let archive = el("a")
        .href(here.file(&archive))
        .flag("download", true)
        .child(archive);
    el("section")
        .child(el("h2").child(words.data_take()))
        .child(
            el("p")
                .child(version)
                .child(" ")
                .child(told(directory.told_of(&network.licence.0))),
        )
        .child(el("ul").class("files").children(files))
        .child(
            el("p")
                .class("files__archive")
                .child(words.data_whole())
                .child(" ")
                .child(archive)
                .child(" ")
                .child(words.data_archive()),
        )
}

fn boundaries(directory: &'static Directory) -> Element {
    let words = &directory.words;
    let cases = directory.boundaries.iter().map(|case| {
        let text = |texts: &'static BTreeMap<String, String>| told(directory.told_of(texts));
        let authority = el("small").child(text(&case.authority));
        el("div")
            .class("case")
            .id(format!("boundary-{}", case.id))
            .child(el("dt").child(text(&case.names)))
            .child(
                el("dd")
                    .child(text(&case.drawn))
                    .child(" ")
                    .child(text(&case.footnote))
                    .child(" ")
                    .child(authority),
            )
    });
    el("section")
        .id("boundaries")
        .child(el("h2").child(words.data_boundaries()))
        .child(el("p").child(told(directory.told_of(&directory.network.disclaimer.0))))
        .child(el("dl").class("cases").children(cases))
}

fn sources(directory: &'static Directory) -> Element {
    let mut licences: Vec<&str> = Vec::new();
    for source in &directory.sources {
        if let Err(place) = licences.binary_search(&source.licence.as_str()) {
            licences.insert(place, &source.licence);
        }
    }
    let sections = licences.into_iter().map(|licence| {
        let sources = directory
            .sources
            .iter()
            .filter(|source| source.licence == licence);
        el("section")
            .child(el("h3").child(directory.words.licence(licence)))
            .child(
                el("ul")
                    .class("sources")
                    .children(sources.map(|source| entry(directory, source))),
            )
    });
    el("section")
        .child(el("h2").child(directory.words.data_sources()))
        .children(sections)
}

fn entry(directory: &'static Directory, source: &'static Source) -> Element {
    let words = &directory.words;
    let title = source_note::title(directory, source);
    // Addresses are links only where they can be followed safely.
    let safe = |url: &&str| url.starts_with("https://") && !url.contains(' ');
    let title: Markup = match source.url.as_deref().filter(safe) {
        Some(url) => el("a")
            .href(url)
            .attr("rel", "noopener noreferrer")
            .child(title)
            .into(),
        None => title.into(),
    };
    let covers = source.covers.as_deref();
    let covers = covers.map(|covers| told(directory.told(covers)));
    let retrieved = words.data_retrieved(&words.date(source.retrieved));
    let terms = el("span")
        .class("sources__terms")
        .child(told(directory.told(&source.terms)))
        .child(" · ")
        .child(retrieved)
        .children(covers.map(|covers| el("span").child(" · ").child(covers)));
    el("li")
        .id(source.id.as_str())
        .child(title)
        .child(
            source
                .publisher
                .as_deref()
                .map(|publisher| format!(", {publisher}")),
        )
        .child(terms)
}
