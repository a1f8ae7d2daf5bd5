//! Where a fact comes from, one click or key away.

use directory::model::{Localized, Origin, Other, Source, SourceIdx};
use directory::{Directory, PartialDate, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::components::list_gap::list_gap;
use crate::components::visually_hidden::visually_hidden;
use crate::navigation::{Here, use_here};

/// A quiet date that opens to the sources of a fact; `about` names the fact
/// for assistive technology.
///
/// What a reader must not miss stands before it, outside: that no stored
/// source confirms the fact, and what other sources say.
pub fn source_note(directory: &'static Directory, origin: &'static Origin, about: &str) -> AnyView {
    let words = &directory.catalogue;
    let values = origin.also.iter();
    let values = values.map(|other| value_of(directory, other).text.into_owned());
    let values: Vec<_> = values.collect();
    let another = (!values.is_empty()).then(|| doubt(words.source_another(&words.join(&values))));
    let label = origin.as_of.map_or_else(
        || words.source_label().to_owned(),
        |date| words.short_date(date),
    );
    view! {
        {unconfirmed(directory, origin)}
        {another}
        <details class="origin">
            <summary>
                {visually_hidden(words.source_about(about))}
                {label}
            </summary>
            {panel(directory, origin)}
        </details>
    }
    .into_any()
}

/// What opens: how the fact is known, what other sources say, and its sources.
fn panel(directory: &'static Directory, origin: &'static Origin) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let as_of = origin
        .as_of
        .map(|date| words.source_as_of(&words.date(date)));
    let derived = origin.derived.then_some(words.source_derived());
    let note = origin.note.as_deref();
    let note = note.map(|note| localized(directory.translated(note)));
    let alternatives = origin.also.iter();
    let alternatives: Vec<_> = alternatives
        .map(|other| alternative_value(directory, other))
        .collect();
    let sources = source_records(directory, &origin.sources).into_iter();
    let sources: Vec<_> = sources
        .map(|source| source_line(directory, here, source))
        .collect();
    view! {
        <div class="origin__panel">
            {as_of.map(|text| view! { <p>{text}</p> })}
            {derived.map(|text| view! { <p>{text}</p> })}
            {note.map(|note| view! { <p>{note}</p> })}
            {alternatives}
            <ul>{sources}</ul>
        </div>
    }
    .into_any()
}

/// Says so where no stored source confirms a fact.
pub fn unconfirmed(directory: &'static Directory, origin: &Origin) -> Option<AnyView> {
    let sources = source_records(directory, &origin.sources);
    let is_unconfirmed = !sources.is_empty() && sources.iter().all(|source| source.unverified);
    is_unconfirmed.then(|| doubt(directory.catalogue.source_common_knowledge().to_owned()))
}

/// What a reader must not miss about a fact.
pub fn doubt(mark: String) -> AnyView {
    view! { <span class="doubt">{mark}</span> }.into_any()
}

/// The records of these sources.
fn source_records(directory: &'static Directory, sources: &[SourceIdx]) -> Vec<&'static Source> {
    let sources = sources.iter();
    let sources = sources.filter_map(|source| directory.sources.get(source.get()));
    sources.collect()
}

/// What another source says, for the reader; dates as the language writes them.
fn value_of(directory: &'static Directory, other: &'static Other) -> Localized<'static> {
    let date = other.value.parse::<PartialDate>();
    match date {
        Ok(date) if date.month().is_some() => Localized {
            text: directory.catalogue.date(date).into(),
            lang: None,
        },
        _ => directory.translated(&other.value),
    }
}

/// What other sources say instead.
fn alternative_value(directory: &'static Directory, other: &'static Other) -> AnyView {
    let words = &directory.catalogue;
    let sources = source_records(directory, &other.sources).into_iter();
    let sources = sources.enumerate().map(|(place, source)| {
        let gap = if place == 0 { " " } else { "; " };
        (gap, citation(directory, source, None))
    });
    let sources: Vec<_> = sources.collect();
    let note = other.note.as_deref();
    let note = note.map(|note| (". ", localized(directory.translated(note))));
    view! {
        <p>
            <b>{words.source_another_title()}</b>
            {list_gap(words)}
            {localized(value_of(directory, other))}
            " —"
            {sources}
            {note}
        </p>
    }
    .into_any()
}

/// The title of a source, which is not translated, and its publisher; the
/// title leads to `address`, if there is one.
pub fn citation(
    directory: &'static Directory,
    source: &'static Source,
    address: Option<String>,
) -> AnyView {
    // What is known without a source has no title of its own.
    let (title, lang) = if source.unverified {
        (localized(directory.translated(&source.title)), None)
    } else {
        let own = directory.own_language();
        let lang = (own != directory.language()).then_some(own);
        (source.title.as_str().into_any(), lang)
    };
    let title = match address {
        Some(address) => {
            let is_elsewhere = address.starts_with("https://");
            let rel = is_elsewhere.then_some("noopener noreferrer");
            view! { <a href=address rel=rel>{title}</a> }.into_any()
        }
        None => title,
    };
    let publisher = source.publisher.as_deref();
    let publisher = publisher.map(|publisher| format!(", {publisher}"));
    view! { <bdi lang=lang>{title}{publisher}</bdi> }.into_any()
}

fn source_line(directory: &'static Directory, here: Here, source: &'static Source) -> AnyView {
    let terms = localized(directory.translated(&source.terms));
    view! {
        <li>
            {citation(directory, source, Some(link_to(here, source)))}
            <span class="origin__terms">{terms}</span>
        </li>
    }
    .into_any()
}

/// The link to what the site says of a source.
pub fn link_to(here: Here, source: &Source) -> String {
    let page = here.to(Page::Sources(source.scope), &Query::default());
    format!("{page}#{}", source.id)
}
