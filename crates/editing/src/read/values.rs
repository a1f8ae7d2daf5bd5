//! Values that several kinds of record have: text, names, dates, codes,
//! places, addresses.

use std::sync::Arc;

use super::json::Json;
use super::reader::Reader;
use crate::finding::{escape_invisible, is_invisible};
use crate::rules::{self, Rule};
use directory::PartialDate;
use directory::model::{LonLat, Name, Names, Place};

impl Reader {
    /// Text that may stand on a page.
    pub(super) fn text(&mut self, json: &Json, field: &str) -> Option<String> {
        self.safe_text(field, json.at(field).text()?)
    }

    /// Text without which the record is left out.
    pub(super) fn required_text(&mut self, json: &Json, field: &str) -> String {
        let text = self.text(json, field);
        self.required(text)
    }

    /// The same as `text`, where it is safe to show.
    pub(super) fn safe_text(&mut self, field: &str, text: &str) -> Option<String> {
        if let Some(problem) = unsafe_in(text) {
            // Escaped, so that the finding itself is safe to print.
            let problem = format!("holds `{}`, {problem}", escape_invisible(text));
            self.report(rules::SAFE_TEXT, field, problem);
            return None;
        }
        Some(text.to_owned())
    }

    /// A list of texts, such as notes.
    pub(super) fn texts(&mut self, json: &Json, field: &'static str) -> Vec<String> {
        self.each(json, field, |reader, text| reader.text(text, ""))
    }

    /// Text by language, in any languages.
    pub(super) fn names(&mut self, json: &Json, field: &str) -> Names {
        self.names_except("", json, field)
    }

    fn names_except(&mut self, except: &str, json: &Json, field: &str) -> Names {
        let mut sound = Names::default();
        for (lang, text) in json.at(field).entries() {
            if lang == except {
                continue;
            }
            let field = format!("{field}.{lang}");
            let holds = self.is_language_tag(&field, lang);
            if let Some(text) = text.text()
                && let Some(text) = self.safe_text(&field, text)
                && holds
            {
                sound.0.insert(lang.clone(), text);
            }
        }
        sound
    }

    /// Text by language, the network's first language among them.
    pub(super) fn required_names(&mut self, json: &Json, field: &str) -> Names {
        let language = self.language.clone();
        let mut sound = self.names_except(&language, json, field);
        // The default last: if it is left out, the last finding says why.
        let default = json.at(field).entry(&language).and_then(Json::text);
        let default = if let Some(text) = default {
            self.safe_text(&format!("{field}.{language}"), text)
        } else {
            let problem = format!("has no text in `{language}`");
            self.report(rules::DEFAULT_LANGUAGE, field, problem);
            None
        };
        sound.0.insert(language, self.required(default));
        sound
    }

    /// A name with its language.
    pub(super) fn name(&mut self, json: &Json) -> Option<Name> {
        let lang = self.language_tag(json, "lang");
        let name = self.text(json, "name");
        let sources = self.sources(json, "sources");
        Some(Name {
            sources,
            lang: lang?,
            name: name?,
        })
    }

    /// Names of an institution: at least one, the default language first.
    pub(super) fn required_name_list(&mut self, json: &Json) -> Vec<Name> {
        let written = json.at("names").elements().first();
        let default_first =
            written.is_some_and(|name| name.at("lang").text() == Some(&self.language));
        let names = self.each(json, "names", Self::name);
        if !default_first {
            let problem = format!("does not begin with a name in `{}`", self.language);
            self.report(rules::DEFAULT_LANGUAGE, "names", problem);
        }
        if !default_first || names.first().is_none_or(|name| name.lang != self.language) {
            self.mark_invalid();
        }
        names
    }

    /// A language tag in the form of BCP 47.
    pub(super) fn language_tag(&mut self, json: &Json, field: &str) -> Option<String> {
        let tag = json.at(field).text()?;
        self.is_language_tag(field, tag).then(|| tag.to_owned())
    }

    /// Whether this is a language of two or three letters, then a script, a
    /// region or variants.
    fn is_language_tag(&mut self, field: &str, tag: &str) -> bool {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let holds = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        let problem = "which is no language tag";
        self.check(rules::LANGUAGE_TAG, field, tag, holds, problem)
    }

    /// A date, known to the year, month or day.
    pub(super) fn date(&mut self, json: &Json, field: &str) -> Option<PartialDate> {
        self.sound_date(field, json.at(field).text()?)
    }

    fn sound_date(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        let date = text.parse().ok();
        let problem = "which is no date";
        self.check(rules::DATE_FORM, field, text, date.is_some(), problem);
        date
    }

    /// A date of something that has happened: not after the date of the data.
    pub(super) fn past(&mut self, json: &Json, field: &str) -> Option<PartialDate> {
        self.past_date(field, json.at(field).text()?)
    }

    /// A past date without which the record is left out.
    pub(super) fn required_past(&mut self, json: &Json, field: &str) -> PartialDate {
        let date = self.past(json, field);
        self.required(date)
    }

    /// The date in `text`, if it is past.
    pub(super) fn past_date(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        let date = self.sound_date(field, text)?;
        let data_date = self.data_date;
        let holds = !data_date.is_some_and(|data_date| date.is_surely_after(data_date));
        let problem = "which is after the date of the data";
        let past = self.check(rules::DATES_IN_ORDER, field, text, holds, problem);
        past.then_some(date)
    }

    /// A date that does not come before `earlier`, where both are known.
    pub(super) fn not_before(
        &mut self,
        earlier: Option<PartialDate>,
        json: &Json,
        field: &str,
        date: Option<PartialDate>,
    ) -> Option<PartialDate> {
        let date = date?;
        let Some(earlier) = earlier else {
            return Some(date);
        };
        let text = json.at(field).text()?;
        let holds = !earlier.is_surely_after(date);
        let problem = format!("which is before {earlier}");
        let follows = self.check(rules::DATES_IN_ORDER, field, text, holds, &problem);
        follows.then_some(date)
    }

    /// A city on Earth.
    pub(super) fn place(&mut self, json: &Json, field: &str) -> Option<Place> {
        let place = json.at(field);
        let city = self.safe_text(&format!("{field}.city"), place.at("city").text()?);
        let position = place.at("position");
        let [lon, lat] = position.numbers();
        let holds = lon.abs() <= 180.0 && lat.abs() <= 90.0;
        if !holds {
            let written: Vec<&str> = position.elements().iter().map(Json::written).collect();
            let written = written.join(", ");
            let problem = format!("holds [{written}], which is no point on Earth");
            let field = format!("{field}.position");
            self.report(rules::POSITION_ON_EARTH, &field, problem);
        }
        Some(Place {
            city: self.city(city?),
            position: holds.then_some(LonLat { lon, lat })?,
        })
    }

    /// The names of a city, which cities.json may have in other languages.
    fn city(&self, name: String) -> Arc<Names> {
        let is_called = |names: &&Arc<Names>| names.0.get(&self.language) == Some(&name);
        if let Some(known) = self.cities.iter().find(is_called) {
            return Arc::clone(known);
        }
        let mut names = Names::default();
        names.0.insert(self.language.clone(), name);
        Arc::new(names)
    }

    /// A city without which the record is left out.
    pub(super) fn required_place(&mut self, json: &Json, field: &str) -> Place {
        let place = self.place(json, field);
        self.required(place)
    }

    /// An id, without which nothing can refer to the record: small letters,
    /// digits, dots and hyphens; of one record only.
    pub(super) fn id(&mut self, json: &Json) -> String {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let id = self.code(json, "id", rules::UNIQUE_ID, "which is no id", &|id| {
            id.bytes().all(|byte| plain(byte) || b".-".contains(&byte))
                && id.bytes().next().is_some_and(plain)
        });
        self.own(rules::UNIQUE_ID, "id", id)
    }

    /// An item of Wikidata.
    pub(super) fn wikidata(&mut self, json: &Json, field: &str) -> Option<String> {
        let problem = "which is no item";
        self.code(json, field, rules::WIKIDATA_ID, problem, &|item| {
            let number = item.strip_prefix('Q').unwrap_or_default();
            !number.is_empty()
                && !number.starts_with('0')
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// A code of UN M49, which no other record of the file has and each needs.
    pub(super) fn m49(&mut self, json: &Json, field: &str) -> String {
        let problem = "which is not three digits";
        let code = self.code(json, field, rules::M49_CODE, problem, &|code| {
            code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit())
        });
        self.own(rules::M49_CODE, field, code)
    }

    /// The id of a state: three small letters.
    pub(super) fn state(&mut self, json: &Json, field: &str) -> Option<String> {
        let problem = "which is not three small letters";
        self.code(json, field, rules::ISO_CODES, problem, &|code| {
            code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase())
        })
    }

    /// A text of a certain form, whose rule is `rule`.
    pub(super) fn code(
        &mut self,
        json: &Json,
        field: &str,
        rule: Rule,
        problem: &str,
        has_form: &dyn Fn(&str) -> bool,
    ) -> Option<String> {
        let code = json.at(field).text()?;
        let holds = self.check(rule, field, code, has_form(code), problem);
        holds.then(|| code.to_owned())
    }

    /// A code that no other record may have, and without which the record is
    /// left out.
    pub(super) fn own(&mut self, rule: Rule, field: &str, code: Option<String>) -> String {
        let own = code.filter(|code| self.check_unique(rule, field, code));
        self.required(own)
    }

    /// An address that begins with one of `schemes` and names a host plainly.
    pub(super) fn address(&mut self, json: &Json, field: &str, schemes: &[&str]) -> Option<String> {
        let address = self.text(json, field)?;
        let scheme = schemes.iter().find(|scheme| address.starts_with(**scheme));
        let problem = format!("which does not begin with `{}`", schemes.join("` or `"));
        let begins = scheme.is_some();
        self.check(rules::HTTPS_ONLY, field, &address, begins, &problem);
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
        let sound = self.check(rules::WEBSITE_HOST, field, &address, holds, problem);
        sound.then_some(address)
    }
}

/// Why `text` may not stand on a page, if so.
///
/// Marks that turn the direction of writing (UAX #9) can make a name read as
/// another; controls and line separators have no meaning in a single line.
fn unsafe_in(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        Some("which is empty")
    } else if text.trim() != text {
        Some("which has space at an end")
    } else if text
        .chars()
        .any(|sign| sign.is_control() || is_invisible(sign))
    {
        Some("which has a control character")
    } else {
        None
    }
}
