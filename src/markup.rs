//! What a page says, as a value: elements, text, and parts that follow signals.
//!
//! A [`Markup`] is a Leptos view. Unlike what `view!` makes it is of one type,
//! whatever it holds, so that the browser program has the code that draws and
//! changes it once and not once for each element, attribute and closure:
//! docs/decisions/program-size.md gives the figures.

#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
mod html;

use std::borrow::Cow;
use std::sync::Arc;

use crate::target::IN_BROWSER;
use web_sys::Event;

/// Text that is known when compiling, lives as long as the page, or was made.
pub type Text = Cow<'static, str>;

/// A part of a page.
pub enum Markup {
    /// Text; escaped wherever it is written.
    Text(Text),
    /// An element with what it holds.
    Element(Element),
    /// Worked out again whenever a signal that it reads changes.
    Live(Live),
}

/// Gives a part of a page as its signals stand.
type Live = Arc<dyn Fn() -> Markup + Send + Sync>;
/// Gives the value of an attribute as its signals stand; none leaves it out.
type LiveText = Arc<dyn Fn() -> Option<Text> + Send + Sync>;
/// Does something about an event.
type Handler = Arc<dyn Fn(&Event) + Send + Sync>;
/// Is told of the browser's element.
type Made = Box<dyn FnOnce(&web_sys::Element) + Send>;

/// An element under construction: `el("p").class("lead").child("Hello")`.
///
/// When a part is worked out again, an element stays the same to the reader,
/// with its focus and its scroll position, as long as its tag and its
/// [`key`](Self::key) stay.
pub struct Element(Box<ElementData>);

struct ElementData {
    tag: &'static str,
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "HTML tells by the tag")
    )]
    is_svg: bool,
    key: Text,
    attributes: Vec<(&'static str, Text)>,
    live_attributes: Vec<(&'static str, LiveText)>,
    children: Vec<Markup>,
    handlers: Vec<(&'static str, Handler)>,
    made: Option<Made>,
}

/// An element of HTML.
pub fn el(tag: &'static str) -> Element {
    Element::new(tag, false)
}

/// An element of SVG.
pub fn svg(tag: &'static str) -> Element {
    Element::new(tag, true)
}

/// A part that is worked out again whenever a signal that it reads changes.
pub fn live<M: Into<Markup>>(part: impl Fn() -> M + Send + Sync + 'static) -> Markup {
    Markup::Live(Arc::new(move || part().into()))
}

impl Element {
    fn new(tag: &'static str, is_svg: bool) -> Self {
        Self(Box::new(ElementData {
            tag,
            is_svg,
            key: Text::default(),
            attributes: Vec::new(),
            live_attributes: Vec::new(),
            children: Vec::new(),
            handlers: Vec::new(),
            made: None,
        }))
    }

    /// Sets an attribute.
    ///
    /// `value` is also the value of the field, which a reader may have changed
    /// since; `style` goes through the CSS object model, which the policy
    /// allows, and is left out of HTML, where it does not.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.push_attribute(name, value.into())
    }

    /// Sets an attribute that only the program reads; pages that are written
    /// as HTML do without, and are the lighter for it.
    pub fn client_attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        if IN_BROWSER {
            self.push_attribute(name, value.into())
        } else {
            self
        }
    }

    /// Sets an attribute where there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.push_attribute(name, value.into()),
            None => self,
        }
    }

    /// Sets an attribute without a value where `holds`.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds {
            self.push_attribute(name, Text::Borrowed(""))
        } else {
            self
        }
    }

    /// Sets an attribute that is worked out again whenever a signal that it
    /// reads changes, and is left out while there is no value for it.
    pub fn live_attr<T: Into<Text>>(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<T> + Send + Sync + 'static,
    ) -> Self {
        let value: LiveText = Arc::new(move || value().map(Into::into));
        self.0.live_attributes.push((name, value));
        self
    }

    /// Sets the class.
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.push_attribute("class", class.into())
    }

    /// Sets where a link leads.
    pub fn href(self, address: impl Into<Text>) -> Self {
        self.push_attribute("href", address.into())
    }

    /// Sets the id, which is the key as well.
    pub fn id(self, id: impl Into<Text>) -> Self {
        let id = id.into();
        self.key(id.clone()).push_attribute("id", id)
    }

    /// Tells an element from others of its kind beside it.
    pub fn key(mut self, key: impl Into<Text>) -> Self {
        self.0.key = key.into();
        self
    }

    /// Adds text, an element or a live part; nothing for `None`.
    pub fn child(self, child: impl Into<Markup>) -> Self {
        self.push_child(child.into())
    }

    /// Adds one part for each of `children`.
    pub fn children<M: Into<Markup>>(self, children: impl IntoIterator<Item = M>) -> Self {
        let mut element = self;
        for child in children {
            element = element.push_child(child.into());
        }
        element
    }

    /// Adds a part that is worked out again whenever its signals change.
    pub fn live<M: Into<Markup>>(self, part: impl Fn() -> M + Send + Sync + 'static) -> Self {
        self.push_child(live(part))
    }

    /// Calls `handler` for each event of a kind, such as `click`, here or on
    /// anything inside.
    pub fn on(
        mut self,
        event: &'static str,
        handler: impl Fn(&Event) + Send + Sync + 'static,
    ) -> Self {
        self.0.handlers.push((event, Arc::new(handler)));
        self
    }

    /// Calls `made` with the browser's element as soon as there is one, and again
    /// whenever the part that holds it is worked out again.
    pub fn made(mut self, made: impl FnOnce(&web_sys::Element) + Send + 'static) -> Self {
        self.0.made = Some(Box::new(made));
        self
    }

    fn push_attribute(mut self, name: &'static str, value: Text) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    fn push_child(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }
}

impl Markup {
    /// Nothing that can be seen; keeps the place of what may come.
    pub const NOTHING: Self = Self::Text(Text::Borrowed(""));
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&'static str> for Markup {
    fn from(text: &'static str) -> Self {
        Self::Text(Text::Borrowed(text))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::Text(Text::Owned(text))
    }
}

impl<M: Into<Markup>> From<Option<M>> for Markup {
    fn from(part: Option<M>) -> Self {
        part.map_or(Self::NOTHING, Into::into)
    }
}
