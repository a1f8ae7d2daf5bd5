//! Every page of the site as HTML.
//!
//! Each address is a folder with its own index.html, so that any static host
//! answers it, at the root or in a sub-folder.

use anyhow::Result;
use directory::Directory;
use exports::feeds::Feed;
use hemicycle::{MAP_PICTURE, Page, page_at};

use crate::editions::Edition;
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
    edition: &Edition,
    editions: &[Edition],
    frame: &Frame,
    map: Option<&Asset>,
    links: &Links,
    files: &mut Files,
) -> Result<usize> {
    let site = edition.site;
    let mut count = 0;
    for page in Page::all(site.directory) {
        let mut written = page_at(site, page);
        if let Some(map) = map {
            written.html = written.html.replace(MAP_PICTURE, &map.address);
        }
        let told = told(edition, editions, page, links);
        let html = frame.around(&written, edition, &told, links);
        files.write(&told.address, html)?;
        count += 1;
    }
    Ok(count)
}

/// What the head of `page` says beside the page's own words.
fn told(edition: &Edition, editions: &[Edition], page: Page, links: &Links) -> Told {
    let (directory, words) = (edition.site.directory, edition.words());
    let language = directory.language();
    let network = directory.network.short_names.get(language);
    let canonical = match page {
        Page::Folder(_) => Page::Directory,
        page => page,
    };
    let others = editions
        .iter()
        .map(|other| (other.language().to_owned(), other.address(canonical)));
    let any = ("x-default".to_owned(), editions[0].address(canonical));
    let others = others.chain([any]).filter(|_| editions.len() > 1);
    let (picture, alternative) = match page {
        Page::Member(member) => {
            let name = member.names.get(language);
            (
                preview_of(&member.slug),
                words.linked_picture_of(name, network),
            )
        }
        _ => (PREVIEW.to_owned(), words.linked_picture(network)),
    };
    Told {
        address: edition.address(page),
        is_published: page.is_published(),
        canonical: edition.address(canonical),
        others: others.collect(),
        feeds: feeds_of(edition, page),
        picture,
        alternative,
        data: linked::data(edition, page, links).to_string(),
    }
}

/// The feeds that a page names: those of what it tells.
fn feeds_of(edition: &Edition, page: Page) -> Vec<(String, String)> {
    let feeds: &[Feed] = match page {
        Page::Data => &[Feed::Changes, Feed::Events],
        Page::Events => &[Feed::Events],
        _ => &[],
    };
    let directory = edition.site.directory;
    let feeds = feeds.iter();
    feeds
        .map(|feed| (feed.title(directory), edition.at(feed.path())))
        .collect()
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

/// What a host shows for an address that does not exist, in every language.
///
/// It is shown at any depth and so knows no way to the site's folder, unless
/// that is given: it needs no other file, and its links climb towards the
/// directory.
pub fn not_found(editions: &[Edition], links: &Links) -> String {
    let own = editions[0].words();
    let parts = editions.iter().map(|edition| {
        let words = edition.words();
        let way = if links.are_absolute() {
            let directory = links.to(&edition.folder, "");
            format!(r#"<a href="{directory}">{}</a>"#, words.not_found_back())
        } else {
            format!(
                r#"{} <a href="./">{}</a> · <a href="../">{}</a>"#,
                words.not_found_look(),
                words.not_found_here(),
                words.not_found_up()
            )
        };
        format!(
            r#"
      <section lang="{}" dir="{}">
        <h2>{}</h2>
        <p>{}</p>
        <p>{way}</p>
      </section>"#,
            words.language_code(),
            words.language_direction(),
            words.not_found_heading(),
            words.not_found_text(),
        )
    });
    format!(
        r#"<!doctype html>
<html lang="{language}" dir="{direction}">
  <head>
    <meta charset="utf-8">
    {policy}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>{title}</title>
  </head>
  <body>
    <main>
      <h1>404</h1>{parts}
    </main>
  </body>
</html>
"#,
        policy = policy::element(),
        language = own.language_code(),
        direction = own.language_direction(),
        title = own.not_found_title(),
        parts = parts.collect::<String>(),
    )
}
