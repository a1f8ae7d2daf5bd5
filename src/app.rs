//! The frame of every page, and which page stands in it.

use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::browser;
use crate::components::contact_age::refresh_contact_ages;
use crate::components::edition_notice::EditionNotice;
use crate::components::language_switch::LanguageOffer;
use crate::components::offline_note::NewerNote;
use crate::components::problem_notice::ProblemNotice;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::documents::published_page;
use crate::dynamic::dynamic;
use crate::head::Head;
use crate::navigation::Here;
use crate::opening::Opening;
use crate::pages::directory::{DirectoryPage, layout_name};
use crate::pages::not_found::NotFoundPage;
use crate::parts::ProgramPart;
use crate::target::IN_BROWSER;
use crate::turns::in_turn;

/// The whole site.
#[component]
pub fn App(
    site: &'static Site,
    /// The folder of its host in which it stands, `/` at its end.
    root: String,
    /// What the reader asks the host for, such as `/members/chad/?q=n`.
    address: String,
) -> impl IntoView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let here = Here::provide(root, directory, &address);
    let here_in_listing = here.of_listing();
    // Pages stay while their query changes, also from a region's address to
    // another, and a listing while a page is read that was published.
    let [listed, shown] =
        [here_in_listing, here].map(|here| Memo::new(move |_| here.page(directory)));
    let opening = Opening::new(site, listed, shown);
    here.follow_reader(here_in_listing, words, opening);
    let head = Head::provide();
    refresh_contact_ages(site);

    let listing = move || {
        provide_context(here_in_listing);
        head.provide_while(Signal::derive(move || !here.is_on_document()));
        match listed.get() {
            Some(Page::Directory | Page::Region(_) | Page::Folder(_)) => {
                view! { <DirectoryPage site /> }.into_any()
            }
            Some(Page::Events) => ProgramPart::Events.draw(site),
            Some(Page::Contacts) => ProgramPart::Contacts.draw(site),
            Some(Page::Compare) => ProgramPart::Compare.draw(site),
            // The reader has not been at a listing yet.
            Some(_) => ().into_any(),
            None => view! { <NotFoundPage words /> }.into_any(),
        }
    };
    let page = move || {
        let document = shown.get().filter(|page| page.is_published());
        document.map(|page| published_page(site, page))
    };
    let pages = if IN_BROWSER {
        view! {
            {dynamic(page)}
            <div class="listing">{in_turn(move || dynamic(listing))}</div>
        }
        .into_any()
    } else {
        view! {
            {dynamic(page)}
            {dynamic(listing)}
        }
        .into_any()
    };
    // What has come is told where nothing else changes for those who hear.
    let page_name = IN_BROWSER.then(|| {
        view! { <p id=browser::PAGE_NAME class="visually-hidden" aria-live="polite"></p> }
    });
    // How the page fills the window follows from what it is, and how it is shown.
    let kind = move || shown.get().map(Page::kind);
    let view = Memo::new(move |_| layout_name(here.query.read().layout));
    let first = shown.get_untracked();
    let parts = first.map_or(&[][..], Page::parts);
    let parts: Vec<&str> = parts.iter().map(|part| part.name()).collect();
    let version = directory.network.data_version.as_str();
    let edition = first.filter(|page| page.is_kept_in_editions());
    let edition = edition.map(|_| version);
    let program_part = ProgramPart::of(first).map_or("", ProgramPart::name);
    view! {
        <div
            id="app"
            data-page=kind
            data-view=move || view.get()
            // Of what boot.js may show as it was in another.
            data-edition=edition
            data-parts=parts.join(" ")
            data-program-part=program_part
        >
            // Left to the browser, which also moves the focus there.
            <a class="skip-link" href="#content" rel="external">
                {words.page_skip()}
            </a>
            <NewerNote words />
            {in_turn(move || view! { <SiteHeader site /> })}
            <main id="content" tabindex="-1" aria-busy=move || opening.busy()>
                {dynamic(move || opening.notice())}
                <ProblemNotice words problems=&site.problems />
                <EditionNotice directory />
                {pages}
            </main>
            {in_turn(move || view! { <SiteFooter directory /> })}
            {in_turn(move || view! { <LanguageOffer site /> })}
            // Where what has happened is told.
            <p id=browser::LIVE_REGION class="live-region" aria-live="polite"></p>
            {page_name}
        </div>
    }
}
