//! Opens pages once what they need has come; until then the reader keeps the
//! page before.

use directory::snapshot::Part;
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::browser::{self, Arrival, StyleSheet};
use crate::gestures::Debounce;
use crate::navigation::{Destination, PageOpener};
use crate::parts::ProgramPart;

/// Milliseconds after which a link that is pointed at is more than passed by.
const POINTED_AT: u64 = 60;

/// Opens pages, the latest that was asked for alone.
#[derive(Clone, Copy)]
pub struct Opening {
    site: &'static Site,
    /// The listing in the frame, shown or waiting.
    listing: Memo<Option<Page>>,
    /// The page that is shown.
    shown: Memo<Option<Page>>,
    /// How many pages were asked for.
    count: StoredValue<u32>,
    /// Whether one is on its way.
    is_waiting: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    pointing: Debounce,
}

/// What could not be opened.
#[derive(Clone)]
struct Failure {
    why: String,
    there: Destination,
    arrival: Arrival,
}

/// What a page needs before it can be shown.
#[derive(Clone)]
struct Needs {
    /// Parts of the snapshot.
    data: Vec<Part>,
    /// A part of the program.
    program: Option<ProgramPart>,
    /// What was published of it, at this address of the host.
    content: Option<String>,
    /// The style sheet of its kind.
    style_sheet: StyleSheet,
}

impl Opening {
    /// Nothing is on its way.
    pub fn new(
        site: &'static Site,
        listing: Memo<Option<Page>>,
        shown: Memo<Option<Page>>,
    ) -> Self {
        Self {
            site,
            listing,
            shown,
            count: StoredValue::new(0),
            is_waiting: RwSignal::new(false),
            failure: RwSignal::new(None),
            pointing: Debounce::new(POINTED_AT),
        }
    }

    /// What the page still needs that a reader asks for; of one that may be in
    /// a part of the snapshot that has not come, first that part.
    fn needs(self, there: &Destination) -> Needs {
        let directory = self.site.directory;
        let page = there.page(directory);
        let is_document = there.is_document();
        let frame = if is_document {
            self.shown
        } else {
            self.listing
        };
        let parts = page.map_or(vec![there.listed_in()], |page| page.parts().to_vec());
        let published = page.filter(|page| page.has_published_content());
        let published = published.filter(|_| frame.get_untracked() != page);
        Needs {
            data: parts
                .into_iter()
                .filter(|part| !directory.has(*part))
                .collect(),
            program: ProgramPart::of(page).filter(|part| !part.has_come()),
            content: published.map(|page| there.address_of(page)),
            style_sheet: if is_document {
                StyleSheet::Pages
            } else {
                StyleSheet::Lists
            },
        }
    }

    /// The value of `aria-busy`: whether a page is on its way.
    pub fn busy(self) -> Option<&'static str> {
        self.is_waiting.get().then_some("true")
    }

    /// Says why a page could not be opened, and offers to try again.
    pub fn notice(self) -> Option<AnyView> {
        let Failure {
            why,
            there,
            arrival,
        } = self.failure.get()?;
        let again = move |_| self.open(there.clone(), arrival.clone());
        let words = &self.site.directory.catalogue;
        let notice = view! {
            <div class="problem-notice" role="alert">
                {words.problem_unopened()}
                " "
                {why}
                " "
                <button type="button" class="button" on:click=again>
                    {words.problem_again()}
                </button>
            </div>
        };
        Some(notice.into_any())
    }
}

impl PageOpener for Opening {
    fn open(self, there: Destination, arrival: Arrival) {
        self.count.update_value(|count| *count += 1);
        self.failure.set(None);
        self.pointing.call_off();
        self.is_waiting.set(false);
        let needs = self.needs(&there);
        if needs.are_met() {
            (arrival.show)();
        } else {
            self.wait_for(needs, there, arrival);
        }
    }

    fn prepare(self, there: Destination) {
        let needs = self.needs(&there);
        if let Some(part) = needs.program {
            part.prepare();
        }
        self.pointing.then(move || {
            if let Some(address) = &needs.content {
                browser::warm(address, needs.style_sheet);
            }
        });
    }
}

#[cfg(target_arch = "wasm32")]
mod waiting {
    use directory::Catalogue;
    use leptos::prelude::*;
    use wasm_bindgen_futures::spawn_local;

    use super::{Failure, Needs, Opening};
    use crate::Site;
    use crate::browser::{self, Arrival, FetchedPage, Reason, Unfetched};
    use crate::navigation::{Destination, PageOpener};

    impl Needs {
        /// Whether all has come.
        pub(super) fn are_met(&self) -> bool {
            self.data.is_empty()
                && self.program.is_none()
                && self.content.is_none()
                && self.style_sheet.has_come()
        }

        /// Gives what was published of the page, where that is needed; else a
        /// sentence that says why the program does not show it, or none where
        /// the host is to be asked.
        async fn meet(self, site: &'static Site) -> Result<Option<FetchedPage>, Option<String>> {
            let words = &site.directory.catalogue;
            if let Some(address) = &self.content {
                // On its way while the others come.
                let _ = browser::ask_page(address);
            }
            let style_sheet = browser::fetch_style(self.style_sheet.name());
            for part in self.data {
                let missing = site.ensure(part).await;
                // The page says itself what it has to do without.
                missing.map_err(|problem| (!part.is_optional()).then_some(problem.sentence))?;
            }
            if let Some(part) = self.program {
                let loaded = part.load().await;
                loaded.map_err(|reason| Some(in_words(words, &reason)))?;
            }
            style_sheet.await.map_err(|reason| match reason {
                Reason::NoAnswer => Some(in_words(words, &reason)),
                // The host has those of another version.
                _ => None,
            })?;
            let Some(address) = self.content else {
                return Ok(None);
            };
            let page = browser::fetch_page(&address).await;
            page.map(Some).map_err(|unfetched| match unfetched {
                Unfetched::NoAnswer => Some(in_words(words, &Reason::NoAnswer)),
                Unfetched::Refused => None,
            })
        }
    }

    impl Opening {
        pub(super) fn wait_for(self, needs: Needs, there: Destination, arrival: Arrival) {
            let count = self.count.get_value();
            self.is_waiting.set(true);
            let directory = self.site.directory;
            let is_listed = directory.has(there.listed_in());
            spawn_local(async move {
                let met = needs.meet(self.site).await;
                if count != self.count.get_value() {
                    return;
                }
                if !is_listed {
                    return match there.page(directory) {
                        Some(_) => self.open(there, arrival),
                        // The host may know more.
                        None => (arrival.load)(),
                    };
                }
                let why = match met {
                    Ok(content) => {
                        self.is_waiting.set(false);
                        // The address comes first, from which links and pictures
                        // of the page go.
                        (arrival.show)();
                        if let Some(content) = content {
                            content.enter();
                        }
                        return;
                    }
                    // Until it goes, the page is on its way.
                    Err(None) => return (arrival.load)(),
                    Err(Some(sentence)) => sentence,
                };
                self.is_waiting.set(false);
                self.failure.set(Some(Failure {
                    why,
                    there,
                    arrival,
                }));
            });
        }
    }

    /// Why a file could not be fetched, as boot.js says it too.
    fn in_words(words: &Catalogue, reason: &Reason) -> String {
        match reason {
            Reason::NoAnswer => words.start_no_answer().to_owned(),
            Reason::Altered => words.start_altered().to_owned(),
            Reason::Status(status) => words.start_refused(&status.to_string()),
            Reason::NotPublished => words.start_refused("404"),
        }
    }
}

/// Natively nobody goes anywhere.
#[cfg(not(target_arch = "wasm32"))]
mod waiting {
    use super::{Needs, Opening};
    use crate::browser::Arrival;
    use crate::navigation::Destination;

    impl Needs {
        pub(super) fn are_met(&self) -> bool {
            self.data.is_empty() && self.program.is_none() && self.content.is_none()
        }
    }

    impl Opening {
        #[expect(clippy::unused_self, reason = "in the browser it waits")]
        pub(super) fn wait_for(self, _: Needs, _: Destination, arrival: Arrival) {
            (arrival.load)();
        }
    }
}
