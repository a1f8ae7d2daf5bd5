//! What the network is.

use directory::model::{Body, Membership, MembershipStatus, Organ, OrganIdx};
use directory::model::{Organisation, OrganisationIdx, Origin};
use directory::{Directory, Query, SortedSet};

use crate::address::Page;
use crate::components::lang_name::{localized, no_translate};
use crate::documents::contact_line::contact_line;
use crate::documents::source_note::{citation, link_to, source_note};
use crate::head::describe;
use crate::markup::{Element, Markup, el};
use crate::navigation::use_here;

/// `/network/`: written when the site is published.
pub fn network_page(directory: &'static Directory) -> Markup {
    let network = &directory.network;
    let language = directory.language();
    let words = &directory.catalogue;
    let short_name = network.short_names.get(language);
    let title = words.page_title(words.header_network(), short_name);
    describe(
        move || title.clone(),
        &words.network_description(short_name),
    );

    let purpose = network.provenance.origin_of("purpose");
    let movement = network.movement.get(language);
    el("div")
        .class("page network-page")
        .key("network")
        .child(el("h1").child(localized(directory.localized(&network.names))))
        .child(
            el("div")
                .class("lead")
                .child(localized(directory.localized(&network.purpose)))
                .child(" ")
                .children(source_note(directory, purpose, words.header_network())),
        )
        .child(history(directory))
        .child(organs(directory))
        .children(organisations(
            directory,
            words.network_observers().to_owned(),
            &|one| one.network_observer,
        ))
        .children(organisations(
            directory,
            words.network_organisations().to_owned(),
            &|one| one.related && !one.network_observer && one.id != network.id,
        ))
        .children(organisations(
            directory,
            words.network_movement_observers(movement),
            &|one| one.observer,
        ))
        .into()
}

/// The steps by which the network came to be, each with its event.
fn history(directory: &'static Directory) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let steps = directory.network.history.iter().map(|step| {
        let event = directory.event(&step.event);
        let head = event.map(|event| {
            let link = el("a").href(here.to(Page::Event(event), &Query::default()));
            el("h3")
                .child(link.child(directory.full_title(event)))
                .child(" ")
                .child(el("small").child(words.dates(event.start, event.end)))
        });
        el("li").children(head).child(
            el("div")
                .child(localized(directory.translated(&step.text)))
                .child(" ")
                .children(source_note(
                    directory,
                    &step.origin,
                    words.network_history(),
                )),
        )
    });
    let steps: Vec<_> = steps.collect();
    el("section")
        .child(el("h2").child(words.network_history()))
        .child(el("ol").class("network-page__steps").children(steps))
}

/// The organs of the network, those within others below them.
fn organs(directory: &'static Directory) -> Element {
    let words = &directory.catalogue;
    let organs = || {
        let all = OrganIdx::each(&directory.network);
        all.filter(|(_, organ)| organ.body == Some(Body::Network))
    };
    let terms = organs().filter(|(_, organ)| organ.within.is_none());
    let terms = terms.map(|(organ_idx, organ)| {
        let inside = organs().filter(|(_, inside)| inside.within == Some(organ_idx));
        let inside: Vec<_> = inside
            .map(|(_, inside)| el("li").child(localized(directory.localized(&inside.names))))
            .collect();
        let list = (!inside.is_empty()).then(|| el("ul").class("notes").children(inside));
        el("div")
            .id(format!("organ-{}", organ.id))
            .child(el("dt").child(localized(directory.localized(&organ.names))))
            .child(
                el("dd")
                    .children(statement(directory, organ))
                    .children(list)
                    .children(meetings(directory, organ_idx, organ)),
            )
    });
    let terms: Vec<_> = terms.collect();
    el("section")
        .child(el("h2").child(words.network_organs()))
        .child(el("dl").class("network-page__organs").children(terms))
}

/// What an organ is and does.
fn statement(directory: &'static Directory, organ: &'static Organ) -> Option<Element> {
    let text = organ.text.as_deref()?;
    let about = directory.localized(&organ.names).text;
    Some(
        el("div")
            .child(localized(directory.translated(text)))
            .child(" ")
            .children(source_note(directory, &organ.origin, &about)),
    )
}

/// The meetings of an organ, the latest first.
fn meetings(
    directory: &'static Directory,
    organ_idx: OrganIdx,
    organ: &'static Organ,
) -> Option<Element> {
    let here = use_here();
    let words = &directory.catalogue;
    let events = directory.events.iter().rev();
    let events = events.filter(|event| event.organ == Some(organ_idx));
    let links = events.map(|event| {
        let link = el("a").href(here.to(Page::Event(event), &Query::default()));
        el("li")
            .child(link.child(directory.place_of(event)))
            .child(" ")
            .child(el("small").child(words.dates(event.start, event.end)))
    });
    let links: Vec<_> = links.collect();
    let feed = here.home_file(&format!("calendars/organ/{}.ics", organ.id));
    let feed = el("a").href(feed).child(words.hosting_calendar());
    (!links.is_empty()).then(|| {
        el("div")
            .child(el("h3").child(words.network_meetings()))
            .child(el("ul").class("name-row").children(links))
            .child(el("p").class("panel__foot").child(feed))
    })
}

/// Organisations of one kind by name, and who belongs to them.
fn organisations(
    directory: &'static Directory,
    heading: String,
    is_one: &dyn Fn(&Organisation) -> bool,
) -> Option<Element> {
    let all = OrganisationIdx::each(directory);
    let cards = all.filter(|(_, one)| is_one(one));
    let cards = cards.map(|(index, one)| organisation(directory, index, one));
    let cards: Vec<_> = cards.collect();
    (!cards.is_empty()).then(|| {
        el("section")
            .child(el("h2").child(heading))
            .child(el("ul").class("organisations").children(cards))
    })
}

fn organisation(
    directory: &'static Directory,
    organisation_idx: OrganisationIdx,
    organisation: &'static Organisation,
) -> Element {
    let words = &directory.catalogue;
    let name = directory.localized(&organisation.names);
    let about = name.text.clone();
    let short = organisation.abbreviation.as_deref();
    let head = el("h3")
        .child(localized(name))
        .child(" ")
        .children(short.map(|short| el("small").child(no_translate(short))));
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
    let founded = organisation.founded;
    let founded = founded.map(|date| words.network_founded(&words.date(date)));
    let since = organisation.observing_since;
    let since = since.map(|date| words.network_since(&words.date(date)));
    let count = organisation.members_count;
    let count = count.map(|count| words.network_members(count as usize));
    let parts: Vec<String> = [founded, seat, since, count]
        .into_iter()
        .flatten()
        .collect();
    let contacts = organisation.contacts.iter();
    let contacts = contacts.map(|contact| contact_line(directory, None, contact));
    let contacts: Vec<_> = contacts.collect();
    let contacts =
        (!contacts.is_empty()).then(|| el("ul").class("contact-list").children(contacts));
    let record: &'static Origin = &organisation.provenance.record;
    let notes = organisation.notes.iter();
    let notes = notes.map(|note| {
        el("p")
            .class("missing")
            .child(localized(directory.translated(note)))
    });
    el("li")
        .id(format!("organisation-{}", organisation.id))
        .child(head)
        .child(
            el("div")
                .child(parts.join(words.list_separator()))
                .child(" ")
                .children(source_note(directory, record, &about)),
        )
        .children(contacts)
        .children(belonging(directory, organisation_idx))
        .children(notes)
}

/// Who of the states here belongs to an organisation, or took part.
fn belonging(directory: &'static Directory, organisation: OrganisationIdx) -> Vec<Element> {
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
            let link = el("a").href(here.to(Page::Member(member), &Query::default()));
            el("li").child(link.child(localized(directory.localized(&member.names))))
        });
        let links: Vec<_> = links.collect();
        let count = links.len();
        (count > 0).then(|| {
            let summary = match status {
                MembershipStatus::Participant => words.network_participants(count),
                MembershipStatus::Suspended => words.network_suspended(count),
                _ => words.network_here(count),
            };
            let sources = sources.iter().map(|source| &directory[*source]);
            let sources = sources.map(|source| {
                let link = el("a").href(link_to(here, source));
                el("li").child(citation(directory, source, Some(link)))
            });
            el("details")
                .child(el("summary").child(summary))
                .child(el("ul").class("name-row").children(links))
                .child(el("p").class("contact__kind").child(words.event_sources()))
                .child(el("ul").class("notes").children(sources))
        })
    });
    groups.into_iter().flatten().collect()
}
