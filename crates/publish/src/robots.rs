//! robots.txt.

use crate::base_url::BaseUrl;

/// Everything may be read by machines.
pub fn text(base_url: &BaseUrl) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if base_url.is_known() {
        text.extend(["Sitemap: ", &base_url.link("sitemap.xml", ""), "\n"]);
    }
    text
}
