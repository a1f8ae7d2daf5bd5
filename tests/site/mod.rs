//! The site of some data, and what is read on its pages.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::path::Path;
use std::sync::LazyLock;

use directory::Directory;
use editing::{DataFiles, FILES};
use hemicycle::{Problem, Site, render_at};
use unicode_normalization::UnicodeNormalization;

/// The committed data.
pub static NAM: LazyLock<&'static Site> = LazyLock::new(|| site("public/data", Vec::new()));
/// A second, invented network: what is said of it comes from its files alone.
pub static LAKES: LazyLock<&'static Site> =
    LazyLock::new(|| site("crates/editing/tests/three", Vec::new()));

pub fn page_at(address: &str, site: &'static Site) -> String {
    render_at(site, address).html
}

pub fn site(folder: &str, problems: Vec<Problem>) -> &'static Site {
    let (directory, findings) = editing::read(&files(folder)).expect("the data can be read");
    assert_eq!(findings, []);
    leak(directory, problems)
}

pub fn leak(directory: Directory, problems: Vec<Problem>) -> &'static Site {
    let nfkd_lowercase = |text: &str| text.nfkd().collect::<String>().to_lowercase();
    Box::leak(Box::new(Site::new(
        Box::leak(Box::new(directory)),
        nfkd_lowercase,
        Vec::new(),
        problems,
    )))
}

pub fn files(folder: &str) -> DataFiles {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).expect("a data file");
    FILES
        .into_iter()
        .map(|file| (file.to_owned(), text(file)))
        .collect()
}

pub fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).map_or(rest, |(inside, _)| inside)
}

/// What is read: without tags, in single spaces.
pub fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let inline = tag.starts_with('!') || ["mark", "/mark", "b", "/b"].contains(&tag);
        if !inline {
            text.push(' ');
        }
        text.push_str(words);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
