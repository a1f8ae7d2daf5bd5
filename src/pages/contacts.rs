//! Contacts: how to reach the parliaments.

use std::sync::Arc;

use directory::facets::MEMBER_FACETS;
use directory::sentence::sentence;
use directory::snapshot::Part;
use leptos::prelude::*;

use super::{heading, tools};
use crate::Site;
use crate::browser;
use crate::components::chips::Chips;
use crate::components::contact_export::ContactExport;
use crate::components::nothing_found::nothing_found;
use crate::components::result_list::go_by_arrows;
use crate::components::shortlist::Shortlist;
use crate::components::view_switch::sort_menu;
use crate::documents::{contact_coverage, contact_table};
use crate::dynamic::dynamic;
use crate::head::describe;
use crate::navigation::{Here, Step, use_here};
use crate::site::Results;

/// `/contacts/`: everything on it follows from the query in the address.
#[component]
pub fn ContactsPage(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    // Nobody is reached in a past year.
    let params = Memo::new(move |_| here.query.read().result_key().with_year(None));
    let results: Memo<Arc<Results>> = Memo::new(move |_| site.results(&params.read()));
    let facets = Memo::new(move |_| {
        let query = here.query.read().with_year(None);
        site.facets(&query, &results.read(), Some(Part::Contacts))
    });
    let summary = Memo::new(move |_| sentence(directory, &params.read(), results.read().count()));
    let short_name = directory.network.short_names.get(directory.language());
    describe(
        move || {
            let page = words.page_title(&summary.read().whole, words.header_contacts());
            words.page_title(&page, short_name)
        },
        &words.contacts_description(short_name),
    );
    browser::effect(move || arrange(site, &here.query.read(), &results.read()));

    let is_empty = Memo::new(move |_| results.read().count() == 0);
    let empty_state = move || {
        is_empty
            .get()
            .then(|| nothing_found(site, &here.query.read()))
    };
    let beside = view! {
        <Chips directory facets=&MEMBER_FACETS />
        <Shortlist directory />
        <div class="directory__actions" data-needs="program">
            {sort_menu(words)}
            <ContactExport site results />
        </div>
    };
    view! {
        <div class="contacts">
            {tools(site, facets)}
            {heading(summary, || true, beside)}
            <div class="page">
                {dynamic(empty_state)}
                <div
                    id="results"
                    on:change=move |event| choose(here, &event)
                    on:keydown=move |event| go_by_arrows(&event)
                >
                    {contact_table(site)}
                </div>
                {contact_coverage(site)}
            </div>
        </div>
    }
}

/// Follows a box that was ticked or unticked.
fn choose(here: Here, event: &web_sys::Event) {
    if let Some(id) = browser::ticked(event) {
        let query = here.query.get_untracked();
        here.go(&query.with_toggled_on_list(&id), Step::Replace);
    }
}

/// Shows the rows of the results, in their order, with the reason why each was
/// found and whether it is on the list; then what is on it and not among them, so
/// that nothing is taken along unseen.
fn arrange(site: &'static Site, query: &directory::Query, results: &Results) {
    let directory = site.directory;
    let words = &directory.catalogue;
    let row = |id: &str, match_reason: String| {
        let is_listed = query.list.iter().any(|listed| listed.as_str() == id);
        (id.to_owned(), match_reason, is_listed)
    };
    let found = results.members.iter().map(|index| {
        let member = &directory[*index];
        let name = member.names.get(directory.language());
        let hit = results.hit(*index).filter(|hit| hit.text != name);
        let match_reason =
            hit.map(|hit| words.match_reason(hit.reason).to_owned() + words.list_gap() + &hit.text);
        row(member.id.as_str(), match_reason.unwrap_or_default())
    });
    let mut rows: Vec<_> = found.collect();
    for member in query.listed(directory) {
        let row = row(member.id.as_str(), String::new());
        if rows.iter().all(|(id, ..)| *id != row.0) {
            rows.push(row);
        }
    }
    browser::at_takeover(move || browser::show_table_rows("contacts", &rows));
}
