//! How to reach a parliament and its chambers, as far as it is known.

use directory::Directory;
use directory::contacts::{Institution, institutions};
use directory::model::Member;
use exports::cards::short_card;
use leptos::prelude::*;

use super::contact_line::contact_line;
use super::embeds::embed_link;
use super::institution_name::marked_institution_name;
use super::qr_code::qr_code;
use crate::components::icon::Icon;
use crate::components::lang_name::parliament_tag;
use crate::components::site_footer::report_link;
use crate::navigation::use_here;

/// The contacts of each institution, ways to take them along, and where to say
/// that something is wrong.
pub fn member_contact(directory: &'static Directory, member: &'static Member) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let institutions = institutions(directory, member);
    let none = institutions
        .is_empty()
        .then(|| view! { <p class="missing">{words.contact_none()}</p> });
    let card = (!institutions.is_empty()).then(|| {
        let file = here.home_file(&format!("members/{}/contact.vcf", member.slug));
        let file_name = format!("{}.vcf", member.slug);
        view! {
            <a class="button" href=file download=file_name>
                {Icon::Download.view()}
                {words.contact_card()}
            </a>
        }
    });
    let many = institutions.len() > 1;
    let parts = institutions
        .iter()
        .map(|one| institution(directory, member, one, many));
    let parts: Vec<_> = parts.collect();
    let report = report_link(directory);
    let report = report.map(|link| view! { <p class="panel__foot">{link}</p> });

    // The page is printed as a fact sheet.
    view! {
        <section class="panel">
            <h2>{words.contact_title()}</h2>
            {none}
            {parts}
            <p class="contact__actions">
                {card}
                <button type="button" class="button print" data-needs="program">
                    {words.export_print()}
                </button>
            </p>
            <p class="panel__foot">
                <a href="#sheet" rel="external">{words.sheet_open()}</a>
            </p>
            <p class="panel__foot">{embed_link(directory, Some(member))}</p>
            {report}
        </section>
    }
    .into_any()
}

/// An institution with its contacts; named where there is more than one.
fn institution(
    directory: &'static Directory,
    member: &'static Member,
    institution: &Institution<'static>,
    named: bool,
) -> AnyView {
    let words = &directory.catalogue;
    let name = institution.name.filter(|_| named);
    let contacts = institution.contacts.iter();
    let contacts = contacts.map(|contact| contact_line(directory, Some(member), contact));
    let contacts: Vec<_> = contacts.collect();
    let title = match name {
        Some(name) => words.list_named(words.contact_code(), &name.name),
        None => words.contact_code().to_owned(),
    };
    let card = short_card(directory, member, institution);
    let code = card.and_then(|card| qr_code(&card, &title));
    let code = code.map(|code| {
        view! {
            <figure class="contact__code">
                {code}
                <figcaption>{words.contact_code()}</figcaption>
            </figure>
        }
    });
    let tag = || parliament_tag(words, member.parliament.as_ref());
    let name = name.map(|name| view! { <h3>{marked_institution_name(words, name)}{tag()}</h3> });
    view! {
        <div class="contacts-of">
            {name}
            <ul class="contact-list">{contacts}</ul>
            {code}
        </div>
    }
    .into_any()
}
