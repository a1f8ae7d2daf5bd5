//! List, table or map, and in what order.

use directory::Catalogue;
use directory::query::{Layout, Order};
use leptos::prelude::*;

use super::choice_menu::{MenuChoice, choice_menu};
use super::icon::Icon;
use crate::navigation::use_here;

/// Links to the same results laid out otherwise. The map is offered where
/// there is no room for it beside the list.
#[component]
pub fn ViewSwitch(words: &'static Catalogue) -> impl IntoView {
    layout_links(
        words,
        [
            (Layout::List, Icon::List, words.view_list(), ""),
            (Layout::Map, Icon::Map, words.view_map(), "view-switch__map"),
            (Layout::Table, Icon::Table, words.view_table(), ""),
        ],
        |layout, own| layout == own,
    )
}

/// Links to the same events on the timeline, or month by month.
#[component]
pub fn EventViewSwitch(words: &'static Catalogue) -> impl IntoView {
    layout_links(
        words,
        [
            (Layout::List, Icon::Time, words.view_timeline(), ""),
            (Layout::Month, Icon::Calendar, words.view_month(), ""),
        ],
        // Any layout that only members have is the first here.
        |layout, own| (layout == Layout::Month) == (own == Layout::Month),
    )
}

/// A link for each layout, by its icon, name and class.
fn layout_links<const N: usize>(
    words: &'static Catalogue,
    layouts: [(Layout, Icon, &'static str, &'static str); N],
    is_shown: fn(Layout, Layout) -> bool,
) -> AnyView {
    let here = use_here();
    let links = layouts.map(|(layout, icon, name, class)| {
        let is_current = move || is_shown(here.query.read().layout, layout);
        view! {
            <a
                class=class
                href=move || here.to_listing(&here.linked.read().with_layout(layout))
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
        .into_any()
}

/// Links to the same results in another order.
pub fn sort_menu(words: &'static Catalogue) -> AnyView {
    let orders = [Order::Name, Order::Joined, Order::Seats, Order::Women];
    let choices = orders.map(|order| MenuChoice {
        name: words.order(order).to_owned(),
        is_of_today: order.is_of_today(),
        choose: Box::new(move |query| query.with_order(order)),
    });
    let panel = "menu__panel--end";
    choice_menu(words, words.sort_label(), panel, choices.into())
}
