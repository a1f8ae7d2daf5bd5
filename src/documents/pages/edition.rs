//! What an edition of the data changed.

use directory::model::{ChangeKind, Edition, FieldChange, FileChanges, RecordChange};
use directory::{Directory, Query};
use exports::edition_text;
use leptos::prelude::*;

use super::editions::as_it_was;
use crate::address::Page;
use crate::components::lang_name::localized;
use crate::documents::no_translate::no_translate;
use crate::head::describe;
use crate::navigation::use_here;

/// `/data/editions/2026.11.28/`: what is otherwise than in the edition before,
/// by file, record and field.
pub fn edition_page(directory: &'static Directory, edition: &'static Edition) -> AnyView {
    let (network, words) = (&directory.network, &directory.catalogue);
    let here = use_here();
    let name = words.editions_name(&edition.version, &words.date(edition.date));
    let short_name = network.short_names.get(directory.language());
    let heading = name.clone();
    describe(
        move || words.page_title(&name, short_name),
        words.editions_description(),
    );
    let notes = network.notes_of(edition);
    let notes = notes.map(|note| view! { <li>{localized(directory.translated(&note.text))}</li> });
    let notes: Vec<_> = notes.collect();
    let changes = edition.changes.iter().flatten();
    let changes = changes.map(|file| file_changes(directory, file));
    let changes: Vec<_> = changes.collect();
    let all = here.to(Page::Editions, &Query::default());
    view! {
        <div class="page data-page edition">
            <h1>{heading}</h1>
            <p class="lead">{edition_text::changes(words, edition)}</p>
            <ul class="notes">{notes}</ul>
            <ul class="files">
                <li>{as_it_was(directory, edition)}</li>
                <li>
                    <a href=all>{words.edition_all()}</a>
                </li>
            </ul>
            {files(directory, edition)}
            {changes}
        </div>
    }
    .into_any()
}

/// The files of the edition, and what it changed as one.
fn files(directory: &'static Directory, edition: &'static Edition) -> AnyView {
    let here = use_here();
    let folder = Page::Edition(edition).path();
    let changes = edition.changes.as_ref().map(|_| "changes.json");
    let names = changes.into_iter().chain(Edition::FILES);
    let files = names.map(|name| {
        let href = here.file(&format!("{folder}{name}"));
        view! { <li><a href=href download=true>{no_translate(name)}</a></li> }
    });
    let files: Vec<_> = files.collect();
    view! {
        <section>
            <h2>{directory.catalogue.editions_files()}</h2>
            <ul class="files">{files}</ul>
        </section>
    }
    .into_any()
}

/// The records of a file that were added, removed and changed.
fn file_changes(directory: &'static Directory, file: &'static FileChanges) -> AnyView {
    let words = &directory.catalogue;
    let records = || file.records.iter();
    let added = records().filter(|record| record.kind == ChangeKind::Added);
    let removed = records().filter(|record| record.kind == ChangeKind::Removed);
    let (added, removed): (Vec<_>, Vec<_>) = (added.collect(), removed.collect());
    let names = |records: Vec<&'static RecordChange>, heading: String| {
        let names = records.iter().map(|record| {
            let name = record_name(directory, &file.file, &record.id);
            view! { <li>{name}</li> }
        });
        let names: Vec<_> = names.collect();
        (!names.is_empty()).then(|| {
            view! {
                <h3>{heading}</h3>
                <ul class="files">{names}</ul>
            }
        })
    };
    let added_heading = words.editions_added(added.len());
    let removed_heading = words.editions_removed(removed.len());
    let changed = records().filter_map(|record| match &record.kind {
        ChangeKind::Changed(fields) => Some((record, fields)),
        ChangeKind::Added | ChangeKind::Removed => None,
    });
    let changed: Vec<_> = changed.collect();
    let changed_heading = words.editions_changed(changed.len());
    let changed = changed.into_iter().map(|(record, fields)| {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| row(words.editions_nothing(), field))
            .collect();
        view! {
            <tbody>
                <tr>
                    <th colspan="3" scope="rowgroup">
                        {record_name(directory, &file.file, &record.id)}
                    </th>
                </tr>
                {fields}
            </tbody>
        }
    });
    let changed: Vec<_> = changed.collect();
    let changed = (!changed.is_empty()).then(|| {
        view! {
            <h3>{changed_heading}</h3>
            <table class="changes">
                <thead>
                    <tr>
                        <th scope="col">{words.editions_field()}</th>
                        <th scope="col">{words.editions_before()}</th>
                        <th scope="col">{words.editions_after()}</th>
                    </tr>
                </thead>
                {changed}
            </table>
        }
    });
    view! {
        <section>
            <h2>{no_translate(file.file.as_str())}</h2>
            {names(added, added_heading)}
            {names(removed, removed_heading)}
            {changed}
        </section>
    }
    .into_any()
}

/// A field with both values; `nothing` where it is missing from an edition.
fn row(nothing: &'static str, field: &'static FieldChange) -> AnyView {
    let [before, after] = field.texts().map(|text| match text {
        Some(text) => view! { <td>{no_translate(text)}</td> }.into_any(),
        None => view! { <td class="changes__nothing">{nothing}</td> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row">{no_translate(field.field.as_str())}</th>
            {before}
            {after}
        </tr>
    }
    .into_any()
}

/// What a record of a file is called, with a link to its page where the
/// directory has one; its id where it knows no more.
fn record_name(directory: &'static Directory, file: &str, id: &'static str) -> AnyView {
    let here = use_here();
    let link = |page, name: AnyView| {
        let href = here.to(page, &Query::default());
        view! { <a href=href>{name}</a> }.into_any()
    };
    let localized = |texts| localized(directory.localized(texts));
    let name = match file {
        "members.json" | "parliaments.json" => {
            let member = id.parse().ok().and_then(|id| directory.member(&id));
            member.map(|member| link(Page::Member(member), localized(&member.names)))
        }
        "events.json" => {
            let event = directory.event(id);
            event.map(|event| link(Page::Event(event), localized(&event.titles)))
        }
        "organisations.json" => {
            let mut organisations = directory.organisations.iter();
            let organisation = organisations.find(|organisation| organisation.id == id);
            organisation.map(|organisation| localized(&organisation.names))
        }
        "sources.json" => {
            let source = directory.sources.iter().find(|source| source.id == id);
            source.map(|source| {
                let page = here.to(Page::Sources(source.scope), &Query::default());
                let href = format!("{page}#{}", source.id);
                view! { <a href=href>{no_translate(source.title.as_str())}</a> }.into_any()
            })
        }
        _ => None,
    };
    name.unwrap_or_else(|| no_translate(id))
}
