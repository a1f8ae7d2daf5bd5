//! How many edits lie between a word as typed and a word of the directory.
//!
//! An edit is a letter too many, too few, wrong, or exchanged with its
//! neighbour (Damerau and Levenshtein's distance in its restricted form: no
//! letter takes part in two edits).

/// Distances of a typed word from other words, one after the other.
///
/// The rows of the usual table are kept as a stack, so that a sorted list of
/// words costs only the letters in which neighbours differ, and a prefix that
/// is hopeless is given up for all words that share it.
pub struct EditDistance<'a> {
    word: &'a [char],
    /// The letters compared so far.
    compared: Vec<ComparedLetter>,
    /// One row longer than `compared`, each as long as the word and one more.
    rows: Vec<u8>,
}

struct ComparedLetter {
    letter: char,
    /// Least number in the row.
    least: u8,
    /// Of the prefixes up to here, the nearest one.
    nearest: PrefixMatch,
}

/// A prefix of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrefixMatch {
    /// Edits between the typed word and this prefix.
    pub edits: u8,
    /// Its letters.
    pub letters: usize,
}

/// What [`EditDistance::compare`] finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distances {
    /// From the whole word; none where surely above the limit.
    pub whole: Option<u8>,
    /// From the nearest prefix, exact up to the limit.
    pub prefix: PrefixMatch,
}

impl<'a> EditDistance<'a> {
    /// Starts with a typed word of fewer than 255 letters.
    pub fn new(word: &'a [char]) -> Self {
        let rows = (0..=u8::MAX).take(word.len() + 1).collect();
        Self {
            word,
            compared: Vec::new(),
            rows,
        }
    }

    /// Edits between the typed word and `other`, exact up to `limit`.
    pub fn compare(&mut self, other: &[char], limit: u8) -> Distances {
        let shared = self
            .compared
            .iter()
            .zip(other)
            .take_while(|(known, letter)| known.letter == **letter)
            .count();
        self.compared.truncate(shared);
        self.rows.truncate((shared + 1) * self.width());
        while self.compared.len() < other.len() && !self.is_hopeless(limit) {
            self.step(other[self.compared.len()]);
        }
        let is_complete = self.compared.len() == other.len();
        Distances {
            whole: self.rows.last().copied().filter(|_| is_complete),
            prefix: self.nearest(),
        }
    }

    fn width(&self) -> usize {
        self.word.len() + 1
    }

    fn nearest(&self) -> PrefixMatch {
        let none = PrefixMatch {
            edits: u8::try_from(self.word.len()).unwrap_or(u8::MAX),
            letters: 0,
        };
        self.compared.last().map_or(none, |letter| letter.nearest)
    }

    /// Later rows grow out of this one, or by an exchange out of the one before.
    fn is_hopeless(&self, limit: u8) -> bool {
        let mut compared = self.compared.iter().rev();
        let Some(last) = compared.next() else {
            return false;
        };
        let before = compared.next().map_or(0, |letter| letter.least);
        last.least.min(before.saturating_add(1)) > limit
    }

    fn step(&mut self, letter: char) {
        let width = self.width();
        let start = self.rows.len();
        let above = start - width;
        let letter_before = self.compared.last().map(|letter| letter.letter);
        self.rows.push(self.rows[above].saturating_add(1));
        for column in 1..width {
            let typed = self.word[column - 1];
            let wrong = self.rows[above + column - 1].saturating_add(u8::from(typed != letter));
            let missing = self.rows[above + column].saturating_add(1);
            let added = self.rows[start + column - 1].saturating_add(1);
            let mut least = wrong.min(missing).min(added);
            if column > 1 && letter_before == Some(typed) && self.word[column - 2] == letter {
                least = least.min(self.rows[above - width + column - 2].saturating_add(1));
            }
            self.rows.push(least);
        }
        let row = &self.rows[start..];
        let edits = row[width - 1];
        let here = PrefixMatch {
            edits,
            letters: self.compared.len() + 1,
        };
        let nearest = self.nearest();
        let nearer =
            edits < nearest.edits || edits == nearest.edits && here.letters <= self.word.len();
        let least = row.iter().copied().min().unwrap_or(edits);
        self.compared.push(ComparedLetter {
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

    fn distances(typed: &str, word: &str) -> Distances {
        EditDistance::new(&letters(typed)).compare(&letters(word), u8::MAX)
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
    fn edits_are_counted() {
        let check = |typed: &str, word: &str, expected: u8| {
            assert_eq!(
                distances(typed, word).whole,
                Some(expected),
                "{typed}, {word}"
            );
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
    fn the_nearest_prefix_is_as_long_as_the_typed_word_where_it_can_be() {
        let check = |typed: &str, word: &str, edits: u8, letters: usize| {
            let expected = PrefixMatch { edits, letters };
            assert_eq!(distances(typed, word).prefix, expected, "{typed}, {word}");
        };
        check("asse", "assembly", 0, 4);
        check("asesm", "assembly", 1, 5);
        check("assemly", "assembly", 1, 8);
        check("assemblyy", "assembly", 1, 8);
    }

    proptest! {
        #[test]
        fn any_word_has_the_distance_of_the_definition(typed in "[abc]{0,6}", word in "[abc]{0,6}") {
            let found = distances(&typed, &word);
            let (typed, word) = (letters(&typed), letters(&word));
            prop_assert_eq!(found.whole, Some(oracle(&typed, &word)));
            let prefixes = (0..=word.len()).map(|end| oracle(&typed, &word[..end]));
            prop_assert_eq!(Some(found.prefix.edits), prefixes.min());
            prop_assert_eq!(found.prefix.edits, oracle(&typed, &word[..found.prefix.letters]));
        }

        #[test]
        fn a_limit_and_a_sorted_list_change_no_answer(
            typed in "[abc]{0,6}",
            words in prop::collection::btree_set("[abc]{0,6}", 0..30),
            limit in 0_u8..4,
        ) {
            let typed = letters(&typed);
            let mut distance = EditDistance::new(&typed);
            for word in words {
                let word = letters(&word);
                let found = distance.compare(&word, limit);
                let whole = oracle(&typed, &word);
                prop_assert_eq!(found.whole.filter(|edits| *edits <= limit), Some(whole).filter(|edits| *edits <= limit));
                let least = (0..=word.len()).map(|end| oracle(&typed, &word[..end])).min().unwrap();
                prop_assert_eq!(found.prefix.edits.min(limit + 1), least.min(limit + 1));
            }
        }
    }
}
