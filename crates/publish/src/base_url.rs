//! Links from page to page; absolute only where the site's own address is known.

use anyhow::{Result, ensure};

/// Where the site will stand, if that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// With a slash at its end.
    site_url: Option<String>,
}

impl BaseUrl {
    /// The base of the links of a site that will stand at `site_url`.
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

    /// Whether it is known, so that links are absolute.
    pub fn is_known(&self) -> bool {
        self.site_url.is_some()
    }

    /// The link to `address` on the page `from`, both below the site's folder.
    pub fn link(&self, address: &str, from: &str) -> String {
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
        let base_url = BaseUrl::new(site_url.map(str::to_owned)).unwrap();
        assert_eq!(base_url.link(address, from), expected);
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
            assert!(BaseUrl::new(Some(url.to_owned())).is_err(), "{url}");
        }
    }
}
