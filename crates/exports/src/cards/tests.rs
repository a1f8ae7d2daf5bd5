use calcard::vcard::{VCard, VCardProperty, VCardValue};
use calcard::{Entry, Parser};
use proptest::prelude::*;

use super::*;
use crate::content_lines::MAX_LINE_OCTETS;
use crate::plain_text::strip_controls;
use directory::PartialDate;
use directory::fixture::{contact, directory, text};
use directory::model::{ChamberKind, ContactClass, Event};

/// All cards of a text, by one reader of vCard.
fn read(text: &str) -> Vec<VCard> {
    let mut parser = Parser::new(text);
    let mut cards = Vec::new();
    loop {
        match parser.entry() {
            Entry::VCard(card) => cards.push(card),
            Entry::Eof => return cards,
            other => panic!("{other:?} in {text}"),
        }
    }
}

/// The text of a property, all its parts joined.
fn value(card: &VCard, property: &VCardProperty) -> String {
    let entry = card
        .property(property)
        .unwrap_or_else(|| panic!("no {property:?}"));
    let texts = entry.values.iter().map(|value| match value {
        VCardValue::Component(parts) => parts.join("|"),
        value => value.as_text().unwrap_or_default().to_owned(),
    });
    texts.collect::<Vec<_>>().join("/")
}

/// A directory whose first member has these contacts and no others have any.
fn with(contacts: Vec<Contact>) -> Directory {
    let mut directory = directory();
    for member in &mut directory.members {
        member.contacts.to_mut().clear();
    }
    directory.members[0].contacts = contacts.into();
    directory
}

/// Addresses at `site.example`.
struct SiteUrls;

impl PageUrls for SiteUrls {
    fn member_url(&self, member: &Member) -> Option<String> {
        Some(format!("https://site.example/members/{}/", member.slug))
    }

    fn event_url(&self, _: &Event) -> Option<String> {
        None
    }
}

fn written(directory: &Directory) -> String {
    cards(directory, &directory.members, &SiteUrls)
}

#[test]
fn no_program_takes_a_place_for_an_address_or_dials_an_old_number() {
    let mut old = contact("alb-phone", ContactKind::Phone, "+1 246 426 3712");
    old.details.outdated_plan = true;
    old.details.class = ContactClass::OfficialPrint;
    let place = contact("alb-place", ContactKind::Place, "Palace Square");
    let number = contact("alb-phone-2", ContactKind::Phone, "+1 246 426 9999");
    let text = written(&with(vec![old, place, number]));
    let card = &read(&text)[0];
    assert!(card.property(&VCardProperty::Adr).is_none(), "{text}");
    assert!(
        text.contains("TEL;PREF=1;TYPE=work,voice:+1 246 426 9999"),
        "{text}"
    );
    assert_eq!(text.matches("\r\nTEL").count(), 1, "{text}");
    let note = value(card, &VCardProperty::Note);
    let told = "Phone · +1 246 426 3712 · official when printed · old numbering plan";
    assert!(note.replace(", ", " · ").contains(told), "{note}");
    assert!(note.contains("Palace Square"), "{note}");
}

#[test]
fn a_card_is_that_of_an_office() {
    let mut phone = contact("alb-phone", ContactKind::Phone, "+1 246 426 3712");
    phone.details.e164 = Some("+12464263712".to_owned());
    let mut address = contact(
        "alb-address",
        ContactKind::Address,
        "Trafalgar Street 1, East",
    );
    address.details.lines.push("Bridgetown".to_owned());
    let mail = contact("alb-email", ContactKind::Email, "clerk@albora.example");
    let directory = with(vec![mail, phone, address]);
    let text = written(&directory);
    let cards = read(&text);
    assert_eq!(cards.len(), 1);
    let card = &cards[0];
    assert_eq!(value(card, &VCardProperty::Fn), "Assembly, Albora");
    assert_eq!(value(card, &VCardProperty::Org), "Assembly, Albora");
    assert!(text.contains("\r\nN:Assembly\\, Albora;;;;\r\n"), "{text}");
    assert_eq!(value(card, &VCardProperty::Email), "clerk@albora.example");
    assert_eq!(value(card, &VCardProperty::Tel), "+12464263712");
    assert_eq!(
        value(card, &VCardProperty::Source),
        "https://site.example/members/alb/"
    );
    assert_eq!(card.uid(), Some("alb@assembly"));
    assert!(text.contains("\r\nKIND:org\r\n"), "{text}");
    let flat = text.replace("\r\n ", "");
    let label = "ADR;TYPE=work;LABEL=\"Trafalgar Street 1, East, Bridgetown, Albora\":\
                 ;;Trafalgar Street 1\\, East,Bridgetown;;;;Albora\r\n";
    assert!(flat.contains(label), "{flat}");
}

#[test]
fn a_chamber_with_contacts_of_its_own_has_a_card_of_its_own() {
    let mut mail = contact(
        "alb-lower-email",
        ContactKind::Email,
        "lower@albora.example",
    );
    mail.details.chamber = Some(ChamberKind::Lower);
    let mut directory = with(vec![
        contact("alb-email", ContactKind::Email, "a@b.example"),
        mail,
    ]);
    let parliament = directory.members[0].parliament.as_mut().unwrap();
    parliament.chambers[0].names[0].name = "House; of Reeds".to_owned();
    let cards = read(&written(&directory));
    let uids: Vec<_> = cards.iter().filter_map(VCard::uid).collect();
    assert_eq!(uids, ["alb@assembly", "alb-lower@assembly"]);
    assert_eq!(
        value(&cards[1], &VCardProperty::Fn),
        "House; of Reeds, Albora"
    );
    assert_eq!(
        value(&cards[1], &VCardProperty::Org),
        "House; of Reeds, Albora"
    );
}

#[test]
fn names_of_other_languages_stand_beside_and_what_is_over_is_left_out() {
    let mut over = contact("alb-fax", ContactKind::Fax, "+1 246 426 0000");
    over.valid_until = Some("2000".parse().unwrap());
    let mut directory = with(vec![
        over.clone(),
        contact("alb-email", ContactKind::Email, "a@b.example"),
    ]);
    let parliament = directory.members[0].parliament.as_mut().unwrap();
    parliament.names.push(Name {
        lang: "ar".to_owned(),
        name: "مجلس النواب".to_owned(),
        sources: Vec::new(),
    });
    let text = written(&directory);
    let card = &read(&text)[0];
    assert_eq!(card.properties(&VCardProperty::Fn).count(), 1);
    let mut others = card.properties(&VCardProperty::Nickname);
    assert_eq!(others.next().unwrap().language(), Some("ar"));
    // The name of the state is not known in Arabic here, and not put beside it
    // in another language.
    assert!(text.contains("LANGUAGE=ar:مجلس النواب\r\n"), "{text}");
    assert!(card.property(&VCardProperty::Tel).is_none(), "{text}");
    assert_eq!(written(&with(vec![over])), "");
}

#[test]
fn the_note_names_offices_and_dates_once() {
    let fax = |id: &str| {
        let mut fax = contact(id, ContactKind::Fax, "+1 246 426 0000");
        fax.last_verified = Some("2018".parse().unwrap());
        fax
    };
    let mut mail = contact("alb-email", ContactKind::Email, "a@b.example");
    mail.last_verified = Some("2018".parse().unwrap());
    mail.details.label = Some("Office of the Clerk".to_owned());
    mail.details.origin.note = Some("Answered; at night.".to_owned());
    let text = written(&with(vec![mail, fax("alb-fax"), fax("alb-fax-2")]));
    let note = value(&read(&text)[0], &VCardProperty::Note);
    let lines: Vec<&str> = note.lines().collect();
    assert_eq!(
        lines[1..3],
        [
            "E-mail, Office of the Clerk: 2018 · Answered · at night.",
            "Fax: 2018"
        ]
    );
    assert_eq!(note.matches("Fax").count(), 1, "{note}");
}

#[test]
fn a_website_that_is_no_link_is_told_in_the_note_alone() {
    let mut site = contact("alb-website", ContactKind::Website, "https://a.example/");
    site.details.unlinked = true;
    let directory = with(vec![site]);
    let text = written(&directory);
    let card = &read(&text)[0];
    assert!(card.property(&VCardProperty::Url).is_none(), "{text}");
    assert!(value(card, &VCardProperty::Note).contains("https://a.example/"));
    let member = &directory.members[0];
    let of = &institutions(&directory, member)[0];
    assert_eq!(short_card(&directory, member, of), None, "nothing to scan");
}

#[test]
fn a_name_that_has_the_state_in_it_is_enough() {
    let mut directory = with(vec![contact(
        "alb-email",
        ContactKind::Email,
        "a@b.example",
    )]);
    let parliament = directory.members[0].parliament.as_mut().unwrap();
    parliament.names[0].name = "Parliament of Albora".to_owned();
    let cards = read(&written(&directory));
    assert_eq!(value(&cards[0], &VCardProperty::Fn), "Parliament of Albora");
}

#[test]
fn a_parliament_that_does_not_sit_says_so_in_its_name_and_another_in_the_note() {
    let mail = contact("alb-email", ContactKind::Email, "a@b.example");
    let mut directory = with(vec![mail]);
    for (status, name, note) in [
        (ParliamentStatus::Functioning, "Assembly, Albora", None),
        (
            ParliamentStatus::Transitional,
            "Assembly, Albora",
            Some("Transitional"),
        ),
        (
            ParliamentStatus::Dissolved,
            "Assembly, Albora (dissolved)",
            Some("Dissolved"),
        ),
    ] {
        directory.members[0].parliament.as_mut().unwrap().status = status;
        let cards = read(&written(&directory));
        assert_eq!(value(&cards[0], &VCardProperty::Fn), name);
        let told = value(&cards[0], &VCardProperty::Note);
        assert_eq!(
            note.is_some(),
            told.contains("State of the parliament"),
            "{told}"
        );
        assert!(told.contains(note.unwrap_or_default()), "{told}");
    }
}

#[test]
fn the_first_number_to_call_is_marked_and_a_fax_is_only_that() {
    let mut fax = contact("alb-fax", ContactKind::Fax, "+1 246 426 0000");
    fax.details.e164 = Some("+12464260000".to_owned());
    let phone = |id: &str| contact(id, ContactKind::Phone, "426 3712 ext. 4");
    let directory = with(vec![fax, phone("alb-phone"), phone("alb-phone-2")]);
    let text = written(&directory);
    let numbers: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("TEL"))
        .collect();
    assert_eq!(
        numbers,
        [
            "TEL;TYPE=fax:+12464260000",
            "TEL;PREF=1;TYPE=work,voice:426 3712 ext. 4",
            "TEL;TYPE=work,voice:426 3712 ext. 4",
        ]
    );
    let member = &directory.members[0];
    let short = short_card(&directory, member, &institutions(&directory, member)[0]).unwrap();
    assert!(short.contains("\r\nTEL;PREF=1;TYPE=work,voice:"), "{short}");
}

#[test]
fn a_card_for_a_phone_is_short() {
    let directory = with(vec![contact(
        "alb-email",
        ContactKind::Email,
        "a@b.example",
    )]);
    let member = &directory.members[0];
    let institution = &institutions(&directory, member)[0];
    let card = short_card(&directory, member, institution).unwrap();
    assert_eq!(
        card,
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Assembly\\, Albora\r\n\
         EMAIL;TYPE=work:a@b.example\r\nEND:VCARD\r\n"
    );
}

proptest! {
    /// No text of the data can begin a line, or a card, of its own; and each
    /// comes back as it was.
    #[test]
    fn any_text_comes_back_and_no_line_can_be_slipped_in(
        name in "[^\\p{Cc}]{1,90}|[a\\\\;,:\"^n ]{1,40}",
        lines in proptest::collection::vec("[^\\p{Cc}]{1,90}|[a\\\\;,:\"^n ]{1,40}", 1..4),
        control in any::<char>(),
    ) {
        let hostile = format!("{name}\r\nBEGIN:VCARD{control}");
        let mut address = contact("alb-address", ContactKind::Address, "");
        address.details.lines = lines.clone();
        let mut directory = with(vec![address]);
        directory.members[0].names = text(&hostile);
        let parliament = directory.members[0].parliament.as_mut().unwrap();
        parliament.names[0].name.clone_from(&name);
        let text = written(&directory);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= MAX_LINE_OCTETS, "{}", line);
            prop_assert!(!line.chars().any(char::is_control), "{:?}", line);
        }
        let begins = text.split("\r\n").filter(|line| line.starts_with("BEGIN:VCARD"));
        prop_assert_eq!(begins.count(), 1);
        let cards = read(&text);
        prop_assert_eq!(cards.len(), 1);
        let own_name = value(&cards[0], &VCardProperty::Fn);
        let name = strip_controls(&name);
        prop_assert!(own_name.contains(name.trim()), "{:?} in {:?}", name, own_name);
        let street = value(&cards[0], &VCardProperty::Adr);
        for line in &lines {
            prop_assert!(street.contains(strip_controls(line).trim()), "{:?} in {:?}", line, street);
        }
    }
}

#[test]
fn the_date_of_the_data_is_that_of_the_card() {
    let mut directory = with(vec![contact(
        "alb-email",
        ContactKind::Email,
        "a@b.example",
    )]);
    directory.network.data_date = "2026-11-26".parse::<PartialDate>().unwrap();
    assert!(written(&directory).contains("\r\nREV:20261126T000000Z\r\n"));
}
