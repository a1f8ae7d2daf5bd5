//! What can be taken away, and how the map treats boundaries.

use directory::model::{LocalizedText, SourceScope};
use directory::vocabulary::FILES;
use directory::{Directory, Query};

use crate::Site;
use crate::address::Page;
use crate::components::event_calendar::CALENDARS;
use crate::components::lang_name::{localized, no_translate};
use crate::head::describe;
use crate::markup::{Element, Markup, el};
use crate::navigation::use_here;
use crate::site::EventResults;

/// `/data/`: the files, and how the map treats sensitive cases.
pub fn data_page(site: &'static Site) -> Markup {
    let directory = site.directory;
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.catalogue;
    let title = move || words.page_title(words.data_title(), network.short_names.get(language));
    describe(title, words.data_description());

    el("div")
        .class("page data-page")
        .key("data")
        .child(el("h1").child(words.data_title()))
        .child(el("p").class("lead").child(network.purpose.get(language)))
        .child(files(directory))
        .child(calendars(site))
        .child(boundaries(directory))
        .into()
}

/// The files, and the site as one.
fn files(directory: &'static Directory) -> Element {
    let here = use_here();
    let network = &directory.network;
    let words = &directory.catalogue;
    let version = words.data_version(&network.data_version, &words.date(network.data_date));
    let files = FILES.map(|file| {
        let link = el("a")
            .href(here.file(&format!("data/{file}")))
            .flag("download", true);
        el("li").child(link.child(no_translate(file)))
    });
    let archive = format!("{}.zip", network.id);
    let archive = el("a")
        .href(here.file(&archive))
        .flag("download", true)
        .child(no_translate(archive));
    el("section")
        .child(el("h2").child(words.data_take()))
        .child(
            el("p")
                .child(version)
                .child(words.list_gap())
                .child(localized(directory.localized(&network.licence)))
                .child(words.list_gap())
                .child(
                    el("a")
                        .href(here.to(Page::Sources(SourceScope::Facts), &Query::default()))
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

/// Calendars to subscribe to, and feeds for news readers.
fn calendars(site: &'static Site) -> Element {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let link = |address: &str, name: &str| {
        let link = el("a")
            .href(here.home_file(address))
            .attr("rel", "external");
        el("li").child(link.child(name.to_owned()))
    };
    let network = directory.network.short_names.get(directory.language());
    let whole = [
        ("calendars/all.ics", words.events_calendar_all()),
        ("calendars/upcoming.ics", words.events_calendar_upcoming()),
        ("feeds/events.atom", words.events_feed()),
        ("feeds/changes.atom", &words.calendar_changes(network)),
    ];
    let whole = whole.map(|(address, name)| link(address, name));
    let facets = site.event_facets(&Query::default(), &EventResults::default());
    let facets = facets.into_iter();
    let parts = facets.filter(|facet| CALENDARS.contains(&facet.id));
    let parts = parts.map(|facet| {
        let links = facet.options.iter().map(|option| {
            let folder = facet.id.facet().parameter;
            let address = format!("calendars/{folder}/{}.ics", option.value);
            link(&address, &option.label)
        });
        el("div")
            .child(el("dt").child(facet.label.clone()))
            .child(el("dd").child(el("ul").class("files").children(links)))
    });
    el("section")
        .id("calendars")
        .child(el("h2").child(words.events_calendar_subscribe()))
        .child(el("ul").class("files").children(whole))
        .child(el("dl").class("cases").children(parts))
}

fn boundaries(directory: &'static Directory) -> Element {
    let words = &directory.catalogue;
    let cases = directory.boundaries.iter().map(|case| {
        let text = |texts: &'static LocalizedText| localized(directory.localized(texts));
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
        .child(el("p").child(localized(
            directory.localized(&directory.network.disclaimer),
        )))
        .child(el("dl").class("cases").children(cases))
}
