//! A contact: what it is, how it is used, how fresh it is.

use directory::Directory;
use directory::contacts::{age, mail_link};
use directory::model::{Contact, ContactKind, Member};

use super::source_note::{doubt, source_note};
use crate::components::contact_age::{AGE, OLD};
use crate::components::icon::Icon;
use crate::components::lang_name::{localized, no_translate};
use crate::markup::{Element, Markup, el};

/// The value as it is used: opened, called, written to or copied.
pub fn contact_value(directory: &'static Directory, contact: &'static Contact) -> Element {
    let words = &directory.catalogue;
    let details = &contact.details;
    let value = contact.value();
    let shown = shown_value(contact);
    let copied = words.contact_copy(shown.as_deref().unwrap_or(&value));
    let shell = el("div").class("contact__value");
    let value = match (shown, contact.link(directory.network.contacts)) {
        (None, _) => {
            let mut lines = Vec::<Markup>::new();
            for line in &details.lines {
                if !lines.is_empty() {
                    lines.push(el("br").into());
                }
                lines.push(line.as_str().into());
            }
            let lines = el("bdi").attr("translate", "no").children(lines);
            shell.child(el("address").child(lines))
        }
        (Some(shown), Some(link)) => {
            let is_site = link.starts_with("https:");
            // A number is one word.
            let is_number = link.starts_with("tel:");
            let link = el("a")
                .href(link)
                .maybe("rel", is_site.then_some("noopener noreferrer"))
                .maybe("class", is_number.then_some("nobr"));
            shell.child(link.child(breakable(&shown)))
        }
        (Some(shown), None) => shell.child(no_translate(shown).class("contact__old")),
    };
    let copy = el("button")
        .attr("type", "button")
        .class("copy")
        .attr("aria-label", copied)
        .child(Icon::Copy.view());
    value.child(copy)
}

/// What is shown of a value that stands in one line.
fn shown_value(contact: &Contact) -> Option<String> {
    let value = contact.value();
    match contact.kind {
        ContactKind::Address => None,
        ContactKind::Email | ContactKind::Phone | ContactKind::Fax => Some(value),
        _ => {
            let value = value.trim_start_matches("https://");
            Some(value.trim_end_matches('/').to_owned())
        }
    }
}

/// How many letters have room in a column of the table at its narrowest.
const ONE_LINE: usize = 24;

/// A value of one line, in which a line may end after each part where it is long.
fn breakable(value: &str) -> Element {
    if value.len() <= ONE_LINE {
        return no_translate(value.to_owned());
    }
    let mut parts = Vec::<Markup>::new();
    for part in value.split_inclusive(['@', '.', '/']) {
        if !parts.is_empty() {
            parts.push(el("wbr").into());
        }
        parts.push(part.to_owned().into());
    }
    el("bdi").attr("translate", "no").children(parts)
}

/// How long ago a source gave the contact, or it was verified: the program
/// tells it anew from the reader's day, by the date in `datetime`.
pub fn contact_age(directory: &'static Directory, contact: &'static Contact) -> Element {
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let Some(date) = contact.last_verified else {
        return el("span").class("doubt").child(words.contact_undated());
    };
    el("time")
        .class(if contact.is_stale(directory.network.contacts, today) {
            OLD
        } else {
            AGE
        })
        .attr("datetime", date.to_string())
        .maybe("title", date.month().map(|_| words.date(date)))
        .child(age(words, date, today))
}

/// A contact with everything known of it; of a member with a way to say that
/// something is wrong.
pub fn contact_line(
    directory: &'static Directory,
    member: Option<&'static Member>,
    contact: &'static Contact,
) -> Element {
    let words = &directory.catalogue;
    let details = &contact.details;
    let kind = words.contact_kind(contact.kind);
    let label = details
        .label
        .as_deref()
        .map(|label| localized(directory.translated(label)));
    let today = directory.network.data_date.day_range().1;
    let until = contact.valid_until.map(|date| {
        let until = words.contact_until(&words.date(date));
        if contact.is_expired(today) {
            doubt(until)
        } else {
            el("span").child(until)
        }
    });
    let may_have_lapsed =
        contact.kind == ContactKind::Website && contact.may_have_lapsed(directory.network.contacts);
    let year = contact.last_verified.map(|date| words.year(date.year()));
    let unchecked = year
        .filter(|_| may_have_lapsed)
        .map(|year| doubt(words.contact_unchecked(&year)));
    let detail = el("div")
        .class("contact__detail")
        .children(label.map(|label| el("span").child(label)))
        .child(contact_age(directory, contact))
        .children(unchecked)
        .children(until)
        .child(el("div").children(source_note(directory, &details.origin, kind)))
        .children(member.and_then(|member| report_link(directory, member, contact)));
    el("li")
        .id(format!("contact-{}", contact.id))
        .class("contact")
        .child(el("span").class("contact__kind").child(kind))
        .child(contact_value(directory, contact))
        .child(detail)
}

/// Says that something is wrong: opens a message that names the record, or
/// where the network gives no address of e-mail, copies it.
fn report_link(
    directory: &'static Directory,
    member: &'static Member,
    contact: &'static Contact,
) -> Option<Element> {
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let report = network.report.as_deref()?;
    let kind = words.contact_kind(contact.kind);
    let name = member.names.get(language);
    let value = contact.value();
    let about = words.list_named(name, kind);
    let record = words.contact_record(&contact.id, contact.kind.field(), &network.data_version);
    let body = [
        &*words.contact_published(network.names.get(language)),
        &about,
        &value,
        &record,
        "",
        words.contact_correct(),
    ]
    .join("\n");
    let text = words.contact_wrong();
    let label = words.list_named(text, &words.list_named(kind, &value));
    Some(match report.strip_prefix("mailto:") {
        Some(to) => el("a")
            .class("contact__wrong")
            .href(mail_link(to, &words.contact_subject(&about), &body))
            .attr("aria-label", label)
            .child(text),
        None => el("button")
            .attr("type", "button")
            .class("copy contact__wrong")
            .attr("data-text", body)
            .attr(
                "data-announce",
                words.contact_wrong_copied().to_owned() + words.list_gap() + report,
            )
            .attr("aria-label", label)
            .child(text),
    })
}
