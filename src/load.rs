//! Takes the snapshot of the data, mounts the app, then takes what is left.

use std::sync::Arc;

use directory::snapshot::{LanguagePart, Part, SnapshotError};
use directory::{Directory, Query};
use leptos::prelude::*;
// Not Leptos' own, which works only once something is mounted.
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::browser::Reason;
use crate::map::MAP_SVG;
use crate::parts::ProgramPart;
use crate::{Problem, Site, browser};

/// Why nothing can be shown.
enum Failure {
    /// There are no words to say it, so that `boot.js` has to: the catalogue is
    /// not there, or a part of the program.
    Program(Reason),
    /// A newer version of the site is there, or an older one was kept.
    OtherVersion,
    /// The data are not there; says so.
    Data(String),
}

/// Loads what the page needs, puts the app in the place of the waiting page,
/// and loads the rest.
pub fn start() {
    browser::report_panics();
    spawn_local(async {
        let root = browser::site_root();
        match load(&browser::page_language()).await {
            Ok(site) => {
                let address = browser::address_on_host();
                browser::mount_over(move || view! { <App site root address /> }).await;
                browser::go_to_place();
                browser::stand_where_left();
                // Before the first letter, and in a task of its own.
                browser::next_task().await;
                site.prepare_search().await;
                let needed = parts_needed();
                for part in Part::ALL.into_iter().filter(|part| !needed.contains(part)) {
                    // Where it is needed it is asked for again, and then told.
                    let _ = site.ensure(part).await;
                }
            }
            Err(Failure::Program(reason)) => browser::say_reason(reason),
            Err(Failure::OtherVersion) => browser::say_other_version(),
            Err(Failure::Data(sentence)) => browser::say_failure(&sentence),
        }
    });
}

/// The site with what the page needs, which lives as long as the page; or why
/// nothing can be shown.
async fn load(language: &str) -> Result<&'static Site, Failure> {
    let text = browser::file(&format!("snapshot/{language}.json")).await;
    let language =
        LanguagePart::read(&text.map_err(Failure::Program)?).map_err(|error| match error {
            SnapshotError::OtherVersion => Failure::OtherVersion,
            SnapshotError::Unreadable => Failure::Program(Reason::Altered),
        })?;
    browser::next_task().await;
    let (words, languages) = (Arc::clone(&language.catalogue), language.languages.clone());
    let file = file_of(Part::Core);
    let core = browser::file_or_problem(&words, &file).await;
    let core = core.map_err(|problem| Failure::Data(problem.sentence))?;
    let directory = language.directory(&core).map_err(|error| match error {
        SnapshotError::OtherVersion => Failure::OtherVersion,
        SnapshotError::Unreadable => Failure::Data(words.problem_unreadable(&file)),
    })?;
    let directory: &'static Directory = Box::leak(Box::new(directory));
    let mut problems = Vec::new();
    for part in parts_needed() {
        match add(directory, part).await {
            Ok(()) => {}
            Err(problem) if part.is_optional() => problems.push(problem),
            // What was published says more than the program could.
            Err(problem) => return Err(Failure::Data(problem.sentence)),
        }
    }
    browser::next_task().await;
    ProgramPart::load_for_page()
        .await
        .map_err(Failure::Program)?;
    let site = Site::new(directory, browser::nfkd_lowercase, languages, problems);
    Ok(Box::leak(Box::new(site)))
}

/// The parts that the page asks for, beside those that its query does.
fn parts_needed() -> Vec<Part> {
    let query = Query::parse(&browser::query_on_host());
    let by_page = browser::parts_of_page();
    let is_needed = |part: &Part| {
        by_page.split(' ').any(|name| name == part.name()) || query.parts().contains(part)
    };
    Part::ALL.into_iter().filter(is_needed).collect()
}

impl Site {
    /// Sees to a part of the snapshot, unless it has come already.
    ///
    /// # Errors
    /// It is not to be had; says why.
    pub(crate) async fn ensure(&self, part: Part) -> Result<(), Problem> {
        if !self.directory.has(part) {
            add(self.directory, part).await?;
            self.part_has_come();
        }
        Ok(())
    }
}

/// Fetches a part.
async fn add(directory: &Directory, part: Part) -> Result<(), Problem> {
    let words = &directory.catalogue;
    let file = file_of(part);
    let unreadable = |sentence| Problem {
        sentence,
        is_outdated: true,
    };
    let text = browser::file_or_problem(words, &file).await?;
    if directory.has(part) {
        // A reader who wanted it sooner has asked for it as well.
        return Ok(());
    }
    if part == Part::Map {
        let picture = browser::file_or_problem(words, MAP_SVG).await?;
        if !browser::keep_picture(browser::Detail::Coarse, &picture) {
            return Err(unreadable(words.problem_unreadable(MAP_SVG)));
        }
    }
    directory.add(part, &text).map_err(|error| match error {
        SnapshotError::OtherVersion => unreadable(words.offline_newer().to_owned()),
        SnapshotError::Unreadable => unreadable(words.problem_unreadable(&file)),
    })
}

/// Where a part is asked for.
fn file_of(part: Part) -> String {
    format!("snapshot/{}.json", part.name())
}
