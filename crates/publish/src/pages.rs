//! Every page of the site as HTML.
//!
//! Each address is a folder with its own index.html, so that any static host
//! answers it, at the root or in a sub-folder.

use anyhow::Result;
use domain::Directory;
use hemicycle::{MAP_PICTURE, Page, Site, page_at};

use crate::files::{Asset, Files};
use crate::frame::{Frame, Told};
use crate::links::Links;
use crate::pictures::Previews;
use crate::{linked, policy};

/// The folder of pictures for those who link to a page.
pub const PREVIEWS: &str = "previews";
/// The picture of pages that are not about one member.
const PREVIEW: &str = "previews/directory.png";

/// Writes every page; gives their number.
///
/// # Errors
/// One cannot be written.
pub fn write(
    site: &'static Site,
    frame: &Frame,
    map: Option<&Asset>,
    links: &Links,
    files: &mut Files,
) -> Result<usize> {
    let directory = site.directory;
    let mut count = 0;
    for page in Page::all(directory) {
        let mut written = page_at(site, page);
        if let Some(map) = map {
            written.html = written.html.replace(MAP_PICTURE, &map.address);
        }
        let told = told(directory, page, links);
        let html = frame.around(&written, directory.language(), &told, links);
        files.write(&told.address, html)?;
        count += 1;
    }
    Ok(count)
}

/// What the head of `page` says beside the page's own words.
fn told(directory: &Directory, page: Page, links: &Links) -> Told {
    let language = directory.language();
    let network = directory.network.short_names.get(language);
    let address = page.path();
    let canonical = match page {
        Page::Folder(_) => Page::Directory.path(),
        page => page.path(),
    };
    let (picture, alternative) = match page {
        Page::Member(member) => {
            let name = member.names.get(language);
            (
                preview_of(&member.slug),
                format!("{name} on a map of the members: {network}"),
            )
        }
        _ => (
            PREVIEW.to_owned(),
            format!("A map of the members: {network}"),
        ),
    };
    Told {
        address,
        canonical,
        picture,
        alternative,
        data: linked::data(directory, page, links).to_string(),
    }
}

/// Where the picture of a member is.
fn preview_of(slug: &str) -> String {
    format!("{PREVIEWS}/members/{slug}.png")
}

/// Draws the pictures that pages name for those who link to them.
///
/// # Errors
/// One cannot be drawn or written.
pub fn write_previews(directory: &Directory, files: &mut Files) -> Result<()> {
    let Some(previews) = Previews::new(directory)? else {
        return Ok(());
    };
    files.write(PREVIEW, previews.whole()?)?;
    for member in &directory.members {
        files.write(&preview_of(&member.slug), previews.of(member)?)?;
    }
    Ok(())
}

/// What a host shows for an address that does not exist.
///
/// It is shown at any depth and so knows no way to the site's folder, unless
/// that is given: it needs no other file, and its links climb towards the
/// directory.
pub fn not_found(links: &Links) -> String {
    let way = if links.are_absolute() {
        format!(r#"<a href="{}">Go to the directory</a>."#, links.to("", ""))
    } else {
        r#"To find the directory, look <a href="./">in this folder</a> or <a href="../">one folder up</a>."#
            .to_owned()
    };
    format!(
        r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    {policy}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>Page not found</title>
  </head>
  <body>
    <main>
      <h1>Page not found</h1>
      <p>Nothing stands at this address. It may have been mistyped, or the page may be gone.</p>
      <p>{way}</p>
    </main>
  </body>
</html>
"#,
        policy = policy::element()
    )
}
