//! Rows that were published, which the program shows, hides and puts in order.

use std::iter::successors;

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
/// order, and hides its others. As few as can be are moved, since the browser makes
/// each of those anew; the others stay where they are and keep the focus. A row that
/// is hidden gives it to the search.
pub fn show_rows(whole: &str, records: &[&str]) {
    let Some(whole) = document().get_element_by_id(whole) else {
        return;
    };
    let active = document().active_element();
    let mut rows: Vec<Option<Element>> = vec![None; records.len()];
    // The places in `records` of the rows that are shown, as these stand.
    let mut standing = Vec::new();
    let mut next = whole.first_element_child();
    while let Some(element) = next {
        next = element.next_element_sibling();
        let id = element.id();
        let Some(id) = id.strip_prefix(ROW) else {
            continue;
        };
        let place = records.iter().position(|record| *record == id);
        if place.is_none() != element.has_attribute("hidden") {
            if place.is_none() && element.contains(active.as_deref()) {
                focus("search");
            }
            let _ = element.toggle_attribute_with_force("hidden", place.is_none());
        }
        if let Some(place) = place {
            standing.push(place);
            rows[place] = Some(element);
        }
    }
    let mut staying = longest_increasing(&standing);
    let mut next: Option<Element> = None;
    for (place, row) in rows.into_iter().enumerate().rev() {
        let Some(row) = row else { continue };
        if staying.last() == Some(&place) {
            staying.pop();
        } else {
            let _ = whole.insert_before(&row, next.as_deref());
        }
        next = Some(row);
    }
}

/// The longest of the sequences that are left of `numbers`, all different, when
/// some are taken out and the others increase.
fn longest_increasing(numbers: &[usize]) -> Vec<usize> {
    // For each length, the index of the least number with which a sequence of that
    // length ends; for each number, the index of the one before it in its sequence.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (index, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let links = successors(ends.last().copied(), |index| before[*index]);
    let mut longest: Vec<usize> = links.map(|index| numbers[index]).collect();
    longest.reverse();
    longest
}

/// What the id of a row begins with, before that of its record.
pub const ROW: &str = "row-";

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

#[cfg(test)]
mod tests {
    use super::longest_increasing;

    #[test]
    fn as_many_as_can_be_stay_in_their_order() {
        assert!(longest_increasing(&[]).is_empty());
        assert_eq!(longest_increasing(&[0, 1, 2, 3]), [0, 1, 2, 3]);
        assert_eq!(longest_increasing(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_increasing(&[1, 2, 3, 0]), [1, 2, 3]);
        assert_eq!(longest_increasing(&[2, 0, 3, 1, 5, 4]).len(), 3);
        assert_eq!(longest_increasing(&[3, 2, 1, 0]).len(), 1);
    }
}
