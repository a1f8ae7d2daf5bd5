//! Makes the site that any host can serve from the browser build and the data.
//!
//! Every page as HTML, from the routes and the data, so that none can be
//! forgotten, and from the same components as in the browser; every file that
//! they need under a name made from its content; headers, pictures, the list
//! of what is read without a network, an archive, compressed copies.
#![expect(clippy::print_stdout, reason = "it tells what it has made")]

mod archive;
mod base_url;
mod calendars;
mod compress;
mod contacts;
mod editions;
mod feeds;
mod files;
mod hosting;
mod json_ld;
mod manifest;
mod page_urls;
mod pages;
mod pictures;
mod policy;
mod robots;
mod scripts;
mod sitemap;
mod snapshot;
mod template;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Parser;
use editing::FILES;
use exports::formats::{FORMATS, Format};
use hemicycle::{MAP_PICTURE, map_picture};

use base_url::BaseUrl;
use editions::Edition;
use files::{Asset, Files};
use page_urls::EditionUrls;
use scripts::Fetched;
use template::SharedFiles;

/// What is published, and where.
#[derive(Debug, Parser)]
struct Options {
    /// What trunk made: index.html, the program, its style sheet
    #[arg(long, value_name = "FOLDER")]
    program: PathBuf,
    /// The data files
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    /// The catalogues of the languages
    #[arg(long, value_name = "FOLDER")]
    locales: PathBuf,
    /// The folder to make; what is in it is removed
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Where the site will stand; without it no address is absolute, and there
    /// is no sitemap
    #[arg(long, value_name = "URL")]
    site_url: Option<String>,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let mut took = Vec::new();
    publish(&options, |what, since| {
        took.push(format!("{what} in {:.1} s", since.elapsed().as_secs_f64()));
    })?;
    println!("{}", took.join(", "));
    Ok(())
}

/// Writes all of it; tells what is made, and since when.
fn publish(options: &Options, mut tell: impl FnMut(&str, Instant)) -> Result<()> {
    let editions = editions::read(&options.data, &options.locales)?;
    let base_url = BaseUrl::new(options.site_url.clone())?;
    let mut files = Files::new(&options.out)?;
    let own = &editions[0];
    let directory = own.site.directory;

    let mut fetched = fetched(options, &editions, &base_url, &mut files)?;
    let map = match map_picture(directory) {
        Some(picture) => Some(files.asset(MAP_PICTURE, picture)?),
        None => None,
    };
    let (shared, icons) = shared_files(&options.program, &mut fetched, &mut files)?;
    let start = Instant::now();
    let mut count = 0;
    for edition in &editions {
        count += pages::write(
            edition,
            &editions,
            &shared,
            map.as_ref(),
            &base_url,
            &mut files,
        )?;
        let manifest = manifest::json(edition, &icons);
        files.write(&edition.at(manifest::PATH), format!("{manifest:#}\n"))?;
    }
    tell(&format!("{count} pages"), start);
    files.write("404.html", template::not_found_html(&editions, &base_url)?)?;

    // What a reader has without a network; what follows is for others.
    let worker = scripts::worker(&editions, &fetched, &mut files)?;
    files.write("sw.js", worker)?;
    files.write("sw-off.js", scripts::WORKER_OFF)?;
    let start = Instant::now();
    let mut count = 0;
    for edition in &editions {
        count += calendars::write(edition, &base_url, &mut files)?;
        feeds::write(edition, &base_url, &mut files)?;
        contacts::write(edition, &base_url, &mut files)?;
    }
    tell(&format!("{count} calendars"), start);
    let start = Instant::now();
    pages::write_previews(directory, &mut files)?;
    tell("pictures", start);
    files.write("robots.txt", robots::text(&base_url))?;
    if let Some(sitemap) = sitemap::xml(&editions, &base_url) {
        files.write("sitemap.xml", sitemap)?;
    }
    hosting::write(&mut files)?;
    let start = Instant::now();
    archive::write(files.folder(), &format!("{}.zip", directory.network.id))?;
    compress::write(files.folder())?;
    tell("compressed", start);
    Ok(())
}

/// Writes what the program fetches, and for people every data file under its
/// own name, which never changes.
fn fetched(
    options: &Options,
    editions: &[Edition],
    base_url: &BaseUrl,
    files: &mut Files,
) -> Result<Vec<Fetched>> {
    for file in FILES {
        let text = read(&options.data.join(file))?;
        files.write(&format!("data/{file}"), text)?;
    }
    for edition in editions {
        for (file, text) in &edition.texts {
            files.write(&format!("data/{file}"), text)?;
        }
    }
    let mut fetched = snapshot::write(editions, files)?;
    for edition in editions {
        fetched.extend(exports(edition, base_url, files)?);
    }
    Ok(fetched)
}

/// Writes an edition in every format in which readers take it away.
fn exports(edition: &Edition, base_url: &BaseUrl, files: &mut Files) -> Result<Vec<Fetched>> {
    let urls = EditionUrls { edition, base_url };
    let language = edition.language();
    let fetched = FORMATS.iter().map(|format| {
        let Format {
            subject, ending, ..
        } = format;
        let text = (format.write)(edition.site.directory, &urls)?;
        Ok(Fetched {
            name: format!("{subject}/{language}.{ending}"),
            language: Some(language.to_owned()),
            later: true,
            asset: files.asset(&format!("export-{subject}-{language}.{ending}"), text)?,
        })
    });
    fetched.collect()
}

/// The icons of the web app with their size in pixels.
type Icons = [(u32, Asset); 2];

/// Writes what every page names, and the icons of the web app.
fn shared_files(
    program: &Path,
    fetched: &mut Vec<Fetched>,
    files: &mut Files,
) -> Result<(SharedFiles, Icons)> {
    let mut asset = |name: &str| {
        let path = program.join(name);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        files.asset(name, bytes)
    };
    let [main_styles, list_styles, document_styles] =
        [asset("main.css")?, asset("lists.css")?, asset("pages.css")?];
    let icon = asset("icon.svg")?;
    let mut scripts = vec![asset("hemicycle.js")?, asset("hemicycle_bg.wasm")?];
    scripts.push(files.asset("offline.js", scripts::OFFLINE)?);
    let names = ["hemicycle.js", "hemicycle_bg.wasm", "offline.js"];
    fetched.extend(names.into_iter().zip(scripts).map(|(name, asset)| Fetched {
        name: name.to_owned(),
        language: None,
        later: false,
        asset,
    }));
    let boot = files.asset("boot.js", scripts::boot(fetched)?)?;

    let drawing = read(&program.join("icon.svg"))?;
    let mut pixels = |size| -> Result<(u32, Asset)> {
        let name = format!("icon-{size}.png");
        Ok((size, files.asset(&name, pictures::icon(&drawing, size)?)?))
    };
    let icons = [pixels(192)?, pixels(512)?];
    let (_, touch_icon) = pixels(180)?;
    files.write(
        "favicon.ico",
        pictures::ico(&pictures::icon(&drawing, 48)?)?,
    )?;
    let shared = SharedFiles {
        main_styles,
        list_styles,
        document_styles,
        boot,
        icon,
        touch_icon,
    };
    Ok((shared, icons))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests;
