//! A menu of which one choice always holds, such as the order of the results.

use directory::{Catalogue, Query};
use leptos::prelude::*;

use super::list_gap::list_gap;
use super::menu::Menu;
use crate::dynamic::dynamic;
use crate::navigation::use_here;

/// One of the choices.
pub struct MenuChoice {
    /// What readers call it.
    pub name: String,
    /// Whether it is by what is known for today alone: with a year it is hidden.
    pub is_of_today: bool,
    /// The same query with it chosen.
    pub choose: Box<dyn Fn(&Query) -> Query + Send + Sync>,
}

/// Links to the same results by another choice, behind a button with the `label`
/// and the choice that holds; `panel` is the class of where they stand, as for [`Menu`].
pub fn choice_menu(
    words: &'static Catalogue,
    label: &'static str,
    panel: &'static str,
    choices: Vec<MenuChoice>,
) -> AnyView {
    let here = use_here();
    let count = choices.len();
    let choices = StoredValue::new(choices);
    let holds = Memo::new(move |_| {
        let query = here.query.read();
        let choices = choices.read_value();
        choices
            .iter()
            .position(|choice| (choice.choose)(&query) == *query)
    });
    let name = move |choice: usize| choices.read_value()[choice].name.clone();
    let link = move |choice: usize| {
        let href = move || {
            let chosen = (choices.read_value()[choice].choose)(&here.query.read());
            here.to_listing(&chosen)
        };
        let is_of_today = choices.read_value()[choice].is_of_today;
        let is_hidden = move || is_of_today && here.query.read().year.is_some();
        view! {
            <li hidden=is_hidden>
                <a
                    class="option"
                    href=href
                    aria-current=move || (holds.get() == Some(choice)).then_some("true")
                    data-noscroll=""
                >
                    {name(choice)}
                </a>
            </li>
        }
    };
    let links = move || view! { <ul>{(0..count).map(link).collect_view()}</ul> };
    view! {
        <Menu panel content=links>
            <span class="menu__label">{label}{list_gap(words)}</span>
            <b>{dynamic(move || holds.get().map(name))}</b>
        </Menu>
    }
    .into_any()
}
