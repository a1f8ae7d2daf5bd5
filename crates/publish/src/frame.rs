//! What all pages share, and how a page is put into it.

use anyhow::{Context, Result};
use directory::Words;
use hemicycle::Written;
use html_escape::{encode_double_quoted_attribute, encode_text};
use serde_json::json;

use crate::editions::Edition;
use crate::files::Asset;
use crate::links::Links;
use crate::policy;

/// The files that every page names.
#[derive(Debug)]
pub struct Shared<'a> {
    /// The style sheets: of all pages, of those with lists, of those that are
    /// read as they were published.
    pub styles: &'a [Asset; 3],
    /// The script that starts the program.
    pub boot: &'a Asset,
    /// The icon of tabs.
    pub icon: &'a Asset,
    /// The icon of home screens that read no manifest.
    pub touch_icon: &'a Asset,
}

/// The page that trunk made, parted where a page differs from it.
#[derive(Debug)]
pub struct Frame {
    /// Up to the text of its title.
    before_title: String,
    /// From the end of its title to the element that the app replaces.
    before_app: String,
    /// What follows that element.
    after_app: String,
    /// The sheets of pages with lists and of published ones, as links.
    sheets: [String; 2],
}

/// What the head of a page says beside the page's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Below the site's folder.
    pub address: String,
    /// Whether it is read as it was published.
    pub is_published: bool,
    /// The page of which this is another address, or itself.
    pub canonical: String,
    /// The page in each language, by what `hreflang` calls it.
    pub others: Vec<(String, String)>,
    /// Feeds of what it tells: titles and addresses below the site's folder.
    pub feeds: Vec<(String, String)>,
    /// The picture shown by those who link to it, below the site's folder.
    pub picture: String,
    /// What the picture shows.
    pub alternative: String,
    /// schema.org's terms as JSON.
    pub data: String,
}

impl Frame {
    /// Finds the title and the element with the id `app` in trunk's
    /// index.html, and names the `shared` files in it.
    ///
    /// # Errors
    /// One of the places is missing.
    pub fn parse(html: &str, shared: &Shared) -> Result<Self> {
        let html = without_comments(&dressed(html, shared)?);
        let (before_title, rest) = html.split_once("<title>").context("no <title>")?;
        let (_, rest) = rest.split_once("</title>").context("no </title>")?;
        let (before_app, rest) = rest
            .split_once(r#"<main id="app""#)
            .context(r#"no <main id="app">"#)?;
        let (_, after_app) = rest.split_once("</main>").context("no </main>")?;
        Ok(Self {
            before_title: format!("{before_title}<title>"),
            before_app: before_app.to_owned(),
            after_app: after_app.to_owned(),
            sheets: [1, 2].map(|sheet| styles_of(&shared.styles[sheet])),
        })
    }

    /// The page in full.
    pub fn around(&self, page: &Written, edition: &Edition, told: &Told, links: &Links) -> String {
        let address = &told.address;
        let words = edition.words();
        let named = |part: &str| {
            let part = part.replace(MANIFEST, &edition.at(MANIFEST));
            at_depth_of(&part, address)
        };
        let direction = words.language_direction();
        let language = format!(r#"lang="{}" dir="{direction}""#, words.language_code());
        let sheet = &self.sheets[usize::from(told.is_published)];
        let before = named(&self.before_title).replacen(r#"lang="en""#, &language, 1);
        let middle = named(&self.before_app.replacen(SHEET, sheet, 1));
        let middle = middle.replacen(LOADING, words.page_loading(), 1);
        let middle = middle.replacen(PROGRESS, words.page_progress(), 1);
        let words = encode_double_quoted_attribute(&starting(words)).into_owned();
        let middle = middle.replacen(
            r#"id="boot""#,
            &format!(r#"id="boot" data-words="{words}""#),
            1,
        );
        let after = named(&self.after_app);
        let others = told.others.iter().map(|(language, other)| {
            let link = links.to(other, address);
            format!("\n    <link rel=\"alternate\" hreflang=\"{language}\" href=\"{link}\">")
        });
        let others: String = others.collect();
        let title = encode_text(&page.title);
        let attribute = encode_double_quoted_attribute::<str>;
        let feeds = told.feeds.iter().map(|(title, feed)| {
            format!(
                "\n    <link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">",
                attribute(title),
                links.to(feed, address)
            )
        });
        let feeds: String = feeds.collect();
        let description = attribute(&page.description);
        let canonical = links.to(&told.canonical, address);
        let url = if links.are_absolute() {
            format!("\n    <meta property=\"og:url\" content=\"{canonical}\">")
        } else {
            String::new()
        };
        let head = format!(
            r#"</title>
    <meta name="description" content="{description}">
    <link rel="canonical" href="{canonical}">{others}{feeds}
    <meta property="og:type" content="website">
    <meta property="og:title" content="{og_title}">
    <meta property="og:description" content="{description}">{url}
    <meta property="og:image" content="{picture}">
    <meta property="og:image:alt" content="{alternative}">
    <meta name="twitter:card" content="summary_large_image">
    <script type="application/ld+json">{data}</script>"#,
            og_title = attribute(&page.title),
            picture = links.to(&told.picture, address),
            alternative = attribute(&told.alternative),
            // No text may end the element.
            data = told.data.replace('<', "\\u003c"),
        );
        format!("{before}{title}{head}{middle}{}{after}", page.html)
    }
}

/// What stands in trunk's page for words and addresses of a language.
const LOADING: &str = "Loading";
const PROGRESS: &str = "Loading the directory";
const MANIFEST: &str = "manifest.webmanifest";

/// The words of boot.js, which must be there when nothing can be fetched.
fn starting(words: &Words) -> String {
    json!({
        "failed": words.start_failed(),
        "tooOld": words.start_too_old(),
        "noAnswer": words.start_no_answer(),
        "altered": words.start_altered(),
        "refused": words.start_refused("{status}"),
        "broken": words.start_broken(),
        "stopped": words.start_stopped(),
        "again": words.start_again(),
        "reload": words.start_reload(),
        "newer": words.offline_newer(),
    })
    .to_string()
}

/// The page with the policy and with the names of the shared files.
fn dressed(html: &str, shared: &Shared) -> Result<String> {
    let charset = r#"<meta charset="utf-8">"#;
    // Nothing that the policy governs may come before it.
    let policy = format!("{charset}\n    {}", policy::element());
    let icons = format!(
        r#"<link rel="icon" href="./{}" type="image/svg+xml">
    <link rel="apple-touch-icon" href="./{}">
    <link rel="manifest" href="./manifest.webmanifest">"#,
        shared.icon.address, shared.touch_icon.address
    );
    let styles = format!("{}\n    {SHEET}", styles_of(&shared.styles[0]));
    let boot = format!(
        r#"<script type="module" src="./{}" integrity="{}" blocking="render"></script>"#,
        shared.boot.address, shared.boot.integrity
    );
    let html = replaced(html, charset, charset, &policy)?;
    let html = replaced(&html, r#"<link rel="icon""#, ">", &icons)?;
    // Those that trunk names are replaced by that of all pages and a place for
    // the other.
    let mut html = replaced(&html, SHEETS, ">", "")?;
    for sheet in ["", &styles] {
        html = replaced(&html, SHEETS, ">", sheet)?;
    }
    replaced(&html, r#"<script type="module""#, "</script>", &boot)
}

/// How the links to style sheets begin.
const SHEETS: &str = r#"<link rel="stylesheet""#;
/// Stands for the one that a page needs beside that of all pages.
const SHEET: &str = "<link data-sheet>";

fn styles_of(sheet: &Asset) -> String {
    let Asset {
        address, integrity, ..
    } = sheet;
    format!(r#"{SHEETS} href="./{address}" integrity="{integrity}">"#)
}

/// `html` with `new` in place of the element that begins and ends so.
fn replaced(html: &str, start: &str, end: &str, new: &str) -> Result<String> {
    let place = html
        .find(start)
        .with_context(|| format!("the page that trunk made lacks {start}"))?;
    let (before, element) = html.split_at(place);
    let after = element
        .find(end)
        .map_or("", |at| &element[at + end.len()..]);
    Ok(format!("{before}{new}{after}"))
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

/// A part of the frame with its links, which begin with `./`, as they are
/// from `address`.
fn at_depth_of(part: &str, address: &str) -> String {
    match address.matches('/').count() {
        0 => part.to_owned(),
        depth => part.replace("\"./", &format!("\"{}", "../".repeat(depth))),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub const FRAME: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <!-- said to us -->
    <title>x</title>
    <link rel="icon" href="./icon.svg"/>
    <link rel="stylesheet" href="./main.css"/>
    <link rel="stylesheet" href="./lists.css"/>
    <link rel="stylesheet" href="./pages.css"/>
    <script type="module" src="./assets/boot.js" blocking="render"></script>
  </head>
  <body><aside id="boot" aria-label="Loading"></aside><main id="app">wait</main><p>end</p></body>
</html>"#;

    fn asset(name: &str) -> Asset {
        Asset {
            address: format!("assets/{name}"),
            bytes: 1,
            integrity: format!("sha256-of-{name}"),
        }
    }

    fn around(address: &str, site_url: Option<&str>) -> String {
        let styles = ["m.css", "l.css", "p.css"].map(asset);
        let [boot, icon, touch] = ["b.js", "i.svg", "t.png"].map(asset);
        let shared = Shared {
            styles: &styles,
            boot: &boot,
            icon: &icon,
            touch_icon: &touch,
        };
        let page = Written {
            title: "Data & \"sources\"".to_owned(),
            description: "All \"files\"".to_owned(),
            html: "<div id=\"app\"><h1>Data</h1></div>".to_owned(),
        };
        let told = Told {
            address: address.to_owned(),
            is_published: !address.is_empty(),
            canonical: address.to_owned(),
            others: vec![("en".to_owned(), "data/".to_owned())],
            feeds: vec![("\"News\"".to_owned(), "feeds/a.atom".to_owned())],
            picture: "previews/data.png".to_owned(),
            alternative: "A map".to_owned(),
            data: r#"{"name":"</script>"}"#.to_owned(),
        };
        let links = Links::new(site_url.map(str::to_owned)).unwrap();
        let frame = Frame::parse(FRAME, &shared).unwrap();
        frame.around(&page, &crate::tests::editions()[3], &told, &links)
    }

    #[test]
    fn a_page_has_its_own_title_text_and_language() {
        let html = around("data/", None);
        for part in [
            r#"<html lang="ar" dir="rtl">"#,
            r#"<link rel="alternate" hreflang="en" href="../data/">"#,
            r#"type="application/atom+xml" title="&quot;News&quot;" href="../feeds/a.atom">"#,
            "<title>Data &amp; \"sources\"</title>",
            r#"content="All &quot;files&quot;""#,
            r#"<div id="app"><h1>Data</h1></div><p>end</p>"#,
            r#"{"name":"\u003c/script>"}</script>"#,
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("wait") && !html.contains("said to us"));
    }

    #[test]
    fn links_of_the_frame_are_right_at_every_depth() {
        for (address, to_root) in [("", "./"), ("data/", "../"), ("members/chad/", "../../")] {
            let html = around(address, None);
            for file in [
                "assets/m.css\" integrity=\"sha256-of-m.css\"",
                "assets/b.js\" integrity=\"sha256-of-b.js\"",
                "ar/manifest.webmanifest\"",
            ] {
                assert!(
                    html.contains(&format!("\"{to_root}{file}")),
                    "{file} in {html}"
                );
            }
        }
    }

    #[test]
    fn a_page_names_two_style_sheets() {
        for (address, named) in [("", "l.css"), ("data/", "p.css")] {
            let html = around(address, None);
            assert_eq!(html.matches("stylesheet").count(), 2, "{html}");
            assert!(html.contains("m.css") && html.contains(named), "{html}");
        }
    }

    #[test]
    fn the_policy_stands_before_all_that_it_governs() {
        let html = around("", None);
        assert!(
            html.find("Content-Security-Policy") < html.find("href="),
            "{html}"
        );
    }

    #[test]
    fn only_a_known_site_has_absolute_addresses() {
        assert!(!around("data/", None).contains("https:"));
        let html = around("data/", Some("https://nam.example/directory"));
        for absolute in [
            r#"rel="canonical" href="https://nam.example/directory/data/""#,
            r#"og:image" content="https://nam.example/directory/previews/data.png""#,
        ] {
            assert!(html.contains(absolute), "{absolute} in {html}");
        }
    }

    #[test]
    fn a_frame_without_its_places_is_refused() {
        let styles = ["a", "b", "c"].map(asset);
        let asset = asset("a");
        let shared = Shared {
            styles: &styles,
            boot: &asset,
            icon: &asset,
            touch_icon: &asset,
        };
        for part in [
            "<title>",
            "<main id=\"app\"",
            "<script",
            "<link rel=\"icon\"",
        ] {
            assert!(
                Frame::parse(&FRAME.replace(part, ""), &shared).is_err(),
                "{part}"
            );
        }
    }
}
