//! Which edition of the data is shown.

use directory::{Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::distinct::distinct;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// Says which edition is shown, where the address names one, and leads to the
/// newest and to the list of all. boot.js has chosen the edition.
#[component]
pub fn EditionNotice(directory: &'static Directory) -> impl IntoView {
    let here = use_here();
    let words = &directory.catalogue;
    let network = &directory.network;
    let asked = distinct(move || here.query.read().edition.clone());
    let notice = move || {
        let asked = asked.get();
        if asked.is_empty() {
            return None;
        }
        let (version, date) = (&network.data_version, words.date(network.data_date));
        let newest = network.editions.first();
        let is_newest = newest.is_none_or(|newest| newest.version == *version);
        let sentence = if !here.is_kept_in_editions() {
            words.edition_only_lists(version, &date)
        } else if asked != *version {
            words.edition_nearest(&asked, version, &date)
        } else if is_newest {
            words.edition_newest(version, &date)
        } else {
            words.edition_shown(version, &date)
        };
        let to_newest = move || here.in_newest_edition();
        let to_newest = (!is_newest).then(|| {
            view! { <a href=to_newest>{words.edition_to_newest()}</a> }
        });
        let all = move || here.to(Page::Editions, &Query::default());
        Some(view! {
            <p class="edition-notice" role="status">
                <bdi>{sentence}</bdi>
                {to_newest}
                <a href=all>{words.edition_all()}</a>
            </p>
        })
    };
    dynamic(notice)
}
