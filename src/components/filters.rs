//! The filters with their live counts.

use domain::facets::{Facet, FacetOption, Facets};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::{Page, use_here};

/// A menu for each facet. Every value is a link that tells how many results
/// choosing it would give.
#[component]
pub fn Filters(
    /// All filters with their counts.
    offered: Memo<Facets>,
) -> impl IntoView {
    let menus = 0..offered.read_untracked().len();
    let menus = menus.map(|number| {
        let facet = move || offered.read()[number].clone();
        let label = facet().label;
        let chosen = move || Some(chosen_in(&offered.read()[number])).filter(|chosen| *chosen > 0);
        let options = move || {
            let options = flat(facet().options, 0).into_iter();
            options
                .map(|(option, depth)| view! { <OptionLink option depth /> })
                .collect_view()
        };
        view! {
            <details class="menu" name="menus">
                <summary class="button">
                    {label}
                    {move || chosen().map(|chosen| view! { <b class="menu__chosen">{chosen}</b> })}
                    {Icon::Down.view()}
                </summary>
                <div class="menu__panel"><ul>{options}</ul></div>
            </details>
        }
    });
    let open = RwSignal::new(false);
    let active = move || match offered.read().iter().map(chosen_in).sum() {
        0 => String::new(),
        active => format!(" ({active})"),
    };

    view! {
        <div class="filters" role="group" aria-label="Filters">
            <button type="button" class="filters__toggle button" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>
                {Icon::Filter.view()} "Filter, sort" {active}
            </button>
            <div class="filters__menus">{menus.collect_view()}</div>
        </div>
    }
}

/// How many values of a facet are chosen.
fn chosen_in(facet: &Facet) -> usize {
    fn count(options: &[FacetOption]) -> usize {
        options
            .iter()
            .map(|option| usize::from(option.chosen) + count(&option.inside))
            .sum()
    }
    count(&facet.options)
}

/// The options in reading order, each with how deep it stands inside others.
fn flat(options: Vec<FacetOption>, depth: usize) -> Vec<(FacetOption, usize)> {
    let flat = options.into_iter().flat_map(|mut option| {
        let inside = std::mem::take(&mut option.inside);
        [(option, depth)].into_iter().chain(flat(inside, depth + 1))
    });
    flat.collect()
}

#[component]
fn OptionLink(option: FacetOption, depth: usize) -> impl IntoView {
    let here = use_here();
    let FacetOption {
        label,
        count,
        chosen,
        link,
        ..
    } = option;
    let href = move || here.to(Page::Directory, &link);
    let none = if count == 0 && !chosen {
        " option--none"
    } else {
        ""
    };
    let class = format!("option option--depth-{depth}{none}");

    view! {
        <li>
            <a class=class href=href aria-current=chosen.then_some("true") data-noscroll>
                <span class="option__box">{Icon::Check.view()}</span>
                {label}
                <span class="option__count">
                    {count}
                    <span class="visually-hidden">{if count == 1 { " result" } else { " results" }}</span>
                </span>
            </a>
        </li>
    }
}
