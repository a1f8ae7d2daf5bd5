//! Those that belonged in a past year and do not today.

use std::sync::Arc;

use directory::colouring::{Colouring, Shade};
use directory::membership::parts_of_others;
use directory::model::{FormerMemberIdx, MemberIdx, SourceScope};
use directory::{Directory, Query};
use leptos::prelude::*;

use super::lang_name::localized;
use super::member_list::row_class;
use crate::Site;
use crate::address::Page;
use crate::dynamic::dynamic;
use crate::navigation::use_here;
use crate::site::Results;

/// The former members among `results`, a row each below the members; who lay
/// within one of these; and how many are left out since their dates are not
/// known. Nothing for the present.
#[component]
pub fn FormerRows(
    site: &'static Site,
    results: Memo<Arc<Results>>,
    colouring: RwSignal<Arc<Colouring>>,
) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    dynamic(move || {
        // The titles of sources are a part of the snapshot of their own.
        site.follow_parts();
        let results = results.read();
        let colouring = colouring.read();
        let rows = results.former.iter();
        let rows = rows.map(|former| row(directory, *former, colouring.shade_of_former(*former)));
        let rows = (!results.former.is_empty()).then(|| {
            view! {
                <section class="former-rows">
                    <h2>{words.years_former()}</h2>
                    <ul>{rows.collect_view()}</ul>
                </section>
            }
        });
        let unknown = results.unknown_membership_count;
        let left_out = (unknown > 0).then(|| {
            let text = words.years_left_out(unknown);
            view! { <p class="former-rows__left-out">{text}</p> }
        });
        let parts = results.past_year.map(|year| {
            let parts = parts_of_others(directory, year).into_iter();
            let parts = parts.filter(|(_, whole)| results.shown.binary_search(whole).is_ok());
            parts.map(|part| part_of(directory, part)).collect_view()
        });
        results
            .past_year
            .map(|_| view! { <div>{rows} {parts} {left_out}</div> })
    })
}

/// Says within which member a state of today lay.
fn part_of(directory: &'static Directory, (part, whole): (MemberIdx, MemberIdx)) -> AnyView {
    let words = &directory.catalogue;
    let name = |member: MemberIdx| directory[member].names.get(directory.language());
    let part_of = directory[part].part_of.as_ref();
    let until = part_of.map_or_else(String::new, |part_of| words.date(part_of.until));
    let text = words.years_part_of(name(part), name(whole), &until);
    view! { <p class="former-rows__left-out">{text}</p> }.into_any()
}

fn row(directory: &'static Directory, former: FormerMemberIdx, shade: Shade) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let former = &directory.network[former];
    let period = words.years_period(
        &words.year(former.joined.year()),
        &words.year(former.left.year()),
    );
    let page = here.to(Page::Sources(SourceScope::Facts), &Query::default());
    let sources = former.provenance.record.sources.iter();
    let sources = sources.filter_map(|source| directory.sources.get(source.get()));
    let sources = sources.map(|source| {
        let title = localized(directory.translated(&source.title));
        // An element of its own: see docs/decisions/browser-translation.md.
        view! {
            <span>
                " · "
                <a href=format!("{page}#{}", source.id)>{title}</a>
            </span>
        }
    });
    // The same state, which observes today, or the one that followed it.
    let mut members = MemberIdx::each(directory);
    let today = members.find(|(index, member)| {
        former.id == member.id.as_str() || former.successor == Some(*index)
    });
    let open = today.map(|(_, member)| {
        let label = words.list_row_open(member.names.get(directory.language()));
        let href = move || here.to_page(Page::Member(member));
        view! {
            <a class="member-list__open" href=href aria-label=label></a>
        }
    });
    view! {
        <li class=row_class(shade)>
            <div class="member-list__former">
                <p class="member-list__line">
                    <b class="member-list__name">{localized(directory.localized(&former.names))}</b>
                    <span class="member-list__figure">{period}</span>
                </p>
                <p class="member-list__detail">
                    {localized(directory.localized(&former.how))}
                    " "
                    <small>{sources.collect_view()}</small>
                </p>
            </div>
            {open}
        </li>
    }
    .into_any()
}
