//! Values that several kinds of record have: text, names, dates, codes,
//! places, addresses.

use std::sync::Arc;

use icu_locale_core::LanguageIdentifier;
use url::Url;

use super::contacts::is_mail_address;
use super::reader::Reader;
use crate::records;
use crate::rules::{self, Rule};
use crate::signs;
use directory::PartialDate;
use directory::model::{Locality, LocalizedText, LonLat, Name};

impl Reader {
    /// Text that may stand on a page.
    pub(super) fn text(&mut self, field: &str, text: Option<&str>) -> Option<String> {
        self.safe_text(field, text?)
    }

    /// Text without which the record is left out.
    pub(super) fn required_text(&mut self, field: &str, text: &str) -> String {
        let text = self.safe_text(field, text);
        self.required(text)
    }

    /// The same as `text`, where it is safe to show.
    pub(super) fn safe_text(&mut self, field: &str, text: &str) -> Option<String> {
        if let Some((rule, problem)) = unsafe_in(text) {
            self.report(rule, field, problem);
            return None;
        }
        Some(text.to_owned())
    }

    /// A list of texts, such as notes.
    pub(super) fn texts(&mut self, field: &'static str, texts: &[String]) -> Vec<String> {
        self.each(field, texts, |reader, text| reader.safe_text("", text))
    }

    /// Text by language, in any languages.
    pub(super) fn names(&mut self, field: &str, names: &records::Names) -> LocalizedText {
        self.names_except("", field, names)
    }

    fn names_except(&mut self, except: &str, field: &str, names: &records::Names) -> LocalizedText {
        let mut valid_names = LocalizedText::default();
        for (lang, text) in names.iter().filter(|(lang, _)| *lang != except) {
            let field = format!("{field}.{lang}");
            let lang = self.language_tag(&field, lang);
            let text = self.safe_text(&field, text);
            if let (Some(lang), Some(text)) = (lang, text) {
                valid_names.0.insert(lang, text);
            }
        }
        valid_names
    }

    /// Text by language, the network's first language among them.
    pub(super) fn required_names(&mut self, field: &str, names: &records::Names) -> LocalizedText {
        let language = self.language.clone();
        let mut valid_names = self.names_except(&language, field, names);
        // The default last: if it is left out, the last finding says why.
        let default = if let Some(text) = names.get(&language) {
            self.safe_text(&format!("{field}.{language}"), text)
        } else {
            let problem = format!("has no text in `{language}`");
            self.report(rules::DEFAULT_LANGUAGE, field, problem);
            None
        };
        valid_names.0.insert(language, self.required(default));
        valid_names
    }

    /// A name with its language.
    pub(super) fn name(&mut self, name: &records::Name) -> Option<Name> {
        let lang = self.language_tag("lang", &name.lang);
        let text = self.safe_text("name", &name.name);
        let sources = self.sources("sources", &name.sources);
        Some(Name {
            sources,
            lang: lang?,
            name: text?,
        })
    }

    /// Names of an institution: at least one, the default language first.
    pub(super) fn required_name_list(&mut self, names: &[records::Name]) -> Vec<Name> {
        let first = names.first();
        let default_first = first.is_some_and(|name| name.lang == self.language);
        let valid_names = self.each("names", names, Self::name);
        if !default_first {
            let problem = format!("does not begin with a name in `{}`", self.language);
            self.report(rules::DEFAULT_LANGUAGE, "names", problem);
        }
        if !default_first
            || valid_names
                .first()
                .is_none_or(|name| name.lang != self.language)
        {
            self.mark_invalid();
        }
        valid_names
    }

    /// A language of two or three letters, then a script, a region or variants,
    /// in the form of BCP 47.
    pub(super) fn language_tag(&mut self, field: &str, tag: &str) -> Option<String> {
        let language = tag.split('-').next().unwrap_or_default();
        let normal = LanguageIdentifier::normalize(tag);
        let holds = language.len() <= 3 && normal.is_ok_and(|normal| normal == tag);
        self.code(
            rules::LANGUAGE_TAG,
            field,
            tag,
            holds,
            "which is no language tag",
        )
    }

    /// A date, known to the year, month or day.
    pub(super) fn date(&mut self, field: &str, text: Option<&str>) -> Option<PartialDate> {
        let text = text?;
        let date = text.parse().ok();
        let problem = "which is no date";
        self.check(rules::DATE_FORM, field, text, date.is_some(), problem);
        date
    }

    /// A date without which the record is left out.
    pub(super) fn required_date(&mut self, field: &str, text: &str) -> PartialDate {
        let date = self.date(field, Some(text));
        self.required(date)
    }

    /// A date of something that has happened: not after the date of the data.
    pub(super) fn past_date(&mut self, field: &str, text: Option<&str>) -> Option<PartialDate> {
        let date = self.date(field, text)?;
        let data_date = self.data_date;
        let holds = !data_date.is_some_and(|data_date| date.is_surely_after(data_date));
        let problem = "which is after the date of the data";
        let is_past = self.check(rules::DATES_IN_ORDER, field, text?, holds, problem);
        is_past.then_some(date)
    }

    /// A past date without which the record is left out.
    pub(super) fn required_past_date(&mut self, field: &str, text: &str) -> PartialDate {
        let date = self.past_date(field, Some(text));
        self.required(date)
    }

    /// `date`, if it does not come before `earlier`, where both are known.
    pub(super) fn not_before(
        &mut self,
        earlier: Option<PartialDate>,
        field: &str,
        date: Option<PartialDate>,
    ) -> Option<PartialDate> {
        let date = date?;
        let Some(earlier) = earlier else {
            return Some(date);
        };
        let holds = !earlier.is_surely_after(date);
        let problem = format!("which is before {earlier}");
        let rule = rules::DATES_IN_ORDER;
        let follows = self.check(rule, field, &date.to_string(), holds, &problem);
        follows.then_some(date)
    }

    /// A city on Earth.
    pub(super) fn locality(
        &mut self,
        field: &str,
        locality: &records::Locality,
    ) -> Option<Locality> {
        let city = self.safe_text(&format!("{field}.city"), &locality.city);
        let [lon, lat] = locality.position;
        let holds = lon.abs() <= 180.0 && lat.abs() <= 90.0;
        if !holds {
            let problem = format!("holds [{lon:?}, {lat:?}], which is no point on Earth");
            let field = format!("{field}.position");
            self.report(rules::POSITION_ON_EARTH, &field, problem);
        }
        Some(Locality {
            city: self.city(city?),
            position: holds.then_some(LonLat { lon, lat })?,
        })
    }

    /// The names of a city, which cities.json may have in other languages.
    fn city(&self, name: String) -> Arc<LocalizedText> {
        let is_called = |names: &&Arc<LocalizedText>| names.0.get(&self.language) == Some(&name);
        if let Some(known) = self.cities.iter().find(is_called) {
            return Arc::clone(known);
        }
        let mut names = LocalizedText::default();
        names.0.insert(self.language.clone(), name);
        Arc::new(names)
    }

    /// A city without which the record is left out.
    pub(super) fn required_locality(
        &mut self,
        field: &str,
        locality: &records::Locality,
    ) -> Locality {
        let locality = self.locality(field, locality);
        self.required(locality)
    }

    /// An id, without which nothing can refer to the record: small letters,
    /// digits, dots and hyphens; of one record only.
    pub(super) fn id(&mut self, id: &str) -> String {
        let holds = is_id(id);
        let id = self.code(rules::UNIQUE_ID, "id", id, holds, "which is no id");
        self.unique_code(rules::UNIQUE_ID, "id", id)
    }

    /// The number of an edition, which has the form of an id.
    pub(super) fn edition_number(&mut self, field: &str, number: &str) -> String {
        let (rule, holds) = (rules::EDITION_NUMBER, is_id(number));
        let number = self.code(
            rule,
            field,
            number,
            holds,
            "which is no number of an edition",
        );
        self.required(number)
    }

    /// An item of Wikidata.
    pub(super) fn wikidata(&mut self, field: &str, item: Option<&str>) -> Option<String> {
        let item = item?;
        let number = item.strip_prefix('Q').unwrap_or_default();
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let holds = digits && !number.is_empty() && !number.starts_with('0');
        self.code(rules::WIKIDATA_ID, field, item, holds, "which is no item")
    }

    /// A code of UN M49, which no other record of the file has and each needs.
    pub(super) fn m49(&mut self, field: &str, code: &str) -> String {
        let holds = is_code(code, 3, u8::is_ascii_digit);
        let code = self.code(
            rules::M49_CODE,
            field,
            code,
            holds,
            "which is not three digits",
        );
        self.unique_code(rules::M49_CODE, field, code)
    }

    /// The id of a state: three small letters, a code of ISO 3166-1.
    pub(super) fn country_code(&mut self, field: &str, code: Option<&str>) -> Option<String> {
        let code = code?;
        let holds = is_code(code, 3, u8::is_ascii_lowercase);
        let problem = "which is not three small letters";
        self.code(rules::ISO_CODES, field, code, holds, problem)
    }

    /// A text whose form `rule` asks for, if it `holds`.
    pub(super) fn code(
        &mut self,
        rule: Rule,
        field: &str,
        code: &str,
        holds: bool,
        problem: &str,
    ) -> Option<String> {
        let holds = self.check(rule, field, code, holds, problem);
        holds.then(|| code.to_owned())
    }

    /// A code that no other record may have, and without which the record is
    /// left out.
    pub(super) fn unique_code(&mut self, rule: Rule, field: &str, code: Option<String>) -> String {
        let unique = code.filter(|code| self.check_unique(rule, field, code));
        self.required(unique)
    }

    /// An address that begins with one of `schemes` and names a host plainly.
    pub(super) fn address(
        &mut self,
        field: &str,
        address: Option<&str>,
        schemes: &[&str],
    ) -> Option<String> {
        let address = self.text(field, address)?;
        let has_scheme = schemes.iter().any(|scheme| address.starts_with(scheme));
        let problem = format!("which does not begin with `{}`", schemes.join("` or `"));
        if !self.check(rules::HTTPS_ONLY, field, &address, has_scheme, &problem) {
            return None;
        }
        let holds = names_a_host(&address);
        let problem = "whose host is not written plainly";
        self.code(rules::WEBSITE_HOST, field, &address, holds, problem)
    }
}

/// Whether `address` has a host of two parts or more, no user and no space. The
/// parser of browsers mends much that an editor should see.
fn names_a_host(address: &str) -> bool {
    if let Some(mail) = address.strip_prefix("mailto:") {
        return is_mail_address(mail.split('?').next().unwrap_or_default());
    }
    let Ok(url) = Url::parse(address) else {
        return false;
    };
    let is_plain = url.username().is_empty() && url.password().is_none();
    let host = url.host_str().unwrap_or_default();
    is_plain && host.trim_matches('.').contains('.') && !address.contains([' ', '\\'])
}

/// Whether `code` is so many bytes of a kind.
pub(super) fn is_code(code: &str, length: usize, kind: fn(&u8) -> bool) -> bool {
    code.len() == length && code.as_bytes().iter().all(kind)
}

/// The rule that keeps `text` from standing on a page, if so, and why.
fn unsafe_in(text: &str) -> Option<(Rule, String)> {
    let problem = if text.is_empty() {
        "which is empty"
    } else if text.trim() != text {
        "which has space at an end"
    } else {
        return signs::problem(text, false);
    };
    Some((rules::SAFE_TEXT, format!("holds `{text}`, {problem}")))
}

/// Whether a text has the form of an id: small letters, digits, dots and
/// hyphens, one of the first two at its start.
fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes()
        .all(|byte| plain(byte) || b".-".contains(&byte))
        && text.bytes().next().is_some_and(plain)
}
