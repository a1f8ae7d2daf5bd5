//! A member and its parliament.

use domain::directory::{Member, Status};
use domain::words::date_in_words;
use domain::{Directory, Query};
use leptos::prelude::*;

use crate::Site;
use crate::address::{Page, use_here};
use crate::components::chamber_card::{chamber_card, notes};
use crate::components::fact::fact;
use crate::components::icon::Icon;
use crate::components::lang_name::lang_name;
use crate::components::member_contact::member_contact;
use crate::components::member_movement::member_movement;
use crate::components::member_names::member_names;
use crate::components::spoken::spoken;
use crate::head::describe;
use crate::map::locator_map::locator_map;
use crate::markup::{Element, Markup, el, live};

/// `/members/{slug}/`: the query behind it says from which list one came.
pub fn member_page(site: &'static Site, member: &'static Member) -> Markup {
    let directory = site.directory;
    let language = directory.language();
    let name = member.names.get(language);
    let short_name = directory.network.short_names.get(language);
    describe(
        move || format!("{name} – {short_name}"),
        &about(member, name),
    );

    let text = el("div")
        .child(el("h1").child(name))
        .child(parliament_line(member))
        .child(key_facts(directory, member));
    let head = el("header")
        .class("member-page__head")
        .child(text)
        .children(locator_map(directory, member));
    let aside = el("aside")
        .attr("aria-label", "Contact and memberships")
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
        .child(steps(site, member))
        .child(head)
        .child(body)
        .into()
}

/// The page in a sentence.
fn about(member: &Member, name: &str) -> String {
    let standing = member.status.label().to_ascii_lowercase();
    let seats = member.seats().map(|seats| format!(", {seats} seats"));
    let Some(parliament) = &member.parliament else {
        return format!("{name}, {standing}: the parliament.");
    };
    let own = parliament
        .names
        .first()
        .map_or("", |name| name.name.as_str());
    let structure = parliament.structure.label().to_ascii_lowercase();
    format!(
        "{name}, {standing}: {own}, {structure}{}. Chambers, elections, websites, memberships and names, each with its source.",
        seats.unwrap_or_default()
    )
}

/// The way back, and to the next in the list that the reader came from.
fn steps(site: &'static Site, member: &'static Member) -> Element {
    let here = use_here();
    let directory = site.directory;
    let network = &directory.network;
    let language = directory.language();
    let region = &network.regions[member.region];
    let sub_region = &network.sub_regions[member.sub_region];
    let crumb = |query: Query, name: &'static str| {
        let link = el("a").href(here.to(Page::Directory, &query));
        el("li").child(link.child(name))
    };
    let in_region = Query::default().toggling_region(directory, &region.id);
    let in_sub_region = Query::default().toggling_sub_region(directory, &sub_region.id);
    let back = move || {
        let list = here.query.read().selecting(&member.id);
        let link = el("a").href(here.to(Page::Directory, &list));
        el("li").child(link.child("Directory"))
    };
    let crumbs = el("ol")
        .live(back)
        .child(crumb(in_region, region.names.get(language)))
        .child(crumb(in_sub_region, sub_region.names.get(language)));

    el("div")
        .class("steps")
        .child(
            el("nav")
                .class("breadcrumbs")
                .attr("aria-label", "Breadcrumbs")
                .child(crumbs),
        )
        .child(live(move || around(site, member, &here.query.read())))
}

/// The members before and after in the list that `query` shows.
fn around(site: &'static Site, member: &'static Member, query: &Query) -> Element {
    let here = use_here();
    let members = &site.directory.members;
    let language = site.directory.language();
    let places = &site.results(&query.asking()).places;
    let step = |place: usize, rel: &'static str, text: &'static str| {
        let member: &'static Member = &members[place];
        let link = el("a")
            .class("steps__step")
            .href(here.to(Page::Member(member), query))
            .attr("rel", rel);
        (
            link,
            el("span")
                .child(spoken(text))
                .child(member.names.get(language)),
        )
    };
    let nav = el("nav")
        .class("steps__around")
        .attr("aria-label", "Members before and after in the list");
    let Some(place) = places
        .iter()
        .position(|place| members[*place].id == member.id)
    else {
        return nav;
    };
    let before = place.checked_sub(1).map(|before| {
        let (link, name) = step(places[before], "prev", "Previous: ");
        link.child(Icon::Back.view()).child(name)
    });
    let after = places.get(place + 1).map(|after| {
        let (link, name) = step(*after, "next", "Next: ");
        link.child(name).child(Icon::Forward.view())
    });
    let number = format!("{} of {}", place + 1, places.len());
    nav.children(before)
        .child(el("span").class("steps__place").child(number))
        .children(after)
}

/// The parliament under the name: what it is called, here and there.
fn parliament_line(member: &'static Member) -> Element {
    let Some(parliament) = &member.parliament else {
        return el("p")
            .class("missing")
            .child("The record of the parliament is missing.");
    };
    let mut names = parliament.names.iter();
    let first = names.next().map_or("", |name| name.name.as_str());
    let structure = parliament.structure.label().to_ascii_lowercase();
    let mut line = el("p")
        .class("member-page__parliament")
        .child(format!("{first} · {structure}"));
    for name in names {
        line = line.child(" · ").child(lang_name(&name.lang, &name.name));
    }
    line
}

/// Joining, status, seat and elections.
fn key_facts(directory: &'static Directory, member: &'static Member) -> Element {
    let language = directory.language();
    let own = &member.provenance;
    let joined = match (member.status, member.joined) {
        (Status::Member, Some(joined)) => {
            let at = member.joined_at.as_deref();
            let at = at.unwrap_or("no meeting of that year is named");
            Some(told(date_in_words(joined), Some(at.to_owned())))
        }
        (Status::Observer, _) => Some(told("Observer", None)),
        (Status::Member, None) => None,
    };
    let joined_name = match member.status {
        Status::Member => "Joined",
        Status::Observer => "Role",
    };
    let joined_origin = own.of(if member.joined.is_some() {
        "joined"
    } else {
        "status"
    });
    let region = directory.network.regions[member.region].names.get(language);
    let status = told(member.status.label(), Some(region.to_owned()));

    let movement = directory.network.movement.get(language);
    let facts = el("dl")
        .class("key-facts")
        .attr("aria-label", format!("In the {movement}"))
        .child(fact(directory, joined_name, joined, joined_origin))
        .child(fact(directory, "Status", Some(status), own.of("status")));
    let Some(parliament) = &member.parliament else {
        return facts;
    };
    let origin = |field| parliament.provenance.of(field);
    let works = told(
        parliament.status.label(),
        Some(parliament.structure.label().to_owned()),
    );
    let capital = &member.capital.city;
    let elsewhere = *capital != parliament.seat.city;
    let seat = told(
        parliament.seat.city.as_str(),
        elsewhere.then(|| format!("capital: {capital}")),
    );
    let last = parliament
        .last_election
        .map(|date| told(date_in_words(date), None));
    let next = parliament.next_election.map(|date| {
        let expected = if directory.network.data_date.is_surely_after(date) {
            "was expected; its outcome is not known here"
        } else {
            "expected"
        };
        told(date_in_words(date), Some(expected.to_owned()))
    });
    facts
        .child(fact(
            directory,
            "State of the parliament",
            Some(works),
            origin("status"),
        ))
        .child(fact(
            directory,
            "Seat of parliament",
            Some(seat),
            origin("seat"),
        ))
        .child(fact(
            directory,
            "Last election",
            last,
            origin("last_election"),
        ))
        .child(fact(
            directory,
            "Next election",
            next,
            origin("next_election"),
        ))
}

/// A value with what there is to say about it.
fn told(value: impl Into<Markup>, detail: Option<String>) -> Vec<Markup> {
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
    let none = chambers.is_empty().then_some("No chamber on record.");
    let remarks = member
        .notes
        .iter()
        .chain(parliament.flat_map(|parliament| &parliament.notes));
    let remarks =
        notes(remarks).map(|notes| el("section").child(el("h2").child("Notes")).child(notes));

    let chambers = el("section")
        .child(el("h2").child("Chambers"))
        .children(none.map(|text| el("p").class("missing").child(text)))
        .children(chambers);
    el("div")
        .child(chambers)
        .children(remarks)
        .child(member_names(directory, member))
}

/// The other members of the same sub-region.
fn neighbours(directory: &'static Directory, member: &'static Member) -> Option<Element> {
    let here = use_here();
    let language = directory.language();
    let others = directory
        .members
        .iter()
        .filter(|other| other.sub_region == member.sub_region && other.id != member.id);
    let links = others.map(|other| {
        let link = el("a").href(here.to(Page::Member(other), &Query::default()));
        el("li").child(link.child(other.names.get(language)))
    });
    let links: Vec<_> = links.collect();
    let sub_region = directory.network.sub_regions[member.sub_region]
        .names
        .get(language);

    (!links.is_empty()).then(|| {
        el("section")
            .class("panel")
            .child(el("h2").child(format!("Also in {sub_region}")))
            .child(el("ul").class("name-row").children(links))
    })
}
