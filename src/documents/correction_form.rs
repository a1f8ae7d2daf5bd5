//! What is published about a member, to be checked line by line.

use directory::Directory;
use directory::model::Member;
use editing::correction_form::{FormLine, lines};
use leptos::prelude::*;

use super::no_translate::no_translate;
use crate::components::list_gap::list_gap;
use crate::navigation::use_here;

/// The form: hidden until an address leads to it, so that it needs no
/// program; printed alone where it is shown.
pub fn correction_form(directory: &'static Directory, member: &'static Member) -> AnyView {
    let here = use_here();
    let (network, words) = (&directory.network, &directory.catalogue);
    let name = member.names.get(directory.language());
    let heads = [
        words.sheet_field(),
        words.sheet_published(),
        words.sheet_as_of(),
        words.sheet_correction(),
    ];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let rows = lines(directory, member).into_iter().map(row);
    let rows: Vec<_> = rows.collect();
    let file = here.home_file(&format!("members/{}/sheet.csv", member.slug));
    let file_name = format!("{}-{}-sheet.csv", network.id, member.slug);
    let report = network.report.as_deref().map(|report| {
        let shown = report
            .trim_start_matches("mailto:")
            .trim_start_matches("https://");
        let shown = no_translate(shown.trim_end_matches('/'));
        view! {
            <p>
                {words.sheet_send()}
                {list_gap(words)}
                <a href=report rel="noopener">{shown}</a>
            </p>
        }
    });
    let edition = words.export_data(&network.data_version, &words.date(network.data_date));
    view! {
        <section id="sheet" class="sheet">
            <h2>{words.sheet_title(name)}</h2>
            <p>{words.sheet_intro()}</p>
            {report}
            <p class="contact__actions">
                <a class="button" href=file download=file_name>{words.sheet_download()}</a>
                <button type="button" class="button print" data-needs="program">
                    {words.export_print()}
                </button>
            </p>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p>{edition}</p>
        </section>
    }
    .into_any()
}

/// A fact, and room for what it should be instead.
fn row(line: FormLine) -> AnyView {
    // Leptos would write a space for a text that is empty.
    let [lang, published, as_of] =
        [line.lang, line.published, line.as_of].map(|text| Some(text).filter(|it| !it.is_empty()));
    let lang = lang.map(|lang| view! { <small>" "{no_translate(lang)}</small> });
    view! {
        <tr>
            <th scope="row">{line.name}{lang}</th>
            <td>{no_translate(published)}</td>
            <td>{as_of}</td>
            <td></td>
        </tr>
    }
    .into_any()
}
