//! The names and codes of a member.

use domain::Directory;
use domain::directory::{Member, Names};
use leptos::prelude::*;

use super::fact::Fact;
use super::lang_name::LangName;

/// Every name in every language, and the codes.
#[component]
pub fn MemberNames(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
    /// The member.
    member: &'static Member,
) -> impl IntoView {
    let provenance = &member.provenance;
    let fact = move |name: &'static str, field: &str, value: Option<AnyView>| {
        view! { <Fact directory name value origin=provenance.of(field) /> }
    };
    let native = member
        .native_names
        .iter()
        .map(|name| view! { <LangName lang=&name.lang name=&name.name /> });
    let native = (!member.native_names.is_empty()).then(|| in_a_row(native.map(IntoAny::into_any)));
    let aliases = member.aliases.iter().map(|name| {
        view! { <li><LangName lang=&name.lang name=&name.name /></li> }
    });
    let aliases = (!member.aliases.is_empty()).then(|| {
        view! {
            <details class="aliases">
                <summary>{format!("{} other names and spellings", member.aliases.len())}</summary>
                <ul>{aliases.collect_view()}</ul>
            </details>
        }
    });
    let codes = format!(
        "{} · {} · {}",
        member.iso2,
        member.id.as_str().to_ascii_uppercase(),
        member.m49
    );
    let wikidata = member.wikidata.as_deref().map(|item| {
        let href = format!("https://www.wikidata.org/wiki/{item}");
        view! { <a href=href rel="noopener noreferrer">{item}</a> }.into_any()
    });

    view! {
        <section class="member-names">
            <h2>"Names and codes"</h2>
            <dl class="facts">
                {fact("Formal name", "formal_names", names(&member.formal_names))}
                {fact("Own name", "native_names", native)}
                {fact("In other languages", "names", names(&member.names))}
                {(!member.common_names.0.is_empty())
                    .then(|| fact("Also customary", "common_names", names(&member.common_names)))}
                {fact("ISO 3166 and UN M49", "codes", Some(codes.into_any()))}
                {fact("Wikidata", "codes.wikidata", wikidata)}
            </dl>
            {aliases}
        </section>
    }
}

/// All names of a kind, each in its language.
fn names(names: &'static Names) -> Option<AnyView> {
    let views = names
        .0
        .iter()
        .map(|(lang, name)| view! { <LangName lang name /> }.into_any());
    (!names.0.is_empty()).then(|| in_a_row(views))
}

/// Names side by side, parted by more than a space.
fn in_a_row(names: impl Iterator<Item = AnyView>) -> AnyView {
    let names = names.map(|name| view! { <li>{name}</li> });
    view! { <ul class="name-row">{names.collect_view()}</ul> }.into_any()
}
