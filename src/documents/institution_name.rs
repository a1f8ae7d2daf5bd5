//! The name of an institution, in whatever language it has one.

use directory::Catalogue;
use directory::model::Name;
use leptos::prelude::*;

use crate::components::lang_name::lang_name;
use crate::components::visually_hidden::visually_hidden;

/// The name of an institution; with a mark that can be seen where it is not in
/// the reader's language.
pub fn marked_institution_name(words: &'static Catalogue, name: &'static Name) -> AnyView {
    if name.lang == words.language_code() {
        return name.name.as_str().into_any();
    }
    let mark = name.lang.split('-').next().unwrap_or_default();
    let mark = (mark != "und").then(|| {
        view! { <span class="lang-mark" translate="no" aria-hidden="true">{mark}</span> }
    });
    view! {
        <span>
            {visually_hidden((words.member_written_in(), " "))}
            {lang_name(&name.lang, &name.name)}
            {mark}
        </span>
    }
    .into_any()
}
