//! What parliaments and memberships must hold among one another.

use crate::{Finding, rules};
use directory::model::{ChamberKind, Directory, MembershipStatus, Parliament, ParliamentStatus};

/// Checks that the next election of a parliament that works comes within the
/// term of its lower or single chamber.
pub(super) fn check_terms(directory: &Directory, findings: &mut Vec<Finding>) {
    for member in &directory.members {
        let Some(parliament) = &member.parliament else {
            continue;
        };
        if let Some(problem) = too_late(parliament) {
            findings.push(Finding::new(
                "parliaments.json",
                member.id.as_str(),
                rules::TERM_FITS_DATES,
                "next_election",
                problem,
            ));
        }
    }
}

/// How the next election is later than the term gives, where nothing says why.
fn too_late(parliament: &Parliament) -> Option<String> {
    let mut chambers = parliament.chambers.iter();
    let chamber = chambers.find(|chamber| chamber.kind != ChamberKind::Upper)?;
    let (last, next) = (parliament.last_election?, parliament.next_election?);
    let term = chamber.term?;
    // A term begins and ends at a distance from elections, and a date at the end
    // of a month means by then.
    let latest = u32::from(last.year()) + term + 1;
    let is_explained = parliament
        .provenance
        .origin_of("next_election")
        .note
        .is_some()
        || chamber.provenance.origin_of("term").note.is_some();
    let works = parliament.status == ParliamentStatus::Functioning;
    let is_late = works && !is_explained && u32::from(next.year()) > latest;
    is_late.then(|| format!("holds `{next}`, where the term is {term} years from `{last}` on"))
}

/// Checks that no member belongs to an organisation twice, and that no
/// organisation has more members here than it says, unless a note explains it.
pub(super) fn check_memberships(directory: &Directory, findings: &mut Vec<Finding>) {
    let rule = rules::MEMBERSHIP_FITS_ORGANISATION;
    let mut counts = vec![0; directory.organisations.len()];
    for member in &directory.members {
        for (place, membership) in member.memberships.iter().enumerate() {
            let mut earlier = member.memberships[..place].iter();
            if earlier.any(|other| other.organisation == membership.organisation) {
                let id = &directory[membership.organisation].id;
                let problem = format!("names `{id}` a second time");
                let field = format!("memberships[{place}]");
                findings.push(Finding::new(
                    "members.json",
                    member.id.as_str(),
                    rule,
                    &field,
                    problem,
                ));
            } else if membership.status == MembershipStatus::Member {
                counts[membership.organisation.get()] += 1;
            }
        }
    }
    for (organisation, count) in directory.organisations.iter().zip(counts) {
        let origin = organisation.provenance.origin_of("members_count");
        let said = organisation.members_count.filter(|_| origin.note.is_none());
        if said.is_some_and(|said| said < count) {
            let problem = format!("is below {count}, the memberships in members.json");
            findings.push(Finding::new(
                "organisations.json",
                &organisation.id,
                rule,
                "members_count",
                problem,
            ));
        }
    }
}
