//! How many slips lie between a word as typed and a word of the directory.
//!
//! A slip is a letter too many, too few, wrong, or exchanged with its
//! neighbour (Damerau and Levenshtein's distance in its restricted form: no
//! letter takes part in two slips).

/// Distances of a typed word from other words, one after the other.
///
/// The rows of the usual table are kept as a stack, so that a sorted list of
/// words costs only the letters in which neighbours differ, and a beginning
/// that is hopeless is given up for all words that share it.
pub struct EditDistance<'a> {
    word: &'a [char],
    /// The letters compared so far.
    prefix: Vec<PrefixLetter>,
    /// One row longer than `prefix`, each as long as the word and one more.
    rows: Vec<u8>,
}

struct PrefixLetter {
    letter: char,
    /// Least number in the row.
    least: u8,
    /// Of the beginnings up to here, the nearest one.
    nearest: Beginning,
}

/// A beginning of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// Slips between the typed word and this beginning.
    pub slips: u8,
    /// Its letters.
    pub letters: usize,
}

/// What [`EditDistance::compare`] finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slips {
    /// From the whole word; none where surely above the limit.
    pub whole: Option<u8>,
    /// From the nearest beginning, exact up to the limit.
    pub beginning: Beginning,
}

impl<'a> EditDistance<'a> {
    /// Starts with a typed word of fewer than 255 letters.
    pub fn of(word: &'a [char]) -> Self {
        let rows = (0..=u8::MAX).take(word.len() + 1).collect();
        Self {
            word,
            prefix: Vec::new(),
            rows,
        }
    }

    /// Slips between the typed word and `other`, exact up to `limit`.
    pub fn compare(&mut self, other: &[char], limit: u8) -> Slips {
        let shared = self
            .prefix
            .iter()
            .zip(other)
            .take_while(|(known, letter)| known.letter == **letter)
            .count();
        self.prefix.truncate(shared);
        self.rows.truncate((shared + 1) * self.width());
        while self.prefix.len() < other.len() && !self.is_hopeless(limit) {
            self.step(other[self.prefix.len()]);
        }
        let at_the_end = self.prefix.len() == other.len();
        Slips {
            whole: self.rows.last().copied().filter(|_| at_the_end),
            beginning: self.nearest(),
        }
    }

    fn width(&self) -> usize {
        self.word.len() + 1
    }

    fn nearest(&self) -> Beginning {
        let none = Beginning {
            slips: u8::try_from(self.word.len()).unwrap_or(u8::MAX),
            letters: 0,
        };
        self.prefix.last().map_or(none, |letter| letter.nearest)
    }

    /// Later rows grow out of this one, or by an exchange out of the one before.
    fn is_hopeless(&self, limit: u8) -> bool {
        let mut prefix = self.prefix.iter().rev();
        let Some(last) = prefix.next() else {
            return false;
        };
        let before = prefix.next().map_or(0, |letter| letter.least);
        last.least.min(before.saturating_add(1)) > limit
    }

    fn step(&mut self, letter: char) {
        let width = self.width();
        let start = self.rows.len();
        let above = start - width;
        let letter_before = self.prefix.last().map(|letter| letter.letter);
        self.rows.push(self.rows[above].saturating_add(1));
        for place in 1..width {
            let typed = self.word[place - 1];
            let wrong = self.rows[above + place - 1].saturating_add(u8::from(typed != letter));
            let missing = self.rows[above + place].saturating_add(1);
            let added = self.rows[start + place - 1].saturating_add(1);
            let mut least = wrong.min(missing).min(added);
            if place > 1 && letter_before == Some(typed) && self.word[place - 2] == letter {
                least = least.min(self.rows[above - width + place - 2].saturating_add(1));
            }
            self.rows.push(least);
        }
        let row = &self.rows[start..];
        let slips = row[width - 1];
        let here = Beginning {
            slips,
            letters: self.prefix.len() + 1,
        };
        let nearest = self.nearest();
        let nearer =
            slips < nearest.slips || slips == nearest.slips && here.letters <= self.word.len();
        let least = row.iter().copied().min().unwrap_or(slips);
        self.prefix.push(PrefixLetter {
            letter,
            least,
            nearest: if nearer { here } else { nearest },
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn slips(typed: &str, word: &str) -> Slips {
        EditDistance::of(&letters(typed)).compare(&letters(word), u8::MAX)
    }

    /// The definition, written down without any thought of speed.
    fn oracle(typed: &[char], word: &[char]) -> u8 {
        let (Some((a, typed_rest)), Some((b, word_rest))) =
            (typed.split_first(), word.split_first())
        else {
            return u8::try_from(typed.len().max(word.len())).unwrap();
        };
        let mut least = oracle(typed_rest, word_rest) + u8::from(a != b);
        least = least.min(oracle(typed_rest, word) + 1);
        least = least.min(oracle(typed, word_rest) + 1);
        if let ([a, b, typed_rest @ ..], [c, d, word_rest @ ..]) = (typed, word)
            && (a, b) == (d, c)
        {
            least = least.min(oracle(typed_rest, word_rest) + 1);
        }
        least
    }

    #[test]
    fn slips_are_counted() {
        let check = |typed: &str, word: &str, expected: u8| {
            assert_eq!(slips(typed, word).whole, Some(expected), "{typed}, {word}");
        };
        check("", "", 0);
        check("", "abc", 3);
        check("senat", "senate", 1);
        check("sennate", "senate", 1);
        check("cenate", "senate", 1);
        check("seante", "senate", 1);
        check("dyet", "diets", 2);
        check("ca", "abc", 3);
    }

    #[test]
    fn the_nearest_beginning_is_as_long_as_the_typed_word_where_it_can_be() {
        let check = |typed: &str, word: &str, slips_: u8, letters: usize| {
            let expected = Beginning {
                slips: slips_,
                letters,
            };
            assert_eq!(slips(typed, word).beginning, expected, "{typed}, {word}");
        };
        check("asse", "assembly", 0, 4);
        check("asesm", "assembly", 1, 5);
        check("assemly", "assembly", 1, 8);
        check("assemblyy", "assembly", 1, 8);
    }

    proptest! {
        #[test]
        fn any_word_has_the_distance_of_the_definition(typed in "[abc]{0,6}", word in "[abc]{0,6}") {
            let found = slips(&typed, &word);
            let (typed, word) = (letters(&typed), letters(&word));
            prop_assert_eq!(found.whole, Some(oracle(&typed, &word)));
            let beginnings = (0..=word.len()).map(|end| oracle(&typed, &word[..end]));
            prop_assert_eq!(Some(found.beginning.slips), beginnings.min());
            prop_assert_eq!(found.beginning.slips, oracle(&typed, &word[..found.beginning.letters]));
        }

        #[test]
        fn a_limit_and_a_sorted_list_change_no_answer(
            typed in "[abc]{0,6}",
            words in prop::collection::btree_set("[abc]{0,6}", 0..30),
            limit in 0_u8..4,
        ) {
            let typed = letters(&typed);
            let mut ladder = EditDistance::of(&typed);
            for word in words {
                let word = letters(&word);
                let found = ladder.compare(&word, limit);
                let whole = oracle(&typed, &word);
                prop_assert_eq!(found.whole.filter(|slips| *slips <= limit), Some(whole).filter(|slips| *slips <= limit));
                let least = (0..=word.len()).map(|end| oracle(&typed, &word[..end])).min().unwrap();
                prop_assert_eq!(found.beginning.slips.min(limit + 1), least.min(limit + 1));
            }
        }
    }
}
