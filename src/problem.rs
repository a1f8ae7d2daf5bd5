//! What the reader has to do without.

/// A part of the data that the reader has to do without.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// Says so.
    pub sentence: String,
    /// Whether the host has something else in its place, as where a newer
    /// version was published since.
    pub is_outdated: bool,
}
