//! The menu that tells how the page is cited; what writes it is a part of the
//! program of its own.

use directory::citation::{CitedPage, Record, Style};
use directory::{Directory, Query};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::icon::Icon;
use crate::browser;
use crate::dynamic::dynamic;
use crate::navigation::{Here, use_here};

/// The page in the words of each style guide, and as each record.
#[derive(Debug, Clone)]
struct Citation {
    texts: [String; 3],
    records: [String; 3],
}

/// How the page is cited that is read: written when the menu is opened.
#[component]
pub fn CiteMenu(directory: &'static Directory) -> impl IntoView {
    let words = &directory.catalogue;
    let here = use_here();
    let citation = RwSignal::new(None::<Result<Citation, String>>);
    let is_open = RwSignal::new(false);
    browser::effect(move || {
        // Another view is cited otherwise.
        here.path.track();
        here.query.track();
        if is_open.get() {
            let address = permanent(browser::address(), directory, here);
            spawn_local(async move { citation.set(Some(cite(directory, address).await)) });
        }
    });
    let texts = move || {
        let citation = citation.get()?.ok()?;
        let rows = Style::ALL.into_iter().zip(citation.texts);
        let rows = rows.map(|(style, text)| {
            let copied = text.clone();
            let copy = move |_| {
                browser::copy(words, copied.clone(), words.contact_copied().to_owned());
            };
            view! {
                <dt>{style.name()}</dt>
                <dd>
                    <p dir="auto">{text}</p>
                    <button type="button" class="button" on:click=copy>
                        {words.contact_copy(style.name())}
                    </button>
                </dd>
            }
        });
        Some(rows.collect_view())
    };
    let records = move || {
        let citation = citation.get()?.ok()?;
        let buttons = Record::ALL.into_iter().zip(citation.records);
        let buttons = buttons.map(|(record, text)| {
            let (name, ending, media_type) = record.form();
            let file = format!("{}-citation.{ending}", directory.network.id);
            view! {
                <button
                    type="button"
                    class="button"
                    on:click=move |_| browser::download(&file, media_type, &text)
                >
                    {Icon::Download.view()}
                    {name}
                </button>
            }
        });
        Some(buttons.collect_view())
    };
    let problem = move || citation.get()?.err();
    view! {
        <details
            class="menu cite"
            name="menus"
            data-needs="program"
            on:toggle=move |event| is_open.set(browser::is_open(&event))
        >
            <summary class="button">{words.cite_label()}</summary>
            <div class="menu__panel menu__panel--up menu__panel--end">
                <dl>{dynamic(texts)}</dl>
                <p>{dynamic(records)}</p>
                <p role="alert">{dynamic(problem)}</p>
            </div>
        </details>
    }
}

/// The `address` of the page with the edition that is read, where that can be
/// shown again when there are newer ones.
fn permanent(address: String, directory: &'static Directory, here: Here) -> String {
    if !here.is_kept_in_editions() || !here.query.read().edition.is_empty() {
        return address;
    }
    let edition = Query::default().with_edition(&directory.network.data_version);
    let gap = if address.contains('?') { '&' } else { '?' };
    format!("{address}{gap}{edition}")
}

/// Has the citation of the page at this address written; else says why it cannot
/// be.
async fn cite(directory: &'static Directory, address: String) -> Result<Citation, String> {
    let words = &directory.catalogue;
    let part = browser::program_part_or_problem(words, "citation").await;
    part.map_err(|problem| problem.sentence)?;
    let site = words.page_title("", directory.network.short_names.get(directory.language()));
    let title = browser::title();
    let title = title.strip_suffix(&site).unwrap_or(&title).to_owned();
    let written = write(directory, title, address).await;
    written.map_err(|_| words.problem_altered("citation"))
}

/// The part of the program: cites the page of this title and address.
#[wasm_split(citation, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn write(
    directory: &'static Directory,
    title: String,
    address: String,
) -> Result<Citation, SplitLoaderError> {
    let page = CitedPage {
        directory,
        title: &title,
        address: &address,
        read: browser::today().unwrap_or(directory.network.data_date),
    };
    Ok(Citation {
        texts: Style::ALL.map(|style| page.in_style(style)),
        records: Record::ALL.map(|record| page.as_record(record)),
    })
}
