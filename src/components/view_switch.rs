//! List, table or map, and in what order.

use directory::Catalogue;
use directory::query::{Layout, Order};

use super::icon::Icon;
use crate::markup::{Markup, el, live};
use crate::navigation::use_here;
use crate::prelude::*;

/// Links to the same results laid out otherwise. The map is offered where
/// there is no room for it beside the list.
pub fn view_switch(words: &'static Catalogue) -> Markup {
    let here = use_here();
    let layouts = [
        (Layout::List, Icon::List, words.view_list(), ""),
        (Layout::Map, Icon::Map, words.view_map(), "view-switch__map"),
        (Layout::Table, Icon::Table, words.view_table(), ""),
    ];
    live(move || {
        let query = here.query.read();
        let links = layouts.map(|(layout, icon, name, class)| {
            el("a")
                .class(class)
                .href(here.to_listing(&query.with_layout(layout)))
                .maybe("aria-current", (query.layout == layout).then_some("true"))
                .flag("data-noscroll", true)
                .child(icon.view())
                .child(" ")
                .child(name)
        });
        el("nav")
            .class("view-switch")
            .attr("aria-label", words.view_label())
            .children(links)
    })
}

/// Links to the same results in another order.
pub fn sort_menu(words: &'static Catalogue) -> Markup {
    let here = use_here();
    let orders = [Order::Name, Order::Joined, Order::Seats, Order::Women];
    live(move || {
        let query = here.query.read();
        let links = orders.map(|order| {
            let link = el("a")
                .class("option")
                .href(here.to_listing(&query.with_order(order)))
                .maybe("aria-current", (query.order == order).then_some("true"))
                .flag("data-noscroll", true);
            el("li").child(link.child(words.order(order)))
        });
        let summary = el("summary")
            .class("button")
            .child(
                el("span")
                    .class("menu__label")
                    .child(words.sort_label())
                    .child(words.list_gap()),
            )
            .child(el("b").child(words.order(query.order)))
            .child(Icon::Down.view());
        let panel = el("div").class("menu__panel menu__panel--end");
        el("details")
            .class("menu")
            .attr("name", "menus")
            .child(summary)
            .child(panel.child(el("ul").children(links)))
    })
}
