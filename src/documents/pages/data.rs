//! What can be taken away, and how the map treats boundaries.

use directory::model::{LocalizedText, SourceScope};
use directory::vocabulary::FILES;
use directory::{Directory, Query};
use exports::{csvw, data_package};
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::components::event_calendar::CALENDARS;
use crate::components::lang_name::localized;
use crate::components::list_gap::list_gap;
use crate::documents::completeness_table::completeness_table;
use crate::documents::embeds::embed_link;
use crate::documents::no_translate::no_translate;
use crate::head::describe;
use crate::navigation::use_here;
use crate::site::EventResults;

/// Schemas of files that are made from the data.
const SCHEMAS_OF_EXPORTS: [&str; 4] = [
    "table-members.json",
    "table-contacts.json",
    "table-events.json",
    "popolo.json",
];

/// `/data/`: the files, and how the map treats sensitive cases.
pub fn data_page(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.catalogue;
    let title = move || words.page_title(words.data_title(), network.short_names.get(language));
    describe(title, words.data_description());

    view! {
        <div class="page data-page">
            <h1>{words.data_title()}</h1>
            <p class="lead">{network.purpose.get(language)}</p>
            {files(directory)}
            {formats(directory)}
            {completeness_table(site)}
            {calendars(site)}
            <section>
                <h2>{words.embed_title()}</h2>
                <p>{words.embed_lead()} {list_gap(words)} {embed_link(directory, None)}</p>
            </section>
            {boundaries(directory)}
        </div>
    }
    .into_any()
}

/// The files, and the site as one.
fn files(directory: &'static Directory) -> AnyView {
    let here = use_here();
    let network = &directory.network;
    let words = &directory.catalogue;
    let gap = list_gap(words);
    let version = words.data_version(&network.data_version, &words.date(network.data_date));
    let licence = localized(directory.localized(&network.licence));
    let sources = here.to(Page::Sources(SourceScope::Facts), &Query::default());
    let editions = here.to(Page::Editions, &Query::default());
    let link = |file: &'static str, address: &str| {
        let href = here.file(address);
        view! { <li><a href=href download=true>{no_translate(file)}</a></li> }
    };
    let files = FILES.map(|file| link(file, &format!("data/{file}")));
    let archive = format!("{}.zip", network.id);
    let href = here.file(&archive);
    view! {
        <section>
            <h2>{words.data_take()}</h2>
            <p>
                {version}
                {gap}
                {licence}
                {gap}
                <a href=sources>{words.footer_sources()}</a>
                {gap}
                <a href=editions>{words.edition_all()}</a>
            </p>
            <ul class="files">{files}</ul>
            <p class="files__archive">
                {words.data_whole()}
                {gap}
                <a href=href download=true>{no_translate(archive)}</a>
                {gap}
                {words.data_archive()}
            </p>
        </section>
    }
    .into_any()
}

/// The same data in forms that other programs read.
fn formats(directory: &'static Directory) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let id = &directory.network.id;
    let [workbook, database] = ["xlsx", "sqlite"].map(|ending| format!("{id}.{ending}"));
    let in_language = |name: &str| (here.home_file(name), name.to_owned());
    let of_site = |name: &str| (here.file(name), name.to_owned());
    let formats = [
        (in_language(&workbook), words.formats_workbook()),
        (of_site(&database), words.formats_database()),
        (of_site("popolo.json"), words.formats_popolo()),
        (in_language("members.md"), words.formats_markdown()),
        (of_site(data_package::PATH), words.formats_package()),
        (of_site(csvw::PATH), words.formats_csvw()),
        (of_site("CITATION.cff"), words.formats_citation()),
    ];
    let formats = formats.map(|((href, name), text)| {
        view! {
            <div>
                <dt><a href=href download=true>{no_translate(name)}</a></dt>
                <dd>{text}</dd>
            </div>
        }
    });
    // Of the outlines, which a command writes, there is none.
    let files = FILES.iter().filter(|file| **file != "map.json");
    let files = files.map(|file| (*file).to_owned());
    let tables = SCHEMAS_OF_EXPORTS.map(str::to_owned);
    let schemas = files.chain(tables).map(|file| {
        let path = format!("schemas/{file}");
        let href = here.file(&path);
        view! { <li><a href=href download=true>{no_translate(path)}</a></li> }
    });
    let schemas: Vec<_> = schemas.collect();
    view! {
        <section id="formats">
            <h2>{words.formats_heading()}</h2>
            <dl class="cases">{formats}</dl>
            <p>{words.formats_schemas()}</p>
            <ul class="files">{schemas}</ul>
        </section>
    }
    .into_any()
}

/// Calendars to subscribe to, and feeds for news readers.
fn calendars(site: &'static Site) -> AnyView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let link = |address: &str, name: &str| {
        let (href, name) = (here.home_file(address), name.to_owned());
        view! { <li><a href=href rel="external">{name}</a></li> }
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
        let links: Vec<_> = links.collect();
        view! {
            <div>
                <dt>{facet.label}</dt>
                <dd><ul class="files">{links}</ul></dd>
            </div>
        }
    });
    let parts: Vec<_> = parts.collect();
    view! {
        <section id="calendars">
            <h2>{words.events_calendar_subscribe()}</h2>
            <ul class="files">{whole}</ul>
            <dl class="cases">{parts}</dl>
        </section>
    }
    .into_any()
}

fn boundaries(directory: &'static Directory) -> AnyView {
    let words = &directory.catalogue;
    let gap = list_gap(words);
    let text = |texts: &'static LocalizedText| localized(directory.localized(texts));
    let cases = directory.boundaries.iter().map(|case| {
        view! {
            <div class="case" id=format!("boundary-{}", case.id)>
                <dt>{text(&case.names)}</dt>
                <dd>
                    {text(&case.drawn)}
                    {gap}
                    {text(&case.footnote)}
                    {gap}
                    <small>
                        {text(&case.authority)} {gap}
                        {words.source_as_of(&words.date(case.as_of))}
                    </small>
                </dd>
            </div>
        }
    });
    let cases: Vec<_> = cases.collect();
    view! {
        <section id="boundaries">
            <h2>{words.data_boundaries()}</h2>
            <p>{text(&directory.network.disclaimer)} {gap} {words.data_claims()}</p>
            <dl class="cases">{cases}</dl>
        </section>
    }
    .into_any()
}
