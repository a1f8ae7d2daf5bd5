//! Addresses from page to page; absolute only where the site's own is known.

use anyhow::{Result, ensure};

/// Where the site will stand, if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// With a slash at its end.
    site_url: Option<String>,
}

impl Links {
    /// Links of a site that will stand at `site_url`.
    ///
    /// # Errors
    /// It is no plain address of a folder.
    pub fn new(site_url: Option<String>) -> Result<Self> {
        let Some(url) = site_url else {
            return Ok(Self { site_url: None });
        };
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        let is_plain = !url.contains([' ', '"', '\'', '<', '>', '&', '?', '#']);
        ensure!(
            is_web && is_plain,
            "{url} is no address of a site: https://host/folder/"
        );
        let url = format!("{}/", url.trim_end_matches('/'));
        Ok(Self {
            site_url: Some(url),
        })
    }

    /// Whether addresses are absolute.
    pub fn are_absolute(&self) -> bool {
        self.site_url.is_some()
    }

    /// The link to `address` on the page `from`, both below the site's folder.
    pub fn to(&self, address: &str, from: &str) -> String {
        if let Some(site_url) = &self.site_url {
            return format!("{site_url}{address}");
        }
        relative(address, from)
    }
}

/// The relative link to `address` on the page `from`, both below the site's
/// folder.
pub fn relative(address: &str, from: &str) -> String {
    match from.matches('/').count() {
        0 => format!("./{address}"),
        depth => format!("{}{address}", "../".repeat(depth)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(site_url: Option<&str>, address: &str, from: &str, expected: &str) {
        let links = Links::new(site_url.map(str::to_owned)).unwrap();
        assert_eq!(links.to(address, from), expected);
    }

    #[test]
    fn links_lead_there() {
        check(None, "", "", "./");
        check(None, "data/", "", "./data/");
        check(None, "", "data/", "../");
        check(None, "data/", "members/chad/", "../../data/");
        check(
            Some("https://a.example"),
            "data/",
            "members/chad/",
            "https://a.example/data/",
        );
        check(Some("https://a.example/b/"), "", "", "https://a.example/b/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "a.example",
            "ftp://a.example",
            "https://a.example/?b",
            "https://a\"b",
        ] {
            assert!(Links::new(Some(url.to_owned())).is_err(), "{url}");
        }
    }
}
