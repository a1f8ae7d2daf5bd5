//! Which texts match the typed words, and which of them first.

use super::cost::{Cost, max_edits};
use super::fold::Word;
use super::index::{Index, Text};
use super::{MatchReason, Typed};

/// Typed words beyond this number are not looked at.
pub const MAX_TYPED_WORDS: usize = 8;

/// For each typed word, which occurrence of the text it matches.
pub type Alignment = [Option<u16>; MAX_TYPED_WORDS];

/// A text that matches the typed words, better ones first when sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextMatch {
    /// From [`rank`].
    pub rank: usize,
    /// What else speaks against it: letters not typed, words in another order.
    pub tie_break: usize,
    /// Index of the document.
    pub document: usize,
    /// Index of the text.
    pub text: usize,
    pub alignment: Alignment,
}

/// How long typos are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypoTolerance {
    /// Not at all.
    Exact,
    /// While nothing is found: for lists in another order than the best first,
    /// where a guess would stand among what was meant.
    UntilAny,
    /// While nothing begins with the words as typed.
    UntilConfident,
}

/// How much of a text the typed words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coverage {
    /// All of it, apart from stop words.
    Whole,
    /// Its first words, the last of which may be unfinished.
    Start,
    /// Words of it, anywhere, perhaps unfinished.
    Words,
}

/// Up to this rank a text begins with the words just as they were typed, so
/// that no typo need be looked for.
const CONFIDENT: usize = 60;
/// A code typed in capitals: before names that begin with it.
pub const CODE_IN_CAPITALS: usize = 10;
/// A code typed otherwise: people mostly begin a name, so after those.
pub const CODE: usize = 35;
/// Typed words that match different texts of a document: a name and a
/// chamber, a title and a city.
const CROSS_FIELD: usize = 90;

/// What comes first: a name, then the beginning of a name, then other exact
/// texts, parts, and last what holds only if the reader made typos.
fn rank(reason: MatchReason, coverage: Coverage, edits: usize) -> usize {
    let rank = match (reason, coverage) {
        (reason, Coverage::Whole) if reason.is_secondary() => 45,
        (reason, Coverage::Start) if reason.is_secondary() => 60,
        (reason, Coverage::Words) if reason.is_secondary() => 80,
        (reason, Coverage::Whole) if reason.is_name() => 0,
        (reason, Coverage::Start) if reason.is_name() => 20,
        (reason, Coverage::Words) if reason.is_name() => 40,
        (_, Coverage::Whole) => 30,
        (_, Coverage::Start) => 50,
        (_, Coverage::Words) => 70,
    };
    rank + match edits {
        0 => 0,
        edits => 10 + 45 * edits,
    }
}

impl Index<'_> {
    /// One text for each document that matches all typed words, best first.
    ///
    /// Typos are looked for only while nothing begins with the words as typed,
    /// and more of them only while fewer find nothing.
    ///
    /// `tolerance` says when what was found is enough.
    pub fn find(&self, typed: &Typed, language: &str, tolerance: TypoTolerance) -> Vec<TextMatch> {
        let words = typed.significant();
        if words.is_empty() {
            return Vec::new();
        }
        let is_confident =
            |found: &[TextMatch]| found.first().is_some_and(|best| best.rank <= CONFIDENT);
        let is_enough = |found: &[TextMatch]| match tolerance {
            TypoTolerance::Exact => true,
            TypoTolerance::UntilAny => !found.is_empty(),
            TypoTolerance::UntilConfident => is_confident(found),
        };
        let mut found = self.find_with(words, language, 0);
        if typed.unfinished {
            let finished = self.find_with(&typed.words, language, 0);
            if is_confident(&finished) {
                found.retain(|weak| {
                    finished
                        .iter()
                        .all(|strong| strong.document != weak.document)
                });
                found.splice(0..0, finished);
            }
        }
        let limit = words.iter().map(max_edits).max().unwrap_or(0);
        for edits in 1..=limit {
            if is_enough(&found) || edits > 1 && !found.is_empty() {
                break;
            }
            found = self.find_with(words, language, edits);
        }
        found
    }

    fn find_with(&self, typed: &[Word], language: &str, edits: u8) -> Vec<TextMatch> {
        let costs: Vec<Vec<u8>> = typed
            .iter()
            .map(|word| self.costs(word, edits.min(max_edits(word))))
            .collect();
        let mut order = Vec::new();
        for (index, word) in typed.iter().enumerate() {
            let longer = |other: &usize| typed[*other].letters.len() >= word.letters.len();
            order.insert(order.partition_point(longer), index);
        }
        let letters: usize = typed.iter().map(|word| word.letters.len()).sum();

        let mut found = Vec::new();
        for document in self.intersect_postings(&costs) {
            let texts = &self.documents[document];
            let matches = texts.clone().filter_map(|index| {
                let text = &self.texts[index];
                let fit = Fit::new(text, &costs, &order)?;
                let tie_break = fit.tie_break + text.letters.saturating_sub(letters).min(60);
                let best = TextMatch {
                    rank: rank(text.reason, fit.coverage, fit.edits),
                    tie_break,
                    document,
                    text: index,
                    alignment: fit.alignment,
                };
                Some((best.rank, text.lang != language, tie_break, best))
            });
            let best =
                matches.min_by_key(|(rank, foreign, tie_break, _)| (*rank, *foreign, *tie_break));
            let best = best.map(|(.., best)| best);
            insert_sorted(
                &mut found,
                best.or_else(|| self.cross_field(document, &costs)),
            );
        }
        found
    }

    /// Where no single text of a document has all typed words: does the document?
    /// The text shown is the one that best matches any of them.
    fn cross_field(&self, document: usize, costs: &[Vec<u8>]) -> Option<TextMatch> {
        if costs.len() < 2 {
            return None;
        }
        let mut sum = 0;
        let mut best = (usize::MAX, 0);
        for costs in costs {
            let texts = self.documents[document].clone();
            let ranked = texts.filter_map(|index| {
                let text = &self.texts[index];
                let (_, cost) = best_occurrence(text, costs, 0)?;
                let rank = rank(text.reason, Coverage::Whole, 0);
                Some((rank + usize::from(cost) * 5, index))
            });
            let least = ranked.min()?;
            sum += least.0;
            best = best.min(least);
        }
        let text = best.1;
        let mut alignment = Alignment::default();
        for (matched, costs) in alignment.iter_mut().zip(costs) {
            *matched = best_occurrence(&self.texts[text], costs, 0).map(|(index, _)| index);
        }
        Some(TextMatch {
            rank: CROSS_FIELD,
            tie_break: sum,
            document,
            text,
            alignment,
        })
    }

    /// Names that come nearest to the typed words, one for each document that
    /// has anything like them.
    pub fn nearest(&self, typed: &[Word]) -> Vec<TextMatch> {
        let limit = |word: &Word| {
            u8::try_from(word.letters.len() / 2)
                .unwrap_or(u8::MAX)
                .min(4)
        };
        let costs: Vec<Vec<u8>> = typed
            .iter()
            .map(|word| self.costs(word, limit(word)))
            .collect();
        let mut found = Vec::new();
        for (document, texts) in self.documents.iter().enumerate() {
            let near = texts.clone().filter_map(|index| {
                let text = &self.texts[index];
                if text.reason.is_secondary() {
                    return None;
                }
                let mut alignment = Alignment::default();
                let mut rank = 0;
                for ((matched, costs), word) in alignment.iter_mut().zip(&costs).zip(typed) {
                    let occurrence = best_occurrence(text, costs, 0);
                    *matched = occurrence.map(|(index, _)| index);
                    rank += occurrence.map_or(word.letters.len() * 4, |(_, cost)| cost.into());
                }
                alignment.iter().any(Option::is_some).then_some(TextMatch {
                    rank,
                    tie_break: text.letters,
                    document,
                    text: index,
                    alignment,
                })
            });
            insert_sorted(&mut found, near.min());
        }
        found
    }
}

/// Puts a text, if there is one, among others, better ones first.
fn insert_sorted(found: &mut Vec<TextMatch>, text: Option<TextMatch>) {
    if let Some(text) = text {
        let index = found.partition_point(|other| *other < text);
        found.insert(index, text);
    }
}

/// How a text matches all typed words.
struct Fit {
    coverage: Coverage,
    edits: usize,
    tie_break: usize,
    alignment: Alignment,
}

impl Fit {
    /// None unless each typed word has a word of the text for itself. Longer
    /// typed words (those first in `order`) choose first: fewer fit them.
    fn new(text: &Text, costs: &[Vec<u8>], order: &[usize]) -> Option<Self> {
        let mut used = 0_u32;
        let mut edits = 0;
        let mut tie_break = 0;
        let mut unfinished = false;
        let mut mid_word = false;
        let mut alignment = Alignment::default();
        for &typed in order {
            let (index, cost) = best_occurrence(text, &costs[typed], used)?;
            let occurrence = text.occurrences[usize::from(index)];
            alignment[typed] = Some(index);
            used |= 1 << occurrence.word;
            edits += usize::from(cost / Cost::EDIT);
            unfinished |= cost & Cost::PREFIX != 0;
            mid_word |= occurrence.mid_word;
            tie_break += usize::from(cost & Cost::FIRST_LETTER) * 5;
        }
        let typed_in_order = alignment.iter().flatten().is_sorted();
        let up_to_last = u32::MAX >> used.leading_zeros();
        let left_out = text.significant & !used;
        let coverage = if mid_word || left_out & up_to_last != 0 {
            Coverage::Words
        } else if unfinished || left_out != 0 {
            Coverage::Start
        } else {
            Coverage::Whole
        };
        Some(Self {
            coverage,
            edits,
            tie_break: tie_break + if typed_in_order { 0 } else { 4 },
            alignment,
        })
    }
}

/// The occurrence in a word not yet used that costs least, and its cost.
fn best_occurrence(text: &Text, costs: &[u8], used: u32) -> Option<(u16, u8)> {
    let mut best = None;
    let mut least = Cost::NO_MATCH;
    for (index, occurrence) in (0..).zip(&text.occurrences) {
        let cost = costs[occurrence.term as usize];
        if cost < least && used & (1 << occurrence.word) == 0 {
            least = cost;
            best = Some((index, cost));
        }
    }
    best
}
