//! What holds wherever the reader is: links, the search key, open menus.

use std::rc::Rc;

use directory::Catalogue;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::history::{Links, come_back, follow_link, prepare_link};
use super::{
    announce, chosen, copy, effect, focus, focus_element, is_running, is_shortcut, key, once_drawn,
    print, target,
};
use leptos::prelude::*;

/// What holds wherever the reader is: links of the site are followed without
/// leaving the page, "/" goes to the search box, Escape and a click elsewhere
/// close an open menu, buttons of the classes `copy` and `print` do so. What
/// was said to have happened stays until the reader goes on to something else.
///
/// What a link leads to is fetched as soon as the reader comes near it.
pub fn listen_everywhere(words: &'static Catalogue, links: Links) {
    let links = Rc::new(links);
    effect(move || {
        let going = Rc::clone(&links);
        let following = Rc::clone(&links);
        let clicked = move |event: &Event| {
            if !is_running() {
                return;
            }
            let target = target(event);
            close_menus(target.as_ref());
            if let Some(target) = target {
                press(words, &target);
                follow_link(event, &target, &following);
            }
        };
        let popped = move |_: &Event| {
            if is_running() {
                come_back(&going);
            } else {
                let going = Rc::clone(&going);
                once_drawn(move || come_back(&going));
            }
        };
        listen("popstate", Box::new(popped));
        listen("keydown", Box::new(pressed));
        listen("pointerdown", Box::new(hovered));
        listen("click", Box::new(clicked));
        for near in ["pointerover", "focusin", "click", "contextmenu"] {
            let links = Rc::clone(&links);
            listen_first(near, Box::new(move |_| (links.come_near)()));
        }
        for near in ["pointerover", "focusin"] {
            let links = Rc::clone(&links);
            listen(near, Box::new(move |event| prepare_link(event, &links)));
        }
    });
}

fn pressed(event: &Event) {
    match key(event).as_str() {
        "Escape" => {
            announce("");
            close_menus(None);
        }
        "Enter" | " " => announce(""),
        "/" if has_search_key() && !is_typing(event) && focus("search") => {
            event.prevent_default();
        }
        _ => {}
    }
}

/// Does `act`, and again whenever the reader may have chosen something in
/// another tab; `boot.js` has brought it here before.
pub fn follow_choices(act: impl Fn() + 'static) {
    let act = Rc::new(act);
    effect(move || {
        act();
        for event in ["pageshow", "storage"] {
            let act = Rc::clone(&act);
            listen(event, Box::new(move |_| act()));
        }
    });
}

/// Whether "/" goes to the search box; the reader can switch that off, since a
/// key alone may be pressed by accident (WCAG 2.1.4).
pub fn has_search_key() -> bool {
    chosen("search-key").is_none_or(|chosen| chosen != "off")
}

fn hovered(event: &Event) {
    let region = target(event).and_then(|target| target.closest("#live-region").ok()?);
    if region.is_none() {
        announce("");
    }
}

/// Closes every open menu but the one that `inside` stands in. A menu that had
/// the focus gives it back to its button.
fn close_menus(inside: Option<&Element>) {
    let Ok(open) = document().query_selector_all("details.menu[open], details.origin[open]") else {
        return;
    };
    for menu in (0..open.length()).filter_map(|place| open.item(place)) {
        let Ok(menu) = menu.dyn_into::<Element>() else {
            continue;
        };
        if inside.is_some_and(|inside| menu.contains(Some(inside))) {
            continue;
        }
        let focused = document()
            .active_element()
            .is_some_and(|active| menu.contains(Some(&active)));
        let _ = menu.remove_attribute("open");
        if focused && inside.is_none() {
            let button = menu.query_selector("summary").ok().flatten();
            if let Some(button) = button {
                focus_element(&button);
            }
        }
    }
}

/// Does what a button of a published page is for: prints it, or copies its own
/// `data-text`, or what stands before it.
fn press(words: &'static Catalogue, target: &Element) {
    if let Ok(Some(_)) = target.closest("button.print") {
        print();
    }
    let Ok(Some(button)) = target.closest("button.copy") else {
        return;
    };
    let own = button.get_attribute("data-text");
    let before = || {
        let value = button.previous_element_sibling()?;
        // A link to a file has its whole address.
        let link = js_sys::Reflect::get(&value, &"href".into());
        let site = link.ok().and_then(|address| address.as_string());
        let site = site.filter(|address| address.starts_with("http"));
        site.or_else(|| Some(value.unchecked_ref::<HtmlElement>().inner_text()))
    };
    if let Some(text) = own.or_else(before) {
        let announcement = button.get_attribute("data-announce");
        let announcement = announcement.unwrap_or_else(|| words.contact_copied().to_owned());
        copy(words, text, announcement);
    }
}

/// Whether a key belongs to something else: a text field, a shortcut of the
/// browser.
fn is_typing(event: &Event) -> bool {
    let field = |target: Element| target.closest("input, textarea, select").ok().flatten();
    let event_key: &KeyboardEvent = event.unchecked_ref();
    target(event).and_then(field).is_some() || is_shortcut(event_key)
}

/// Calls `heard` for each event of a kind on the window, for as long as the page lives.
fn listen(event: &str, heard: Box<dyn Fn(&Event)>) {
    add_listener(event, heard, false);
}

/// The same before the element that the event is for, and all around it, hear of it.
fn listen_first(event: &str, heard: Box<dyn Fn(&Event)>) {
    add_listener(event, heard, true);
}

fn add_listener(event: &str, heard: Box<dyn Fn(&Event)>, first: bool) {
    let heard = Closure::<dyn FnMut(Event)>::new(move |event| heard(&event));
    let callback = heard.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool(event, callback, first);
    heard.forget();
}
