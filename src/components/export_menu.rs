//! The menu from which results are taken away, and printed.

use directory::Directory;
use directory::catalogue::Catalogue;
use leptos::prelude::*;

use super::icon::Icon;
use super::menu::Menu;
use crate::dynamic::dynamic;
use crate::{Problem, browser};

/// A form in which results can be had: what readers call it, the ending of the
/// file, and its media type.
pub type Form = (String, &'static str, &'static str);

/// The menu called `label` of `forms`, each of which `save` gives, and print; it
/// says what went wrong, where there is `trouble`.
#[component]
pub fn ExportMenu(
    words: &'static Catalogue,
    label: &'static str,
    trouble: RwSignal<Option<Problem>>,
    forms: impl Fn() -> Vec<Form> + Copy + Send + Sync + 'static,
    /// Takes the ending and the media type.
    save: impl Fn(&'static str, &'static str) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let actions = move || {
        let forms = forms().into_iter().map(|(name, form, kind)| {
            let act = move || {
                trouble.set(None);
                save(form, kind);
            };
            view! { <Action name act /> }
        });
        forms.collect_view()
    };
    let told = move || {
        let problem = trouble.get()?;
        let reload = problem.is_outdated.then(|| {
            view! {
                <button type="button" class="button" on:click=|_| browser::reload()>
                    {words.start_reload()}
                </button>
            }
        });
        Some(view! {
            <span>{problem.sentence}</span>
            " "
            {reload}
        })
    };
    let content = move || {
        view! {
            <ul>
                {dynamic(actions)}
                <Action name=words.export_print().to_owned() act=browser::print />
            </ul>
            <p role="alert">{dynamic(told)}</p>
        }
    };
    view! {
        <Menu panel="menu__panel--end" content>
            {Icon::Download.view()}
            {label}
        </Menu>
    }
}

/// A button in the menu.
#[component]
fn Action(name: String, act: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="option" on:click=move |_| act()>
                {name}
            </button>
        </li>
    }
}

/// Gives `act` all that is published of `what`, "members", "events" or
/// "contacts", in a `form`; or sets the `trouble` that it is not to be had.
pub fn take(
    directory: &'static Directory,
    what: &str,
    form: &'static str,
    trouble: RwSignal<Option<Problem>>,
    act: impl FnOnce(&str) + 'static,
) {
    let act = move |text: Result<String, Problem>| match text {
        Ok(text) => act(&text),
        Err(problem) => trouble.set(Some(problem)),
    };
    let file = format!("{what}/{}.{form}", directory.language());
    browser::with_file(&directory.catalogue, file, Box::new(act));
}
