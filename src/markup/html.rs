//! Markup as text, for pages rendered without a browser.

use html_escape::{encode_double_quoted_attribute_to_string, encode_text_to_string};

use super::{Element, Markup};

/// Elements that hold nothing and have no end tag: HTML, section 13.1.2.
const VOID: [&str; 5] = ["br", "img", "input", "meta", "wbr"];

impl Markup {
    /// Writes the part as HTML.
    pub fn write_html(&self, html: &mut String) {
        match self {
            Self::Text(text) => {
                encode_text_to_string(text, html);
            }
            Self::Element(element) => element.write(html),
            Self::Live(part) => part().write_html(html),
        }
    }
}

impl Element {
    /// Writes the element with all that it holds.
    pub fn write(&self, html: &mut String) {
        let parts = &self.0;
        html.extend(["<", parts.tag]);
        for (name, value) in &parts.attributes {
            write_attribute(html, name, value);
        }
        for (name, value) in &parts.live_attributes {
            if let Some(value) = value() {
                write_attribute(html, name, &value);
            }
        }
        html.push('>');
        if VOID.contains(&parts.tag) {
            return;
        }
        for child in &parts.children {
            child.write_html(html);
        }
        html.extend(["</", parts.tag, ">"]);
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    if name == "style" {
        return;
    }
    html.extend([" ", name]);
    if !value.is_empty() {
        html.push_str("=\"");
        encode_double_quoted_attribute_to_string(value, html);
        html.push('"');
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::{Markup, el, live};

    fn check(part: impl Into<Markup>, expected: &str) {
        let mut html = String::new();
        part.into().write_html(&mut html);
        assert_eq!(html, expected);
    }

    #[test]
    fn elements_hold_attributes_and_children() {
        let link = el("a").href("members/algeria/").child("Algeria");
        check(
            el("p").class("lead").child("To ").child(link),
            r#"<p class="lead">To <a href="members/algeria/">Algeria</a></p>"#,
        );
        check(
            el("input")
                .id("search")
                .flag("hidden", true)
                .flag("disabled", false),
            r#"<input id="search" hidden>"#,
        );
        check(
            el("ul").children(["a", "b"].map(|text| el("li").child(text))),
            "<ul><li>a</li><li>b</li></ul>",
        );
    }

    #[test]
    fn what_is_absent_leaves_nothing() {
        check(
            el("p").maybe("lang", None::<String>).child(None::<String>),
            "<p></p>",
        );
    }

    #[test]
    fn text_cannot_become_markup() {
        check("<b> & co", "&lt;b&gt; &amp; co");
        check(
            el("p").attr("title", r#"a "b" <c>"#),
            r#"<p title="a &quot;b&quot; &lt;c&gt;"></p>"#,
        );
    }

    #[test]
    fn live_parts_are_written_as_they_stand() {
        check(el("p").live(|| "now"), "<p>now</p>");
        check(
            el("p").live_attr("lang", || Some("ar")),
            r#"<p lang="ar"></p>"#,
        );
        check(el("p").live_attr("lang", || None::<&str>), "<p></p>");
        check(live(|| live(|| el("p"))), "<p></p>");
    }

    #[test]
    fn styles_are_left_to_the_object_model() {
        check(el("p").attr("style", "color: red"), "<p></p>");
    }
}
