//! Where a fact comes from, one click or key away.

use domain::directory::{Origin, Source};
use domain::words::{date_in_words, month_in_words};
use domain::{Directory, Query};
use leptos::prelude::*;

use crate::address::{Page, use_here};

/// A quiet date that opens to the sources of a fact.
///
/// What a reader must not miss stands outside: that no stored source confirms
/// the fact, and what other sources say.
#[component]
pub fn SourceNote(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// Where the fact comes from.
    origin: &'static Origin,
    /// What the fact is about, for assistive technology: `Seats`.
    about: &'static str,
) -> impl IntoView {
    let sources = || {
        origin
            .sources
            .iter()
            .filter_map(|place| directory.sources.get(*place))
    };
    let unverified = sources().next().is_some() && sources().all(|source| source.unverified);
    let label = origin
        .as_of
        .map_or_else(|| "source".to_owned(), month_in_words);
    let also = origin.also.iter().map(|other| {
        let named = other
            .sources
            .iter()
            .filter_map(|place| directory.sources.get(*place));
        let named = named
            .map(|source| source.title.as_str())
            .collect::<Vec<_>>()
            .join("; ");
        view! {
            <p>
                <b>"Another source: "</b> {other.value.as_str()} " — " {named}
                {other.note.as_deref().map(|note| format!(". {note}"))}
            </p>
        }
    });
    let outside = [
        unverified.then(|| "on common knowledge".to_owned()),
        (!origin.also.is_empty()).then(|| {
            let values = origin.also.iter().map(|other| other.value.as_str());
            format!("another source: {}", values.collect::<Vec<_>>().join(", "))
        }),
    ];
    let outside = outside
        .into_iter()
        .flatten()
        .map(|mark| view! { <span class="doubt">{mark}</span> });

    view! {
        {outside.collect_view()}
        <details class="origin">
            <summary>
                <span class="visually-hidden">{format!("Source of {about}: ")}</span>
                {label}
            </summary>
            <div class="origin__panel">
                {origin.as_of.map(|date| view! { <p>{format!("As of {}.", date_in_words(date))}</p> })}
                {origin.derived.then(|| view! { <p>"Worked out from the sources below."</p> })}
                {origin.note.as_deref().map(|note| view! { <p>{note}</p> })}
                {also.collect_view()}
                <ul>{sources().map(|source| view! { <SourceLine source /> }).collect_view()}</ul>
            </div>
        </details>
    }
}

#[component]
fn SourceLine(source: &'static Source) -> impl IntoView {
    let here = use_here();
    let href = move || format!("{}#{}", here.to(Page::Data, &Query::default()), source.id);

    view! {
        <li>
            <a href=href>{source.title.as_str()}</a>
            {source.publisher.as_deref().map(|publisher| format!(", {publisher}"))}
            <span class="origin__terms">{source.terms.as_str()}</span>
        </li>
    }
}
