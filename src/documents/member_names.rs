//! The names and codes of a member.

use directory::Directory;
use directory::model::{LocalizedText, Member};

use super::fact::fact;
use crate::components::lang_name::{lang_name, no_translate};
use crate::markup::{Element, Markup, el};

/// Every name in every language, and the codes.
pub fn member_names(directory: &'static Directory, member: &'static Member) -> Element {
    let words = &directory.catalogue;
    let fact =
        |name, field, value| fact(directory, name, value, member.provenance.origin_of(field));
    let written = |names: &'static [directory::model::Name]| {
        names
            .iter()
            .map(|name| lang_name(&name.lang, &name.name))
            .collect::<Vec<_>>()
    };
    let aliases = written(&member.aliases);
    let aliases = (!aliases.is_empty()).then(|| {
        let many = words.names_aliases(aliases.len());
        el("details")
            .class("aliases")
            .child(el("summary").child(many))
            .child(el("ul").children(items(aliases)))
    });
    let codes = format!(
        "{} · {} · {}",
        member.iso2,
        member.id.as_str().to_ascii_uppercase(),
        member.m49
    );
    let wikidata = member.wikidata.as_deref().map(|item| {
        let href = format!("https://www.wikidata.org/wiki/{item}");
        vec![
            el("a")
                .href(href)
                .attr("rel", "noopener noreferrer")
                .child(no_translate(item))
                .into(),
        ]
    });
    let customary = in_a_row(translations(&member.common_names));

    let facts = el("dl")
        .class("facts")
        .child(fact(
            words.names_formal(),
            "formal_names",
            in_a_row(translations(&member.formal_names)),
        ))
        .child(fact(
            words.names_own(),
            "native_names",
            in_a_row(written(&member.native_names)),
        ))
        .child(fact(
            words.names_others(),
            "names",
            in_a_row(translations(&member.names)),
        ))
        .children(customary.map(|names| fact(words.names_customary(), "common_names", Some(names))))
        .child(fact(
            words.names_codes(),
            "codes",
            Some(vec![no_translate(codes).into()]),
        ))
        .child(fact(words.names_wikidata(), "codes.wikidata", wikidata));
    el("section")
        .class("member-names")
        .child(el("h2").child(words.names_title()))
        .child(facts)
        .child(aliases)
}

/// All names of a kind, each in its language.
fn translations(names: &'static LocalizedText) -> Vec<Element> {
    names
        .0
        .iter()
        .map(|(lang, name)| lang_name(lang, name))
        .collect()
}

/// Names side by side, parted by more than a space; none where there are none.
fn in_a_row(names: Vec<Element>) -> Option<Vec<Markup>> {
    (!names.is_empty()).then(|| vec![el("ul").class("name-row").children(items(names)).into()])
}

fn items(names: Vec<Element>) -> impl Iterator<Item = Element> {
    names.into_iter().map(|name| el("li").child(name))
}
