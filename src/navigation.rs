//! Where the reader is, and every link of the site.
//!
//! Links are relative to the page that they stand on, so that the same text
//! serves at the root of a host and in any folder.

use std::sync::Arc;

use directory::model::{Event, Member};
use directory::query::QueryText;
use directory::snapshot::Part;
use directory::{Catalogue, Directory, Query};

use crate::address::region_path_of;
use crate::address::{Page, filter_of_path, is_document, is_kept_in_editions, listing_at};
use crate::browser::{self, Arrival, Links};
use crate::distinct::{distinct, set_distinct};
use crate::target::IN_BROWSER;
use leptos::prelude::*;

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Here {
    visit: StoredValue<Visit>,
    /// The present address: that of the reader, or of the listing that waits.
    address: Memo<String>,
    /// The present address below the home, without what it asks for.
    pub path: Memo<String>,
    /// What the address asks for.
    pub query: Memo<Query>,
    /// The same as links carry it, of which there are hundreds: they are written
    /// anew once the reader comes near a link, not at every key.
    pub linked: RwSignal<Query>,
    /// The same as it is written.
    linked_text: Memo<QueryText>,
    /// From the present page to the first one in its language: empty, or `../`
    /// for each level. Every link begins with it.
    to_home: RwSignal<String>,
}

/// What is the same in the frame and in a listing that waits.
struct Visit {
    directory: &'static Directory,
    /// The folder of the site on its host in the reader's language, `/` at its
    /// end: that of the site for the network's own language, in it one for each
    /// other.
    home: String,
    /// Those of other languages in it.
    others: Vec<String>,
    /// Whether the home is the folder of another language than the network's own.
    is_inside: bool,
    /// The edition whose data the program has, as the address named it; empty
    /// for the newest. Data of another come with another page.
    edition: String,
    /// Where the reader is below the home, with what the address asks for.
    reader: RwSignal<String>,
}

impl Visit {
    fn new(root: String, directory: &'static Directory, address: &str) -> Self {
        let languages = &directory.network.languages;
        let language = directory.language();
        let is_inside = languages.first().is_some_and(|own| own != language);
        let (home, others) = if is_inside {
            (format!("{root}{language}/"), Vec::new())
        } else {
            let others = languages.iter().skip(1);
            let others = others.map(|other| format!("{root}{other}/"));
            let others = others.collect();
            (root, others)
        };
        let address = below(&home, address);
        Self {
            directory,
            edition: edition_at(address),
            reader: RwSignal::new(address.to_owned()),
            home,
            others,
            is_inside,
        }
    }
}

impl Here {
    /// Begins at `address`, such as `/members/chad/?q=n`, of the site in the
    /// folder `root`, and follows the reader from there.
    pub fn provide(root: String, directory: &'static Directory, address: &str) -> Self {
        let visit = Visit::new(root, directory, address);
        let here = Self::follow(StoredValue::new(visit), false);
        provide_context(here);
        here
    }

    /// Where the listing is that the reader comes from: it stays at its address
    /// while a page is read as it was published, so that nothing in it changes.
    pub fn of_listing(self) -> Self {
        Self::follow(self.visit, true)
    }

    /// Follows where the reader is; where it `waits`, only from listing to listing.
    fn follow(visit: StoredValue<Visit>, waits: bool) -> Self {
        let reader = visit.read_value().reader;
        let address = Memo::new(move |before: Option<&String>| {
            let address = reader.read();
            let before = before.filter(|_| waits && is_document(&address));
            before.unwrap_or(&address).clone()
        });
        let path = Memo::new(move |_| {
            let address = address.read();
            let path = address.split('?').next().unwrap_or_default();
            // Some readers, and some servers, name the file.
            path.strip_suffix("index.html").unwrap_or(path).to_owned()
        });
        let query = Memo::new(move |_| {
            let address = address.read();
            let asked = address.split_once('?').map_or("", |(_, asked)| asked);
            match filter_of_path(&path.read()) {
                Some(choice) => Query::parse(&format!("{choice}&{asked}")),
                None => Query::parse(asked),
            }
        });
        let linked = RwSignal::new(query.get_untracked());
        Self {
            visit,
            address,
            path,
            query,
            linked,
            linked_text: Memo::new(move |_| QueryText::new(&linked.read())),
            to_home: distinct(move || "../".repeat(path.read().matches('/').count())),
        }
    }

    /// Whether the reader is on a page that is read as it was published, and
    /// the listing waits.
    pub fn is_on_document(self) -> bool {
        is_document(&self.visit.read_value().reader.read())
    }

    /// Has this and the `listing` follow the reader: by links, "back" and "forward".
    pub fn follow_reader(self, listing: Self, words: &'static Catalogue, opener: impl PageOpener) {
        let destination = move |address: &str| {
            let home = self.visit.read_value().home.clone();
            Destination {
                path: below(&home, address).to_owned(),
                home,
            }
        };
        browser::listen_everywhere(
            words,
            Links {
                base: Box::new(move || {
                    let home = self.visit.read_value().home.clone();
                    home + &self.visit.read_value().reader.read_untracked()
                }),
                leads_to: Box::new(move |address| self.leads_to(address)),
                come_near: Box::new(move || {
                    [self, listing].into_iter().for_each(Self::update_links);
                }),
                prepare: Box::new(move |address| opener.prepare(destination(address))),
                open: Box::new(move |address, arrival| opener.open(destination(address), arrival)),
                arrive: Arc::new(move |address| self.arrive(address)),
            },
        );
    }

    /// Whether the program can go to an address of the host by itself: it
    /// belongs to the site in the reader's language, and to the edition that is
    /// here. Where a document may be that the program will not know, the host is
    /// asked.
    fn leads_to(self, address: &str) -> bool {
        let visit = self.visit.read_value();
        let Visit {
            directory,
            home,
            others,
            edition,
            ..
        } = &*visit;
        let mut others = others.iter();
        let there = below(home, address);
        address.starts_with(home.as_str())
            && !others.any(|other| address.starts_with(other.as_str()))
            && edition_at(there) == *edition
            && (Page::at(there, directory).is_some()
                || !is_document(there)
                || !directory.has(Page::listed_in(there)))
    }

    /// Lets the links carry what the address asks for by now.
    fn update_links(self) {
        set_distinct(self.linked, self.query.get_untracked());
    }

    /// Follows an address of the site.
    fn arrive(self, address: &str) {
        let address = below(&self.visit.read_value().home, address).to_owned();
        if is_document(&address) {
            browser::set_listing_aside();
        } else {
            browser::bring_listing_back();
        }
        self.visit.read_value().reader.set(address);
    }

    /// The page that the reader is on; the addresses of regions and
    /// folders are the directory.
    pub fn page(self, directory: &'static Directory) -> Option<Page> {
        match Page::at(&self.path.read(), directory)? {
            Page::Region(_) | Page::Folder(_) => Some(Page::Directory),
            page => Some(page),
        }
    }

    /// The link to `page` showing `query`, in the edition that is here. Until the
    /// program runs, a link that chooses one region leads to the page of that
    /// region.
    pub fn to(self, page: Page, query: &Query) -> String {
        let edition = &self.visit.read_value().edition;
        if edition.is_empty() || !page.is_kept_in_editions() {
            return self.link(page, &query.to_string());
        }
        self.link(page, &query.with_edition(edition).to_string())
    }

    /// Whether what is shown can be shown as it was in another edition.
    pub fn is_kept_in_editions(self) -> bool {
        is_kept_in_editions(&self.path.read())
    }

    /// The link to the same as it is in the newest edition.
    pub fn in_newest_edition(self) -> String {
        self.link(
            self.listing(),
            &self.query.read().with_edition("").to_string(),
        )
    }

    /// The link to `page` showing what the address asks for when the reader comes
    /// near it.
    pub fn to_page(self, page: Page) -> String {
        self.link(page, &self.linked_text.read().whole)
    }

    /// The link to `page` with this query string.
    fn link(self, page: Page, text: &str) -> String {
        let mut link = self.to_home.get() + &page.path();
        if !IN_BROWSER
            && page == Page::Directory
            && let Some(part) = region_path_of(text)
        {
            return link + &part;
        }
        if link.is_empty() {
            link.push_str("./");
        }
        with_query(link, text)
    }

    /// Where a page was published on the host.
    pub fn address_of(self, page: Page) -> String {
        self.visit.read_value().home.clone() + &page.path()
    }

    /// The link to the present page's listing showing `query`.
    pub fn to_listing(self, query: &Query) -> String {
        self.to(self.listing(), query)
    }

    /// The link that marks an event on the time line, in the list and on the
    /// map. Until the program runs it leads to the event's page.
    pub fn to_event(self, event: &'static Event, query: &Query) -> String {
        if IN_BROWSER {
            self.to(Page::Events, &query.with_selected_event(&event.id))
        } else {
            self.to(Page::Event(event), &Query::default())
        }
    }

    /// The link that marks a member in list and map. Until the program runs
    /// nothing can be marked, and the link leads to the member's page.
    pub fn to_selection(self, member: &'static Member) -> String {
        if IN_BROWSER {
            let selecting = self.linked_text.read().selecting(&member.id);
            self.link(Page::Directory, &selecting)
        } else {
            self.to_page(Page::Member(member))
        }
    }

    /// A link to a file of the site, such as `data/members.json`.
    pub fn file(self, path: &str) -> String {
        let to_root = self.to_root();
        let to_root = if to_root.is_empty() { "./" } else { &to_root };
        format!("{to_root}{path}")
    }

    /// A link to a file of the site in the reader's language, such as a calendar.
    pub fn home_file(self, path: &str) -> String {
        let to_home = self.to_home.get();
        let to_home = if to_home.is_empty() { "./" } else { &to_home };
        format!("{to_home}{path}")
    }

    /// The link to the present page, showing the same, in another language,
    /// whose folder is empty for the network's own.
    pub fn in_language(self, folder: &str) -> String {
        let gap = if folder.is_empty() { "" } else { "/" };
        let address = self.address.read();
        let link = format!("{}{folder}{gap}{}", self.to_root(), *address);
        if link.is_empty() || link.starts_with('?') {
            format!("./{link}")
        } else {
            link
        }
    }

    /// From the present page to the site's folder.
    fn to_root(self) -> String {
        let to_home = self.to_home.get();
        if self.visit.read_value().is_inside {
            to_home + "../"
        } else {
            to_home
        }
    }

    /// The page whose filters, search and views the reader has before them: the
    /// events, the contacts, or else the directory.
    pub fn listing(self) -> Page {
        listing_at(&self.path.read())
    }

    /// Goes to another view of the directory or of the events, for what no link
    /// can do: typing, moving the map. A listing that waits stays where it is,
    /// whatever still comes to rest in it.
    pub fn go(self, query: &Query, step: Step) {
        if untrack(|| self.is_on_document()) {
            return;
        }
        let listing = untrack(|| self.listing());
        let address = self.address_of(listing);
        let address = with_query(address, &query.to_string());
        browser::remember(&address, step == Step::Replace);
        self.arrive(&address);
    }
}

/// Sees to what a page needs of the program before it can be shown.
pub trait PageOpener: Copy + 'static {
    /// Arrives there once all that the page needs has come, unless another page
    /// is asked for meanwhile.
    fn open(self, there: Destination, arrival: Arrival);
    /// Fetches what a page needs, which the reader may open next.
    fn prepare(self, there: Destination);
}

/// Where a reader goes.
#[derive(Clone)]
pub struct Destination {
    home: String,
    /// Below the home, with what the address asks for.
    path: String,
}

impl Destination {
    /// The page, if there is one by what is known so far.
    pub fn page(&self, directory: &'static Directory) -> Option<Page> {
        Page::at(&self.path, directory)
    }

    /// The part of the snapshot that says whether there is one.
    pub fn listed_in(&self) -> Part {
        Page::listed_in(&self.path)
    }

    /// Whether it is read as it was published, if there is a page.
    pub fn is_document(&self) -> bool {
        is_document(&self.path)
    }

    /// Where a page was published on the host, whatever it is asked for.
    pub fn address_of(&self, page: Page) -> String {
        self.home.clone() + &page.path()
    }
}

/// Where the reader is; every component inside the app may ask.
pub fn use_here() -> Here {
    expect_context::<Here>()
}

/// Whether going somewhere makes a step that "back" undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A new step.
    Push,
    /// The present step changes.
    Replace,
}

/// What stands behind the home; a page that does not exist where it is not in it.
fn below<'a>(home: &str, address: &'a str) -> &'a str {
    address.strip_prefix(home).unwrap_or(address)
}

/// The edition that an address below the home asks for, where that means
/// something; else nothing.
fn edition_at(address: &str) -> String {
    let (_, asked) = address.split_once('?').unwrap_or_default();
    if is_kept_in_editions(address) {
        Query::parse(asked).edition
    } else {
        String::new()
    }
}

/// `path` with the query behind it, if there is one.
fn with_query(path: String, query: &str) -> String {
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}
