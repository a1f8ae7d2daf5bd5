//! A contact: what it is, how it is used, how fresh it is.

use directory::Directory;
use directory::contacts::{age, mail_link};
use directory::model::{Contact, ContactKind, Member};
use leptos::prelude::*;

use super::no_translate::no_translate;
use super::source_note::{doubt, source_note};
use crate::components::contact_age::{AGE, OLD};
use crate::components::icon::Icon;
use crate::components::lang_name::localized;

/// The value as it is used: opened, called, written to or copied, by a button of
/// the name `copy`.
pub fn contact_value(
    directory: &'static Directory,
    contact: &'static Contact,
    copy: String,
) -> AnyView {
    let value = match (
        shown_value(contact),
        contact.link(directory.network.contacts),
    ) {
        (None, _) => address(contact),
        // A number is one word.
        (Some(shown), Some(link)) if link.starts_with("tel:") => {
            view! { <a class="nobr" href=link>{breakable(&shown)}</a> }.into_any()
        }
        (Some(shown), Some(link)) => {
            let is_site = link.starts_with("https:");
            let rel = is_site.then_some("noopener noreferrer");
            view! { <a href=link rel=rel>{breakable(&shown)}</a> }.into_any()
        }
        (Some(shown), None) => {
            view! { <bdi class="contact__old" translate="no">{shown}</bdi> }.into_any()
        }
    };
    view! {
        <div class="contact__value">
            {value}
            <button type="button" class="copy" aria-label=copy data-needs="program">{Icon::Copy.view()}</button>
        </div>
    }
    .into_any()
}

/// A postal address, in its lines.
fn address(contact: &'static Contact) -> AnyView {
    let lines = contact.details.lines.iter().enumerate();
    let lines = lines.map(|(place, line)| {
        let end = (place > 0).then(|| view! { <br /> });
        (end, line.as_str())
    });
    let lines = no_translate(lines.collect_view());
    view! { <address>{lines}</address> }.into_any()
}

/// What is shown of a value that stands in one line.
pub fn shown_value(contact: &Contact) -> Option<String> {
    let value = contact.value();
    match contact.kind {
        ContactKind::Address => None,
        ContactKind::Email | ContactKind::Phone | ContactKind::Fax | ContactKind::Place => {
            Some(value)
        }
        _ => {
            let value = value.trim_start_matches("https://");
            Some(value.trim_end_matches('/').to_owned())
        }
    }
}

/// How many letters have room in a column of the table at its narrowest.
const ONE_LINE: usize = 24;

/// A value of one line, in which a line may end after each part where it is long.
fn breakable(value: &str) -> AnyView {
    if value.len() <= ONE_LINE {
        return no_translate(value.to_owned());
    }
    let parts = value.split_inclusive(['@', '.', '/']).enumerate();
    let parts = parts.map(|(place, part)| {
        let end = (place > 0).then(|| view! { <wbr /> });
        (end, part.to_owned())
    });
    no_translate(parts.collect_view())
}

/// How long ago a source gave the contact, or it was verified: the program
/// tells it anew from the reader's day, by the date in `datetime`.
pub fn contact_age(directory: &'static Directory, contact: &'static Contact) -> AnyView {
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let Some(date) = contact.last_verified else {
        return doubt(words.contact_undated().to_owned());
    };
    let class = if contact.is_stale(directory.network.contacts, today) {
        OLD
    } else {
        AGE
    };
    let title = date.month().map(|_| words.date(date));
    let age = age(words, date, today);
    view! { <time class=class datetime=date.to_string() title=title>{age}</time> }.into_any()
}

/// A contact with everything known of it; of a member with a way to say that
/// something is wrong.
pub fn contact_line(
    directory: &'static Directory,
    member: Option<&'static Member>,
    contact: &'static Contact,
) -> AnyView {
    let words = &directory.catalogue;
    let details = &contact.details;
    let kind = words.contact_kind(contact.kind);
    let owners = contact.owners(words);
    let owners = owners.map(|owners| view! { <span>{owners}</span> });
    let label = details
        .label
        .as_deref()
        .map(|label| localized(directory.translated(label)))
        .map(|label| view! { <span>{label}</span> });
    let caution = contact.caution(words).map(doubt);
    let today = directory.network.data_date.day_range().1;
    let until = contact.valid_until.map(|date| {
        let until = words.contact_until(&words.date(date));
        if contact.is_expired(today) {
            doubt(until)
        } else {
            view! { <span>{until}</span> }.into_any()
        }
    });
    let may_have_lapsed =
        contact.kind == ContactKind::Website && contact.may_have_lapsed(directory.network.contacts);
    let year = contact.last_verified.map(|date| words.year(date.year()));
    let unchecked = year
        .filter(|_| may_have_lapsed)
        .map(|year| doubt(words.contact_unchecked(&year)));
    let shown = shown_value(contact).unwrap_or_else(|| contact.value());
    let copy = words.contact_copy(&shown);
    let source = source_note(directory, &details.origin, kind);
    let report = member.and_then(|member| report_link(directory, member, contact));
    view! {
        <li id=format!("contact-{}", contact.id) class="contact">
            <span class="contact__kind">{kind}</span>
            {contact_value(directory, contact, copy)}
            <div class="contact__detail">
                {owners}
                {label}
                {caution}
                {contact_age(directory, contact)}
                {unchecked}
                {until}
                <div>{source}</div>
                {report}
            </div>
        </li>
    }
    .into_any()
}

/// Says that something is wrong: opens a message that names the record, or
/// where the network gives no address of e-mail, copies it.
fn report_link(
    directory: &'static Directory,
    member: &'static Member,
    contact: &'static Contact,
) -> Option<AnyView> {
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
    let link = if let Some(to) = report.strip_prefix("mailto:") {
        let href = mail_link(to, &words.contact_subject(&about), &body);
        view! { <a class="contact__wrong" href=href aria-label=label>{text}</a> }.into_any()
    } else {
        let copied = words.contact_wrong_copied().to_owned() + words.list_gap() + report;
        view! {
            <button
                type="button"
                class="copy contact__wrong"
                data-needs="program"
                data-text=body
                data-announce=copied
                aria-label=label
            >
                {text}
            </button>
        }
        .into_any()
    };
    Some(link)
}
