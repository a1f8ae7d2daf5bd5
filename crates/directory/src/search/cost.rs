//! How badly a word of the directory fits a typed one; less is better.

use super::edit_distance::EditDistance;
use super::fold::{Word, is_han};

/// What a cost is made of: [`Cost::EDIT`] for each edit, [`Cost::PREFIX`] where
/// the typed word is only a prefix, and [`Cost::FIRST_LETTER`] where an edit is
/// in the first letter, which people seldom get wrong.
pub struct Cost;

impl Cost {
    pub const PREFIX: u8 = 1;
    pub const FIRST_LETTER: u8 = 2;
    pub const EDIT: u8 = 4;
    /// Does not fit at all.
    pub const NO_MATCH: u8 = u8::MAX;
}

/// The cost of `term` for the typed letters, and how many letters of it match
/// them.
pub fn cost_of(
    distance: &mut EditDistance,
    typed: &[char],
    term: &[char],
    limit: u8,
) -> (u8, usize) {
    let found = distance.compare(term, limit);
    let cost = |edits: u8| {
        let first = edits > 0 && typed.first() != term.first();
        edits * Cost::EDIT + u8::from(first) * Cost::FIRST_LETTER
    };
    let prefix = found.prefix;
    match found.whole {
        Some(edits) if edits <= limit && edits <= prefix.edits => (cost(edits), term.len()),
        _ if prefix.edits <= limit && prefix.letters > 0 => {
            (cost(prefix.edits) + Cost::PREFIX, prefix.letters)
        }
        _ => (Cost::NO_MATCH, 0),
    }
}

/// As typed, and without its article where enough is left to tell.
pub fn typed_variants(typed: &Word) -> impl Iterator<Item = &[char]> {
    let bare = &typed.letters[typed.article..];
    let bare = (typed.article > 0 && bare.len() > 2).then_some(bare);
    [Some(&*typed.letters), bare].into_iter().flatten()
}

/// By how many edits a typed word may be wrong: one from four letters, two from
/// seven; Han characters count for one letter more, since each is a syllable.
/// Another number is another year or session, so figures must be right.
pub fn max_edits(typed: &Word) -> u8 {
    if typed.letters.iter().any(char::is_ascii_digit) {
        return 0;
    }
    let han = typed.letters.first().is_some_and(|first| is_han(*first));
    match typed.letters.len() + usize::from(han) {
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}
