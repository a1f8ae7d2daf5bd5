//! What all pages share, and how a page is put into it.

use anyhow::{Context, Result};
use hemicycle::Written;
use html_escape::{encode_double_quoted_attribute, encode_text};

/// The page that trunk made, parted where a page differs from it.
#[derive(Debug)]
pub struct Frame {
    /// Up to the text of its title.
    before_title: String,
    /// From the end of its title to the element that the app replaces.
    before_app: String,
    /// What follows that element.
    after_app: String,
}

impl Frame {
    /// Finds the title and the element with the id `app` in index.html.
    ///
    /// # Errors
    /// One of them is missing.
    pub fn parse(html: &str) -> Result<Self> {
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
        })
    }

    /// The page in full, for an address below the site's folder.
    pub fn around(&self, page: &Written, language: &str, address: &str) -> String {
        let title = encode_text(&page.title);
        let description = encode_double_quoted_attribute(&page.description);
        let before = at_depth_of(&self.before_title, address);
        let before = before.replacen(r#"lang="en""#, &format!(r#"lang="{language}""#), 1);
        let middle = at_depth_of(&self.before_app, address);
        let after = at_depth_of(&self.after_app, address);
        let head = format!(
            r#"</title>
    <meta name="description" content="{description}">
    <meta property="og:title" content="{title}">
    <meta property="og:description" content="{description}">
    <meta property="og:type" content="website">"#,
        );
        format!("{before}{title}{head}{middle}{}{after}", page.html)
    }
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
mod tests {
    use super::*;

    const FRAME: &str = r#"<html lang="en"><head><title>x</title>
    <link href="./main.css"></head><body><main id="app">wait</main><p>end</p></body></html>"#;

    fn page() -> Written {
        Written {
            title: "Data & sources".to_owned(),
            description: "All \"files\"".to_owned(),
            html: "<div id=\"app\"><h1>Data</h1></div>".to_owned(),
        }
    }

    #[test]
    fn a_page_has_its_own_title_text_and_language() {
        let html = Frame::parse(FRAME).unwrap().around(&page(), "fr", "data/");
        assert!(html.contains("<title>Data &amp; sources</title>"), "{html}");
        assert!(
            html.contains(r#"content="All &quot;files&quot;""#),
            "{html}"
        );
        assert!(
            html.contains(r#"<div id="app"><h1>Data</h1></div><p>end</p>"#),
            "{html}"
        );
        assert!(html.starts_with(r#"<html lang="fr">"#), "{html}");
        assert!(!html.contains("wait"), "{html}");
    }

    #[test]
    fn links_of_the_frame_are_right_at_every_depth() {
        let frame = Frame::parse(FRAME).unwrap();
        let link = |address: &str, expected: &str| {
            let html = frame.around(&page(), "en", address);
            assert!(
                html.contains(&format!("href=\"{expected}main.css\"")),
                "{html}"
            );
        };
        link("", "./");
        link("data/", "../");
        link("members/chad/", "../../");
    }

    #[test]
    fn a_frame_without_its_places_is_refused() {
        assert!(Frame::parse("<title>x</title>").is_err());
        assert!(Frame::parse(r#"<main id="app"></main>"#).is_err());
    }
}
