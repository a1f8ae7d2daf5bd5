//! The filters with their live counts.

use directory::Catalogue;
use directory::facet_counts::{CountedFacet, CountedFacets, FacetOption};
use directory::facets::FacetId;
use leptos::prelude::*;

use super::icon::Icon;
use super::menu::Menu;
use crate::address::Page;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// A menu for each of `facets`. Every value is a link that tells
/// how many results choosing it would give.
#[component]
pub fn Filters(words: &'static Catalogue, facets: Memo<CountedFacets>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let text = move || {
        let facets = facets.read();
        match facets.iter().map(|facet| chosen_in(&facet.options)).sum() {
            0 => words.filters_toggle().to_owned(),
            active => words.filters_toggle_with(&words.number(active)),
        }
    };
    let ids = Memo::new(move |_| {
        let facets = facets.read();
        facets.iter().map(|facet| facet.id).collect::<Vec<_>>()
    });
    let menus = move || {
        let menus = ids.get().into_iter();
        let menus = menus.map(|id| view! { <FacetMenu words facets id /> });
        menus.collect_view()
    };
    view! {
        <div
            class="filters"
            role="group"
            aria-label=words.filters_label()
            data-needs="program"
        >
            <button
                type="button"
                class="filters__toggle button"
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {Icon::Filter.view()}
                {dynamic(text)}
            </button>
            <div class="filters__menus">
                {dynamic(menus)}
            </div>
        </div>
    }
}

/// The menu of one facet. The page of contacts is published without its values:
/// it has its room for contacts and every row on it.
#[component]
fn FacetMenu(words: &'static Catalogue, facets: Memo<CountedFacets>, id: FacetId) -> impl IntoView {
    let is_published = *use_here().path.read_untracked() != Page::Contacts.path();
    let label = move || with_facet(facets, id, |facet| facet.label.clone());
    let chosen = Memo::new(move |_| with_facet(facets, id, |facet| chosen_in(&facet.options)));
    let chosen = move || {
        let chosen = chosen.get().filter(|chosen| *chosen > 0)?;
        Some(view! { <b class="menu__chosen">{words.number(chosen)}</b> })
    };
    let values = move || {
        view! {
            <ul>
                <FacetValues words facets id />
            </ul>
        }
    };
    view! {
        <Menu is_published content=values>
            {dynamic(label)}
            {dynamic(chosen)}
        </Menu>
    }
}

/// What `read` finds in the facet with this id, where it is among the `facets`.
fn with_facet<T>(
    facets: Memo<CountedFacets>,
    id: FacetId,
    read: impl Fn(&CountedFacet) -> T,
) -> Option<T> {
    let facets = facets.read();
    facets.iter().find(|facet| facet.id == id).map(read)
}

/// How many of these values are chosen, and of those inside them.
fn chosen_in(options: &[FacetOption]) -> usize {
    let chosen = options.iter();
    chosen
        .map(|option| usize::from(option.chosen) + chosen_in(&option.children))
        .sum()
}

/// A value, with how many others it stands in.
type Nested = (usize, FacetOption);

/// The values of a facet in reading order, each a link.
#[component]
fn FacetValues(
    words: &'static Catalogue,
    facets: Memo<CountedFacets>,
    id: FacetId,
) -> impl IntoView {
    let nested = move |facet: &CountedFacet| {
        let mut values = Vec::new();
        add_nested(&facet.options, 0, &mut values);
        values
    };
    let values = Memo::new(move |_| with_facet(facets, id, nested).unwrap_or_default());
    // Counts change at each key, the values hardly ever.
    let keys = Memo::new(move |_| {
        let values = values.read();
        let keys = values
            .iter()
            .map(|(depth, option)| (*depth, option.value.clone()));
        keys.collect::<Vec<_>>()
    });
    dynamic(move || {
        let links = keys.get().into_iter();
        let links = links.map(|(depth, value)| view! { <FacetValue words values depth value /> });
        links.collect_view()
    })
}

/// Adds the options in reading order.
fn add_nested(options: &[FacetOption], depth: usize, values: &mut Vec<Nested>) {
    for option in options {
        let children = Vec::new();
        let alone = FacetOption {
            children,
            ..option.clone()
        };
        values.push((depth, alone));
        add_nested(&option.children, depth + 1, values);
    }
}

/// The link to the same results with this value chosen, or no longer chosen.
#[component]
fn FacetValue(
    words: &'static Catalogue,
    values: Memo<Vec<Nested>>,
    depth: usize,
    value: String,
) -> impl IntoView {
    let here = use_here();
    let option = Memo::new(move |_| {
        let values = values.read();
        let mut values = values.iter();
        let found = values.find(|(other, option)| *other == depth && option.value == value);
        found.map(|(_, option)| option.clone())
    });
    let class = move || {
        let option = option.read();
        let is_none = option
            .as_ref()
            .is_some_and(|one| one.count == 0 && !one.chosen);
        let none = if is_none { " option--none" } else { "" };
        format!("option option--depth-{depth}{none}")
    };
    let link = move || {
        option
            .read()
            .as_ref()
            .map(|option| here.to_listing(&option.link))
    };
    let is_chosen = move || option.read().as_ref().is_some_and(|option| option.chosen);
    let label = move || option.read().as_ref().map(|option| option.label.clone());
    let count = move || option.read().as_ref().map_or(0, |option| option.count);
    view! {
        <li>
            <a
                class=class
                href=link
                aria-current=move || is_chosen().then_some("true")
                data-noscroll=""
            >
                <span class="option__box">{Icon::Check.view()}</span>
                {dynamic(label)}
                <span class="option__count">
                    {dynamic(move || words.number(count()))}
                    " "
                    <span class="visually-hidden">
                        {dynamic(move || words.filters_results(count()))}
                    </span>
                </span>
            </a>
        </li>
    }
}
