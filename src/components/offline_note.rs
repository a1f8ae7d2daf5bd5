//! What can be read without a network, and whether a newer version is there.
//!
//! `js/offline.js` tells it on `<html>`; the style sheet shows the words that
//! hold, so that they are there in every language and need no program.

use directory::Catalogue;
use leptos::prelude::*;

/// Stands for a number in a text, until the style sheet shows it there.
const NUMBER: &str = "\u{fffc}";

/// What saving costs and how far it has come, in the foot of every page.
#[component]
pub fn OfflineNote(words: &'static Catalogue) -> impl IntoView {
    let save = with_number(&words.offline_save(NUMBER), "size");
    let saving = with_number(&words.offline_saving(NUMBER), "percent");
    view! {
        <p class="offline-note" data-needs="scripts" data-locale=words.language_locale()>
            // `offline.js` listens to the buttons.
            <span class="offline-note__saving">{saving}</span>
            <span class="offline-note__result">
                <span class="offline-note__saved">{words.offline_saved()}</span>
                <span class="offline-note__failed">
                    {words.offline_failed()} " "
                    <button
                        type="button"
                        class="quiet-button offline-note__again"
                        data-offline-action="save"
                    >
                        {words.start_again()}
                    </button>
                </span>
            </span>
            <button
                type="button"
                class="quiet-button offline-note__save"
                data-offline-action="save"
            >
                {save}
            </button>
        </p>
    }
}

/// Offers the newer version, where there is one.
#[component]
pub fn NewerNote(words: &'static Catalogue) -> impl IntoView {
    view! {
        <div class="newer-note" role="status" data-needs="scripts">
            <span>{words.offline_newer()}</span>
            <button type="button" data-offline-action="update">
                {words.offline_show()}
            </button>
        </div>
    }
}

/// Words with an empty element for their number.
fn with_number(words: &str, number: &'static str) -> AnyView {
    let (before, after) = words.split_once(NUMBER).unwrap_or((words, ""));
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    view! {
        {text(before)}
        <span data-offline-number=number></span>
        {text(after)}
    }
    .into_any()
}
