//! What opens below a button: the filters, the order, the languages and the like.

use leptos::prelude::*;

use super::icon::Icon;
use crate::browser;
use crate::distinct::set_distinct;
use crate::dynamic::dynamic;
use crate::target::IN_BROWSER;

/// A menu behind a button that shows `children`; at most one is open.
///
/// The program draws its `content` while it is open: what nobody sees would be
/// kept up at each key. Who has no program finds it in the page, where
/// `is_published`. It is drawn at the click that opens the menu: the browser
/// tells that it is open some time later, and a quick reader's next key is a
/// step into it.
#[component]
pub fn Menu(
    /// The class of where the content stands, besides that of all of them.
    #[prop(default = "")]
    panel: &'static str,
    #[prop(default = true)] is_published: bool,
    #[prop(into)] content: ViewFn,
    children: Children,
) -> impl IntoView {
    let is_open = RwSignal::new(!IN_BROWSER && is_published);
    let drawn = move || is_open.get().then(|| content.run());
    view! {
        <details
            class="menu"
            name="menus"
            on:toggle=move |event| set_distinct(is_open, browser::is_open(&event))
        >
            <summary class="button" on:click=move |_| set_distinct(is_open, true)>
                {children()}
                {Icon::Down.view()}
            </summary>
            <div class=format!("menu__panel {panel}")>{dynamic(drawn)}</div>
        </details>
    }
}
