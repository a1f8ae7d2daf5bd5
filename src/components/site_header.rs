//! The head of every page.

use domain::{Directory, Query};
use leptos::prelude::*;

use super::theme_switch::ThemeSwitch;
use crate::address::{Page, use_here};

/// The network's name, the main pages and the theme.
#[component]
pub fn SiteHeader(
    /// Loaded once; lives as long as the page.
    directory: &'static Directory,
) -> impl IntoView {
    let here = use_here();
    let network = &directory.network;
    let language = directory.language();
    let home = move || here.to(Page::Directory, &Query::default());

    view! {
        <header class="site-header">
            <a class="site-header__brand" href=home>
                <Emblem />
                <span>
                    <b class="site-header__name" title=network.names.get(language)>
                        {network.short_names.get(language)}
                    </b>
                    <span class="site-header__tagline">{network.taglines.get(language)}</span>
                </span>
            </a>
            <nav class="site-header__pages" aria-label="Main">
                <PageLink page=Page::Directory name="Directory" />
                <PageLink page=Page::Data name="Data" />
            </nav>
            <ThemeSwitch />
        </header>
    }
}

#[component]
fn PageLink(page: Page, name: &'static str) -> impl IntoView {
    let here = use_here();
    let href = move || here.to(page, &Query::default());
    let current = move || here.current_is(page).then_some("page");

    view! { <a href=href aria-current=current>{name}</a> }
}

/// Three rows of seats.
#[component]
fn Emblem() -> impl IntoView {
    let rows = [(10.0, 5), (16.0, 7), (22.0, 10)];
    let seats = rows.into_iter().flat_map(|(radius, seats): (f64, i32)| {
        (0..seats).map(move |seat| {
            let angle = std::f64::consts::PI * f64::from(seat) / f64::from(seats - 1);
            let (x, y) = (26.0 - radius * angle.cos(), 26.0 - radius * angle.sin());
            view! { <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="2" /> }
        })
    });

    view! {
        <svg class="site-header__emblem" viewBox="0 0 52 30" width="40" height="23" aria-hidden="true">
            {seats.collect_view()}
        </svg>
    }
}
