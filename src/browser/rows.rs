//! Rows that were published, which the program shows, hides and puts in order.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::{focus, target};
use leptos::prelude::*;

/// The id in a box that was ticked or unticked.
pub fn ticked(event: &Event) -> Option<String> {
    let input: HtmlInputElement = target(event)?.dyn_into().ok()?;
    Some(input.value())
}

/// All elements that `selector` finds.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(selector).ok();
    let nodes = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |place| found.item(place)));
    nodes.filter_map(|node| node.dyn_into().ok())
}

/// The texts of all elements that `selector` finds.
pub fn texts_of(selector: &str) -> Vec<String> {
    all(selector)
        .filter_map(|element| element.text_content())
        .collect()
}

/// Gives each date of the page, by its `datetime`, the text and the class that
/// `age` tells of it.
pub fn refresh_relative_dates(age: impl Fn(&str) -> Option<(String, &'static str)>) {
    for element in all("time[datetime]") {
        let date = element.get_attribute("datetime");
        if let Some((text, class)) = date.and_then(|date| age(&date)) {
            element.set_text_content(Some(&text));
            element.set_class_name(class);
        }
    }
}

/// Shows of a table, the parts of which have ids, these parts in this order;
/// with each a remark and whether it is ticked. What is in order already stays
/// where it is, and keeps the focus.
pub fn reorder_rows(table: &str, parts: &[(String, String, bool)]) {
    let Some(whole) = document().get_element_by_id(table) else {
        return;
    };
    let mut before = Vec::new();
    let active = document().active_element();
    for part in all(&format!("#{table} > tbody")) {
        let is_shown = parts.iter().any(|(id, ..)| *id == part.id());
        let _ = if is_shown {
            before.push(part.id());
            part.remove_attribute("hidden")
        } else {
            if part.contains(active.as_deref()) {
                focus("search");
            }
            part.set_attribute("hidden", "")
        };
    }
    let is_in_order = before.iter().eq(parts.iter().map(|(id, ..)| id));
    for (id, remark, ticked) in parts {
        let Some(part) = document().get_element_by_id(id) else {
            continue;
        };
        if !is_in_order {
            let _ = whole.append_child(&part);
        }
        if let Ok(Some(small)) = part.query_selector("th small") {
            small.set_text_content(Some(remark));
        }
        if let Ok(Some(input)) = part.query_selector("input") {
            input
                .unchecked_ref::<HtmlInputElement>()
                .set_checked(*ticked);
        }
    }
}
