//! sitemap.xml (sitemaps.org).

use std::fmt::Write;

use hemicycle::Page;

use crate::base_url::BaseUrl;
use crate::localizations::Localization;

/// Every page that is not another address of one; none where the site's own
/// address is not known, since the form has absolute addresses alone.
pub fn xml(localizations: &[Localization], base_url: &BaseUrl) -> Option<String> {
    if !base_url.is_known() {
        return None;
    }
    let mut text = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"#
    .to_owned();
    for localization in localizations {
        let directory = localization.site.directory;
        let date = directory.network.data_date;
        for page in Page::all(directory).filter(|page| !matches!(page, Page::Folder(_))) {
            let address = base_url.link(&localization.address(page), "");
            writeln!(
                text,
                "<url><loc>{address}</loc><lastmod>{date}</lastmod></url>"
            )
            .expect("text takes all that is written to it");
        }
    }
    text += "</urlset>\n";
    Some(text)
}
