//! Values that several kinds of record have: text, names, dates, codes,
//! places, addresses.

use super::reader::Reader;
use crate::directory::{LonLat, Name, Names, Place};
use crate::{PartialDate, rules, shapes};

impl Reader {
    /// Text that may stand on a page.
    pub(super) fn text(&mut self, field: &str, text: String) -> Option<String> {
        if let Some(problem) = unsafe_in(&text) {
            // Escaped, so that the finding itself is safe to print.
            let problem = format!("holds `{}`, {problem}", text.escape_debug());
            self.fault(rules::SAFE_TEXT, field, problem);
            return None;
        }
        Some(text)
    }

    /// A list of texts, such as notes.
    pub(super) fn texts(&mut self, field: &'static str, texts: Vec<String>) -> Vec<String> {
        self.each(field, texts, |reader, text| reader.text("", text))
    }

    /// Text by language, in any languages.
    pub(super) fn names(&mut self, field: &str, names: shapes::Names) -> Names {
        self.names_except("", field, names)
    }

    fn names_except(&mut self, except: &str, field: &str, names: shapes::Names) -> Names {
        let mut sound = Names::default();
        for (lang, text) in names {
            if lang == except {
                continue;
            }
            let field = format!("{field}.{lang}");
            let lang = self.language_tag(&field, lang);
            let text = self.text(&field, text);
            if let (Some(lang), Some(text)) = (lang, text) {
                sound.0.insert(lang, text);
            }
        }
        sound
    }

    /// Text by language, the network's first language among them.
    pub(super) fn needed_names(
        &mut self,
        field: &'static str,
        names: shapes::Names,
    ) -> Option<Names> {
        let language = self.language.clone();
        let default = names.get(&language).cloned();
        let mut sound = self.names_except(&language, field, names);
        // The default last: if it is left out, the last finding says why.
        let default = if let Some(text) = default {
            self.text(&format!("{field}.{language}"), text)
        } else {
            let problem = format!("has no text in `{language}`");
            self.fault(rules::DEFAULT_LANGUAGE, field, problem);
            None
        };
        sound.0.insert(language, self.vital(default)?);
        Some(sound)
    }

    /// A name with its language.
    pub(super) fn name(&mut self, name: shapes::Name) -> Option<Name> {
        let lang = self.language_tag("lang", name.lang);
        let text = self.text("name", name.name);
        let sources = self.sources("sources", name.sources);
        Some(Name {
            lang: lang?,
            name: text?,
            sources,
        })
    }

    /// Names of an institution: at least one, the default language first.
    pub(super) fn needed_name_list(&mut self, names: Vec<shapes::Name>) -> Option<Vec<Name>> {
        let default_first = names.first().is_some_and(|name| name.lang == self.language);
        let names = self.each("names", names, Self::name);
        if !default_first {
            let problem = format!("does not begin with a name in `{}`", self.language);
            self.fault(rules::DEFAULT_LANGUAGE, "names", problem);
        }
        let holds = default_first && names.first().is_some_and(|name| name.lang == self.language);
        self.vital(holds.then_some(names))
    }

    /// A language tag in the form of BCP 47: a language of two or three
    /// letters, then a script, a region or variants.
    pub(super) fn language_tag(&mut self, field: &str, tag: String) -> Option<String> {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let holds = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        let problem = "which is no language tag";
        self.holds(rules::LANGUAGE_TAG, field, &tag, holds, problem)?;
        Some(tag)
    }

    /// A date, known to the year, month or day.
    pub(super) fn date(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        let date = text.parse().ok();
        let problem = "which is no date";
        self.holds(rules::DATE_FORM, field, text, date.is_some(), problem)?;
        date
    }

    /// A date of something that has happened: not after the date of the data.
    pub(super) fn past(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        let date = self.date(field, text)?;
        let data_date = self.data_date;
        let holds = !data_date.is_some_and(|data_date| date.is_surely_after(data_date));
        let problem = "which is after the date of the data";
        self.holds(rules::DATES_IN_ORDER, field, text, holds, problem)?;
        Some(date)
    }

    /// A city on Earth.
    pub(super) fn place(&mut self, field: &str, place: shapes::Place) -> Option<Place> {
        let city = self.text(&format!("{field}.city"), place.city);
        let [lon, lat] = place.position;
        let holds = lon.abs() <= 180.0 && lat.abs() <= 90.0;
        if !holds {
            let problem = format!("holds [{lon}, {lat}], which is no point on Earth");
            self.fault(
                rules::POSITION_ON_EARTH,
                &format!("{field}.position"),
                problem,
            );
        }
        Some(Place {
            city: city?,
            position: holds.then_some(LonLat { lon, lat })?,
        })
    }

    /// An item of Wikidata.
    pub(super) fn wikidata(&mut self, field: &str, item: String) -> Option<String> {
        let number = item.strip_prefix('Q').unwrap_or_default();
        let holds = !number.is_empty()
            && !number.starts_with('0')
            && number.bytes().all(|byte| byte.is_ascii_digit());
        let problem = "which is no item";
        self.holds(rules::WIKIDATA_ID, field, &item, holds, problem)?;
        Some(item)
    }

    /// A code of UN M49, which no other record of the file has and each needs.
    pub(super) fn m49(&mut self, field: &str, code: String) -> Option<String> {
        let holds = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        let problem = "which is not three digits";
        let sound = self.holds(rules::M49_CODE, field, &code, holds, problem);
        let own = sound.and_then(|code| self.unique(rules::M49_CODE, field, code));
        self.vital(own.map(|()| code))
    }

    /// The id of a state: three small letters.
    pub(super) fn state(&mut self, field: &str, code: String) -> Option<String> {
        let holds = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase());
        let problem = "which is not three small letters";
        self.holds(rules::ISO_CODES, field, &code, holds, problem)?;
        Some(code)
    }

    /// An address that begins with one of `schemes` and names a host plainly.
    pub(super) fn address(
        &mut self,
        field: &str,
        address: String,
        schemes: &[&str],
    ) -> Option<String> {
        let address = self.text(field, address)?;
        let scheme = schemes.iter().find(|scheme| address.starts_with(**scheme));
        let problem = format!("which does not begin with `{}`", schemes.join("` or `"));
        let begins = scheme.is_some();
        self.holds(rules::HTTPS_ONLY, field, &address, begins, &problem)?;
        let rest = &address[scheme?.len()..];
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        // A mail address has its name where a web address may have none.
        let host = match host.split_once('@') {
            Some((_, host)) if *scheme? == "mailto:" => host,
            _ => host,
        };
        let plain = !host.contains(['@', '\\', '"', '<', '>']) && !address.contains(' ');
        let holds = plain && host.trim_matches('.').contains('.');
        let problem = "whose host is not written plainly";
        self.holds(rules::WEBSITE_HOST, field, &address, holds, problem)?;
        Some(address)
    }
}

/// Why `text` may not stand on a page, if so.
///
/// Marks that turn the direction of writing (UAX #9) can make a name read as
/// another; controls and line separators have no meaning in a single line.
fn unsafe_in(text: &str) -> Option<&'static str> {
    let turns = |sign: char| {
        matches!(
            sign,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
        ) || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{feff}')
    };
    if text.is_empty() {
        Some("which is empty")
    } else if text.trim() != text {
        Some("which has space at an end")
    } else if text.chars().any(|sign| sign.is_control() || turns(sign)) {
        Some("which has a control character")
    } else {
        None
    }
}
