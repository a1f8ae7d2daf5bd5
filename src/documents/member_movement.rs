//! A member's part in the network and in other organisations.

use directory::Directory;
use directory::model::{Member, Origin, Status};
use leptos::prelude::*;

use super::source_note::source_note;
use crate::components::lang_name::localized;

/// Former membership, absence, observing and memberships elsewhere; nothing where
/// there is none.
pub fn member_movement(directory: &'static Directory, member: &'static Member) -> Option<AnyView> {
    let (language, words) = (directory.language(), &directory.catalogue);
    let movement = directory.network.movement.get(language);
    let observing = (member.status == Status::Observer).then(|| {
        let text = match member.observing_since {
            Some(since) => words.movement_observing(&words.date(since)),
            None => words.movement_observing_unknown().to_owned(),
        };
        let origin = member.provenance.origin_of("observing_since");
        item(directory, text, origin, words.movement_observer())
    });
    let member_idx = directory.member_idx(&member.id);
    let earlier = directory.network.former_members.iter().filter(|former| {
        let is_successor = former.successor.is_some() && former.successor == member_idx;
        former.id == member.id.as_str() || is_successor
    });
    let earlier = earlier.map(|former| {
        let text = words.movement_former(
            former.names.get(language),
            &words.date(former.joined),
            &words.date(former.left),
            former.how.get(language),
        );
        let origin = &former.provenance.record;
        item(directory, text, origin, words.movement_former_membership())
    });
    let absent = member.absent_from.zip(member.absent_until);
    let absent = absent.map(|(from, until)| {
        let text = words.movement_absent(&words.date(from), &words.date(until));
        let origin = member.provenance.origin_of("absent_from");
        item(directory, text.clone(), origin, &text)
    });
    let part_of = member.part_of.as_ref().and_then(|part_of| {
        let whole = &directory.member(&part_of.member)?.names;
        let until = words.date(part_of.until);
        let text = words.years_part_of(member.names.get(language), whole.get(language), &until);
        let origin = member.provenance.origin_of("part_of");
        Some(item(directory, text.clone(), origin, &text))
    });
    let memberships = member.memberships.iter().map(|membership| {
        let organisation = &directory[membership.organisation];
        let name = directory.localized(&organisation.names);
        let status = words.membership_inside(membership.status);
        let about = name.text.clone();
        let text = view! { <b>{localized(name)}</b>{words.movement_standing(status)} };
        item(directory, text, &membership.origin, &about)
    });
    let items = observing.into_iter().chain(earlier);
    let items: Vec<_> = items
        .chain(absent)
        .chain(part_of)
        .chain(memberships)
        .collect();

    (!items.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{words.movement_title(movement)}</h2>
                <ul class="memberships">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// What is known, and where from; `about` names it for assistive technology.
fn item(
    directory: &'static Directory,
    text: impl IntoView + 'static,
    origin: &'static Origin,
    about: &str,
) -> AnyView {
    let source = source_note(directory, origin, about);
    view! { <li>{text}" "{source}</li> }.into_any()
}
