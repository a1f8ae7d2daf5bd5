//! Names and texts in whatever language they are written.

use directory::Catalogue;
use directory::model::{Localized, Name};

use crate::markup::{Element, Markup, el};

/// A name that carries its language and finds its own direction; `lang` is
/// BCP 47, `und` where unknown.
pub fn lang_name(lang: &'static str, name: &'static str) -> Element {
    el("bdi")
        .class("lang-name")
        .maybe("lang", (lang != "und").then_some(lang))
        .child(name)
}

/// A code, an address or the name of a file, which no translator shall touch.
pub fn no_translate(text: impl Into<Markup>) -> Element {
    el("bdi").attr("translate", "no").child(text)
}

/// A text of the data; where it is not in the reader's language, it says so to
/// those who hear it and finds its own direction.
pub fn localized(text: Localized<'static>) -> Markup {
    match text.lang {
        None => Markup::Text(text.text),
        Some(lang) => el("bdi")
            .attr("lang", lang)
            .child(Markup::Text(text.text))
            .into(),
    }
}

/// The name of an institution, where there is no room for a mark of its language.
pub fn institution_name(words: &'static Catalogue, name: &'static Name) -> Markup {
    if name.lang == words.language_code() {
        name.name.as_str().into()
    } else {
        lang_name(&name.lang, &name.name).into()
    }
}
