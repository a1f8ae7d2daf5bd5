//! A member's part in the network and in other organisations.

use directory::Directory;
use directory::model::{Member, Status};

use super::source_note::source_note;
use crate::components::lang_name::localized;
use crate::markup::{Element, el};

/// Former membership, absence, observing and memberships elsewhere.
pub fn member_movement(directory: &'static Directory, member: &'static Member) -> Element {
    let (language, words) = (directory.language(), &directory.catalogue);
    let movement = directory.network.movement.get(language);
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
        el("li").child(text).child(" ").children(source_note(
            directory,
            origin,
            words.movement_former_membership(),
        ))
    });
    let absent = member.absent_from.zip(member.absent_until);
    let absent = absent.map(|(from, until)| {
        let text = words.movement_absent(&words.date(from), &words.date(until));
        let origin = member.provenance.origin_of("absent_from");
        el("li")
            .child(text.clone())
            .child(" ")
            .children(source_note(directory, origin, &text))
    });
    let observing = (member.status == Status::Observer).then(|| {
        let since = match member.observing_since {
            Some(since) => words.movement_observing(&words.date(since)),
            None => words.movement_observing_unknown().to_owned(),
        };
        let origin = member.provenance.origin_of("observing_since");
        el("li").child(since).child(" ").children(source_note(
            directory,
            origin,
            words.movement_observer(),
        ))
    });
    let memberships = member.memberships.iter().map(|membership| {
        let organisation = &directory[membership.organisation];
        let name = directory.localized(&organisation.names);
        let status = words.membership_inside(membership.status);
        let about = name.text.clone();
        el("li")
            .child(el("b").child(localized(name)))
            .child(words.movement_standing(status))
            .child(" ")
            .children(source_note(directory, &membership.origin, &about))
    });

    el("section")
        .class("panel")
        .child(el("h2").child(words.movement_title(movement)))
        .child(
            el("ul")
                .class("memberships")
                .children(observing)
                .children(earlier)
                .children(absent)
                .children(memberships),
        )
}
