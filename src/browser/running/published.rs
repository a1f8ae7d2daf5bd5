//! Pages as they were published, which the program fetches to show them in its
//! frame (docs/decisions/pages-as-published.md); in the browser alone.

use std::cell::RefCell;

use gloo_net::http::Request;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Document, DomParser, Element, HtmlElement, Node, SupportedType};

use super::fetching::fetch_style;
use crate::browser::{StyleSheet, elements_in, in_head};

/// How many pages are kept: those that a reader may go back to, and those that
/// were pointed at.
const MOST_KEPT: usize = 8;
/// The element that tells screen readers which page has come.
pub const PAGE_NAME: &str = "page-name";
/// Where what was fetched waits for those that draw the page.
const FETCHED: &str = "fetched";
/// Of the head of a page what the program brings into its own.
const HEAD: [(&str, &str); 2] = [("meta[name='description']", "content"), (CANONICAL, "href")];
/// What says where a page has its address.
pub const CANONICAL: &str = "link[rel='canonical']";
/// The script that starts the program.
const BOOT: &str = "script[type='module'][src*='boot']";

thread_local! {
    /// The pages that are there or on their way, the latest at the end.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A page that was asked for.
struct Kept {
    address: String,
    /// Gives the text, `null` if there is no answer, or `false` if it is none of ours.
    answer: Promise,
}

/// Why there is no published page to show.
pub enum Unfetched {
    /// No answer: the network or the host is away.
    NoAnswer,
    /// The host has something else there, or a page of another version.
    Refused,
}

/// A published page.
pub struct FetchedPage(Document);

/// Has a page and the style sheet of its kind fetched, which the reader may open
/// next, unless the reader wants to be sparing with data.
pub fn warm(address: &str, style_sheet: StyleSheet) {
    let navigator = window().navigator();
    let part = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let spares = part(&navigator, "connection").and_then(|line| part(&line, "saveData"));
    if !spares.is_ok_and(|spares| spares.is_truthy()) {
        // Where they are needed they are asked for again, and what fails is told.
        let _ = ask_page(address);
        spawn_local(async move {
            let _ = fetch_style(style_sheet.name()).await;
        });
    }
}

/// The page that was published at an address of the host.
///
/// # Errors
/// It is not to be had, or not in the version of the program; says which.
pub async fn fetch_page(address: &str) -> Result<FetchedPage, Unfetched> {
    let answer = JsFuture::from(ask_page(address)).await;
    let answer = answer.map_err(|_| Unfetched::NoAnswer)?;
    match answer.as_string() {
        Some(text) => FetchedPage::read(&text),
        None if answer.is_null() => Err(Unfetched::NoAnswer),
        None => Err(Unfetched::Refused),
    }
}

/// Asks for a page once; a later call tries again what failed.
pub fn ask_page(address: &str) -> Promise {
    let known = KEPT.with_borrow_mut(|kept| {
        let place = kept.iter().position(|page| page.address == address)?;
        // The latest stands last.
        kept[place..].rotate_left(1);
        kept.last().map(|page| page.answer.clone())
    });
    known.unwrap_or_else(|| {
        let address = address.to_owned();
        let asked = address.clone();
        let answer = future_to_promise(async move { Ok(answer_for(&asked).await) });
        KEPT.with_borrow_mut(|kept| {
            if kept.len() == MOST_KEPT {
                kept.remove(0);
            }
            kept.push(Kept {
                address,
                answer: answer.clone(),
            });
        });
        answer
    })
}

async fn answer_for(address: &str) -> JsValue {
    let text = text_at(address).await;
    if text.is_err() {
        KEPT.with_borrow_mut(|kept| kept.retain(|page| page.address != address));
    }
    match text {
        Ok(text) => JsValue::from_str(&text),
        Err(Unfetched::NoAnswer) => JsValue::NULL,
        Err(Unfetched::Refused) => JsValue::FALSE,
    }
}

async fn text_at(address: &str) -> Result<String, Unfetched> {
    let response = Request::get(address).send().await;
    let response = response.map_err(|_| Unfetched::NoAnswer)?;
    if !response.ok() {
        return Err(Unfetched::Refused);
    }
    response.text().await.map_err(|_| Unfetched::NoAnswer)
}

impl FetchedPage {
    /// The page, if it is one of ours and of the version that runs.
    fn read(html: &str) -> Result<Self, Unfetched> {
        let parser = DomParser::new();
        let page =
            parser.and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
        let page = page.map_err(|_| Unfetched::Refused)?;
        if content_of(&page).is_none() || boot_of(&page) != boot_of(&document()) {
            return Err(Unfetched::Refused);
        }
        Ok(Self(page))
    }

    /// What is read on it, which is taken out of it.
    pub fn content(&self) -> Element {
        let content = content_of(&self.0).expect("only a page that has content is one of ours");
        bring_in_content(&content);
        content
    }

    /// Brings what the page says of itself into the head, and has its content
    /// wait until it is drawn, in the task that is running.
    pub fn enter(self) {
        let document = document();
        document.set_title(&self.0.title());
        for (selector, attribute) in HEAD {
            let element = self.0.query_selector(selector).ok().flatten();
            let value = element.and_then(|element| element.get_attribute(attribute));
            in_head(selector, attribute, &value.unwrap_or_default());
        }
        name_page(&self.0.title());
        // A link that stays, such as that to the next, is of the page before.
        let content = document.get_element_by_id("content");
        let active = document.active_element();
        if content.is_some_and(|content| is_within(&content, active.as_ref()))
            && let Some(active) = active
        {
            let _ = active.unchecked_ref::<HtmlElement>().blur();
        }
        remove_fetched();
        let (Some(body), Ok(place), Some(content)) = (
            document.body(),
            document.create_element("div"),
            content_of(&self.0),
        ) else {
            return;
        };
        bring_in_content(&content);
        place.set_id(FETCHED);
        let _ = place.set_attribute("hidden", "");
        let _ = place.append_child(&content);
        let _ = body.append_child(&place);
        // What nobody has taken is not wanted.
        request_animation_frame(remove_fetched);
    }
}

fn remove_fetched() {
    if let Some(place) = document().get_element_by_id(FETCHED) {
        place.remove();
    }
}

/// Whether an element is inside another, and not the other itself.
fn is_within(outer: &Element, inner: Option<&Element>) -> bool {
    inner.is_some_and(|inner| inner != outer && outer.contains(Some(inner.unchecked_ref::<Node>())))
}

/// Tells screen readers which page has come.
pub fn name_page(name: &str) {
    if let Some(element) = document().get_element_by_id(PAGE_NAME) {
        element.set_text_content(Some(name));
    }
}

/// What is read on a page.
fn content_of(page: &Document) -> Option<Element> {
    page.query_selector("#content .page").ok()?
}

/// What needs the program becomes a part of the page, as `js/boot.js` has it in
/// the first one (`prerender/unstyled.rs`).
fn bring_in_content(page: &Element) {
    for place in elements_in(page, "[data-content]") {
        let content = place.get_attribute("data-content");
        place.set_outer_html(&content.unwrap_or_default());
    }
}

/// The name of the file that starts the program, which is another in each version.
fn boot_of(page: &Document) -> Option<String> {
    let boot = page.query_selector(BOOT).ok()??.get_attribute("src")?;
    // From each page the way to it is another.
    let (_, name) = boot.split_once("assets/")?;
    Some(name.to_owned())
}

/// Puts into `place` what `parts` finds in the page that was fetched, else in
/// the one that was read until now: `:scope` for all of it.
pub fn reuse_published(place: &Element, parts: &str) {
    let document = document();
    let fetched = document.get_element_by_id(FETCHED);
    let fetched = fetched.and_then(|fetched| fetched.first_element_child());
    let Some(page) = fetched.or_else(|| content_of(&document)) else {
        return;
    };
    place.set_text_content(None);
    if parts == ":scope" {
        let _ = place.append_child(&page);
        return;
    }
    for part in elements_in(&page, parts) {
        let _ = place.append_child(&part);
    }
}
