//! The picture of the map, which published pages show as an image: its outlines
//! are taken over into the maps of the program.

use std::cell::OnceCell;

use leptos::prelude::*;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

thread_local! {
    static PICTURE: OnceCell<Document> = const { OnceCell::new() };
}

/// Keeps the picture, so that maps can be made from it; tells whether the text
/// is one.
pub fn keep_picture(svg: &str) -> bool {
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
        let _ = PICTURE.with(|kept| kept.set(picture));
    }
    is_picture
}

/// Puts a copy of what the picture's group of this id holds into `place`. The
/// shapes were parsed once, with the picture.
pub fn draw_group(place: &Node, id: &str) {
    let Some(group) = in_picture(id) else {
        return;
    };
    let children = group.children();
    for child in (0..children.length()).filter_map(|number| children.item(number)) {
        if let Ok(copy) = document().import_node_with_deep(&child, true) {
            let _ = place.append_child(&copy);
        }
    }
}

/// The path data of the outline of this id.
pub fn path_of_outline(id: &str) -> Option<String> {
    in_picture(id)?.get_attribute("d")
}

fn in_picture(id: &str) -> Option<Element> {
    PICTURE.with(|picture| picture.get()?.get_element_by_id(id))
}
