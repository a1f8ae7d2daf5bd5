//! Every page of the site as HTML.
//!
//! Each address is a folder with its own index.html, so that any static host
//! answers it, at the root or in a sub-folder.

use anyhow::Result;
use directory::Directory;
use exports::feeds::Feed;
use hemicycle::{MAP_SVG, Page, render};
use rayon::prelude::*;

use crate::base_url::BaseUrl;
use crate::cache::Cache;
use crate::files::{Asset, Files};
use crate::localizations::Localization;
use crate::pictures::SocialPreviews;
use crate::shared_files::SharedFiles;
use crate::template::{Alternate, PageHead, page_html};
use crate::{embeds, json_ld, manifest};

/// The folder of pictures for those who link to a page.
pub const PREVIEWS: &str = "previews";
/// The picture of pages that are not about one member.
const PREVIEW: &str = "previews/directory.png";

/// Writes every page; gives their number.
///
/// # Errors
/// One cannot be written.
pub fn write(
    localization: &Localization,
    localizations: &[Localization],
    shared: &SharedFiles,
    map: Option<&Asset>,
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<usize> {
    let site = localization.site;
    let pages: Vec<Page> = Page::all(site.directory).collect();
    let htmls = pages.par_iter().map(|&page| {
        let mut rendered = render(site, page);
        if let Some(map) = map {
            rendered.html = rendered.html.replace(MAP_SVG, &map.address);
        }
        let head = head(localization, localizations, page, base_url);
        page_html(&rendered, &head, localization.words(), shared, base_url)
    });
    let htmls: Vec<Result<String>> = htmls.collect();
    for (page, html) in pages.iter().zip(htmls) {
        files.write(&localization.address(*page), html?)?;
    }
    Ok(pages.len())
}

/// What the head of `page` says beside the page's own words.
fn head(
    localization: &Localization,
    localizations: &[Localization],
    page: Page,
    base_url: &BaseUrl,
) -> PageHead {
    let (directory, words) = (localization.site.directory, localization.words());
    let language = directory.language();
    let network = directory.network.short_names.get(language);
    let canonical = match page {
        Page::Folder(_) => Page::Directory,
        page => page,
    };
    let alternates = localizations.iter().map(|other| (other.language(), other));
    let any = ("x-default", &localizations[0]);
    let alternates = alternates.chain([any]).filter(|_| localizations.len() > 1);
    let alternates = alternates.map(|(language, other)| Alternate {
        language: language.to_owned(),
        title: other.words().language_name().to_owned(),
        address: other.address(canonical),
    });
    let (picture, picture_text) = match page {
        Page::Member(member) => {
            let name = member.names.get(language);
            (
                preview_path(&member.slug),
                words.linked_picture_of(name, network),
            )
        }
        _ => (PREVIEW.to_owned(), words.linked_picture(network)),
    };
    PageHead {
        address: localization.address(page),
        is_published: page.is_published(),
        canonical: localization.address(canonical),
        alternates: alternates.collect(),
        feeds: feeds_of(localization, page),
        oembed: embeds::oembed_of(localization, page, base_url),
        manifest: localization.at(manifest::PATH),
        picture,
        picture_text,
        json_ld: json_ld::page_json_ld(localization, page, base_url),
    }
}

/// The feeds that a page names: those of what it tells.
fn feeds_of(localization: &Localization, page: Page) -> Vec<(String, String)> {
    let feeds: &[Feed] = match page {
        Page::Data => &[Feed::Changes, Feed::Events],
        Page::Editions | Page::Edition(_) => &[Feed::Changes],
        Page::Events => &[Feed::Events],
        _ => &[],
    };
    let directory = localization.site.directory;
    let feeds = feeds.iter();
    feeds
        .map(|feed| (feed.title(directory), localization.at(feed.path())))
        .collect()
}

/// Where the picture of a member is.
fn preview_path(slug: &str) -> String {
    format!("{PREVIEWS}/members/{slug}.png")
}

/// Draws the pictures that pages name for those who link to them.
///
/// # Errors
/// One cannot be drawn or written.
pub fn write_previews(directory: &Directory, cache: &Cache, files: &mut Files) -> Result<()> {
    let Some(previews) = SocialPreviews::new(directory, cache)? else {
        return Ok(());
    };
    files.write(PREVIEW, previews.network_preview()?)?;
    let members = directory.members.par_iter();
    let pictures: Vec<_> = members
        .map(|member| previews.member_preview(member))
        .collect();
    for (member, picture) in directory.members.iter().zip(pictures) {
        files.write(&preview_path(&member.slug), picture?)?;
    }
    Ok(())
}
