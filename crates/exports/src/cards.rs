//! Contact cards: vCard 4.0 (RFC 6350), one for each institution.
//!
//! A card is that of an office and never of a person: `KIND:org`, no name of a
//! person, no picture. What no longer holds is left out.
//!
//! Of what RFC 6350 allows it uses what address books read in the same way:
//! docs/decisions/contacts.md has a table of them.

use directory::contacts::{Institution, institutions};
use directory::model::{Contact, ContactKind, Directory, Member, Name, ParliamentStatus};

use crate::content_lines::{ContentLines, escaped, quoted};
use crate::events::source_title;
use crate::page_urls::PageUrls;

/// The cards of these members in the order given.
pub fn cards<'a>(
    directory: &Directory,
    members: impl IntoIterator<Item = &'a Member>,
    urls: &dyn PageUrls,
) -> String {
    let members = members.into_iter();
    let cards = members.flat_map(|member| {
        let cards = institutions(directory, member).into_iter();
        let cards = cards.filter_map(|institution| card(directory, member, &institution, urls));
        cards.collect::<Vec<_>>()
    });
    cards.collect()
}

/// The card for a code that a phone reads: without what makes it large; none
/// where it would only name the institution.
pub fn short_card(
    directory: &Directory,
    member: &Member,
    institution: &Institution,
) -> Option<String> {
    let mut lines = ContentLines::default();
    begin(&mut lines);
    lines.text_line("FN", &full_name(directory, member, institution.name?));
    let mut has_contact = false;
    let contacts = current_contacts(directory, institution);
    for contact in &contacts {
        let preference = preference(contact, &contacts);
        has_contact |= write_contact(&mut lines, directory, member, contact, preference, false);
    }
    lines.line("END", "VCARD");
    has_contact.then(|| lines.into_text())
}

/// Begins a card: that of an office.
fn begin(lines: &mut ContentLines) {
    lines.line("BEGIN", "VCARD");
    lines.line("VERSION", "4.0");
    lines.line("KIND", "org");
}

/// The card of an institution; none where nothing of it is on record.
fn card(
    directory: &Directory,
    member: &Member,
    institution: &Institution,
    urls: &dyn PageUrls,
) -> Option<String> {
    let network = &directory.network;
    let name = institution.name?;
    let contacts = current_contacts(directory, institution);
    if contacts.is_empty() {
        return None;
    }
    let mut lines = ContentLines::default();
    begin(&mut lines);
    let uid = format!("{}@{}", institution.id(member), network.id);
    lines.text_line("UID;VALUE=text", &uid);
    // One name, that nearest to the reader's language, as all that an address
    // book may list and sort by: of several some take the last, and without `N`
    // some take the organisation.
    let own_name = full_name(directory, member, name);
    lines.text_line("FN", &own_name);
    lines.line("N", format!("{};;;;", escaped(&own_name)));
    lines.text_line("ORG", &own_name);
    let others = institution.names.iter();
    for other in others.filter(|other| other.lang != name.lang) {
        let property = match other.lang.as_str() {
            "und" => "NICKNAME".to_owned(),
            language => format!("NICKNAME;LANGUAGE={language}"),
        };
        lines.text_line(&property, &full_name(directory, member, other));
    }
    for contact in &contacts {
        let preference = preference(contact, &contacts);
        write_contact(&mut lines, directory, member, contact, preference, true);
    }
    let category = network.short_names.get(directory.language());
    lines.text_line("CATEGORIES", category);
    lines.text_line("NOTE", &note(directory, member, &contacts));
    if let Some(page) = urls.member_url(member) {
        lines.line("SOURCE", page);
    }
    if let (Some(month), Some(day)) = (network.data_date.month(), network.data_date.day()) {
        let year = network.data_date.year();
        lines.line("REV", format!("{year:04}{month:02}{day:02}T000000Z"));
    }
    lines.line("END", "VCARD");
    Some(lines.into_text())
}

/// What holds on the date of the data.
fn current_contacts<'a>(directory: &Directory, institution: &Institution<'a>) -> Vec<&'a Contact> {
    let today = directory.network.data_date.day_range().1;
    let contacts = institution.contacts.iter().copied();
    contacts
        .filter(|contact| !contact.is_expired(today))
        .collect()
}

/// "National Assembly, Kenya"; "Parliament of Kenya" as it is, and a name in a
/// language in which that of the state is not known. One that does not sit says
/// so, as an address book shows little more than this.
fn full_name(directory: &Directory, member: &Member, institution_name: &Name) -> String {
    let Name { name, lang, .. } = institution_name;
    let words = &directory.catalogue;
    let full_name = match member.names.0.get(lang) {
        Some(state) if name.contains(state) => name.clone(),
        Some(state) if lang == directory.language() => words.card_name(name, state),
        Some(state) => format!("{name}, {state}"),
        None => name.clone(),
    };
    match &member.parliament {
        Some(parliament) if !parliament.status.sits() => {
            words.parliament_name(&full_name, parliament.status)
        }
        _ => full_name,
    }
}

/// How the parliament stands, which offices the contacts are those of, how old
/// they are, what else is to be known of them, and their sources.
fn note(directory: &Directory, member: &Member, contacts: &[&Contact]) -> String {
    let (network, words) = (&directory.network, &directory.catalogue);
    let mut lines = vec![words.export_data(&network.data_version, &words.date(network.data_date))];
    let status = member
        .parliament
        .as_ref()
        .map(|parliament| parliament.status);
    if status.is_some_and(|status| status != ParliamentStatus::Functioning) {
        let told = status.map_or("", |status| words.parliament_status(status));
        lines.push(words.list_named(words.fact_state(), told));
    }
    let mut titles = Vec::new();
    for contact in contacts {
        let label = contact.details.label.as_deref();
        let label = label.map(|label| directory.translated(label).text.into_owned());
        // What has no line of its own is told, so that nothing is hidden.
        let value = (!has_line(directory, contact)).then(|| contact.value());
        let parts = [
            Some(words.contact_kind(contact.kind).to_owned()),
            contact.owners(words),
            label,
            value,
            contact.caution(words),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        let date = contact.last_verified.map(|date| words.date(date));
        let date = date.unwrap_or_else(|| words.contact_undated().to_owned());
        let mut line = words.list_named(&words.join(&parts), &date);
        if let Some(note) = &contact.details.origin.note {
            line.extend([" · ", &directory.translated(note).text]);
        }
        if !lines.contains(&line) {
            lines.push(line);
        }
        for source in &contact.details.origin.sources {
            let title = source_title(directory, &directory[*source]);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    lines.push(words.calendar_sources(&titles.join("; ")));
    without_semicolons(&lines.join("\n"))
}

/// A text in which nothing is parted by a semicolon: one reader leaves its
/// escape in the text, another cuts a text where it has none
/// (docs/decisions/contacts.md).
fn without_semicolons(text: &str) -> String {
    // Some languages have a space before it too.
    let parts: Vec<&str> = text.split("; ").map(str::trim_end).collect();
    parts.join(" · ").replace(';', ",")
}

/// Whether a program may use it: not a place, which is no address, nor a number
/// that nobody should dial, nor a site that is no link.
fn has_line(directory: &Directory, contact: &Contact) -> bool {
    match contact.kind {
        ContactKind::Email | ContactKind::Address => true,
        ContactKind::Phone | ContactKind::Fax => !contact.details.outdated_plan,
        _ => contact.link(directory.network.contacts).is_some(),
    }
}

/// The parameter of the number that is called first: of several that are not
/// marked, some address books take the last, or the fax.
fn preference(contact: &Contact, contacts: &[&Contact]) -> &'static str {
    let mut phones = contacts
        .iter()
        .filter(|other| other.kind == ContactKind::Phone && !other.details.outdated_plan);
    let is_first = phones.next().is_some_and(|first| first.id == contact.id);
    if is_first { "PREF=1;" } else { "" }
}

/// Writes a contact, if it has a line; an address as it stands on an envelope too
/// where the card is `whole`. Gives whether it was written.
fn write_contact(
    lines: &mut ContentLines,
    directory: &Directory,
    member: &Member,
    contact: &Contact,
    preference: &str,
    whole: bool,
) -> bool {
    if !has_line(directory, contact) {
        return false;
    }
    let details = &contact.details;
    let value = contact.value();
    // A text and no link: many show the letters of `tel:` too.
    let number = details.e164.as_ref().unwrap_or(&value);
    match contact.kind {
        ContactKind::Email => lines.text_line("EMAIL;TYPE=work", &value),
        ContactKind::Phone => {
            lines.text_line(&format!("TEL;{preference}TYPE=work,voice"), number);
        }
        // One that is also `work` is taken for the number to call.
        ContactKind::Fax => lines.text_line("TEL;TYPE=fax", number),
        ContactKind::Address => {
            let state = member.names.get(directory.language());
            let mut property = "ADR;TYPE=work".to_owned();
            if whole {
                let label = format!("{}, {state}", details.lines.join(", "));
                property.extend([";LABEL=", &quoted(&label)]);
            }
            // Which line is the street is not told; all are.
            let street: Vec<String> = details.lines.iter().map(|line| escaped(line)).collect();
            let street = street.join(",");
            lines.line(&property, format!(";;{street};;;;{}", escaped(state)));
        }
        _ => lines.line("URL;TYPE=work", value),
    }
    true
}

#[cfg(test)]
mod tests;
