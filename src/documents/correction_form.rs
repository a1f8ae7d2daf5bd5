//! What is published about a member, to be checked line by line.

use directory::Directory;
use directory::model::Member;
use editing::correction_form::lines;

use crate::components::lang_name::no_translate;
use crate::markup::{Element, el};
use crate::navigation::use_here;

/// The form: hidden until an address leads to it, so that it needs no
/// program; printed alone where it is shown.
pub fn correction_form(directory: &'static Directory, member: &'static Member) -> Element {
    let here = use_here();
    let (network, words) = (&directory.network, &directory.catalogue);
    let name = member.names.get(directory.language());
    let heads = [
        words.sheet_field(),
        words.sheet_published(),
        words.sheet_as_of(),
        words.sheet_correction(),
    ];
    let heads = heads.map(|head| el("th").attr("scope", "col").child(head));
    let rows = lines(directory, member).into_iter().map(|line| {
        let lang = Some(line.lang).filter(|lang| !lang.is_empty());
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(line.name)
                    .children(lang.map(|lang| el("small").child(" ").child(no_translate(lang)))),
            )
            .child(el("td").child(no_translate(line.published)))
            .child(el("td").child(line.as_of))
            .child(el("td"))
    });
    let file = here.home_file(&format!("members/{}/sheet.csv", member.slug));
    let file_name = format!("{}-{}-sheet.csv", network.id, member.slug);
    let download = el("a")
        .class("button")
        .href(file)
        .attr("download", file_name);
    let print = el("button").attr("type", "button").class("button print");
    let report = network.report.as_deref().map(|report| {
        let shown = report
            .trim_start_matches("mailto:")
            .trim_start_matches("https://");
        let link = el("a").href(report).attr("rel", "noopener");
        el("p")
            .child(words.sheet_send())
            .child(words.list_gap())
            .child(link.child(no_translate(shown.trim_end_matches('/'))))
    });
    let edition = words.export_data(&network.data_version, &words.date(network.data_date));
    el("section")
        .id("sheet")
        .class("sheet")
        .child(el("h2").child(words.sheet_title(name)))
        .child(el("p").child(words.sheet_intro()))
        .children(report)
        .child(
            el("p")
                .class("contact__actions")
                .child(download.child(words.sheet_download()))
                .child(print.child(words.export_print())),
        )
        .child(
            el("table")
                .child(el("thead").child(el("tr").children(heads)))
                .child(el("tbody").children(rows)),
        )
        .child(el("p").child(edition))
}
