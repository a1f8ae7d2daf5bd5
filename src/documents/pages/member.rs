//! A member and its parliament; written when the site is published.

use directory::model::{Member, Status};
use directory::{Directory, Query};

use crate::Site;
use crate::address::Page;
use crate::components::lang_name::{lang_name, localized};
use crate::components::pager::pager;
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
use crate::markup::{Element, Markup, el};
use crate::navigation::use_here;

/// `/members/{slug}/`: the query behind it says from which list one came, which
/// the program follows alone.
pub fn member_page(site: &'static Site, member: &'static Member) -> Markup {
    let directory = site.directory;
    let language = directory.language();
    let name = member.names.get(language);
    let short_name = directory.network.short_names.get(language);
    let words = &directory.catalogue;
    describe(
        move || words.page_title(name, short_name),
        &about(directory, member, name),
    );

    let text = el("div")
        .child(el("h1").child(localized(directory.localized(&member.names))))
        .child(parliament_line(directory, member))
        .child(key_facts(directory, member));
    let head = el("header")
        .class("member-page__head")
        .child(text)
        .children(locator_map(directory, member));
    let aside = el("aside")
        .attr("aria-label", words.member_aside())
        .child(member_contact(directory, member))
        .child(member_movement(directory, member))
        .children(neighbours(directory, member));
    let body = el("div")
        .class("member-page__body")
        .child(record(directory, member))
        .child(aside);
    el("article")
        .class("page member-page")
        .key(member.slug.as_str())
        .child(pager(site, member))
        .child(head)
        .child(body)
        .child(correction_form(directory, member))
        .into()
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
    let structure = words.structure_inside(parliament.structure);
    match member.seats() {
        Some(seats) => words.member_about_seats(seats as usize, name, standing, own, structure),
        None => words.member_about(name, standing, own, structure),
    }
}

/// The parliament under the name: what it is called, here and there.
fn parliament_line(directory: &'static Directory, member: &'static Member) -> Element {
    let words = &directory.catalogue;
    let Some(parliament) = &member.parliament else {
        return el("p").class("missing").child(words.member_no_record());
    };
    let first = directory.display_name(&parliament.names);
    let line = el("p")
        .class("member-page__parliament")
        .child(first.map(|name| marked_institution_name(words, name)))
        .child(" · ")
        .child(words.structure_inside(parliament.structure));
    let others = parliament.names.iter().filter(|name| Some(*name) != first);
    others.fold(line, |line, name| {
        line.child(" · ").child(lang_name(&name.lang, &name.name))
    })
}

/// Joining, status, seat and elections.
fn key_facts(directory: &'static Directory, member: &'static Member) -> Element {
    let (language, words) = (directory.language(), &directory.catalogue);
    let own = &member.provenance;
    let joined = match (member.status, member.joined) {
        (Status::Member, Some(joined)) => {
            let at = member.joined_at.as_deref();
            let at = at.map(|at| localized(directory.translated(at)));
            let at = at.unwrap_or_else(|| words.fact_no_meeting().into());
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

    let movement = directory.network.movement.get(language);
    let facts = el("dl")
        .class("key-facts")
        .attr("aria-label", words.fact_label(movement))
        .child(fact(directory, joined_name, joined, joined_origin))
        .child(fact(
            directory,
            words.fact_status(),
            Some(status),
            own.origin_of("status"),
        ));
    let Some(parliament) = &member.parliament else {
        return facts;
    };
    let origin = |field| parliament.provenance.origin_of(field);
    let state = value(
        words.parliament_status(parliament.status),
        Some(words.structure(parliament.structure).into()),
    );
    let capital = &member.capital.city;
    let elsewhere = *capital != parliament.seat.city;
    let seat = value(
        localized(directory.localized(&parliament.seat.city)),
        elsewhere.then(|| words.fact_capital(capital.get(language)).into()),
    );
    let last = parliament.last_election;
    let last = last.map(|date| value(words.date(date), None));
    let next = parliament.next_election.map(|date| {
        let expected = if directory.network.data_date.is_surely_after(date) {
            words.fact_was_expected()
        } else {
            words.fact_expected()
        };
        value(words.date(date), Some(expected.into()))
    });
    facts
        .child(fact(
            directory,
            words.fact_state(),
            Some(state),
            origin("status"),
        ))
        .child(fact(
            directory,
            words.fact_seat(),
            Some(seat),
            origin("seat"),
        ))
        .child(fact(
            directory,
            words.fact_last_election(),
            last,
            origin("last_election"),
        ))
        .child(fact(
            directory,
            words.fact_next_election(),
            next,
            origin("next_election"),
        ))
}

/// A value with what there is to say about it.
fn value(value: impl Into<Markup>, detail: Option<Markup>) -> Vec<Markup> {
    let detail = detail.map(|detail| el("span").class("fact__detail").child(detail));
    vec![el("b").child(value).into(), " ".into(), detail.into()]
}

/// Chambers, notes and names.
fn record(directory: &'static Directory, member: &'static Member) -> Element {
    let parliament = member.parliament.iter();
    let chambers = parliament
        .clone()
        .flat_map(|parliament| &parliament.chambers);
    let chambers: Vec<_> = chambers
        .map(|chamber| chamber_card(directory, chamber))
        .collect();
    let none = chambers
        .is_empty()
        .then_some(directory.catalogue.member_no_chamber());
    let remarks = member
        .notes
        .iter()
        .chain(parliament.flat_map(|parliament| &parliament.notes));
    let heading = || el("h2").child(directory.catalogue.member_notes());
    let remarks =
        notes(directory, remarks).map(|notes| el("section").child(heading()).child(notes));

    let chambers = el("section")
        .child(el("h2").child(directory.catalogue.member_chambers()))
        .children(none.map(|text| el("p").class("missing").child(text)))
        .children(chambers);
    el("div")
        .child(chambers)
        .child(member_events(directory, member))
        .children(remarks)
        .child(member_names(directory, member))
}

/// The other members of the same sub-region, by name.
fn neighbours(directory: &'static Directory, member: &'static Member) -> Option<Element> {
    let here = use_here();
    let language = directory.language();
    let is_other = |other: &Member| other.sub_region == member.sub_region && other.id != member.id;
    let others = directory.by_name().filter(|other| is_other(other));
    let links = others.map(|other| {
        let link = el("a").href(here.to(Page::Member(other), &Query::default()));
        el("li").child(link.child(localized(directory.localized(&other.names))))
    });
    let links: Vec<_> = links.collect();
    let sub_region = directory.network[member.sub_region].names.get(language);

    (!links.is_empty()).then(|| {
        el("section")
            .class("panel")
            .child(el("h2").child(directory.catalogue.member_neighbours(sub_region)))
            .child(el("ul").class("name-row").children(links))
    })
}
