//! Contact cards: vCard 4.0 (RFC 6350), one for each institution.
//!
//! A card is that of an office and never of a person: `KIND:org`, no name of a
//! person, no picture. What no longer holds is left out.

use directory::contacts::{Institution, institutions};
use directory::model::{Contact, ContactKind, Directory, Member, Name};

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

/// The card for a code that a phone reads: without what makes it large; none
/// where it would only name the institution.
pub fn short_card(directory: &Directory, member: &Member, of: &Institution) -> Option<String> {
    let mut card = Card::default();
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", "org");
    card.line("FN", &escaped(&full_name(directory, member, of.name?)));
    let named = card.text.len();
    for contact in holding(directory, of) {
        card.contact(directory, member, contact, false);
    }
    let reaches = card.text.len() > named;
    card.line("END", "VCARD");
    reaches.then_some(card.text)
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
    // The name nearest to the reader's language, then all others.
    let others = of.names.iter().filter(|own| own.lang != name.lang);
    for name in [name].into_iter().chain(others) {
        let full = full_name(directory, member, name);
        card.named("FN;ALTID=1", &tag(&name.lang), &full);
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

/// "National Assembly, Kenya"; "Parliament of Kenya" as it is, and a name in a
/// language in which that of the state is not known.
fn full_name(directory: &Directory, member: &Member, institution: &Name) -> String {
    let Name { name, lang, .. } = institution;
    match member.names.0.get(lang) {
        Some(state) if name.contains(state) => name.clone(),
        Some(state) if lang == directory.language() => directory.words.card_name(name, state),
        Some(state) => format!("{name}, {state}"),
        None => name.clone(),
    }
}

/// Which offices the contacts are those of, how old they are, what else is to be
/// known of them, and their sources.
fn note(directory: &Directory, contacts: &[&Contact]) -> String {
    let (network, words) = (&directory.network, &directory.words);
    let mut lines = vec![words.export_data(&network.data_version, &words.date(network.data_date))];
    let mut titles = Vec::new();
    for contact in contacts {
        let kind = words.contact_kind(contact.kind).to_owned();
        let label = contact.details.label.as_deref();
        let label = label.map(|label| directory.told(label).text.into_owned());
        // What is no link is told, so that nothing is hidden.
        let told = is_site(contact) && contact.link(directory.network.contacts).is_none();
        let value = told.then(|| contact.value());
        let called: Vec<_> = [Some(kind), label, value].into_iter().flatten().collect();
        let date = contact.checked.map(|date| words.date(date));
        let date = date.unwrap_or_else(|| words.contact_undated().to_owned());
        let mut line = words.list_named(&words.listed(&called), &date);
        if let Some(note) = &contact.details.origin.note {
            line.extend([" · ", &directory.told(note).text]);
        }
        if !lines.contains(&line) {
            lines.push(line);
        }
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

/// Whether it stands on the web.
fn is_site(contact: &Contact) -> bool {
    use ContactKind::{Form, Press, Social, Website};
    matches!(contact.kind, Website | Form | Press | Social)
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

    /// Adds a contact, unless it is one that is no link; an address as it is
    /// written on an envelope too where the card is `whole`.
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
            _ => {
                if let Some(link) = contact.link(directory.network.contacts) {
                    self.line("URL;TYPE=work", &link);
                }
            }
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
