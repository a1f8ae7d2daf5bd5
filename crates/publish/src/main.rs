//! Makes the site that any host can serve from the browser build and the data.
//!
//! Every page as HTML, from the routes and the data, so that none can be
//! forgotten, and from the same components as in the browser; every file that
//! they need under a name made from its content; headers, pictures, the list
//! of what is read without a network, an archive, compressed copies.
#![expect(clippy::print_stdout, reason = "it tells what it has made")]

mod archive;
mod compress;
mod files;
mod frame;
mod hosting;
mod linked;
mod links;
mod machines;
mod pages;
mod pictures;
mod policy;
mod scripts;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Parser;
use domain::directory::{DataFiles, FILES};
use domain::{Directory, Finding};
use hemicycle::{MAP_PICTURE, Site, map_picture};
use unicode_normalization::UnicodeNormalization;

use files::{Asset, Files};
use frame::{Frame, Shared};
use links::Links;

/// What is published, and where.
#[derive(Debug, Parser)]
struct Options {
    /// What trunk made: index.html, the program, its style sheet
    #[arg(long, value_name = "FOLDER")]
    program: PathBuf,
    /// The data files
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
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
    let site = site(&options.data)?;
    let links = Links::new(options.site_url.clone())?;
    let mut files = Files::new(&options.out)?;
    let directory = site.directory;

    let data = data(&options.data, &mut files)?;
    let map = match map_picture(directory) {
        Some(picture) => Some(files.asset(MAP_PICTURE, picture)?),
        None => None,
    };
    let frame = frame(&options.program, directory, data, &mut files)?;
    let start = Instant::now();
    let count = pages::write(site, &frame, map.as_ref(), &links, &mut files)?;
    tell(&format!("{count} pages"), start);
    files.write("404.html", pages::not_found(&links))?;

    // What a reader has without a network; what follows is for others.
    let worker = scripts::worker(files.hashes())?;
    files.write("sw.js", worker)?;
    files.write("sw-off.js", scripts::WORKER_OFF)?;
    let start = Instant::now();
    pages::write_previews(directory, &mut files)?;
    tell("pictures", start);
    files.write("robots.txt", machines::robots(&links))?;
    if let Some(sitemap) = machines::sitemap(directory, &links) {
        files.write("sitemap.xml", sitemap)?;
    }
    hosting::write(&mut files)?;
    let start = Instant::now();
    archive::write(files.folder(), &format!("{}.zip", directory.network.id))?;
    compress::write(files.folder())?;
    tell("compressed", start);
    Ok(())
}

/// The directory of the data, which lives as long as this program.
fn site(folder: &Path) -> Result<&'static Site> {
    let mut files = DataFiles::new();
    for file in FILES {
        files.insert(file.to_owned(), read(&folder.join(file))?);
    }
    let told = |findings: &[Finding]| {
        let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
        findings.join("\n")
    };
    let (directory, findings) =
        Directory::read(&files).map_err(|findings| anyhow!(told(&findings)))?;
    ensure!(findings.is_empty(), told(&findings));
    let directory = Box::leak(Box::new(directory));
    let decompose = |text: &str| text.nfkd().collect();
    Ok(Box::leak(Box::new(Site::new(
        directory,
        decompose,
        Vec::new(),
    ))))
}

/// Each data file twice: under its own name, which never changes, for people;
/// under one made from its content for the program.
fn data(folder: &Path, files: &mut Files) -> Result<Vec<(&'static str, Asset)>> {
    let mut assets = Vec::new();
    for file in FILES {
        let text = read(&folder.join(file))?;
        files.write(&format!("data/{file}"), &text)?;
        assets.push((file, files.asset(file, text)?));
    }
    Ok(assets)
}

/// Writes what every page names; gives the page around each.
fn frame(
    program: &Path,
    directory: &Directory,
    data: Vec<(&'static str, Asset)>,
    files: &mut Files,
) -> Result<Frame> {
    let mut asset = |name: &str| {
        let path = program.join(name);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        files.asset(name, bytes)
    };
    let styles = asset("main.css")?;
    let icon = asset("icon.svg")?;
    let mut fetched = data;
    for name in ["hemicycle.js", "hemicycle_bg.wasm"] {
        fetched.push((name, asset(name)?));
    }
    fetched.push(("offline.js", files.asset("offline.js", scripts::OFFLINE)?));
    let named = fetched.iter().map(|(name, asset)| (*name, asset));
    let boot = files.asset("boot.js", scripts::boot(named)?)?;

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
    let manifest = machines::manifest(directory, &icons);
    files.write("manifest.webmanifest", format!("{manifest:#}\n"))?;

    let shared = Shared {
        styles: &styles,
        boot: &boot,
        icon: &icon,
        touch_icon: &touch_icon,
    };
    Frame::parse(&read(&program.join("index.html"))?, &shared)
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests;
