//! The HTML around each page, from `templates/`.

use anyhow::Result;
use askama::Template;
use directory::Catalogue;
use hemicycle::RenderedPage;
use serde_json::{Value, json};

use crate::base_url::{BaseUrl, relative};
use crate::files::{Asset, BYTE_ORDER_MARK};
use crate::localizations::Localization;
use crate::policy::{ADDRESS_SCRIPT, POLICY};
use crate::shared_files::SharedFiles;

/// What the head of a page says beside the page's own words. Addresses are
/// those below the site's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct PageHead {
    /// The page's own address.
    pub address: String,
    /// Whether it is read as it was published.
    pub is_published: bool,
    /// The page of which this is another address, or itself.
    pub canonical: String,
    /// The page in each language.
    pub alternates: Vec<Alternate>,
    /// Feeds of what it tells: titles and addresses.
    pub feeds: Vec<(String, String)>,
    /// What tells programs of the frame that shows a part of it.
    pub oembed: Option<String>,
    /// The manifest of its localization.
    pub manifest: String,
    /// The picture shown by those who link to it.
    pub picture: String,
    /// What the picture shows.
    pub picture_text: String,
    /// schema.org's terms for it.
    pub json_ld: Value,
}

/// A page in another language.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternate {
    /// What `hreflang` calls it.
    pub language: String,
    /// The name of the language, by which text browsers name the link.
    pub title: String,
    /// Its address below the site's folder.
    pub address: String,
}

/// A page in full.
#[derive(Template)]
#[template(path = "page.html")]
struct PageTemplate<'a> {
    page: &'a RenderedPage,
    head: &'a PageHead,
    words: &'a Catalogue,
    files: &'a SharedFiles,
    base_url: &'a BaseUrl,
}

impl PageTemplate<'_> {
    /// A link to an address, absolute where the site knows its own.
    fn link(&self, address: &str) -> String {
        self.base_url.link(address, &self.head.address)
    }

    /// A link to a file that the page needs, which never leaves the site.
    fn file(&self, address: &str) -> String {
        relative(address, &self.head.address)
    }

    /// That of all pages, and that of its kind.
    fn style_sheets(&self) -> [&Asset; 2] {
        let sheet_of_kind = if self.head.is_published {
            &self.files.document_styles
        } else {
            &self.files.list_styles
        };
        [&self.files.main_styles, sheet_of_kind]
    }

    /// The words of boot.js and their language, which must be there when nothing
    /// can be fetched.
    fn boot_words(&self) -> Value {
        let words = self.words;
        json!({
            "locale": words.language_code(),
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
    }
}

/// The HTML of a page in the language of `words`.
///
/// # Errors
/// The template cannot be filled.
pub fn page_html(
    page: &RenderedPage,
    head: &PageHead,
    words: &Catalogue,
    files: &SharedFiles,
    base_url: &BaseUrl,
) -> Result<String> {
    let template = PageTemplate {
        page,
        head,
        words,
        files,
        base_url,
    };
    document(&template)
}

/// A page as a file.
///
/// # Errors
/// The template cannot be filled.
pub fn document(template: &impl Template) -> Result<String> {
    Ok(format!("{BYTE_ORDER_MARK}{}\n", template.render()?))
}

/// The page for addresses that do not exist.
#[derive(Template)]
#[template(path = "404.html")]
struct NotFoundTemplate<'a> {
    localizations: &'a [Localization],
    base_url: &'a BaseUrl,
}

/// What a host shows for an address that does not exist, in every language.
///
/// It is shown at any depth and so knows no way to the site's folder, unless
/// that is given: it needs no other file, and its links compare towards the
/// directory.
///
/// # Errors
/// The template cannot be filled.
pub fn not_found_html(localizations: &[Localization], base_url: &BaseUrl) -> Result<String> {
    document(&NotFoundTemplate {
        localizations,
        base_url,
    })
}

/// The page for what is not kept, where there is no network.
#[derive(Template)]
#[template(path = "not-saved.html")]
struct NotSavedTemplate<'a> {
    localizations: &'a [Localization],
}

/// What the service worker shows in place of a page that it has not kept, in
/// every language; it brings the links, which lead from the site's folder, to
/// the address of that page.
///
/// # Errors
/// The template cannot be filled.
pub fn not_saved_html(localizations: &[Localization]) -> Result<String> {
    document(&NotSavedTemplate { localizations })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str) -> Asset {
        Asset {
            address: format!("assets/{name}"),
            bytes: 1,
            integrity: format!("sha256-of-{name}"),
        }
    }

    fn html(address: &str, site_url: Option<&str>) -> String {
        let files = SharedFiles {
            main_styles: asset("m.css"),
            list_styles: asset("l.css"),
            document_styles: asset("p.css"),
            boot: asset("b.js"),
            icon: asset("i.svg"),
            touch_icon: asset("t.png"),
            app_icons: [192, 512].map(|size| (size, asset("a.png"))),
        };
        let page = RenderedPage {
            title: "Data & \"sources\"".to_owned(),
            description: "All \"files\"".to_owned(),
            html: "<div id=\"app\"><h1>Data</h1></div>".to_owned(),
        };
        let head = PageHead {
            address: address.to_owned(),
            is_published: !address.is_empty(),
            canonical: address.to_owned(),
            alternates: vec![Alternate {
                language: "en".to_owned(),
                title: "English".to_owned(),
                address: "data/".to_owned(),
            }],
            feeds: vec![("\"News\"".to_owned(), "feeds/a.atom".to_owned())],
            oembed: Some("embed/data/oembed.json".to_owned()),
            manifest: "ar/manifest.webmanifest".to_owned(),
            picture: "previews/data.png".to_owned(),
            picture_text: "A map".to_owned(),
            json_ld: json!({ "name": "</script>" }),
        };
        let base_url = BaseUrl::new(site_url.map(str::to_owned)).unwrap();
        let words = crate::tests::localizations()[3].words();
        page_html(&page, &head, words, &files, &base_url).unwrap()
    }

    #[test]
    fn a_page_has_its_own_title_text_and_language() {
        let html = html("data/", None);
        for part in [
            r#"<html lang="ar" dir="rtl">"#,
            r#"<link rel="alternate" hreflang="en" title="English" href="../data/">"#,
            r#"type="application/atom+xml" title="&#34;News&#34;" href="../feeds/a.atom">"#,
            "<title>Data &#38; &#34;sources&#34;</title>",
            r#"content="All &#34;files&#34;""#,
            r#"<div id="app"><h1>Data</h1></div>"#,
            r#"{"name":"\u003c/script\u003e"}</script>"#,
            r#"data-words='{"again":""#,
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn links_of_the_frame_are_right_at_every_depth() {
        for (address, to_root) in [("", "./"), ("data/", "../"), ("members/chad/", "../../")] {
            let html = html(address, None);
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
            let html = html(address, None);
            assert_eq!(html.matches("stylesheet").count(), 2, "{html}");
            assert!(html.contains("m.css") && html.contains(named), "{html}");
        }
    }

    #[test]
    fn the_policy_stands_before_all_that_it_governs() {
        let html = html("", None);
        assert!(
            html.find("Content-Security-Policy") < html.find("href="),
            "{html}"
        );
    }

    #[test]
    fn only_a_known_site_has_absolute_addresses() {
        assert!(!html("data/", None).contains("https:"));
        let html = html("data/", Some("https://nam.example/directory"));
        for absolute in [
            r#"rel="canonical" href="https://nam.example/directory/data/""#,
            r#"og:url" content="https://nam.example/directory/data/""#,
            r#"og:image" content="https://nam.example/directory/previews/data.png""#,
        ] {
            assert!(html.contains(absolute), "{absolute} in {html}");
        }
    }

    #[test]
    fn the_page_of_trunk_has_what_the_scripts_look_for_in_a_page() {
        let trunk = include_str!("../../../index.html");
        let html = html("", None);
        for element in [
            r#"<meta charset="utf-8">"#,
            r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#,
            r#"<meta name="color-scheme" content="light dark">"#,
            r#"<aside id="boot" class="boot" aria-label=""#,
            r#"<progress id="boot-progress" class="boot__progress" aria-label=""#,
            r#"<p id="boot-message" class="boot__message" role="alert"></p>"#,
        ] {
            assert!(trunk.contains(element), "index.html lacks {element}");
            assert!(html.contains(element), "page.html lacks {element}");
        }
    }
}
