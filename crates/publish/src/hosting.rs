//! Files in the site by which hosts send the headers of `policy.rs`.
//!
//! docs/hosting.md says which host reads which. A host that knows none of them
//! serves the site as well: the policy stands in every page.

use std::fmt::Write;

use anyhow::Result;
use exports::media_types::{MediaType, media_type_by_ending};

use crate::files::{ASSETS, Files};
use crate::localizations::Localization;
use crate::policy::{self, IMMUTABLE, REVALIDATE};

/// Endings of files whose media types not every host knows: those who subscribe
/// would be given a file to save instead.
const FOR_SUBSCRIBERS: [&str; 3] = ["ics", "vcf", "atom"];

/// Endings of files that older tables of Apache lack.
const UNKNOWN_TO_APACHE: [&str; 3] = ["wasm", "js", "webmanifest"];

/// The header that says who may show a page in a frame.
const POLICY_HEADER: &str = "content-security-policy";

/// What the address of a page that may be framed holds, wherever the site
/// stands: a regular expression, which both nginx and Apache take.
fn framed_pattern() -> String {
    format!("/({})", policy::framed_folders().join("|"))
}

/// The media types of files with these endings.
fn media_types<const COUNT: usize>(endings: [&str; COUNT]) -> [MediaType; COUNT] {
    endings.map(|ending| media_type_by_ending(ending).expect("the list has every kind of file"))
}

/// Writes all of them.
///
/// # Errors
/// One cannot be written.
pub fn write(localizations: &[Localization], files: &mut Files) -> Result<()> {
    let homes: Vec<&str> = localizations
        .iter()
        .map(|one| one.folder.as_str())
        .collect();
    files.write("_headers", headers_file(&homes))?;
    files.write("apache.conf", apache())?;
    files.write("nginx.conf", nginx())?;
    // Else GitHub Pages leaves out what begins with an underscore.
    files.write(".nojekyll", "")
}

/// For Netlify, Cloudflare Pages and those that read the same form, with the
/// folders of all languages.
fn headers_file(homes: &[&str]) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in policy::headers() {
        line(&mut text, format_args!("  {name}: {value}"));
    }
    // Both ask first of themselves, and would send two values if told so here.
    line(
        &mut text,
        format_args!("/{ASSETS}/*\n  cache-control: {IMMUTABLE}"),
    );
    // Netlify takes the later value and passes over a line without a colon;
    // Cloudflare would join both values unless the first is taken back so.
    let policy = policy::embed_policy();
    for home in homes {
        for folder in policy::framed_folders() {
            let rule =
                format!("/{home}{folder}*\n  ! {POLICY_HEADER}\n  {POLICY_HEADER}: {policy}");
            line(&mut text, format_args!("{rule}"));
        }
    }
    // For Netlify a `*` ends at a slash; it knows these of itself.
    for media_type in media_types(FOR_SUBSCRIBERS) {
        let (ending, name) = (media_type.ending, media_type.with_charset());
        line(
            &mut text,
            format_args!("/*.{ending}\n  content-type: {name}"),
        );
    }
    text
}

/// For Apache, to be included in a `<Directory>`, or named `.htaccess` in the
/// folder itself.
///
/// It has not that name at once: an Apache that allows only some of it answers
/// every address with an error, where it would serve the site without it.
fn apache() -> String {
    let mut text = "AddDefaultCharset utf-8\n".to_owned();
    for MediaType { ending, name, .. } in media_types(UNKNOWN_TO_APACHE) {
        line(&mut text, format_args!("AddType {name} .{ending}"));
    }
    for media_type in media_types(FOR_SUBSCRIBERS) {
        let (ending, name) = (media_type.ending, media_type.with_charset());
        line(&mut text, format_args!("AddType \"{name}\" .{ending}"));
    }
    text.push_str("<IfModule mod_headers.c>\n");
    for (name, value) in policy::headers() {
        line(
            &mut text,
            format_args!("  Header always set {name} \"{value}\""),
        );
    }
    line(
        &mut text,
        format_args!(
            "  <If \"%{{REQUEST_URI}} =~ m#{}#\">\n    Header always set {POLICY_HEADER} \"{}\"\n  </If>",
            framed_pattern(),
            policy::embed_policy()
        ),
    );
    line(
        &mut text,
        format_args!("  Header set cache-control \"{REVALIDATE}\""),
    );
    line(
        &mut text,
        format_args!(
            "  <If \"%{{REQUEST_URI}} =~ m#/{ASSETS}/[^/]+$#\">\n    Header set cache-control \"{IMMUTABLE}\"\n  </If>"
        ),
    );
    text.push_str("</IfModule>\n");
    text.push_str(APACHE_COPIES);
    text
}

/// Sends the copies that are compressed already, to those who take them.
///
/// Debian's Apache takes `.br` for the Breton language.
const APACHE_COPIES: &str = r#"<IfModule mod_rewrite.c>
  <IfModule mod_headers.c>
    RewriteEngine On
    RewriteCond %{HTTP:Accept-Encoding} \bbr\b
    RewriteCond %{REQUEST_FILENAME}.br -f
    RewriteRule ^(.+)$ $1.br [L,E=no-brotli:1,E=no-gzip:1]
    RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
    RewriteCond %{REQUEST_FILENAME}.gz -f
    RewriteRule ^(.+)$ $1.gz [L,E=no-brotli:1,E=no-gzip:1]
    <FilesMatch "\.br$">
      RemoveType .br
      RemoveLanguage .br
      AddEncoding br .br
      Header append vary accept-encoding
    </FilesMatch>
    <FilesMatch "\.gz$">
      RemoveType .gz
      AddEncoding gzip .gz
      Header append vary accept-encoding
    </FilesMatch>
  </IfModule>
</IfModule>
"#;

/// For nginx, to be included in a `server` block.
fn nginx() -> String {
    let mut text = "index index.html;\ncharset utf-8;\n".to_owned();
    for (name, value) in policy::headers() {
        if name == POLICY_HEADER {
            let framed = policy::embed_policy();
            let pattern = framed_pattern();
            line(
                &mut text,
                format_args!("set $hemicycle_policy \"{value}\";"),
            );
            line(
                &mut text,
                format_args!("if ($uri ~ \"{pattern}\") {{ set $hemicycle_policy \"{framed}\"; }}"),
            );
            line(
                &mut text,
                format_args!("add_header {name} $hemicycle_policy always;"),
            );
        } else {
            line(
                &mut text,
                format_args!("add_header {name} \"{value}\" always;"),
            );
        }
    }
    // A block of its own for these files would forget the headers above.
    text.push_str("add_header cache-control $hemicycle_cache;\n");
    line(
        &mut text,
        format_args!("set $hemicycle_cache \"{REVALIDATE}\";"),
    );
    line(
        &mut text,
        format_args!(
            "if ($uri ~ \"/{ASSETS}/[^/]+$\") {{ set $hemicycle_cache \"{IMMUTABLE}\"; }}"
        ),
    );
    // These say nothing of headers, and so forget none.
    for media_type in media_types(FOR_SUBSCRIBERS) {
        let (ending, name) = (media_type.ending, media_type.with_charset());
        line(
            &mut text,
            format_args!("location ~ \\.{ending}$ {{ types {{ }} default_type \"{name}\"; }}"),
        );
    }
    // Caches on the way keep the compressed and the plain form apart.
    text.push_str("gzip_static on;\ngzip_vary on;\n");
    text
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("text takes all that is written to it");
}

#[cfg(test)]
mod tests {
    use hemicycle::Embed;

    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        for text in [headers_file(&["", "fr/"]), apache(), nginx()] {
            for (name, value) in policy::headers() {
                assert!(
                    text.contains(name) && text.contains(&value),
                    "{name}: {text}"
                );
            }
            assert!(text.contains(IMMUTABLE), "{text}");
            for media_type in media_types(FOR_SUBSCRIBERS) {
                let name = media_type.with_charset();
                assert!(
                    text.contains(media_type.ending) && text.contains(&name),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn every_host_lets_frames_show_these_pages_in_every_language_and_no_other() {
        let framed = policy::embed_policy();
        let rules = headers_file(&["", "fr/"]);
        for (folder, count) in [
            ("/embed/map/", 1),
            ("/fr/embed/members/", 1),
            ("/embed/", 0),
        ] {
            let rule = format!("\n{folder}*\n  ! {POLICY_HEADER}\n  {POLICY_HEADER}: {framed}\n");
            assert_eq!(rules.matches(&rule).count(), count, "{folder}: {rules}");
        }
        assert_eq!(rules.matches(&framed).count(), 2 * Embed::FOLDERS.len());
        for text in [apache(), nginx()] {
            assert_eq!(text.matches(&framed).count(), 1, "{text}");
            assert!(
                text.contains("/(embed/events/|embed/list/|embed/map/|embed/members/)"),
                "{text}"
            );
        }
    }

    #[test]
    fn hosts_that_keep_files_of_themselves_are_told_to_revalidate() {
        assert!(apache().contains(REVALIDATE) && nginx().contains(REVALIDATE));
    }
}
