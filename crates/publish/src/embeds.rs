//! What others show of the site in a frame, the page that gives the code for
//! it, and oEmbed (oembed.com), by which programs find it (docs/decisions/embeds.md).
//!
//! They are written after the lists of the service worker, which keeps none of
//! them: they belong to the pages of others.

use std::path::Path;

use anyhow::Result;
use askama::Template;
use directory::Catalogue;
use hemicycle::{EMBED_FOLDER, Embed, MAP_SVG, Page, RenderedPage, render_builder, render_embed};
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::base_url::{BaseUrl, relative};
use crate::files::{Asset, Files};
use crate::localizations::Localization;
use crate::policy::{ADDRESS_SCRIPT, POLICY};
use crate::shared_files::SharedFiles;
use crate::{scripts, styles, template};

/// The name of what tells programs of a frame, beside what it shows.
const OEMBED: &str = "oembed.json";

/// Seconds for which programs may keep that: a day.
const OEMBED_AGE: u32 = 86_400;

/// What all frames share.
struct EmbedFiles<'a> {
    styles: Asset,
    script: Asset,
    builder_script: Asset,
    shared: &'a SharedFiles,
    map: Option<&'a Asset>,
    base_url: &'a BaseUrl,
}

/// Writes all of it in every language; gives the number of pages.
///
/// # Errors
/// One cannot be written.
pub fn write(
    localizations: &[Localization],
    sheets: &Path,
    shared: &SharedFiles,
    map: Option<&Asset>,
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<usize> {
    let network = &localizations[0].site.directory.network;
    let embed_files = EmbedFiles {
        styles: files.asset("embed.css", styles::of_embeds(sheets, network)?)?,
        script: files.asset("embed.js", scripts::EMBED)?,
        builder_script: files.asset("embed-builder.js", scripts::EMBED_BUILDER)?,
        shared,
        map,
        base_url,
    };
    let mut count = 0;
    for localization in localizations {
        let embeds: Vec<Embed> = Embed::all(localization.site.directory).collect();
        let htmls = embeds
            .par_iter()
            .map(|&embed| embed_files.html(localization, embed));
        let htmls: Vec<Result<(RenderedPage, String)>> = htmls.collect();
        for (embed, html) in embeds.into_iter().zip(htmls) {
            let (page, html) = html?;
            files.write(&address_of(localization, embed), html)?;
            if let Some(address) = oembed_address(localization, embed, base_url) {
                let oembed = oembed(localization, embed, &page.title, base_url);
                files.write(&address, format!("{oembed:#}\n"))?;
            }
            count += 1;
        }
        files.write(
            &localization.at(EMBED_FOLDER),
            embed_files.builder_html(localization)?,
        )?;
        count += 1;
    }
    Ok(count)
}

/// Where a frame's page is, below the site's folder.
fn address_of(localization: &Localization, embed: Embed) -> String {
    localization.at(&embed.path(localization.site.directory))
}

/// Where programs are told of a frame; nowhere while the site does not know its
/// own address, since they take absolute ones alone.
fn oembed_address(localization: &Localization, embed: Embed, base_url: &BaseUrl) -> Option<String> {
    let folder = address_of(localization, embed);
    base_url.is_known().then(|| folder + OEMBED)
}

/// Where programs are told what shows a part of `page`.
pub fn oembed_of(localization: &Localization, page: Page, base_url: &BaseUrl) -> Option<String> {
    let embed = Embed::of(page, localization.site.directory)?;
    oembed_address(localization, embed, base_url)
}

/// oEmbed 1.0, section 2.3.4: the type "rich".
fn oembed(localization: &Localization, embed: Embed, title: &str, base_url: &BaseUrl) -> Value {
    let directory = localization.site.directory;
    let [width, height] = embed.size();
    let address = base_url.link(&address_of(localization, embed), "");
    let escaped = title.replace('&', "&amp;").replace('"', "&quot;");
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": directory.network.short_names.get(directory.language()),
        "provider_url": base_url.link(&localization.folder, ""),
        "cache_age": OEMBED_AGE,
        "width": width,
        "height": height,
        "html": format!(
            "<iframe src=\"{address}\" title=\"{escaped}\" width=\"{width}\" height=\"{height}\" \
             style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>"
        ),
    })
}

impl EmbedFiles<'_> {
    fn html(&self, localization: &Localization, embed: Embed) -> Result<(RenderedPage, String)> {
        let directory = localization.site.directory;
        let mut page = render_embed(localization.site, embed);
        if let Some(map) = self.map {
            page.html = page.html.replace(MAP_SVG, &map.address);
        }
        let html = template::document(&EmbedTemplate {
            page: &page,
            words: localization.words(),
            address: &address_of(localization, embed),
            canonical: &localization.address(embed.page(directory)),
            is_framed: true,
            style_sheets: &[&self.styles],
            script: &self.script,
            icon: &self.shared.icon,
            map: self.map,
            base_url: self.base_url,
        })?;
        Ok((page, html))
    }

    fn builder_html(&self, localization: &Localization) -> Result<String> {
        let address = localization.at(EMBED_FOLDER);
        template::document(&EmbedTemplate {
            page: &render_builder(localization.site),
            words: localization.words(),
            address: &address,
            canonical: &address,
            is_framed: false,
            style_sheets: &[&self.shared.main_styles, &self.shared.document_styles],
            script: &self.builder_script,
            icon: &self.shared.icon,
            map: None,
            base_url: self.base_url,
        })
    }
}

/// A page without the program.
#[derive(Template)]
#[template(path = "embed.html")]
struct EmbedTemplate<'a> {
    page: &'a RenderedPage,
    words: &'a Catalogue,
    /// Its own address, below the site's folder.
    address: &'a str,
    /// The page that it shows a part of, or its own.
    canonical: &'a str,
    is_framed: bool,
    style_sheets: &'a [&'a Asset],
    script: &'a Asset,
    icon: &'a Asset,
    /// The picture of the map, which the script makes outlines of.
    map: Option<&'a Asset>,
    base_url: &'a BaseUrl,
}

impl EmbedTemplate<'_> {
    /// A link to a file that the page needs.
    fn file(&self, file: &Asset) -> String {
        relative(&file.address, self.address)
    }

    /// What the script says, and the hash of the picture that it fetches.
    fn said(&self) -> Value {
        let words = self.words;
        json!({
            "unknownOption": words.embed_unknown_option("{name}"),
            "nearestOption": words.embed_nearest_option("{name}", "{nearest}"),
            "unknownValue": words.embed_unknown_value("{value}", "{name}", "{nearest}"),
            "known": words.embed_known("{values}"),
            "separator": words.list_separator(),
            "named": words.list_named("{name}", "{text}"),
            "none": words.embed_none(),
            "map": self.map.map(|map| &map.integrity),
        })
    }
}

#[cfg(test)]
mod tests;
