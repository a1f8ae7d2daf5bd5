//! What the data say, for readers of one language.

use std::borrow::Cow;

use super::{Directory, LocalizedText, Name};
use crate::catalogue::translations::is_worded;

/// A text of the data for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Its language, where that is not the reader's.
    pub lang: Option<&'a str>,
}

impl Directory {
    /// A text of the data, such as a remark, for the reader.
    pub fn translated<'a>(&'a self, text: &'a str) -> Localized<'a> {
        let own = self.own_language() == self.language() || !is_worded(text);
        match self
            .translations
            .get(&self.catalogue, text)
            .filter(|_| !own)
        {
            Some(text) => Localized {
                text: text.into(),
                lang: None,
            },
            None => Localized {
                text: text.into(),
                lang: Some(self.own_language()).filter(|_| !own),
            },
        }
    }

    /// A text that the data may have in several languages, for the reader:
    /// else its translation, else the best other one.
    pub fn localized<'a>(&'a self, text: &'a LocalizedText) -> Localized<'a> {
        let LocalizedText(texts) = text;
        if let Some(text) = texts.get(self.language()) {
            return Localized {
                text: text.into(),
                lang: None,
            };
        }
        if let Some(text) = texts.get(self.own_language()) {
            return self.translated(text);
        }
        let found = texts.iter().next();
        Localized {
            text: found.map_or("", |(_, text)| text).into(),
            lang: found.map(|(lang, _)| lang.as_str()),
        }
    }

    /// The one of an institution's names that a reader understands best: in
    /// the reader's language, else the first.
    pub fn display_name<'a>(&self, names: &'a [Name]) -> Option<&'a Name> {
        let mut own = names.iter().filter(|name| name.lang == self.language());
        own.next().or_else(|| names.first())
    }
}
