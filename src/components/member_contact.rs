//! How to reach a parliament, as far as it is known.

use domain::Directory;
use domain::directory::{Member, Website};
use leptos::prelude::*;

use super::source_note::SourceNote;

/// Lists checked before this year are too old for their addresses to be
/// offered as links: domains pass into other hands.
const LINKED_SINCE: u16 = 2018;

/// The sites of a parliament, and where to report an error.
#[component]
pub fn MemberContact(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// Whose parliament.
    member: &'static Member,
) -> impl IntoView {
    let websites = member
        .parliament
        .iter()
        .flat_map(|parliament| &parliament.websites);
    let websites = websites
        .map(|website| view! { <WebsiteLine directory website /> })
        .collect::<Vec<_>>();
    let none = websites.is_empty();
    let report = directory.network.report.as_deref().map(|report| {
        view! { <p class="panel__foot"><a href=report rel="noopener">"Report an error"</a></p> }
    });

    view! {
        <section class="panel">
            <h2>"Contact"</h2>
            {none.then(|| view! { <p class="missing">"No website on record."</p> })}
            <ul class="websites">{websites}</ul>
            {report}
        </section>
    }
}

#[component]
fn WebsiteLine(directory: &'static Directory, website: &'static Website) -> impl IntoView {
    let url = website.url.as_str();
    let shown = url.trim_start_matches("https://").trim_end_matches('/');
    let checked = website.origin.as_of;
    let old = checked.filter(|date| date.year() < LINKED_SINCE);
    let address = match old {
        Some(date) => view! {
            <span class="websites__old">{shown}</span>
            <span class="doubt">{format!("not checked since {}", date.year())}</span>
        }
        .into_any(),
        None => view! { <a href=url rel="noopener noreferrer">{shown}</a> }.into_any(),
    };
    let of = website
        .chamber
        .map(|kind| kind.label().to_ascii_lowercase());
    let detail = of.map_or_else(|| "listed".to_owned(), |of| format!("{of} · listed"));

    view! {
        <li>
            {address}
            <span class="websites__detail">{detail} " " <SourceNote directory origin=&website.origin about="Website" /></span>
        </li>
    }
}
