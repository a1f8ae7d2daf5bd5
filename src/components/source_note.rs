//! Where a fact comes from, one click or key away.

use domain::directory::{Origin, Other, Source};
use domain::words::{date_in_words, month_in_words};
use domain::{Directory, Query};

use super::spoken::spoken;
use crate::address::{Here, Page, use_here};
use crate::markup::{Element, el};

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
    let sources = named(directory, &origin.sources);
    let label = origin
        .as_of
        .map_or_else(|| "source".to_owned(), month_in_words);
    let summary = el("summary")
        .child(spoken(format!("Source of {about}: ")))
        .child(label);
    let as_of = origin
        .as_of
        .map(|date| format!("As of {}.", date_in_words(date)));
    let derived = origin
        .derived
        .then_some("Worked out from the sources below.");
    let panel = el("div")
        .class("origin__panel")
        .children(as_of.map(|text| el("p").child(text)))
        .children(derived.map(|text| el("p").child(text)))
        .children(origin.note.as_deref().map(|note| el("p").child(note)))
        .children(origin.also.iter().map(|other| another(directory, other)))
        .child(el("ul").children(sources.iter().map(|source| source_line(here, source))));

    let mut parts = Vec::new();
    if !sources.is_empty() && sources.iter().all(|source| source.unverified) {
        parts.push(doubt("on common knowledge".to_owned()));
    }
    if !origin.also.is_empty() {
        let values: Vec<_> = origin
            .also
            .iter()
            .map(|other| other.value.as_str())
            .collect();
        parts.push(doubt(format!("another source: {}", values.join(", "))));
    }
    parts.push(el("details").class("origin").child(summary).child(panel));
    parts
}

/// What a reader must not miss about a fact.
pub fn doubt(mark: String) -> Element {
    el("span").class("doubt").child(mark)
}

/// The sources at these places of the directory.
fn named(directory: &'static Directory, places: &[usize]) -> Vec<&'static Source> {
    let sources = places
        .iter()
        .filter_map(|place| directory.sources.get(*place));
    sources.collect()
}

/// What other sources say instead.
fn another(directory: &'static Directory, other: &'static Other) -> Element {
    let sources = named(directory, &other.sources);
    let titles: Vec<_> = sources.iter().map(|source| source.title.as_str()).collect();
    let note = other.note.as_deref().map(|note| format!(". {note}"));
    el("p")
        .child(el("b").child("Another source: "))
        .child(format!(
            " {} — {}{}",
            other.value,
            titles.join("; "),
            note.unwrap_or_default()
        ))
}

fn source_line(here: Here, source: &'static Source) -> Element {
    let href = format!("{}#{}", here.to(Page::Data, &Query::default()), source.id);
    el("li")
        .child(el("a").href(href).child(source.title.as_str()))
        .child(
            source
                .publisher
                .as_deref()
                .map(|publisher| format!(", {publisher}")),
        )
        .child(
            el("span")
                .class("origin__terms")
                .child(source.terms.as_str()),
        )
}
