//! What contacts must hold among one another.

use crate::{Finding, rules};
use directory::Directory;
use directory::model::Contact;

/// Checks that no institution has the same contact twice, and that the chamber
/// of each is one that its parliament has.
pub(super) fn check(directory: &Directory, findings: &mut Vec<Finding>) {
    let file = "contacts.json";
    for member in &directory.members {
        check_duplicates(&member.contacts, findings);
        // One whose record was left out is told already.
        let Some(parliament) = &member.parliament else {
            continue;
        };
        let chambers = parliament.chambers.iter();
        let kinds: Vec<_> = chambers.map(|chamber| chamber.kind).collect();
        for contact in &member.contacts {
            let named = contact.details.chamber.iter();
            let mut named = named.chain(&contact.details.shared_by);
            if named.any(|kind| !kinds.contains(kind)) {
                let problem = "names a chamber that the parliament does not have".to_owned();
                let rule = rules::KNOWN_REFERENCE;
                findings.push(Finding::new(file, &contact.id, rule, "chamber", problem));
            }
        }
    }
    for organisation in &directory.organisations {
        check_duplicates(&organisation.contacts, findings);
    }
}

/// Finds the duplicates among the contacts of one holder.
fn check_duplicates(contacts: &[Contact], findings: &mut Vec<Finding>) {
    for (place, contact) in contacts.iter().enumerate() {
        let earlier = contacts[..place].iter().find(|before| {
            let (one, other) = (&before.details, &contact.details);
            let same_number = one.e164.is_some() && one.e164 == other.e164;
            before.kind == contact.kind
                && one.chamber == other.chamber
                && (normalized_value(before) == normalized_value(contact) || same_number)
        });
        if let Some(earlier) = earlier {
            let problem = format!("is the same contact as `{}`", earlier.id);
            let rule = rules::ONE_CONTACT;
            findings.push(Finding::new(
                "contacts.json",
                &contact.id,
                rule,
                "value",
                problem,
            ));
        }
    }
}

/// Its value without what makes no other contact: letter case, and of a website
/// `www.` and the last slash.
fn normalized_value(contact: &Contact) -> String {
    let value = contact.value().to_lowercase();
    let without_scheme = value.trim_start_matches("https://");
    let without_www = without_scheme.trim_start_matches("www.");
    without_www.trim_end_matches('/').to_owned()
}
