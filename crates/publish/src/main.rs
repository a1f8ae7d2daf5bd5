//! Makes the site that any host can serve from the browser build and the data.
//!
//! Every page as HTML, from the routes and the data, so that none can be
//! forgotten, and from the same components as in the browser; every file that
//! they need under a name made from its content; headers, pictures, the list
//! of what is read without a network, an archive, compressed copies.
#![expect(clippy::print_stdout, reason = "it tells what it has made")]

mod archive;
mod calendars;
mod colours;
mod compress;
mod contacts;
mod editions;
mod feeds;
mod files;
mod frame;
mod hosting;
mod light;
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

use anyhow::{Context, Result};
use clap::Parser;
use directory::model::Network;
use editing::FILES;
use hemicycle::{MAP_PICTURE, map_picture};
use serde_json::Value;

use editions::Edition;
use files::{Asset, Files};
use frame::{Frame, Shared};
use light::Light;
use links::Links;
use scripts::Fetched;

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
    let links = Links::new(options.site_url.clone())?;
    let mut files = Files::new(&options.out)?;
    let own = &editions[0];
    let directory = own.site.directory;

    let mut fetched = fetched(options, &editions, &links, &mut files)?;
    let map = match map_picture(directory) {
        Some(picture) => Some(files.asset(MAP_PICTURE, picture)?),
        None => None,
    };
    let (frame, icons) = frame(options, &directory.network, &mut fetched, &mut files)?;
    let start = Instant::now();
    let mut count = 0;
    for edition in &editions {
        count += pages::write(edition, &editions, &frame, map.as_ref(), &links, &mut files)?;
        let manifest = machines::manifest(edition, &icons);
        files.write(
            &edition.at("manifest.webmanifest"),
            format!("{manifest:#}\n"),
        )?;
    }
    tell(&format!("{count} pages"), start);
    files.write("404.html", pages::not_found(&editions, &links))?;

    // What a reader has without a network; what follows is for others.
    let worker = scripts::worker(&editions, &fetched, &mut files)?;
    files.write("sw.js", worker)?;
    files.write("sw-off.js", scripts::WORKER_OFF)?;
    let start = Instant::now();
    let mut count = 0;
    for edition in &editions {
        count += calendars::write(edition, &links, &mut files)?;
        feeds::write(edition, &links, &mut files)?;
        contacts::write(edition, &links, &mut files)?;
    }
    tell(&format!("{count} calendars"), start);
    let start = Instant::now();
    pages::write_previews(directory, &mut files)?;
    tell("pictures", start);
    files.write("robots.txt", machines::robots(&links))?;
    if let Some(sitemap) = machines::sitemap(&editions, &links) {
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
    links: &Links,
    files: &mut Files,
) -> Result<Vec<Fetched>> {
    let light = Light::of(&options.data)?;
    let mut fetched = Vec::new();
    let mut add = |name: String, language: Option<String>, asset| {
        fetched.push(Fetched {
            name,
            language,
            later: false,
            asset,
        });
    };
    for file in FILES {
        let text = read(&options.data.join(file))?;
        let name = format!("data/{file}");
        files.write(&name, &text)?;
        add(name, None, files.asset(file, light::text_of(file, &text)?)?);
    }
    let tongues: Vec<_> = editions.iter().map(Edition::tongue).collect();
    let tongues = serde_json::to_string(&tongues)?;
    add(
        "languages.json".to_owned(),
        None,
        files.asset("languages.json", tongues)?,
    );
    for edition in editions {
        let code = edition.language();
        let catalogue: Value = serde_json::from_str(&edition.catalogue)?;
        let name = format!("{code}.json");
        let asset = files.asset(&name, serde_json::to_string(&catalogue)?)?;
        add(format!("locales/{name}"), Some(code.to_owned()), asset);
        for (file, text) in &edition.texts {
            let name = format!("data/{file}");
            files.write(&name, text)?;
            let stem = file.replace('/', "-");
            let asset = files.asset(&stem, light.prose(text)?)?;
            add(name, Some(code.to_owned()), asset);
        }
    }
    for edition in editions {
        fetched.extend(exports(edition, links, files)?);
    }
    Ok(fetched)
}

/// Writes all members, contacts and events of an edition in the forms in which readers
/// take them away; the program picks those that are shown
/// (`directory::export::picked`).
fn exports(edition: &Edition, links: &Links, files: &mut Files) -> Result<Vec<Fetched>> {
    let directory = edition.site.directory;
    let (members, events) = (&directory.members, &directory.events);
    let code = edition.language();
    let forms = [
        ("members", "csv", exports::members::csv(directory, members)),
        (
            "members",
            "json",
            exports::members::json(directory, members),
        ),
        (
            "contacts",
            "csv",
            exports::contacts::csv(directory, members),
        ),
        (
            "contacts",
            "json",
            exports::contacts::json(directory, members),
        ),
        ("contacts", "vcf", contacts::of(edition, links, members)),
        ("events", "csv", exports::events::csv(directory, events)),
        ("events", "json", exports::events::json(directory, events)),
        ("events", "ics", calendars::all(edition, links)?),
    ];
    let written = forms.into_iter().map(|(what, form, text)| {
        Ok(Fetched {
            name: format!("{what}/{code}.{form}"),
            language: Some(code.to_owned()),
            later: true,
            asset: files.asset(&format!("export-{what}-{code}.{form}"), text)?,
        })
    });
    written.collect()
}

/// The icons of the web app with their size in pixels.
type Icons = [(u32, Asset); 2];

/// Writes what every page names; gives the page around each.
fn frame(
    options: &Options,
    network: &Network,
    fetched: &mut Vec<Fetched>,
    files: &mut Files,
) -> Result<(Frame, Icons)> {
    let program = &options.program;
    let main = read(&program.join("main.css"))? + &colours::rules(network);
    let main = files.asset("main.css", main)?;
    let mut asset = |name: &str| {
        let path = program.join(name);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        files.asset(name, bytes)
    };
    let styles = [main, asset("lists.css")?, asset("pages.css")?];
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
    let shared = Shared {
        styles: &styles,
        boot: &boot,
        icon: &icon,
        touch_icon: &touch_icon,
    };
    let frame = Frame::parse(&read(&program.join("index.html"))?, &shared)?;
    Ok((frame, icons))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests;
