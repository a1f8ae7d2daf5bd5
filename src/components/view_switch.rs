//! List, table or map, and in what order.

use domain::query::{Order, View};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::{Page, use_here};

/// Links to the same results laid out otherwise. The map is offered where
/// there is no room for it beside the list.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    view! {
        <nav class="view-switch" aria-label="View">
            <ViewLink view=View::List icon=Icon::List name="List" />
            <ViewLink view=View::Map icon=Icon::Map name="Map" />
            <ViewLink view=View::Table icon=Icon::Table name="Table" />
        </nav>
    }
}

#[component]
fn ViewLink(view: View, icon: Icon, name: &'static str) -> impl IntoView {
    let here = use_here();
    let href = move || here.to(Page::Directory, &here.query.read().viewed_as(view));
    let current = move || (here.query.read().view == view).then_some("true");
    let class = if view == View::Map {
        "view-switch__map"
    } else {
        ""
    };

    view! { <a class=class href=href aria-current=current data-noscroll>{icon.view()} {name}</a> }
}

/// Links to the same results in another order.
#[component]
pub fn SortMenu() -> impl IntoView {
    let here = use_here();
    let orders = [Order::Name, Order::Joined, Order::Seats, Order::Women];
    let links = orders.map(|order| {
        let href = move || here.to(Page::Directory, &here.query.read().sorted(order));
        let current = move || (here.query.read().order == order).then_some("true");
        view! {
            <li><a class="option" href=href aria-current=current data-noscroll>{order.label()}</a></li>
        }
    });

    view! {
        <details class="menu" name="menus">
            <summary class="button">
                <span class="menu__label">"Sort: "</span>
                <b>{move || here.query.read().order.label()}</b>
                {Icon::Down.view()}
            </summary>
            <div class="menu__panel menu__panel--end"><ul>{links.collect_view()}</ul></div>
        </details>
    }
}
