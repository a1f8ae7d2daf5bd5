//! How badly a word of the directory fits a typed one; less is better.

use super::edit_distance::EditDistance;
use super::fold::{Word, is_han};

/// What a cost is made of: [`Cost::SLIP`] for each slip, [`Cost::BEGINNING`]
/// where the typed word is only a beginning, and [`Cost::FIRST_LETTER`] where
/// a slip is in the first letter, which people seldom get wrong.
pub struct Cost;

impl Cost {
    pub const BEGINNING: u8 = 1;
    pub const FIRST_LETTER: u8 = 2;
    pub const SLIP: u8 = 4;
    /// Does not fit at all.
    pub const MISS: u8 = u8::MAX;
}

/// The cost of `token` for the typed letters, and how many letters of it
/// answer to them.
pub fn cost_of(
    ladder: &mut EditDistance,
    typed: &[char],
    token: &[char],
    limit: u8,
) -> (u8, usize) {
    let found = ladder.compare(token, limit);
    let cost = |slips: u8| {
        let first = slips > 0 && typed.first() != token.first();
        slips * Cost::SLIP + u8::from(first) * Cost::FIRST_LETTER
    };
    let beginning = found.beginning;
    match found.whole {
        Some(slips) if slips <= limit && slips <= beginning.slips => (cost(slips), token.len()),
        _ if beginning.slips <= limit && beginning.letters > 0 => {
            (cost(beginning.slips) + Cost::BEGINNING, beginning.letters)
        }
        _ => (Cost::MISS, 0),
    }
}

/// As typed, and without its article where enough is left to tell.
pub fn variants(typed: &Word) -> impl Iterator<Item = &[char]> {
    let bare = &typed.letters[typed.article..];
    let bare = (typed.article > 0 && bare.len() > 2).then_some(bare);
    [Some(&*typed.letters), bare].into_iter().flatten()
}

/// How many slips a typed word may have: one from four letters, two from
/// seven; a Han sign more counts, since each is a syllable. Another number is
/// another year or session, so figures may have none.
pub fn slips_allowed(typed: &Word) -> u8 {
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
