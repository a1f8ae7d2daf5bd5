//! Files in the site by which hosts send the headers of `policy.rs`.
//!
//! docs/hosting.md says which host reads which. A host that knows none of them
//! serves the site as well: the policy stands in every page.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::policy::{self, ASK_FIRST, FOR_EVER, HASHED};

/// Writes all of them into `site`.
///
/// # Errors
/// One cannot be written.
pub fn write(site: &Path) -> Result<()> {
    for (name, text) in [
        ("_headers", headers_file()),
        (".htaccess", htaccess()),
        ("nginx.conf", nginx()),
    ] {
        let file = site.join(name);
        fs::write(&file, text).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// For Netlify, Cloudflare Pages and those that read the same form.
fn headers_file() -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in policy::headers() {
        line(&mut text, format_args!("  {name}: {value}"));
    }
    // Both ask first of themselves, and would send two values if told so here.
    for start in HASHED {
        line(
            &mut text,
            format_args!("/{start}*\n  cache-control: {FOR_EVER}"),
        );
    }
    text
}

/// For Apache, in the folder itself.
fn htaccess() -> String {
    let mut text = "AddType application/wasm .wasm\nDirectoryIndex index.html\n\
        <IfModule mod_headers.c>\n"
        .to_owned();
    for (name, value) in policy::headers() {
        line(
            &mut text,
            format_args!("  Header always set {name} \"{value}\""),
        );
    }
    line(
        &mut text,
        format_args!("  Header set cache-control \"{ASK_FIRST}\""),
    );
    line(&mut text, format_args!("  <FilesMatch \"^{}\">", hashed()));
    line(
        &mut text,
        format_args!("    Header set cache-control \"{FOR_EVER}\""),
    );
    text.push_str("  </FilesMatch>\n</IfModule>\n<IfModule mod_deflate.c>\n");
    text.push_str("  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json application/wasm image/svg+xml\n");
    text.push_str("</IfModule>\n");
    text
}

/// For nginx, to be included in a `server` block.
fn nginx() -> String {
    let mut text = "index index.html;\n".to_owned();
    for (name, value) in policy::headers() {
        line(
            &mut text,
            format_args!("add_header {name} \"{value}\" always;"),
        );
    }
    // A block of its own for these files would forget the headers above.
    text.push_str("add_header cache-control $hemicycle_cache;\n");
    line(
        &mut text,
        format_args!("set $hemicycle_cache \"{ASK_FIRST}\";"),
    );
    line(
        &mut text,
        format_args!(
            "if ($uri ~ \"/{}\") {{ set $hemicycle_cache \"{FOR_EVER}\"; }}",
            hashed()
        ),
    );
    text.push_str("gzip on;\n");
    text.push_str("gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;\n");
    text
}

/// The names of hashed files as a regular expression.
fn hashed() -> String {
    format!("({})[^/]*$", HASHED.join("|"))
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("text takes all that is written to it");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        for text in [headers_file(), htaccess(), nginx()] {
            for (name, value) in policy::headers() {
                assert!(
                    text.contains(name) && text.contains(&value),
                    "{name}: {text}"
                );
            }
            assert!(text.contains(FOR_EVER), "{text}");
        }
    }

    #[test]
    fn hosts_that_keep_files_of_themselves_are_told_to_ask_first() {
        assert!(htaccess().contains(ASK_FIRST) && nginx().contains(ASK_FIRST));
    }

    #[test]
    fn the_pattern_names_hashed_files_alone() {
        assert_eq!(hashed(), "(hemicycle-|main-|icon-)[^/]*$");
    }
}
