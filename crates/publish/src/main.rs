//! Writes every page of a built site as HTML.
//!
//! `publish SITE`, where SITE is the folder that `cargo xtask build` is
//! making: its index.html is the frame that all pages share, its data/ is what
//! they show. The pages come from the routes and the data, so that none can be
//! forgotten, and from the same components as in the browser.
#![expect(clippy::print_stdout, reason = "it tells how many pages there are")]

mod frame;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use domain::Directory;
use domain::directory::{DataFiles, FILES};
use hemicycle::{MAP_PICTURE, Page, Site, map_picture, page_at};
use unicode_normalization::UnicodeNormalization;

use frame::Frame;

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("usage: publish SITE")?;
    let count = publish(Path::new(&folder))?;
    println!("{count}");
    Ok(())
}

/// Writes all pages into `folder`; gives their number.
fn publish(folder: &Path) -> Result<usize> {
    let frame = Frame::parse(&read(&folder.join("index.html"))?)?;
    let site = site(folder)?;
    if let Some(picture) = map_picture(site.directory) {
        write(&folder.join(MAP_PICTURE), &picture)?;
    }
    let mut count = 0;
    for page in Page::all(site.directory) {
        let address = page.path();
        let language = site.directory.language();
        let html = frame.around(&page_at(site, page), language, &address);
        let folder = folder.join(&address);
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        write(&folder.join("index.html"), &html)?;
        count += 1;
    }
    Ok(count)
}

/// The directory of the site's own data, which lives as long as this program.
fn site(folder: &Path) -> Result<&'static Site> {
    let mut files = DataFiles::new();
    for file in FILES {
        files.insert(file.to_owned(), read(&folder.join("data").join(file))?);
    }
    let (directory, findings) =
        Directory::read(&files).map_err(|_| anyhow!("the data cannot be read"))?;
    ensure!(
        findings.is_empty(),
        "the data have findings: cargo xtask check"
    );
    let directory = Box::leak(Box::new(directory));
    let decompose = |text: &str| text.nfkd().collect();
    Ok(Box::leak(Box::new(Site::new(
        directory,
        decompose,
        Vec::new(),
    ))))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests;
