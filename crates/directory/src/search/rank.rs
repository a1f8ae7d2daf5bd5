//! Which texts answer to the typed words, and which of them first.

use super::cost::{Cost, slips_allowed};
use super::fold::Word;
use super::index::{Index, Text};
use super::{MatchReason, Typed};

/// Typed words beyond this number are not looked at.
pub const MOST_TYPED: usize = 8;

/// For each typed word the entry of the text that answers to it.
pub type Answers = [Option<u16>; MOST_TYPED];

/// A text that answers to the typed words, better ones first when sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// From [`rank`].
    pub rank: usize,
    /// What else speaks against it: letters not typed, words in another order.
    pub minor: usize,
    /// Place of the document.
    pub document: usize,
    /// Place of the text.
    pub text: usize,
    pub answers: Answers,
}

/// How long slips are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Not at all.
    Exact,
    /// While nothing is found: for lists in another order than the best first,
    /// where a guess would stand among what was meant.
    UntilAny,
    /// While nothing begins with the words as typed.
    UntilSure,
}

/// How much of a text the typed words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All of it, apart from small words.
    Whole,
    /// Its first words, the last of which may be unfinished.
    Start,
    /// Words of it, anywhere, perhaps unfinished.
    Words,
}

/// Up to this rank a text begins with the words just as they were typed, so
/// that no slip need be looked for.
const SURE: usize = 60;
/// A code typed in capitals: before names that begin with it.
pub const CODE_IN_CAPITALS: usize = 10;
/// A code typed otherwise: people mostly begin a name, so after those.
pub const CODE: usize = 35;
/// Typed words that answer to different texts of a document: a name and a
/// chamber, a title and a city.
const SCATTERED: usize = 90;

/// What comes first: a name, then the beginning of a name, then other exact
/// texts, parts, and last what holds only if the reader made slips.
fn rank(why: MatchReason, extent: Extent, slips: usize) -> usize {
    let rank = match (why, extent) {
        (why, Extent::Whole) if why.is_secondary() => 45,
        (why, Extent::Start) if why.is_secondary() => 60,
        (why, Extent::Words) if why.is_secondary() => 80,
        (why, Extent::Whole) if why.is_name() => 0,
        (why, Extent::Start) if why.is_name() => 20,
        (why, Extent::Words) if why.is_name() => 40,
        (_, Extent::Whole) => 30,
        (_, Extent::Start) => 50,
        (_, Extent::Words) => 70,
    };
    rank + match slips {
        0 => 0,
        slips => 10 + 45 * slips,
    }
}

impl Index<'_> {
    /// One text for each document that answers to all typed words, best first.
    ///
    /// Slips are looked for only while nothing begins with the words as typed,
    /// and more of them only while fewer find nothing.
    ///
    /// `effort` says when what was found is enough.
    pub fn find(&self, typed: &Typed, language: &str, effort: Effort) -> Vec<Found> {
        let words = typed.significant();
        if words.is_empty() {
            return Vec::new();
        }
        let sure = |found: &[Found]| found.first().is_some_and(|best| best.rank <= SURE);
        let enough = |found: &[Found]| match effort {
            Effort::Exact => true,
            Effort::UntilAny => !found.is_empty(),
            Effort::UntilSure => sure(found),
        };
        let mut found = self.find_with(words, language, 0);
        if typed.unfinished {
            let finished = self.find_with(&typed.words, language, 0);
            if sure(&finished) {
                found.retain(|weak| {
                    finished
                        .iter()
                        .all(|strong| strong.document != weak.document)
                });
                found.splice(0..0, finished);
            }
        }
        let most = words.iter().map(slips_allowed).max().unwrap_or(0);
        for slips in 1..=most {
            if enough(&found) || slips > 1 && !found.is_empty() {
                break;
            }
            found = self.find_with(words, language, slips);
        }
        found
    }

    fn find_with(&self, typed: &[Word], language: &str, slips: u8) -> Vec<Found> {
        let costs: Vec<Vec<u8>> = typed
            .iter()
            .map(|word| self.costs(word, slips.min(slips_allowed(word))))
            .collect();
        let mut order = Vec::new();
        for (place, word) in typed.iter().enumerate() {
            let longer = |other: &usize| typed[*other].letters.len() >= word.letters.len();
            order.insert(order.partition_point(longer), place);
        }
        let letters: usize = typed.iter().map(|word| word.letters.len()).sum();

        let mut found = Vec::new();
        for document in self.holding_all(&costs) {
            let texts = &self.documents[document];
            let whole = texts.clone().filter_map(|place| {
                let text = &self.texts[place];
                let fit = Fit::of(text, &costs, &order)?;
                let minor = fit.minor + text.letters.saturating_sub(letters).min(60);
                let best = Found {
                    rank: rank(text.why, fit.extent, fit.slips),
                    minor,
                    document,
                    text: place,
                    answers: fit.answers,
                };
                Some((best.rank, text.lang != language, minor, best))
            });
            let best = whole.min_by_key(|(rank, foreign, minor, _)| (*rank, *foreign, *minor));
            let best = best.map(|(.., best)| best);
            put(
                &mut found,
                best.or_else(|| self.scattered(document, &costs)),
            );
        }
        found
    }

    /// Where no single text of a document has all typed words: does the document?
    /// The text shown is the one that best answers to any of them.
    fn scattered(&self, document: usize, costs: &[Vec<u8>]) -> Option<Found> {
        if costs.len() < 2 {
            return None;
        }
        let mut sum = 0;
        let mut best = (usize::MAX, 0);
        for costs in costs {
            let texts = self.documents[document].clone();
            let least = texts.filter_map(|place| {
                let text = &self.texts[place];
                let (_, cost) = nearest_entry(text, costs, 0)?;
                let why = rank(text.why, Extent::Whole, 0);
                Some((why + usize::from(cost) * 5, place))
            });
            let least = least.min()?;
            sum += least.0;
            best = best.min(least);
        }
        let text = best.1;
        let mut answers = Answers::default();
        for (answer, costs) in answers.iter_mut().zip(costs) {
            *answer = nearest_entry(&self.texts[text], costs, 0).map(|(entry, _)| entry);
        }
        Some(Found {
            rank: SCATTERED,
            minor: sum,
            document,
            text,
            answers,
        })
    }

    /// Names that come nearest to the typed words, one for each document that
    /// has anything like them.
    pub fn nearest(&self, typed: &[Word]) -> Vec<Found> {
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
            let near = texts.clone().filter_map(|place| {
                let text = &self.texts[place];
                if text.why.is_secondary() {
                    return None;
                }
                let mut answers = Answers::default();
                let mut rank = 0;
                for ((answer, costs), word) in answers.iter_mut().zip(&costs).zip(typed) {
                    let entry = nearest_entry(text, costs, 0);
                    *answer = entry.map(|(entry, _)| entry);
                    rank += entry.map_or(word.letters.len() * 4, |(_, cost)| cost.into());
                }
                answers.iter().any(Option::is_some).then_some(Found {
                    rank,
                    minor: text.letters,
                    document,
                    text: place,
                    answers,
                })
            });
            put(&mut found, near.min());
        }
        found
    }
}

/// Puts a text, if there is one, among others, better ones first.
fn put(found: &mut Vec<Found>, text: Option<Found>) {
    if let Some(text) = text {
        let place = found.partition_point(|other| *other < text);
        found.insert(place, text);
    }
}

/// How a text answers to all typed words.
struct Fit {
    extent: Extent,
    slips: usize,
    minor: usize,
    answers: Answers,
}

impl Fit {
    /// None unless each typed word has a word of the text for itself. Longer
    /// typed words (those first in `order`) choose first: fewer fit them.
    fn of(text: &Text, costs: &[Vec<u8>], order: &[usize]) -> Option<Self> {
        let mut used = 0_u32;
        let mut slips = 0;
        let mut minor = 0;
        let mut unfinished = false;
        let mut inside = false;
        let mut answers = Answers::default();
        for &typed in order {
            let (place, cost) = nearest_entry(text, &costs[typed], used)?;
            let entry = text.entries[usize::from(place)];
            answers[typed] = Some(place);
            used |= 1 << entry.word;
            slips += usize::from(cost / Cost::SLIP);
            unfinished |= cost & Cost::BEGINNING != 0;
            inside |= entry.inside;
            minor += usize::from(cost & Cost::FIRST_LETTER) * 5;
        }
        let typed_in_order = answers.iter().flatten().is_sorted();
        let up_to_last = u32::MAX >> used.leading_zeros();
        let left_out = text.significant & !used;
        let extent = if inside || left_out & up_to_last != 0 {
            Extent::Words
        } else if unfinished || left_out != 0 {
            Extent::Start
        } else {
            Extent::Whole
        };
        Some(Self {
            extent,
            slips,
            minor: minor + if typed_in_order { 0 } else { 4 },
            answers,
        })
    }
}

/// The way in to a word not yet used that costs least, and its cost.
fn nearest_entry(text: &Text, costs: &[u8], used: u32) -> Option<(u16, u8)> {
    let mut best = None;
    let mut least = Cost::MISS;
    for (place, entry) in (0..).zip(&text.entries) {
        let cost = costs[entry.token as usize];
        if cost < least && used & (1 << entry.word) == 0 {
            least = cost;
            best = Some((place, cost));
        }
    }
    best
}
