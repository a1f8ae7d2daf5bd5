//! Pages as text, for readers and machines that come without the program.

use directory::Directory;
use directory::model::Map;
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::app::App;
use crate::documents::map_svg;
use crate::head::Head;

mod unstyled;

/// A page, and what its head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedPage {
    /// The name of the page.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// What takes the place of the element with the id `app`.
    pub html: String,
}

/// The page as a reader first gets it: without filters or selection.
pub fn render(site: &'static Site, page: Page) -> RenderedPage {
    let directory = site.directory;
    match directory.language() {
        own if own == directory.own_language() => render_at(site, &format!("/{}", page.path())),
        other => render_at(site, &format!("/{other}/{}", page.path())),
    }
}

/// What stands at an address of the host's root, such as `/?region=africa`.
pub fn render_at(site: &'static Site, address: &str) -> RenderedPage {
    Owner::new().with(|| {
        let (root, address) = ("/".to_owned(), address.to_owned());
        let html = html_of(view! { <App site root address /> });
        let html = unstyled::without_what_needs_scripts(&html);
        let head = expect_context::<Head>();
        RenderedPage {
            title: head.title.get_value(),
            description: head.description.get_value(),
            html: unstyled::with_spaces(&html),
        }
    })
}

/// All outlines of a map in their colours, as an SVG file.
pub fn map_svg(directory: &'static Directory, map: &'static Map) -> String {
    html_of(map_svg::world(directory, map))
}

/// A view as HTML. Without the marks by which Leptos would find its places
/// again: the program takes no page over by them, and no text can hold one,
/// since `<` is escaped there.
pub fn html_of(view: impl IntoView) -> String {
    view.to_html().replace("<!>", "")
}
