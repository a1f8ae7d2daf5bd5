//! The card of a member.

use directory::Directory;
use directory::model::{Member, Parliament, Status};
use leptos::prelude::*;

use super::{outward, summary};
use crate::components::lang_name::{lang_name, localized, parliament_name};
use crate::documents::no_translate::no_translate;
use crate::documents::seat_chart::seat_chart;

/// What a member's parliament is: its name, its chambers, a few facts.
pub fn card(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let parliament = member.parliament.as_ref();
    let name = parliament_name(directory, parliament).unwrap_or_else(|| {
        view! { <span class="missing">{words.member_no_record()}</span> }.into_any()
    });
    let chambers = parliament.map(|parliament| chambers(directory, parliament));
    let region = localized(directory.localized(&directory.network[member.region].names));
    let city = parliament.map(|parliament| localized(directory.localized(&parliament.seat.city)));
    let joined = member.joined.filter(|_| member.status == Status::Member);
    let joined = joined.map(|date| words.date(date).into_any());
    let next = parliament.and_then(|parliament| parliament.next_election);
    let next = next.map(|date| words.date(date).into_any());
    let website = member.website();
    let website = website.and_then(|contact| {
        let link = contact.link(directory.network.contacts)?;
        let host = link.split('/').nth(2).unwrap_or(&link);
        let host = host.trim_start_matches("www.").to_owned();
        Some(outward(link, no_translate(host)))
    });
    let facts = [
        (words.filters_region(), Some(region)),
        (words.fact_seat(), city),
        (words.fact_joined(), joined),
        (words.fact_next_election(), next),
        (words.contact_kind_website(), website),
    ];
    let facts = facts
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd>{value?}</dd></div> }));
    let facts: Vec<_> = facts.collect();
    view! {
        <p class="embed__lead">{name}</p>
        <p class="embed__detail">{summary(directory, member)}</p>
        {chambers}
        <dl class="embed-card__facts">{facts}</dl>
    }
    .into_any()
}

/// The chambers side by side, each with its seats.
fn chambers(directory: &'static Directory, parliament: &'static Parliament) -> AnyView {
    let words = &directory.catalogue;
    let chambers = parliament.chambers.iter().filter_map(|chamber| {
        let chart = seat_chart(words, parliament, chamber)?;
        let several = parliament.chambers.len() > 1;
        let name = directory.display_name(&chamber.names).filter(|_| several);
        let name = name.map(|name| view! { <h2>{lang_name(&name.lang, &name.name)}</h2> });
        let share = chamber.women_share.filter(|_| parliament.status.sits());
        let share = share.map(|share| words.list_row_women(&words.share(share)));
        let share = share.map(|share| view! { <p class="embed__detail">{share}</p> });
        let older = chamber.later_election.map(|vote| {
            let text = words.chamber_older(&words.date(vote));
            view! { <p class="embed-card__older">{text}</p> }
        });
        Some(view! { <section>{name}{chart}{share}{older}</section> })
    });
    let chambers: Vec<_> = chambers.collect();
    view! { <div class="embed-card__chambers">{chambers}</div> }.into_any()
}
