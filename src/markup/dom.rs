//! Markup in the browser: drawn once, then changed only where it differs.

use std::cell::RefCell;
use std::rc::Rc;

use reactive_graph::effect::RenderEffect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, HtmlInputElement, Node};

use super::{Element, ElementData, Handler, Live, LiveText, Markup, Text};
use crate::prelude::*;

/// The name space of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A part as it is on the page.
pub enum Mounted {
    Text(web_sys::Text, Text),
    Element(Box<MountedElement>),
    Live(Following),
}

/// A live part with what it last drew.
pub struct Following(RenderEffect<Mounted>);

impl Drop for Following {
    /// Ends the live parts inside at once: the task of the effect would hold
    /// on to them, and they could still run on signals that are gone.
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// An element as it is on the page.
pub struct MountedElement {
    node: web_sys::Element,
    tag: &'static str,
    key: Text,
    attributes: Vec<(&'static str, Text)>,
    live_attributes: Vec<RenderEffect<()>>,
    children: Vec<Mounted>,
    handlers: Vec<Listener>,
}

/// Calls the latest handler for an event; ends when it is dropped.
struct Listener {
    handler: Rc<RefCell<Handler>>,
    _closure: Closure<dyn FnMut(Event)>,
}

impl Markup {
    /// Draws it into `place`, for as long as the page lives.
    pub fn mount(self, place: &Node) {
        let mounted = self.draw();
        let _ = place.append_child(&mounted.node());
        std::mem::forget(mounted);
    }

    fn draw(self) -> Mounted {
        match self {
            Self::Text(text) => Mounted::Text(document().create_text_node(&text), text),
            Self::Element(element) => Mounted::Element(Box::new(element.draw())),
            Self::Live(part) => Mounted::Live(follow(part, None)),
        }
    }

    /// Whether `mounted` can be changed into this.
    fn is_same_as(&self, mounted: &Mounted) -> bool {
        match (self, mounted) {
            (Self::Text(_), Mounted::Text(..)) | (Self::Live(_), Mounted::Live(_)) => true,
            (Self::Element(new), Mounted::Element(old)) => new.is_same_as(old),
            _ => false,
        }
    }

    /// Changes `mounted` into this, and keeps of it what can be kept.
    fn redraw(self, mounted: &mut Mounted) {
        match (self, mounted) {
            (Self::Text(new), Mounted::Text(node, old)) => {
                if new != *old {
                    node.set_data(&new);
                    *old = new;
                }
            }
            (Self::Element(new), Mounted::Element(old)) if new.is_same_as(old) => new.redraw(old),
            (Self::Live(part), Mounted::Live(old)) => {
                let before = old.0.take_value();
                *old = follow(part, before);
            }
            (new, old) => {
                let fresh = new.draw();
                let was = old.node();
                if let Some(parent) = was.parent_node() {
                    let _ = parent.replace_child(&fresh.node(), &was);
                }
                *old = fresh;
            }
        }
    }
}

/// Draws a part now and again whenever its signals change.
fn follow(part: Live, before: Option<Mounted>) -> Following {
    let draw = move |before: Option<Mounted>| {
        let markup = part();
        match before {
            Some(mut mounted) => {
                markup.redraw(&mut mounted);
                mounted
            }
            None => markup.draw(),
        }
    };
    Following(RenderEffect::new_with_value(draw, before))
}

/// Sets attributes now and again whenever their signals change.
fn follow_all(
    node: &web_sys::Element,
    attributes: Vec<(&'static str, LiveText)>,
) -> Vec<RenderEffect<()>> {
    let effects = attributes.into_iter().map(|(name, value)| {
        let node = node.clone();
        RenderEffect::new(move |_| match value() {
            Some(value) => set(&node, name, &value),
            None => {
                let _ = node.remove_attribute(name);
            }
        })
    });
    effects.collect()
}

impl Element {
    fn draw(self) -> MountedElement {
        let ElementData {
            tag,
            is_svg,
            key,
            attributes,
            live_attributes,
            children,
            handlers,
            made,
        } = *self.0;
        let space = is_svg.then_some(SVG);
        let node = match space {
            Some(_) => document().create_element_ns(space, tag),
            None => document().create_element(tag),
        };
        let node = node.expect("tags are written in this program, and are names");
        for (name, value) in &attributes {
            set(&node, name, value);
        }
        let live_attributes = follow_all(&node, live_attributes);
        let children = children.into_iter().map(Markup::draw).collect::<Vec<_>>();
        for child in &children {
            let _ = node.append_child(&child.node());
        }
        let handlers = handlers
            .into_iter()
            .map(|(event, handler)| listen(&node, event, handler));
        let handlers = handlers.collect();
        if let Some(made) = made {
            made(&node);
        }
        MountedElement {
            node,
            tag,
            key,
            attributes,
            live_attributes,
            children,
            handlers,
        }
    }

    fn is_same_as(&self, mounted: &MountedElement) -> bool {
        self.0.tag == mounted.tag && self.0.key == mounted.key
    }

    fn redraw(self, old: &mut MountedElement) {
        let ElementData {
            attributes,
            live_attributes,
            children,
            handlers,
            made,
            ..
        } = *self.0;
        for (name, value) in &attributes {
            let before = old.attributes.iter().find(|(before, _)| before == name);
            if before.is_none_or(|(_, before)| before != value) {
                set(&old.node, name, value);
            }
        }
        for (name, _) in &old.attributes {
            if attributes.iter().all(|(kept, _)| kept != name) {
                let _ = old.node.remove_attribute(name);
            }
        }
        old.attributes = attributes;
        old.live_attributes = follow_all(&old.node, live_attributes);
        redraw_all(children, &mut old.children, &old.node);
        // An element of one tag and key listens to the same events each time.
        debug_assert_eq!(old.handlers.len(), handlers.len(), "events of {}", old.tag);
        for (listener, (_, handler)) in old.handlers.iter().zip(handlers) {
            listener.handler.replace(handler);
        }
        if let Some(made) = made {
            made(&old.node);
        }
    }
}

/// Changes the children of `parent` into `new`: what is the same stays, in its
/// new place.
fn redraw_all(new: Vec<Markup>, old: &mut Vec<Mounted>, parent: &Node) {
    old.retain(|old| {
        let stays = new.iter().any(|new| new.is_same_as(old));
        if !stays {
            let _ = parent.remove_child(&old.node());
        }
        stays
    });
    let wanted = new.len();
    for (place, markup) in new.into_iter().enumerate() {
        let found = old[place.min(old.len())..]
            .iter()
            .position(|old| markup.is_same_as(old));
        if found == Some(0) {
            markup.redraw(&mut old[place]);
            continue;
        }
        let mounted = match found {
            Some(further) => {
                let mut mounted = old.remove(place + further);
                markup.redraw(&mut mounted);
                mounted
            }
            None => markup.draw(),
        };
        let next = old.get(place).map(Mounted::node);
        let _ = parent.insert_before(&mounted.node(), next.as_ref());
        old.insert(place, mounted);
    }
    for surplus in old.drain(wanted..) {
        let _ = parent.remove_child(&surplus.node());
    }
}

impl Mounted {
    /// What stands on the page for this part.
    fn node(&self) -> Node {
        match self {
            Self::Text(node, _) => node.clone().into(),
            Self::Element(element) => element.node.clone().into(),
            Self::Live(part) => part
                .0
                .with_value_mut(|mounted| mounted.node())
                .expect("a part is drawn as soon as it is followed"),
        }
    }
}

fn set(node: &web_sys::Element, name: &str, value: &str) {
    match name {
        // The attribute is only what the field starts with.
        "value" => node.unchecked_ref::<HtmlInputElement>().set_value(value),
        "style" => {
            // HTML and SVG share this, web-sys gives it to each of them apart.
            let style = node.unchecked_ref::<HtmlElement>().style();
            style.set_css_text(value);
        }
        _ => {
            let _ = node.set_attribute(name, value);
        }
    }
}

fn listen(node: &web_sys::Element, event: &str, handler: Handler) -> Listener {
    let handler = Rc::new(RefCell::new(handler));
    let latest = Rc::clone(&handler);
    let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
        // Taken out first: what it does may replace it.
        let handler = Handler::clone(&latest.borrow());
        handler(&event);
    });
    let _ = node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    Listener {
        handler,
        _closure: closure,
    }
}
