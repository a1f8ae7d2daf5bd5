//! Takes the data and mounts the app.

use std::sync::Arc;

use directory::words::Tongue;
use directory::{Directory, Words};
use editing::Finding;
use editing::{DataFiles, FILES, texts_of};
// Not Leptos' own, which works only once something is mounted.
use wasm_bindgen_futures::spawn_local;

use crate::app::app;
use crate::browser::Reason;
use crate::{Problem, Site, browser};

/// Why nothing can be shown.
enum Failure {
    /// The words are not there, so that `boot.js` has to say it.
    Words(Reason),
    /// The data are not there.
    Data(String),
}

/// Loads the data, then puts the app in the place of the waiting page.
pub fn start() {
    browser::report_panics();
    spawn_local(async {
        let root = browser::site_root();
        match load(&browser::page_language()).await {
            Ok(site) => {
                let address = browser::address_on_host();
                browser::take_over(move || app(site, root, &address));
                browser::go_to_place();
                browser::stand_where_left();
            }
            Err(Failure::Words(reason)) => browser::say_reason(reason),
            Err(Failure::Data(sentence)) => browser::say_failure(&sentence),
        }
    });
}

/// The site, which lives as long as the page; or why nothing can be shown.
async fn load(language: &str) -> Result<&'static Site, Failure> {
    let words = browser::file(&format!("locales/{language}.json")).await;
    let words = words.map_err(Failure::Words)?;
    let words = Words::read(&words).map_err(|_| Failure::Words(Reason::Altered))?;
    let words = Arc::new(words);
    let languages = browser::file("languages.json").await;
    let languages = Tongue::list(&languages.unwrap_or_default());

    let mut files = DataFiles::new();
    let mut problems = Vec::new();
    let texts = texts_of(language);
    let names = FILES.into_iter().chain(texts.iter().map(String::as_str));
    // `boot.js` has them all travel together.
    for name in names {
        match browser::file(&format!("data/{name}")).await {
            Ok(text) => {
                files.insert(name.to_owned(), text);
            }
            // The network's own language needs no translations.
            Err(Reason::NotPublished) => {}
            Err(reason) => problems.push(lost(sentence(&words, name, &reason))),
        }
    }
    let unreachable = problems.len();
    let compare = browser::collator(words.language_locale());
    match editing::read_in(&words, &compare, &files) {
        Ok((directory, findings)) => {
            let fetched = |finding: &Finding| {
                files.contains_key(&finding.file) || !FILES.contains(&finding.file.as_str())
            };
            let findings = findings.into_iter().filter(fetched);
            problems.extend(findings.filter_map(|finding| told(&words, finding)));
            let directory: &'static Directory = Box::leak(Box::new(directory));
            Ok(Box::leak(Box::new(Site::new(
                directory,
                browser::decompose,
                languages,
                problems,
            ))))
        }
        Err(_) if unreachable > 0 => Err(Failure::Data(sentences(&problems))),
        Err(findings) => {
            let told = findings
                .into_iter()
                .filter_map(|finding| told(&words, finding));
            Err(Failure::Data(sentences(&told.collect::<Vec<_>>())))
        }
    }
}

/// What a finding means to a reader, if anything is missing because of it.
fn told(words: &Words, finding: Finding) -> Option<Problem> {
    if finding.record.is_empty() {
        Some(Problem::File {
            sentence: words.problem_unreadable(&finding.file),
            detail: Some(finding.problem),
        })
    } else {
        finding.left_out.then_some(Problem::Record(finding))
    }
}

fn lost(sentence: String) -> Problem {
    Problem::File {
        sentence,
        detail: None,
    }
}

fn sentences(problems: &[Problem]) -> String {
    let files = problems.iter().filter_map(|problem| match problem {
        Problem::File { sentence, .. } => Some(sentence.as_str()),
        Problem::Record(_) => None,
    });
    files.collect::<Vec<_>>().join(" ")
}

/// Why a file could not be fetched.
fn sentence(words: &Words, file: &str, reason: &Reason) -> String {
    match reason {
        Reason::NoAnswer => words.problem_no_answer(file),
        Reason::Altered => words.problem_altered(file),
        Reason::Status(404) | Reason::NotPublished => words.problem_missing(file),
        Reason::Status(status) => words.problem_refused(file, &status.to_string()),
    }
}
