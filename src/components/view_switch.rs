//! List, table or map, and in what order.

use directory::Catalogue;
use directory::query::{Layout, Order};
use leptos::prelude::*;

use super::icon::Icon;
use super::list_gap::list_gap;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// Links to the same results laid out otherwise. The map is offered where
/// there is no room for it beside the list.
#[component]
pub fn ViewSwitch(words: &'static Catalogue) -> impl IntoView {
    let here = use_here();
    let layouts = [
        (Layout::List, Icon::List, words.view_list(), ""),
        (Layout::Map, Icon::Map, words.view_map(), "view-switch__map"),
        (Layout::Table, Icon::Table, words.view_table(), ""),
    ];
    let links = layouts.map(|(layout, icon, name, class)| {
        let is_current = move || here.query.read().layout == layout;
        view! {
            <a
                class=class
                href=move || here.to_listing(&here.query.read().with_layout(layout))
                aria-current=move || is_current().then_some("true")
                data-noscroll=""
            >
                {icon.view()}
                " "
                {name}
            </a>
        }
    });
    view! { <nav class="view-switch" aria-label=words.view_label()>{links.collect_view()}</nav> }
}

/// Links to the same results in another order; with a year, not by what is
/// known for today alone.
#[component]
pub fn SortMenu(words: &'static Catalogue) -> impl IntoView {
    let here = use_here();
    let order = Memo::new(move |_| here.query.read().order);
    let has_year = Memo::new(move |_| here.query.read().year.is_some());
    let links = [Order::Name, Order::Joined, Order::Seats, Order::Women].map(|each| {
        view! {
            <li hidden=move || each.is_of_today() && has_year.get()>
                <a
                    class="option"
                    href=move || here.to_listing(&here.query.read().with_order(each))
                    aria-current=move || (order.get() == each).then_some("true")
                    data-noscroll=""
                >
                    {words.order(each)}
                </a>
            </li>
        }
    });
    view! {
        <details class="menu" name="menus">
            <summary class="button">
                <span class="menu__label">{words.sort_label()}{list_gap(words)}</span>
                <b>{dynamic(move || words.order(order.get()))}</b>
                {Icon::Down.view()}
            </summary>
            <div class="menu__panel menu__panel--end">
                <ul>{links.collect_view()}</ul>
            </div>
        </details>
    }
}
