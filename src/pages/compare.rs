//! Parliaments side by side.

use std::sync::Arc;

use directory::model::MemberIdx;
use directory::{Directory, Query};
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::components::compare_export::CompareExport;
use crate::components::comparison_charts::charts;
use crate::components::comparison_table::{Sheets, facts_table};
use crate::components::lang_name::{localized, name_of};
use crate::components::member_search::MemberSearch;
use crate::components::shortlist::Shortlist;
use crate::dynamic::dynamic;
use crate::head::describe;
use crate::navigation::{Here, use_here};
use crate::target::IN_BROWSER;

/// So many stand side by side at most.
const MOST: usize = 4;

/// `/compare/`: the first four on the reader's list. What their pages say is read
/// from these pages (docs/decisions/compare.md).
#[component]
pub fn ComparePage(site: &'static Site) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let compared: Memo<Vec<MemberIdx>> = Memo::new(move |_| {
        let listed = here.query.read().listed(directory);
        let listed = listed.iter().take(MOST);
        listed
            .filter_map(|one| directory.member_idx(&one.id))
            .collect()
    });
    let heading = move || {
        let names = compared
            .read()
            .iter()
            .map(|member| name_of(directory, *member).to_owned())
            .collect::<Vec<_>>();
        match names.len() {
            0 => words.compare_title().to_owned(),
            _ => words.list_named(words.compare_title(), &words.join(&names)),
        }
    };
    let short_name = directory.network.short_names.get(directory.language());
    describe(
        move || words.page_title(&heading(), short_name),
        &words.compare_description(short_name),
    );
    let sheets = RwSignal::new(Sheets::new());
    browser::effect(move || fetch(directory, here, &compared.read(), sheets));

    let waiting = move || {
        let listed = here.query.read().listed(directory);
        let names = listed.iter().skip(MOST);
        let names = names.map(|member| member.names.get(directory.language()).to_owned());
        let names: Vec<_> = names.collect();
        (!names.is_empty())
            .then(|| view! { <p>{words.compare_waiting(&words.join(&names))}</p> }.into_any())
    };
    let content =
        move || (!compared.read().is_empty()).then(|| comparison(directory, compared, sheets));
    let plain = (!IN_BROWSER).then(|| plain(directory));
    view! {
        <div class="page compare">
            <div class="compare__head">
                <h1>{heading}</h1>
                <div class="directory__actions" data-needs="program">
                    <CompareExport site compared />
                </div>
            </div>
            <p class="lead">{words.compare_lead()}</p>
            <Shortlist directory />
            {dynamic(waiting)}
            <MemberSearch site />
            {dynamic(content)}
            {plain}
        </div>
    }
}

/// Every member, for those who read without the program.
fn plain(directory: &'static Directory) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let links = directory.by_name().map(|member| {
        let href = here.to(Page::Member(member), &Query::default());
        let name = localized(directory.localized(&member.names));
        view! { <li><a href=href>{name}</a></li> }
    });
    let links: Vec<_> = links.collect();
    view! {
        <section>
            <p>{words.compare_plain()}</p>
            <ul class="name-row">{links}</ul>
        </section>
    }
    .into_any()
}

/// Has the pages of those fetched that are compared.
fn fetch(
    directory: &'static Directory,
    here: Here,
    compared: &[MemberIdx],
    sheets: RwSignal<Sheets>,
) {
    for member in compared.iter().copied() {
        let is_known = sheets.with_untracked(|sheets| matches!(sheets.get(&member), Some(Some(_))));
        if !is_known {
            let address = here.address_of(Page::Member(&directory[member]));
            browser::read_member_page(
                address,
                Box::new(move |sheet| {
                    sheets.update(|sheets| {
                        sheets.insert(member, sheet.map(Arc::new));
                    });
                }),
            );
        }
    }
}

/// Charts and the table of those that are compared.
fn comparison(
    directory: &'static Directory,
    compared: Memo<Vec<MemberIdx>>,
    sheets: RwSignal<Sheets>,
) -> AnyView {
    let words = &directory.catalogue;
    let here = use_here();
    let again = move || fetch(directory, here, &compared.read_untracked(), sheets);
    let column = RwSignal::new(0_usize);
    let only_differences = RwSignal::new(false);
    let tabs = move || {
        let compared = compared.read();
        let tabs = compared.iter().enumerate().map(|(place, member)| {
            view! {
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || (column.get() == place).to_string()
                    on:click=move |_| column.set(place)
                >
                    {name_of(directory, *member)}
                </button>
            }
        });
        view! { <div class="compare__tabs">{tabs.collect_view()}</div> }.into_any()
    };
    view! {
        <section>
            <h2>{words.compare_chambers()}</h2>
            {dynamic(move || charts(directory, &compared.read()))}
        </section>
        <section
            class="compare__facts"
            data-column=move || column.get()
            data-differences=move || only_differences.get().to_string()
        >
            {dynamic(tabs)}
            <label class="compare__only">
                <input
                    type="checkbox"
                    prop:checked=only_differences
                    on:change=move |_| only_differences.update(|only| *only = !*only)
                />
                {words.compare_only_differences()}
            </label>
            {dynamic(move || facts_table(directory, &compared.read(), &sheets.read(), again))}
        </section>
    }
    .into_any()
}
