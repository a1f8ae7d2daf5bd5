//! The texts of documents, folded once, with their distinct words.

use std::borrow::Cow;
use std::ops::Range;

use super::MatchReason;
use super::cost::{Cost, cost_of, typed_variants};
use super::edit_distance::EditDistance;
use super::fold::{NfkdTable, Word, is_stop_word};

/// Texts of all documents with their folded words.
///
/// Words that occur many times are kept once, sorted, so that a typed word is
/// compared with each of them once.
pub struct Index<'a> {
    pub nfkd_table: NfkdTable,
    /// Texts of a document stand side by side, documents in their own order.
    pub texts: Vec<Text<'a>>,
    /// For each document, its range in `texts`.
    pub documents: Vec<Range<usize>>,
    /// Distinct folded words and parts of words, sorted.
    terms: Vec<Box<[char]>>,
    /// For each term, the documents that have it, in their order.
    postings: Vec<Vec<u32>>,
}

/// A text by which a document can be found.
pub struct Text<'a> {
    pub reason: MatchReason,
    /// BCP 47.
    pub lang: &'a str,
    pub spelling: Cow<'a, str>,
    /// Written without spaces, as some type it: one word.
    pub joined: bool,
    /// What a typed word may match in it.
    pub occurrences: Vec<TermOccurrence>,
    /// Letters of its words.
    pub letters: usize,
    /// One bit a word: set for those that decide whether a text is complete.
    pub significant: u32,
}

/// Where a text has a term.
#[derive(Debug, Clone, Copy)]
pub struct TermOccurrence {
    /// Index among the terms.
    pub term: u32,
    /// Which word of its text.
    pub word: u8,
    /// Begins inside the word, in scripts without spaces.
    pub mid_word: bool,
}

/// What becomes a [`TermOccurrence`]: letters as which a word may be typed.
pub struct TermVariant {
    pub letters: Box<[char]>,
    /// Which word of the text, and how many of its letters come before.
    pub word: usize,
    pub skipped: usize,
    pub mid_word: bool,
    /// Not the letters of the text: "saint" for "st".
    pub other_spelling: bool,
}

/// Words of a text beyond this number are not looked at.
const MAX_WORDS: usize = 32;

/// An index that is being made: its texts are folded a few at a time, since all
/// of them in one piece would keep a page from answering.
pub struct IndexBuilder<'a> {
    nfkd_table: NfkdTable,
    texts: Vec<Text<'a>>,
    documents: Vec<Range<usize>>,
    /// Of the texts that are folded.
    variants: Vec<Vec<TermVariant>>,
}

impl<'a> IndexBuilder<'a> {
    /// The texts of documents, those to be preferred first.
    pub fn new(
        texts_of_each: impl Iterator<Item = Vec<Text<'a>>>,
        letter_variants: &str,
        nfkd_lowercase: fn(&str) -> String,
    ) -> Self {
        let mut texts = Vec::new();
        let mut documents = Vec::new();
        for document in texts_of_each {
            let start = texts.len();
            texts.extend(document);
            documents.push(start..texts.len());
        }
        let spellings = texts.iter().map(|text| &*text.spelling);
        Self {
            nfkd_table: NfkdTable::new(spellings, letter_variants, nfkd_lowercase),
            texts,
            documents,
            variants: Vec::new(),
        }
    }

    /// Folds the next text; tells whether there was one.
    pub fn fold_next(&mut self) -> bool {
        let Some(text) = self.texts.get_mut(self.variants.len()) else {
            return false;
        };
        let words = text.words(&self.nfkd_table);
        text.letters = words.iter().map(|word| word.letters.len()).sum();
        text.significant = significant(&words);
        self.variants.push(variants_of(&words));
        true
    }

    /// The index, with the texts that are left folded.
    pub fn build(mut self) -> Index<'a> {
        while self.fold_next() {}
        let Self {
            nfkd_table,
            mut texts,
            documents,
            variants,
        } = self;
        let mut all: Vec<&[char]> = variants
            .iter()
            .flatten()
            .map(|variant| &*variant.letters)
            .collect();
        all.sort_unstable();
        all.dedup();
        let terms: Vec<Box<[char]>> = all.into_iter().map(Box::from).collect();
        for (text, variants) in texts.iter_mut().zip(variants) {
            let occurrences = variants.into_iter().map(|variant| TermOccurrence {
                term: term_index(&terms, &variant.letters),
                word: u8::try_from(variant.word).expect("a text has at most MAX_WORDS words"),
                mid_word: variant.mid_word,
            });
            text.occurrences = occurrences.collect();
        }
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); terms.len()];
        for (document, range) in (0..).zip(&documents) {
            for occurrence in texts[range.clone()]
                .iter()
                .flat_map(|text| &text.occurrences)
            {
                let postings = &mut postings[occurrence.term as usize];
                if postings.last() != Some(&document) {
                    postings.push(document);
                }
            }
        }
        Index {
            nfkd_table,
            texts,
            documents,
            terms,
            postings,
        }
    }
}

impl Index<'_> {
    /// The documents, in their order, that have a fitting word for each typed one.
    pub fn intersect_postings(&self, costs: &[Vec<u8>]) -> Vec<usize> {
        let mut matched = vec![0; self.documents.len()];
        for (typed, costs) in costs.iter().enumerate() {
            let fitting = costs.iter().zip(&self.postings);
            for (_, postings) in fitting.filter(|(cost, _)| **cost != Cost::NO_MATCH) {
                for document in postings {
                    let matched = &mut matched[*document as usize];
                    // Only what matches all earlier words is counted on.
                    *matched += usize::from(*matched == typed);
                }
            }
        }
        let documents = matched.iter().enumerate();
        documents
            .filter(|(_, matched)| **matched == costs.len())
            .map(|(document, _)| document)
            .collect()
    }

    /// The cost of each term for a typed word, up to so many edits.
    pub fn costs(&self, typed: &Word, edits: u8) -> Vec<u8> {
        let mut costs = vec![Cost::NO_MATCH; self.terms.len()];
        for letters in typed_variants(typed) {
            if edits == 0 {
                let start = self.terms.partition_point(|term| **term < *letters);
                let fitting = self.terms[start..]
                    .iter()
                    .take_while(|term| term.starts_with(letters));
                for (cost, term) in costs[start..].iter_mut().zip(fitting) {
                    let prefix = u8::from(term.len() > letters.len());
                    *cost = (*cost).min(prefix * Cost::PREFIX);
                }
            } else {
                let mut distance = EditDistance::new(letters);
                for (cost, term) in costs.iter_mut().zip(&self.terms) {
                    *cost = (*cost).min(cost_of(&mut distance, letters, term, edits).0);
                }
            }
        }
        costs
    }
}

impl<'a> Text<'a> {
    pub fn new(reason: MatchReason, lang: &'a str, spelling: impl Into<Cow<'a, str>>) -> Self {
        Self {
            reason,
            lang,
            spelling: spelling.into(),
            joined: false,
            occurrences: Vec::new(),
            letters: 0,
            significant: 0,
        }
    }

    /// Its folded words, in order.
    pub fn words(&self, nfkd_table: &NfkdTable) -> Vec<Word> {
        let mut words = nfkd_table.fold(&self.spelling);
        if self.joined {
            let mut joined = Word::default();
            for word in words {
                joined.letters.extend(word.letters);
                joined.spans.extend(word.spans);
            }
            return vec![joined];
        }
        words.truncate(MAX_WORDS);
        words
    }
}

/// The variants of the words of a text, always in the same order.
pub fn variants_of(words: &[Word]) -> Vec<TermVariant> {
    /// Spellings of one word, folded.
    const SAINT: [&str; 2] = ["saint", "st"];
    let mut variants = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let part = |skipped: usize, mid_word: bool| TermVariant {
            letters: word.letters[skipped..].into(),
            word: index,
            skipped,
            mid_word,
            other_spelling: false,
        };
        variants.push(part(0, false));
        if word.article > 0 {
            variants.push(part(word.article, false));
        }
        let starts = (1..word.letters.len()).filter(|skipped| word.may_begin_after(*skipped));
        variants.extend(starts.map(|skipped| part(skipped, true)));
        let is = |spelling: &str| word.letters.iter().copied().eq(spelling.chars());
        if SAINT.iter().any(|spelling| is(spelling)) {
            let others = SAINT.iter().filter(|spelling| !is(spelling));
            variants.extend(others.map(|other| TermVariant {
                letters: other.chars().collect(),
                other_spelling: true,
                ..part(0, false)
            }));
        }
    }
    variants
}

/// All words but stop words; all where there are no others.
fn significant(words: &[Word]) -> u32 {
    let bits = |keep: fn(&Word) -> bool| {
        let kept = words.iter().enumerate().filter(|(_, word)| keep(word));
        kept.fold(0_u32, |bits, (index, _)| bits | 1 << index)
    };
    match bits(|word| !is_stop_word(&word.letters)) {
        0 => bits(|_| true),
        significant => significant,
    }
}

fn term_index(terms: &[Box<[char]>], letters: &[char]) -> u32 {
    let found = terms.binary_search_by(|term| (**term).cmp(letters));
    let index = found.expect("every variant of a text was put among the terms");
    u32::try_from(index).expect("there are fewer than four billion terms")
}
