//! The router and the frame of every page.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::Site;
use crate::address::{Here, Root};
use crate::browser;
use crate::components::problem_notice::ProblemNotice;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::pages::data::DataPage;
use crate::pages::directory::DirectoryPage;
use crate::pages::member::MemberPage;
use crate::pages::not_found::NotFoundPage;

/// The whole site.
#[component]
pub fn App(
    /// Loaded once; lives as long as the page.
    site: &'static Site,
    /// The folder of the host in which the site stands, `/` at its end.
    #[prop(default = "/".to_owned())]
    root: String,
) -> impl IntoView {
    provide_meta_context();
    let base = root.trim_end_matches('/').to_owned();

    view! {
        <Router base>
            <Frame site root=Root(root) />
        </Router>
    }
    .into_any()
}

#[component]
fn Frame(site: &'static Site, root: Root) -> impl IntoView {
    Here::provide(&root);
    browser::on_every_page();

    view! {
        // "external": left to the browser, which also moves the focus there.
        <a class="skip-link" href="#content" rel="external">"Skip to content"</a>
        <SiteHeader directory=site.directory />
        <main id="content" tabindex="-1">
            <ProblemNotice problems=&site.problems />
            <FlatRoutes fallback=|| view! { <NotFoundPage /> }>
                <Route path=path!("/") view=move || view! { <DirectoryPage site /> } />
                <Route path=path!("/members/:slug") view=move || view! { <MemberPage site /> } />
                <Route path=path!("/data") view=move || view! { <DataPage directory=site.directory /> } />
            </FlatRoutes>
        </main>
        <SiteFooter directory=site.directory />
    }
}
