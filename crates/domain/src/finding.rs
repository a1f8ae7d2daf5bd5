//! What is wrong with the data, said to the editor.

/// One thing that is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// `members.json`.
    pub file: String,
    /// Id of the record; empty where the whole file is meant.
    pub record: String,
    /// Field, with its path inside the record: `chambers[0].women`.
    pub field: String,
    /// Name of the rule in docs/data.md: `unique-id`.
    pub rule: &'static str,
    /// What was found, and what it breaks.
    pub problem: String,
    /// An instruction.
    pub help: String,
    /// Whether the record is left out of the directory because of it.
    pub left_out: bool,
}
