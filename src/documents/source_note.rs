//! Where a fact comes from, one click or key away.

use directory::model::{Localized, Origin, Other, Source, SourceIdx};
use directory::{Directory, PartialDate, Query};

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::components::visually_hidden::visually_hidden;
use crate::markup::{Element, Markup, el};
use crate::navigation::{Here, use_here};

/// A quiet date that opens to the sources of a fact; `about` names the fact
/// for assistive technology.
///
/// What a reader must not miss stands before it, outside: that no stored
/// source confirms the fact, and what other sources say.
pub fn source_note(
    directory: &'static Directory,
    origin: &'static Origin,
    about: &str,
) -> Vec<Element> {
    let here = use_here();
    let words = &directory.catalogue;
    let sources = source_records(directory, &origin.sources);
    let label = origin.as_of.map_or_else(
        || words.source_label().to_owned(),
        |date| words.short_date(date),
    );
    let summary = el("summary")
        .child(visually_hidden(words.source_about(about)))
        .child(label);
    let as_of = origin
        .as_of
        .map(|date| words.source_as_of(&words.date(date)));
    let derived = origin.derived.then_some(words.source_derived());
    let note = origin
        .note
        .as_deref()
        .map(|note| localized(directory.translated(note)));
    let panel = el("div")
        .class("origin__panel")
        .children(as_of.map(|text| el("p").child(text)))
        .children(derived.map(|text| el("p").child(text)))
        .children(note.map(|note| el("p").child(note)))
        .children(
            origin
                .also
                .iter()
                .map(|other| alternative_value(directory, other)),
        )
        .child(
            el("ul").children(
                sources
                    .iter()
                    .map(|source| source_line(directory, here, source)),
            ),
        );

    let mut parts = Vec::new();
    parts.extend(unconfirmed(directory, origin));
    if !origin.also.is_empty() {
        let values: Vec<_> = origin
            .also
            .iter()
            .map(|other| value_of(directory, other).text.into_owned())
            .collect();
        parts.push(doubt(words.source_another(&words.join(&values))));
    }
    parts.push(el("details").class("origin").child(summary).child(panel));
    parts
}

/// Says so where no stored source confirms a fact.
pub fn unconfirmed(directory: &'static Directory, origin: &Origin) -> Option<Element> {
    let sources = source_records(directory, &origin.sources);
    let is_unconfirmed = !sources.is_empty() && sources.iter().all(|source| source.unverified);
    is_unconfirmed.then(|| doubt(directory.catalogue.source_common_knowledge().to_owned()))
}

/// What a reader must not miss about a fact.
pub fn doubt(mark: String) -> Element {
    el("span").class("doubt").child(mark)
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
fn alternative_value(directory: &'static Directory, other: &'static Other) -> Element {
    let sources = source_records(directory, &other.sources);
    let value = value_of(directory, other);
    let mut line = el("p")
        .child(el("b").child(directory.catalogue.source_another_title()))
        .child(directory.catalogue.list_gap())
        .child(localized(value))
        .child(" —");
    for (place, source) in sources.iter().enumerate() {
        line = line
            .child(if place == 0 { " " } else { "; " })
            .child(citation(directory, source, None));
    }
    let note = other.note.as_deref();
    line.children(
        note.into_iter()
            .flat_map(|note| [Markup::from(". "), localized(directory.translated(note))]),
    )
}

/// The title of a source, which is not translated; as `link` where it leads
/// somewhere, and with its publisher.
pub fn citation(
    directory: &'static Directory,
    source: &'static Source,
    link: Option<Element>,
) -> Element {
    // What is known without a source has no title of its own.
    let (text, lang) = if source.unverified {
        (localized(directory.translated(&source.title)), None)
    } else {
        let own = directory.own_language();
        let lang = (own != directory.language()).then_some(own);
        (source.title.as_str().into(), lang)
    };
    let text = match link {
        Some(link) => link.child(text).into(),
        None => text,
    };
    let publisher = source.publisher.as_deref();
    el("bdi")
        .maybe("lang", lang)
        .child(text)
        .children(publisher.map(|publisher| format!(", {publisher}")))
}

fn source_line(directory: &'static Directory, here: Here, source: &'static Source) -> Element {
    let href = link_to(here, source);
    el("li")
        .child(citation(directory, source, Some(el("a").href(href))))
        .child(
            el("span")
                .class("origin__terms")
                .child(localized(directory.translated(&source.terms))),
        )
}

/// The link to what the site says of a source.
pub fn link_to(here: Here, source: &Source) -> String {
    let page = here.to(Page::Sources(source.scope), &Query::default());
    format!("{page}#{}", source.id)
}
