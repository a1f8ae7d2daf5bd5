//! Taking away the map, or charts, as they are on screen: a part of the program
//! of its own.

use directory::{Catalogue, Directory};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::Problem;
use crate::browser::{self, PictureText};

/// What the map shows where it is taken away.
pub struct PictureSubject {
    /// Of which it is shown.
    pub directory: &'static Directory,
    /// What the page says above its results.
    pub sentence: String,
    /// What is on it.
    pub drawn: Drawn,
}

/// What a picture is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// The map; of a past year, whose states have the outlines of today, if `is_past`.
    Map {
        /// Whether the year is past.
        is_past: bool,
    },
    /// The charts of a comparison, side by side.
    Charts,
}

/// Gives the reader the picture that `shows` this, as a file whose `name` ends in
/// `.svg` or `.png`; sets the `trouble` that it is not to be had.
pub fn save_picture(shows: &PictureSubject, name: String, trouble: RwSignal<Option<Problem>>) {
    let words = &shows.directory.catalogue;
    let text = picture_text(shows);
    spawn_local(async move {
        if let Err(problem) = browser::program_part_or_problem(words, "picture").await {
            trouble.set(Some(problem));
            return;
        }
        let fail = move || trouble.set(Some(not_drawn(words)));
        if draw(text, name, Box::new(fail)).await.is_err() {
            trouble.set(Some(not_drawn(words)));
        }
    });
}

/// The part of the program: draws the map and gives it to the reader, or says that
/// it could not.
#[wasm_split(picture, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "in the browser it may not come")]
fn draw(text: PictureText, name: String, fail: Box<dyn FnOnce()>) -> Result<(), SplitLoaderError> {
    browser::save_map(&text, name, fail);
    Ok(())
}

fn not_drawn(words: &Catalogue) -> Problem {
    Problem {
        sentence: words.problem_drawing().to_owned(),
        is_outdated: false,
    }
}

/// What is written around the map: date, sources, boundaries and address below it.
fn picture_text(shows: &PictureSubject) -> PictureText {
    let directory = shows.directory;
    let (network, words) = (&directory.network, &directory.catalogue);
    let language = directory.language();
    let mut notes = vec![words.export_data(&network.data_version, &words.date(network.data_date))];
    if let Drawn::Map { is_past } = shows.drawn {
        let sources = directory.map.get().into_iter().flat_map(|map| &map.sources);
        let titles: Vec<&str> = sources
            .map(|source| directory[*source].title.as_str())
            .collect();
        notes.push(words.list_named(words.export_sources(), &titles.join("; ")));
        notes.extend(is_past.then(|| words.map_outlines().to_owned()));
        notes.push(directory.localized(&network.disclaimer).text.to_string());
    }
    notes.push(browser::address());
    PictureText {
        drawings: match shows.drawn {
            Drawn::Map { .. } => ".world-map__drawing",
            Drawn::Charts => ".compare__chart",
        },
        title: network.names.get(language).to_owned(),
        sentence: shows.sentence.clone(),
        notes,
        description: network.licence.get(language).to_owned(),
        is_right_to_left: words.language_direction() == "rtl",
    }
}
