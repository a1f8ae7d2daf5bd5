//! What stands around a picture.

use directory::model::{Origin, SourceIdx};
use directory::{Directory, PartialDate, SortedSet};
use leptos::prelude::*;

use super::table::{Table, table};
use crate::documents::source_note::{citation, link_to};
use crate::navigation::use_here;

/// A picture with all that belongs to it.
pub struct Figure<'a> {
    /// By which an address names it.
    pub id: &'static str,
    /// What it is called.
    pub title: &'a str,
    /// What it shows, in a sentence made from the figures.
    pub text: AnyView,
    /// The picture; none where the table is it.
    pub picture: Option<AnyView>,
    /// Whether the table is unfolded only when a reader asks for it.
    pub is_folded: bool,
    /// The same in rows.
    pub table: Table,
    /// Where each fact comes from that it shows.
    pub origins: Vec<&'static Origin>,
}

/// Draws it.
pub fn figure(directory: &'static Directory, figure: Figure) -> AnyView {
    let words = &directory.catalogue;
    let table = table(figure.table);
    let table = if figure.is_folded {
        view! {
            <details>
                <summary>{words.insights_as_table()}</summary>
                {table}
            </details>
        }
        .into_any()
    } else {
        table
    };
    view! {
        <section class="insight" id=figure.id>
            <h2>{figure.title}</h2>
            <p>{figure.text}</p>
            {figure.picture}
            {table}
            {sources(directory, &figure.origins)}
        </section>
    }
    .into_any()
}

/// The same of facts; nothing where none of them is on record.
pub fn figure_of_facts(directory: &'static Directory, of_facts: Figure) -> Option<AnyView> {
    (!of_facts.origins.is_empty()).then(|| figure(directory, of_facts))
}

/// Whose facts they are, those of which most come first, and of when.
fn sources(directory: &'static Directory, origins: &[&'static Origin]) -> Option<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let of = |source: SourceIdx| {
        let all = origins.iter().flat_map(|origin| &origin.sources);
        all.filter(|other| **other == source).count()
    };
    let named = origins.iter().flat_map(|origin| &origin.sources).copied();
    let named: SortedSet<SourceIdx> = named.collect();
    let mut named: Vec<_> = named.iter().map(|source| (of(*source), *source)).collect();
    named.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let count = words.number(named.len());
    let dates: SortedSet<PartialDate> = origins.iter().filter_map(|origin| origin.as_of).collect();
    let dates: Vec<_> = dates.iter().collect();
    let summary = match dates[..] {
        [first, .., last] => {
            words.insights_sources_of(&count, &words.short_date(*first), &words.short_date(*last))
        }
        _ => words.insights_sources(&count),
    };
    let lines = named.iter().map(|(_, source)| {
        let source = &directory[*source];
        view! { <li>{citation(directory, source, Some(link_to(here, source)))}</li> }
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details class="insight__sources">
                <summary>{summary}</summary>
                <ul class="notes">{lines}</ul>
            </details>
        }
        .into_any()
    })
}
