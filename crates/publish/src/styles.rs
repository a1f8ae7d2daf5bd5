//! The style sheets: those of `styles/`, joined into few and made small.
//!
//! A request for each would keep readers on slow lines waiting. What every page
//! needs is one, what lists need and what only published pages need another
//! each: a page names two of the three. What others show in a frame has one of
//! its own.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use directory::model::Network;
use lightningcss::error::Error;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Features, Targets};

use crate::files::{BYTE_ORDER_MARK, read};
use crate::theme_css;

/// The oldest browsers in which the layout holds, by the youngest thing that it
/// cannot do without (`:has()`); what these lack keeps its fallback and gets its
/// prefix. A version is its number shifted by 16 bits, the minor one by 8.
const BROWSERS: Browsers = Browsers {
    chrome: Some(105 << 16),
    edge: Some(105 << 16),
    firefox: Some(121 << 16),
    safari: Some((15 << 16) | (4 << 8)),
    ios_saf: Some((15 << 16) | (4 << 8)),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// What stays as written where a browser lacks it: a list of languages is no
/// direction, and the looks have their own colours.
const UNCHANGED: Features = Features::DirSelector.union(Features::LightDark);

/// Sheets of `styles/` that others build on, in this order.
const ORDER: [&str; 3] = ["tokens.css", "base.css", "layout.css"];

/// What frames of others need of the same, in this order.
const EMBED_ORDER: [&str; 7] = [
    "tokens.css",
    "base.css",
    "components/event-mark.css",
    "components/map.css",
    "components/seats.css",
    "components/swatch.css",
    "pages/seat-chart.css",
];

/// The sheet of all pages: after `tokens`, `base` and `layout` those in
/// `components/`, by name, so that a new one needs no mention anywhere, then the
/// colours of `network`.
///
/// # Errors
/// A sheet cannot be read, or is not CSS.
pub fn of_all_pages(styles: &Path, network: &Network) -> Result<String> {
    let first = ORDER.map(|name| styles.join(name));
    let components = sheets(&styles.join("components"))?;
    Ok(join(first.into_iter().chain(components))? + &theme_css::rules(network))
}

/// The one sheet of what others show in a frame: what it needs of the sheets of
/// other pages, its own, then the colours of `network`.
///
/// # Errors
/// As for [`of_all_pages`].
pub fn of_embeds(styles: &Path, network: &Network) -> Result<String> {
    let shared = EMBED_ORDER.map(|name| styles.join(name));
    let own = sheets(&styles.join("embeds"))?;
    Ok(join(shared.into_iter().chain(own))? + &theme_css::rules(network))
}

/// The sheet of the pages for which the folder `folder` of `styles` is: those in
/// it, by name.
///
/// # Errors
/// As for [`of_all_pages`].
pub fn of_folder(styles: &Path, folder: &str) -> Result<String> {
    join(sheets(&styles.join(folder))?)
}

/// The style sheets in a folder, by name.
fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut sheets = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    sheets.retain(|sheet| sheet.extension().is_some_and(|ending| ending == "css"));
    sheets.sort();
    Ok(sheets)
}

/// Sheets one after the other, without what only their writers need.
fn join(sheets: impl IntoIterator<Item = PathBuf>) -> Result<String> {
    let mut joined = String::from(BYTE_ORDER_MARK);
    for path in sheets {
        joined += &minified(&read(&path)?, &path.display().to_string())?;
    }
    Ok(joined)
}

/// The same rules in fewer bytes. `name` is told where they are not CSS.
fn minified(css: &str, name: &str) -> Result<String> {
    let targets = Targets {
        browsers: Some(BROWSERS),
        include: Features::empty(),
        exclude: UNCHANGED,
    };
    let parsed = StyleSheet::parse(css, ParserOptions::default());
    let mut sheet = parsed.map_err(|error| located(&error, name))?;
    let minified = sheet.minify(MinifyOptions {
        targets,
        ..MinifyOptions::default()
    });
    minified.map_err(|error| located(&error, name))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        targets,
        ..PrinterOptions::default()
    });
    Ok(printed.with_context(|| name.to_owned())?.code)
}
/// A failure with the file and the line, which lightningcss counts from zero.
fn located(error: &Error<impl Display>, name: &str) -> anyhow::Error {
    let line = error.loc.as_ref().map_or(0, |place| place.line) + 1;
    anyhow!("{name}:{line}: {}", error.kind)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::tests::{lakes, project};

    fn check(css: &str, expected: &str) {
        assert_eq!(minified(css, "a.css").unwrap(), expected, "{css}");
    }

    #[test]
    fn rules_hold_in_fewer_bytes() {
        check(
            "/* a */\nb > c,\nd {\n  color: #ffffff;\n}\n",
            "b>c,d{color:#fff}",
        );
        check(
            "a::before { content: \"/* b\" }",
            "a:before{content:\"/* b\"}",
        );
    }

    #[test]
    fn what_a_browser_lacks_keeps_its_fallback_and_gets_its_prefix() {
        check(
            "a { min-height: 100vh; min-height: 100dvh; }",
            "a{min-height:100vh;min-height:100dvh}",
        );
        check(
            "@media (max-width: 9px) { a { text-decoration: underline dotted; } }",
            "@media (max-width:9px){a{-webkit-text-decoration:underline dotted;\
             text-decoration:underline dotted}}",
        );
        check(":dir(rtl) a { b: c; }", ":dir(rtl) a{b:c}");
        check(
            "a { color-scheme: light dark; }",
            "a{color-scheme:light dark}",
        );
    }

    #[test]
    fn what_is_not_css_is_told_with_its_place() {
        let problem = minified("a {}\nb c; }", "b.css").unwrap_err().to_string();
        assert!(problem.contains("b.css:2"), "{problem}");
    }

    #[test]
    fn every_sheet_is_in_one_of_the_four() {
        let styles = project("styles");
        let network = &lakes()[0].site.directory.network;
        let made = of_all_pages(&styles, network).unwrap();
        let first = made.find("--paper:").unwrap();
        assert!(first < made.find("margin:").unwrap(), "tokens come first");
        let taken: BTreeSet<PathBuf> = ["components", "embeds", "lists", "pages"]
            .iter()
            .flat_map(|folder| sheets(&styles.join(folder)).unwrap())
            .chain(ORDER.map(|name| styles.join(name)))
            .collect();
        let there = crate::files::all(&styles).unwrap();
        assert_eq!(taken, there.into_iter().collect());
    }
}
