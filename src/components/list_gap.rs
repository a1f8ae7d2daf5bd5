//! The gap between a name and what it names.

use directory::Catalogue;

/// The catalogue's `list.gap`; none in languages that write without one, since
/// Leptos writes a space for a text that is empty.
pub fn list_gap(words: &'static Catalogue) -> Option<&'static str> {
    Some(words.list_gap()).filter(|gap| !gap.is_empty())
}
