//! What of the data could not be read.

use directory::Catalogue;
use leptos::prelude::*;

use crate::{Problem, browser};

/// Says which parts are missing, and offers to try again; nothing where all is
/// there.
#[component]
pub fn ProblemNotice(words: &'static Catalogue, problems: &'static [Problem]) -> impl IntoView {
    let sentences = problems.iter();
    let sentences = sentences.map(|problem| view! { <p>{problem.sentence.as_str()}</p> });
    (!problems.is_empty()).then(|| {
        view! {
            <div class="problem-notice" role="alert">
                {sentences.collect_view()}
                {words.problem_lost()}
                " "
                <button type="button" class="button" on:click=|_| browser::reload()>
                    {words.problem_again()}
                </button>
            </div>
        }
    })
}
