//! The picture of the map, which published pages show as an image: its outlines
//! are taken over into the maps of the program.

use std::cell::OnceCell;

use leptos::prelude::*;
use web_sys::{Document, DomParser, Element, SupportedType};

use super::super::Detail;

thread_local! {
    static PICTURES: [OnceCell<Document>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

/// Keeps the picture of a level, so that maps can be made from it; tells whether
/// the text is one.
pub fn keep_picture(detail: Detail, svg: &str) -> bool {
    // Its own colours are for who looks at it alone. A browser reports them as a
    // breach of the page's policy, though nothing of this document is shown.
    let (before, styled) = svg.split_once("<style>").unwrap_or((svg, ""));
    let (_, after) = styled.split_once("</style>").unwrap_or_default();
    let svg = &format!("{before}{after}");
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(svg, SupportedType::ImageSvgXml));
    let picture = parsed.ok().filter(|picture| {
        let root = picture.document_element();
        root.is_some_and(|root| root.local_name() == "svg")
    });
    let is_picture = picture.is_some();
    if let Some(picture) = picture {
        // An error is a picture that is here already, and the same.
        let _ = PICTURES.with(|kept| kept[detail as usize].set(picture));
    }
    is_picture
}

/// Whether the picture of a level has come.
pub fn has_picture(detail: Detail) -> bool {
    PICTURES.with(|pictures| pictures[detail as usize].get().is_some())
}

/// Draws in `place` what the picture's group of this id holds. The shapes were
/// parsed once, with the picture.
///
/// Shapes that `place` has already keep their elements, with all that follows
/// them; only their paths change.
pub fn draw_group(detail: Detail, place: &Element, id: &str) {
    let Some(group) = in_picture(detail, id) else {
        return;
    };
    for drawn in children(place) {
        let id = drawn.id();
        if id.is_empty() || in_picture(detail, &id).is_none() {
            drawn.remove();
        }
    }
    let is_empty = place.first_element_child().is_none();
    for child in children(&group) {
        let find = || place.query_selector(&format!("[id=\"{}\"]", child.id()));
        if let Some(Ok(Some(drawn))) = (!is_empty).then(find) {
            let path = child.get_attribute("d").unwrap_or_default();
            let _ = drawn.set_attribute("d", &path);
        } else if let Ok(copy) = document().import_node_with_deep(&child, true) {
            let _ = place.append_child(&copy);
        }
    }
}

/// The path data of the outline of this id.
pub fn path_of_outline(detail: Detail, id: &str) -> Option<String> {
    in_picture(detail, id)?.get_attribute("d")
}

/// The elements in a group, as they are now.
fn children(group: &Element) -> impl Iterator<Item = Element> {
    let children = group.children();
    let children: Vec<_> = (0..children.length())
        .filter_map(|number| children.item(number))
        .collect();
    children.into_iter()
}

fn in_picture(detail: Detail, id: &str) -> Option<Element> {
    PICTURES.with(|pictures| pictures[detail as usize].get()?.get_element_by_id(id))
}
