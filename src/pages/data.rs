//! Where everything comes from, and under which terms.

use domain::directory::{FILES, Source};
use domain::labels::licence_label;
use domain::words::date_in_words;
use domain::{Directory, Ordered};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::address::use_here;

/// `/data/`: the files, the sources by licence, and how the map treats
/// sensitive cases.
#[component]
pub fn DataPage(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
) -> impl IntoView {
    let here = use_here();
    let network = &directory.network;
    let language = directory.language();
    let version = format!(
        "Version {}, facts gathered on {}.",
        network.data_version,
        date_in_words(network.data_date),
    );
    let files = FILES.map(|file| {
        let href = move || here.file(&format!("data/{file}"));
        view! { <li><a href=href download>{file}</a></li> }
    });
    let licences: Ordered<&str> = directory
        .sources
        .iter()
        .map(|source| source.licence.as_str())
        .collect();
    let licences = licences.iter().map(|&licence| {
        let sources = directory.sources.iter().filter(move |source| source.licence == licence);
        view! {
            <section>
                <h3>{licence_label(licence)}</h3>
                <ul class="sources">{sources.map(|source| view! { <SourceEntry source /> }).collect_view()}</ul>
            </section>
        }
    });
    let cases = directory.boundaries.iter().map(|case| {
        let text = |names: &'static std::collections::BTreeMap<String, String>| {
            names.get(language).map(String::as_str).unwrap_or_default()
        };
        view! {
            <div class="case" id=format!("boundary-{}", case.id)>
                <dt>{text(&case.names)}</dt>
                <dd>{text(&case.drawn)} " " {text(&case.footnote)} <small>{text(&case.authority)}</small></dd>
            </div>
        }
    });

    view! {
        <Title text=format!("Data and sources – {}", network.short_names.get(language)) />
        <div class="page data-page">
            <h1>"Data and sources"</h1>
            <p class="lead">{network.purpose.get(language)}</p>
            <section>
                <h2>"Take the data"</h2>
                <p>{version} " " {network.licence.get(language)}</p>
                <ul class="files">{files.collect_view()}</ul>
            </section>
            <section id="boundaries">
                <h2>"Boundaries and names"</h2>
                <p>{network.disclaimer.get(language)}</p>
                <dl class="cases">{cases.collect_view()}</dl>
            </section>
            <section>
                <h2>"Sources"</h2>
                {licences.collect_view()}
            </section>
        </div>
    }
    .into_any()
}

#[component]
fn SourceEntry(source: &'static Source) -> impl IntoView {
    let title = source.title.as_str();
    // Addresses are links only where they can be followed safely.
    let title = match source
        .url
        .as_deref()
        .filter(|url| url.starts_with("https://") && !url.contains(' '))
    {
        Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
        None => title.into_any(),
    };

    view! {
        <li id=source.id.as_str()>
            {title}
            {source.publisher.as_deref().map(|publisher| format!(", {publisher}"))}
            <span class="sources__terms">
                {source.terms.as_str()} " · retrieved " {date_in_words(source.retrieved)}
                {source.covers.as_deref().map(|covers| format!(" · {covers}"))}
            </span>
        </li>
    }
}
