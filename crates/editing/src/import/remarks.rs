//! What the remark of a row says of a contact: gatherers write into one cell the
//! office, what to mind, and how it was found.

use super::marks::Marks;

/// A remark, told apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Remark {
    /// The office or the use.
    pub(super) label: Option<String>,
    /// What else there is to know, in sentences.
    pub(super) notes: Vec<String>,
    /// A word of `class`, where the remark tells it.
    pub(super) class: Option<String>,
    /// Whether the number belongs to an older plan.
    pub(super) outdated_plan: bool,
    /// Whether it names where an institution sits, and no address by post.
    pub(super) place_only: bool,
    /// Whether it is a form for messages.
    pub(super) is_form: bool,
}

/// Tells a remark apart; its parts stand between semicolons.
pub(super) fn read(remark: &str, marks: &Marks) -> Remark {
    let mut told = Remark::default();
    let parts = remark.split(';').map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let holds = |words: &[String]| words.iter().any(|word| part.contains(word));
        let class = marks.classes.iter().find(|class| holds(&class.remarks));
        // A body that has been replaced outweighs where that was read.
        let is_replaced = told.class.as_deref() == Some("replaced");
        if let Some(class) = class.filter(|_| !is_replaced) {
            told.class = Some(class.class.clone());
        }
        told.outdated_plan |= holds(&marks.outdated_plan);
        told.place_only |= part.starts_with("seat only");
        told.is_form |= part.starts_with("contact form");
        let lower = part.to_lowercase();
        let is_office = |office: &String| lower.starts_with(&office.to_lowercase());
        if told.label.is_none() && marks.offices.iter().any(is_office) {
            let (office, rest) = part.split_once(", ").unwrap_or((part, ""));
            told.label = Some(super::capitalized(office));
            told.note(rest);
        } else {
            told.note(&beyond_fields(part, &marks.told_by_fields));
        }
    }
    told
}

impl Remark {
    fn note(&mut self, text: &str) {
        if !text.is_empty() {
            let last = text.strip_prefix("to ");
            let last = last.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
            self.notes.push(match last {
                Some(last) => {
                    format!("The first of several numbers, the last of which ends in {last}.")
                }
                None => super::sentence(text),
            });
        }
    }
}

/// What a part says beyond what fields of the record tell.
fn beyond_fields(part: &str, told: &[String]) -> String {
    let parts = part.split(", ");
    let parts = parts.filter(|part| !told.iter().any(|one| one == part));
    parts.collect::<Vec<_>>().join(", ")
}
