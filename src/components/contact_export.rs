//! Taking contacts along: as cards, as a table, as a message, as labels.

use std::sync::Arc;

use directory::contacts::mail_to_all;
use directory::export::notes::ExportNotes;
use directory::export::subset;
use directory::model::{ContactKind, Member};
use directory::sentence::sentence;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::export_menu::{ExportMenu, take};
use crate::browser;
use crate::navigation::use_here;
use crate::site::Results;
use crate::{Problem, Site};

/// What can be done with the contacts of those that are chosen, or of all that
/// are shown where none is.
#[component]
pub fn ContactExport(site: &'static Site, results: Memo<Arc<Results>>) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
    let trouble = RwSignal::new(None);
    let taken = move || -> Vec<&'static Member> {
        let chosen = here.query.read().listed(directory);
        if !chosen.is_empty() {
            return chosen;
        }
        let results = results.read();
        let members = results.members.iter();
        members.map(|member| &directory[*member]).collect()
    };
    let shown = move || ExportNotes {
        directory,
        sentence: describe_taken(directory, &here.query.read_untracked(), &untrack(taken)),
        address: browser::address(),
    };
    let download = move |form: &str, kind: &str, text: &str| {
        let name = format!("{}-contacts-{}.{form}", network.id, network.data_date);
        browser::download(&name, kind, text);
    };
    let save = move |form: &'static str, kind: &'static str| match form {
        "write" => match mail_to_all(&addresses(&untrack(taken))) {
            Some(link) => browser::open(&link),
            None => trouble.set(Some(Problem {
                sentence: words.contacts_too_many().to_owned(),
                is_outdated: false,
            })),
        },
        "copy" => {
            let addresses = addresses(&untrack(taken)).join(", ");
            browser::copy(words, addresses, words.contact_copied().to_owned());
        }
        "labels" => browser::print_as("labels"),
        "txt" => download(form, kind, &shown().notes_of_rows()),
        _ => take(directory, "contacts", form, trouble, move |whole| {
            let members = untrack(taken);
            let ids: Vec<&str> = members.iter().map(|member| member.id.as_str()).collect();
            let contacts = members.iter().flat_map(|member| &member.contacts);
            let rows: Vec<&str> = contacts.map(|contact| contact.id.as_str()).collect();
            let text = match form {
                "vcf" => subset::cards(whole, &ids),
                "csv" => subset::csv(whole, &rows),
                _ => {
                    let rows = subset::rows(whole, &rows);
                    subset::json(&rows, "contacts", &shown().about_rows())
                }
            };
            download(form, kind, &text);
        }),
    };
    let forms = move || {
        let (taken, today) = (taken(), site.today());
        let having = |kind| {
            let contacts = taken.iter().flat_map(|member| member.valid_contacts(today));
            contacts.filter(|contact| contact.kind == kind).count()
        };
        let rows = taken.iter().map(|member| member.contacts.len()).sum();
        let cards = taken.iter().filter(|member| !member.contacts.is_empty());
        let cards = cards.count();
        let (mails, labels) = (having(ContactKind::Email), having(ContactKind::Address));
        let mut forms = Vec::new();
        if mails > 0 {
            forms.push((words.contacts_write(mails), "write", ""));
            forms.push((words.contacts_copy(mails), "copy", ""));
        }
        if labels > 0 {
            forms.push((words.contacts_labels(labels), "labels", ""));
        }
        if cards > 0 {
            forms.push((words.contacts_cards(cards), "vcf", "text/vcard"));
        }
        forms.extend([
            (words.export_csv(rows), "csv", "text/csv"),
            (words.export_json(rows), "json", "application/json"),
            (words.export_notes().to_owned(), "txt", "text/plain"),
        ]);
        forms
    };
    view! { <ExportMenu words label=words.contacts_use() trouble forms save /> }
}

/// What is taken along, in words: who is chosen, or else what is shown.
fn describe_taken(
    directory: &'static Directory,
    query: &Query,
    taken: &[&'static Member],
) -> String {
    let words = &directory.catalogue;
    if query.listed(directory).is_empty() {
        return sentence(directory, &query.with_year(None), taken.len()).whole;
    }
    let names = taken
        .iter()
        .map(|member| member.names.get(directory.language()));
    let names: Vec<String> = names.map(str::to_owned).collect();
    words.shortlist_count(&words.join(&names))
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
