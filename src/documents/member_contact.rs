//! How to reach a parliament and its chambers, as far as it is known.

use directory::Directory;
use directory::contacts::{Institution, institutions};
use directory::model::Member;
use exports::cards::short_card;

use super::contact_line::contact_line;
use super::institution_name::marked_institution_name;
use super::qr_code::qr_code;
use crate::components::icon::Icon;
use crate::components::site_footer::report_link;
use crate::markup::{Element, el};
use crate::navigation::use_here;

/// The contacts of each institution, ways to take them along, and where to say
/// that something is wrong.
pub fn member_contact(directory: &'static Directory, member: &'static Member) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let institutions = institutions(directory, member);
    let none = institutions.is_empty().then_some(words.contact_none());
    let card = (!institutions.is_empty()).then(|| {
        let file = here.home_file(&format!("members/{}/contact.vcf", member.slug));
        let file_name = format!("{}.vcf", member.slug);
        let link = el("a")
            .class("button")
            .href(file)
            .attr("download", file_name);
        link.child(Icon::Download.view())
            .child(words.contact_card())
    });
    let many = institutions.len() > 1;
    let parts = institutions
        .iter()
        .map(|one| institution(directory, member, one, many));
    let parts: Vec<_> = parts.collect();
    // The page as a fact sheet.
    let print = el("button")
        .attr("type", "button")
        .class("button print")
        .child(words.export_print());
    let form = el("a").href("#sheet").attr("rel", "external");

    el("section")
        .class("panel")
        .child(el("h2").child(words.contact_title()))
        .children(none.map(|text| el("p").class("missing").child(text)))
        .children(parts)
        .child(
            el("p")
                .class("contact__actions")
                .children(card)
                .child(print),
        )
        .child(
            el("p")
                .class("panel__foot")
                .child(form.child(words.sheet_open())),
        )
        .children(report_link(directory).map(|link| el("p").class("panel__foot").child(link)))
}

/// An institution with its contacts; named where there is more than one.
fn institution(
    directory: &'static Directory,
    member: &'static Member,
    institution: &Institution<'static>,
    named: bool,
) -> Element {
    let words = &directory.catalogue;
    let name = institution.name.filter(|_| named);
    let contacts = institution.contacts.iter();
    let contacts = contacts.map(|contact| contact_line(directory, Some(member), contact));
    let card = short_card(directory, member, institution);
    let title = match name {
        Some(name) => words.list_named(words.contact_code(), &name.name),
        None => words.contact_code().to_owned(),
    };
    let code = card.and_then(|card| qr_code(&card, &title));
    el("div")
        .class("contacts-of")
        .children(name.map(|name| el("h3").child(marked_institution_name(words, name))))
        .child(el("ul").class("contact-list").children(contacts))
        .children(code.map(|code| {
            let caption = el("figcaption").child(words.contact_code());
            el("figure")
                .class("contact__code")
                .child(code)
                .child(caption)
        }))
}
