//! Pages as text, for readers and machines that come without the program.

mod picture;

use domain::Directory;
use leptos::prelude::*;

use crate::address::Page;
use crate::{App, Site};

/// The file with the picture of the map, in the site's folder.
pub const MAP_PICTURE: &str = crate::map::picture::FILE;

/// A page, and what its head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The name of the page.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// What takes the place of the element with the id `app`.
    pub html: String,
}

/// What the page inside the present owner tells of itself.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    title: StoredValue<String>,
    description: StoredValue<String>,
}

impl Head {
    fn provide() -> Self {
        let head = Self {
            title: StoredValue::new(String::new()),
            description: StoredValue::new(String::new()),
        };
        provide_context(head);
        head
    }

    /// Notes it, where a page is being written.
    pub(crate) fn tell(title: String, description: &str) {
        if let Some(head) = use_context::<Self>() {
            head.title.set_value(title);
            head.description.set_value(description.to_owned());
        }
    }
}

/// The page as a reader first gets it: without filters or selection.
pub fn page_at(site: &'static Site, page: Page) -> Written {
    Owner::new().with(|| {
        let head = Head::provide();
        let directory = site.directory;
        let address = match directory.language() {
            own if own == directory.own_language() => format!("/{}", page.path()),
            other => format!("/{other}/{}", page.path()),
        };
        let html = view! { <App site address /> }.to_html();
        Written {
            title: head.title.get_value(),
            description: head.description.get_value(),
            html,
        }
    })
}

/// All outlines in their colours as an SVG file; none without map.json.
pub fn map_picture(directory: &'static Directory) -> Option<String> {
    let map = directory.map.as_ref()?;
    let mut svg = String::new();
    picture::whole(directory, map).write(&mut svg);
    Some(svg)
}
