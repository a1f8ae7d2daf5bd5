//! A member's part in the network and in other organisations.

use domain::Directory;
use domain::directory::{Member, Status};
use domain::words::date_in_words;

use super::source_note::source_note;
use crate::markup::{Element, el};

/// Joining, former membership and memberships elsewhere.
pub fn member_movement(directory: &'static Directory, member: &'static Member) -> Element {
    let language = directory.language();
    let movement = directory.network.movement.get(language);
    let earlier = directory.network.former_members.iter().filter(|former| {
        former.id == member.id.as_str() || former.successor.as_ref() == Some(&member.id)
    });
    let earlier = earlier.map(|former| {
        let text = format!(
            "{}: member from {} to {} ({}) ",
            former.names.get(language),
            date_in_words(former.joined),
            date_in_words(former.left),
            former.how.get(language),
        );
        let origin = &former.provenance.record;
        el("li")
            .child(text)
            .children(source_note(directory, origin, "Former membership"))
    });
    let observing = (member.status == Status::Observer).then(|| {
        let since = match member.observing_since {
            Some(since) => format!("Observer since {} ", date_in_words(since)),
            None => "Observer; since when is not known ".to_owned(),
        };
        let origin = member.provenance.of("observing_since");
        el("li")
            .child(since)
            .children(source_note(directory, origin, "Observer"))
    });
    let memberships = member.memberships.iter().map(|membership| {
        let organisation = &directory.organisations[membership.organisation];
        let name = organisation.names.get(language);
        let status = membership.status.label().to_ascii_lowercase();
        el("li")
            .child(el("b").child(name))
            .child(format!(": {status} "))
            .children(source_note(directory, &membership.origin, name))
    });

    el("section")
        .class("panel")
        .child(el("h2").child(format!("In the {movement} and elsewhere")))
        .child(
            el("ul")
                .class("memberships")
                .children(observing)
                .children(earlier)
                .children(memberships),
        )
}
