//! Contacts of parliaments, chambers and organisations.

use super::reader::Reader;
use crate::{records, rules};
use directory::model::{Contact, ContactDetails, ContactHolder, ContactKind};
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
        if contact.chamber.is_some() && contact.member.is_none() {
            let problem = "names a chamber of an organisation";
            self.report(rules::CONTACT_HOLDER, "chamber", problem);
            self.mark_invalid();
        }
        // A channel of a chamber that is not known is not that of the whole.
        if contact.chamber.is_some() && chamber.is_none() {
            self.mark_invalid();
        }
        let origin = self.origin(
            &contact.sources,
            contact.as_of.as_deref(),
            contact.note.as_deref(),
        );
        let lines = self.contact_value(contact, kind);
        let e164 = match kind {
            ContactKind::Phone | ContactKind::Fax => self.e164(contact, origin.note.is_some()),
            _ => None,
        };
        ContactDetails {
            chamber,
            label: self.text("label", contact.label.as_deref()),
            lines,
            e164,
            unlinked: contact.unlinked,
            verified_on: None,
            origin,
        }
    }

    /// The lines of a postal address; of another kind its value, in its form.
    fn contact_value(&mut self, contact: &records::Contact, kind: ContactKind) -> Vec<String> {
        let value = contact.value.as_deref();
        let fits = match kind {
            ContactKind::Address => value.is_none() && !contact.lines.is_empty(),
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
            ContactKind::Address => return self.texts("lines", &contact.lines),
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
