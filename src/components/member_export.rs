//! Taking away exactly the members that are shown.

use std::sync::Arc;

use directory::export::notes::ExportNotes;
use directory::export::subset;
use directory::sentence::sentence;
use directory::snapshot::Part;
use leptos::prelude::*;

use super::export_menu::{ExportMenu, take};
use super::map_export::{Drawn, PictureSubject, save_picture};
use crate::Site;
use crate::browser;
use crate::navigation::use_here;
use crate::site::Results;

/// Downloads of the members in `results`, with their sources and licences.
/// All of them are written when the site is published, and picked from when
/// asked for.
#[component]
pub fn MemberExport(site: &'static Site, results: Memo<Arc<Results>>) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let trouble = RwSignal::new(None);
    let file_name = move |form: &str| {
        let network = &directory.network;
        format!("{}-{}.{form}", network.id, network.data_date)
    };
    let save_map = move |form: &str| {
        let (query, results) = (here.query.read_untracked(), results.read_untracked());
        let count = results.members.len() + results.former.len();
        let shown = PictureSubject {
            directory,
            sentence: sentence(directory, &query, count).whole,
            drawn: Drawn::Map {
                is_past: results.past_year.is_some(),
            },
        };
        save_picture(&shown, file_name(form), trouble);
    };
    let save = move |form: &'static str, kind: &'static str| {
        // The notes name the sources that the rows of the JSON do.
        let from = if form == "txt" { "json" } else { form };
        let write = move |whole: &str| {
            let (query, results) = (here.query.read_untracked(), results.read_untracked());
            let former = results.former.len();
            let ids = results.members.iter();
            let ids: Vec<&str> = ids.map(|member| directory[*member].id.as_str()).collect();
            let sentence = sentence(directory, &query, ids.len() + former).whole;
            let address = browser::address();
            let shown = ExportNotes {
                directory,
                sentence,
                address,
            };
            let rows = subset::rows(whole, &ids);
            let text = match form {
                "csv" => subset::csv(whole, &ids),
                "json" => {
                    let about = shown.about_members(&query, &rows, former);
                    subset::json(&rows, "members", &about)
                }
                "geojson" => {
                    let about = shown.about_features(&query, &rows, former);
                    subset::geojson(&rows, &about)
                }
                _ => shown.notes_of_members(&query, &rows, former),
            };
            browser::download(&file_name(form), kind, &text);
        };
        // What is said of the sources is a part of the snapshot of its own.
        site.with_part(Part::Sources, move |come| match come {
            Ok(()) if ["svg", "png"].contains(&form) => save_map(form),
            Ok(()) => take(directory, "members", from, trouble, write),
            Err(problem) => trouble.set(Some(problem)),
        });
    };
    let forms = move || {
        let rows = results.read().members.len();
        vec![
            (words.export_csv(rows), "csv", "text/csv"),
            (words.export_json(rows), "json", "application/json"),
            (
                words.export_geojson().to_owned(),
                "geojson",
                "application/geo+json",
            ),
            (words.export_notes().to_owned(), "txt", "text/plain"),
            (words.export_map_svg().to_owned(), "svg", "image/svg+xml"),
            (words.export_map_png().to_owned(), "png", "image/png"),
        ]
    };
    view! { <ExportMenu words label=words.export_label() trouble forms save /> }
}
