//! What of the data could not be read.

use domain::words::plural;

use crate::markup::{Element, el};
use crate::{Problem, browser};

/// Says which files and records are missing, and offers to try again; nothing
/// where all is there.
pub fn problem_notice(problems: &'static [Problem]) -> Option<Element> {
    if problems.is_empty() {
        return None;
    }
    let mut files = Vec::new();
    let mut records = Vec::new();
    for problem in problems {
        match problem {
            Problem::File(sentence) => files.push(el("p").child(sentence.as_str())),
            Problem::Record(finding) => {
                let place = format!("{}, {}: ", finding.file, finding.record);
                let line = el("li").child(el("b").child(place));
                records.push(line.child(finding.problem.as_str()));
            }
        }
    }
    let lost = (!files.is_empty()).then_some("What they hold is missing below. ");
    let records = (!records.is_empty()).then(|| {
        let unit = plural(records.len(), "record", "records");
        let counted = format!("{} {unit} could not be read", records.len());
        el("details")
            .child(el("summary").child(counted))
            .child(el("ul").children(records))
    });
    let again = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", |_| browser::reload())
        .child("Try again");

    Some(
        el("div")
            .class("problem-notice")
            .attr("role", "alert")
            .children(files)
            .child(lost)
            .child(records)
            .child(again),
    )
}
