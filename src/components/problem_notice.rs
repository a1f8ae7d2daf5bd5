//! What of the data could not be read.

use directory::Words;

use crate::markup::{Element, el};
use crate::{Problem, browser};

/// Says which files and records are missing, and offers to try again; nothing
/// where all is there.
pub fn problem_notice(words: &'static Words, problems: &'static [Problem]) -> Option<Element> {
    if problems.is_empty() {
        return None;
    }
    let mut files = Vec::new();
    let mut records = Vec::new();
    for problem in problems {
        match problem {
            Problem::File { sentence, detail } => {
                let detail = detail.as_deref().map(technical);
                files.push(el("p").child(sentence.as_str()).child(" ").child(detail));
            }
            Problem::Record(finding) => {
                let place = format!("{}, {}: ", finding.file, finding.record);
                let line = el("li").child(el("b").child(place));
                records.push(line.child(technical(&finding.problem)));
            }
        }
    }
    let lost = (!files.is_empty()).then_some(words.problem_lost());
    let records = (!records.is_empty()).then(|| {
        let counted = words.problem_records(records.len());
        el("details")
            .child(el("summary").child(counted))
            .child(el("ul").children(records))
    });
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", |_| browser::reload())
        .child(words.problem_again());

    Some(
        el("div")
            .class("problem-notice")
            .attr("role", "alert")
            .children(files)
            .child(lost)
            .child(" ")
            .child(records)
            .child(again),
    )
}

/// What helps those who keep the data, in the language of the project.
fn technical(problem: &'static str) -> Element {
    el("bdi").attr("lang", "en").child(problem)
}
