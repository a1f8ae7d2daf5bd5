//! Who can be reached how, and how fresh that is.

mod links;

pub use links::{mail_link, mail_to_all};

use crate::facets::ContactFilter;
use crate::model::{ChamberKind, Name};
use crate::model::{Contact, ContactKind, ContactSettings, Directory, Member};
use crate::vocabulary::{CHAMBER_KIND, as_str};
use crate::{Catalogue, PartialDate};

impl Contact {
    /// Whether nobody is known to have verified it in the months before the day
    /// with this number in which it would be fresh.
    pub fn is_stale(&self, settings: ContactSettings, today: i32) -> bool {
        let is_stale = |date| is_stale(date, settings.fresh_months, today);
        self.last_verified.is_none_or(is_stale)
    }

    /// Whether it is no longer valid on the day with this number.
    pub fn is_expired(&self, today: i32) -> bool {
        self.valid_until
            .is_some_and(|date| date.day_range().1 < today)
    }

    /// Whether its date lies so far back that its domain may have passed into
    /// other hands.
    pub fn may_have_lapsed(&self, settings: ContactSettings) -> bool {
        let dates = settings.links_since.zip(self.last_verified);
        dates.is_some_and(|(since, date)| since.is_surely_after(date))
    }

    /// Where it leads: `https:`, `mailto:` or `tel:`; nowhere where that would
    /// be no help, or a danger.
    pub fn link(&self, settings: ContactSettings) -> Option<String> {
        let details = &self.details;
        match self.kind {
            _ if details.unlinked || details.outdated_plan => None,
            ContactKind::Address | ContactKind::Place | ContactKind::Fax => None,
            ContactKind::Email => Some(mail_link(&self.value(), "", "")),
            ContactKind::Phone => Some(format!("tel:{}", details.e164.as_deref()?)),
            _ => (!self.may_have_lapsed(settings)).then(|| self.value()),
        }
    }
}

impl Contact {
    /// The service of an account, or the chambers that share it.
    pub fn owners(&self, words: &Catalogue) -> Option<String> {
        let sharing = self.details.shared_by.iter();
        let sharing = sharing.map(|kind| words.chamber_kind_inside(*kind).to_owned());
        joined(words, self.details.service.iter().cloned().chain(sharing))
    }

    /// What nobody should miss who uses it: where it was read, if not with the
    /// institution, and that its number may be another today.
    pub fn caution(&self, words: &Catalogue) -> Option<String> {
        let old_plan = self.details.outdated_plan.then(|| words.contact_old_plan());
        let class = words.contact_class(self.details.class);
        joined(words, class.into_iter().chain(old_plan).map(str::to_owned))
    }
}

/// The parts as one text, where there are any.
fn joined(words: &Catalogue, parts: impl Iterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| words.join(&parts))
}

impl Member {
    /// The contacts that are valid on the day with this number.
    pub fn valid_contacts(&self, today: i32) -> impl Iterator<Item = &Contact> {
        let contacts = self.contacts.iter();
        contacts.filter(move |contact| !contact.is_expired(today))
    }

    /// Whether its parliament can be reached so, on the day with this number.
    pub fn matches_contact(
        &self,
        filter: ContactFilter,
        settings: ContactSettings,
        today: i32,
    ) -> bool {
        let mut contacts = self.valid_contacts(today);
        let (kind, has) = match filter {
            ContactFilter::Email => (ContactKind::Email, true),
            ContactFilter::Phone => (ContactKind::Phone, true),
            ContactFilter::Address => (ContactKind::Address, true),
            ContactFilter::NoEmail => (ContactKind::Email, false),
            ContactFilter::NoPhone => (ContactKind::Phone, false),
            ContactFilter::NoAddress => (ContactKind::Address, false),
            ContactFilter::Unverified => {
                return contacts.any(|contact| contact.is_stale(settings, today));
            }
            ContactFilter::None => return contacts.next().is_none(),
        };
        contacts.any(|contact| contact.kind == kind) == has
    }
}

/// A parliament as a whole, or a chamber, with its contacts.
#[derive(Debug, Clone)]
pub struct Institution<'a> {
    /// The chamber; none for the whole.
    pub chamber: Option<ChamberKind>,
    /// The name to show; none where its record could not be read.
    pub name: Option<&'a Name>,
    /// All its names.
    pub names: &'a [Name],
    /// By kind.
    pub contacts: Vec<&'a Contact>,
}

impl Institution<'_> {
    /// `ken`, or `ken-lower` for a chamber.
    pub fn id(&self, member: &Member) -> String {
        institution_id(member, self.chamber)
    }
}

/// The id of a parliament, or of a chamber of it.
pub fn institution_id(member: &Member, chamber: Option<ChamberKind>) -> String {
    let id = member.id.as_str();
    match chamber {
        Some(kind) => format!("{id}-{}", as_str(CHAMBER_KIND, &kind)),
        None => id.to_owned(),
    }
}

/// The institutions of a member that have contacts, the whole first.
pub fn institutions<'a>(directory: &'a Directory, member: &'a Member) -> Vec<Institution<'a>> {
    let mut institutions: Vec<Institution> = Vec::new();
    for contact in &member.contacts {
        let chamber = contact.details.chamber;
        match institutions.last_mut() {
            Some(last) if last.chamber == chamber => last.contacts.push(contact),
            _ => institutions.push(Institution {
                chamber,
                name: display_name(directory, member, chamber),
                names: names_of(member, chamber),
                contacts: vec![contact],
            }),
        }
    }
    institutions
}

/// What a parliament, or a chamber of it, is called.
pub fn display_name<'a>(
    directory: &Directory,
    member: &'a Member,
    chamber: Option<ChamberKind>,
) -> Option<&'a Name> {
    directory.display_name(names_of(member, chamber))
}

fn names_of(member: &Member, chamber: Option<ChamberKind>) -> &[Name] {
    let parliament = member.parliament.as_ref();
    let names = parliament.and_then(|parliament| match chamber {
        None => Some(&parliament.names),
        Some(kind) => {
            let mut chambers = parliament.chambers.iter();
            chambers
                .find(|chamber| chamber.kind == kind)
                .map(|chamber| &chamber.names)
        }
    });
    names.map_or(&[], Vec::as_slice)
}

/// Whether a date lies more than so many months before the day with this number.
/// What is known of it counts from its first day, so that a doubt is told
/// rather than hidden.
pub fn is_stale(date: PartialDate, months: u16, today: i32) -> bool {
    date.plus_months(months) < PartialDate::from_day(today)
}

/// How long ago a date was on the day with this number, in words: "5 years
/// ago", as exactly as the date is known.
pub fn age(words: &Catalogue, date: PartialDate, today: i32) -> String {
    let today = PartialDate::from_day(today);
    let years = today.year().saturating_sub(date.year());
    let (Some(month), Some(now)) = (date.month(), today.month()) else {
        return match years {
            0 => words.age_this_year().to_owned(),
            years => words.age_years(years.into()),
        };
    };
    let months = |year: u16, month: u8| usize::from(year) * 12 + usize::from(month);
    match months(today.year(), now).saturating_sub(months(date.year(), month)) {
        0 => words.age_this_month().to_owned(),
        months @ ..12 => words.age_months(months),
        months => words.age_years(months / 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{contact, directory};

    const SETTINGS: ContactSettings = ContactSettings {
        fresh_months: 12,
        links_since: None,
    };

    fn day(text: &str) -> i32 {
        text.parse::<PartialDate>().unwrap().day_range().0
    }

    #[test]
    fn twelve_months_after_its_date_a_contact_is_stale() {
        let mut one = contact("a", ContactKind::Email, "a@b.example");
        assert!(one.is_stale(SETTINGS, day("2026-11-26")), "without a date");
        for (checked, today, is_stale) in [
            ("2026-05-01", "2026-11-26", false),
            ("2025-11-26", "2026-11-26", false),
            ("2025-11-25", "2026-11-26", true),
            ("2026", "2027-01-01", false),
            ("2026", "2027-01-02", true),
            ("2024", "2025-01-01", false),
            ("2024-02-29", "2025-02-28", false),
            ("2024-02-29", "2025-03-01", true),
            ("2025-11", "2026-11-26", true),
        ] {
            one.last_verified = Some(checked.parse().unwrap());
            let found = one.is_stale(SETTINGS, day(today));
            assert_eq!(found, is_stale, "{checked} on {today}");
        }
    }

    #[test]
    fn a_network_says_how_long_a_contact_is_fresh() {
        for (months, checked, today, expected) in [
            (1, "2026-10-26", "2026-11-26", false),
            (1, "2026-10-25", "2026-11-26", true),
            (1, "2025-12-31", "2026-01-31", false),
            (18, "2025-05-26", "2026-11-26", false),
            (18, "2025-05-25", "2026-11-26", true),
            (24, "2024", "2026-01-01", false),
            (24, "2024", "2026-01-02", true),
        ] {
            let found = is_stale(checked.parse().unwrap(), months, day(today));
            assert_eq!(
                found, expected,
                "{months} months after {checked} on {today}"
            );
        }
    }

    #[test]
    fn an_expired_contact_reaches_nobody() {
        let mut directory = directory();
        let member = &mut directory.members[0];
        let mut mail = contact("a", ContactKind::Email, "a@b.example");
        mail.valid_until = Some("2026-06".parse().unwrap());
        member.contacts = vec![mail].into();
        assert!(member.matches_contact(ContactFilter::Email, SETTINGS, day("2026-06-30")));
        assert!(!member.matches_contact(ContactFilter::Email, SETTINGS, day("2026-07-01")));
        assert!(member.matches_contact(ContactFilter::None, SETTINGS, day("2026-07-01")));
    }

    #[test]
    fn only_what_is_no_danger_is_a_link() {
        let settings = ContactSettings {
            links_since: Some("2018".parse().unwrap()),
            ..SETTINGS
        };
        let mut site = contact("w", ContactKind::Website, "https://a.example/");
        assert_eq!(site.link(settings).as_deref(), Some("https://a.example/"));
        site.last_verified = Some("2017".parse().unwrap());
        assert_eq!(site.link(settings), None, "the domain may have passed on");
        assert!(site.link(SETTINGS).is_some(), "the network does not say");
        site.last_verified = Some("2018".parse().unwrap());
        assert_eq!(site.link(settings).as_deref(), Some("https://a.example/"));
        site.details.unlinked = true;
        assert_eq!(site.link(settings), None);
        let mail = contact("m", ContactKind::Email, "a@b.example");
        assert_eq!(mail.link(settings).as_deref(), Some("mailto:a@b.example"));
        let mut phone = contact("p", ContactKind::Phone, "+1 246 426 3712");
        assert_eq!(phone.link(settings), None, "not in international form");
        phone.details.e164 = Some("+12464263712".to_owned());
        assert_eq!(phone.link(settings).as_deref(), Some("tel:+12464263712"));
        phone.details.outdated_plan = true;
        assert_eq!(phone.link(settings), None, "nobody dials an old number");
        let place = contact("s", ContactKind::Place, "Palace, Capital");
        assert_eq!(place.link(settings), None);
        assert_eq!(contact("f", ContactKind::Fax, "1").link(settings), None);
    }

    #[test]
    fn an_age_is_told_as_exactly_as_its_date_is_known() {
        let words = Catalogue::english();
        let told = |date: &str| age(&words, date.parse().unwrap(), day("2026-11-26"));
        assert_eq!(told("2026"), "this year");
        assert_eq!(told("2025"), "1 year ago");
        assert_eq!(told("2015"), "11 years ago");
        assert_eq!(told("2026-11"), "this month");
        assert_eq!(told("2026-05-01"), "6 months ago");
        assert_eq!(told("2025-12-31"), "11 months ago");
        assert_eq!(told("2025-11-30"), "1 year ago");
        assert_eq!(told("2027-02"), "this month");
    }
}
