//! A name in whatever language it is written.

use crate::markup::{Element, el};

/// A name that carries its language and finds its own direction; `lang` is
/// BCP 47, `und` where unknown.
pub fn lang_name(lang: &'static str, name: &'static str) -> Element {
    el("bdi")
        .class("lang-name")
        .maybe("lang", (lang != "und").then_some(lang))
        .child(name)
}
