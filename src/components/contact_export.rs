//! Taking contacts along: as cards, as a table, as a message, as labels.

use std::sync::Arc;

use domain::Directory;
use domain::contacts::{MAIL_LINK, mail_link};
use domain::directory::{ContactKind, Member};
use domain::export::picked;
use domain::export::shown::Shown;
use domain::sentence::sentence;

use super::export_menu::{export_menu, take};
use crate::address::use_here;
use crate::browser;
use crate::markup::Markup;
use crate::prelude::*;
use crate::site::Results;

/// What can be done with the contacts of those that are chosen, or of all that
/// are shown where none is.
pub fn contact_export(directory: &'static Directory, results: Memo<Arc<Results>>) -> Markup {
    let here = use_here();
    let words = &directory.words;
    let trouble = RwSignal::new(String::new());
    let taken = move || taken(directory, &here.query.read(), &results.read());
    let save = move |form: &'static str, kind: &'static str| match form {
        "write" => {
            let link = mail_link("", &addresses(&untrack(taken)), "", "");
            if link.len() > MAIL_LINK {
                trouble.set(words.contacts_too_many().to_owned());
            } else {
                browser::open(&link);
            }
        }
        "copy" => {
            let addresses = addresses(&untrack(taken)).join(", ");
            browser::copy(&addresses, words.contact_copied());
        }
        "labels" => browser::print_as("labels"),
        _ => {
            let from = if form == "txt" { "json" } else { form };
            take(directory, "contacts", from, trouble, move |whole| {
                let members = untrack(taken);
                let count = members.len();
                let sentence = sentence(directory, &here.query.read_untracked(), count).whole;
                let address = browser::address();
                let shown = Shown {
                    directory,
                    sentence,
                    address,
                };
                let ids: Vec<&str> = members.iter().map(|member| member.id.as_str()).collect();
                let contacts = members.iter().flat_map(|member| &member.contacts);
                let rows: Vec<&str> = contacts.map(|contact| contact.id.as_str()).collect();
                let text = match form {
                    "vcf" => picked::cards(whole, &ids),
                    "csv" => picked::csv(whole, &rows),
                    "json" => {
                        picked::json(&picked::rows(whole, &rows), "contacts", &shown.about_rows())
                    }
                    _ => shown.notes_of_rows(),
                };
                let network = &directory.network;
                let name = format!("{}-contacts-{}.{form}", network.id, network.data_date);
                browser::download(&name, kind, &text);
            });
        }
    };
    let forms = move || {
        let taken = taken();
        let having = |kind| {
            let contacts = taken.iter().flat_map(|member| &member.contacts);
            contacts.filter(|contact| contact.kind == kind).count()
        };
        let rows = taken.iter().map(|member| member.contacts.len()).sum();
        let cards = taken.iter().filter(|member| !member.contacts.is_empty());
        let (mails, labels) = (having(ContactKind::Email), having(ContactKind::Address));
        let mut forms = vec![
            (words.contacts_cards(cards.count()), "vcf", "text/vcard"),
            (words.export_csv(rows), "csv", "text/csv"),
            (words.export_json(rows), "json", "application/json"),
            (words.export_notes().to_owned(), "txt", "text/plain"),
        ];
        if mails > 0 {
            forms.push((words.contacts_write(mails), "write", ""));
            forms.push((words.contacts_copy(mails), "copy", ""));
        }
        if labels > 0 {
            forms.push((words.contacts_labels(labels), "labels", ""));
        }
        forms
    };
    export_menu(words, trouble, forms, save)
}

/// The members whose contacts are taken along.
fn taken(
    directory: &'static Directory,
    query: &domain::Query,
    results: &Results,
) -> Vec<&'static Member> {
    let is_chosen = |member: &&Member| query.chosen.iter().any(|id| id == member.id.as_str());
    let chosen: Vec<_> = directory.members.iter().filter(is_chosen).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let places = results.places.iter();
    places.map(|place| &directory.members[*place]).collect()
}

/// Their addresses of e-mail, which stand on the page.
fn addresses(members: &[&Member]) -> Vec<String> {
    let mut addresses = Vec::new();
    for member in members {
        let links = format!("#row-{} a[href^='mailto:']", member.id);
        for address in browser::texts_of(&links) {
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
    }
    addresses
}
