//! `cargo xtask styles`: joins the style sheets.
//!
//! trunk would make one request of each sheet; a reader on a slow line should
//! wait for few. What every page needs is one, what lists need and what only
//! published pages need another each: a page names two of the three. trunk
//! runs this before every build.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

/// Sheets that others build on, in this order.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "layout.css"];
/// The sheets that are made, with the folder of those for some pages alone.
const MADE: [(&str, &str); 3] = [
    ("main.css", ""),
    ("lists.css", "lists"),
    ("pages.css", "pages"),
];

/// Joins the sheets of styles/ in target/hemicycle/.
///
/// A new sheet needs no mention anywhere: in main.css after `tokens`, `base`
/// and `layout` come those in styles/components/, then the other ones of
/// styles/, by name; lists.css and pages.css have those in their folders.
///
/// # Errors
/// A sheet cannot be read, or the result not be written.
pub fn run() -> Result<()> {
    let styles = paths::root().join("styles");
    let made = paths::intermediates();
    fs::create_dir_all(&made).with_context(|| made.display().to_string())?;
    for (name, folder) in MADE {
        let sheets = match folder {
            "" => sheets(&styles)?,
            folder => named_css(&styles.join(folder))?,
        };
        let mut joined = String::new();
        for sheet in sheets {
            let text = fs::read_to_string(&sheet).with_context(|| sheet.display().to_string())?;
            joined.push_str(&packed(&text));
        }
        let file = made.join(name);
        fs::write(&file, joined).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// The sheets of `folder` in the order of the cascade.
fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let own = named_css(folder)?;
    let (mut first, last): (Vec<_>, Vec<_>) =
        own.into_iter().partition(|sheet| rank(sheet).is_some());
    first.sort_by_key(|sheet| rank(sheet));
    let components = named_css(&folder.join("components"))?;
    Ok([first, components, last].concat())
}

/// The place of `sheet` among the first ones.
fn rank(sheet: &Path) -> Option<usize> {
    FIRST.iter().position(|name| sheet.ends_with(name))
}

/// The style sheets in `folder` itself, by name; none where it is missing.
fn named_css(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort();
    Ok(files)
}

/// `css` without its comments and the space that only its writers need; text in
/// quotes stays as it is.
fn packed(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        push_packed(&mut kept, before);
        let length = if let Some(comment) = from.strip_prefix("/*") {
            comment.find("*/").map_or(from.len(), |end| end + 4)
        } else if from.starts_with('/') {
            kept.push('/');
            1
        } else {
            let quoted = quoted(from);
            kept.push_str(&from[..quoted]);
            quoted
        };
        rest = &from[length..];
    }
    push_packed(&mut kept, rest);
    kept
}

/// Adds `css`, in which is no text in quotes: space is one blank, and none
/// after a sign that parts what stands beside it, nor before a brace.
fn push_packed(kept: &mut String, css: &str) {
    for character in css.chars() {
        match character {
            _ if character.is_whitespace() => {
                if !kept.is_empty() && !kept.ends_with([' ', '{', '}', ';', ':', ',']) {
                    kept.push(' ');
                }
            }
            '{' | '}' => {
                kept.truncate(kept.trim_end_matches([' ', ';']).len());
                kept.push(character);
            }
            _ => kept.push(character),
        }
    }
}

/// Bytes of the quoted text with which `css` begins, quotes included.
fn quoted(css: &str) -> usize {
    let mut characters = css.char_indices();
    let mark = characters.next().map(|(_, mark)| mark);
    let mut escaped = false;
    for (at, character) in characters {
        if !escaped && Some(character) == mark {
            return at + 1;
        }
        escaped = character == '\\' && !escaped;
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(packed(css), expected, "{css}");
    }

    #[test]
    fn comments_go_and_quoted_text_stays() {
        check("/* a */ b {}\n\n\n/* c\n d */\ne {}\n", "b{}e{}");
        check("a { b: c / d; }", "a{b:c / d}");
        check(
            r#"a { content: "/*  \" */"; } /* x */"#,
            r#"a{content:"/*  \" */"}"#,
        );
        check("a { b: '' } /* never closed", "a{b:''}");
    }

    #[test]
    fn space_stays_where_it_says_something() {
        check(
            "a :is(b, c) > d,\ne:hover {\n  f: g h;\n\n  i: j(1 + 2);\n}\n",
            "a :is(b,c) > d,e:hover{f:g h;i:j(1 + 2)}",
        );
        check(
            "@media (min-width: 1px) and (max-width: 2px) {\n  a {\n    b: c;\n  }\n}",
            "@media (min-width:1px) and (max-width:2px){a{b:c}}",
        );
    }

    #[test]
    fn sheets_come_in_the_order_of_the_cascade() {
        let folder = std::env::temp_dir().join(format!("hemicycle-styles-{}", std::process::id()));
        fs::create_dir_all(folder.join("components")).unwrap();
        for name in [
            "print.css",
            "layout.css",
            "base.css",
            "tokens.css",
            "components/b.css",
            "components/a.css",
            "components/note.txt",
        ] {
            fs::write(folder.join(name), "").unwrap();
        }
        let found = sheets(&folder).unwrap();
        let names: Vec<_> = found
            .iter()
            .map(|sheet| sheet.strip_prefix(&folder).unwrap().display().to_string())
            .collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            names,
            [
                "tokens.css",
                "base.css",
                "layout.css",
                "components/a.css",
                "components/b.css",
                "print.css"
            ]
        );
    }
}
