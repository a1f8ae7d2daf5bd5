//! The texts of documents, folded once, with their distinct words.

use std::borrow::Cow;
use std::ops::Range;

use super::MatchReason;
use super::cost::{Cost, cost_of, variants};
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
    /// For each document, its places in `texts`.
    pub documents: Vec<Range<usize>>,
    /// Distinct folded words, sorted.
    tokens: Vec<Box<[char]>>,
    /// For each distinct word, the documents that have it, in their order.
    postings: Vec<Vec<u32>>,
}

/// A text by which a document can be found.
pub struct Text<'a> {
    pub why: MatchReason,
    /// BCP 47.
    pub lang: &'a str,
    pub spelling: Cow<'a, str>,
    /// Written without spaces, as some type it: one word.
    pub joined: bool,
    /// Ways in to its words.
    pub entries: Vec<Entry>,
    /// Letters of its words.
    pub letters: usize,
    /// One bit a word: set for those that decide whether a text is complete.
    pub significant: u32,
}

/// A way in to a word of a text.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Place among the distinct words.
    pub token: u32,
    /// Which word of its text.
    pub word: u8,
    /// Begins inside the word, in scripts without spaces.
    pub inside: bool,
}

/// What an [`Entry`] stands for, before it is looked up.
pub struct Form {
    pub letters: Box<[char]>,
    /// Which word of the text, and how many of its letters come before.
    pub word: usize,
    pub skipped: usize,
    pub inside: bool,
    /// Not the letters of the text: "saint" for "st".
    pub other_spelling: bool,
}

/// Words of a text beyond this number are not looked at.
const MOST_WORDS: usize = 32;

impl<'a> Index<'a> {
    /// Folds the texts of documents, those to be preferred first.
    pub fn of(
        texts_of_each: impl Iterator<Item = Vec<Text<'a>>>,
        nfkd_lowercase: fn(&str) -> String,
    ) -> Self {
        let mut texts = Vec::new();
        let mut documents = Vec::new();
        for of_document in texts_of_each {
            let start = texts.len();
            texts.extend(of_document);
            documents.push(start..texts.len());
        }
        let nfkd_table = NfkdTable::of(texts.iter().map(|text| &*text.spelling), nfkd_lowercase);

        let mut forms = Vec::new();
        for text in &mut texts {
            let words = text.words(&nfkd_table);
            text.letters = words.iter().map(|word| word.letters.len()).sum();
            text.significant = significant(&words);
            forms.push(forms_of(&words));
        }
        let mut all: Vec<&[char]> = forms.iter().flatten().map(|form| &*form.letters).collect();
        all.sort_unstable();
        all.dedup();
        let tokens: Vec<Box<[char]>> = all.into_iter().map(Box::from).collect();
        for (text, forms) in texts.iter_mut().zip(forms) {
            let entries = forms.into_iter().map(|form| Entry {
                token: place(&tokens, &form.letters),
                word: u8::try_from(form.word).expect("a text has at most MOST_WORDS words"),
                inside: form.inside,
            });
            text.entries = entries.collect();
        }
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); tokens.len()];
        for (document, places) in (0..).zip(&documents) {
            for entry in texts[places.clone()].iter().flat_map(|text| &text.entries) {
                let postings = &mut postings[entry.token as usize];
                if postings.last() != Some(&document) {
                    postings.push(document);
                }
            }
        }
        Self {
            nfkd_table,
            texts,
            documents,
            tokens,
            postings,
        }
    }

    /// The documents, in their order, that have a fitting word for each typed one.
    pub fn holding_all(&self, costs: &[Vec<u8>]) -> Vec<usize> {
        let mut held = vec![0; self.documents.len()];
        for (typed, costs) in costs.iter().enumerate() {
            let fitting = costs.iter().zip(&self.postings);
            for (_, postings) in fitting.filter(|(cost, _)| **cost != Cost::MISS) {
                for holder in postings {
                    let held = &mut held[*holder as usize];
                    // Only what holds all earlier words is counted on.
                    *held += usize::from(*held == typed);
                }
            }
        }
        let holding = held.iter().enumerate();
        holding
            .filter(|(_, held)| **held == costs.len())
            .map(|(document, _)| document)
            .collect()
    }

    /// The cost of each distinct word for a typed word, up to `slips` slips.
    pub fn costs(&self, typed: &Word, slips: u8) -> Vec<u8> {
        let mut costs = vec![Cost::MISS; self.tokens.len()];
        for letters in variants(typed) {
            if slips == 0 {
                let start = self.tokens.partition_point(|token| **token < *letters);
                let fitting = self.tokens[start..]
                    .iter()
                    .take_while(|token| token.starts_with(letters));
                for (cost, token) in costs[start..].iter_mut().zip(fitting) {
                    let beginning = u8::from(token.len() > letters.len());
                    *cost = (*cost).min(beginning * Cost::BEGINNING);
                }
            } else {
                let mut ladder = EditDistance::of(letters);
                for (cost, token) in costs.iter_mut().zip(&self.tokens) {
                    *cost = (*cost).min(cost_of(&mut ladder, letters, token, slips).0);
                }
            }
        }
        costs
    }
}

impl<'a> Text<'a> {
    pub fn new(why: MatchReason, lang: &'a str, spelling: impl Into<Cow<'a, str>>) -> Self {
        Self {
            why,
            lang,
            spelling: spelling.into(),
            joined: false,
            entries: Vec::new(),
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
        words.truncate(MOST_WORDS);
        words
    }
}

/// The ways in to the words of a text, always in the same order.
pub fn forms_of(words: &[Word]) -> Vec<Form> {
    /// Spellings of one word, folded.
    const SAINT: [&str; 2] = ["saint", "st"];
    let mut forms = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let part = |skipped: usize, inside: bool| Form {
            letters: word.letters[skipped..].into(),
            word: place,
            skipped,
            inside,
            other_spelling: false,
        };
        forms.push(part(0, false));
        if word.article > 0 {
            forms.push(part(word.article, false));
        }
        let inside = (1..word.letters.len()).filter(|skipped| word.may_begin_after(*skipped));
        forms.extend(inside.map(|skipped| part(skipped, true)));
        let is = |spelling: &str| word.letters.iter().copied().eq(spelling.chars());
        if SAINT.iter().any(|spelling| is(spelling)) {
            let others = SAINT.iter().filter(|spelling| !is(spelling));
            forms.extend(others.map(|other| Form {
                letters: other.chars().collect(),
                other_spelling: true,
                ..part(0, false)
            }));
        }
    }
    forms
}

/// All words but the small ones; all where there are no others.
fn significant(words: &[Word]) -> u32 {
    let bits = |keep: fn(&Word) -> bool| {
        let kept = words.iter().enumerate().filter(|(_, word)| keep(word));
        kept.fold(0_u32, |bits, (place, _)| bits | 1 << place)
    };
    match bits(|word| !is_stop_word(&word.letters)) {
        0 => bits(|_| true),
        significant => significant,
    }
}

fn place(tokens: &[Box<[char]>], letters: &[char]) -> u32 {
    let place = tokens.binary_search_by(|token| (**token).cmp(letters));
    let place = place.expect("every form of a text was put among the tokens");
    u32::try_from(place).expect("there are fewer distinct words than four milliards")
}
