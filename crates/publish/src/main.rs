//! Makes the site that any host can serve from the browser build and the data.
//!
//! Every page as HTML, from the routes and the data, so that none can be
//! forgotten, and from the same components as in the browser; every file that
//! they need under a name made from its content; headers, pictures, the list
//! of what is read without a network, an archive, compressed copies.
#![expect(clippy::print_stdout, reason = "it tells what it has made")]

mod archive;
mod base_url;
mod cache;
mod calendars;
mod citation_file;
mod client_files;
mod compress;
mod contacts;
mod data_files;
mod data_package;
mod database;
mod dev;
mod downloads;
mod edition_files;
mod editions;
mod embeds;
mod feeds;
mod files;
mod hosting;
mod json_ld;
mod localizations;
mod manifest;
mod offline;
mod pack;
mod page_urls;
mod pages;
mod pictures;
mod policy;
mod robots;
mod scripts;
mod shared_files;
mod sitemap;
mod snapshot;
mod styles;
mod template;
mod theme_css;
mod workbook;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
use clap::Parser;
use hemicycle::MAP_SVG;

use base_url::BaseUrl;
use cache::Cache;
use files::Files;
use shared_files::SharedFiles;

/// What is published, and where.
#[derive(Debug, Parser)]
struct Options {
    /// What trunk made: the program and its icon
    #[arg(long, value_name = "FOLDER")]
    program: PathBuf,
    /// The data files
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    /// The catalogues of the languages
    #[arg(long, value_name = "FOLDER")]
    locales: PathBuf,
    /// Editions to carry along: a folder for each, named by its number
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// The style sheets
    #[arg(long, value_name = "FOLDER")]
    styles: PathBuf,
    /// The folder to make; what is in it is removed
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Where the site will stand; without it no address is absolute, and there
    /// is no sitemap
    #[arg(long, value_name = "URL")]
    site_url: Option<String>,
    /// Write no compressed copies and no packs, and do not compress the archive
    #[arg(long)]
    uncompressed: bool,
    /// Write no site, but add what trunk's page needs to what trunk made, under
    /// plain names; `--out` is a folder for what that leaves behind
    #[arg(long)]
    dev: bool,
}

fn main() -> Result<()> {
    let options = Options::parse();
    if options.dev {
        return dev::write(&options);
    }
    let mut timings = Vec::new();
    publish(&options, |made, start| {
        let seconds = start.elapsed().as_secs_f64();
        timings.push(format!("{made} in {seconds:.1} s"));
    })?;
    println!("{}", timings.join(", "));
    Ok(())
}

/// Writes the whole site; calls `report` with what has been made and the time
/// at which that began.
fn publish(options: &Options, mut report: impl FnMut(&str, Instant)) -> Result<()> {
    let editions = editions::read(&options.data, options.keep.as_deref())?;
    let localizations = localizations::read(&editions, &options.locales)?;
    let directory = localizations[0].site.directory;
    let base_url = BaseUrl::new(options.site_url.clone())?;
    let mut files = Files::new(&options.out)?;
    let cache = Cache::for_site(&options.out)?;

    // What a reader has without a network.
    data_files::write(&options.data, &localizations, &mut files)?;
    let mut client_files = client_files::write(
        &options.program,
        &options.data,
        &localizations,
        &base_url,
        &mut files,
    )?;
    client_files.extend(edition_files::write(
        &editions,
        &localizations,
        &base_url,
        &mut files,
    )?);
    let shared = SharedFiles::write(
        &options.program,
        &options.styles,
        &directory.network,
        &client_files,
        &mut files,
    )?;
    let map = client_files.iter().find(|file| file.name == MAP_SVG);
    let start = Instant::now();
    let mut count = 0;
    for localization in &localizations {
        count += pages::write(
            localization,
            &localizations,
            &shared,
            map.map(|map| &map.asset),
            &base_url,
            &mut files,
        )?;
        let manifest = manifest::json(localization, &shared.app_icons);
        files.write(&localization.at(manifest::PATH), format!("{manifest:#}\n"))?;
    }
    report(&format!("{count} pages"), start);
    files.write(
        "404.html",
        template::not_found_html(&localizations, &base_url)?,
    )?;
    files.write("not-saved.html", template::not_saved_html(&localizations)?)?;
    let start = Instant::now();
    let packing = (!options.uncompressed).then_some(&cache);
    offline::write(&localizations, &client_files, packing, &mut files)?;
    report("packs", start);

    // What other programs and hosts read.
    let start = Instant::now();
    let mut count = 0;
    for localization in &localizations {
        count += calendars::write(localization, &base_url, &mut files)?;
        feeds::write(localization, &base_url, &mut files)?;
        contacts::write(localization, &base_url, &mut files)?;
    }
    data_package::write(&localizations, &client_files, &mut files)?;
    report(&format!("{count} calendars"), start);
    let start = Instant::now();
    downloads::write(&localizations, &mut files)?;
    report("downloads", start);
    let start = Instant::now();
    pages::write_previews(directory, &cache, &mut files)?;
    report("pictures", start);
    files.write("robots.txt", robots::text(&base_url))?;
    files.write(
        citation_file::PATH,
        citation_file::text(directory, &base_url),
    )?;
    if let Some(sitemap) = sitemap::xml(&localizations, &base_url) {
        files.write("sitemap.xml", sitemap)?;
    }
    let start = Instant::now();
    let map = map.map(|map| &map.asset);
    let count = embeds::write(
        &localizations,
        &options.styles,
        &shared,
        map,
        &base_url,
        &mut files,
    )?;
    report(&format!("{count} pages for frames"), start);
    hosting::write(&localizations, &mut files)?;

    // Copies of all that.
    let start = Instant::now();
    let archive = format!("{}.zip", directory.network.id);
    if options.uncompressed {
        archive::write(files.folder(), &archive, None)?;
    } else {
        archive::write(files.folder(), &archive, Some(&cache))?;
        compress::write(files.folder(), &cache)?;
        // Only here has everything been asked for.
        cache.prune()?;
    }
    report("copies", start);
    Ok(())
}

#[cfg(test)]
mod tests;
