//! Parts of the program that come once a page needs them
//! (docs/decisions/program-in-parts.md).

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::Site;
use crate::address::Page;
use crate::pages::compare::ComparePage;
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

#[wasm_split(compare, preload(load_compare), fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn compare(site: &'static Site) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <ComparePage site /> }.into_any())
}

/// A part of the program: what draws one page and nothing else needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgramPart {
    /// The events, with their timeline.
    Events,
    /// The contacts.
    Contacts,
    /// Parliaments side by side.
    Compare,
}

/// Whether each has come.
static HAS_COME: [AtomicBool; 3] = [const { AtomicBool::new(false) }; 3];

impl ProgramPart {
    /// The part that draws a page, if the page needs more than all do.
    pub fn of(page: Option<Page>) -> Option<Self> {
        match page? {
            Page::Events => Some(Self::Events),
            Page::Contacts => Some(Self::Contacts),
            Page::Compare => Some(Self::Compare),
            _ => None,
        }
    }

    /// What its file is called, and `data-program-part` names it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Contacts => "contacts",
            Self::Compare => "compare",
        }
    }

    /// Its page; nothing as long as it has not come.
    pub fn draw(self, site: &'static Site) -> AnyView {
        let drawn = match self {
            Self::Events => ready(events(site)),
            Self::Contacts => ready(contacts(site)),
            Self::Compare => ready(compare(site)),
        };
        drawn.and_then(Result::ok).into_any()
    }

    /// Whether it has come.
    pub fn has_come(self) -> bool {
        HAS_COME[self as usize].load(Ordering::Relaxed)
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
    use wasm_bindgen_futures::spawn_local;

    use super::{HAS_COME, Ordering, ProgramPart, load_compare, load_contacts, load_events};
    use crate::browser::{self, Reason};

    impl ProgramPart {
        /// The one that draws the page which was read until now, if it needs one.
        pub async fn load_for_page() -> Result<(), Reason> {
            let name = browser::program_part_of_page();
            for part in [Self::Events, Self::Contacts, Self::Compare] {
                // A page that does not say it may be any.
                if name.as_ref().is_none_or(|name| name == part.name()) {
                    part.load().await?;
                }
            }
            Ok(())
        }

        /// Fetches it, unless it has come; a later call tries again what failed.
        pub async fn load(self) -> Result<(), Reason> {
            browser::fetch_program_part(self.name()).await?;
            let loaded = match self {
                Self::Events => load_events().await,
                Self::Contacts => load_contacts().await,
                Self::Compare => load_compare().await,
            };
            // boot.js says on the console what a browser has against it.
            loaded.map_err(|_| Reason::Altered)?;
            HAS_COME[self as usize].store(true, Ordering::Relaxed);
            Ok(())
        }

        /// Fetches it, as the reader may need it next.
        pub fn prepare(self) {
            spawn_local(async move {
                // Where it is needed it is asked for again, and then told.
                let _ = self.load().await;
            });
        }
    }
}

/// Natively the whole program is there.
#[cfg(not(target_arch = "wasm32"))]
impl ProgramPart {
    /// There is nothing to fetch.
    pub fn prepare(self) {
        HAS_COME[self as usize].store(true, Ordering::Relaxed);
    }
}
