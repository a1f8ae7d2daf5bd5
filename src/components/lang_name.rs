//! Names and texts in whatever language they are written.

use directory::model::{Localized, MemberIdx, Name, Parliament};
use directory::{Catalogue, Directory};

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

/// The name of a parliament, with what keeps a reader from taking one that does
/// not function for one that does.
pub fn parliament_name(
    directory: &'static Directory,
    parliament: Option<&'static Parliament>,
) -> Option<AnyView> {
    let words = &directory.catalogue;
    let name = directory.display_name(&parliament?.names)?;
    Some(
        (
            institution_name(words, name),
            parliament_tag(words, parliament),
        )
            .into_any(),
    )
}

/// Says of a parliament that it does not function as others do.
pub fn parliament_tag(
    words: &'static Catalogue,
    parliament: Option<&Parliament>,
) -> Option<AnyView> {
    words.parliament_note(parliament?.status).map(tag)
}

/// A word beside a name.
pub fn tag(word: &'static str) -> AnyView {
    view! {
        " "
        <span class="tag">{word}</span>
    }
    .into_any()
}

/// The name of a member in the reader's language.
pub fn name_of(directory: &'static Directory, member: MemberIdx) -> &'static str {
    directory[member].names.get(directory.language())
}
