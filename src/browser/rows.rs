//! Rows that were published, which the program shows, hides and puts in order.

use directory::model::MemberId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::{elements_in, focus, target};
use leptos::prelude::*;

/// The member in whose row a box was ticked or unticked.
pub fn ticked(event: &Event) -> Option<MemberId> {
    let row = target(event)?.closest("[id^='row-']").ok()??;
    row.id().strip_prefix(ROW)?.parse().ok()
}

/// Gives each member's row in the element with the id `whole` a box, called so
/// and ticked or not; takes all away where there are none.
pub fn show_ticks(whole: &str, ticks: &[(&str, String, bool)]) {
    if ticks.is_empty() {
        all(&format!("#{whole} .tick")).for_each(|tick| tick.remove());
    }
    for (id, name, is_ticked) in ticks {
        let Some(row) = document().get_element_by_id(&format!("{ROW}{id}")) else {
            continue;
        };
        let tick = row.query_selector(".tick").ok().flatten();
        let tick = tick.or_else(|| {
            let place = row.query_selector("th").ok().flatten().unwrap_or(row);
            let tick = document().create_element("input").ok()?;
            for (attribute, value) in [
                ("type", "checkbox"),
                ("class", "tick"),
                ("aria-label", name),
            ] {
                tick.set_attribute(attribute, value).ok()?;
            }
            place.prepend_with_node_1(&tick).ok()?;
            Some(tick)
        });
        if let Some(tick) = tick {
            tick.unchecked_ref::<HtmlInputElement>()
                .set_checked(*is_ticked);
        }
    }
}

/// All elements of the page that `selector` finds.
fn all(selector: &str) -> impl Iterator<Item = Element> {
    let root = document().document_element().into_iter();
    root.flat_map(move |root| elements_in(&root, selector))
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

/// Shows the rows of these records in the element with the id `whole`, in this
/// order, and hides its others. What is in order already stays where it is and
/// keeps the focus; a row that is hidden gives it to the search.
pub fn show_rows(whole: &str, records: &[&str]) {
    let Some(whole) = document().get_element_by_id(whole) else {
        return;
    };
    let active = document().active_element();
    let mut row = next_row(whole.first_element_child());
    while let Some(each) = row {
        let is_hidden = !records.contains(&&each.id()[ROW.len()..]);
        if is_hidden != each.has_attribute("hidden") {
            if is_hidden && each.contains(active.as_deref()) {
                focus("search");
            }
            let _ = each.toggle_attribute_with_force("hidden", is_hidden);
        }
        row = next_row(each.next_element_sibling());
    }
    let mut next = next_shown(whole.first_element_child());
    for record in records {
        let Some(row) = document().get_element_by_id(&format!("{ROW}{record}")) else {
            continue;
        };
        if next.as_ref() == Some(&row) {
            next = next_shown(row.next_element_sibling());
        } else {
            let _ = whole.insert_before(&row, next.as_deref());
        }
    }
}

/// What the id of a row begins with, before that of its record.
pub const ROW: &str = "row-";

/// The first row among an element and those that follow it.
fn next_row(mut element: Option<Element>) -> Option<Element> {
    while let Some(one) = element {
        if one.id().starts_with(ROW) {
            return Some(one);
        }
        element = one.next_element_sibling();
    }
    None
}

/// The first of them that is not hidden.
fn next_shown(mut element: Option<Element>) -> Option<Element> {
    loop {
        let row = next_row(element)?;
        if !row.has_attribute("hidden") {
            return Some(row);
        }
        element = row.next_element_sibling();
    }
}

/// Shows the rows of these records in a table, as [`show_rows`] does; each is
/// given its remark, and ticked or not.
pub fn show_table_rows(table: &str, parts: &[(String, String, bool)]) {
    let records: Vec<&str> = parts.iter().map(|(id, ..)| id.as_str()).collect();
    show_rows(table, &records);
    for (id, remark, ticked) in parts {
        let Some(part) = document().get_element_by_id(&format!("{ROW}{id}")) else {
            continue;
        };
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
