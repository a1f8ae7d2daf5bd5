//! What the published page of a member says, read for a comparison; in the
//! browser alone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Url};

use super::published::{FetchedPage, fetch_page};
use crate::browser::{MemberSheet, SheetChamber, SheetFact, elements_in};

/// Has the page at an address of the host fetched, and gives `act` what it says;
/// nothing where it is not to be had.
pub fn read_member_page(address: String, act: Box<dyn FnOnce(Option<MemberSheet>)>) {
    spawn_local(async move {
        let page = fetch_page(&address).await.ok();
        act(page.map(|page| read(&page, &address)));
    });
}

fn read(page: &FetchedPage, address: &str) -> MemberSheet {
    let whole = page.content();
    let origin = window().location().origin().unwrap_or_default();
    lead_from_anywhere(&whole, &format!("{origin}{address}"));
    let chambers = elements_in(&whole, ".chamber-card")
        .into_iter()
        .map(|card| SheetChamber {
            kind: first(&card, "h3 > small").map_or_else(String::new, |kind| text_of(&kind)),
            facts: facts(&card, ".facts > .fact"),
        });
    let memberships = elements_in(&whole, ".memberships > li")
        .into_iter()
        .filter_map(|item| {
            let name = text_of(&first(&item, "b")?);
            Some(SheetFact {
                name,
                value: String::new(),
                html: item.inner_html(),
            })
        });
    let events = elements_in(&whole, ".member-events li")
        .into_iter()
        .filter_map(|item| {
            let link = first(&item, "a")?;
            let name = link.get_attribute("href")?;
            Some(SheetFact {
                name,
                value: String::new(),
                html: link.outer_html(),
            })
        });
    let html = |selector: &str| {
        let found = elements_in(&whole, selector).into_iter();
        found
            .map(|element| element.outer_html())
            .collect::<String>()
    };
    MemberSheet {
        facts: facts(&whole, ".key-facts > .fact"),
        chambers: chambers.collect(),
        map: html(".member-page__head .locator-map"),
        memberships: memberships.collect(),
        events: events.collect(),
        contacts: html(".contacts-of"),
    }
}

/// The facts that `selector` finds.
fn facts(whole: &Element, selector: &str) -> Vec<SheetFact> {
    let facts = elements_in(whole, selector).into_iter().filter_map(|fact| {
        let value = first(&fact, "dd")?;
        let bare: Element = value.clone_node_with_deep(true).ok()?.unchecked_into();
        for source in elements_in(&bare, ".origin") {
            source.remove();
        }
        Some(SheetFact {
            name: text_of(&first(&fact, "dt")?),
            value: text_of(&bare),
            html: value.inner_html(),
        })
    });
    facts.collect()
}

/// Has the links of a page lead to the same from wherever they stand, and takes
/// away what only one page can have.
fn lead_from_anywhere(whole: &Element, address: &str) {
    for link in elements_in(whole, "[href]") {
        let href = link.get_attribute("href").unwrap_or_default();
        if href.starts_with('#') {
            continue;
        }
        if let Ok(url) = Url::new_with_base(&href, address) {
            let _ = link.set_attribute("href", &url.href());
        }
    }
    for named in elements_in(whole, ".contacts-of [id]") {
        let _ = named.remove_attribute("id");
    }
    for own in elements_in(whole, ".contact__code, .contact__wrong") {
        own.remove();
    }
}

fn first(whole: &Element, selector: &str) -> Option<Element> {
    whole.query_selector(selector).ok()?
}

/// What is read, in single spaces.
fn text_of(element: &Element) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
