//! The names and codes of a member.

use directory::Directory;
use directory::model::{LocalizedText, Member, Name};
use leptos::prelude::*;

use super::fact::fact;
use super::no_translate::no_translate;
use crate::components::lang_name::lang_name;

/// Every name in every language, and the codes.
pub fn member_names(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let fact =
        |name, field, value| fact(directory, name, value, member.provenance.origin_of(field));
    let aliases = items(written(&member.aliases));
    let aliases = (!aliases.is_empty()).then(|| {
        let many = words.names_aliases(aliases.len());
        view! {
            <details class="aliases">
                <summary>{many}</summary>
                <ul>{aliases}</ul>
            </details>
        }
    });
    let codes = format!(
        "{} · {} · {}",
        member.iso2,
        member.id.as_str().to_ascii_uppercase(),
        member.m49
    );
    let codes = Some(no_translate(codes));
    let wikidata = member.wikidata.as_deref().map(|item| {
        let href = format!("https://www.wikidata.org/wiki/{item}");
        view! { <a href=href rel="noopener noreferrer">{no_translate(item)}</a> }.into_any()
    });
    let formal = in_a_row(translations(&member.formal_names));
    let native = in_a_row(written(&member.native_names));
    let names = in_a_row(translations(&member.names));
    let customary = in_a_row(translations(&member.common_names));
    let customary =
        customary.map(|names| fact(words.names_customary(), "common_names", Some(names)));

    view! {
        <section class="member-names">
            <h2>{words.names_title()}</h2>
            <dl class="facts">
                {fact(words.names_formal(), "formal_names", formal)}
                {fact(words.names_own(), "native_names", native)}
                {fact(words.names_others(), "names", names)}
                {customary}
                {fact(words.names_codes(), "codes", codes)}
                {fact(words.names_wikidata(), "codes.wikidata", wikidata)}
            </dl>
            {aliases}
        </section>
    }
    .into_any()
}

/// Names as they are written, each in its language.
fn written(names: &'static [Name]) -> impl Iterator<Item = AnyView> {
    names.iter().map(|name| lang_name(&name.lang, &name.name))
}

/// All names of a kind, each in its language.
fn translations(names: &'static LocalizedText) -> impl Iterator<Item = AnyView> {
    names.0.iter().map(|(lang, name)| lang_name(lang, name))
}

/// Names side by side, parted by more than a space; none where there are none.
fn in_a_row(names: impl Iterator<Item = AnyView>) -> Option<AnyView> {
    let names = items(names);
    (!names.is_empty()).then(|| view! { <ul class="name-row">{names}</ul> }.into_any())
}

fn items(names: impl Iterator<Item = AnyView>) -> Vec<AnyView> {
    let items = names.map(|name| view! { <li>{name}</li> }.into_any());
    items.collect()
}
