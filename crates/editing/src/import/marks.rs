//! The words of those who gather facts, as `marks.json` beside this file has them:
//! what they write into remarks, and how they call their sources.

use serde::Deserialize;

/// By what rows are told apart.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marks {
    /// By what the class of a contact is known; of several the first.
    pub(super) classes: Vec<ClassMarks>,
    /// What a part of a remark holds that tells of a number of an older plan.
    pub(super) outdated_plan: Vec<String>,
    /// How a part of a remark begins that is an office or a use.
    pub(super) offices: Vec<String>,
    /// Parts of remarks that no note repeats: a field tells them.
    pub(super) told_by_fields: Vec<String>,
}

/// By what contacts of one class are known.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassMarks {
    /// As `class` of a contact.
    pub(super) class: String,
    /// How the ids of sources begin.
    #[serde(default)]
    pub(super) sources: Vec<String>,
    /// What the publisher of a source holds.
    #[serde(default)]
    pub(super) publishers: Vec<String>,
    /// The last year for which the sources give this class.
    pub(super) until: Option<String>,
    /// What a part of a remark holds.
    #[serde(default)]
    pub(super) remarks: Vec<String>,
}

impl Marks {
    pub(super) fn read() -> Self {
        serde_json::from_str(include_str!("marks.json")).expect("a test reads the file")
    }
}

#[cfg(test)]
mod tests {
    use directory::model::ContactClass;
    use directory::vocabulary;

    use super::*;

    #[test]
    fn every_class_is_a_word_of_the_files() {
        for ClassMarks { class, .. } in Marks::read().classes {
            let known: Option<ContactClass> = vocabulary::parse(vocabulary::CONTACT_CLASS, &class);
            assert!(known.is_some(), "{class}");
        }
    }
}
