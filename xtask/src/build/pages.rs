//! Finishes the page that trunk made, and has every page written from it.
//!
//! Every address of the site is a folder with its own index.html, so that any
//! static host answers it, at the root or in a sub-folder. All links of a page
//! are relative and begin with `./`; a deeper page begins them with `../`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::policy;
use crate::run::{self, OrHelp};

/// Writes every page into `site`, the folder that trunk made; gives their
/// number.
///
/// # Errors
/// A part of the site is missing or cannot be written.
pub fn write(site: &Path) -> Result<usize> {
    finish(site)?;
    let mut publish = Command::new("cargo");
    publish.args(["run", "--quiet", "--package", "publish", "--"]);
    let told = run::silent(publish.arg(site)).or_help("correct what is said above")?;
    told.trim()
        .parse()
        .with_context(|| format!("publish said {told}"))
}

/// Makes of trunk's page the frame of all pages, and writes the page for
/// unknown addresses.
fn finish(site: &Path) -> Result<()> {
    let index = site.join("index.html");
    let page = finished(&read(&index)?, &|file| {
        let path = site.join(file);
        let data = fs::metadata(&path).with_context(|| path.display().to_string())?;
        Ok(data.len())
    })?;
    fs::write(&index, page).with_context(|| index.display().to_string())?;
    let file = site.join("404.html");
    fs::write(&file, not_found()).with_context(|| file.display().to_string())
}

/// The text of a file.
fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| file.display().to_string())
}

/// The page without comments, with the policy, and with the size of the program
/// in bytes, which boot.js needs for its progress; `size_of` gives that of a
/// file of the site.
fn finished(page: &str, size_of: &dyn Fn(&str) -> Result<u64>) -> Result<String> {
    let charset = r#"<meta charset="utf-8">"#;
    ensure!(page.contains(charset), "index.html lacks {charset}");
    let page = without_comments(page);
    // Nothing that the policy governs may come before it.
    let page = page.replacen(charset, &format!("{charset}\n    {}", policy::element()), 1);

    let (_, from) = page
        .split_once(r#"data-wasm=""#)
        .context("index.html lacks data-wasm: Trunk.toml writes it by pattern_script")?;
    let (program, _) = from.split_once('"').context("data-wasm has no end")?;
    let named = format!(r#"data-wasm="{program}""#);
    let sized = format!(r#"{named} data-bytes="{}""#, size_of(program)?);
    Ok(page.replacen(&named, &sized, 1))
}

/// The page without its comments and the lines that they leave empty.
fn without_comments(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, from)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = from.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().filter(|line| !line.trim().is_empty());
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// What a host shows for an address that does not exist.
///
/// It is shown at any depth and so knows no way to the site's folder: it needs
/// no other file, and its two links climb towards the directory.
fn not_found() -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    {policy}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Page not found</title>
  </head>
  <body>
    <main>
      <h1>Page not found</h1>
      <p>Nothing stands at this address. It may have been mistyped, or the page may be gone.</p>
      <p>To find the directory, look <a href="./">in this folder</a> or <a href="../">one folder up</a>.</p>
    </main>
  </body>
</html>
"#,
        policy = policy::element()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><meta charset="utf-8"><link href="./a.css">
<script src="./boot.js" data-wasm="p_bg.wasm"></script></head>"#;

    #[test]
    fn a_page_carries_the_policy_first_and_the_size_of_the_program() {
        let page = finished(PAGE, &|file| Ok(file.len() as u64)).unwrap();
        assert!(
            page.contains(r#"data-wasm="p_bg.wasm" data-bytes="9""#),
            "{page}"
        );
        assert!(
            page.find("Content-Security-Policy") < page.find("a.css"),
            "{page}"
        );
        let commented = PAGE.replace("\n<script", "\n<!-- a\n-->\n<script");
        let bare = finished(&commented, &|_| Ok(9)).unwrap();
        assert_eq!(bare, page);
        assert!(finished("<head></head>", &|_| Ok(0)).is_err());
    }

    #[test]
    fn the_page_for_unknown_addresses_needs_no_other_file() {
        let page = not_found();
        for attribute in [" src=", "<link", "<script", "<style", "style="] {
            assert!(!page.contains(attribute), "{attribute}");
        }
    }

    #[test]
    fn the_frame_and_the_page_for_unknown_addresses_are_written() {
        let site = std::env::temp_dir().join(format!("hemicycle-pages-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("index.html"), PAGE).unwrap();
        fs::write(site.join("p_bg.wasm"), [0; 7]).unwrap();
        finish(&site).unwrap();
        let page = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(page.contains(r#"data-bytes="7""#), "{page}");
        assert!(site.join("404.html").is_file());
        fs::remove_dir_all(&site).unwrap();
    }
}
