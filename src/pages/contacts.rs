//! Contacts: how to reach the parliaments.

use std::sync::Arc;

use directory::SortedSet;
use directory::contacts::chosen_members;
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
        <ChosenContacts site />
        <div class="directory__actions" data-needs="program">
            {sort_menu(words)}
            <ContactExport site results />
        </div>
    };
    view! {
        <div class="contacts">
            {tools(words, facets)}
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

/// How many are chosen, and a way to choose none.
#[component]
fn ChosenContacts(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let words = &site.directory.catalogue;
    let count = Memo::new(move |_| chosen_members(site.directory, &here.query.read()).len());
    let none = move || here.to_listing(&here.query.read().with_chosen(SortedSet::default()));
    move || {
        (count.get() > 0).then(|| {
            view! {
                <p class="contacts__chosen">
                    <b>{words.contacts_chosen(count.get())}</b>
                    " "
                    <a class="chip chip--all" href=none data-noscroll="">
                        {words.contacts_unchoose()}
                    </a>
                </p>
            }
        })
    }
}

/// Follows a box that was ticked or unticked.
fn choose(here: Here, event: &web_sys::Event) {
    if let Some(id) = browser::ticked(event) {
        let query = here.query.get_untracked();
        let mut chosen = query.chosen.clone();
        chosen.toggle(id);
        here.go(&query.with_chosen(chosen), Step::Replace);
    }
}

/// Shows the rows of the results, in their order, with the reason why each was
/// found and whether it is chosen; then what is chosen and not among them, so
/// that nothing is taken along unseen.
fn arrange(site: &'static Site, query: &directory::Query, results: &Results) {
    let directory = site.directory;
    let words = &directory.catalogue;
    let row = |id: &str, match_reason: String| {
        let chosen = query.chosen.iter().any(|chosen| chosen == id);
        (id.to_owned(), match_reason, chosen)
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
    for member in chosen_members(directory, query) {
        let row = row(member.id.as_str(), String::new());
        if rows.iter().all(|(id, ..)| *id != row.0) {
            rows.push(row);
        }
    }
    browser::show_table_rows("contacts", &rows);
}
