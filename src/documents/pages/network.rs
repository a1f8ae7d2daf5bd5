//! What the network is.

use directory::model::{Body, Membership, MembershipStatus, Organ, OrganIdx};
use directory::model::{Organisation, OrganisationIdx, Origin};
use directory::{Directory, Query, SortedSet};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::documents::contact_line::contact_line;
use crate::documents::network_offices::network_offices;
use crate::documents::no_translate::no_translate;
use crate::documents::source_note::{citation, link_to, source_note};
use crate::head::describe;
use crate::navigation::use_here;

/// `/network/`: written when the site is published.
pub fn network_page(directory: &'static Directory) -> AnyView {
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.catalogue;
    let short_name = network.short_names.get(language);
    let title = words.page_title(words.header_network(), short_name);
    describe(
        move || title.clone(),
        &words.network_description(short_name),
    );

    let name = localized(directory.localized(&network.names));
    let purpose = localized(directory.localized(&network.purpose));
    let origin = network.provenance.origin_of("purpose");
    let observers = organisations(directory, words.network_observers().to_owned(), &|one| {
        one.network_observer
    });
    let related = organisations(
        directory,
        words.network_organisations().to_owned(),
        &|one| one.related && !one.network_observer && one.id != network.id,
    );
    let movement = words.network_movement_observers(network.movement.get(language));
    let movement = organisations(directory, movement, &|one| one.observer);
    view! {
        <div class="page network-page">
            <h1>{name}</h1>
            <div class="lead">
                {purpose}
                " "
                {source_note(directory, origin, words.header_network())}
            </div>
            {history(directory)}
            {organs(directory)}
            {network_offices(directory)}
            {observers}
            {related}
            {movement}
        </div>
    }
    .into_any()
}

/// The steps by which the network came to be, each with its event.
fn history(directory: &'static Directory) -> Option<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let steps = directory.network.history.iter().map(|step| {
        let head = directory.event(&step.event).map(|event| {
            let href = here.to(Page::Event(event), &Query::default());
            let title = directory.full_title(event);
            let dates = words.dates(event.start, event.end);
            view! { <h3><a href=href>{title}</a>" "<small>{dates}</small></h3> }
        });
        let text = localized(directory.translated(&step.text));
        let note = source_note(directory, &step.origin, words.network_history());
        view! {
            <li>
                {head}
                <div>{text}" "{note}</div>
            </li>
        }
    });
    let steps: Vec<_> = steps.collect();
    (!steps.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.network_history()}</h2>
                <ol class="network-page__steps">{steps}</ol>
            </section>
        }
        .into_any()
    })
}

/// The organs of the network, those within others below them.
fn organs(directory: &'static Directory) -> Option<AnyView> {
    let words = &directory.catalogue;
    let organs = || {
        let all = OrganIdx::each(&directory.network);
        all.filter(|(_, organ)| organ.body == Some(Body::Network))
    };
    let name = |organ: &'static Organ| localized(directory.localized(&organ.names));
    let terms = organs().filter(|(_, organ)| organ.within.is_none());
    let terms = terms.map(|(organ_idx, organ)| {
        let inside = organs().filter(|(_, inside)| inside.within == Some(organ_idx));
        let inside = inside.map(|(_, inside)| view! { <li>{name(inside)}</li> });
        let inside: Vec<_> = inside.collect();
        let inside = (!inside.is_empty()).then(|| view! { <ul class="notes">{inside}</ul> });
        view! {
            <div id=format!("organ-{}", organ.id)>
                <dt>{name(organ)}</dt>
                <dd>
                    {statement(directory, organ)}
                    {inside}
                    {meetings(directory, organ_idx, organ)}
                </dd>
            </div>
        }
    });
    let terms: Vec<_> = terms.collect();
    (!terms.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.network_organs()}</h2>
                <dl class="network-page__organs">{terms}</dl>
            </section>
        }
        .into_any()
    })
}

/// What an organ is and does.
fn statement(directory: &'static Directory, organ: &'static Organ) -> Option<AnyView> {
    let text = localized(directory.translated(organ.text.as_deref()?));
    let about = directory.localized(&organ.names).text;
    let note = source_note(directory, &organ.origin, &about);
    Some(view! { <div>{text}" "{note}</div> }.into_any())
}

/// The meetings of an organ, the latest first.
fn meetings(
    directory: &'static Directory,
    organ_idx: OrganIdx,
    organ: &'static Organ,
) -> Option<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let events = directory.events.iter().rev();
    let events = events.filter(|event| event.organ == Some(organ_idx));
    let links = events.map(|event| {
        let href = here.to(Page::Event(event), &Query::default());
        let place = directory.place_of(event);
        let dates = words.dates(event.start, event.end);
        view! { <li><a href=href>{place}</a>" "<small>{dates}</small></li> }
    });
    let links: Vec<_> = links.collect();
    let feed = here.home_file(&format!("calendars/organ/{}.ics", organ.id));
    (!links.is_empty()).then(|| {
        view! {
            <div>
                <h3>{words.network_meetings()}</h3>
                <ul class="name-row">{links}</ul>
                <p class="panel__foot"><a href=feed>{words.hosting_calendar()}</a></p>
            </div>
        }
        .into_any()
    })
}

/// Organisations of one kind by name, and who belongs to them.
fn organisations(
    directory: &'static Directory,
    heading: String,
    is_one: &dyn Fn(&Organisation) -> bool,
) -> Option<AnyView> {
    let all = OrganisationIdx::each(directory);
    let cards = all.filter(|(_, one)| is_one(one));
    let cards = cards.map(|(index, one)| organisation(directory, index, one));
    let cards: Vec<_> = cards.collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section>
                <h2>{heading}</h2>
                <ul class="organisations">{cards}</ul>
            </section>
        }
        .into_any()
    })
}

fn organisation(
    directory: &'static Directory,
    organisation_idx: OrganisationIdx,
    organisation: &'static Organisation,
) -> AnyView {
    let name = directory.localized(&organisation.names);
    let record: &'static Origin = &organisation.provenance.record;
    let note = source_note(directory, record, &name.text);
    let short = organisation.abbreviation.as_deref();
    let short = short.map(|short| view! { <small>{no_translate(short)}</small> });
    let contacts = organisation.contacts.iter();
    let contacts = contacts.map(|contact| contact_line(directory, None, contact));
    let contacts: Vec<_> = contacts.collect();
    let contacts =
        (!contacts.is_empty()).then(|| view! { <ul class="contact-list">{contacts}</ul> });
    let remarks = organisation.notes.iter();
    let remarks = remarks.map(|remark| localized(directory.translated(remark)));
    let remarks = remarks.map(|remark| view! { <p class="missing">{remark}</p> });
    let remarks: Vec<_> = remarks.collect();
    view! {
        <li id=format!("organisation-{}", organisation.id)>
            <h3>{localized(name)}" "{short}</h3>
            <div>{outline(directory, organisation)}" "{note}</div>
            {contacts}
            {belonging(directory, organisation_idx)}
            {remarks}
        </li>
    }
    .into_any()
}

/// When it was founded, where it sits, since when it observes and how many
/// belong to it, as far as that is known.
fn outline(directory: &'static Directory, organisation: &'static Organisation) -> Option<String> {
    let words = &directory.catalogue;
    let founded = organisation.founded;
    let founded = founded.map(|date| words.network_founded(&words.date(date)));
    let seat = organisation.seat.as_ref().map(|seat| {
        let city = directory.localized(&seat.city).text;
        let country = organisation.country.as_deref();
        let country = country.and_then(|id| directory.state_names(id));
        let country = country.map(|names| directory.localized(names).text);
        let place = match country {
            Some(country) if country != city => words.events_at(&city, &country),
            _ => city.into_owned(),
        };
        words.network_seat(&place)
    });
    let since = organisation.observing_since;
    let since = since.map(|date| words.network_since(&words.date(date)));
    let count = organisation.members_count;
    let count = count.map(|count| words.network_members(count as usize));
    let parts = [founded, seat, since, count].into_iter();
    let parts: Vec<String> = parts.flatten().collect();
    (!parts.is_empty()).then(|| words.join(&parts))
}

/// Who of the states here belongs to an organisation, or took part.
fn belonging(directory: &'static Directory, organisation: OrganisationIdx) -> Vec<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let of = |membership: &&Membership| membership.organisation == organisation;
    let groups = [
        MembershipStatus::Member,
        MembershipStatus::Participant,
        MembershipStatus::Suspended,
    ];
    let groups = groups.map(|status| {
        let by_name = directory.by_name();
        let members = by_name.filter(|member| {
            let membership = member.memberships.iter().find(of);
            membership.is_some_and(|membership| membership.status == status)
        });
        let mut sources = SortedSet::default();
        let links = members.map(|member| {
            if let Some(membership) = member.memberships.iter().find(of) {
                for source in &membership.origin.sources {
                    sources.insert(*source);
                }
            }
            let href = here.to(Page::Member(member), &Query::default());
            let name = localized(directory.localized(&member.names));
            view! { <li><a href=href>{name}</a></li> }
        });
        let links: Vec<_> = links.collect();
        let count = links.len();
        let summary = match status {
            MembershipStatus::Participant => words.network_participants(count),
            MembershipStatus::Suspended => words.network_suspended(count),
            _ => words.network_here(count),
        };
        let sources = sources.iter().map(|source| &directory[*source]);
        let sources =
            sources.map(|source| citation(directory, source, Some(link_to(here, source))));
        let sources = sources.map(|source| view! { <li>{source}</li> });
        let sources: Vec<_> = sources.collect();
        (count > 0).then(|| {
            view! {
                <details>
                    <summary>{summary}</summary>
                    <ul class="name-row">{links}</ul>
                    <p class="contact__kind">{words.event_sources()}</p>
                    <ul class="notes">{sources}</ul>
                </details>
            }
            .into_any()
        })
    });
    groups.into_iter().flatten().collect()
}
