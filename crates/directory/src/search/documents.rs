//! The texts by which members, former members and events can be found, those
//! to be preferred first.

use super::MatchReason;
use super::index::Text;
use crate::model::{Directory, Event, LocalizedText, Member, Name, StateIdx};

/// The texts of one document.
struct Texts<'a> {
    /// The language whose texts come first.
    language: &'a str,
    texts: Vec<Text<'a>>,
}

impl<'a> Texts<'a> {
    fn new(language: &'a str) -> Self {
        let texts = Vec::new();
        Self { language, texts }
    }

    fn add(&mut self, reason: MatchReason, lang: &'a str, text: &'a str) {
        self.texts.push(Text::new(reason, lang, text));
        if reason.is_name() && (2..=4).contains(&text.split([' ', '-']).count()) {
            self.texts.push(Text {
                joined: true,
                ..Text::new(reason, lang, text)
            });
        }
    }

    fn add_names(&mut self, reason: MatchReason, names: &'a LocalizedText) {
        for (lang, text) in default_first(self.language, names) {
            self.add(reason, lang, text);
        }
    }

    fn add_list(&mut self, reason: MatchReason, names: &'a [Name]) {
        for name in names {
            self.add(reason, &name.lang, &name.name);
        }
    }

    /// The aliases that are not there already.
    fn add_aliases(&mut self, reason: MatchReason, names: &'a [Name]) {
        for name in names {
            let mut others = self.texts.iter();
            if !others.any(|other| other.spelling == *name.name) {
                self.add(reason, &name.lang, &name.name);
            }
        }
    }
}

/// Names, native names and aliases of a member, its parliament and chambers,
/// the capital and the seat.
pub fn texts_of_member<'a>(directory: &'a Directory, member: &'a Member) -> Vec<Text<'a>> {
    let mut texts = Texts::new(directory.language());
    texts.add_names(MatchReason::Name, &member.names);
    texts.add_names(MatchReason::CommonName, &member.common_names);
    texts.add_names(MatchReason::FormalName, &member.formal_names);
    texts.add_list(MatchReason::NativeName, &member.native_names);
    texts.add_aliases(MatchReason::Alias, &member.aliases);
    if let Some(parliament) = &member.parliament {
        texts.add_list(MatchReason::Parliament, &parliament.names);
        for chamber in &parliament.chambers {
            texts.add_list(MatchReason::Chamber, &chamber.names);
        }
    }
    let capital = member.capital.as_ref().map(|capital| &capital.city);
    if let Some(capital) = capital {
        texts.add_names(MatchReason::Capital, capital);
    }
    let parliament = member.parliament.as_ref();
    let seat = parliament.map(|parliament| &parliament.seat.city);
    if let Some(seat) = seat.filter(|seat| Some(*seat) != capital) {
        texts.add_names(MatchReason::SeatCity, seat);
    }
    texts.texts
}

/// Names alone, of which a former member has no others.
pub fn texts_of_names<'a>(directory: &'a Directory, names: &'a LocalizedText) -> Vec<Text<'a>> {
    let mut texts = Texts::new(directory.language());
    texts.add_names(MatchReason::Name, names);
    texts.texts
}

/// Title, theme, type and organ of an event, its city, country and hosts, and
/// its year.
pub fn texts_of_event<'a>(directory: &'a Directory, event: &'a Event) -> Vec<Text<'a>> {
    let network = &directory.network;
    let language = directory.language();
    let mut texts = Texts::new(language);
    let title = directory.title_of(event);
    let lang = title.lang.unwrap_or(language);
    texts
        .texts
        .push(Text::new(MatchReason::Title, lang, title.text));
    for (lang, title) in &event.titles.0 {
        if texts.texts[0].spelling != *title {
            texts.add(MatchReason::Title, lang, title);
        }
    }
    if let Some(theme) = &event.theme {
        let told = directory.translated(theme);
        let is_translated = told.text != *theme;
        let lang = told.lang.unwrap_or(language);
        texts
            .texts
            .push(Text::new(MatchReason::Theme, lang, told.text));
        if is_translated {
            texts.add(MatchReason::Theme, directory.own_language(), theme);
        }
    }
    if let Some(place) = &event.place {
        texts.add_names(MatchReason::City, &place.city);
    }
    let country = event.country.as_ref();
    if let Some(country) = country {
        add_state(&mut texts, MatchReason::Country, directory, *country);
    }
    for host in event.hosts.iter().filter(|host| Some(*host) != country) {
        add_state(&mut texts, MatchReason::Host, directory, *host);
    }
    if let Some(organ) = event.organ {
        for (lang, name) in default_first(language, &network[organ].names) {
            texts.add(MatchReason::Organ, lang, without_remark(name));
        }
    }
    texts.add_names(MatchReason::EventType, &network[event.kind].names);
    let years = event.start.year()..=event.last().year();
    let years = years.map(|year| Text::new(MatchReason::Year, "zxx", year.to_string()));
    texts.texts.extend(years);
    texts.texts
}

/// The name in the default language first, the others in the order of their tags.
fn default_first<'a>(
    language: &str,
    names: &'a LocalizedText,
) -> impl Iterator<Item = (&'a String, &'a String)> {
    let first = names.0.get_key_value(language);
    let others = names.0.iter();
    let others = others.filter(move |(lang, _)| first.is_none_or(|(tag, _)| tag != *lang));
    first.into_iter().chain(others)
}

/// A name up to what is said of it in brackets: "Assembly (Conference until
/// 2003)" would match 2003 for each of its events.
fn without_remark(name: &str) -> &str {
    match name.find(['(', '（']) {
        Some(start) if start > 0 => name[..start].trim_end(),
        _ => name,
    }
}

/// All that a state is called, whether it is a member or not.
fn add_state<'a>(
    texts: &mut Texts<'a>,
    reason: MatchReason,
    directory: &'a Directory,
    state: StateIdx,
) {
    texts.add_names(reason, directory.names_of(state));
    if let StateIdx::Member(member) = state {
        let member = &directory[member];
        texts.add_names(reason, &member.common_names);
        texts.add_aliases(reason, &member.aliases);
    }
}
