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

/// Three rows of seats: lines of no length with round ends.
#[component]
fn Emblem() -> impl IntoView {
    view! {
        <svg class="site-header__emblem" viewBox="0 0 52 30" width="40" height="23" aria-hidden="true">
            <path d="M16 26h0M18.9 18.9h0M26 16h0M33.1 18.9h0M36 26h0" />
            <path d="M10 26h0M12.1 18h0M18 12.1h0M26 10h0M34 12.1h0M39.9 18h0M42 26h0" />
            <path d="M4 26h0M5.3 18.5h0M9.1 11.9h0M15 6.9h0M22.2 4.3h0M29.8 4.3h0M37 6.9h0M42.9 11.9h0M46.7 18.5h0M48 26h0" />
        </svg>
    }
}
