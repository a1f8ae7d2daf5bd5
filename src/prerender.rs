//! Pages as text, for readers and machines that come without the program.

use directory::Directory;
use directory::model::Map;
use leptos::prelude::*;

use crate::Site;
use crate::address::Page;
use crate::app::App;
use crate::documents::embeds::{self, EMBED_FOLDER, Embed};
use crate::documents::map_svg;
use crate::head::Head;
use crate::navigation::Here;

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
    render_at(site, &address_of(site.directory, &page.path()))
}

/// What stands at an address of the host's root, such as `/?region=africa`.
pub fn render_at(site: &'static Site, address: &str) -> RenderedPage {
    let (root, address) = ("/".to_owned(), address.to_owned());
    render_view(move || view! { <App site root address /> })
}

/// What stands in a frame on the page of another.
pub fn render_embed(site: &'static Site, embed: Embed) -> RenderedPage {
    let directory = site.directory;
    let address = address_of(directory, &embed.path(directory));
    render_view(move || {
        provide_place(directory, &address);
        embeds::embed(site, embed)
    })
}

/// The page that gives the code for such frames.
pub fn render_builder(site: &'static Site) -> RenderedPage {
    let directory = site.directory;
    let address = address_of(directory, EMBED_FOLDER);
    render_view(move || {
        provide_place(directory, &address);
        embeds::builder(site)
    })
}

/// What views outside of the app ask for.
fn provide_place(directory: &'static Directory, address: &str) {
    Here::provide("/".to_owned(), directory, address);
    Head::provide();
}

/// An address below the home of a language, on a host at whose root the site is.
fn address_of(directory: &Directory, path: &str) -> String {
    match directory.language() {
        own if own == directory.own_language() => format!("/{path}"),
        other => format!("/{other}/{path}"),
    }
}

/// The page that a view is.
fn render_view<V: IntoView>(view: impl FnOnce() -> V) -> RenderedPage {
    Owner::new().with(|| {
        let html = html_of(view());
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
