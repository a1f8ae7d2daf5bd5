//! The way back from a member to the list, and to its neighbours there.

use directory::Query;
use directory::facets::FacetId;
use directory::model::{Member, MemberIdx};
use leptos::prelude::*;

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::Site;
use crate::address::Page;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// The way back, and to the next in the list that the reader came from.
#[component]
pub fn Pager(site: &'static Site, member: &'static Member) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let region = &network[member.region];
    let sub_region = &network[member.sub_region];
    let in_region = Query::default().with_toggled(directory, FacetId::Region, &region.id);
    let in_sub_region =
        Query::default().with_toggled(directory, FacetId::SubRegion, &sub_region.id);
    let crumb = move |query: Query, name: &'static str| {
        view! { <li><a href=move || here.to(Page::Directory, &query)>{name}</a></li> }
    };
    let back = move || {
        let list = here.query.read().with_selected(&member.id);
        here.to(Page::Directory, &list)
    };
    // With those on the list.
    let compare = move || {
        let mut list = here.query.read().list.clone();
        if !list.contains(&member.id) {
            list.push(member.id.clone());
        }
        here.to(Page::Compare, &Query::default().with_list(list))
    };
    view! {
        <div class="pager">
            <nav class="breadcrumbs" aria-label=words.member_breadcrumbs()>
                <ol>
                    <li>
                        <a href=back>{words.member_directory()}</a>
                    </li>
                    {crumb(in_region, region.names.get(language))}
                    {crumb(in_sub_region, sub_region.names.get(language))}
                </ol>
            </nav>
            <a class="pager__compare" href=compare>
                {words.compare_open()}
            </a>
            {dynamic(move || around(site, member, &here.query.read()))}
        </div>
    }
}

/// The members before and after in the list that `query` shows.
fn around(site: &'static Site, member: &'static Member, query: &Query) -> AnyView {
    let here = use_here();
    let (language, words) = (site.directory.language(), &site.directory.catalogue);
    let members = &site.results(&query.result_key()).members;
    let is_this = |other: &MemberIdx| site.directory[*other].id == member.id;
    let step = |member: MemberIdx, text: &'static str| {
        let member: &'static Member = &site.directory[member];
        let name = member.names.get(language);
        let name = view! { <span>{visually_hidden(text)} {name}</span> };
        (here.to(Page::Member(member), query), name)
    };
    let place = members.iter().position(is_this).map(|at| {
        let before = at.checked_sub(1).map(|before| {
            let (href, name) = step(members[before], words.member_previous());
            view! { <a class="pager__step" href=href rel="prev">{Icon::Back.view()} {name}</a> }
        });
        let after = members.get(at + 1).map(|after| {
            let (href, name) = step(*after, words.member_next());
            view! { <a class="pager__step" href=href rel="next">{name} {Icon::Forward.view()}</a> }
        });
        let number = words.member_place(&words.number(at + 1), &words.number(members.len()));
        view! {
            {before}
            <span class="pager__place">{number}</span>
            {after}
        }
    });
    view! { <nav class="pager__around" aria-label=words.member_around()>{place}</nav> }.into_any()
}
