//! Those that belonged in a past year and do not today.

use std::sync::Arc;

use directory::model::{FormerMemberIdx, Member, MemberIdx, SourceScope};
use directory::{Directory, Query};

use super::icon::Icon;
use super::lang_name::localized;
use crate::Site;
use crate::address::Page;
use crate::markup::{Element, Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;
use crate::site::Results;

/// The former members among `results`, a row each below the members; and how
/// many are left out since their dates are not known. Nothing for the present.
pub fn former_rows(site: &'static Site, results: Memo<Arc<Results>>) -> Markup {
    let directory = site.directory;
    let words = &directory.catalogue;
    live(move || {
        // The titles of sources are a part of the snapshot of their own.
        site.follow_parts();
        let results = results.read();
        let rows = results.former.iter().map(|former| row(directory, *former));
        let rows = (!results.former.is_empty()).then(|| {
            el("section")
                .class("former-rows")
                .child(el("h2").child(words.years_former()))
                .child(el("ul").children(rows))
        });
        let left_out = (results.unknown_membership_count > 0).then(|| {
            el("p")
                .class("former-rows__left-out")
                .child(words.years_left_out(results.unknown_membership_count))
        });
        (rows.is_some() || left_out.is_some()).then(|| el("div").children(rows).children(left_out))
    })
}

fn row(directory: &'static Directory, former: FormerMemberIdx) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let former = &directory.network[former];
    let period = words.years_period(
        &words.year(former.joined.year()),
        &words.year(former.left.year()),
    );
    let line = el("p")
        .class("member-list__line")
        .child(
            el("b")
                .class("member-list__name")
                .child(localized(directory.localized(&former.names))),
        )
        .child(el("span").class("member-list__figure").child(period));
    let page = here.to(Page::Sources(SourceScope::Facts), &Query::default());
    let sources = former.provenance.record.sources.iter();
    let sources = sources.filter_map(|source| directory.sources.get(source.get()));
    let sources = sources.flat_map(|source| {
        let anchor = el("a").href(format!("{page}#{}", source.id));
        let title = localized(directory.translated(&source.title));
        [Markup::from(" · "), anchor.child(title).into()]
    });
    let detail = el("p")
        .class("member-list__detail")
        .child(localized(directory.localized(&former.how)))
        .child(" ")
        .child(el("small").children(sources));
    // The same state, which observes today, or the one that followed it.
    let mut members = MemberIdx::each(directory);
    let today = members.find(|(index, member)| {
        former.id == member.id.as_str() || former.successor == Some(*index)
    });
    let today = today.map(|(_, member)| member);
    let open = |member: &'static Member| {
        let name = member.names.get(directory.language());
        el("a")
            .class("member-list__open")
            .href(here.to(Page::Member(member), &here.query.read()))
            .attr("aria-label", words.list_row_open(name))
            .child(Icon::Forward.view())
    };
    let swatch = el("span")
        .class(format!("swatch swatch--region-{}", former.region.get() + 1))
        .attr("aria-hidden", "true");
    el("li")
        .key(former.id.as_str())
        .class("member-list__row")
        .child(swatch)
        .child(el("div").child(line).child(detail))
        .children(today.map(open))
}
