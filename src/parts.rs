//! Parts of the program that come once a page needs them
//! (docs/decisions/program-in-parts.md).

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use directory::Catalogue;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::Site;
use crate::address::Page;
use crate::browser::Show;
use crate::navigation::PageOpener;
use crate::pages::contacts::ContactsPage;
use crate::pages::events::EventsPage;

#[wasm_split(events, preload(load_events), fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn events(site: &'static Site) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <EventsPage site /> }.into_any())
}

#[wasm_split(contacts, preload(load_contacts), fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn contacts(site: &'static Site) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <ContactsPage site /> }.into_any())
}

/// A part of the program: what draws one page and nothing else needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramPart {
    /// The events, with their timeline.
    Events,
    /// The contacts.
    Contacts,
}

/// Whether each has come.
static HAS_COME: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];

impl ProgramPart {
    /// The part that draws a page, if the page needs more than all do.
    pub fn of(page: Option<Page>) -> Option<Self> {
        match page? {
            Page::Events => Some(Self::Events),
            Page::Contacts => Some(Self::Contacts),
            _ => None,
        }
    }

    /// What its file is called, and `data-program-part` names it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Contacts => "contacts",
        }
    }

    /// Its page; nothing as long as it has not come.
    pub fn draw(self, site: &'static Site) -> AnyView {
        let drawn = match self {
            Self::Events => ready(events(site)),
            Self::Contacts => ready(contacts(site)),
        };
        drawn.and_then(Result::ok).into_any()
    }

    fn has_come(self) -> &'static AtomicBool {
        &HAS_COME[self as usize]
    }
}

/// What a future gives at once. That of a part that has come does; natively the
/// whole program is there.
fn ready<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

#[cfg(target_arch = "wasm32")]
mod loading {
    use directory::Catalogue;
    use wasm_bindgen_futures::spawn_local;

    use super::{Ordering, ProgramPart, load_contacts, load_events};
    use crate::browser::{self, Reason};

    impl ProgramPart {
        /// The one that draws the page which was read until now, if it needs one.
        pub async fn load_for_page() -> Result<(), Reason> {
            let name = browser::program_part_of_page();
            for part in [Self::Events, Self::Contacts] {
                // A page that does not say it may be any.
                if name.as_ref().is_none_or(|name| name == part.name()) {
                    part.load().await?;
                }
            }
            Ok(())
        }

        /// Fetches it, unless it has come; a later call tries again what failed.
        async fn load(self) -> Result<(), Reason> {
            browser::fetch_program_part(self.name()).await?;
            let loaded = match self {
                Self::Events => load_events().await,
                Self::Contacts => load_contacts().await,
            };
            // boot.js says on the console what a browser has against it.
            loaded.map_err(|_| Reason::Altered)?;
            self.has_come().store(true, Ordering::Relaxed);
            Ok(())
        }

        /// Does `act` once it has come, or is told why it does not.
        pub(super) fn with(
            self,
            words: &'static Catalogue,
            act: impl FnOnce(Result<(), String>) + 'static,
        ) {
            spawn_local(async move {
                let loaded = self.load().await;
                act(loaded.map_err(|reason| in_words(words, &reason)));
            });
        }
    }

    /// Why a file of the program could not be fetched, as boot.js says it too.
    fn in_words(words: &Catalogue, reason: &Reason) -> String {
        match reason {
            Reason::NoAnswer => words.start_no_answer().to_owned(),
            Reason::Altered => words.start_altered().to_owned(),
            Reason::Status(status) => words.start_refused(&status.to_string()),
            Reason::NotPublished => words.start_refused("404"),
        }
    }
}

/// Natively the whole program is there.
#[cfg(not(target_arch = "wasm32"))]
impl ProgramPart {
    fn with(self, _: &'static Catalogue, act: impl FnOnce(Result<(), String>) + 'static) {
        self.has_come().store(true, Ordering::Relaxed);
        act(Ok(()));
    }
}

/// Opens pages as soon as the part of the program that draws them has come; until
/// then the reader keeps the page before.
#[derive(Clone, Copy)]
pub struct Opening {
    words: &'static Catalogue,
    /// How many pages were asked for: only the latest is opened.
    count: StoredValue<u32>,
    /// Whether one is on its way.
    is_waiting: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

/// What could not be opened.
#[derive(Clone)]
struct Failure {
    why: String,
    part: ProgramPart,
    show: Show,
}

impl Opening {
    /// Nothing is on its way.
    pub fn new(words: &'static Catalogue) -> Self {
        Self {
            words,
            count: StoredValue::new(0),
            is_waiting: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    fn wait_for(self, part: ProgramPart, show: Show) {
        let count = self.count.get_value();
        self.is_waiting.set(true);
        part.with(self.words, move |loaded| {
            if count != self.count.get_value() {
                return;
            }
            self.is_waiting.set(false);
            match loaded {
                Ok(()) => show(),
                Err(why) => self.failure.set(Some(Failure { why, part, show })),
            }
        });
    }

    /// The value of `aria-busy`: whether a page is on its way.
    pub fn busy(self) -> Option<&'static str> {
        self.is_waiting.get().then_some("true")
    }

    /// Says why a page could not be opened, and offers to try again.
    pub fn notice(self) -> Option<AnyView> {
        let Failure { why, part, show } = self.failure.get()?;
        let again = move |_| {
            self.failure.set(None);
            self.wait_for(part, Arc::clone(&show));
        };
        let notice = view! {
            <div class="problem-notice" role="alert">
                {self.words.problem_unopened()}
                " "
                {why}
                " "
                <button type="button" class="button" on:click=again>
                    {self.words.problem_again()}
                </button>
            </div>
        };
        Some(notice.into_any())
    }
}

impl PageOpener for Opening {
    fn open(self, page: Option<Page>, show: Show) {
        self.count.update_value(|count| *count += 1);
        self.failure.set(None);
        match ProgramPart::of(page) {
            Some(part) if !part.has_come().load(Ordering::Relaxed) => self.wait_for(part, show),
            _ => {
                self.is_waiting.set(false);
                show();
            }
        }
    }

    fn prepare(self, page: Option<Page>) {
        if let Some(part) = ProgramPart::of(page) {
            // Where it is needed it is asked for again, and then told.
            part.with(self.words, |_| {});
        }
    }
}
