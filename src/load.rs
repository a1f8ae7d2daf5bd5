//! Fetches the data and mounts the app; the only place that fetches.

use domain::directory::{DataFiles, FILES};
use domain::{Directory, Finding};
use futures::future::join_all;
use leptos::prelude::*;
// Not Leptos' own, which works only once something is mounted.
use wasm_bindgen_futures::spawn_local;

use crate::{App, Problem, Site, browser};

/// Why a file could not be fetched.
enum LoadError {
    /// No answer: the network or the host is away.
    NoAnswer,
    /// The file is not the one that was published.
    Altered,
    /// The host answered with this status instead of the file.
    Status(u16),
}

/// Loads the data, then puts the app in the place of the waiting page.
pub fn start() {
    browser::report_panics();
    spawn_local(async {
        let root = browser::site_root();
        match load().await {
            Ok(site) => {
                browser::colour_regions(&site.directory.network.regions);
                let address = browser::address_on_host();
                browser::take_over(move || view! { <App site root address /> });
                browser::go_to_place();
            }
            Err(sentence) => browser::say_failure(&sentence),
        }
    });
}

/// The site, which lives as long as the page; or why nothing can be shown.
async fn load() -> Result<&'static Site, String> {
    let mut files = DataFiles::new();
    let mut problems = Vec::new();
    // All files travel together.
    let texts = join_all(FILES.map(browser::data_file)).await;
    for (file, text) in FILES.into_iter().zip(texts) {
        match text {
            Ok(text) => {
                files.insert(file.to_owned(), text);
            }
            Err(reason) => problems.push(Problem::File(LoadError::of(reason).sentence(file))),
        }
    }
    let unreachable = problems.len();
    match Directory::read(&files) {
        Ok((directory, findings)) => {
            let fetched = |finding: &Finding| files.contains_key(&finding.file);
            problems.extend(findings.into_iter().filter(fetched).filter_map(told));
            let directory: &'static Directory = Box::leak(Box::new(directory));
            Ok(Box::leak(Box::new(Site::new(
                directory,
                browser::decompose,
                problems,
            ))))
        }
        Err(_) if unreachable > 0 => Err(sentences(&problems)),
        Err(findings) => Err(sentences(
            &findings.into_iter().filter_map(told).collect::<Vec<_>>(),
        )),
    }
}

/// What a finding means to a reader, if anything is missing because of it.
fn told(finding: Finding) -> Option<Problem> {
    if finding.record.is_empty() {
        // Where exactly a parser gave up helps editors, not readers.
        let (problem, _) = (finding.problem.split_once(": ")).unwrap_or((&finding.problem, ""));
        Some(Problem::File(format!("{} {problem}.", finding.file)))
    } else {
        finding.left_out.then_some(Problem::Record(finding))
    }
}

fn sentences(problems: &[Problem]) -> String {
    let files = problems.iter().filter_map(|problem| match problem {
        Problem::File(sentence) => Some(sentence.as_str()),
        Problem::Record(_) => None,
    });
    files.collect::<Vec<_>>().join(" ")
}

impl LoadError {
    /// As `boot.js` numbers the reasons.
    fn of(reason: Option<f64>) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0, 1 or the status of an answer"
        )]
        match reason.unwrap_or_default() as u16 {
            0 => Self::NoAnswer,
            1 => Self::Altered,
            status => Self::Status(status),
        }
    }

    fn sentence(&self, file: &str) -> String {
        match self {
            Self::NoAnswer => format!("{file} could not be fetched: there was no answer."),
            Self::Altered => format!("{file} did not come as it was published."),
            Self::Status(404) => format!("{file} is missing from this site."),
            Self::Status(status) => {
                format!("{file} could not be fetched: the host answered {status}.")
            }
        }
    }
}
