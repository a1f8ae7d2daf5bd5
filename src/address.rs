//! Between the address and [`domain::Query`]; every link of the site is made here.
//!
//! Links are relative to the page that they stand on, so that the same text
//! serves at the root of a host and in any folder.

use domain::Query;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The directory: list and map.
    Directory,
    /// A member, by its slug.
    Member(&'static str),
    /// Sources, licences and downloads.
    Data,
}

impl Page {
    /// The address below the site's root, without a leading slash.
    fn path(self) -> String {
        match self {
            Self::Directory => String::new(),
            Self::Member(slug) => format!("members/{slug}/"),
            Self::Data => "data/".to_owned(),
        }
    }
}

/// The folder of the host in which the site stands: `/` or `/some/folder/`.
#[derive(Debug, Clone)]
pub struct Root(pub String);

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Here {
    /// The folder of the site, `/` at its end.
    root: StoredValue<String>,
    /// From the present page to the site's root: empty, or `../` for each level.
    to_root: Memo<String>,
    /// The present address below the root.
    path: Memo<String>,
    /// What the address asks for.
    pub query: Memo<Query>,
}

impl Here {
    /// Reads the router; to be called once, inside it.
    pub fn provide(root: &Root) -> Self {
        let location = use_location();
        let (pathname, search) = (location.pathname, location.search);
        let root = root.0.clone();
        let folder = StoredValue::new(root.clone());
        let path = Memo::new(move |_| {
            pathname
                .read()
                .strip_prefix(root.as_str())
                .unwrap_or_default()
                .to_owned()
        });
        let to_root = Memo::new(move |_| "../".repeat(path.read().matches('/').count()));
        let query = Memo::new(move |_| Query::parse(&search.read()));
        let here = Self {
            root: folder,
            to_root,
            path,
            query,
        };
        provide_context(here);
        here
    }

    /// Whether the reader is on `page`.
    pub fn current_is(self, page: Page) -> bool {
        self.path.read().trim_end_matches('/') == page.path().trim_end_matches('/')
    }

    /// The link to `page` showing `query`.
    pub fn to(self, page: Page, query: &Query) -> String {
        let path = format!("{}{}", self.to_root.read(), page.path());
        let path = if path.is_empty() {
            "./".to_owned()
        } else {
            path
        };
        with_query(path, query)
    }

    /// A link to a file of the site, such as `data/members.json`.
    pub fn file(self, path: &str) -> String {
        let to_root = self.to_root.read();
        let to_root = if to_root.is_empty() { "./" } else { &to_root };
        format!("{to_root}{path}")
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

/// Goes to another view of the directory, for what no link can do: typing,
/// moving the map.
pub fn use_go() -> impl Fn(&Query, Step) + Clone + 'static {
    let navigate = use_navigate();
    let root = use_here().root;
    move |query, step| {
        let options = NavigateOptions {
            // Resolving would take away the slash at the folder's end, on
            // which relative links rest.
            resolve: false,
            replace: step == Step::Replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&with_query(root.get_value(), query), options);
    }
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
