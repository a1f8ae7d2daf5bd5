//! What of the data could not be read.

use leptos::prelude::*;

use crate::{Problem, browser};

/// Says which files and records are missing, and offers to try again; nothing
/// where all is there.
#[component]
pub fn ProblemNotice(
    /// What the reader has to do without.
    problems: &'static [Problem],
) -> impl IntoView {
    let files = problems.iter().filter_map(|problem| match problem {
        Problem::File(sentence) => Some(view! { <p>{sentence.as_str()}</p> }),
        Problem::Record(_) => None,
    });
    let files = files.collect::<Vec<_>>();
    let records = problems.iter().filter_map(|problem| match problem {
        Problem::Record(finding) => Some(finding),
        Problem::File(_) => None,
    });
    let records = records.collect::<Vec<_>>();
    let counted = match records.len() {
        0 => None,
        1 => Some("1 record could not be read".to_owned()),
        many => Some(format!("{many} records could not be read")),
    };
    let named = counted.map(|counted| {
        let lines = records.into_iter().map(|finding| {
            let place = format!("{}, {}: ", finding.file, finding.record);
            view! { <li><b>{place}</b>{finding.problem.as_str()}</li> }
        });
        view! {
            <details>
                <summary>{counted}</summary>
                <ul>{lines.collect_view()}</ul>
            </details>
        }
    });
    let lost_files = !files.is_empty();

    (!problems.is_empty()).then(|| {
        view! {
            <div class="problem-notice" role="alert">
                {files}
                {lost_files.then_some("What they hold is missing below. ")}
                {named}
                <button type="button" class="button" on:click=|_| browser::reload()>"Try again"</button>
            </div>
        }
    })
}
