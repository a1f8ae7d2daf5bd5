//! A member and its parliament.

use domain::directory::{Member, Status};
use domain::words::date_in_words;
use domain::{Directory, Query};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use super::not_found::NotFoundPage;
use crate::Site;
use crate::address::{Page, use_here};
use crate::components::chamber_card::ChamberCard;
use crate::components::fact::Fact;
use crate::components::icon::Icon;
use crate::components::lang_name::LangName;
use crate::components::member_contact::MemberContact;
use crate::components::member_movement::MemberMovement;
use crate::components::member_names::MemberNames;
use crate::map::locator_map::LocatorMap;

/// `/members/{slug}/`: the query behind it says from which list one came.
#[component]
pub fn MemberPage(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
) -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.read().get("slug").unwrap_or_default());

    move || match site.directory.member_at(&slug.read()) {
        Some(member) => view! { <MemberView site member /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn MemberView(site: &'static Site, member: &'static Member) -> impl IntoView {
    let directory = site.directory;
    let language = directory.language();
    let name = member.names.get(language);
    let short_name = directory.network.short_names.get(language);
    let chambers = member
        .parliament
        .iter()
        .flat_map(|parliament| &parliament.chambers);
    let chambers = chambers
        .map(|chamber| view! { <ChamberCard directory chamber /> })
        .collect::<Vec<_>>();
    let no_chamber = chambers.is_empty();
    let notes = member.notes.iter().chain(
        member
            .parliament
            .iter()
            .flat_map(|parliament| &parliament.notes),
    );
    let notes = notes
        .map(|note| view! { <li>{note.as_str()}</li> })
        .collect::<Vec<_>>();

    view! {
        <Title text=format!("{name} – {short_name}") />
        <article class="page member-page">
            <Steps site member />
            <header class="member-page__head">
                <div>
                    <h1>{name}</h1>
                    <ParliamentLine member />
                    <KeyFacts directory member />
                </div>
                <LocatorMap directory member />
            </header>
            <div class="member-page__body">
                <div>
                    <section>
                        <h2>"Chambers"</h2>
                        {no_chamber.then(|| view! { <p class="missing">"No chamber on record."</p> })}
                        {chambers}
                    </section>
                    {(!notes.is_empty()).then(|| view! {
                        <section><h2>"Notes"</h2><ul class="notes">{notes}</ul></section>
                    })}
                    <MemberNames directory member />
                </div>
                <aside>
                    <MemberContact directory member />
                    <MemberMovement directory member />
                    <Neighbours directory member />
                </aside>
            </div>
        </article>
    }
    .into_any()
}

/// The way back, and to the next in the list that the reader came from.
#[component]
fn Steps(site: &'static Site, member: &'static Member) -> impl IntoView {
    let here = use_here();
    let directory = site.directory;
    let network = &directory.network;
    let language = directory.language();
    let (region, sub_region) = (
        &network.regions[member.region],
        &network.sub_regions[member.sub_region],
    );
    let list = move || here.to(Page::Directory, &here.query.read().selecting(&member.id));
    let in_region = move || {
        here.to(
            Page::Directory,
            &Query::default().toggling_region(directory, &region.id),
        )
    };
    let in_sub_region = move || {
        here.to(
            Page::Directory,
            &Query::default().toggling_sub_region(directory, &sub_region.id),
        )
    };

    let around = Memo::new(move |_| {
        let places = &site.results(&here.query.read().asking()).places;
        let place = places
            .iter()
            .position(|place| directory.members[*place].id == member.id)?;
        let before = place.checked_sub(1).map(|place| places[place]);
        Some((
            before,
            places.get(place + 1).copied(),
            place + 1,
            places.len(),
        ))
    });
    let step = move |place: Option<usize>, forward: bool| {
        let member: &'static Member = &directory.members[place?];
        let href = move || here.to(Page::Member(&member.slug), &here.query.read());
        let (rel, text) = if forward {
            ("next", "Next: ")
        } else {
            ("prev", "Previous: ")
        };
        Some(view! {
            <a class="steps__step" href=href rel=rel>
                {(!forward).then(|| Icon::Back.view())}
                <span class="visually-hidden">{text}</span>
                {member.names.get(language)}
                {forward.then(|| Icon::Forward.view())}
            </a>
        })
    };
    let steps = move || {
        around.get().map(|(before, after, number, of)| {
            view! {
                {step(before, false)}
                <span class="steps__place">{format!("{number} of {of}")}</span>
                {step(after, true)}
            }
        })
    };

    view! {
        <div class="steps">
            <nav class="breadcrumbs" aria-label="Breadcrumbs">
                <ol>
                    <li><a href=list>"Directory"</a></li>
                    <li><a href=in_region>{region.names.get(language)}</a></li>
                    <li><a href=in_sub_region>{sub_region.names.get(language)}</a></li>
                </ol>
            </nav>
            <nav class="steps__around" aria-label="Members before and after in the list">{steps}</nav>
        </div>
    }
}

/// The parliament under the name: what it is called, here and there.
#[component]
fn ParliamentLine(member: &'static Member) -> impl IntoView {
    match &member.parliament {
        None => {
            view! { <p class="missing">"The record of the parliament is missing."</p> }.into_any()
        }
        Some(parliament) => {
            let mut names = parliament.names.iter();
            let first = names.next().map_or("", |name| name.name.as_str());
            let others =
                names.map(|name| view! { " · " <LangName lang=&name.lang name=&name.name /> });
            view! {
                <p class="member-page__parliament">
                    {first} " · " {parliament.structure.label().to_ascii_lowercase()} {others.collect_view()}
                </p>
            }
            .into_any()
        }
    }
}

/// Joining, status, seat and elections.
#[component]
fn KeyFacts(directory: &'static Directory, member: &'static Member) -> impl IntoView {
    let movement = directory.network.movement.get(directory.language());
    let own = &member.provenance;
    let joined = match (member.status, member.joined) {
        (Status::Member, Some(joined)) => {
            let at = member
                .joined_at
                .as_deref()
                .unwrap_or("no meeting of that year is named");
            Some(
                view! { <b>{date_in_words(joined)}</b> <span class="fact__detail">{at}</span> }
                    .into_any(),
            )
        }
        (Status::Observer, _) => Some(view! { <b>"Observer"</b> }.into_any()),
        (Status::Member, None) => None,
    };
    let joined_field = if member.joined.is_some() {
        "joined"
    } else {
        "status"
    };
    let place = directory.network.regions[member.region]
        .names
        .get(directory.language());
    let status = view! { <b>{member.status.label()}</b> <span class="fact__detail">{place}</span> };

    let of_parliament = member.parliament.as_ref().map(|parliament| {
        let provenance = &parliament.provenance;
        let works = view! {
            <b>{parliament.status.label()}</b>
            <span class="fact__detail">{parliament.structure.label()}</span>
        };
        let seat = view! {
            <b>{parliament.seat.city.as_str()}</b>
            {(member.capital.city != parliament.seat.city).then(|| {
                view! { <span class="fact__detail">{format!("capital: {}", member.capital.city)}</span> }
            })}
        };
        let last = parliament.last_election.map(|date| view! { <b>{date_in_words(date)}</b> }.into_any());
        let next = parliament.next_election.map(|date| {
            let passed = directory.network.data_date.is_surely_after(date);
            let expected = if passed { "was expected; its outcome is not known here" } else { "expected" };
            view! { <b>{date_in_words(date)}</b> <span class="fact__detail">{expected}</span> }.into_any()
        });
        view! {
            <Fact directory name="State of the parliament" value=Some(works.into_any()) origin=provenance.of("status") />
            <Fact directory name="Seat of parliament" value=Some(seat.into_any()) origin=provenance.of("seat") />
            <Fact directory name="Last election" value=last origin=provenance.of("last_election") />
            <Fact directory name="Next election" value=next origin=provenance.of("next_election") />
        }
    });
    let joined_name = if member.status == Status::Member {
        "Joined"
    } else {
        "Role"
    };

    view! {
        <dl class="key-facts" aria-label=format!("In the {movement}")>
            <Fact directory name=joined_name value=joined origin=own.of(joined_field) />
            <Fact directory name="Status" value=Some(status.into_any()) origin=own.of("status") />
            {of_parliament}
        </dl>
    }
}

/// The other members of the same sub-region.
#[component]
fn Neighbours(directory: &'static Directory, member: &'static Member) -> impl IntoView {
    let here = use_here();
    let language = directory.language();
    let others = directory
        .members
        .iter()
        .filter(|other| other.sub_region == member.sub_region && other.id != member.id);
    let links = others.map(|other| {
        let href = move || here.to(Page::Member(&other.slug), &Query::default());
        view! { <li><a href=href>{other.names.get(language)}</a></li> }
    });
    let links = links.collect::<Vec<_>>();
    let sub_region = directory.network.sub_regions[member.sub_region]
        .names
        .get(language);

    (!links.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{format!("Also in {sub_region}")}</h2>
                <ul class="name-row">{links}</ul>
            </section>
        }
    })
}
