//! The name of an institution, in whatever language it has one.

use directory::Catalogue;
use directory::model::Name;

use crate::components::lang_name::lang_name;
use crate::components::visually_hidden::visually_hidden;
use crate::markup::{Markup, el};

/// The name of an institution; with a mark that can be seen where it is not in
/// the reader's language.
pub fn marked_institution_name(words: &'static Catalogue, name: &'static Name) -> Markup {
    if name.lang == words.language_code() {
        return name.name.as_str().into();
    }
    let mark = name.lang.split('-').next().unwrap_or_default();
    let mark = (mark != "und").then(|| {
        el("span")
            .class("lang-mark")
            .attr("translate", "no")
            .attr("aria-hidden", "true")
            .child(mark)
    });
    el("span")
        .child(visually_hidden(words.member_written_in()).child(" "))
        .child(lang_name(&name.lang, &name.name))
        .children(mark)
        .into()
}
