//! Pages as text, for readers and machines that come without the program.

mod picture;

use directory::Directory;

use crate::Site;
use crate::address::Page;
use crate::app::app;
use crate::prelude::*;

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
    let directory = site.directory;
    match directory.language() {
        own if own == directory.own_language() => written_at(site, &format!("/{}", page.path())),
        other => written_at(site, &format!("/{other}/{}", page.path())),
    }
}

/// What stands at an address of the host's root, such as `/?region=africa`.
pub fn written_at(site: &'static Site, address: &str) -> Written {
    Owner::new().with(|| {
        let head = Head::provide();
        let mut html = String::new();
        app(site, "/".to_owned(), address).write_html(&mut html);
        Written {
            title: head.title.get_value(),
            description: head.description.get_value(),
            html,
        }
    })
}

/// All outlines in their colours as an SVG file; none without map.json.
pub fn map_picture(directory: &'static Directory) -> Option<String> {
    let map = directory.map.get()?;
    let mut svg = String::new();
    picture::whole(directory, map).write(&mut svg);
    Some(svg)
}
