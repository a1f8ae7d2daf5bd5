//! Which members hold an office of the network or hosted a meeting of its organs.

use directory::model::{Body, EventState, Member, Office, Organ, OrganIdx, StateIdx};
use directory::{Directory, Query};
use leptos::prelude::*;

use super::charts::{Figure, Table, TableRow, figure};
use super::source_note::source_note;
use crate::address::Page;
use crate::components::lang_name::localized;
use crate::navigation::use_here;

/// Members down, by region, and organs across, as far as facts go.
pub fn network_offices(directory: &'static Directory) -> Option<AnyView> {
    let words = &directory.catalogue;
    let organs = OrganIdx::each(&directory.network);
    let organs: Vec<_> = organs
        .filter(|(index, organ)| {
            organ.body == Some(Body::Network) && has_facts(directory, *index, organ)
        })
        .collect();
    let mut members: Vec<&'static Member> = directory
        .by_name()
        .filter(|member| {
            organs
                .iter()
                .any(|(index, organ)| part_in(directory, member, *index, organ).is_some())
        })
        .collect();
    members.sort_by_key(|member| member.region);
    let rows = members.iter().map(|member| {
        let href = use_here().to(Page::Member(member), &Query::default());
        let name = localized(directory.localized(&member.names));
        let region = localized(directory.localized(&directory.network[member.region].names));
        let cells = organs.iter().map(|(index, organ)| {
            let unknown =
                || view! { <span class="missing">{words.network_unknown()}</span> }.into_any();
            part_in(directory, member, *index, organ).unwrap_or_else(unknown)
        });
        TableRow {
            name: view! { <a href=href>{name}</a> }.into_any(),
            cells: [region].into_iter().chain(cells).collect(),
        }
    });
    let rows: Vec<_> = rows.collect();
    let heads = organs
        .iter()
        .map(|(_, organ)| directory.localized(&organ.names).text.into_owned());
    let table = Table {
        caption: words.network_offices().to_owned(),
        heads: [words.contacts_state(), words.table_region()]
            .into_iter()
            .map(str::to_owned)
            .chain(heads)
            .map(IntoAny::into_any)
            .collect(),
        rows,
    };
    (!members.is_empty()).then(|| {
        figure(
            directory,
            Figure {
                id: "offices",
                title: words.network_offices(),
                text: words.network_offices_text().into_any(),
                picture: None,
                is_folded: false,
                table,
                origins: Vec::new(),
            },
        )
    })
}

fn has_facts(directory: &'static Directory, index: OrganIdx, organ: &'static Organ) -> bool {
    let mut members = directory.members.iter();
    members.any(|member| part_in(directory, member, index, organ).is_some())
}

/// The office of a member in an organ and the meetings of it that it hosted.
fn part_in(
    directory: &'static Directory,
    member: &'static Member,
    index: OrganIdx,
    organ: &'static Organ,
) -> Option<AnyView> {
    let here = use_here();
    let words = &directory.catalogue;
    let state = directory.member_idx(&member.id).map(StateIdx::Member)?;
    let offices = organ.offices.iter().filter(|one| one.member == member.id);
    let offices = offices.map(|one| {
        let office = match one.office {
            Office::Chair => words.network_chair(),
            Office::ViceChair => words.network_vice_chair(),
        };
        let told = match one.since {
            Some(since) => words.network_office_since(office, &words.date(since)),
            None => office.to_owned(),
        };
        let note = source_note(directory, &one.origin, office);
        view! { <div>{told} " " {note}</div> }
    });
    let offices: Vec<_> = offices.collect();
    let meetings = directory.events.iter().filter(|event| {
        let is_here = event.hosts.contains(&state) || event.country == Some(state);
        event.organ == Some(index) && event.state == EventState::Held && is_here
    });
    let meetings = meetings.map(|event| {
        let href = here.to(Page::Event(event), &Query::default());
        let dates = words.dates(event.start, event.end);
        let told = if event.hosts.contains(&state) {
            words.network_hosted(&dates)
        } else {
            words.list_named(words.hosting_there(), &dates)
        };
        view! { <p><a href=href>{told}</a></p> }
    });
    let meetings: Vec<_> = meetings.collect();
    (!offices.is_empty() || !meetings.is_empty()).then(|| view! { {offices} {meetings} }.into_any())
}
