//! Taking a comparison along: its members as rows, its charts as a picture.

use directory::export::notes::ExportNotes;
use directory::export::subset;
use directory::model::MemberIdx;
use directory::snapshot::Part;
use leptos::prelude::*;

use super::export_menu::{ExportMenu, take};
use super::map_export::{Drawn, PictureSubject, save_picture};
use crate::Site;
use crate::browser;
use crate::navigation::use_here;

/// Downloads of those that are `compared`.
#[component]
pub fn CompareExport(site: &'static Site, compared: Memo<Vec<MemberIdx>>) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let trouble = RwSignal::new(None);
    let sentence = move || {
        let language = directory.language();
        let compared = compared.read_untracked();
        let names = compared
            .iter()
            .map(|member| directory[*member].names.get(language).to_owned());
        words.list_named(
            words.compare_title(),
            &words.join(&names.collect::<Vec<_>>()),
        )
    };
    let file_name = move |form: &str| {
        let network = &directory.network;
        format!("{}-compare-{}.{form}", network.id, network.data_date)
    };
    let save = move |form: &'static str, kind: &'static str| {
        let write = move |whole: &str| {
            let compared = compared.read_untracked();
            let ids: Vec<&str> = compared
                .iter()
                .map(|member| directory[*member].id.as_str())
                .collect();
            let rows = subset::rows(whole, &ids);
            let shown = ExportNotes {
                directory,
                sentence: sentence(),
                address: browser::address(),
            };
            let text = if form == "csv" {
                subset::csv(whole, &ids)
            } else {
                let about = shown.about_members(&here.query.read_untracked(), &rows, 0);
                subset::json(&rows, "members", &about)
            };
            browser::download(&file_name(form), kind, &text);
        };
        site.with_part(Part::Sources, move |come| match come {
            Ok(()) if ["svg", "png"].contains(&form) => {
                let shown = PictureSubject {
                    directory,
                    sentence: sentence(),
                    drawn: Drawn::Charts,
                };
                save_picture(&shown, file_name(form), trouble);
            }
            Ok(()) => take(directory, "members", form, trouble, write),
            Err(problem) => trouble.set(Some(problem)),
        });
    };
    let forms = move || {
        let rows = compared.read().len();
        vec![
            (words.export_csv(rows), "csv", "text/csv"),
            (words.export_json(rows), "json", "application/json"),
            (words.compare_slide_svg().to_owned(), "svg", "image/svg+xml"),
            (words.compare_slide_png().to_owned(), "png", "image/png"),
        ]
    };
    view! { <ExportMenu words label=words.export_label() trouble forms save /> }
}
