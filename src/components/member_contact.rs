//! How to reach a parliament, as far as it is known.

use domain::directory::{Member, Website};
use domain::{Directory, PartialDate};

use super::lang_name::verbatim;
use super::site_footer::report_link;
use super::source_note::{doubt, source_note};
use crate::markup::{Element, el};

/// Lists checked before this year are too old for their addresses to be
/// offered as links: domains pass into other hands.
const LINKED_SINCE: u16 = 2018;

/// The sites of a parliament, and where to report an error.
pub fn member_contact(directory: &'static Directory, member: &'static Member) -> Element {
    let words = &directory.words;
    let websites = member
        .parliament
        .iter()
        .flat_map(|parliament| &parliament.websites);
    let websites: Vec<_> = websites
        .map(|website| website_line(directory, website))
        .collect();
    let none = websites.is_empty().then_some(words.contact_no_website());

    el("section")
        .class("panel")
        .child(el("h2").child(words.contact_title()))
        .children(none.map(|text| el("p").class("missing").child(text)))
        .child(el("ul").class("websites").children(websites))
        .children(report_link(directory).map(|link| el("p").class("panel__foot").child(link)))
}

fn website_line(directory: &'static Directory, website: &'static Website) -> Element {
    let words = &directory.words;
    let url = website.url.as_str();
    let shown = url.trim_start_matches("https://").trim_end_matches('/');
    let checked = website.origin.as_of.map(PartialDate::year);
    let old = checked.filter(|year| *year < LINKED_SINCE);
    let line = if let Some(year) = old {
        el("li")
            .child(verbatim(shown).class("websites__old"))
            .child(doubt(words.contact_unchecked(&words.year(year))))
    } else {
        let link = el("a").href(url).attr("rel", "noopener noreferrer");
        el("li").child(link.child(verbatim(shown)))
    };
    let detail = match website.chamber {
        Some(kind) => words.contact_listed_chamber(words.chamber_kind_inside(kind)),
        None => words.contact_listed().to_owned(),
    };
    let note = source_note(directory, &website.origin, words.contact_website());
    line.child(
        el("div")
            .class("websites__detail")
            .child(detail)
            .child(" ")
            .children(note),
    )
}
