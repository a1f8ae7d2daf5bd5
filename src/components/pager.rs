//! The way back from a member to the list, and to its neighbours there.

use directory::Query;
use directory::facets::FacetId;
use directory::model::{Member, MemberIdx};

use super::icon::Icon;
use super::visually_hidden::visually_hidden;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// The way back, and to the next in the list that the reader came from.
pub fn pager(site: &'static Site, member: &'static Member) -> Element {
    let here = use_here();
    let directory = site.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let region = &network[member.region];
    let sub_region = &network[member.sub_region];
    let crumb = |query: Query, name: &'static str| {
        let link = el("a").href(here.to(Page::Directory, &query));
        el("li").child(link.child(name))
    };
    let in_region = Query::default().with_toggled(directory, FacetId::Region, &region.id);
    let in_sub_region =
        Query::default().with_toggled(directory, FacetId::SubRegion, &sub_region.id);
    let back = move || {
        let list = here.query.read().with_selected(&member.id);
        let link = el("a").href(here.to(Page::Directory, &list));
        el("li").child(link.child(words.member_directory()))
    };
    let crumbs = el("ol")
        .live(back)
        .child(crumb(in_region, region.names.get(language)))
        .child(crumb(in_sub_region, sub_region.names.get(language)));

    el("div")
        .class("pager")
        .child(
            el("nav")
                .class("breadcrumbs")
                .attr("aria-label", words.member_breadcrumbs())
                .child(crumbs),
        )
        .child(live(move || around(site, member, &here.query.read())))
}

/// The members before and after in the list that `query` shows.
fn around(site: &'static Site, member: &'static Member, query: &Query) -> Element {
    let here = use_here();
    let (language, words) = (site.directory.language(), &site.directory.catalogue);
    let members = &site.results(&query.result_key()).members;
    let step = |member: MemberIdx, rel: &'static str, text: &'static str| {
        let member: &'static Member = &site.directory[member];
        let link = el("a")
            .class("pager__step")
            .href(here.to(Page::Member(member), query))
            .attr("rel", rel);
        (
            link,
            el("span")
                .child(visually_hidden(text))
                .child(member.names.get(language)),
        )
    };
    let nav = el("nav")
        .class("pager__around")
        .attr("aria-label", words.member_around());
    let is_this = |other: &MemberIdx| site.directory[*other].id == member.id;
    let Some(at) = members.iter().position(is_this) else {
        return nav;
    };
    let before = at.checked_sub(1).map(|before| {
        let (link, name) = step(members[before], "prev", words.member_previous());
        link.child(Icon::Back.view()).child(name)
    });
    let after = members.get(at + 1).map(|after| {
        let (link, name) = step(*after, "next", words.member_next());
        link.child(name).child(Icon::Forward.view())
    });
    let number = words.member_place(&words.number(at + 1), &words.number(members.len()));
    nav.children(before)
        .child(el("span").class("pager__place").child(number))
        .children(after)
}
