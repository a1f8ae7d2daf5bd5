//! What of the data could not be read.

use directory::Catalogue;

use crate::markup::{Element, el};
use crate::{Problem, browser};

/// Says which parts are missing, and offers to try again; nothing where all is
/// there.
pub fn problem_notice(words: &'static Catalogue, problems: &'static [Problem]) -> Option<Element> {
    if problems.is_empty() {
        return None;
    }
    let sentences = problems.iter();
    let sentences = sentences.map(|problem| el("p").child(problem.sentence.as_str()));
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", |_| browser::reload())
        .child(words.problem_again());

    Some(
        el("div")
            .class("problem-notice")
            .attr("role", "alert")
            .children(sentences)
            .child(words.problem_lost())
            .child(" ")
            .child(again),
    )
}
