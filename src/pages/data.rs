//! What can be taken away, and how the map treats boundaries.

use std::collections::BTreeMap;

use domain::directory::FILES;
use domain::{Directory, Query};

use crate::address::{Page, use_here};
use crate::components::lang_name::{told, verbatim};
use crate::head::describe;
use crate::markup::{Element, Markup, el};

/// `/data/`: the files, and how the map treats sensitive cases.
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
        el("li").child(link.child(verbatim(file)))
    });
    let archive = format!("{}.zip", network.id);
    let archive = el("a")
        .href(here.file(&archive))
        .flag("download", true)
        .child(verbatim(archive));
    el("section")
        .child(el("h2").child(words.data_take()))
        .child(
            el("p")
                .child(version)
                .child(words.list_gap())
                .child(told(directory.told_of(&network.licence.0)))
                .child(words.list_gap())
                .child(
                    el("a")
                        .href(here.to(Page::Sources { of_events: false }, &Query::default()))
                        .child(words.footer_sources()),
                ),
        )
        .child(el("ul").class("files").children(files))
        .child(
            el("p")
                .class("files__archive")
                .child(words.data_whole())
                .child(words.list_gap())
                .child(archive)
                .child(words.list_gap())
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
                    .child(words.list_gap())
                    .child(text(&case.footnote))
                    .child(words.list_gap())
                    .child(authority),
            )
    });
    el("section")
        .id("boundaries")
        .child(el("h2").child(words.data_boundaries()))
        .child(el("p").child(told(directory.told_of(&directory.network.disclaimer.0))))
        .child(el("dl").class("cases").children(cases))
}
