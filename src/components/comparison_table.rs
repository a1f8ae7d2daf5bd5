//! The facts of some members row by row, as their pages have them.

use std::collections::BTreeMap;
use std::sync::Arc;

use directory::model::MemberIdx;
use directory::{Directory, Query};
use leptos::prelude::*;

use super::lang_name::name_of;
use super::visually_hidden::visually_hidden;
use crate::address::Page;
use crate::browser::{MemberSheet, SheetFact};
use crate::navigation::use_here;

/// What the pages of members say, by member, as far as it has come; none where a
/// page could not be fetched.
pub type Sheets = BTreeMap<MemberIdx, Option<Arc<MemberSheet>>>;

/// The facts in rows, a column for each member; `again` asks once more for the
/// pages that could not be fetched.
pub fn facts_table(
    directory: &'static Directory,
    compared: &[MemberIdx],
    sheets: &Sheets,
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let heads = compared.iter().map(|member| {
        let href = here.to(Page::Member(&directory[*member]), &Query::default());
        view! { <th scope="col"><a href=href>{name_of(directory, *member)}</a></th> }
    });
    let heads: Vec<_> = heads.collect();
    let known: Vec<Option<Arc<MemberSheet>>> = compared
        .iter()
        .map(|member| sheets.get(member).cloned().flatten())
        .collect();
    let unfetched = compared
        .iter()
        .filter(|member| matches!(sheets.get(member), Some(None)));
    let unfetched = unfetched.map(|member| {
        let told = words.compare_unfetched(name_of(directory, *member));
        view! {
            <div class="problem-notice" role="alert">
                {told}
                " "
                <button type="button" class="button" on:click=move |_| again()>
                    {words.problem_again()}
                </button>
            </div>
        }
    });
    let unfetched: Vec<_> = unfetched.collect();
    let is_busy = compared.iter().any(|member| !sheets.contains_key(member));
    let columns = compared.len();
    let mut bodies = vec![body(
        None,
        fact_rows(words.compare_differs(), &known, |sheet| &sheet.facts),
    )];
    for place in 0..2 {
        let kinds = known
            .iter()
            .flatten()
            .filter_map(|sheet| sheet.chambers.get(place));
        let mut titles: Vec<String> = Vec::new();
        for chamber in kinds {
            if !titles.contains(&chamber.kind) {
                titles.push(chamber.kind.clone());
            }
        }
        if titles.is_empty() {
            continue;
        }
        let facts = fact_rows(words.compare_differs(), &known, |sheet| {
            sheet
                .chambers
                .get(place)
                .map_or(&[][..], |chamber| &chamber.facts)
        });
        bodies.push(body(Some((titles.join(" · "), columns)), facts));
    }
    bodies.push(body(None, other_rows(directory, &known)));
    view! {
        {unfetched}
        <table aria-busy=is_busy.to_string()>
            <thead>
                <tr>
                    <th scope="col">{words.compare_fact()}</th>
                    {heads}
                </tr>
            </thead>
            {bodies}
        </table>
    }
    .into_any()
}

/// Rows under a title over all columns, if they have one.
fn body(title: Option<(String, usize)>, rows: Vec<AnyView>) -> AnyView {
    let title = title.map(|(title, columns)| {
        view! { <tr><th scope="rowgroup" colspan=columns + 1>{title}</th></tr> }
    });
    view! { <tbody>{title} {rows}</tbody> }.into_any()
}

/// A row for each fact that any of them has.
fn fact_rows<'a>(
    differs: &'static str,
    known: &'a [Option<Arc<MemberSheet>>],
    facts_of: impl Fn(&'a MemberSheet) -> &'a [SheetFact],
) -> Vec<AnyView> {
    let facts: Vec<Option<&[SheetFact]>> = known
        .iter()
        .map(|sheet| sheet.as_ref().map(|sheet| facts_of(sheet)))
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for fact in facts.iter().copied().flatten().flatten() {
        if !names.contains(&&*fact.name) {
            names.push(&fact.name);
        }
    }
    let rows = names.into_iter().map(|name| {
        let of = |facts: &[SheetFact]| facts.iter().find(|fact| fact.name == name).cloned();
        let cells: Vec<Option<Option<SheetFact>>> =
            facts.iter().map(|facts| facts.map(of)).collect();
        // What has not come differs from nothing.
        let come = cells.iter().flatten();
        let mut values: Vec<_> = come
            .map(|fact| fact.as_ref().map(|fact| &fact.value))
            .collect();
        values.dedup();
        let is_different = values.len() > 1;
        let sign = is_different.then(|| {
            view! {
                <span class="compare__sign" aria-hidden="true">
                    "≠"
                </span>
                {visually_hidden(differs)}
            }
        });
        let cells = cells.into_iter().map(|cell| {
            let html = cell.map(|fact| fact.map_or_else(|| "—".to_owned(), |fact| fact.html));
            view! { <td inner_html=html.unwrap_or_default()></td> }
        });
        let cells: Vec<_> = cells.collect();
        view! {
            <tr class:compare__different=is_different>
                <th scope="row">{name.to_owned()} {sign}</th>
                {cells}
            </tr>
        }
        .into_any()
    });
    rows.collect()
}

/// Where they lie, what they have in common, and how they are reached.
fn other_rows(directory: &'static Directory, known: &[Option<Arc<MemberSheet>>]) -> Vec<AnyView> {
    let words = &directory.catalogue;
    let sheets: Vec<&Arc<MemberSheet>> = known.iter().flatten().collect();
    let in_common = |of: fn(&MemberSheet) -> &[SheetFact]| -> Vec<SheetFact> {
        let Some((first, others)) = sheets.split_first() else {
            return Vec::new();
        };
        let first = of(first).iter();
        let everywhere = |fact: &&SheetFact| {
            others
                .iter()
                .all(|sheet| of(sheet).iter().any(|other| other.name == fact.name))
        };
        first.filter(everywhere).cloned().collect()
    };
    let shared = in_common(|sheet| &sheet.memberships);
    let events = in_common(|sheet| &sheet.events);
    let list = |facts: &[SheetFact]| -> String {
        let items = facts.iter().map(|fact| format!("<li>{}</li>", fact.html));
        let items: String = items.collect();
        if items.is_empty() {
            words.compare_none().to_owned()
        } else {
            format!("<ul>{items}</ul>")
        }
    };
    let across = |name: &str, html: String| {
        view! {
            <tr>
                <th scope="row">{name.to_owned()}</th>
                <td colspan=known.len() inner_html=html></td>
            </tr>
        }
        .into_any()
    };
    let each = |name: &str, html: &dyn Fn(&MemberSheet) -> String| {
        let cells = known.iter().map(|sheet| {
            let html = sheet.as_ref().map(|sheet| html(sheet)).unwrap_or_default();
            view! { <td inner_html=html></td> }
        });
        let cells: Vec<_> = cells.collect();
        view! {
            <tr>
                <th scope="row">{name.to_owned()}</th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let own = |sheet: &MemberSheet| {
        let own = sheet.memberships.iter();
        let own: Vec<SheetFact> = own
            .filter(|fact| !shared.iter().any(|other| other.name == fact.name))
            .cloned()
            .collect();
        list(&own)
    };
    vec![
        each(words.map_label(), &|sheet| sheet.map.clone()),
        across(words.compare_common_memberships(), list(&shared)),
        each(words.compare_own_memberships(), &own),
        across(words.compare_common_events(), list(&events)),
        each(words.contact_title(), &|sheet| sheet.contacts.clone()),
    ]
}
