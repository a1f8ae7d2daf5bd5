//! Contacts of parliaments, chambers and organisations.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{Contact, ContactHolder};
use directory::model::{ContactDetails, ContactKind};
use directory::vocabulary;

impl Reader {
    /// A contact with the institution that it belongs to.
    pub(super) fn contact(&mut self, json: &Json) -> Option<(ContactHolder, Contact)> {
        let id = self.id(json);
        let holder = self.contact_holder(json);
        let kind = self.word(json, "kind", vocabulary::CONTACT_KIND);
        if kind.is_none() {
            self.mark_invalid();
        }
        let as_of = self.past(json, "as_of");
        let verified_on = self.past(json, "verified_on");
        let verified_on = self.not_before(as_of, json, "verified_on", verified_on);
        let checked = verified_on.or(as_of);
        let valid_until = self.date(json, "valid_until");
        let contact = Contact {
            id,
            kind: kind?,
            checked,
            valid_until: self.not_before(checked, json, "valid_until", valid_until),
            details: ContactDetails {
                verified_on,
                ..self.contact_details(json, kind?)
            },
        };
        Some((holder?, contact))
    }

    /// The member or the organisation; one of them, and that must be there.
    fn contact_holder(&mut self, json: &Json) -> Option<ContactHolder> {
        let (member, organisation) = (json.at("member").text(), json.at("organisation").text());
        if member.is_some() == organisation.is_some() {
            let problem = "names both a member and an organisation, or none".to_owned();
            self.report(rules::CONTACT_HOLDER, "member", problem);
            self.mark_invalid();
            return None;
        }
        let found = self.findings.len();
        let holder = match organisation {
            Some(id) => {
                let place = self.organisation_at(json, "organisation");
                place.map(|_| ContactHolder::Organisation(id.to_owned()))
            }
            None => self.member_id(json, "member").map(ContactHolder::Member),
        };
        // A holder that was itself left out is told already.
        if self.findings.len() > found {
            self.mark_invalid();
        }
        holder
    }

    fn contact_details(&mut self, json: &Json, kind: ContactKind) -> ContactDetails {
        let chamber = self.word(json, "chamber", vocabulary::CHAMBER_KIND);
        let is_of_chamber = json.at("chamber").text().is_some();
        if is_of_chamber && json.at("member").text().is_none() {
            let problem = "names a chamber of an organisation".to_owned();
            self.report(rules::CONTACT_HOLDER, "chamber", problem);
            self.mark_invalid();
        }
        // A channel of a chamber that is not known is not that of the whole.
        if is_of_chamber && chamber.is_none() {
            self.mark_invalid();
        }
        let origin = self.origin(json);
        let lines = self.contact_value(json, kind);
        let dialled = match kind {
            ContactKind::Phone | ContactKind::Fax => self.dialled(json, origin.note.is_some()),
            _ => None,
        };
        ContactDetails {
            chamber,
            label: self.text(json, "label"),
            lines,
            dialled,
            unlinked: json.at("unlinked").is_true(),
            verified_on: None,
            origin,
        }
    }

    /// The lines of a postal address; of another kind its value, in its form.
    fn contact_value(&mut self, json: &Json, kind: ContactKind) -> Vec<String> {
        let asked = kind.field();
        let given = ["lines", "value"].into_iter();
        if !given
            .filter(|field| json.entry(field).is_some())
            .eq([asked])
        {
            let problem = format!("has not `{asked}` alone, as its kind asks for");
            self.report(rules::CONTACT_VALUE, asked, problem);
            self.mark_invalid();
            return Vec::new();
        }
        let value = match kind {
            ContactKind::Address => return self.texts(json, "lines"),
            ContactKind::Email => self.mail_address(json, "value"),
            ContactKind::Phone | ContactKind::Fax => self.text(json, "value"),
            _ => self.address(json, "value", &["https://"]),
        };
        vec![self.required(value)]
    }

    /// An address of e-mail, by the grammar of RFC 5321 and RFC 6531.
    fn mail_address(&mut self, json: &Json, field: &str) -> Option<String> {
        let address = self.text(json, field)?;
        let options = email_address::Options::default()
            .without_display_text()
            .without_domain_literal()
            .with_required_tld();
        let sound = email_address::EmailAddress::parse_with_options(&address, options).is_ok();
        let problem = "which is no address of e-mail";
        let sound = self.check(rules::EMAIL_FORM, field, &address, sound, problem);
        sound.then_some(address)
    }

    /// The number as it is dialled from anywhere: `+12464263712`. One that
    /// cannot be is told as it is, with a note.
    fn dialled(&mut self, json: &Json, is_noted: bool) -> Option<String> {
        let given = json.at("value").text()?;
        let number = e164(given);
        let problem = "which is no number in international form, and no note says why";
        let holds = number.is_some() || is_noted;
        self.check(rules::PHONE_FORM, "value", given, holds, problem);
        number
    }
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
        for (given, dialled) in [
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
            assert_eq!(e164(given).as_deref(), dialled, "{given}");
        }
    }
}
