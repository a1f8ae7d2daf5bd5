//! One fact: what it is called, its value, and where it comes from.

use directory::Directory;
use directory::model::Origin;

use super::source_note::source_note;
use crate::markup::{Element, Markup, el};

/// A name, such as "Seats", with its value and source; says so where the value
/// is not known.
pub fn fact(
    directory: &'static Directory,
    name: &'static str,
    value: Option<Vec<Markup>>,
    origin: &'static Origin,
) -> Element {
    let value = match value {
        Some(value) => el("dd")
            .children(value)
            .child(" ")
            .children(source_note(directory, origin, name)),
        None => el("dd").child(
            el("span")
                .class("missing")
                .child(directory.catalogue.fact_unknown()),
        ),
    };
    el("div")
        .class("fact")
        .child(el("dt").child(name))
        .child(value)
}
