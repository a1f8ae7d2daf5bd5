//! A page as it reads where no style separates its words and hides what does
//! not hold: in text browsers and reader modes, in copies, and for machines.

/// The attributes of what needs the program, or scripts at least: a live region
/// says what has changed, and nothing does without them.
const NEEDS: [&str; 2] = [" data-needs=", " role=\"status\""];

/// Where it stands, as HTML, until `boot.js` or the program brings it into the
/// page.
const CONTENT: &str = "data-content";

/// Elements that every reader of HTML takes to begin and end a line; browsers
/// without style may know none of the later ones, such as `nav`.
const BLOCKS: [&str; 25] = [
    "address", "br", "caption", "dd", "div", "dl", "dt", "form", "h1", "h2", "h3", "h4", "hr",
    "li", "ol", "option", "p", "table", "tbody", "td", "th", "thead", "tr", "ul", "wbr",
];

/// Elements without an end.
const VOID: [&str; 4] = ["br", "img", "input", "hr"];

/// A part of well-formed HTML.
enum Token<'a> {
    Open(&'a str),
    Close(&'a str),
    Text(&'a str),
}

/// What needs scripts, moved into attributes of empty templates, so that it is no
/// text and no button while there are none.
pub fn without_what_needs_scripts(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    // What is moved, and how many elements are open in it.
    let mut moved = String::new();
    let mut depth = 0;
    for token in tokens(html) {
        let text = token.text();
        match token {
            Token::Open(tag) if depth > 0 || NEEDS.iter().any(|needs| tag.contains(needs)) => {
                depth += usize::from(!VOID.contains(&name(tag)));
            }
            Token::Close(_) if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            _ => {
                kept.push_str(text);
                continue;
            }
        }
        moved.push_str(text);
        if depth == 0 {
            let content = moved.replace('&', "&amp;").replace('\'', "&#39;");
            kept.extend(["<template ", CONTENT, "='", &content, "'></template>"]);
            moved.clear();
        }
    }
    kept
}

/// With a space between words of different elements in a line.
pub fn with_spaces(html: &str) -> String {
    let mut spaced = String::with_capacity(html.len());
    // The last character of the line, and where a space may stand since an element
    // ended or began behind it.
    let mut last: Option<char> = None;
    let mut gap: Option<usize> = None;
    for token in tokens(html) {
        match token {
            Token::Text(text) => {
                let first = text.chars().next();
                if let (Some(last), Some(first), Some(gap)) = (last, first, gap)
                    && touch(last, first)
                {
                    spaced.insert(gap, ' ');
                }
                last = text.chars().next_back();
                gap = None;
            }
            // Within a word.
            Token::Open(tag) | Token::Close(tag) if name(tag) == "mark" => {}
            Token::Open(tag) | Token::Close(tag) if BLOCKS.contains(&name(tag)) => {
                (last, gap) = (None, None);
            }
            // Outside of what ends, and of what begins.
            Token::Open(_) => gap = gap.or(Some(spaced.len())),
            Token::Close(tag) => gap = Some(spaced.len() + tag.len()),
        }
        spaced.push_str(token.text());
    }
    spaced
}

/// Whether two characters beside one another read as one word.
fn touch(last: char, first: char) -> bool {
    let ends = last.is_alphanumeric() || ".,:;!?)]%’\"”»".contains(last);
    let begins = first.is_alphanumeric() || "([+“«☆".contains(first);
    ends && begins
}

/// The parts of HTML as Leptos writes it.
fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = match rest.strip_prefix('<') {
            None => rest.find('<').unwrap_or(rest.len()),
            Some(_) => tag_length(rest),
        };
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(match token.as_bytes() {
            [b'<', b'/', ..] => Token::Close(token),
            [b'<', ..] => Token::Open(token),
            _ => Token::Text(token),
        })
    })
}

/// The bytes of the tag with which `html` begins; a value in quotation marks may
/// hold the character that ends one.
fn tag_length(html: &str) -> usize {
    let mut quote = None;
    let end = html.bytes().position(|byte| {
        match quote {
            Some(begun) if begun == byte => quote = None,
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            _ => {}
        }
        byte == b'>' && quote.is_none()
    });
    end.map_or(html.len(), |end| end + 1)
}

/// The name in a tag.
fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|character: char| !character.is_ascii_alphanumeric());
    &name[..end.unwrap_or(name.len())]
}

impl<'a> Token<'a> {
    /// As it stands in the HTML.
    fn text(&self) -> &'a str {
        match self {
            Self::Open(text) | Self::Close(text) | Self::Text(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_different_elements_are_apart() {
        for (html, expected) in [
            ("<b>A</b><i>1</i>", "<b>A</b> <i>1</i>"),
            (
                "<b><i>A</i></b><i><b>1</b></i>",
                "<b><i>A</i></b> <i><b>1</b></i>",
            ),
            ("A<i>1</i>", "A <i>1</i>"),
            ("<i>A.</i>B", "<i>A.</i> B"),
            (
                "<nav><a>A</a></nav><main>B</main>",
                "<nav><a>A</a></nav> <main>B</main>",
            ),
            (
                "<a title=\">\">A</a><svg></svg><b>B</b>",
                "<a title=\">\">A</a><svg></svg> <b>B</b>",
            ),
            (
                "<b>A</b><template data-content='<p>It&#39;s</p>'></template><b>B</b>",
                "<b>A</b><template data-content='<p>It&#39;s</p>'></template> <b>B</b>",
            ),
        ] {
            assert_eq!(with_spaces(html), expected);
        }
        for apart in [
            "<b>A</b> <i>1</i>",
            "<p>A</p><p>B</p>",
            "(<b>A</b>)",
            "<b>A</b>, B",
            "<mark>Ken</mark>ya",
            "a<wbr>b",
        ] {
            assert_eq!(with_spaces(apart), apart);
        }
    }

    #[test]
    fn what_needs_scripts_is_no_text() {
        let html = "<p>A</p><div data-needs=\"program\"><div>B's<input></div>\
                    <b data-needs=\"program\">&amp;</b></div>C<input data-needs=\"program\">";
        let expected = "<p>A</p><template data-content='<div data-needs=\"program\">\
                        <div>B&#39;s<input></div><b data-needs=\"program\">&amp;amp;</b></div>'>\
                        </template>C\
                        <template data-content='<input data-needs=\"program\">'></template>";
        assert_eq!(without_what_needs_scripts(html), expected);
    }
}
