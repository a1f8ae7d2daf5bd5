//! Members as a list.

use directory::Directory;
use directory::Query;
use directory::model::{Member, RegionIdx};
use leptos::prelude::*;

use super::{count, members_of, outward, summary};
use crate::address::Page;
use crate::components::lang_name::{localized, parliament_name};
use crate::navigation::use_here;

/// The members of a region by name; all of them region by region.
pub fn list(directory: &'static Directory, region: Option<RegionIdx>) -> AnyView {
    let words = &directory.catalogue;
    let regions = RegionIdx::all(&directory.network);
    let regions = regions.filter(|one| region.is_none_or(|region| region == *one));
    let sections = regions.map(|one| {
        let rows = members_of(directory, Some(one)).map(|member| row(directory, member));
        let rows: Vec<_> = rows.collect();
        let name = region.is_none().then(|| {
            let name = localized(directory.localized(&directory.network[one].names));
            view! { <h2>{name}</h2> }
        });
        view! { <section>{name}<ul>{rows}</ul></section> }
    });
    let sections: Vec<_> = sections.collect();
    view! {
        <p class="embed__detail">{count(directory, region)}</p>
        <p class="embed-list__filter" data-needs="script">
            <input
                type="search"
                id="filter"
                aria-label=words.embed_filter()
                placeholder=words.embed_filter()
                autocomplete="off"
                spellcheck="false"
            />
        </p>
        <div class="embed-list">{sections}</div>
        <p class="embed-list__none" role="status"></p>
    }
    .into_any()
}

fn row(directory: &'static Directory, member: &'static Member) -> AnyView {
    let href = use_here().to(Page::Member(member), &Query::default());
    let name = localized(directory.localized(&member.names));
    let parliament = parliament_name(directory, member.parliament.as_ref());
    let parliament = parliament.map(|name| view! { <span>{name}</span> });
    view! {
        <li>
            {outward(href, name)}
            {parliament}
            <small>{summary(directory, member)}</small>
        </li>
    }
    .into_any()
}
