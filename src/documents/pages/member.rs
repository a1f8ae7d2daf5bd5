//! A member and its parliament; written when the site is published.

use directory::completeness::oldest;
use directory::model::{Member, Parliament, Status, Structure};
use directory::{Directory, Query};
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::components::lang_name::{lang_name, localized, parliament_tag};
use crate::components::list_gap::list_gap;
use crate::components::pager::Pager;
use crate::documents::chamber_card::{chamber_card, notes};
use crate::documents::correction_form::correction_form;
use crate::documents::fact::fact;
use crate::documents::institution_name::marked_institution_name;
use crate::documents::locator_map::locator_map;
use crate::documents::member_contact::member_contact;
use crate::documents::member_events::member_events;
use crate::documents::member_movement::member_movement;
use crate::documents::member_names::member_names;
use crate::head::describe;
use crate::navigation::use_here;

/// `/members/{slug}/`: the query behind it says from which list one came, which
/// the program follows alone.
pub fn member_page(site: &'static Site, member: &'static Member) -> AnyView {
    let directory = site.directory;
    let language = directory.language();
    let name = member.names.get(language);
    let short_name = directory.network.short_names.get(language);
    let words = &directory.catalogue;
    describe(
        move || words.page_title(name, short_name),
        &about(directory, member, name),
    );

    view! {
        <article class="page member-page">
            <Pager site member />
            <header class="member-page__head">
                <div>
                    <h1>{localized(directory.localized(&member.names))}</h1>
                    {parliament_line(directory, member)}
                    {key_facts(directory, member)}
                    {freshness(directory, member)}
                </div>
                {locator_map(directory, member)}
            </header>
            <div class="member-page__body">
                {record(directory, member)}
                <aside aria-label=words.member_aside()>
                    {member_contact(directory, member)}
                    {member_movement(directory, member)}
                    {neighbours(directory, member)}
                </aside>
            </div>
            {correction_form(directory, member)}
        </article>
    }
    .into_any()
}

/// The page in a sentence.
fn about(directory: &Directory, member: &Member, name: &str) -> String {
    let words = &directory.catalogue;
    let standing = words.status_inside(member.status);
    let Some(parliament) = &member.parliament else {
        return words.member_about_missing(name, standing);
    };
    let own = directory.display_name(&parliament.names);
    let own = own.map_or("", |name| name.name.as_str());
    let own = &words.parliament_name(own, parliament.status);
    let structure = words.structure_inside(parliament.structure);
    match member.seats() {
        Some(seats) => words.member_about_seats(seats as usize, name, standing, own, structure),
        None => words.member_about(name, standing, own, structure),
    }
}

/// The parliament under the name: what it is called, here and there.
fn parliament_line(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let Some(parliament) = &member.parliament else {
        return view! { <p class="missing">{words.member_no_record()}</p> }.into_any();
    };
    let first = directory.display_name(&parliament.names);
    let others = parliament.names.iter().filter(|name| Some(*name) != first);
    let others = others.map(|name| (" · ", lang_name(&name.lang, &name.name)));
    let others: Vec<_> = others.collect();
    let first = first.map(|name| marked_institution_name(words, name));
    let tag = parliament_tag(words, Some(parliament));
    let structure = words.structure_inside(parliament.structure);
    // Of one that does not sit the tag says more.
    let is_said = tag.is_some() && parliament.structure == Structure::Suspended;
    let structure = (!is_said).then_some((" · ", structure));
    view! { <p class="member-page__parliament">{first}{tag}{structure}{others}</p> }.into_any()
}

/// Joining, status, seat and elections.
fn key_facts(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let own = &member.provenance;
    let joined = match (member.status, member.joined) {
        (Status::Member, Some(joined)) => {
            let at = member.joined_at.as_deref();
            let at = at.map(|at| localized(directory.translated(at)));
            let at = at.unwrap_or_else(|| words.fact_no_meeting().into_any());
            Some(value(words.date(joined), Some(at)))
        }
        (Status::Observer, _) => Some(value(words.status_observer(), None)),
        (Status::Member, None) => None,
    };
    let joined_name = match member.status {
        Status::Member => words.fact_joined(),
        Status::Observer => words.fact_role(),
    };
    let joined_origin = own.origin_of(if member.joined.is_some() {
        "joined"
    } else {
        "status"
    });
    let region = &directory.network[member.region].names;
    let region = localized(directory.localized(region));
    let status = value(words.status(member.status), Some(region));
    let status_origin = own.origin_of("status");
    let parliament = member.parliament.as_ref();
    let parliament = parliament.map(|parliament| parliament_facts(directory, member, parliament));
    let movement = directory.network.movement.get(directory.language());
    view! {
        <dl class="key-facts" aria-label=words.fact_label(movement)>
            {fact(directory, joined_name, joined, joined_origin)}
            {fact(directory, words.fact_status(), Some(status), status_origin)}
            {parliament}
        </dl>
    }
    .into_any()
}

/// What is oldest on the page, and what is not dated.
fn freshness(directory: &'static Directory, member: &Member) -> Option<AnyView> {
    let words = &directory.catalogue;
    let (oldest, undated) = oldest(directory, member);
    let oldest =
        oldest.map(|(field, date)| words.record_oldest(&field.label(directory), &words.date(date)));
    let undated: Vec<_> = undated
        .into_iter()
        .map(|field| field.label(directory))
        .collect();
    let undated = (!undated.is_empty()).then(|| words.record_undated(&words.join(&undated)));
    (oldest.is_some() || undated.is_some()).then(|| {
        view! {
            <p class="member-page__freshness">
                {oldest}
                {list_gap(words)}
                {undated}
            </p>
        }
        .into_any()
    })
}

/// The state of a parliament, its seat and its elections.
fn parliament_facts(
    directory: &'static Directory,
    member: &'static Member,
    parliament: &'static Parliament,
) -> AnyView {
    let (language, words) = (directory.language(), &directory.catalogue);
    let structure = words.structure(parliament.structure).into_any();
    let state = value(words.parliament_status(parliament.status), Some(structure));
    let capital = member.capital.as_ref().map(|capital| &capital.city);
    let elsewhere = capital.filter(|capital| **capital != parliament.seat.city);
    let seat = value(
        localized(directory.localized(&parliament.seat.city)),
        elsewhere.map(|capital| words.fact_capital(capital.get(language)).into_any()),
    );
    let last = parliament.last_election;
    let last = last.map(|date| value(words.date(date), None));
    let next = parliament.next_election.map(|date| {
        let expected = if directory.network.data_date.is_surely_after(date) {
            words.fact_was_expected()
        } else {
            words.fact_expected()
        };
        value(words.date(date), Some(expected.into_any()))
    });
    let fact = |name, value, field| {
        fact(
            directory,
            name,
            value,
            parliament.provenance.origin_of(field),
        )
    };
    view! {
        {fact(words.fact_state(), Some(state), "status")}
        {fact(words.fact_seat(), Some(seat), "seat")}
        {fact(words.fact_last_election(), last, "last_election")}
        {fact(words.fact_next_election(), next, "next_election")}
    }
    .into_any()
}

/// A value with what there is to say about it.
fn value(value: impl IntoView + 'static, detail: Option<AnyView>) -> AnyView {
    let detail = detail.map(|detail| view! { <span class="fact__detail">{detail}</span> });
    view! { <b>{value}</b>" "{detail} }.into_any()
}

/// Chambers, notes and names.
fn record(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let parliament = member.parliament.iter();
    let chambers = parliament.clone().flat_map(|parliament| {
        let chambers = parliament.chambers.iter();
        chambers.map(|chamber| chamber_card(directory, parliament, chamber))
    });
    let chambers: Vec<_> = chambers.collect();
    let none = chambers.is_empty();
    let none = none.then(|| view! { <p class="missing">{words.member_no_chamber()}</p> });
    let remarks = member
        .notes
        .iter()
        .chain(parliament.flat_map(|parliament| &parliament.notes));
    let remarks = notes(directory, remarks);
    let remarks =
        remarks.map(|notes| view! { <section><h2>{words.member_notes()}</h2>{notes}</section> });
    view! {
        <div>
            <section>
                <h2>{words.member_chambers()}</h2>
                {none}
                {chambers}
            </section>
            {member_events(directory, member)}
            {remarks}
            {member_names(directory, member)}
        </div>
    }
    .into_any()
}

/// The other members of the same sub-region, by name.
fn neighbours(directory: &'static Directory, member: &'static Member) -> Option<AnyView> {
    let here = use_here();
    let is_other = |other: &Member| other.sub_region == member.sub_region && other.id != member.id;
    let others = directory.by_name().filter(|other| is_other(other));
    let links = others.map(|other| {
        let href = here.to(Page::Member(other), &Query::default());
        let name = localized(directory.localized(&other.names));
        view! { <li><a href=href>{name}</a></li> }
    });
    let links: Vec<_> = links.collect();
    let sub_region = &directory.network[member.sub_region].names;
    let sub_region = sub_region.get(directory.language());
    let heading = directory.catalogue.member_neighbours(sub_region);
    (!links.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{heading}</h2>
                <ul class="name-row">{links}</ul>
            </section>
        }
        .into_any()
    })
}
