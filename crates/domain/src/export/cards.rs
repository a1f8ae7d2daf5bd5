//! Contact cards: vCard 4.0 (RFC 6350), one for each institution.
//!
//! A card is that of an office and never of a person: `KIND:org`, no name of a
//! person, no picture. What no longer holds is left out.

use crate::contacts::{Institution, institutions};
use crate::directory::{Contact, ContactKind, Directory, Member, Name};

/// The most octets of a line, its end not counted (RFC 6350, 3.2).
const LINE: usize = 75;

/// The cards of these members in the order given. `page` gives the address of
/// a member's page, where the site knows its own.
pub fn cards<'a>(
    directory: &Directory,
    members: impl IntoIterator<Item = &'a Member>,
    page: &dyn Fn(&Member) -> Option<String>,
) -> String {
    let members = members.into_iter();
    let cards = members.flat_map(|member| {
        let cards = institutions(directory, member).into_iter();
        let cards = cards.filter_map(|institution| card(directory, member, &institution, page));
        cards.collect::<Vec<_>>()
    });
    cards.collect()
}

/// The card for a code that a phone reads: without what makes it large.
pub fn short_card(directory: &Directory, member: &Member, of: &Institution) -> Option<String> {
    let mut card = Card::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", "org");
    card.line("FN", &escaped(&full_name(directory, member, of.name?)));
    let holding = holding(directory, of);
    for contact in &holding {
        card.contact(directory, member, contact, false);
    }
    card.line("END", "VCARD");
    (!holding.is_empty()).then_some(card.text)
}

/// The card of an institution; none where nothing of it is on record.
fn card(
    directory: &Directory,
    member: &Member,
    of: &Institution,
    page: &dyn Fn(&Member) -> Option<String>,
) -> Option<String> {
    let network = &directory.network;
    let name = of.name?;
    let holding = holding(directory, of);
    if holding.is_empty() {
        return None;
    }
    let mut card = Card::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", "org");
    card.line(
        "UID;VALUE=text",
        &format!("{}@{}", of.id(member), network.id),
    );
    let language = directory.language();
    let tag = |lang: &str| if lang == "und" { "" } else { lang }.to_owned();
    // The same name in the reader's language and in that of the institution.
    card.named("FN;ALTID=1", language, &full_name(directory, member, name));
    for own in of.names.iter().filter(|own| own.lang != name.lang) {
        let full = full_name(directory, member, own);
        card.named("FN;ALTID=1", &tag(&own.lang), &full);
    }
    let whole = member.parliament.as_ref();
    let whole = whole.and_then(|parliament| directory.called(&parliament.names));
    let unit = whole.filter(|_| of.chamber.is_some());
    let parts = [unit.unwrap_or(name), name];
    let parts = &parts[usize::from(unit.is_none())..];
    let parts: Vec<String> = parts.iter().map(|name| escaped(&name.name)).collect();
    card.line("ORG", &parts.join(";"));
    for contact in &holding {
        card.contact(directory, member, contact, true);
    }
    card.line("CATEGORIES", &escaped(network.short_names.get(language)));
    card.line("NOTE", &escaped(&note(directory, &holding)));
    if let Some(page) = page(member) {
        card.line("SOURCE", &page);
    }
    if let (Some(month), Some(day)) = (network.data_date.month(), network.data_date.day()) {
        let year = network.data_date.year();
        card.line("REV", &format!("{year:04}{month:02}{day:02}T000000Z"));
    }
    card.line("END", "VCARD");
    Some(card.text)
}

/// What holds on the date of the data.
fn holding<'a>(directory: &Directory, of: &Institution<'a>) -> Vec<&'a Contact> {
    let today = directory.network.data_date.days().1;
    let contacts = of.contacts.iter().copied();
    contacts.filter(|contact| !contact.is_over(today)).collect()
}

/// "National Assembly, Kenya"; "Parliament of Kenya" as it is.
fn full_name(directory: &Directory, member: &Member, institution: &Name) -> String {
    let state = member.names.get(directory.language());
    if institution.name.contains(state) {
        return institution.name.clone();
    }
    directory.words.card_name(&institution.name, state)
}

/// How old the contacts are, and their sources.
fn note(directory: &Directory, contacts: &[&Contact]) -> String {
    let (network, words) = (&directory.network, &directory.words);
    let mut lines = vec![words.export_data(&network.data_version, &words.date(network.data_date))];
    let mut titles = Vec::new();
    for contact in contacts {
        let kind = words.contact_kind(contact.kind);
        let date = contact.checked.map(|date| words.date(date));
        let date = date.unwrap_or_else(|| words.contact_undated().to_owned());
        lines.push(words.list_named(kind, &date));
        for place in &contact.details.origin.sources {
            let title = super::events::title_of(directory, &directory.sources[*place]);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    lines.push(words.calendar_sources(&titles.join("; ")));
    lines.join("\n")
}

/// A card under construction.
#[derive(Default)]
struct Card {
    text: String,
}

impl Card {
    /// Adds a line, folded where it is long: at the ends of letters.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for sign in format!("{name}:{value}").chars() {
            if sign.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            self.text.push(sign);
            room -= sign.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Adds a text in a language, where that is known.
    fn named(&mut self, name: &str, lang: &str, text: &str) {
        let name = match lang {
            "" => name.to_owned(),
            lang => format!("{name};LANGUAGE={lang}"),
        };
        self.line(&name, &escaped(text));
    }

    /// Adds a contact; `whole` with what it is called, and the address as it is
    /// written on an envelope.
    fn contact(&mut self, directory: &Directory, member: &Member, contact: &Contact, whole: bool) {
        let details = &contact.details;
        let value = contact.value();
        let kind = match contact.kind {
            ContactKind::Fax => "fax",
            _ => "voice",
        };
        match (contact.kind, &details.dialled) {
            (ContactKind::Email, _) => self.line("EMAIL;TYPE=work", &escaped(&value)),
            (ContactKind::Phone | ContactKind::Fax, Some(number)) => {
                self.line(
                    &format!("TEL;VALUE=uri;TYPE=work,{kind}"),
                    &format!("tel:{number}"),
                );
            }
            (ContactKind::Phone | ContactKind::Fax, None) => {
                self.line(
                    &format!("TEL;VALUE=text;TYPE=work,{kind}"),
                    &escaped(&value),
                );
            }
            (ContactKind::Address, _) => {
                let state = member.names.get(directory.language());
                let street: Vec<String> = details.lines.iter().map(|line| escaped(line)).collect();
                let mut name = "ADR;TYPE=work".to_owned();
                if whole {
                    let lines = details.lines.iter().map(String::as_str).chain([state]);
                    let label = lines.collect::<Vec<_>>().join("\n");
                    name.extend([";LABEL=\"", &in_quotes(&label), "\""]);
                }
                // Which line is the street is not told; all are.
                let street = street.join(",");
                self.line(&name, &format!(";;{street};;;;{}", escaped(state)));
            }
            _ => self.line("URL;TYPE=work", &value),
        }
    }
}

/// A text as a value: RFC 6350, 3.4. Signs of control are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => escaped.extend(['\\', sign]),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A text within quotation marks of a parameter: RFC 6868. Some programs take
/// a backslash there for an escape, so it becomes a slash.
fn in_quotes(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' => escaped.push_str("^n"),
            '^' => escaped.push_str("^^"),
            '"' => escaped.push_str("^'"),
            '\\' => escaped.push('/'),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
