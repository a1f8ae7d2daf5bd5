//! Where everything comes from, and under which terms.

use std::collections::BTreeMap;

use domain::Directory;
use domain::directory::{FILES, Source};
use domain::labels::licence_label;
use domain::words::date_in_words;

use crate::address::use_here;
use crate::head::describe;
use crate::markup::{Element, Markup, el};

/// `/data/`: the files, the sources by licence, and how the map treats
/// sensitive cases.
pub fn data_page(directory: &'static Directory) -> Markup {
    let network = &directory.network;
    let language = directory.language();
    let title = move || format!("Data and sources – {}", network.short_names.get(language));
    describe(
        title,
        "The files, the sources by licence, and how the map treats boundaries.",
    );

    el("div")
        .class("page data-page")
        .key("data")
        .child(el("h1").child("Data and sources"))
        .child(el("p").class("lead").child(network.purpose.get(language)))
        .child(files(directory))
        .child(boundaries(directory))
        .child(sources(directory))
        .into()
}

/// How to read the archive.
const ARCHIVE: &str = ". Unpack it and show its folder with any file server, such as \
    “python3 -m http.server”.";

/// The files, and the site as one.
fn files(directory: &'static Directory) -> Element {
    let here = use_here();
    let network = &directory.network;
    let version = format!(
        "Version {}, facts gathered on {}. {}",
        network.data_version,
        date_in_words(network.data_date),
        network.licence.get(directory.language()),
    );
    let files = FILES.map(|file| {
        let link = el("a")
            .href(here.file(&format!("data/{file}")))
            .flag("download", true);
        el("li").child(link.child(file))
    });
    let archive = format!("{}.zip", network.id);
    let archive = el("a")
        .href(here.file(&archive))
        .flag("download", true)
        .child(archive);
    el("section")
        .child(el("h2").child("Take the data"))
        .child(el("p").child(version))
        .child(el("ul").class("files").children(files))
        .child(
            el("p")
                .class("files__archive")
                .child("Take the whole site with you: ")
                .child(archive)
                .child(ARCHIVE),
        )
}

fn boundaries(directory: &'static Directory) -> Element {
    let language = directory.language();
    let cases = directory.boundaries.iter().map(|case| {
        let text = |texts: &'static BTreeMap<String, String>| {
            texts.get(language).map(String::as_str).unwrap_or_default()
        };
        let drawn = format!("{} {} ", text(&case.drawn), text(&case.footnote));
        let authority = el("small").child(text(&case.authority));
        el("div")
            .class("case")
            .id(format!("boundary-{}", case.id))
            .child(el("dt").child(text(&case.names)))
            .child(el("dd").child(drawn).child(authority))
    });
    el("section")
        .id("boundaries")
        .child(el("h2").child("Boundaries and names"))
        .child(el("p").child(directory.network.disclaimer.get(language)))
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
            .child(el("h3").child(licence_label(licence).to_owned()))
            .child(el("ul").class("sources").children(sources.map(entry)))
    });
    el("section")
        .child(el("h2").child("Sources"))
        .children(sections)
}

fn entry(source: &'static Source) -> Element {
    let title = source.title.as_str();
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
    let covers = source
        .covers
        .as_deref()
        .map(|covers| format!(" · {covers}"));
    let terms = format!(
        "{} · retrieved {}{}",
        source.terms,
        date_in_words(source.retrieved),
        covers.unwrap_or_default(),
    );
    el("li")
        .id(source.id.as_str())
        .child(title)
        .child(
            source
                .publisher
                .as_deref()
                .map(|publisher| format!(", {publisher}")),
        )
        .child(el("span").class("sources__terms").child(terms))
}
