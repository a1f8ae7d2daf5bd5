//! Names and texts in whatever language they are written.

use directory::Catalogue;
use directory::model::{Localized, Name};

use leptos::prelude::*;

/// A name that carries its language and finds its own direction; `lang` is
/// BCP 47, `und` where unknown.
pub fn lang_name(lang: &'static str, name: &'static str) -> AnyView {
    let lang = (lang != "und").then_some(lang);
    view! { <bdi class="lang-name" lang=lang>{name}</bdi> }.into_any()
}

/// A text of the data; where it is not in the reader's language, it says so to
/// those who hear it and finds its own direction.
pub fn localized(text: Localized<'static>) -> AnyView {
    match text.lang {
        None => text.text.into_any(),
        Some(lang) => view! { <bdi lang=lang>{text.text}</bdi> }.into_any(),
    }
}

/// The name of an institution, where there is no room for a mark of its language.
pub fn institution_name(words: &'static Catalogue, name: &'static Name) -> AnyView {
    if name.lang == words.language_code() {
        name.name.as_str().into_any()
    } else {
        lang_name(&name.lang, &name.name)
    }
}
