//! Between the address and [`directory::Query`]; every link of the site is made here.
//!
//! Links are relative to the page that they stand on, so that the same text
//! serves at the root of a host and in any folder.

#[cfg(not(target_arch = "wasm32"))]
use directory::model::Source;
use directory::model::{Event, Member, SourceScope};
use directory::{Directory, Query};

use crate::browser;
use crate::prelude::*;

/// A page of the site.
#[derive(Clone, Copy)]
pub enum Page {
    /// The directory: list and map.
    Directory,
    /// The directory with one region chosen: an address of its own for those
    /// who read without the program, in which parameters mean nothing.
    Part(Part),
    /// A folder that holds pages: the directory again, so that a reader who
    /// shortens an address finds something.
    Folder(&'static str),
    /// A member.
    Member(&'static Member),
    /// Events: time line, list and map.
    Events,
    /// How the parliaments are reached.
    Contacts,
    /// An event.
    Event(&'static Event),
    /// What the network is.
    Network,
    /// Downloads, and how the map treats boundaries.
    Data,
    /// Sources and licences; those of events and of contacts alone have pages
    /// of their own.
    Sources(SourceScope),
}

/// A region or sub-region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The parameter that chooses it, and its folder: `region` or `subregion`.
    parameter: &'static str,
    /// Its id in network.json.
    id: &'static str,
}

impl Part {
    fn all(directory: &'static Directory) -> impl Iterator<Item = Self> {
        let network = &directory.network;
        let part = |parameter, id: &'static String| Self { parameter, id };
        let regions = network.regions.iter();
        let regions = regions.map(move |region| part(REGION, &region.id));
        let sub_regions = network.sub_regions.iter();
        regions.chain(sub_regions.map(move |sub_region| part(SUB_REGION, &sub_region.id)))
    }
}

/// The parameters that choose a [`Part`], which are its folders too.
const REGION: &str = "region";
const SUB_REGION: &str = "subregion";
/// The page of contacts.
const CONTACTS: &str = "contacts/";
/// The folders of pages.
const FOLDERS: [&str; 3] = ["members", REGION, SUB_REGION];

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.path() == other.path()
    }
}

impl Page {
    /// The page at an address below the site's root, if there is one.
    pub fn at(path: &str, directory: &'static Directory) -> Option<Self> {
        match path.trim_end_matches('/') {
            "" => Some(Self::Directory),
            "events" => Some(Self::Events),
            "contacts" => Some(Self::Contacts),
            "network" => Some(Self::Network),
            "data" => Some(Self::Data),
            "sources" => Some(Self::Sources(SourceScope::Facts)),
            "sources/events" => Some(Self::Sources(SourceScope::Events)),
            "sources/contacts" => Some(Self::Sources(SourceScope::Contacts)),
            path => {
                if let Some(slug) = path.strip_prefix("members/") {
                    return directory.member_at(slug).map(Self::Member);
                }
                if let Some(id) = path.strip_prefix("events/") {
                    return directory.event(id).map(Self::Event);
                }
                if let Some(folder) = FOLDERS.into_iter().find(|folder| *folder == path) {
                    return Some(Self::Folder(folder));
                }
                let (parameter, id) = path.split_once('/')?;
                let mut parts = Part::all(directory);
                let part = parts.find(|part| part.parameter == parameter && part.id == id);
                part.map(Self::Part)
            }
        }
    }

    /// Every page of the site.
    pub fn all(directory: &'static Directory) -> impl Iterator<Item = Self> {
        let parts = Part::all(directory).map(Self::Part);
        let members = directory.members.iter().map(Self::Member);
        let events = directory.events.iter().map(Self::Event);
        let pages = [
            Self::Directory,
            Self::Events,
            Self::Contacts,
            Self::Network,
            Self::Data,
            Self::Sources(SourceScope::Facts),
            Self::Sources(SourceScope::Events),
            Self::Sources(SourceScope::Contacts),
        ];
        let folders = FOLDERS.into_iter().map(Self::Folder);
        let pages = pages.into_iter().chain(folders).chain(parts);
        pages.chain(members).chain(events)
    }

    /// Whether the page is read as it was published: nothing on it changes but
    /// the way back to the list, so the program leaves it as it is and does
    /// without what only it tells (docs/decisions/pages-as-published.md).
    pub fn is_published(self) -> bool {
        is_published(&self.path())
    }

    /// The address below the site's root, without a leading slash.
    pub fn path(self) -> String {
        match self {
            Self::Directory => String::new(),
            Self::Part(Part { parameter, id }) => format!("{parameter}/{id}/"),
            Self::Folder(folder) => format!("{folder}/"),
            Self::Member(member) => format!("members/{}/", member.slug),
            Self::Events => "events/".to_owned(),
            Self::Event(event) => format!("events/{}/", event.id),
            Self::Contacts => "contacts/".to_owned(),
            Self::Network => "network/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Sources(SourceScope::Facts) => "sources/".to_owned(),
            Self::Sources(SourceScope::Events) => "sources/events/".to_owned(),
            Self::Sources(SourceScope::Contacts) => "sources/contacts/".to_owned(),
        }
    }
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Here {
    /// The folder of the site in the reader's language, `/` at its end: that of
    /// the site for the network's own language, in it one for each other.
    home: StoredValue<String>,
    /// The folders of other languages in it.
    others: StoredValue<Vec<String>>,
    /// Whether the home is such a folder.
    is_inside: bool,
    /// The present address below the home, with what it asks for.
    address: RwSignal<String>,
    /// The present address below the home, without what it asks for.
    pub path: Memo<String>,
    /// What the address asks for.
    pub query: Memo<Query>,
}

impl Here {
    /// Begins at `address`, such as `/members/chad/?q=n`, of the site in the
    /// folder `root`, and follows the reader from there. Of the `languages`
    /// of the site the reader's is `language`.
    pub fn provide(root: String, languages: &[String], language: &str, address: &str) -> Self {
        let is_inside = languages.first().is_some_and(|own| own != language);
        let (home, others) = if is_inside {
            (format!("{root}{language}/"), Vec::new())
        } else {
            let others = languages.iter().skip(1);
            let others = others.map(|other| format!("{root}{other}/"));
            let others = others.collect();
            (root, others)
        };
        let address = RwSignal::new(below(&home, address).to_owned());
        let path = Memo::new(move |_| {
            let address = address.read();
            let path = address.split('?').next().unwrap_or_default();
            // Some readers, and some servers, name the file.
            path.strip_suffix("index.html").unwrap_or(path).to_owned()
        });
        let query = Memo::new(move |_| {
            let address = address.read();
            let asked = address.split_once('?').map_or("", |(_, asked)| asked);
            match chosen_by(&path.read()) {
                Some(choice) => Query::parse(&format!("{choice}&{asked}")),
                None => Query::parse(asked),
            }
        });
        let here = Self {
            home: StoredValue::new(home),
            others: StoredValue::new(others),
            is_inside,
            address,
            path,
            query,
        };
        provide_context(here);
        here
    }

    /// Whether the program can go to an address of the host by itself: it
    /// belongs to the site in the reader's language, and neither it nor the
    /// present page is read as it was published. Contacts are arranged by the
    /// program, but only it has them where they were published.
    pub fn leads_to(self, address: &str) -> bool {
        let others = self.others.read_value();
        let mut others = others.iter();
        let home = self.home.read_value();
        let (there, here) = (below(&home, address), self.path.read_untracked());
        let there = there.split('?').next().unwrap_or_default();
        let is_contacts = |path: &str| path == CONTACTS;
        address.starts_with(home.as_str())
            && !others.any(|other| address.starts_with(other.as_str()))
            && !is_published(there)
            && !is_published(&here)
            && is_contacts(there) == is_contacts(&here)
    }

    /// Follows an address of the site.
    pub fn arrive(self, address: &str) {
        let address = below(&self.home.read_value(), address).to_owned();
        self.address.set(address);
    }

    /// The page that the reader is on; the addresses of regions and
    /// folders are the directory.
    pub fn page(self, directory: &'static Directory) -> Option<Page> {
        match Page::at(&self.path.read(), directory)? {
            Page::Part(_) | Page::Folder(_) => Some(Page::Directory),
            page => Some(page),
        }
    }

    /// The link to `page` showing `query`. Until the program runs, a link that
    /// chooses one region leads to the page of that region.
    pub fn to(self, page: Page, query: &Query) -> String {
        let text = query.to_string();
        let mut link = self.to_home() + &page.path();
        if cfg!(not(target_arch = "wasm32"))
            && page == Page::Directory
            && let Some((parameter @ (REGION | SUB_REGION), id)) = text.split_once('=')
            && !id.contains(['&', ',', '%'])
        {
            return format!("{link}{parameter}/{id}/");
        }
        if link.is_empty() {
            link.push_str("./");
        }
        with_query(link, &text)
    }

    /// The link that marks an event on the time line, in the list and on the
    /// map. Until the program runs it leads to the event's page.
    pub fn to_event(self, event: &'static Event, query: &Query) -> String {
        if cfg!(target_arch = "wasm32") {
            self.to(Page::Events, &query.selecting_event(&event.id))
        } else {
            self.to(Page::Event(event), &Query::default())
        }
    }

    /// The link that marks a member in list and map. Until the program runs
    /// nothing can be marked, and the link leads to the member's page.
    pub fn to_selection(self, member: &'static Member, query: &Query) -> String {
        if cfg!(target_arch = "wasm32") {
            self.to(Page::Directory, &query.selecting(&member.id))
        } else {
            self.to(Page::Member(member), query)
        }
    }

    /// The link to what the site says of a source.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn to_source(self, source: &Source) -> String {
        let page = self.to(Page::Sources(source.scope), &Query::default());
        format!("{page}#{}", source.id)
    }

    /// A link to a file of the site, such as `data/members.json`.
    pub fn file(self, path: &str) -> String {
        let to_root = self.to_root();
        let to_root = if to_root.is_empty() { "./" } else { &to_root };
        format!("{to_root}{path}")
    }

    /// A link to a file of the site in the reader's language, such as a calendar.
    pub fn home_file(self, path: &str) -> String {
        let to_home = self.to_home();
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

    /// From the present page to the first one in its language: empty, or `../`
    /// for each level.
    fn to_home(self) -> String {
        "../".repeat(self.path.read().matches('/').count())
    }

    /// From the present page to the site's folder.
    fn to_root(self) -> String {
        let to_home = self.to_home();
        if self.is_inside {
            to_home + "../"
        } else {
            to_home
        }
    }

    /// The page whose filters, search and views the reader has before them: the
    /// events, the contacts, or else the directory.
    pub fn listing(self) -> Page {
        match self.path.read().as_str() {
            path if path.starts_with("events") => Page::Events,
            CONTACTS => Page::Contacts,
            _ => Page::Directory,
        }
    }

    /// Goes to another view of the directory or of the events, for what no link
    /// can do: typing, moving the map.
    pub fn go(self, query: &Query, step: Step) {
        let listing = untrack(|| self.listing());
        let address = self.home.get_value() + &listing.path();
        let address = with_query(address, &query.to_string());
        browser::remember(&address, step == Step::Replace);
        self.arrive(&address);
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

/// Whether the page at an address below the home is read as it was published.
fn is_published(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    match path.trim_matches('/') {
        "network" | "data" | "sources" => true,
        path => ["events/", "members/", "sources/"]
            .iter()
            .any(|folder| path.starts_with(folder)),
    }
}

/// What stands behind the home; a page that does not exist where it is not in it.
fn below<'a>(home: &str, address: &'a str) -> &'a str {
    address.strip_prefix(home).unwrap_or(address)
}

/// What the folder of a region chooses, as a parameter says it: `region=africa`.
fn chosen_by(path: &str) -> Option<String> {
    let (parameter, id) = path.trim_end_matches('/').split_once('/')?;
    matches!(parameter, REGION | SUB_REGION).then(|| format!("{parameter}={id}"))
}

/// `path` with the query behind it, if there is one.
fn with_query(path: String, query: &str) -> String {
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}
