//! Between the address and [`domain::Query`]; every link of the site is made here.
//!
//! Links are relative to the page that they stand on, so that the same text
//! serves at the root of a host and in any folder.

use domain::directory::Member;
use domain::{Directory, Query};
use leptos::prelude::*;

use crate::browser;

/// A page of the site.
#[derive(Clone, Copy)]
pub enum Page {
    /// The directory: list and map.
    Directory,
    /// A member.
    Member(&'static Member),
    /// Sources, licences and downloads.
    Data,
}

impl Page {
    /// The page at an address below the site's root, if there is one.
    pub fn at(path: &str, directory: &'static Directory) -> Option<Self> {
        match path.trim_end_matches('/') {
            "" => Some(Self::Directory),
            "data" => Some(Self::Data),
            path => {
                let slug = path.strip_prefix("members/")?;
                directory.member_at(slug).map(Self::Member)
            }
        }
    }

    /// The address below the site's root, without a leading slash.
    pub fn path(self) -> String {
        match self {
            Self::Directory => String::new(),
            Self::Member(member) => format!("members/{}/", member.slug),
            Self::Data => "data/".to_owned(),
        }
    }
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Here {
    /// The folder of the site, `/` at its end.
    root: StoredValue<String>,
    /// The present address below the root, with what it asks for.
    address: RwSignal<String>,
    /// The present address below the root, without what it asks for.
    pub path: Memo<String>,
    /// What the address asks for.
    pub query: Memo<Query>,
}

impl Here {
    /// Begins at `address`, such as `/members/chad/?q=n`, of the site in the
    /// folder `root`, and follows the reader from there.
    pub fn provide(root: String, address: &str) -> Self {
        let address = RwSignal::new(below(&root, address).to_owned());
        let path = Memo::new(move |_| {
            let address = address.read();
            address.split('?').next().unwrap_or_default().to_owned()
        });
        let query = Memo::new(move |_| {
            let address = address.read();
            Query::parse(address.split_once('?').map_or("", |(_, query)| query))
        });
        let here = Self {
            root: StoredValue::new(root),
            address,
            path,
            query,
        };
        provide_context(here);
        here
    }

    /// Follows an address of the host; tells whether it belongs to the site.
    pub fn arrive(self, address: &str) -> bool {
        let root = self.root.read_value();
        let ours = address.starts_with(root.as_str());
        if ours {
            self.address.set(below(&root, address).to_owned());
        }
        ours
    }

    /// Whether the reader is on `page`.
    pub fn current_is(self, page: Page) -> bool {
        self.path.read().trim_end_matches('/') == page.path().trim_end_matches('/')
    }

    /// The link to `page` showing `query`.
    pub fn to(self, page: Page, query: &Query) -> String {
        let link = self.to_root() + &page.path();
        with_query(
            if link.is_empty() {
                "./".to_owned()
            } else {
                link
            },
            query,
        )
    }

    /// A link to a file of the site, such as `data/members.json`.
    pub fn file(self, path: &str) -> String {
        let to_root = self.to_root();
        let to_root = if to_root.is_empty() { "./" } else { &to_root };
        format!("{to_root}{path}")
    }

    /// From the present page to the site's root: empty, or `../` for each level.
    fn to_root(self) -> String {
        "../".repeat(self.path.read().matches('/').count())
    }

    /// Goes to another view of the directory, for what no link can do: typing,
    /// moving the map.
    pub fn go(self, query: &Query, step: Step) {
        let address = with_query(self.root.get_value(), query);
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

/// What stands behind the root; a page that does not exist where it is not in it.
fn below<'a>(root: &str, address: &'a str) -> &'a str {
    address.strip_prefix(root).unwrap_or(address)
}

/// `path` with the query behind it, if there is one.
fn with_query(path: String, query: &Query) -> String {
    let query = query.to_string();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    }
}
