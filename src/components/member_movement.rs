//! A member's part in the network and in other organisations.

use domain::Directory;
use domain::directory::{Member, Status};
use domain::words::date_in_words;
use leptos::prelude::*;

use super::source_note::SourceNote;

/// Joining, former membership and memberships elsewhere.
#[component]
pub fn MemberMovement(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The member.
    member: &'static Member,
) -> impl IntoView {
    let language = directory.language();
    let movement = directory.network.movement.get(language);
    let earlier = directory.network.former_members.iter().filter(|former| {
        former.id == member.id.as_str() || former.successor.as_ref() == Some(&member.id)
    });
    let earlier = earlier.map(|former| {
        let years = format!(
            "{}: member from {} to {}",
            former.names.get(language),
            date_in_words(former.joined),
            date_in_words(former.left),
        );
        view! {
            <li>
                {years} " (" {former.how.get(language)} ") "
                <SourceNote directory origin=&former.provenance.record about="Former membership" />
            </li>
        }
    });
    let observing = (member.status == Status::Observer).then(|| {
        let since = match member.observing_since {
            Some(since) => format!("Observer since {}", date_in_words(since)),
            None => "Observer; since when is not known".to_owned(),
        };
        view! {
            <li>{since} " " <SourceNote directory origin=member.provenance.of("observing_since") about="Observer" /></li>
        }
    });
    let memberships = member.memberships.iter().map(|membership| {
        let organisation = &directory.organisations[membership.organisation];
        let name = organisation.names.get(language);
        view! {
            <li>
                <b>{name}</b> ": " {membership.status.label().to_ascii_lowercase()} " "
                <SourceNote directory origin=&membership.origin about=name />
            </li>
        }
    });

    view! {
        <section class="panel">
            <h2>{format!("In the {movement} and elsewhere")}</h2>
            <ul class="memberships">
                {observing}
                {earlier.collect_view()}
                {memberships.collect_view()}
            </ul>
        </section>
    }
}
