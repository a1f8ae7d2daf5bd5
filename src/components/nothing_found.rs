//! What to do when nothing is found.

use directory::{Catalogue, Query};
use leptos::prelude::*;

use super::lang_name::localized;
use crate::Site;
use crate::address::Page;
use crate::navigation::use_here;

/// The names nearest to the words of `query`, and a way out.
pub fn nothing_found(site: &'static Site, query: &Query) -> AnyView {
    let here = use_here();
    let directory = site.directory;
    let words = &directory.catalogue;
    let all = query.cleared();
    let nearest = site.search().nearest(&query.search_text(), 5);
    let links = nearest.iter().map(|hit| {
        let member = &directory[hit.item];
        let name = localized(directory.localized(&member.names));
        // The list of contacts selects nobody.
        let href = match here.listing() {
            Page::Contacts => here.to(Page::Member(member), &Query::default()),
            listing => here.to(listing, &all.with_selected(&member.id)),
        };
        view! { <li><a href=href data-noscroll="">{name}</a></li> }
    });
    let links = links.collect_view();
    let meant = (!links.is_empty()).then(|| {
        view! {
            <p>{words.nothing_meant()}</p>
            <ul>{links}</ul>
        }
        .into_any()
    });
    let regions = directory.network.regions.first();
    let tip = regions.map(|region| {
        view! {
            <p>
                {words.typed_tip()} " " <code dir="ltr" translate="no">"region:"{region.id.as_str()} " seats:>200"</code>
            </p>
        }
        .into_any()
    });
    let help = view! {
        {meant}
        {tip}
    };
    nothing(words.nothing_title(), Some(help.into_any()), words, &all)
}

/// The same of events, which are called by too many words to be near.
pub fn no_event_found(words: &'static Catalogue, query: &Query) -> AnyView {
    nothing(words.events_nothing(), None, words, &query.cleared())
}

/// Says so, with `help`, and leads to `all`.
fn nothing(
    title: &'static str,
    help: Option<AnyView>,
    words: &'static Catalogue,
    all: &Query,
) -> AnyView {
    let href = use_here().to_listing(all);
    view! {
        <div class="nothing-found">
            <p class="nothing-found__title">{title}</p>
            {help}
            <p>
                <a class="button" href=href data-noscroll="">
                    {words.nothing_clear()}
                </a>
            </p>
        </div>
    }
    .into_any()
}
