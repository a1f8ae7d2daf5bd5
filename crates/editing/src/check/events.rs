//! What events must hold among one another.

use crate::{Finding, rules};
use directory::Directory;

/// Checks that related events name each other, and that none is there twice.
pub(super) fn check(directory: &Directory, findings: &mut Vec<Finding>) {
    let file = "events.json";
    for (place, event) in directory.events.iter().enumerate() {
        for id in &event.details.related {
            let other = directory.event(id);
            if other.is_some_and(|other| !other.details.related.contains(&event.id)) {
                let problem = format!("names `{id}`, which does not name it");
                let rule = rules::RELATED_BOTH_WAYS;
                findings.push(Finding::new(file, &event.id, rule, "related", problem));
            }
        }
        let mut earlier = directory.events[..place].iter();
        let original = earlier.find(|other| {
            other.kind == event.kind
                && other.titles == event.titles
                && other.start == event.start
                && other.place == event.place
        });
        if let Some(original) = original {
            let problem = format!("is the same event as `{}`", original.id);
            findings.push(Finding::new(
                file,
                &event.id,
                rules::ONE_EVENT,
                "titles",
                problem,
            ));
        }
    }
}
