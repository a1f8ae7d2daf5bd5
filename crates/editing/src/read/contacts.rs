//! Contacts of parliaments, chambers and organisations.

use super::reader::Reader;
use crate::{records, rules};
use directory::model::{Contact, ContactDetails, ContactHolder, ContactKind, Origin};
use directory::vocabulary;

impl Reader {
    /// A contact with the institution that it belongs to.
    pub(super) fn contact(
        &mut self,
        contact: &records::Contact,
    ) -> Option<(ContactHolder, Contact)> {
        let id = self.id(&contact.id);
        let holder = self.contact_holder(contact);
        let kind = self.word("kind", &contact.kind, vocabulary::CONTACT_KIND);
        if kind.is_none() {
            self.mark_invalid();
        }
        let as_of = self.past_date("as_of", contact.as_of.as_deref());
        let verified_on = self.past_date("verified_on", contact.verified_on.as_deref());
        let verified_on = self.not_before(as_of, "verified_on", verified_on);
        self.check_dated(contact);
        let last_verified = verified_on.or(as_of);
        let valid_until = self.date("valid_until", contact.valid_until.as_deref());
        let valid_contact = Contact {
            id,
            kind: kind?,
            last_verified,
            valid_until: self.not_before(last_verified, "valid_until", valid_until),
            details: ContactDetails {
                verified_on,
                ..self.contact_details(contact, kind?)
            },
        };
        Some((holder?, valid_contact))
    }

    /// The member or the organisation; one of them, and that must be there.
    fn contact_holder(&mut self, contact: &records::Contact) -> Option<ContactHolder> {
        let found = self.findings.len();
        let holder = match (&contact.member, &contact.organisation) {
            (Some(id), None) => self.member_id("member", id).map(ContactHolder::Member),
            (None, Some(id)) => self
                .organisation_at("organisation", id)
                .map(|_| ContactHolder::Organisation(id.clone())),
            _ => {
                let problem = "names both a member and an organisation, or none";
                self.report(rules::CONTACT_HOLDER, "member", problem);
                None
            }
        };
        // A holder that was itself left out is told already.
        if self.findings.len() > found {
            self.mark_invalid();
        }
        holder
    }

    fn contact_details(&mut self, contact: &records::Contact, kind: ContactKind) -> ContactDetails {
        let chamber = contact
            .chamber
            .as_ref()
            .and_then(|chamber| self.word("chamber", chamber, vocabulary::CHAMBER_KIND));
        let shared_by = self.each("chambers", &contact.chambers, |reader, chamber| {
            reader.word("", chamber, vocabulary::CHAMBER_KIND)
        });
        let named = usize::from(contact.chamber.is_some()) + contact.chambers.len();
        let problem = match (contact.chambers.len(), contact.member.is_some()) {
            (1, _) => Some("shares it with no other chamber"),
            (2.., _) if contact.chamber.is_some() => {
                Some("names a chamber beside those that share")
            }
            _ if named > 0 && contact.member.is_none() => {
                Some("names a chamber of an organisation")
            }
            _ => None,
        };
        if let Some(problem) = problem {
            let field = if contact.chambers.is_empty() {
                "chamber"
            } else {
                "chambers"
            };
            self.report(rules::CONTACT_HOLDER, field, problem);
            self.mark_invalid();
        }
        // A channel of a chamber that is not known is not that of the whole.
        if usize::from(chamber.is_some()) + shared_by.len() < named {
            self.mark_invalid();
        }
        let origin = Origin {
            also: self.alternatives(&contact.also),
            ..self.origin(
                &contact.sources,
                contact.as_of.as_deref(),
                contact.note.as_deref(),
            )
        };
        let lines = self.contact_value(contact, kind);
        let is_number = matches!(kind, ContactKind::Phone | ContactKind::Fax);
        let e164 = if is_number {
            self.e164(contact, origin.note.is_some())
        } else {
            None
        };
        if contact.outdated_plan && !is_number {
            let problem = "is said of what is no number";
            self.report(rules::CONTACT_VALUE, "outdated_plan", problem);
        }
        if contact.service.is_some() != (kind == ContactKind::Social) {
            let problem = "is said of what is no account, or is not said of one";
            self.report(rules::CONTACT_VALUE, "service", problem);
        }
        let class = contact.class.as_deref();
        let class = class.and_then(|class| self.word("class", class, vocabulary::CONTACT_CLASS));
        ContactDetails {
            chamber,
            shared_by,
            label: self.text("label", contact.label.as_deref()),
            service: self.text("service", contact.service.as_deref()),
            lines,
            // What a program would dial is none of it.
            e164: e164.filter(|_| !contact.outdated_plan),
            unlinked: contact.unlinked,
            outdated_plan: contact.outdated_plan,
            class: class.unwrap_or_default(),
            verified_on: None,
            origin,
        }
    }

    /// That it says when it was so, or that nobody knows.
    fn check_dated(&mut self, contact: &records::Contact) {
        let is_dated = contact.as_of.is_some() || contact.verified_on.is_some();
        let is_print = contact.class.as_deref() == Some("official-print");
        if is_dated == contact.undated || (is_print && contact.as_of.is_none()) {
            let problem = "has neither a date nor `undated`, or both";
            self.report(rules::CONTACT_DATED, "as_of", problem);
        }
    }

    /// The lines of an address or a place; of another kind its value, in its form.
    fn contact_value(&mut self, contact: &records::Contact, kind: ContactKind) -> Vec<String> {
        let value = contact.value.as_deref();
        let fits = match kind {
            ContactKind::Address | ContactKind::Place => {
                value.is_none() && !contact.lines.is_empty()
            }
            _ => value.is_some() && contact.lines.is_empty(),
        };
        if !fits {
            let asked = kind.field();
            let problem = format!("has not `{asked}` alone, as its kind asks for");
            self.report(rules::CONTACT_VALUE, asked, problem);
            self.mark_invalid();
            return Vec::new();
        }
        let value = match kind {
            ContactKind::Address | ContactKind::Place => {
                return self.texts("lines", &contact.lines);
            }
            ContactKind::Email => self.mail_address("value", value),
            ContactKind::Phone | ContactKind::Fax => self.text("value", value),
            _ => self.address("value", value, &["https://"]),
        };
        vec![self.required(value)]
    }

    /// An address of e-mail, by the grammar of RFC 5321 and RFC 6531.
    fn mail_address(&mut self, field: &str, given: Option<&str>) -> Option<String> {
        let address = self.text(field, given)?;
        let holds = is_mail_address(&address);
        let problem = "which is no address of e-mail";
        self.code(rules::EMAIL_FORM, field, &address, holds, problem)
    }

    /// The number as it is dialled from anywhere: `+12464263712`. One that
    /// cannot be is told as it is, with a note.
    fn e164(&mut self, contact: &records::Contact, is_noted: bool) -> Option<String> {
        let given = contact.value.as_deref()?;
        let number = e164(given);
        let problem = "which is no number in international form, and no note says why";
        let holds = number.is_some() || is_noted;
        self.check(rules::PHONE_FORM, "value", given, holds, problem);
        number
    }
}

/// Whether this is an address of e-mail alone, on a host with a name.
pub(super) fn is_mail_address(text: &str) -> bool {
    let options = email_address::Options::default()
        .without_display_text()
        .without_domain_literal()
        .with_required_tld();
    email_address::EmailAddress::parse_with_options(text, options).is_ok()
}

/// `given` without what parts its digits; none where it does not begin with
/// `+`, or has fewer than 7 or more than 15 digits (ITU-T E.164, 2010, 6), or
/// has the zero of calls inside the country, which is not dialled from outside.
fn e164(given: &str) -> Option<String> {
    let digits = given.strip_prefix('+').filter(|_| !given.contains("(0)"))?;
    let parts = |sign: char| " -.()".contains(sign);
    let digits: String = digits.chars().filter(|sign| !parts(*sign)).collect();
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let holds = plain && (7..=15).contains(&digits.len()) && !digits.starts_with('0');
    holds.then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_what_parts_its_digits() {
        for (given, expected) in [
            ("+1 246 426 3712", Some("+12464263712")),
            ("+44 (20) 7799-1460", Some("+442077991460")),
            ("+254 20 2221291", Some("+254202221291")),
            ("(53 5) 7 869 4266", None),
            ("+44 (0)20 7799 1460", None),
            ("+12 345", None),
            ("+1234567890123456", None),
            ("+0 246 426 3712", None),
            ("+1 246 426 3712 ext. 5", None),
            ("00 1 246 426 3712", None),
        ] {
            assert_eq!(e164(given).as_deref(), expected, "{given}");
        }
    }
}
